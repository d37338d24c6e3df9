// Leaving the body of a loop over a function: break, continue, goto and return, out of nested loops, through functions that clean up.
package main

import "fmt"

type seq = func(yield func(int) bool)

// upTo says when it is left early and when it has ended.
func upTo(name string, n int) seq {
	return func(yield func(int) bool) {
		defer fmt.Printf("</%s>", name)
		fmt.Printf("<%s>", name)
		for i := range n {
			if !yield(i) {
				fmt.Printf("!%s", name)
				return
			}
		}
	}
}

func labels() {
outer:
	for i := range upTo("a", 4) {
		for j := range upTo("b", 4) {
			for k := range upTo("c", 4) {
				switch {
				case i == 0 && j == 0 && k == 1:
					continue outer
				case i == 1 && k == 0:
					break outer
				}
				fmt.Print(" ", i, j, k, " ")
			}
		}
	}
	fmt.Println()
}

func mixed() {
rows:
	for i := range 3 {
	cols:
		for j := range upTo("f", 3) {
			for k := 0; ; k++ {
				select {
				default:
					if k == 1 && j == 0 {
						continue cols
					}
					if k == 2 {
						continue rows
					}
					if i == 2 {
						break cols
					}
				}
				fmt.Print(" ", i, j, k, " ")
			}
		}
		fmt.Print("|")
	}
	fmt.Println()
}

func gotos() {
	n := 0
retry:
	for i := range upTo("g", 3) {
		if n++; n == 2 {
			goto retry
		}
		for range upTo("h", 1) {
			if n == 5 {
				goto end
			}
		}
		if i == 1 {
			goto skip
		}
		fmt.Print(" at ", i, " ")
	skip:
		fmt.Print(" n", n, " ")
	}
	fmt.Print(" not reached ")
end:
	fmt.Println(n)
}

func unnamed(stop int) (int, string) {
	for i := range upTo("r", 3) {
		for j := range upTo("s", 3) {
			if i*10+j == stop {
				return i, fmt.Sprint("found ", j)
			}
		}
	}
	return -1, "none"
}

func named(stop int) (i int, err error) {
	defer func() { fmt.Print(" result ", i, err, " "); i *= 2 }()
	for i = range upTo("t", 5) {
		if i == stop {
			return
		}
		if i == stop+1 {
			return i + 100, fmt.Errorf("past %d", stop)
		}
	}
	return
}

func closures() []func() int {
	var fs []func() int
	for i := range upTo("u", 10) {
		for j := range upTo("v", 2) {
			fs = append(fs, func() int { i++; j += 10; return i*100 + j })
			if i == 1 {
				return fs
			}
		}
	}
	return nil
}

func inLiteral() int {
	f := func() int {
		for i := range upTo("w", 3) {
			return func() int { // a function of its own: its return leaves only itself
				for range upTo("x", 1) {
					return 40 + i
				}
				return 0
			}() + 1
		}
		return 1
	}
	return f() + 1
}

type list[T any] struct{ items []T }

func (l list[T]) all(yield func(int, T) bool) {
	for i, x := range l.items {
		if !yield(i, x) {
			return
		}
	}
}

func find[T comparable](l list[T], x T) (int, bool) {
	for i, y := range l.all {
		if x == y {
			return i, true
		}
	}
	return 0, false
}

func main() {
	labels()
	mixed()
	gotos()
	for _, stop := range []int{0, 12, 99} {
		i, s := unnamed(stop)
		fmt.Println("", i, s)
	}
	for _, stop := range []int{2, -1, 9} {
		i, err := named(stop)
		fmt.Println("->", i, err)
	}
	fs := closures()
	fmt.Println(len(fs))
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	fmt.Println(inLiteral())
	fmt.Println(find(list[string]{[]string{"a", "b"}}, "b"))
	fmt.Println(find(list[int]{[]int{1}}, 2))
	for i := range upTo("y", 2) {
		if i == 1 {
			return // of main: the iterator still cleans up
		}
	}
}
