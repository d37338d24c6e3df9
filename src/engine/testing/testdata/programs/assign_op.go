// Assignment operations evaluate their operand once.
package main

import "fmt"

var calls int

func index() int {
	calls++
	return calls - 1
}

func main() {
	a := []int{10, 20, 30, 40}
	a[index()] += 5
	a[index()]++
	a[index()] <<= 2
	a[index()] &^= 8
	fmt.Println(a, calls)
	m := map[string]int{}
	m["a"]++
	m["b"] -= 3
	s := "x"
	s += "y" + s
	fmt.Println(m["a"], m["b"], s)
	f := 1.5
	f *= 3
	f--
	c := 1 + 2i
	c *= c
	fmt.Println(f, c)
}
