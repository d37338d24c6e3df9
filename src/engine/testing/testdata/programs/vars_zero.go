// Zero values of every type.
package main

import "fmt"

func main() {
	var (
		i  int
		f  float32
		c  complex128
		b  bool
		s  string
		p  *int
		fn func()
		sl []string
		m  map[int]int
		ch chan int
		e  interface{}
		a  [2]struct{ x, y int }
	)
	fmt.Println(i, f, c, b, s == "", p == nil, fn == nil, sl == nil, m == nil, ch == nil, e == nil, a)
	var x, y = 1, "two"
	var z, w float64 = 1, 2
	fmt.Println(x, y, z, w)
	for i := 0; i < 2; i++ {
		var fresh int
		fresh += i
		fmt.Print(fresh, " ")
	}
	fmt.Println()
	_ = x
	var _, q = 3, 4
	fmt.Println(q)
	a1, b1 := 1, 2
	b1, c1 := 3, 4
	fmt.Println(a1, b1, c1)
}
