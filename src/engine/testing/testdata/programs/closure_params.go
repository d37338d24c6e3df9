// Captured parameters, receivers and named results.
package main

import "fmt"

type acc struct{ sum int }

func (a acc) adder() func(int) int {
	return func(n int) int { a.sum += n; return a.sum }
}

func named() (n int, f func()) {
	f = func() { n++ }
	f()
	f()
	return n * 10, f
}

func variadic(ns ...int) func() int {
	return func() int {
		t := 0
		for _, n := range ns {
			t += n
		}
		return t
	}
}

func main() {
	a := acc{10}
	f := a.adder()
	fmt.Println(f(1), f(2), a.sum)
	n, g := named()
	g()
	fmt.Println(n)
	s := []int{1, 2, 3}
	h := variadic(s...)
	s[0] = 100
	fmt.Println(h())
}
