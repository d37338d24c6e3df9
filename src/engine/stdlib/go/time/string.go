package time

// String writes t as 2006-01-02 15:04:05.999999999 -0700 MST and, for a reading of the clock, what it read: m=+0.500000000. It is for people; programs
// use Format.
func (t Time) String() string {
	b := make([]byte, 0, 64)
	b = append(t.appendDate(b), ' ')
	b = t.appendClock(b)
	b = appendFraction(b, t.Nanosecond(), 9, true)
	_, offset := t.Zone()
	b = append(appendOffset(append(b, ' '), offset, false), ' ')
	b = t.appendZoneName(b)
	if t.reading() {
		sign := byte('+')
		clock := t.nsec
		if clock < 0 {
			sign, clock = '-', -clock
		}
		b = append(append(b, " m="...), sign)
		b = appendNumber(b, int(clock/perSecond), 0)
		b = appendFraction(b, int(clock%perSecond), 9, false)
	}
	return string(b)
}

// appendNumber appends n in at least width digits.
func appendNumber(b []byte, n, width int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	s := number(uint64(n))
	for i := len(s); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// appendDate appends 2006-01-02.
func (t Time) appendDate(b []byte) []byte {
	year, month, day := t.Date()
	b = append(appendNumber(b, year, 4), '-')
	b = append(appendNumber(b, int(month), 2), '-')
	return appendNumber(b, day, 2)
}

// appendClock appends 15:04:05.
func (t Time) appendClock(b []byte) []byte {
	hour, min, sec := t.Clock()
	b = append(appendNumber(b, hour, 2), ':')
	b = append(appendNumber(b, min, 2), ':')
	return appendNumber(b, sec, 2)
}

// appendFraction appends a point and the first digits of nsec; trim leaves out zeros at the end, and the point with them.
func appendFraction(b []byte, nsec, digits int, trim bool) []byte {
	var buf [9]byte
	for i := 8; i >= 0; i-- {
		buf[i] = byte(nsec%10) + '0'
		nsec /= 10
	}
	for trim && digits > 0 && buf[digits-1] == '0' {
		digits--
	}
	if digits == 0 {
		return b
	}
	return append(append(b, '.'), buf[:digits]...)
}

// appendOffset appends -0700 or -07:00.
func appendOffset(b []byte, offset int, colon bool) []byte {
	sign := byte('+')
	minutes := offset / 60
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	b = appendNumber(append(b, sign), minutes/60, 2)
	if colon {
		b = append(b, ':')
	}
	return appendNumber(b, minutes%60, 2)
}

// appendZoneName appends the name of t's time zone; its offset if it has no name.
func (t Time) appendZoneName(b []byte) []byte {
	name, offset := t.Zone()
	if name != "" {
		return append(b, name...)
	}
	return appendOffset(b, offset, false)
}
