// Compares encoding/json with Go's on random values, texts and broken texts. Every line printed but the last is a difference.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand"
	"reflect"
	"strings"

	obytes "il/bytes"
	ours "il/encoding/json"
	oio "il/io"
)

var compared, differences int

func same(what string, got, want any) {
	compared++
	if g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want); g != w {
		differences++
		if differences < 30 {
			fmt.Printf("%s\n\tgot  %s\n\twant %s\n", what, g, w)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	kind := strings.Replace(fmt.Sprintf("%T", err), "CorruptInputError", "corruptError", 1) // ours has no package base64
	offset := ""
	if f := reflect.Indirect(reflect.ValueOf(err)); f.Kind() == reflect.Struct && f.FieldByName("Offset").IsValid() {
		offset = fmt.Sprint(f.FieldByName("Offset"))
	}
	return kind[strings.LastIndex(kind, ".")+1:] + " " + err.Error() + offset
}

// plain leaves out the offset, which Go does not count in Compact, Indent and Token.
func plain(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

type inner struct {
	A int `json:"a"`
	B string
	X *float32 `json:"x,omitempty"`
}

type other struct {
	B     string `json:"B"`
	Deep  int8
	Tag   uint16 `json:"tag,string"`
	hides int
}

type level int

func (l level) MarshalText() ([]byte, error) { return []byte(strings.Repeat("!", int(l)&7)), nil }

func (l *level) UnmarshalText(b []byte) error {
	if len(b) > 7 {
		return fmt.Errorf("too long: %s", b)
	}
	*l = level(len(b))
	return nil
}

type custom struct{ s string }

func (c *custom) MarshalJSON() ([]byte, error) { return []byte(" [ \"" + c.s + "\" , 1 ]"), nil }
func (c *custom) UnmarshalJSON(b []byte) error { c.s = fmt.Sprint(len(b)); return nil }

// record has a field of every sort.
type record struct {
	inner
	*Other
	I8     int8           `json:"i8"`
	U      uint32         `json:",omitempty"`
	F      float64        `json:"f,string"`
	F32    float32        `json:"f32"`
	S      string         `json:"s,string,omitempty"`
	Bool   bool           `json:"bool,string"`
	Slice  []int16        `json:"slice"`
	Array  [3]string      `json:"array"`
	Bytes  []byte         `json:"bytes,omitempty"`
	Map    map[string]int `json:"map,omitempty"`
	Ints   map[int8]bool  `json:"ints"`
	Levels map[level]level
	Any    any `json:"any"`
	Ptr    **int
	Custom custom  `json:"custom"`
	CPtr   *custom `json:"cptr,omitempty"`
	Level  level   `json:"level"`
	Next   *record `json:"next,omitempty"`
	Fold   int     `json:"FOLD"`
}

// Other is embedded by pointer.
type Other other

type generator struct{ *rand.Rand }

func (g generator) word() string {
	return [...]string{"", "a", "<b>&", "é世\U0001F600", "\xff\xc3", "\"q\"\\", "\u2028x\u2029", "tab\there\n", "\x01\x1f", "12", "true", "null", "long long text"}[g.Intn(13)]
}

func (g generator) float() float64 {
	return [...]float64{0, 1, -1.5, 1e21, 1e-7, 123456789.125, math.MaxFloat64, 5e-324, 1e20, 1e-6, 0.1, g.NormFloat64(), float64(g.Intn(1000))}[g.Intn(13)]
}

func (g generator) any(depth int) any {
	switch n := g.Intn(9); {
	case n == 0:
		return nil
	case n == 1:
		return g.Intn(2) == 0
	case n == 2:
		return g.float()
	case n == 3 || depth == 0:
		return g.word()
	case n < 6:
		list := []any{}
		for i := g.Intn(4); i > 0; i-- {
			list = append(list, g.any(depth-1))
		}
		return list
	}
	m := map[string]any{}
	for i := g.Intn(4); i > 0; i-- {
		m[g.word()] = g.any(depth - 1)
	}
	return m
}

func (g generator) record(depth int) *record {
	r := &record{I8: int8(g.Intn(256)), U: uint32(g.Intn(2) * g.Intn(1000)), F: g.float(), F32: float32(g.NormFloat64()), S: g.word(), Bool: g.Intn(2) == 0, Any: g.any(2), Level: level(g.Intn(8))}
	r.A, r.inner.B = g.Intn(100), g.word()
	r.Custom.s = "c"
	if g.Intn(2) == 0 {
		x := float32(g.NormFloat64())
		r.X = &x
		r.Other = &Other{B: g.word(), Deep: int8(g.Intn(100)), Tag: uint16(g.Intn(1000))}
		r.Slice = []int16{int16(g.Intn(1000)), -1}[:g.Intn(3)]
		r.Bytes = []byte(g.word())
		r.Map = map[string]int{g.word(): 1, g.word(): 2}
		r.Ints = map[int8]bool{int8(g.Intn(256)): true, 5: false, -5: true}
		r.Levels = map[level]level{2: 3, 5: 6}
		n := 5
		p := &n
		r.Ptr = &p
		r.CPtr = &custom{"p"}
		r.Array[1] = g.word()
	}
	if depth > 0 && g.Intn(2) == 0 {
		r.Next = g.record(depth - 1)
	}
	return r
}

// value makes a text for a record: mostly what fits, at times not.
func (g generator) value(depth int) string {
	switch g.Intn(12) {
	case 0:
		return "null"
	case 1:
		return "true"
	case 2:
		return fmt.Sprint(g.Intn(400) - 200)
	case 3:
		return [...]string{"1.5", "1e3", "-0", "1e400", "99999999999999999999", "0.1e-5", "3.0"}[g.Intn(7)]
	case 4, 5:
		return [...]string{`"x"`, `"\u00e9\ud83d\ude00\ud800"`, `"12"`, `"true"`, `"null"`, `"aGVsbG8="`, `"aGVsbG8"`, `""`, `"\"in\""`, "\"\xff\"", `"1.5"`, `"!!!"`, `"!!!!!!!!!"`, `"\/\b\f\n\r\t\\"`}[g.Intn(14)]
	case 6, 7:
		if depth == 0 {
			return "[]"
		}
		parts := make([]string, g.Intn(5))
		for i := range parts {
			parts[i] = g.value(depth - 1)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if depth == 0 {
		return "{}"
	}
	keys := []string{"a", "A", "b", "B", "x", "Deep", "tag", "i8", "U", "f", "F", "f32", "s", "bool", "slice", "array", "bytes", "map", "ints", "Levels", "any", "Ptr", "custom", "cptr", "level", "next", "fold", "zzz", "5", "-7", "300", "SLICE"}
	parts := make([]string, g.Intn(6))
	for i := range parts {
		parts[i] = fmt.Sprintf(" %q : %s", keys[g.Intn(len(keys))], g.value(depth-1))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func (g generator) garble(s string) string {
	pieces := []string{"{", "}", "[", "]", ",", ":", `"`, `\`, "0", "-", ".", "e", "t", "n", " ", "\x00", "x", `\u12`, "\xff"}
	for n := g.Intn(3); n > 0 && len(s) > 0; n-- {
		at := g.Intn(len(s))
		switch g.Intn(3) {
		case 0:
			s = s[:at]
		case 1:
			s = s[:at] + pieces[g.Intn(len(pieces))] + s[at:]
		default:
			s = s[:at] + s[at+1:]
		}
	}
	return s
}

func encoding(g generator) {
	r := g.record(2)
	got, gerr := ours.Marshal(r)
	want, werr := json.Marshal(r)
	same("Marshal", string(got)+text(gerr), string(want)+text(werr))
	v := g.any(3)
	got, gerr = ours.MarshalIndent(v, "-", "  ")
	want, werr = json.MarshalIndent(v, "-", "  ")
	same("MarshalIndent", string(got)+text(gerr), string(want)+text(werr))
	for _, bad := range []any{make(chan int), map[bool]int{}, math.NaN(), []any{func() {}}, complex(1, 2), map[string]any{"x": math.Inf(1)}} {
		_, gerr := ours.Marshal(bad)
		_, werr := json.Marshal(bad)
		same("Marshal of what cannot be", text(gerr), text(werr))
	}
	var gb, wb bytes.Buffer
	ge, we := ours.NewEncoder(&gb), json.NewEncoder(&wb)
	ge.SetEscapeHTML(false)
	we.SetEscapeHTML(false)
	ge.Encode(r)
	we.Encode(r)
	same("Encode", gb.String(), wb.String())
}

func decoding(g generator) {
	s := g.value(4)
	if g.Intn(2) == 0 {
		s = g.garble(s)
	}
	what := fmt.Sprintf("%q", s)
	same("Valid "+what, ours.Valid([]byte(s)), json.Valid([]byte(s)))
	var ga, wa any
	gerr, werr := ours.Unmarshal([]byte(s), &ga), json.Unmarshal([]byte(s), &wa)
	same("Unmarshal "+what, fmt.Sprint(ga, text(gerr)), fmt.Sprint(wa, text(werr)))
	gr, wr := g.record(0), &record{}
	*wr = *gr
	wr.Other, gr.Other = nil, nil
	gr.Map, wr.Map, gr.Ints, wr.Ints, gr.Levels, wr.Levels, gr.CPtr, wr.CPtr, gr.X, wr.X, gr.Ptr, wr.Ptr = nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, nil
	gr.Slice, wr.Slice, gr.Bytes, wr.Bytes, gr.Any, wr.Any = nil, nil, nil, nil, nil, nil
	gerr, werr = ours.Unmarshal([]byte(s), gr), json.Unmarshal([]byte(s), wr)
	gt, _ := json.Marshal(gr)
	wt, _ := json.Marshal(wr)
	same("Unmarshal record "+what, string(gt)+text(gerr), string(wt)+text(werr))
	var gb obytes.Buffer
	var wb bytes.Buffer
	gerr, werr = ours.Compact(&gb, []byte(s)), json.Compact(&wb, []byte(s))
	same("Compact "+what, gb.String()+plain(gerr), wb.String()+plain(werr))
	gb.Reset()
	wb.Reset()
	gerr, werr = ours.Indent(&gb, []byte(s+" "), ">", "\t"), json.Indent(&wb, []byte(s+" "), ">", "\t")
	same("Indent "+what, gb.String()+plain(gerr), wb.String()+plain(werr))
	gb.Reset()
	wb.Reset()
	ours.HTMLEscape(&gb, []byte(s))
	json.HTMLEscape(&wb, []byte(s))
	same("HTMLEscape", gb.String(), wb.String())
}

// slow gives its text in small pieces.
type slow struct {
	g   generator
	s   string
	end error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, r.end
	}
	n := copy(p[:1+r.g.Intn(3)%len(p)], r.s)
	r.s = r.s[n:]
	return n, nil
}

func streaming(g generator) {
	s := g.value(2) + " " + g.value(3) + g.value(1) + "\n"
	if g.Intn(3) == 0 {
		s = g.garble(s)
	}
	gd, wd := ours.NewDecoder(&slow{g, s, oio.EOF}), json.NewDecoder(&slow{g, s, io.EOF})
	if g.Intn(2) == 0 {
		gd.UseNumber()
		wd.UseNumber()
	}
	for i := 0; i < 5; i++ {
		var gv, wv any
		gerr, werr := gd.Decode(&gv), wd.Decode(&wv)
		same(fmt.Sprintf("Decode %d of %q", i, s), fmt.Sprint(gv, text(gerr), gd.InputOffset()), fmt.Sprint(wv, text(werr), wd.InputOffset()))
		if werr != nil {
			break
		}
	}
	gd, wd = ours.NewDecoder(&slow{g, s, oio.EOF}), json.NewDecoder(&slow{g, s, io.EOF})
	for i := 0; i < 40; i++ {
		gt, gerr := gd.Token()
		wt, werr := wd.Token()
		same(fmt.Sprintf("Token %d of %q", i, s), fmt.Sprint(gt, plain(gerr)), fmt.Sprint(wt, plain(werr)))
		if werr != nil || gerr != nil {
			break
		}
		same(fmt.Sprintf("More %d of %q", i, s), gd.More(), wd.More())
	}
}

func main() {
	g := generator{rand.New(rand.NewSource(1))}
	for i := 0; i < 20000; i++ {
		encoding(g)
		decoding(g)
		streaming(g)
	}
	fmt.Println(compared, "compared,", differences, "different")
}
