// Operands of index expressions and indirections on the left are evaluated first, then the assignments happen from left to right.
package main

import "fmt"

func main() {
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 1, 2
	fmt.Println(i, a)
	i = 0
	i, a[i] = 2, 1
	fmt.Println(i, a)
	a[0], a[0] = 1, 2
	fmt.Println(a)
	a[1], a[2] = a[2], a[1]
	fmt.Println(a)
	x := []int{1, 2, 3}
	i = 0
	x[i], i = 5, 2
	fmt.Println(x, i)
	type node struct{ next *node }
	n := &node{}
	m := &node{next: n}
	m, m.next = n, m
	fmt.Println(m == n, m.next == nil)
	for i, x[i] = range x {
		break
	}
	fmt.Println(i, x)
}
