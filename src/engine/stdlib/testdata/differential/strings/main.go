// Compares strings, unicode/utf8, sort, errors, time.Duration and math/bits with Go's: every line printed is a difference; the last one counts
// the comparisons.
package main

import (
	"errors"
	"fmt"
	"math/bits"
	"math/rand"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	oerrors "il/errors"
	obits "il/math/bits"
	osort "il/sort"
	ours "il/strings"
	otime "il/time"
	outf8 "il/unicode/utf8"
)

var compared, differences int

func same(what string, got, want any) {
	compared++
	g, w := fmt.Sprintf("%#v", got), fmt.Sprintf("%#v", want)
	if g != w {
		differences++
		if differences < 40 {
			fmt.Println(what, "got", g, "want", w)
		}
	}
}

func pick(r *rand.Rand, pieces []string, most int) string {
	var b strings.Builder
	for n := r.Intn(most); n > 0; n-- {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	return b.String()
}

func texts(r *rand.Rand) {
	pieces := []string{"a", "b", "ab", "é", "世", " ", "\t", "\n", "\xff", "\u00a0", "\u2003", "\u3000", "\ufffd", ",", "A"}
	s, t, u := pick(r, pieces, 12), pick(r, pieces, 3), pick(r, pieces, 3)
	n := r.Intn(6) - 1
	at := fmt.Sprintf("(%q, %q, %q, %d)", s, t, u, n)
	vowel := func(c rune) bool { return strings.ContainsRune("aé世\ufffd", c) }
	change := func(c rune) rune {
		switch c {
		case 'a':
			return 'é'
		case 'b':
			return -1
		case '世':
			return 0xD800
		}
		return c
	}
	same("Index"+at, ours.Index(s, t), strings.Index(s, t))
	same("LastIndex"+at, ours.LastIndex(s, t), strings.LastIndex(s, t))
	same("IndexAny"+at, ours.IndexAny(s, t), strings.IndexAny(s, t))
	same("LastIndexAny"+at, ours.LastIndexAny(s, t), strings.LastIndexAny(s, t))
	same("IndexByte"+at, ours.IndexByte(s, 'b'), strings.IndexByte(s, 'b'))
	same("LastIndexByte"+at, ours.LastIndexByte(s, 'b'), strings.LastIndexByte(s, 'b'))
	for _, c := range []rune{'a', 'é', 0xfffd, -1, 0xd800} {
		same("IndexRune"+at, ours.IndexRune(s, c), strings.IndexRune(s, c))
	}
	same("IndexFunc"+at, ours.IndexFunc(s, vowel), strings.IndexFunc(s, vowel))
	same("LastIndexFunc"+at, ours.LastIndexFunc(s, vowel), strings.LastIndexFunc(s, vowel))
	same("Count"+at, ours.Count(s, t), strings.Count(s, t))
	if t != "" || utf8.ValidString(s) { // Go 1.19 still replaces invalid bytes, later versions do not
		same("Split"+at, ours.Split(s, t), strings.Split(s, t))
		same("SplitAfter"+at, ours.SplitAfter(s, t), strings.SplitAfter(s, t))
		same("SplitN"+at, ours.SplitN(s, t, n), strings.SplitN(s, t, n))
		same("SplitAfterN"+at, ours.SplitAfterN(s, t, n), strings.SplitAfterN(s, t, n))
	}
	same("Fields"+at, ours.Fields(s), strings.Fields(s))
	same("FieldsFunc"+at, ours.FieldsFunc(s, vowel), strings.FieldsFunc(s, vowel))
	same("Join"+at, ours.Join([]string{s, t, u}, u), strings.Join([]string{s, t, u}, u))
	same("Replace"+at, ours.Replace(s, t, u, n), strings.Replace(s, t, u, n))
	same("Repeat"+at, ours.Repeat(s, n+1), strings.Repeat(s, n+1))
	same("Map"+at, ours.Map(change, s), strings.Map(change, s))
	same("ToValidUTF8"+at, ours.ToValidUTF8(s, t), strings.ToValidUTF8(s, t))
	same("Trim"+at, ours.Trim(s, t), strings.Trim(s, t))
	same("TrimLeft"+at, ours.TrimLeft(s, t), strings.TrimLeft(s, t))
	same("TrimRight"+at, ours.TrimRight(s, t), strings.TrimRight(s, t))
	same("TrimSpace"+at, ours.TrimSpace(s), strings.TrimSpace(s))
	same("TrimFunc"+at, ours.TrimFunc(s, vowel), strings.TrimFunc(s, vowel))
	same("TrimPrefix"+at, ours.TrimPrefix(s, t), strings.TrimPrefix(s, t))
	same("TrimSuffix"+at, ours.TrimSuffix(s, t), strings.TrimSuffix(s, t))
	before, after, found := ours.Cut(s, t)
	wbefore, wafter, wfound := strings.Cut(s, t)
	same("Cut"+at, fmt.Sprintf("%q %q %v", before, after, found), fmt.Sprintf("%q %q %v", wbefore, wafter, wfound))
	same("Compare"+at, ours.Compare(s, t), strings.Compare(s, t))
}

func encodings(r *rand.Rand) {
	b := make([]byte, r.Intn(7))
	for i := range b {
		b[i] = []byte{'a', 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F, 0xC0, 0xF5, 0xFF, 0xE4, 0xB8, 0x96}[r.Intn(18)]
	}
	s := string(b)
	c, n := outf8.DecodeRune(b)
	wc, wn := utf8.DecodeRune(b)
	same(fmt.Sprintf("DecodeRune %x", s), []int{int(c), n}, []int{int(wc), wn})
	c, n = outf8.DecodeRuneInString(s)
	same(fmt.Sprintf("DecodeRuneInString %x", s), []int{int(c), n}, []int{int(wc), wn})
	c, n = outf8.DecodeLastRune(b)
	wc, wn = utf8.DecodeLastRune(b)
	same(fmt.Sprintf("DecodeLastRune %x", s), []int{int(c), n}, []int{int(wc), wn})
	c, n = outf8.DecodeLastRuneInString(s)
	same(fmt.Sprintf("DecodeLastRuneInString %x", s), []int{int(c), n}, []int{int(wc), wn})
	same(fmt.Sprintf("RuneCount %x", s), []int{outf8.RuneCount(b), outf8.RuneCountInString(s)}, []int{utf8.RuneCount(b), utf8.RuneCountInString(s)})
	same(fmt.Sprintf("Valid %x", s), []bool{outf8.Valid(b), outf8.ValidString(s)}, []bool{utf8.Valid(b), utf8.ValidString(s)})
	same(fmt.Sprintf("FullRune %x", s), []bool{outf8.FullRune(b), outf8.FullRuneInString(s)}, []bool{utf8.FullRune(b), utf8.FullRuneInString(s)})
	for _, c := range []rune{-1, 0, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000, rune(r.Intn(0x120000))} {
		same("AppendRune", outf8.AppendRune(nil, c), utf8.AppendRune(nil, c))
		same("RuneLen", outf8.RuneLen(c), utf8.RuneLen(c))
		same("ValidRune", outf8.ValidRune(c), utf8.ValidRune(c))
		var g, w [4]byte
		same("EncodeRune", outf8.EncodeRune(g[:], c), utf8.EncodeRune(w[:], c))
		same("EncodeRune", g, w)
	}
}

// pair has a key to sort by and a number that tells its original place.
type pair struct {
	key   string
	place int
}

func sorting(r *rand.Rand) {
	n := 1 + r.Intn(200)
	if r.Intn(50) == 0 {
		n = 3000
	}
	keys := 1 + r.Intn(n+1)
	a := make([]int, n)
	for i := range a {
		switch r.Intn(4) {
		case 0:
			a[i] = i
		default:
			a[i] = r.Intn(keys)
		}
	}
	b := append([]int(nil), a...)
	pairs := make([]pair, n)
	for i := range pairs {
		pairs[i] = pair{fmt.Sprintf("%04d", a[i]), i}
	}
	wpairs := append([]pair(nil), pairs...)
	osort.Ints(a)
	sort.Ints(b)
	same("Ints", a, b)
	osort.SliceStable(pairs, func(i, j int) bool { return pairs[i].key < pairs[j].key })
	sort.SliceStable(wpairs, func(i, j int) bool { return wpairs[i].key < wpairs[j].key })
	same("SliceStable", pairs, wpairs)
	r.Shuffle(n, func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	osort.Slice(pairs, func(i, j int) bool {
		return pairs[i].key < pairs[j].key || pairs[i].key == pairs[j].key && pairs[i].place < pairs[j].place
	})
	same("Slice", pairs, wpairs)
	osort.Sort(osort.Reverse(osort.IntSlice(a)))
	sort.Sort(sort.Reverse(sort.IntSlice(b)))
	same("Reverse", a, b)
	same("IntsAreSorted", osort.IntsAreSorted(a), sort.IntsAreSorted(b))
	osort.Stable(osort.IntSlice(a))
	sort.Ints(b)
	same("Stable", a, b)
	x := r.Intn(keys + 1)
	same("SearchInts", osort.SearchInts(a, x), sort.SearchInts(b, x))
}

// comparisons makes sure that no order takes more than a small multiple of n log n comparisons.
func comparisons() {
	const n = 4000
	for name, f := range map[string]func(i int) int{
		"sorted": func(i int) int { return i }, "reversed": func(i int) int { return -i }, "equal": func(i int) int { return 1 },
		"organ pipe": func(i int) int { return i * (n - i) }, "saw": func(i int) int { return i % 17 }, "halves": func(i int) int { return i % (n / 2) },
	} {
		a := make([]int, n)
		for i := range a {
			a[i] = f(i)
		}
		count := 0
		osort.Slice(a, func(i, j int) bool { count++; return a[i] < a[j] })
		if !sort.IntsAreSorted(a) || count > 4*n*12 {
			same(name, count, "at most 48 n")
		}
	}
}

func numbers(r *rand.Rand) {
	x, y, z := r.Uint64()>>uint(r.Intn(64)), r.Uint64()>>uint(r.Intn(64)), r.Uint64()&1
	hi, lo := obits.Mul64(x, y)
	whi, wlo := bits.Mul64(x, y)
	same("Mul64", []uint64{hi, lo}, []uint64{whi, wlo})
	hi, lo = obits.Add64(x, y, z)
	whi, wlo = bits.Add64(x, y, z)
	same("Add64", []uint64{hi, lo}, []uint64{whi, wlo})
	hi, lo = obits.Sub64(x, y, z)
	whi, wlo = bits.Sub64(x, y, z)
	same("Sub64", []uint64{hi, lo}, []uint64{whi, wlo})
	if y > 0 {
		hi, lo = obits.Div64(x%y, r.Uint64(), y)
		same("Div64", lo < y, true)
		rest := r.Uint64()
		hi, lo = obits.Div64(x%y, rest, y)
		whi, wlo = bits.Div64(x%y, rest, y)
		same("Div64", []uint64{hi, lo}, []uint64{whi, wlo})
		same("Rem64", obits.Rem64(x, rest, y), bits.Rem64(x, rest, y))
	}
	same("Reverse64", obits.Reverse64(x), bits.Reverse64(x))
	same("Reverse8", obits.Reverse8(uint8(x)), bits.Reverse8(uint8(x)))
	same("ReverseBytes64", obits.ReverseBytes64(x), bits.ReverseBytes64(x))
	same("ReverseBytes32", obits.ReverseBytes32(uint32(x)), bits.ReverseBytes32(uint32(x)))
	same("Len16", obits.Len16(uint16(x)), bits.Len16(uint16(x)))
	same("LeadingZeros8", obits.LeadingZeros8(uint8(x)), bits.LeadingZeros8(uint8(x)))
	same("TrailingZeros16", obits.TrailingZeros16(uint16(x)), bits.TrailingZeros16(uint16(x)))
	same("OnesCount32", obits.OnesCount32(uint32(x)), bits.OnesCount32(uint32(x)))
	k := r.Intn(200) - 100
	same("RotateLeft8", obits.RotateLeft8(uint8(x), k), bits.RotateLeft8(uint8(x), k))
	same("RotateLeft32", obits.RotateLeft32(uint32(x), k), bits.RotateLeft32(uint32(x), k))
}

var layouts = []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp,
	time.StampMilli, time.StampMicro, time.StampNano, "2006-01-02", "15:04:05.000", "15:04:05,999", "3:4:5pm", "2006-002 __2", "Monday January 2 _2006", "Jan. 2nd, '06", "-07 -07:00:00 -070000 Z07 Z070000 Z07:00:00", "05.00000", "Janet Monkey", "20060102150405.9", "1/2/06 03h"}

func times(r *rand.Rand) {
	d := time.Duration(r.Uint64()) >> uint(r.Intn(64))
	m := time.Duration(r.Uint64()) >> uint(r.Intn(64))
	o, om := otime.Duration(d), otime.Duration(m)
	same("Duration.String", o.String(), d.String())
	same("Duration.Round", int64(o.Round(om)), int64(d.Round(m)))
	same("Duration.Truncate", int64(o.Truncate(om)), int64(d.Truncate(m)))
	same("Duration.Abs", int64(o.Abs()), int64(d.Abs()))
	same("Duration.Seconds", []float64{o.Seconds(), o.Minutes(), o.Hours()}, []float64{d.Seconds(), d.Minutes(), d.Hours()})
	same("Duration.Milliseconds", []int64{o.Milliseconds(), o.Microseconds()}, []int64{d.Milliseconds(), d.Microseconds()})

	sec, nsec := int64(r.Uint64())>>uint(20+r.Intn(44)), int64(r.Uint64())>>uint(r.Intn(64))
	zone, ozone := time.UTC, otime.UTC
	if r.Intn(2) == 0 {
		offset := r.Intn(86400) - 43200
		zone, ozone = time.FixedZone("X", offset), otime.FixedZone("X", offset)
	}
	t, ot := time.Unix(sec, nsec).In(zone), otime.Unix(sec, nsec).In(ozone)
	at := fmt.Sprintf("(%d, %d, %v)", sec, nsec, zone)
	same("Time.String"+at, ot.String(), t.String())
	same("Time.Add"+at, ot.Add(o).String(), t.Add(d).String())
	same("Time.Sub"+at, int64(ot.Sub(otime.Unix(0, 0))), int64(t.Sub(time.Unix(0, 0))))
	same("Time.Round"+at, ot.Round(om).String(), t.Round(m).String())
	same("Time.Truncate"+at, ot.Truncate(om).String(), t.Truncate(m).String())
	same("Time.Weekday"+at, ot.Weekday().String(), t.Weekday().String())
	same("Time.YearDay"+at, ot.YearDay(), t.YearDay())
	year, week := ot.ISOWeek()
	wyear, wweek := t.ISOWeek()
	same("Time.ISOWeek"+at, []int{year, week}, []int{wyear, wweek})
	same("Time.AddDate"+at, ot.AddDate(1, -5, 40).String(), t.AddDate(1, -5, 40).String())
	same("Time.Unix"+at, []int64{ot.Unix(), ot.UnixMilli(), ot.UnixMicro(), ot.UnixNano()}, []int64{t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano()})
	layout := layouts[r.Intn(len(layouts))]
	if year >= 0 {
		same(fmt.Sprintf("Time.Format %q%s", layout, at), ot.Format(layout), t.Format(layout))
		same("Time.GoString"+at, ot.GoString(), t.GoString())
	}
	value := t.Format(layout)
	if r.Intn(3) == 0 && len(value) > 0 {
		i := r.Intn(len(value))
		value = value[:i] + string("0159 :APMJZx"[r.Intn(12)]) + value[i+1:]
	}
	got, gerr := otime.Parse(layout, value)
	want, werr := time.Parse(layout, value)
	if werr == nil && gerr == nil {
		same(fmt.Sprintf("Parse(%q, %q)", layout, value), got.String(), want.String())
	} else if !strings.Contains(layout, "07") { // offsets are checked since Go 1.20; where an error is said to be has changed too
		same(fmt.Sprintf("Parse(%q, %q) error", layout, value), gerr != nil, werr != nil)
	}
	text := d.String()
	if r.Intn(2) == 0 {
		text = pick(r, []string{"1", "23", ".", "5", "h", "m", "s", "ms", "us", "µs", "ns", "-", "+", "0", "9999999999", "x", " "}, 6)
	}
	gd, gerr := otime.ParseDuration(text)
	wd, werr := time.ParseDuration(text)
	same("ParseDuration "+text, int64(gd), int64(wd))
	same("ParseDuration error "+text, fmt.Sprint(gerr), fmt.Sprint(werr))
	y, mo, da, h, mi, s := r.Intn(4000)-1000, r.Intn(40)-10, r.Intn(400)-100, r.Intn(100)-30, r.Intn(200)-50, r.Intn(200)-50
	same("Date", otime.Date(y, otime.Month(mo), da, h, mi, s, int(nsec%5e9), ozone).String(), time.Date(y, time.Month(mo), da, h, mi, s, int(nsec%5e9), zone).String())
}

type codeError struct{ code int }

func (e codeError) Error() string        { return fmt.Sprint("code ", e.code) }
func (e codeError) Is(target error) bool { return target == errAny }

type listError []int

func (e listError) Error() string { return "list" }

var errAny = errors.New("any")

func trees() {
	inner := codeError{7}
	wrapped := fmt.Errorf("b: %w", fmt.Errorf("a: %w", inner))
	for _, target := range []error{inner, errAny, codeError{8}, nil, listError{1}, wrapped} {
		same("Is", oerrors.Is(wrapped, target), errors.Is(wrapped, target))
	}
	same("Is list", oerrors.Is(listError{1}, listError{1}), errors.Is(listError{1}, listError{1}))
	var g, w codeError
	same("As", oerrors.As(wrapped, &g), errors.As(wrapped, &w))
	same("As value", g, w)
	var gi, wi interface{ Is(error) bool }
	// Setting an interface with methods needs our layout of interfaces; *gi is not looked at.
	same("As interface", oerrors.As(wrapped, &gi), errors.As(wrapped, &wi))
	var gl, wl listError
	same("As fails", oerrors.As(wrapped, &gl), errors.As(wrapped, &wl))
	for _, target := range []any{nil, 5, (*error)(nil), new(int)} {
		same("As panics", message(func() { oerrors.As(wrapped, target) }), message(func() { errors.As(wrapped, target) }))
	}
	same("Unwrap", oerrors.Unwrap(wrapped), errors.Unwrap(wrapped))
	same("Join", oerrors.Join(nil, inner, nil, errAny).Error(), "code 7\nany")
	same("Join is", oerrors.Is(oerrors.Join(errAny, wrapped), inner), true)
	same("Join nil", oerrors.Join(nil, nil), nil)
}

func message(f func()) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	f()
	return ""
}

func main() {
	r := rand.New(rand.NewSource(1))
	for i := 0; i < 10000; i++ {
		texts(r)
		encodings(r)
		numbers(r)
		times(r)
	}
	for i := 0; i < 1000; i++ {
		sorting(r)
	}
	comparisons()
	trees()
	same("Repeat", message(func() { ours.Repeat("x", -1) }), message(func() { strings.Repeat("x", -1) }))
	fmt.Println(compared, "compared,", differences, "different")
}
