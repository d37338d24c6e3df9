// Closures share the variables they capture; each call of the maker has its own.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func main() {
	next, reset := counter()
	other, _ := counter()
	fmt.Println(next(), next(), other())
	reset()
	fmt.Println(next(), other())
	x := 1
	f := func(y int) func() int {
		x += y
		return func() int { x *= 2; y++; return x + y }
	}
	g := f(2)
	fmt.Println(g(), g(), x)
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	fmt.Println(func(a, b int) int { return a * b }(6, 7))
}
