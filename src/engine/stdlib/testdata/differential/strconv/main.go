// Compares strconv with Go's: every line printed is a difference; the last one counts the comparisons.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"strconv"
	"strings"

	ours "il/strconv"
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

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func formatFloat(f float64) {
	for _, verb := range "efgEGbxX" {
		for _, prec := range []int{-1, 0, 1, 2, 3, 6, 10, 16, 17, 20, 40} {
			for _, bits := range []int{32, 64} {
				v := f
				if bits == 32 {
					v = float64(float32(f))
				}
				same(fmt.Sprintf("FormatFloat(%v, %c, %d, %d)", v, verb, prec, bits), ours.FormatFloat(v, byte(verb), prec, bits), strconv.FormatFloat(v, byte(verb), prec, bits))
			}
		}
	}
}

func parseFloat(s string) {
	for _, bits := range []int{32, 64} {
		g, gerr := ours.ParseFloat(s, bits)
		w, werr := strconv.ParseFloat(s, bits)
		if !math.IsNaN(g) || !math.IsNaN(w) {
			same(fmt.Sprintf("ParseFloat(%q, %d)", s, bits), math.Float64bits(g), math.Float64bits(w))
		}
		same(fmt.Sprintf("ParseFloat(%q, %d) error", s, bits), text(gerr), text(werr))
	}
}

// complexes compares what is written and read of numbers made of parts that fit together and of parts that do not.
func complexes(r *rand.Rand) {
	parts := []string{"", "1", "-2.5", "+3e4", "i", "i", "+", "-", "NaN", "Inf", "-inf", "(", ")", "1e400", "0x1p3", "1_0", "2i", "+4i", "-0.5i"}
	for n := 0; n < 60000; n++ {
		var s strings.Builder
		for k := r.Intn(5); k >= 0; k-- {
			s.WriteString(parts[r.Intn(len(parts))])
		}
		for _, bits := range []int{64, 128} {
			g, gerr := ours.ParseComplex(s.String(), bits)
			w, werr := strconv.ParseComplex(s.String(), bits)
			same(fmt.Sprintf("ParseComplex(%q, %d)", s.String(), bits), fmt.Sprint(g, text(gerr)), fmt.Sprint(w, text(werr)))
			c := complex(math.Float64frombits(r.Uint64()), float64(r.Intn(100)-50))
			same(fmt.Sprintf("FormatComplex(%v, %d)", c, bits), ours.FormatComplex(c, 'g', -1, bits), strconv.FormatComplex(c, 'g', -1, bits))
		}
	}
}

func parseInteger(s string) {
	for _, base := range []int{0, 2, 8, 10, 16, 36, 1, 37} {
		for _, bits := range []int{0, 8, 16, 32, 64, 65, -1} {
			gu, gerr := ours.ParseUint(s, base, bits)
			wu, werr := strconv.ParseUint(s, base, bits)
			same(fmt.Sprintf("ParseUint(%q, %d, %d)", s, base, bits), gu, wu)
			same(fmt.Sprintf("ParseUint(%q, %d, %d) error", s, base, bits), text(gerr), text(werr))
			gi, gerr := ours.ParseInt(s, base, bits)
			wi, werr := strconv.ParseInt(s, base, bits)
			same(fmt.Sprintf("ParseInt(%q, %d, %d)", s, base, bits), gi, wi)
			same(fmt.Sprintf("ParseInt(%q, %d, %d) error", s, base, bits), text(gerr), text(werr))
		}
	}
	g, gerr := ours.Atoi(s)
	w, werr := strconv.Atoi(s)
	same(fmt.Sprintf("Atoi(%q)", s), g, w)
	same(fmt.Sprintf("Atoi(%q) error", s), text(gerr), text(werr))
}

func quote(s string) {
	same("Quote", ours.Quote(s), strconv.Quote(s))
	same("QuoteToASCII", ours.QuoteToASCII(s), strconv.QuoteToASCII(s))
	same("QuoteToGraphic", ours.QuoteToGraphic(s), strconv.QuoteToGraphic(s))
	same("CanBackquote", ours.CanBackquote(s), strconv.CanBackquote(s))
}

func unquote(s string) {
	g, gerr := ours.Unquote(s)
	w, werr := strconv.Unquote(s)
	same(fmt.Sprintf("Unquote(%q)", s), g, w)
	same(fmt.Sprintf("Unquote(%q) error", s), text(gerr), text(werr))
	g, gerr = ours.QuotedPrefix(s)
	w, werr = strconv.QuotedPrefix(s)
	same(fmt.Sprintf("QuotedPrefix(%q)", s), g, w)
	same(fmt.Sprintf("QuotedPrefix(%q) error", s), text(gerr), text(werr))
}

// pick makes a text of random pieces.
func pick(r *rand.Rand, pieces []string) string {
	var b strings.Builder
	for n := r.Intn(8); n >= 0; n-- {
		b.WriteString(pieces[r.Intn(len(pieces))])
	}
	return b.String()
}

func main() {
	r := rand.New(rand.NewSource(1))
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.5, 1.5, 2.5, 3.14159, 100, 1e5, 1e6, 1e20, 1e21, 1e22, 1e23, 123456789, 1e-5, 1e-7, 9.5, 99.5, 0.05, 0.25, 0.000001,
		math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32, math.SmallestNonzeroFloat32, 0x1p-1022, 0x1p-1074, 0x1p52, 0x1p53, 0x1p63, 0x1p64, 0x1p-126, 5e-324, 1.7976931348623157e308, math.Inf(1), math.Inf(-1), math.NaN(), 4.35, 0.000335, 1234567.125, 8.5e15, 9007199254740993} {
		formatFloat(f)
	}
	for i := 0; i < 400; i++ {
		formatFloat(math.Float64frombits(r.Uint64()))
		formatFloat(float64(math.Float32frombits(r.Uint32())))
		formatFloat(float64(r.Intn(1000000)) / float64([]int{1, 10, 100, 1000, 1 << 10, 3}[r.Intn(6)]))
	}
	for i := 0; i < 20000; i++ {
		f := math.Float64frombits(r.Uint64())
		same("shortest", ours.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'g', -1, 64))
		g := float64(math.Float32frombits(r.Uint32()))
		same("shortest32", ours.FormatFloat(g, 'g', -1, 32), strconv.FormatFloat(g, 'g', -1, 32))
		h := math.Round(r.Float64()*1e6) / math.Pow10(r.Intn(9))
		same("short", ours.FormatFloat(h, 'g', -1, 64), strconv.FormatFloat(h, 'g', -1, 64))
		same("short32", ours.FormatFloat(float64(float32(h)), 'g', -1, 32), strconv.FormatFloat(float64(float32(h)), 'g', -1, 32))
		parseFloat(strconv.FormatFloat(f, 'e', r.Intn(25), 64))
		parseFloat(strconv.FormatFloat(h, 'g', -1, 64))
	}
	// Halfway between two neighbours, and a little beside.
	for i := 0; i < 3000; i++ {
		f := math.Float64frombits(r.Uint64() &^ (1 << 63))
		if math.IsNaN(f) || math.IsInf(f, 0) {
			continue
		}
		mant, exp := math.Frexp(f)
		halfway := strconv.FormatInt(int64(mant*(1<<53))*2+1, 10)
		parseFloat("0x" + strconv.FormatInt(int64(mant*(1<<53))*2+1, 16) + "p" + strconv.Itoa(exp-54))
		if exp > 0 && exp < 300 {
			parseFloat(halfway + "e" + strconv.Itoa(exp/4))
		}
		s := strconv.FormatFloat(f, 'f', -1, 64)
		parseFloat(s + "000000000000000000000000000000000000000000001")
	}
	pieces := []string{"0", "1", "9", "12", "999999999", "18446744073709551615", "_", "-", "+", ".", "e", "E", "x", "0x", "p", "inf", "nan", "Infinity", "b", "0b", "o", "a", "f", "z", "5", "e-5", "e+30", "e300", "e-320", "p-1070", " "}
	for i := 0; i < 40000; i++ {
		parseFloat(pick(r, pieces))
	}
	for i := 0; i < 5000; i++ {
		parseInteger(pick(r, pieces))
	}
	for _, s := range []string{"", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "127", "128", "-128", "-129", "255", "256", "1e400", "1e-400", "0x_1", "0_7", "1__0", "_1", "1_", "0x1p-2", "0x1.8p1", "0x", "1e", "1e+", ".", "-.5", "5.", "+infinity", "-Inf", "NaN", "+nan", "1_000.5", "0x1_0p0", "1e1_0"} {
		parseFloat(s)
		parseInteger(s)
	}
	// Go 1.19 misplaces the point after 800 digits: compared with exact arithmetic instead.
	for _, s := range []string{"1" + strings.Repeat("0", 900) + "e-900", "9007199254740993" + strings.Repeat("0", 900) + "e-900", "9007199254740993" + strings.Repeat("0", 900) + "1e-901",
		"0." + strings.Repeat("0", 400) + "123e400", strings.Repeat("9", 1200) + "e-1200", strings.Repeat("123456789", 100) + "e-700"} {
		exact, _ := new(big.Rat).SetString(s)
		want, _ := exact.Float64()
		got, _ := ours.ParseFloat(s, 64)
		same("ParseFloat long", got, want)
	}
	runes := []string{"a", "é", "世", "\x00", "\x7f", "\xff", "\n", "\t", "\"", "'", "`", "\\", "\u00a0", "\u3000", "\ufeff", "\U0001F600", "\u200b", "\ufffd", "\xed\xa0\x80"}
	for i := 0; i < 5000; i++ {
		quote(pick(r, runes))
	}
	literals := []string{"\"", "'", "`", "\\", "n", "x41", "u0041", "U0001F600", "101", "é", "a", "\n", "\r", "\xff", "ud800", "xff", "400"}
	for i := 0; i < 30000; i++ {
		s := pick(r, literals)
		unquote(s)
		unquote("\"" + s + "\"")
		unquote("'" + s + "'")
		unquote("`" + s + "`")
	}
	for c := rune(-2); c < 0x30000; c++ {
		if c >= 0 && newer(c) {
			continue
		}
		same(fmt.Sprintf("IsPrint(%U)", c), ours.IsPrint(c), strconv.IsPrint(c))
		same(fmt.Sprintf("IsGraphic(%U)", c), ours.IsGraphic(c), strconv.IsGraphic(c))
		if c < 0x400 {
			same("QuoteRune", ours.QuoteRune(c), strconv.QuoteRune(c))
			same("QuoteRuneToASCII", ours.QuoteRuneToASCII(c), strconv.QuoteRuneToASCII(c))
		}
	}
	for i := 0; i < 5000; i++ {
		n := int64(r.Uint64()) >> uint(r.Intn(64))
		base := 2 + r.Intn(35)
		same("FormatInt", ours.FormatInt(n, base), strconv.FormatInt(n, base))
		same("FormatUint", ours.FormatUint(uint64(n), base), strconv.FormatUint(uint64(n), base))
		same("Itoa", ours.Itoa(int(n)), strconv.Itoa(int(n)))
	}
	for _, s := range []string{"1", "0", "t", "F", "true", "FALSE", "yes", ""} {
		g, gerr := ours.ParseBool(s)
		w, werr := strconv.ParseBool(s)
		same("ParseBool", g, w)
		same("ParseBool error", text(gerr), text(werr))
	}
	fmt.Println(compared, "compared,", differences, "different")
}

// newer reports whether c was assigned after Unicode 13, which Go 1.19 knows: ours is printable, theirs not.
func newer(c rune) bool { return ours.IsPrint(c) && !strconv.IsPrint(c) && c > 0x100 }
