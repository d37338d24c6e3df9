package time

// A Month is a month of the year: January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

const monthNames = "January  February March    April    May      June     July     August   SeptemberOctober  November December "

// String returns the English name of the month.
func (m Month) String() string {
	if m < January || m > December {
		return "%!Month(" + number(uint64(m)) + ")"
	}
	return name(monthNames, int(m-1))
}

// A Weekday is a day of the week: Sunday is 0.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

const dayNames = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday "

// String returns the English name of the day.
func (d Weekday) String() string {
	if d < Sunday || d > Saturday {
		return "%!Weekday(" + number(uint64(d)) + ")"
	}
	return name(dayNames, int(d))
}

// name returns the i-th of names, which are padded to nine bytes.
func name(names string, i int) string {
	s := names[i*9 : i*9+9]
	for s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

func number(v uint64) string {
	var buf [20]byte
	return string(buf[whole(buf[:], v):])
}

// Calendar arithmetic counts days from 1 March of year 0, so that the leap day is the last of its year.
const (
	daysToYear1  = 306    // from there to 1 January of year 1
	days400Years = 146097 // what repeats
	days100Years = 36524
	days4Years   = 1461
)

// floor divides and rounds down; b > 0.
func floor(a, b int64) (quotient, remainder int64) {
	quotient, remainder = a/b, a%b
	if remainder < 0 {
		quotient--
		remainder += b
	}
	return quotient, remainder
}

// daysBefore returns the days from 1 January of year 1 to a date; month is 1 to 12, day any number.
func daysBefore(year, month, day int64) int64 {
	month -= 3
	if month < 0 {
		month += 12
		year--
	}
	era, y := floor(year, 400)
	return era*days400Years + y*365 + y/4 - y/100 + (153*month+2)/5 + day - 1 - daysToYear1
}

// dateOf is the inverse of daysBefore.
func dateOf(days int64) (year int64, month Month, day int) {
	era, d := floor(days+daysToYear1, days400Years)
	century := d / days100Years
	if century == 4 {
		century = 3
	}
	d -= century * days100Years
	four := d / days4Years
	d -= four * days4Years
	y := d / 365
	if y == 4 {
		y = 3
	}
	d -= y * 365
	year = era*400 + century*100 + four*4 + y
	m := (5*d + 2) / 153
	day = int(d-(153*m+2)/5) + 1
	m += 3
	if m > 12 {
		m -= 12
		year++
	}
	return year, Month(m), day
}

// Date returns the instant at which it is this date and time in loc. Numbers outside their usual ranges are carried over: October 32 is
// November 1.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	years, m := floor(int64(month)-1, 12)
	days := daysBefore(int64(year)+years, m+1, int64(day))
	seconds := days*daySeconds + int64(hour)*3600 + int64(min)*60 + int64(sec) - int64(loc.offset)
	return plain(seconds, int64(nsec), nil).In(loc)
}

// local returns the days from 1 January of year 1 to t's date in its time zone, and the second of that day.
func (t Time) local() (days, second int64) {
	sec, _ := t.normal()
	return floor(sec+int64(t.Location().offset), daySeconds)
}

// Date returns the date on which t falls.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := t.local()
	y, month, day := dateOf(days)
	return int(y), month, day
}

// Year returns the year in which t falls.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month in which t falls.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month on which t falls.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// YearDay returns the day of the year on which t falls: 1 to 366.
func (t Time) YearDay() int {
	days, _ := t.local()
	return int(days-daysBefore(int64(t.Year()), 1, 1)) + 1
}

// Weekday returns the day of the week on which t falls.
func (t Time) Weekday() Weekday {
	days, _ := t.local()
	_, day := floor(days+1, 7) // 1 January of year 1 was a Monday
	return Weekday(day)
}

// ISOWeek returns the year and week, 1 to 53, of ISO 8601: weeks begin on Monday and belong to the year of their Thursday.
func (t Time) ISOWeek() (year, week int) {
	days, _ := t.local()
	monday, _ := floor(days, 7)
	thursday := monday*7 + 3
	y, _, _ := dateOf(thursday)
	return int(y), int(thursday-daysBefore(y, 1, 1))/7 + 1
}

// Clock returns the time of day.
func (t Time) Clock() (hour, min, sec int) {
	_, second := t.local()
	return int(second / 3600), int(second / 60 % 60), int(second % 60)
}

// Hour returns the hour of the day: 0 to 23.
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute returns the minute of the hour: 0 to 59.
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second returns the second of the minute: 0 to 59.
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}

// Nanosecond returns the nanosecond of the second: 0 to 999999999.
func (t Time) Nanosecond() int {
	_, nsec := t.normal()
	return int(nsec)
}

// AddDate returns the instant that many years, months and days after t, at the same time of day, carried over as Date does.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, t.Nanosecond(), t.Location())
}
