// Digests of what many packages make of generated inputs.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"math/rand"
	"regexp"
	"sort"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

type digest struct {
	hash  uint64
	count int
}

func (d *digest) add(values ...any) {
	s := fmt.Sprintf("%#v", values)
	for i := 0; i < len(s); i++ {
		d.hash = (d.hash ^ uint64(s[i])) * 1099511628211
	}
	d.count++
	if dump {
		fmt.Println(s)
	}
}

func (d *digest) report(name string) {
	fmt.Printf("%-12s %7d %016x\n", name, d.count, d.hash)
	*d = digest{}
}

var (
	d     digest
	r     = rand.New(rand.NewSource(3))
	times = 1
	dump  bool
)

func pick(pieces []string, most int) string {
	var b strings.Builder
	for n := r.Intn(most); n > 0; n-- {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	return b.String()
}

var pieces = []string{"a", "b", "ab", "é", "世", " ", "\t", "\n", "\xff", "\u00a0", "\u2003", "ſ", "K", ",", "A", "ß", "Σ", "ς", "0", "\u0130"}

func texts() {
	odd := func(c rune) bool { return c%2 == 1 }
	next := func(c rune) rune { return c%7 + c - 2 }
	for i := 0; i < 1500*times; i++ {
		s, t, u, n := pick(pieces, 14), pick(pieces, 3), pick(pieces, 3), r.Intn(6)-1
		d.add(strings.Index(s, t), strings.LastIndex(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.IndexByte(s, 'b'), strings.IndexRune(s, 'é'), strings.IndexFunc(s, odd), strings.LastIndexFunc(s, odd), strings.Count(s, t))
		if t != "" || utf8.ValidString(s) {
			d.add(strings.Split(s, t), strings.SplitAfter(s, t), strings.SplitN(s, t, n), strings.SplitAfterN(s, t, n))
		}
		d.add(strings.Fields(s), strings.FieldsFunc(s, odd), strings.Replace(s, t, u, n), strings.ReplaceAll(s, u, t), strings.Map(next, s), strings.ToValidUTF8(s, t), strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimSpace(s), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
		before, after, found := strings.Cut(s, t)
		d.add(before, after, found, strings.Compare(s, t), strings.EqualFold(s, t), strings.EqualFold(s, strings.ToUpper(s)), strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.ContainsAny(s, t), strings.Repeat(t, 3), strings.NewReplacer("a", "1", "ab", "2", "é", "", t+"x", u).Replace(s))
		b, c := []byte(s), []byte(t)
		d.add(bytes.Index(b, c), bytes.Split(b, []byte("a")), bytes.Fields(b), bytes.ToUpper(b), bytes.TrimFunc(b, odd), bytes.Equal(b, c), bytes.Compare(b, c), bytes.Count(b, c), bytes.Title(b), bytes.Runes(b), bytes.LastIndexByte(b, 'a'), bytes.ReplaceAll(b, c, []byte("-")))
		d.add(utf8.RuneCountInString(s), utf8.ValidString(s), []rune(s), string([]rune(s)), utf16.Encode([]rune(s)), string(utf16.Decode(utf16.Encode([]rune(s)))))
	}
	d.report("texts")
}

// runes stays where no character has been assigned since Unicode 13.
func runes() {
	for _, span := range [][2]rune{{-2, 0x17f}, {0x1cd, 0x1ff}, {0x370, 0x377}, {0x386, 0x52f}, {0x531, 0x556}, {0x900, 0x950}, {0x1e00, 0x1e95}, {0x2000, 0x2064}, {0x2190, 0x23ff}, {0x3041, 0x3096}, {0x4e00, 0x9ffc}, {0xac00, 0xd7ff}, {0xfff0, 0x10005}, {0x1d400, 0x1d454}, {0x1f600, 0x1f64f}} {
		for c := span[0]; c <= span[1]; c++ {
			d.add(unicode.IsLetter(c), unicode.IsUpper(c), unicode.IsLower(c), unicode.IsTitle(c), unicode.IsDigit(c), unicode.IsNumber(c), unicode.IsPunct(c), unicode.IsSymbol(c), unicode.IsMark(c), unicode.IsControl(c), unicode.IsSpace(c), unicode.IsGraphic(c), unicode.IsPrint(c), unicode.ToUpper(c), unicode.ToLower(c), unicode.ToTitle(c), unicode.SimpleFold(c))
		}
	}
	d.report("runes")
}

var layouts = []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.StampMicro, "2006-01-02", "15:04:05.000", "15:04:05,999999", "3:4:5pm", "2006-002 __2", "Monday January 2 _2006", "Jan. 2nd, '06", "-07 -07:00:00 Z07:00", "05.00000", "Janet 01 Monkey 2", "20060102150405.9", "1/2/06 03h PM", "MST -0700 06"}

func moments() {
	for i := 0; i < 2500*times; i++ {
		span := time.Duration(r.Uint64()) >> uint(r.Intn(64))
		step := time.Duration(r.Uint64()) >> uint(r.Intn(64))
		d.add(span.String(), span.Round(step).String(), span.Truncate(step), span.Hours(), span.Minutes(), span.Seconds(), span.Milliseconds())
		zone := time.FixedZone([]string{"CET", "X", "EST"}[r.Intn(3)], r.Intn(96)*900-43200)
		t := time.Unix(r.Int63n(8e9)-2e9, r.Int63n(1e9)).In(zone)
		year, week := t.ISOWeek()
		d.add(t.String(), t.UTC().String(), year, week, t.YearDay(), t.Weekday().String(), t.Add(span/100).String(), t.AddDate(r.Intn(9)-4, r.Intn(40)-20, r.Intn(100)-50).String(), t.Round(step).String(), t.Truncate(time.Hour).String(), t.GoString())
		other := time.Date(r.Intn(400)+1800, time.Month(r.Intn(30)-8), r.Intn(90)-20, r.Intn(60)-20, r.Intn(150)-40, r.Intn(150)-40, r.Intn(2e9)-1e9, zone)
		d.add(other.String(), other.Sub(t).String(), other.Before(t), t.Equal(t.UTC()), other.Unix(), other.UnixMilli())
		layout := layouts[r.Intn(len(layouts))]
		text := t.Format(layout)
		back, err := time.Parse(layout, text)
		in, err2 := time.ParseInLocation(layout, text, zone)
		d.add(layout, text, back.UTC().String(), err == nil, in.UTC().String(), err2 == nil)
		short, err := time.ParseDuration(pick([]string{"1", "23", ".", "5", "h", "m", "s", "ms", "us", "µs", "ns", "-", "0", "x", " "}, 6))
		d.add(short, fmt.Sprint(err))
	}
	d.report("moments")
}

type byLength []string

func (b byLength) Len() int { return len(b) }
func (b byLength) Less(i, j int) bool {
	return len(b[i]) < len(b[j]) || len(b[i]) == len(b[j]) && b[i] < b[j]
}
func (b byLength) Swap(i, j int) { b[i], b[j] = b[j], b[i] }
func (b *byLength) Push(x any)   { *b = append(*b, x.(string)) }
func (b *byLength) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}

func orders() {
	for i := 0; i < 150*times; i++ {
		n := r.Intn(120)
		ints, words := make([]int, n), make(byLength, n)
		for i := range ints {
			ints[i], words[i] = r.Intn(n+1), pick([]string{"a", "b", "c", "é"}, 5)
		}
		pairs := make([][2]int, n)
		for i := range pairs {
			pairs[i] = [2]int{ints[i] % 5, i}
		}
		sort.SliceStable(pairs, func(i, j int) bool { return pairs[i][0] < pairs[j][0] })
		h := append(byLength(nil), words...)
		heap.Init(&h)
		heap.Push(&h, "bb")
		popped := []any{}
		for h.Len() > 0 {
			popped = append(popped, heap.Pop(&h))
			if h.Len() > 3 && r.Intn(4) == 0 {
				heap.Remove(&h, r.Intn(h.Len()))
			}
			if h.Len() > 3 {
				k := r.Intn(h.Len())
				h[k] = "ab"
				heap.Fix(&h, k)
			}
		}
		sort.Ints(ints)
		sort.Sort(words)
		d.add(ints, words, pairs, popped, sort.SearchInts(ints, 7), sort.SearchStrings([]string{"a", "c"}, "b"), sort.IsSorted(words))
		sort.Sort(sort.Reverse(sort.IntSlice(ints)))
		l, circle := list.New(), ring.New(5)
		for _, x := range ints {
			switch e := l.Back(); {
			case x%4 == 0:
				l.PushFront(x)
			case x%4 == 1 && e != nil:
				l.InsertBefore(x, e)
			case x%4 == 2 && e != nil:
				l.MoveToFront(e)
			case x%11 == 3 && e != nil:
				l.Remove(e)
			default:
				l.PushBack(x)
			}
			circle.Value = x
			circle = circle.Move(x - 3)
		}
		var elements []any
		for e := l.Front(); e != nil; e = e.Next() {
			elements = append(elements, e.Value)
		}
		circle.Do(func(v any) { elements = append(elements, v) })
		d.add(ints, elements, l.Len())
	}
	d.report("orders")
}

// trickle gives a few bytes at a time, then an error.
type trickle struct {
	text string
	err  error
}

func (t *trickle) Read(p []byte) (int, error) {
	if t.text == "" {
		return 0, t.err
	}
	n := copy(p, t.text[:1+r.Intn(len(t.text))])
	t.text = t.text[n:]
	return n, nil
}

func streams() {
	errs := []error{io.EOF, errors.New("broken")}
	splits := []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes}
	for i := 0; i < 600*times; i++ {
		text := pick(append(pieces, "\r\n", "\n", "long word here"), 30)
		s := bufio.NewScanner(&trickle{text, errs[r.Intn(2)]})
		s.Buffer(make([]byte, 0, 16), 40)
		s.Split(splits[r.Intn(4)])
		for s.Scan() {
			d.add(s.Text())
		}
		d.add(fmt.Sprint(s.Err()))
		b := bufio.NewReaderSize(&trickle{text, errs[r.Intn(2)]}, 16)
		var err error
		for err == nil {
			var got any
			switch r.Intn(7) {
			case 0:
				got, err = b.ReadByte()
			case 1:
				got, _, err = b.ReadRune()
			case 2:
				got, err = b.ReadString('\n')
			case 3:
				got, _, err = b.ReadLine()
				got = string(got.([]byte))
			case 4:
				got, err = b.Peek(r.Intn(5))
				got = string(got.([]byte))
				if err == nil {
					_, err = b.Discard(1)
				}
			case 5:
				got, err = b.ReadSlice(' ')
				got = string(got.([]byte))
			case 6:
				if got = fmt.Sprint(b.UnreadByte()); got == "<nil>" {
					_, err = b.ReadByte()
				}
			}
			d.add(got, fmt.Sprint(err))
		}
		var out bytes.Buffer
		w := bufio.NewWriterSize(&out, 8)
		w.WriteString(text)
		w.WriteRune('世')
		d.add(w.Buffered(), w.Available(), out.String())
		w.Flush()
		d.add(out.String())
		t := tabwriter.NewWriter(&out, r.Intn(9), r.Intn(9), r.Intn(3), " .\t-"[r.Intn(4)], uint(r.Intn(32)))
		fmt.Fprint(t, strings.ReplaceAll(text, "a", "\t"), "\tx\ty\nlonger\tz\n")
		t.Flush()
		d.add(out.String())
	}
	d.report("streams")
}

func expressions() {
	parts := []string{"a", "b", ".", "[ab]", "[^a]", "\\w", "\\d+", "(a|b)", "(?:x*)", "(", ")", "*", "+?", "?", "{1,3}", "|", "^", "$", "\\b", "é", "(?i)", "(?P<n>a)"}
	for i := 0; i < 1200*times; i++ {
		text := pick([]string{"a", "b", "ab", "x", "1", "é", " ", "A", "\n"}, 16)
		re, err := regexp.Compile(pick(parts, 7))
		if err != nil {
			d.add(err.Error())
			continue
		}
		d.add(re.String(), re.MatchString(text), re.FindStringSubmatchIndex(text), re.FindAllStringSubmatchIndex(text, -1), re.ReplaceAllString(text, "<$0$1${n}>"), re.Split(text, 4), re.NumSubexp(), re.SubexpNames())
	}
	d.report("expressions")
}

type record struct {
	Name   string            `json:"name"`
	Age    int8              `json:"age,omitempty"`
	Tags   []string          `json:"tags"`
	Extra  map[string]any    `json:",omitempty"`
	Nested *record           `json:"nested"`
	When   time.Time         `json:"when"`
	Text   float64           `json:"text,string"`
	Raw    json.RawMessage   `json:"raw,omitempty"`
	Links  map[int]*[2]uint8 `json:"links"`
	hidden int
}

func documents() {
	parts := []string{"{", "}", "[", "]", ",", ":", `"a"`, `"name":"x"`, `"age":5`, `"tags":["t"]`, `"nested":{}`, "1", "-2.5e3", "true", "null", " ", `"\u00e9\n"`, `"text":"1.5"`, `"links":{"3":[1,2]}`, "\"", "1e999", `"when":"2020-01-02T03:04:05Z"`}
	for i := 0; i < 1500*times; i++ {
		text := pick(parts, 8)
		if i%2 == 0 {
			text = "{" + strings.Join([]string{parts[7+r.Intn(4)], parts[17+r.Intn(2)], `"raw":` + pick(parts[11:15], 2) + "0"}, ",") + "}"
		}
		var any1 any
		var rec record
		err1, err2 := json.Unmarshal([]byte(text), &any1), json.Unmarshal([]byte(text), &rec)
		out1, err3 := json.Marshal(any1)
		out2, err4 := json.MarshalIndent(rec, ">", " ")
		d.add(json.Valid([]byte(text)), fmt.Sprint(err1), fmt.Sprint(err2), string(out1), fmt.Sprint(err3), string(out2), fmt.Sprint(err4))
	}
	d.report("documents")
}

func numbers() {
	for i := 0; i < 4000*times; i++ {
		x, y, carry := r.Uint64()>>uint(r.Intn(64)), r.Uint64()>>uint(r.Intn(64)), r.Uint64()&1
		hi, lo := bits.Mul64(x, y)
		sum, out := bits.Add64(x, y, carry)
		diff, borrow := bits.Sub64(x, y, carry)
		q, rest := bits.Div64(x%(y|1), y, y|1)
		d.add(hi, lo, sum, out, diff, borrow, q, rest, bits.Reverse64(x), bits.ReverseBytes32(uint32(x)), bits.Len64(x), bits.LeadingZeros8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.OnesCount32(uint32(x)), bits.RotateLeft16(uint16(x), int(y%40)-20), float32(r.NormFloat64()), float32(r.ExpFloat64()), r.Perm(5), r.Float32(), r.Int31n(1000))
	}
	d.report("numbers")
}

func main() {
	var mode string // full: more of it; dump: what the digests are of
	fmt.Scan(&mode)
	dump = mode == "dump"
	if mode == "full" {
		times = 20
	}
	texts()
	runes()
	moments()
	orders()
	streams()
	expressions()
	documents()
	numbers()
}
