// Compares unicode and the parts of strings and bytes that need it with Go's: every line printed but the last is a difference.
package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"strings"
	"unicode"

	obytes "il/bytes"
	ostrings "il/strings"
	ours "il/unicode"
)

var (
	compared, differences int
	shown                 = map[string]int{}
)

func same(group string, at, got, want any) {
	compared++
	if fmt.Sprint(got) != fmt.Sprint(want) {
		differences++
		shown[group]++
		if shown[group] < 6 && differences < 60 {
			fmt.Printf("%s %U got %v want %v\n", group, at, got, want)
		}
	}
}

// later are characters whose category changed after Unicode 13, which Go 1.19 knows.
var later = map[rune]bool{0x295: true, 0x1734: true, 0x1171e: true, 0x16fe2: true, 0x16fe3: true}

func characters() {
	assigned := []*unicode.RangeTable{unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.C}
	newCase := func(c rune) bool { return !unicode.In(c, assigned...) }
	for c := rune(-2); c <= 0x110001; c++ {
		if c > 0x3ffff && c < 0xdff00 || newCase(c) && c >= 0 && c <= 0x10ffff || later[c] {
			continue
		}
		same("IsLetter", c, ours.IsLetter(c), unicode.IsLetter(c))
		same("IsUpper", c, ours.IsUpper(c), unicode.IsUpper(c))
		same("IsLower", c, ours.IsLower(c), unicode.IsLower(c))
		same("IsTitle", c, ours.IsTitle(c), unicode.IsTitle(c))
		same("IsDigit", c, ours.IsDigit(c), unicode.IsDigit(c))
		same("IsNumber", c, ours.IsNumber(c), unicode.IsNumber(c))
		same("IsPunct", c, ours.IsPunct(c), unicode.IsPunct(c))
		same("IsSymbol", c, ours.IsSymbol(c), unicode.IsSymbol(c))
		same("IsMark", c, ours.IsMark(c), unicode.IsMark(c))
		same("IsControl", c, ours.IsControl(c), unicode.IsControl(c))
		same("IsSpace", c, ours.IsSpace(c), unicode.IsSpace(c))
		same("IsGraphic", c, ours.IsGraphic(c), unicode.IsGraphic(c))
		same("IsPrint", c, ours.IsPrint(c), unicode.IsPrint(c))
		for which := unicode.UpperCase; which < unicode.MaxCase; which++ {
			if m := ours.To(which, c); !newCase(m) {
				same(fmt.Sprint("To ", which), c, m, unicode.To(which, c))
			}
		}
		if f := ours.SimpleFold(c); !newCase(f) {
			same("SimpleFold", c, f, unicode.SimpleFold(c))
		}
		if m := ours.TurkishCase.ToUpper(c); !newCase(m) {
			same("Turkish", c, m, unicode.TurkishCase.ToUpper(c))
		}
	}
	for name, table := range unicode.Categories {
		for c := rune(0); c < 0x32000; c++ {
			if unicode.Is(table, c) && !later[c] {
				same("category "+name, c, ours.Is(ours.Categories[name], c), true)
			}
		}
	}
	for name, table := range unicode.Scripts {
		for c := rune(0); c < 0x32000; c++ {
			if unicode.Is(table, c) && !later[c] {
				same("script "+name, c, ours.Is(ours.Scripts[name], c), true)
			}
		}
	}
}

func texts(r *rand.Rand) {
	pieces := []string{"a", "B", "é", "É", "ß", "ǆ", "ǅ", "K", "\u212a", "ſ", "σ", "ς", "Σ", "i", "İ", "ı", "世", " ", "\xff", "-", "'", "_", "1", "\n"}
	var b strings.Builder
	for n := r.Intn(8); n > 0; n-- {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	s := b.String()
	t := pieces[r.Intn(len(pieces))]
	if r.Intn(2) == 0 {
		t = strings.ToUpper(s)
	}
	same("ToUpper "+s, 0, ostrings.ToUpper(s), strings.ToUpper(s))
	same("ToLower "+s, 0, ostrings.ToLower(s), strings.ToLower(s))
	same("ToTitle "+s, 0, ostrings.ToTitle(s), strings.ToTitle(s))
	same("Title "+s, 0, ostrings.Title(s), strings.Title(s))
	same("EqualFold "+s+" "+t, 0, ostrings.EqualFold(s, t), strings.EqualFold(s, t))
	same("bytes.ToUpper "+s, 0, obytes.ToUpper([]byte(s)), bytes.ToUpper([]byte(s)))
	same("bytes.Fields "+s, 0, obytes.Fields([]byte(s)), bytes.Fields([]byte(s)))
	same("bytes.Split "+s, 0, obytes.Split([]byte(s), []byte(t)), bytes.Split([]byte(s), []byte(t)))
	same("bytes.TrimFunc "+s, 0, obytes.TrimFunc([]byte(s), unicode.IsLetter), bytes.TrimFunc([]byte(s), unicode.IsLetter))
	same("bytes.Index "+s, 0, obytes.Index([]byte(s), []byte(t)), bytes.Index([]byte(s), []byte(t)))
	same("bytes.Replace "+s, 0, obytes.Replace([]byte(s), []byte(t), []byte("x"), 2), bytes.Replace([]byte(s), []byte(t), []byte("x"), 2))
	same("bytes.Map "+s, 0, obytes.Map(unicode.ToUpper, []byte(s)), bytes.Map(unicode.ToUpper, []byte(s)))
	pairs := []string{"a", "1", "ab", "2", "", "-", "é", "e", "i", "", "σ", "longer text", " ", "_"}
	from := r.Intn(len(pairs)/2) * 2
	to := from + 2 + r.Intn((len(pairs)-from)/2)*2
	if to > len(pairs) {
		to = len(pairs)
	}
	same(fmt.Sprintf("Replacer %q %q", pairs[from:to], s), 0, ostrings.NewReplacer(pairs[from:to]...).Replace(s), strings.NewReplacer(pairs[from:to]...).Replace(s))
}

func main() {
	characters()
	r := rand.New(rand.NewSource(1))
	for i := 0; i < 30000; i++ {
		texts(r)
	}
	fmt.Println(compared, "compared,", differences, "different")
}
