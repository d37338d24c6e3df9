package time

// Layouts for Format and Parse. A layout shows how the instant Mon Jan 2 15:04:05 2006 -0700 is to be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is a part of a layout that stands for something.
type element int

const (
	none         element = iota
	longMonth            // January
	shortMonth           // Jan
	month                // 1
	month2               // 01
	longWeekday          // Monday
	shortWeekday         // Mon
	day                  // 2
	dayPadded            // _2
	day2                 // 02
	yearDay3             // 002
	yearDayPad           // __2
	hour24               // 15
	hour12               // 3
	hour12of2            // 03
	minute               // 4
	minute2              // 04
	second               // 5
	second2              // 05
	longYear             // 2006
	year2                // 06
	upperHalf            // PM
	lowerHalf            // pm
	zoneName             // MST
	fraction0            // .000 or ,000: as many digits
	fraction9            // .999 or ,999: without zeros at the end
	offset               // -0700
	offsetColon          // -07:00
	offsetHours          // -07
	offsetFull           // -070000
	offsetFullC          // -07:00:00
	isoOffset            // Z0700
	isoColon             // Z07:00
	isoHours             // Z07
	isoFull              // Z070000
	isoFullC             // Z07:00:00
)

// words are the elements by their texts; where one begins another, the longer one comes first. Fractions are apart.
var words = []struct {
	text string
	e    element
}{
	{"January", longMonth}, {"Jan", shortMonth}, {"Monday", longWeekday}, {"Mon", shortWeekday}, {"MST", zoneName},
	{"002", yearDay3}, {"01", month2}, {"02", day2}, {"03", hour12of2}, {"04", minute2}, {"05", second2}, {"06", year2},
	{"15", hour24}, {"1", month}, {"2006", longYear}, {"2", day}, {"_2006", none}, {"__2", yearDayPad}, {"_2", dayPadded},
	{"3", hour12}, {"4", minute}, {"5", second}, {"PM", upperHalf}, {"pm", lowerHalf},
	{"-07:00:00", offsetFullC}, {"-070000", offsetFull}, {"-07:00", offsetColon}, {"-0700", offset}, {"-07", offsetHours},
	{"Z07:00:00", isoFullC}, {"Z070000", isoFull}, {"Z07:00", isoColon}, {"Z0700", isoOffset}, {"Z07", isoHours},
}

// cut splits a layout at its first element: what stands before it, the element, and what follows. For fractions digits is their number and comma
// says that they begin with one.
func cut(layout string) (before string, e element, digits int, comma bool, after string) {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		if rest[0] == '.' || rest[0] == ',' {
			if e, n := fractionElement(rest); e != none {
				return layout[:i], e, n - 1, rest[0] == ',', rest[n:]
			}
			continue
		}
		for j := range words {
			w := &words[j]
			if len(rest) < len(w.text) || rest[:len(w.text)] != w.text {
				continue
			}
			if w.e == shortMonth && len(rest) > 3 && lowerCase(rest[3]) || w.e == shortWeekday && len(rest) > 3 && lowerCase(rest[3]) {
				continue // Janet is no month
			}
			if w.e == none {
				// A year behind an underscore.
				return layout[:i+1], longYear, 0, false, rest[5:]
			}
			return layout[:i], w.e, 0, false, rest[len(w.text):]
		}
	}
	return layout, none, 0, false, ""
}

func lowerCase(c byte) bool { return 'a' <= c && c <= 'z' }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// fractionElement looks for .000 or .999, of any length, and returns its length with the point.
func fractionElement(s string) (element, int) {
	if len(s) < 2 || s[1] != '0' && s[1] != '9' {
		return none, 0
	}
	n := 1
	for n < len(s) && s[n] == s[1] {
		n++
	}
	if isDigit(s, n) {
		return none, 0
	}
	if s[1] == '0' {
		return fraction0, n
	}
	return fraction9, n
}
