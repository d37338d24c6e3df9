// Range over functions (Go 1.23): the body becomes the function that the iterator calls.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func none(yield func() bool) {
	for i := 0; ; i++ {
		if !yield() {
			fmt.Println("left after", i+1)
			return
		}
	}
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				fmt.Print("(stop ", i, ") ")
				return
			}
		}
		fmt.Print("(end) ")
	}
}

func letters(s string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i, r := range s {
			if !yield(i, r) {
				return
			}
		}
	}
}

type myYield func(string) bool
type words []string

func (w words) Each(yield myYield) {
	for _, s := range w {
		if !yield(s) {
			return
		}
	}
}

type pointerWords struct{ words }

func (w *pointerWords) Back(yield func(string) bool) {
	for i := len(w.words) - 1; i >= 0; i-- {
		if !yield(w.words[i]) {
			return
		}
	}
}

type iterator interface{ Each(myYield) }

func collect[F ~func(func(E) bool), E any](f F) (list []E) {
	for x := range f {
		list = append(list, x)
	}
	return list
}

var evaluations int

func source() iter.Seq[int] { evaluations++; return count(2) }

type point struct{ x, y int }

func main() {
	// No, one, two variables; fewer than the function gives.
	n := 0
	for range none {
		if n++; n == 3 {
			break
		}
	}
	for i := range count(3) {
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i, r := range letters("aβ") {
		fmt.Print(i, string(r), " ")
	}
	for i := range letters("xy") {
		fmt.Print(i, " ")
	}
	for _, r := range letters("xy") {
		fmt.Print(string(r), " ")
	}
	for range letters("zz") {
		fmt.Print("z")
	}
	for _, _ = range letters("zz") {
		fmt.Print("_")
	}
	fmt.Println()

	// Methods, through an interface as well; function literals; types with names.
	w := words{"one", "two", "three"}
	for s := range w.Each {
		fmt.Print(s, " ")
	}
	p := &pointerWords{w}
	for s := range p.Back {
		fmt.Print(s, " ")
	}
	var it iterator = w[:1]
	for s := range it.Each {
		fmt.Print(s, " ")
	}
	fmt.Println(collect(p.Back), collect(count(2)))
	for x := range func(yield func(float64) bool) { _ = yield(1.5) && yield(2.5) } {
		fmt.Print(x, " ")
	}
	fmt.Println()

	// Assigning to existing variables of all kinds, of other types too.
	var i int
	var list [2]int
	pt := &point{}
	m := map[string]any{}
	for i = range count(2) {
	}
	for list[i] = range count(3) {
	}
	for pt.x = range count(4) {
	}
	for m["k"] = range count(5) {
	}
	for i, m["r"] = range letters("ab") {
	}
	fmt.Println(i, list, *pt, m)

	// The operand is evaluated once. The body's variables are its own in each iteration, those around it are shared.
	total := 0
	var fs []func() int
	for v := range source() {
		total += v + 1
		fs = append(fs, func() int { v *= 10; total++; return v })
	}
	fmt.Println(evaluations, total)
	a, b, c := fs[0](), fs[1](), fs[1]()
	fmt.Println(a, b, c, total)

	// break, continue, and an iterator that pays no attention to false as long as it does not call again.
	for v := range count(5) {
		if v == 1 {
			continue
		}
		if v == 3 {
			break
		}
		fmt.Print(v, " ")
	}
	for v := range count(5) {
		switch {
		case v == 2:
			break // of the switch
		case v > 2:
			fmt.Print("big ")
		}
	}
	fmt.Println()

	// Recursive iterators.
	t := &tree{left: &tree{value: 1}, value: 2, right: &tree{left: &tree{value: 3}, value: 4}}
	for v := range t.all {
		if fmt.Print(v, " "); v == 3 {
			break
		}
	}
	fmt.Println()

	// The library's iterators.
	fmt.Println(slices.Collect(maps.Keys(map[int]bool{7: true})), slices.Sorted(maps.Values(map[int]string{1: "b", 2: "a"})))
	for i, s := range slices.Backward([]string{"a", "b"}) {
		fmt.Print(i, s, " ")
	}
	for part := range strings.SplitSeq("x,y", ",") {
		fmt.Print(part, " ")
	}
	for c := range slices.Chunk([]int{1, 2, 3}, 2) {
		fmt.Print(c)
	}
	fmt.Println()

	// Large values and many goroutines.
	type big struct{ a [50]int }
	for b := range func(yield func(big) bool) { var b big; b.a[49] = 6; yield(b) } {
		fmt.Println(b.a[49])
	}
	results := make(chan int)
	for g := range count(3) {
		go func() {
			sum := 0
			for v := range count(0) {
				sum += v
			}
			results <- sum + g
		}()
	}
	fmt.Println(<-results + <-results + <-results)
}

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) all(yield func(int) bool) {
	if t != nil {
		t.push(yield)
	}
}

func (t *tree) push(yield func(int) bool) bool {
	return t == nil || t.left.push(yield) && yield(t.value) && t.right.push(yield)
}
