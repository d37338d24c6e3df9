package time

import "errors"

var errBad = errors.New("bad value for field")

// A ParseError says what in a text does not fit its layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error writes the error.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// quote is strconv.Quote without its tables.
func quote(s string) string {
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x7f:
			b = append(b, '\\', 'x', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// parsed is what was found so far; -1 is not found.
type parsed struct {
	year, month, day, yearDay int
	hour, min, sec, nsec      int
	pm, am                    bool
	hasOffset                 bool
	offset                    int
	zone                      string
	outOfRange                string // the first number that cannot be
}

// Parse reads a time written as layout shows. What the layout leaves out is the least there is; without a zone the time is in UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC) }

// ParseInLocation is like Parse; without a zone the time is in loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc)
}

func parse(layout, value string, loc *Location) (Time, error) {
	wholeLayout, wholeValue := layout, value
	p := parsed{month: -1, day: -1, yearDay: -1}
	for {
		before, e, digits, _, after := cut(layout)
		elem := layout[len(before) : len(layout)-len(after)]
		rest, ok := skip(value, before)
		if !ok {
			return Time{}, &ParseError{wholeLayout, wholeValue, before, value, ""}
		}
		value = rest
		if e == none {
			if value != "" {
				return Time{}, &ParseError{wholeLayout, wholeValue, "", value, ": extra text: " + quote(value)}
			}
			break
		}
		layout = after
		rest, ok = p.element(value, e, digits, after)
		if p.outOfRange != "" {
			return Time{}, &ParseError{wholeLayout, wholeValue, elem, rest, ": " + p.outOfRange + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{wholeLayout, wholeValue, elem, value, ""}
		}
		value = rest
	}
	t, problem := p.time(loc)
	if problem != "" {
		return Time{}, &ParseError{wholeLayout, wholeValue, "", value, ": " + problem + " out of range"}
	}
	return t, nil
}

// skip takes the text prefix off value; spaces in prefix stand for any number of them.
func skip(value, prefix string) (string, bool) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			for prefix != "" && prefix[0] == ' ' {
				prefix = prefix[1:]
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != prefix[0] {
			return value, false
		}
		prefix, value = prefix[1:], value[1:]
	}
	return value, true
}

// digitsOf reads a number of least to most digits.
func digitsOf(s string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for i < most && isDigit(s, i) {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i >= least
}

// nameIn reads one of count names, or their first three letters, in any case.
func nameIn(s, names string, count int, short bool) (i int, rest string, ok bool) {
	for i := 0; i < count; i++ {
		n := name(names, i)
		if short {
			n = n[:3]
		}
		if len(s) >= len(n) && equalFold(s[:len(n)], n) {
			return i, s[len(n):], true
		}
	}
	return -1, s, false
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && (a[i]|0x20 != b[i]|0x20 || !lowerCase(a[i]|0x20)) {
			return false
		}
	}
	return true
}

// element reads one element from value and returns the rest.
func (p *parsed) element(value string, e element, digits int, after string) (rest string, ok bool) {
	rest = value
	switch e {
	case longYear:
		if !isDigit(value, 0) {
			return value, false
		}
		p.year, rest, ok = digitsOf(value, 4, 4)
	case year2:
		p.year, rest, ok = digitsOf(value, 2, 2)
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longMonth, shortMonth:
		p.month, rest, ok = nameIn(value, monthNames, 12, e == shortMonth)
		p.month++
	case longWeekday, shortWeekday:
		_, rest, ok = nameIn(value, dayNames, 7, e == shortWeekday)
	case month, month2:
		p.month, rest, ok = digitsOf(value, 1+two(e == month2), 2)
		if ok && (p.month < 1 || p.month > 12) {
			p.outOfRange = "month"
		}
	case day, dayPadded, day2:
		if e == dayPadded && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		p.day, rest, ok = digitsOf(value, 1+two(e == day2), 2)
	case yearDay3, yearDayPad:
		for i := 0; i < 2 && e == yearDayPad && value != "" && value[0] == ' '; i++ {
			value = value[1:]
		}
		p.yearDay, rest, ok = digitsOf(value, 1+2*two(e == yearDay3), 3)
	case fraction0:
		return p.fraction(value, digits+1)
	case fraction9:
		if len(value) < 2 || value[0] != '.' && value[0] != ',' || !isDigit(value, 1) {
			return value, true
		}
		return p.fraction(value, fractionLength(value))
	case hour24, hour12, hour12of2, minute, minute2, second, second2, upperHalf, lowerHalf:
		return p.clock(value, e, after)
	case zoneName:
		return p.zoneName(value)
	default:
		return p.readOffset(value, e)
	}
	return rest, ok
}

func two(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func fractionLength(value string) int {
	n := 1
	for isDigit(value, n) {
		n++
	}
	return n
}

// fraction reads n characters: a point or comma and digits.
func (p *parsed) fraction(value string, n int) (rest string, ok bool) {
	if len(value) < n || value[0] != '.' && value[0] != ',' {
		return value, false
	}
	p.nsec = 0
	for i := 1; i < 10; i++ {
		p.nsec *= 10
		if i < n {
			if !isDigit(value, i) {
				return value, false
			}
			p.nsec += int(value[i] - '0')
		}
	}
	return value[n:], true
}

func (p *parsed) clock(value string, e element, after string) (rest string, ok bool) {
	switch e {
	case hour24:
		p.hour, rest, ok = digitsOf(value, 1, 2)
		if ok && p.hour > 23 {
			p.outOfRange = "hour"
		}
	case hour12, hour12of2:
		p.hour, rest, ok = digitsOf(value, 1+two(e == hour12of2), 2)
		if ok && p.hour > 12 {
			p.outOfRange = "hour"
		}
	case minute, minute2:
		p.min, rest, ok = digitsOf(value, 1+two(e == minute2), 2)
		if ok && p.min > 59 {
			p.outOfRange = "minute"
		}
	case second, second2:
		p.sec, rest, ok = digitsOf(value, 1+two(e == second2), 2)
		if ok && p.sec > 59 {
			p.outOfRange = "second"
		}
		// A fraction is read even where the layout has none.
		if ok && len(rest) > 1 && (rest[0] == '.' || rest[0] == ',') && isDigit(rest, 1) {
			if _, next, _, _, _ := cut(after); next == fraction0 || next == fraction9 {
				break
			}
			return p.fraction(rest, fractionLength(rest))
		}
	default:
		if len(value) < 2 {
			return value, false
		}
		half := value[:2]
		if e == lowerHalf && (half == "pm" || half == "am") || e == upperHalf && (half == "PM" || half == "AM") {
			p.pm = half[0]|0x20 == 'p'
			p.am = !p.pm
			return value[2:], true
		}
		return value, false
	}
	return rest, ok
}

// zoneName reads an abbreviation: three to five capital letters, or an offset in hours.
func (p *parsed) zoneName(value string) (rest string, ok bool) {
	if len(value) >= 3 && value[:3] == "UTC" {
		p.hasOffset, p.offset, p.zone = true, 0, "UTC"
		return value[3:], true
	}
	n := 0
	if value != "" && (value[0] == '+' || value[0] == '-') {
		for n = 1; n < 3 && isDigit(value, n); n++ {
		}
		if n == 1 {
			return value, false
		}
	} else {
		for n < len(value) && 'A' <= value[n] && value[n] <= 'Z' {
			n++
		}
		switch {
		case n == 3 || n == 5 && value[4] == 'T' || n == 4 && (value[3] == 'T' || value[:4] == "WITA"):
		default:
			return value, false
		}
	}
	p.zone = value[:n]
	return value[n:], true
}

// readOffset reads an offset as the element shows it.
func (p *parsed) readOffset(value string, e element) (rest string, ok bool) {
	if e >= isoOffset && value != "" && value[0] == 'Z' {
		p.hasOffset, p.offset, p.zone = true, 0, "UTC"
		return value[1:], true
	}
	colon, fields := false, 2
	switch e {
	case offsetHours, isoHours:
		fields = 1
	case offsetColon, isoColon:
		colon = true
	case offsetFull, isoFull:
		fields = 3
	case offsetFullC, isoFullC:
		colon, fields = true, 3
	}
	if value == "" || value[0] != '+' && value[0] != '-' {
		return value, false
	}
	rest = value[1:]
	total, unit := 0, 3600
	for i := 0; i < fields; i++ {
		if i > 0 && colon {
			if rest == "" || rest[0] != ':' {
				return value, false
			}
			rest = rest[1:]
		}
		var n int
		n, rest, ok = digitsOf(rest, 2, 2)
		if !ok {
			return value, false
		}
		if i == 0 && n > 24 || i > 0 && n > 60 {
			p.outOfRange = "time zone offset " + [...]string{"hour", "minute", "second"}[i]
		}
		total += n * unit
		unit /= 60
	}
	if value[0] == '-' {
		total = -total
	}
	p.hasOffset, p.offset, p.zone = true, total, ""
	return rest, true
}

// time puts the parts together; problem says which one cannot be.
func (p *parsed) time(loc *Location) (t Time, problem string) {
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	if problem := p.date(); problem != "" {
		return Time{}, problem
	}
	if !p.hasOffset && p.zone != "" {
		if p.zone != loc.zone {
			off := 0
			if len(p.zone) > 3 && p.zone[:3] == "GMT" {
				off, _, _ = digitsOf(p.zone[4:], 0, 2)
				off *= 3600
			}
			loc = FixedZone(p.zone, off)
		}
	} else if p.hasOffset {
		switch {
		case p.zone == "UTC":
			loc = UTC
		case loc.offset != p.offset || loc == UTC:
			loc = FixedZone(p.zone, p.offset)
			if p.offset == 0 && Local.offset == 0 {
				loc = Local
			}
		}
	}
	return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc), ""
}

// date completes month and day.
func (p *parsed) date() (problem string) {
	if p.yearDay >= 0 {
		days := int64(p.yearDay) - 1 + daysBefore(int64(p.year), 1, 1)
		y, m, d := dateOf(days)
		if p.yearDay < 1 || y != int64(p.year) {
			return "day-of-year"
		}
		if p.month >= 0 && p.month != int(m) || p.day >= 0 && p.day != d {
			return "day-of-year does not match"
		}
		p.month, p.day = int(m), d
		return ""
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	next := daysBefore(int64(p.year), int64(p.month)+1, 1)
	if p.month == 12 {
		next = daysBefore(int64(p.year)+1, 1, 1)
	}
	if p.day < 1 || int64(p.day) > next-daysBefore(int64(p.year), int64(p.month), 1) {
		return "day"
	}
	return ""
}

var units = []struct {
	name string
	unit Duration
}{
	{"ns", Nanosecond}, {"us", Microsecond}, {"µs", Microsecond}, {"μs", Microsecond}, {"ms", Millisecond}, {"s", Second}, {"m", Minute}, {"h", Hour},
}

// ParseDuration reads what Duration.String writes: numbers, perhaps with fractions, each with a unit (ns, us or µs, ms, s, m, h), with a sign
// before all of it if need be.
func ParseDuration(s string) (Duration, error) {
	text := s
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, errors.New("time: invalid duration " + quoteText(text))
	}
	total := uint64(0)
	for s != "" {
		d, rest, problem := parseUnit(s)
		total += d
		if problem == "" && total > 1<<63 {
			problem = "invalid duration "
		}
		if problem != "" {
			return 0, errors.New("time: " + problem + quoteText(text))
		}
		s = rest
	}
	if negative {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return 0, errors.New("time: invalid duration " + quoteText(text))
	}
	return Duration(total), nil
}

// quoteText is quote; characters outside ASCII stay.
func quoteText(s string) string { return quote(s) }

// parseUnit reads one number with its unit; d is at most 1<<63.
func parseUnit(s string) (d uint64, rest, problem string) {
	const invalid = "invalid duration "
	start := s
	n, s, ok := leading(s)
	digits := len(start) > len(s)
	if !ok {
		return 0, s, invalid
	}
	fraction, scale := uint64(0), 1.0
	if s != "" && s[0] == '.' {
		s = s[1:]
		for i := 0; isDigit(s, 0); i++ {
			if fraction < 1<<63/10-1 {
				fraction = fraction*10 + uint64(s[0]-'0')
				scale *= 10
			}
			digits = true
			s = s[1:]
		}
	}
	if !digits {
		return 0, s, invalid
	}
	end := 0
	for end < len(s) && s[end] != '.' && !isDigit(s, end) {
		end++
	}
	if end == 0 {
		return 0, s, "missing unit in duration "
	}
	for _, u := range units {
		if u.name != s[:end] {
			continue
		}
		if n > 1<<63/uint64(u.unit) {
			return 0, s, invalid
		}
		d = n*uint64(u.unit) + uint64(float64(fraction)*(float64(u.unit)/scale))
		if d > 1<<63 {
			return 0, s, invalid
		}
		return d, s[end:], ""
	}
	return 0, s, "unknown unit " + quote(s[:end]) + " in duration "
}

// leading reads digits; ok is false if the number is above 1<<63.
func leading(s string) (n uint64, rest string, ok bool) {
	for isDigit(s, 0) {
		if n > 1<<63/10 {
			return 0, s, false
		}
		n = n*10 + uint64(s[0]-'0')
		if n > 1<<63 {
			return 0, s, false
		}
		s = s[1:]
	}
	return n, s, true
}
