// Compares the Scan functions of fmt with Go's: every line printed but the last is a difference.
package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"strings"

	obufio "il/bufio"
	ours "il/fmt"
	oio "il/io"
	ostrings "il/strings"
)

var compared, differences int

// targets are variables of all kinds.
type targets struct {
	i  int
	i8 int8
	u  uint16
	f  float64
	s  string
	b  bool
	r  rune
	y  []byte
	c  complex128
}

func (t *targets) pointers(kinds []int) []any {
	all := []any{&t.i, &t.i8, &t.u, &t.f, &t.s, &t.b, &t.r, &t.y, &t.c}
	var a []any
	for _, k := range kinds {
		a = append(a, all[k])
	}
	return a
}

func same(what string, gn, wn int, gerr, werr error, got, want targets) {
	compared++
	g, w := fmt.Sprint(gn, gerr, got), fmt.Sprint(wn, werr, want)
	if g != w {
		differences++
		if differences < 40 {
			fmt.Printf("%s\n\tgot  %s\n\twant %s\n", what, g, w)
		}
	}
}

func main() {
	r := rand.New(rand.NewSource(1))
	pieces := []string{"12", "-7", "300", "0x1F", "3.5", "1e3", "true", "f", "word", "\"quoted\"", "é", "(1+2i)", "0", "99999999999999999999", "+"}
	spaces := []string{" ", " ", "  ", "\n", "\t", "", " \n"}
	for i := 0; i < 20000; i++ {
		var input strings.Builder
		var kinds []int
		n := r.Intn(4)
		for j := 0; j < n; j++ {
			input.WriteString(pieces[r.Intn(len(pieces))])
			input.WriteString(spaces[r.Intn(len(spaces))])
			kinds = append(kinds, r.Intn(9))
		}
		s := input.String()
		var got, want targets
		what := fmt.Sprintf("%q %v", s, kinds)
		gn, gerr := ours.Sscan(s, got.pointers(kinds)...)
		wn, werr := fmt.Sscan(s, want.pointers(kinds)...)
		same("Sscan "+what, gn, wn, gerr, werr, got, want)
		got, want = targets{}, targets{}
		gn, gerr = ours.Sscanln(s, got.pointers(kinds)...)
		wn, werr = fmt.Sscanln(s, want.pointers(kinds)...)
		same("Sscanln "+what, gn, wn, gerr, werr, got, want)
	}
	formats := []struct {
		format string
		inputs []string
		kinds  []int
	}{
		{"%d", []string{"5", " 5", "x", "", "-3 "}, []int{0}},
		{"%d-%d", []string{"5-6", "5 -6", "5- 6", "5", "5-"}, []int{0, 0}},
		{"%d,%s", []string{"5,abc", "5,", "5 ,x"}, []int{0, 4}},
		{"%2d%3d", []string{"12345", "1 2", "1234567"}, []int{0, 0}},
		{"%s is %d years", []string{"Ann is 30 years", "Ann is 30 year", "Ann  is\t30 years"}, []int{4, 0}},
		{"%c%c", []string{"ab", " b", "é"}, []int{6, 6}},
		{"%q %x", []string{"\"a b\" 414243", "x"}, []int{4, 4}},
		{"%x %o %b", []string{"1f 17 101", "g"}, []int{0, 0, 0}},
		{"%5s%s", []string{"helloworld", "hi there"}, []int{4, 4}},
		{"(%f, %v)", []string{"(1.5, 2)", "(1.5,2)", "( 1.5, 2)"}, []int{3, 3}},
		{"%t %v", []string{"true false", "T 1", "yes"}, []int{5, 5}},
		{"%d%%", []string{"50%", "50 %", "50"}, []int{0}},
		{"%d\n%d", []string{"1\n2", "1 2", "1\n\n2", "1"}, []int{0, 0}},
		{"%d %d", []string{"1\n2", "1    2"}, []int{0, 0}},
		{"%d %d", []string{"1 2"}, []int{0}},
		{"%d", []string{"1"}, []int{0, 0}},
		{"%z", []string{"1"}, []int{0}},
	}
	for _, f := range formats {
		for _, s := range f.inputs {
			var got, want targets
			gn, gerr := ours.Sscanf(s, f.format, got.pointers(f.kinds)...)
			wn, werr := fmt.Sscanf(s, f.format, want.pointers(f.kinds)...)
			same(fmt.Sprintf("Sscanf(%q, %q)", s, f.format), gn, wn, gerr, werr, got, want)
		}
	}
	const numbers = "1 2\n3 4 5"
	// Readers of their own library: each has its own io.EOF.
	oreaders := []oio.Reader{ostrings.NewReader(numbers), obufio.NewReader(ostrings.NewReader(numbers)), oio.MultiReader(ostrings.NewReader(numbers))}
	readers := []io.Reader{strings.NewReader(numbers), bufio.NewReader(strings.NewReader(numbers)), io.MultiReader(strings.NewReader(numbers))}
	for i := range readers {
		for j := 0; j < 7; j++ {
			var got, want targets
			gn, gerr := ours.Fscan(oreaders[i], &got.i)
			wn, werr := fmt.Fscan(readers[i], &want.i)
			same("Fscan", gn, wn, gerr, werr, got, want)
		}
	}
	fmt.Println(compared, "compared,", differences, "different")
}
