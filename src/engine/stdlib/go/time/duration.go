package time

// A Duration is the time between two instants in nanoseconds, up to some 290 years.
type Duration int64

// Durations to multiply: 10 * time.Second. To count seconds in a Duration, divide by Second.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanoseconds returns d as a number of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d as a whole number of microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d as a whole number of milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// in returns d as a number of units, adding whole ones and the rest so as to lose little.
func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Seconds returns d as a number of seconds.
func (d Duration) Seconds() float64 { return d.in(Second) }

// Minutes returns d as a number of minutes.
func (d Duration) Minutes() float64 { return d.in(Minute) }

// Hours returns d as a number of hours.
func (d Duration) Hours() float64 { return d.in(Hour) }

// Truncate rounds d towards zero to a multiple of m. If m <= 0 it returns d.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halfway cases away from zero. A result that is too large becomes the largest Duration. If
// m <= 0 it returns d.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if r < m-r {
			return d + r
		}
		if down := d - m + r; down < d {
			return down
		}
		return minDuration
	}
	if r < m-r {
		return d - r
	}
	if up := d + m - r; up > d {
		return up
	}
	return maxDuration
}

// Abs returns d without its sign; of the most negative Duration, the largest.
func (d Duration) Abs() Duration {
	if d >= 0 {
		return d
	}
	if d == minDuration {
		return maxDuration
	}
	return -d
}

// String writes d as 72h3m0.5s. Below a second it uses a smaller unit: 1.5ms. Zero is 0s.
func (d Duration) String() string {
	var buf [32]byte
	n := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	if u < uint64(Second) {
		n = subSecond(buf[:], u)
	} else {
		n--
		buf[n] = 's'
		n, u = fraction(buf[:n], u, 9)
		n = whole(buf[:n], u%60)
		u /= 60
		if u > 0 {
			n--
			buf[n] = 'm'
			n = whole(buf[:n], u%60)
			u /= 60
		}
		if u > 0 {
			n--
			buf[n] = 'h'
			n = whole(buf[:n], u)
		}
	}
	if d < 0 {
		n--
		buf[n] = '-'
	}
	return string(buf[n:])
}

// subSecond writes u nanoseconds, less than a second, at the end of buf and returns where they begin.
func subSecond(buf []byte, u uint64) int {
	n := len(buf)
	n--
	buf[n] = 's'
	if u == 0 {
		n--
		buf[n] = '0'
		return n
	}
	digits := 0
	if u >= uint64(Millisecond) {
		digits = 6
		n--
		buf[n] = 'm'
	} else if u >= uint64(Microsecond) {
		digits = 3
		n -= 2
		copy(buf[n:], "µ")
	} else {
		n--
		buf[n] = 'n'
	}
	n, u = fraction(buf[:n], u, digits)
	return whole(buf[:n], u)
}

// fraction writes v/10**digits' fraction with its point at the end of buf, nothing for 0, and returns where it begins and the whole part.
func fraction(buf []byte, v uint64, digits int) (int, uint64) {
	n := len(buf)
	written := false
	for i := 0; i < digits; i++ {
		digit := v % 10
		written = written || digit != 0
		if written {
			n--
			buf[n] = byte(digit) + '0'
		}
		v /= 10
	}
	if written {
		n--
		buf[n] = '.'
	}
	return n, v
}

// whole writes v at the end of buf and returns where it begins.
func whole(buf []byte, v uint64) int {
	n := len(buf)
	for {
		n--
		buf[n] = byte(v%10) + '0'
		v /= 10
		if v == 0 {
			return n
		}
	}
}
