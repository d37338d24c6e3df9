// Closures that call one another and themselves, with captured state at several depths.
package main

import "fmt"

func build(depth int) func() int {
	total := depth
	if depth == 0 {
		return func() int { total++; return total }
	}
	inner := build(depth - 1)
	return func() int {
		total += inner()
		return total
	}
}

func main() {
	f := build(3)
	fmt.Println(f(), f(), f())
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	fmt.Println(even(10), odd(7), even(7))
	visit := func(f func(int, func(int))) { f(3, func(n int) { fmt.Print(n, " ") }) }
	var walk func(int, func(int))
	walk = func(n int, yield func(int)) {
		if n > 0 {
			walk(n-1, yield)
			yield(n)
			walk(n-1, yield)
		}
	}
	visit(walk)
	fmt.Println()
}
