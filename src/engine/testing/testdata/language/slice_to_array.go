// Conversions from slice to array (Go 1.20).
package main

import "fmt"

type bytes4 [4]byte
type ints []int

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "->", r)
		} else {
			fmt.Println(what, "-> fine")
		}
	}()
	f()
}

func head[S ~[]E, E any](s S) [2]E { return [2]E(s) }

func one[T [1]int | [2]int](s []int) T { return T(s) }

var calls int

func counted(s []int) []int { calls++; return s }

func main() {
	s := []byte{1, 2, 3, 4, 5}
	a := [4]byte(s)
	s[0] = 9
	fmt.Println(a, s[0]) // the array is a copy
	fmt.Println(bytes4(s), bytes4(s[1:]))
	p := (*[4]byte)(s)
	p[1] = 8
	fmt.Println(s[1], *p == [4]byte(s)) // the pointer is not

	// The length counts, not the capacity.
	short := s[:2]
	try("too short", func() { _ = [4]byte(short) })
	try("to pointer", func() { _ = (*[4]byte)(short) })
	try("just enough", func() { _ = [2]byte(short) })

	var none []int
	fmt.Println([0]int(none), len([0]int(none)))
	fmt.Println((*[0]int)(none) == nil, (*[0]int)([]int{}) == nil)
	try("nil to one", func() { _ = [1]int(none) })

	fmt.Println([2]int(ints{1, 2, 3}), head(ints{4, 5}), head([]string{"x", "y", "z"}))
	fmt.Println(one[[1]int]([]int{7, 8}), one[[2]int]([]int{7, 8}))
	try("generic", func() { one[[2]int]([]int{7}) })

	// As an operand, evaluated once.
	fmt.Println([2]int(counted([]int{3, 4}))[1], calls)
	for i, v := range [2]int(counted([]int{5, 6, 7})) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(calls)
	m := map[[2]string]int{[2]string([]string{"a", "b"}): 1}
	fmt.Println(m[[2]string([]string{"a", "b", "c"})])

	// Elements that hold memory are copied as by assignment.
	inner := [][]int{{1}, {2}}
	b := [2][]int(inner)
	b[0][0] = 100
	b[1] = nil
	fmt.Println(inner, b)
	n := 2
	big := make([]int, n)
	_ = [3]int(big)
}
