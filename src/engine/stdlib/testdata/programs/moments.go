// Times and zones: parts, comparisons, encodings, errors of parsing.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

func main() {
	zone := time.FixedZone("X", -5*3600-30*60)
	t := time.Date(2024, time.February, 29, 23, 59, 58, 987654321, zone)
	y, m, d := t.Date()
	h, mi, s := t.Clock()
	name, offset := t.Zone()
	fmt.Println(y, m, d, h, mi, s, name, offset, t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.YearDay(), t.Weekday(), t.Location(), t.IsDST(), t.UTC().Location())
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), t.In(time.UTC), t.Equal(t.UTC()), t == t.UTC(), t.Before(t.Add(1)), t.After(t.Add(1)), t.IsZero(), time.Time{}.IsZero())
	fmt.Println(t.AddDate(1, 0, 0), t.AddDate(0, 1, 1), t.AddDate(0, -12, 0), t.Truncate(24*time.Hour), t.Round(time.Hour), time.UnixMilli(-1).UTC(), time.UnixMicro(1).UTC())
	fmt.Println(string(t.AppendFormat([]byte("at "), time.RFC1123Z)), t.GoString(), time.Nanosecond, time.Duration(1).Nanoseconds())
	for _, month := range []time.Month{time.April, time.June, time.July, time.August, time.September, time.October, time.November, time.December} {
		fmt.Print(month, " ")
	}
	fmt.Println(time.Thursday, time.Friday, time.Month(0), time.Weekday(7))
	text, err := t.MarshalText()
	fmt.Println(string(text), err)
	var back time.Time
	fmt.Println(back.UnmarshalText(text), back.Equal(t), back.UnmarshalText([]byte("nonsense")))
	j, _ := json.Marshal(map[string]any{"t": t, "d": time.Minute, "month": time.May})
	fmt.Println(string(j))
	bin, err := t.MarshalBinary()
	fmt.Println(len(bin), err, back.UnmarshalBinary(bin), back.Equal(t), back, back.UnmarshalBinary(nil))
	gob, _ := t.GobEncode()
	fmt.Println(back.GobDecode(gob), back.Equal(t))
	_, err = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).MarshalJSON()
	fmt.Println(err)
	for _, bad := range [][2]string{{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2024-13-01T00:00:00Z"}, {time.Kitchen, "13:00PM"}, {"2006-01-02", "2024-1-2"}, {"2006-01-02", "2024-01-02 extra"}, {time.ANSIC, ""}, {"15:04", "25:00"}, {"Jan", "Foo"}} {
		_, err := time.Parse(bad[0], bad[1])
		var p *time.ParseError
		fmt.Println(err, errors.As(err, &p) && p.Value == bad[1] && p.Layout == bad[0])
	}
	for _, text := range []string{"1h2m3.5s", "-1.5h", "100us", "1d", "", "5", ".s", "9223372036854775808ns", "1h-1m"} {
		d, err := time.ParseDuration(text)
		fmt.Println(d, err)
	}
	fmt.Println(time.Duration(1<<63-1), time.Duration(-1<<63), time.Unix(1<<40, 0).Sub(time.Unix(-1<<40, 0)), time.Unix(0, 0).Sub(time.Unix(1<<40, 0)))
	loc, err := time.LoadLocation("UTC")
	fmt.Println(loc, err)
	loc, err = time.LoadLocation("")
	fmt.Println(loc, err)
	in, err := time.ParseInLocation("2006-01-02 15:04", "2024-05-06 07:08", zone)
	fmt.Println(in, err)
	fmt.Println(time.Date(2023, 14, -3, 27, 61, 61, 2e9, time.UTC), time.Date(0, 0, 0, 0, 0, 0, 0, time.UTC))
	year, week := time.Date(2021, 1, 3, 0, 0, 0, 0, time.UTC).ISOWeek()
	fmt.Println(year, week)
	start := time.Now()
	time.Sleep(2 * time.Millisecond)
	fmt.Println(time.Since(start) >= 2*time.Millisecond, time.Until(start) < 0, start.Round(0) == start)
}
