package time

// Format writes t as layout shows: layout is how the instant Mon Jan 2 15:04:05 2006 -0700 would look.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, len(layout)+10), layout))
}

// AppendFormat appends what Format returns to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	for layout != "" {
		before, e, digits, comma, after := cut(layout)
		b = append(b, before...)
		b = t.appendElement(b, e, digits, comma)
		layout = after
	}
	return b
}

func (t Time) appendElement(b []byte, e element, digits int, comma bool) []byte {
	switch e {
	case none:
		return b
	case fraction0, fraction9:
		n := len(b)
		if digits > 9 {
			digits = 9
		}
		b = appendFraction(b, t.Nanosecond(), digits, e == fraction9)
		if comma && n < len(b) {
			b[n] = ','
		}
		return b
	case longMonth, shortMonth, month, month2, longWeekday, shortWeekday, day, dayPadded, day2, yearDay3, yearDayPad, longYear, year2:
		return t.appendDateElement(b, e)
	case hour24, hour12, hour12of2, minute, minute2, second, second2, upperHalf, lowerHalf:
		return t.appendClockElement(b, e)
	case zoneName:
		return t.appendZoneName(b)
	}
	return t.appendOffsetElement(b, e)
}

func (t Time) appendDateElement(b []byte, e element) []byte {
	y, m, d := t.Date()
	switch e {
	case longYear:
		return appendNumber(b, y, 4)
	case year2:
		if y < 0 {
			y = 0
		}
		return appendNumber(b, y%100, 2)
	case longMonth:
		return append(b, m.String()...)
	case shortMonth:
		return append(b, m.String()[:3]...)
	case month:
		return appendNumber(b, int(m), 0)
	case month2:
		return appendNumber(b, int(m), 2)
	case longWeekday:
		return append(b, t.Weekday().String()...)
	case shortWeekday:
		return append(b, t.Weekday().String()[:3]...)
	case day:
		return appendNumber(b, d, 0)
	case dayPadded:
		return appendPadded(b, d, 2)
	case day2:
		return appendNumber(b, d, 2)
	case yearDay3:
		return appendNumber(b, t.YearDay(), 3)
	}
	return appendPadded(b, t.YearDay(), 3)
}

// appendPadded appends n with spaces before it.
func appendPadded(b []byte, n, width int) []byte {
	s := number(uint64(n))
	for i := len(s); i < width; i++ {
		b = append(b, ' ')
	}
	return append(b, s...)
}

func (t Time) appendClockElement(b []byte, e element) []byte {
	h, m, s := t.Clock()
	switch e {
	case hour24:
		return appendNumber(b, h, 2)
	case hour12:
		return appendNumber(b, (h+11)%12+1, 0)
	case hour12of2:
		return appendNumber(b, (h+11)%12+1, 2)
	case minute:
		return appendNumber(b, m, 0)
	case minute2:
		return appendNumber(b, m, 2)
	case second:
		return appendNumber(b, s, 0)
	case second2:
		return appendNumber(b, s, 2)
	}
	half := "AMPMampm"
	if h >= 12 {
		half = half[2:]
	}
	if e == lowerHalf {
		half = half[4:]
	}
	return append(b, half[:2]...)
}

func (t Time) appendOffsetElement(b []byte, e element) []byte {
	_, off := t.Zone()
	if off == 0 && e >= isoOffset {
		return append(b, 'Z')
	}
	sign := byte('+')
	minutes := off / 60
	seconds := off
	if minutes < 0 {
		sign, minutes, seconds = '-', -minutes, -off
	}
	b = appendNumber(append(b, sign), minutes/60, 2)
	if e == offsetHours || e == isoHours {
		return b
	}
	colon := e == offsetColon || e == isoColon || e == offsetFullC || e == isoFullC
	if colon {
		b = append(b, ':')
	}
	b = appendNumber(b, minutes%60, 2)
	if e == offsetFull || e == isoFull || e == offsetFullC || e == isoFullC {
		if colon {
			b = append(b, ':')
		}
		b = appendNumber(b, seconds%60, 2)
	}
	return b
}

// GoString writes t as Go code.
func (t Time) GoString() string {
	y, m, d := t.Date()
	h, min, s := t.Clock()
	b := append([]byte("time.Date("), number(uint64(y))...)
	b = append(b, ", time."...)
	b = append(b, m.String()...)
	for _, n := range [...]int{d, h, min, s, t.Nanosecond()} {
		b = append(append(b, ", "...), number(uint64(n))...)
	}
	switch l := t.Location(); l {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, `, time.Location("`...)
		b = append(append(b, l.name...), `"))`...)
	}
	return string(b)
}
