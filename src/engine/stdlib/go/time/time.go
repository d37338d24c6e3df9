// Package time has instants, durations, timers and tickers.
//
// Here time is virtual. The clock stands still while goroutines can run and jumps to the next timer when none can. It begins on 10 November
// 2009 at 23:00 UTC, the birthday of Go as an open project.
package time

import (
	"internal/bubble"
	"internal/rt"
)

// A Time is an instant with nanosecond precision, seen in a time zone. Its zero value is the first instant of year 1, UTC.
//
// Instants are compared with Before, After, Compare and Equal rather than ==, which looks at the time zone too.
//
// Its fields, which package rt knows too (rt.Timer), mean one of two things. Plain: sec seconds and nsec nanoseconds, 0 <= nsec < 1e9, after the
// first instant of year 1. A reading of the clock: sec is monotonic plus the seconds at which the clock was 0, and nsec is the clock, any number; adding
// and subtracting durations keeps it a reading.
type Time struct {
	sec  int64
	nsec int64
	loc  *Location // nil for UTC
}

const (
	epoch      = 63393490800 // 2009-11-10 23:00 UTC, where the clock begins
	unixEpoch  = 62135596800 // 1970-01-01
	monotonic  = 1 << 62
	perSecond  = int64(Second)
	daySeconds = 86400
)

// Now returns the present instant.
func Now() Time { return Time{clockEpoch(), rt.Nanotime(), Local} }

// clockEpoch is sec of the readings of the clock at present.
func clockEpoch() int64 { return monotonic + epoch + bubble.Shift }

// Since returns the time that has passed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the time to pass until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Unix returns the instant sec seconds and nsec nanoseconds, which may be any number, after 1 January 1970 UTC.
func Unix(sec, nsec int64) Time { return plain(sec+unixEpoch, nsec, Local) }

// UnixMilli returns the instant that many milliseconds after 1 January 1970 UTC.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the instant that many microseconds after 1 January 1970 UTC.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// plain carries whole seconds from nsec to sec.
func plain(sec, nsec int64, loc *Location) Time {
	carry := nsec / perSecond
	nsec -= carry * perSecond
	if nsec < 0 {
		carry--
		nsec += perSecond
	}
	return Time{sec + carry, nsec, loc}
}

func (t Time) reading() bool { return t.sec>>40 == monotonic>>40 }

// normal returns t's seconds and nanoseconds, 0 <= nsec < 1e9.
func (t Time) normal() (sec, nsec int64) {
	if t.reading() {
		t = plain(t.sec-monotonic, t.nsec, nil)
	}
	return t.sec, t.nsec
}

// After reports whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, whatever their time zones.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1 if t is before u, +1 if it is after u, 0 if they are the same instant.
func (t Time) Compare(u Time) int {
	ts, tn := t.normal()
	us, un := u.normal()
	switch {
	case ts < us || ts == us && tn < un:
		return -1
	case ts == us && tn == un:
		return 0
	}
	return 1
}

// IsZero reports whether t is the first instant of year 1, UTC.
func (t Time) IsZero() bool {
	sec, nsec := t.normal()
	return sec == 0 && nsec == 0
}

// Add returns the instant d after t.
func (t Time) Add(d Duration) Time {
	if t.reading() {
		sum := t.nsec + int64(d)
		if (sum > t.nsec) == (d > 0) {
			t.nsec = sum
			return t
		}
		t.sec, t.nsec = t.normal()
	}
	return plain(t.sec+int64(d)/perSecond, t.nsec+int64(d)%perSecond, t.loc)
}

// Sub returns the time from u to t, at most the largest Duration.
func (t Time) Sub(u Time) Duration {
	ts, tn := t.normal()
	us, un := u.normal()
	d := Duration(ts-us)*Second + Duration(tn-un)
	if u.Add(d).Equal(t) {
		return d
	}
	if ts < us {
		return minDuration
	}
	return maxDuration
}

// Unix returns the seconds from 1 January 1970 UTC to t.
func (t Time) Unix() int64 {
	sec, _ := t.normal()
	return sec - unixEpoch
}

// UnixMilli returns the milliseconds from 1 January 1970 UTC to t.
func (t Time) UnixMilli() int64 {
	_, nsec := t.normal()
	return t.Unix()*1e3 + nsec/1e6
}

// UnixMicro returns the microseconds from 1 January 1970 UTC to t.
func (t Time) UnixMicro() int64 {
	_, nsec := t.normal()
	return t.Unix()*1e6 + nsec/1e3
}

// UnixNano returns the nanoseconds from 1 January 1970 UTC to t. It is meaningless outside the years 1678 to 2262.
func (t Time) UnixNano() int64 {
	_, nsec := t.normal()
	return t.Unix()*1e9 + nsec
}

// Round returns t rounded to a multiple of d since the first instant of year 1, halfway cases up, and no longer as a reading of the clock.
// If d <= 0 it does only the latter.
func (t Time) Round(d Duration) Time {
	t.sec, t.nsec = t.normal()
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if r < d-r {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// Truncate is like Round, but rounds down.
func (t Time) Truncate(d Duration) Time {
	t.sec, t.nsec = t.normal()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// remainder returns t, which is plain, modulo d > 0. sec*1e9 may not fit in 64 bits: it is reduced bit by bit.
func (t Time) remainder(d Duration) Duration {
	m := uint64(d)
	sec := t.sec % int64(m)
	if sec < 0 {
		sec += int64(m)
	}
	r := uint64(0)
	for bit := 63; bit >= 0; bit-- {
		r = r * 2 % m
		if uint64(perSecond)>>uint(bit)&1 != 0 {
			r = (r + uint64(sec)) % m
		}
	}
	return Duration((r + uint64(t.nsec)) % m)
}

// UTC returns t seen in UTC.
func (t Time) UTC() Time {
	t.loc = nil
	return t
}

// Local returns t seen in the local time zone, which is UTC here.
func (t Time) Local() Time {
	t.loc = Local
	return t
}

// In returns t seen in loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	if loc == UTC {
		t.loc = nil
	}
	return t
}

// Location returns the time zone t is seen in.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the name and the offset, in seconds east of UTC, of t's time zone.
func (t Time) Zone() (name string, offset int) {
	l := t.Location()
	return l.zone, l.offset
}

// ZoneBounds returns the zero Time twice: no zone here ever changes its offset.
func (t Time) ZoneBounds() (start, end Time) { return Time{}, Time{} }

// IsDST reports false: no time zone here has summer time.
func (t Time) IsDST() bool { return false }

// A Location is a time zone.
type Location struct {
	name   string
	zone   string
	offset int
}

// UTC is universal time.
var UTC *Location = &Location{"UTC", "UTC", 0}

// Local is the time zone of the machine the program runs on: here one that is always at universal time.
var Local *Location = &Location{"Local", "UTC", 0}

// String returns the name of the time zone.
func (l *Location) String() string {
	if l == nil {
		return UTC.name
	}
	return l.name
}

// FixedZone returns a time zone that is always offset seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name, name, offset} }

// locationError is the error of LoadLocation.
type locationError string

func (e locationError) Error() string { return "unknown time zone " + string(e) }

// LoadLocation returns the time zone with this name. Only UTC ("" or "UTC") and "Local" are known here.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, locationError(name)
}

// LoadLocationFromTZData returns an error: files of time zones are not read here.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	return nil, encodingError("malformed time zone information")
}
