// Functions that other programs here do not come to: containers, conversions, bits, sorts of numbers, characters.
package main

import (
	"bytes"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"math/cmplx"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func contents(l *list.List) (s []any) {
	for e := l.Back(); e != nil; e = e.Prev() {
		s = append(s, e.Value)
	}
	return s
}

func containers() {
	var l list.List
	a := l.PushBack("a")
	b := l.PushBack("b")
	c := l.PushFront("c")
	l.MoveToBack(a)
	l.MoveBefore(b, c)
	l.MoveAfter(c, a)
	fmt.Println(contents(&l), l.Len(), a.Next() == c, c.Next() == nil, b.Prev() == nil)
	other := list.New()
	other.PushBackList(&l)
	other.PushFrontList(other)
	l.MoveToBack(other.Front()) // of another list: nothing happens
	fmt.Println(contents(other), contents(&l), l.InsertAfter("x", other.Front()), l.Remove(a), l.Remove(a), l.Len())
	l.Init()
	fmt.Println(l.Front(), l.Back())
	r := ring.New(4)
	for i := 0; i < r.Len(); i++ {
		r.Value = i
		r = r.Next()
	}
	sum := func(r *ring.Ring) (s []any) { r.Do(func(v any) { s = append(s, v) }); return s }
	cut := r.Unlink(2)
	fmt.Println(sum(r), sum(cut), r.Prev().Value, r.Unlink(0), ring.New(0))
	back := r.Link(cut)
	fmt.Println(sum(r), back.Value, sum(r.Link(r.Next().Next())))
	var zero ring.Ring
	fmt.Println(zero.Len(), zero.Next() == &zero)
}

func conversions() {
	b := []byte("> ")
	b = strconv.AppendBool(b, true)
	b = strconv.AppendInt(append(b, ' '), -42, 16)
	b = strconv.AppendUint(append(b, ' '), math.MaxUint64, 36)
	b = strconv.AppendFloat(append(b, ' '), 1.5, 'e', 3, 64)
	b = strconv.AppendQuote(append(b, ' '), "é\n\u200b")
	b = strconv.AppendQuoteToASCII(append(b, ' '), "é\U0001F600")
	b = strconv.AppendQuoteToGraphic(append(b, ' '), "\u00a0\u3000")
	b = strconv.AppendQuoteRune(append(b, ' '), '☺')
	b = strconv.AppendQuoteRuneToASCII(append(b, ' '), '☺')
	b = strconv.AppendQuoteRuneToGraphic(append(b, ' '), '\u3000')
	fmt.Println(string(b), strconv.QuoteRuneToGraphic('\t'), strconv.FormatBool(false), strconv.IntSize)
	for rest := `\u00e9\x41\101\n'"q`; rest != ""; {
		c, multi, tail, err := strconv.UnquoteChar(rest, '"')
		fmt.Print(c, " ", multi, " ", err, "; ")
		if err != nil {
			break
		}
		rest = tail
	}
	fmt.Println()
	_, err := strconv.Atoi("99999999999999999999")
	var num *strconv.NumError
	fmt.Println(errors.As(err, &num), num.Func, num.Num, num.Err == strconv.ErrRange, errors.Is(err, strconv.ErrRange), num)
	_, err = strconv.ParseBool("maybe")
	fmt.Println(err, errors.Is(err, strconv.ErrSyntax))
	fmt.Println(string(fmt.Append(nil, 1, 2)), strings.TrimLeftFunc("  x ", unicode.IsSpace), strings.TrimRightFunc("  x ", unicode.IsSpace))
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, "iı"), strings.ToLowerSpecial(unicode.TurkishCase, "Iİ"), strings.ToTitleSpecial(unicode.AzeriCase, "i"))
	fmt.Println(string(bytes.ToUpperSpecial(unicode.TurkishCase, []byte("i"))), string(bytes.ToLowerSpecial(unicode.TurkishCase, []byte("I"))), string(bytes.ToTitleSpecial(unicode.TurkishCase, []byte("i"))))
	var sb strings.Builder
	sb.Grow(10)
	fmt.Println(sb.Cap() >= 10, sb.Len())
	r := strings.NewReader("reader")
	p := make([]byte, 3)
	n, err := r.ReadAt(p, 4)
	fmt.Println(n, err, string(p[:n]))
	k, err := r.WriteTo(&sb)
	fmt.Println(k, err, sb.String(), r.Len())
	fmt.Println(utf8.RuneStart(0x80), utf8.RuneStart('a'), utf8.RuneError, utf8.RuneSelf, utf8.UTFMax, utf8.MaxRune)
}

func numbers() {
	x, y := uint(0xdeadbeef12345678), uint(0x123456789abcdef)
	hi, lo := bits.Mul(x, y)
	q, r := bits.Div(hi%y, lo, y)
	s, c := bits.Add32(0xffffffff, 1, 1)
	d, w := bits.Sub32(1, 2, 1)
	h32, l32 := bits.Mul32(0xdeadbeef, 0x12345678)
	q32, r32 := bits.Div32(1, 2, 3)
	fmt.Println(hi, lo, q, r, s, c, d, w, h32, l32, q32, r32, bits.Rem(hi, lo, y), bits.Rem32(7, 8, 5))
	fmt.Println(bits.LeadingZeros(x), bits.LeadingZeros16(1), bits.Len8(9), bits.Len32(9), bits.OnesCount(x), bits.OnesCount16(0xf0f), bits.Reverse32(1), bits.ReverseBytes(x), bits.ReverseBytes16(0x1234), bits.RotateLeft(x, -4), bits.TrailingZeros(x), bits.TrailingZeros8(8), bits.UintSize)
	for _, f := range []func(){func() { bits.Div(5, 0, 5) }, func() { bits.Div32(0, 1, 0) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(math.Phi, math.Sqrt2, math.SqrtE, math.SqrtPi, math.SqrtPhi, math.Ln2, math.Log2E, math.Ln10, math.Log10E, uint64(math.MaxUint), math.MinInt8, math.MinInt16, math.MinInt32, math.MinInt, math.MaxUint8, math.MaxUint16, math.MaxInt16, math.MaxInt32)
	sin, cos := math.Sincos(0)
	rho, theta := cmplx.Polar(complex(0, 2))
	fmt.Println(sin, cos, cmplx.Conj(1+2i), rho, theta, cmplx.Phase(-1), cmplx.Rect(2, 0), cmplx.Abs(3+4i))
	fl := sort.Float64Slice{2, math.NaN(), -1, math.Inf(1)}
	fl.Sort()
	fmt.Println(fl, sort.Float64sAreSorted(fl), sort.SearchFloat64s([]float64{1, 2, 3}, 2.5), fl.Search(2))
	words := []string{"b", "c", "a"}
	fmt.Println(sort.StringsAreSorted(words), sort.SliceIsSorted(words, func(i, j int) bool { return false }))
	at, found := sort.Find(5, func(i int) int { return 3 - i })
	fmt.Println(at, found)
}

func main() {
	containers()
	conversions()
	numbers()
}
