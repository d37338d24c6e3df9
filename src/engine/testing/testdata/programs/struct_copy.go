// Structs are values: assignment, range, maps, channels, closures, arrays of structs.
package main

import "fmt"

type in struct{ a [2]int }
type t struct {
	n  int
	in in
	s  []int
}

func change(x t) t { x.n = 9; x.in.a[0] = 9; x.s[0] = 9; return x }

func main() {
	x := t{1, in{[2]int{1, 2}}, []int{1}}
	y := x
	y.in.a[1] = 5
	z := change(x)
	fmt.Println(x, y, z)
	arr := []t{x, y}
	for _, v := range arr {
		v.n = 100
	}
	for i := range arr {
		arr[i].n++
	}
	fmt.Println(arr[0].n, arr[1].n)
	m := map[string]t{"x": x}
	x.n = 50
	fmt.Println(m["x"].n, m["x"].in.a[0])
	c := make(chan t, 1)
	c <- x
	x.n = 51
	fmt.Println((<-c).n)
	p := &x
	q := *p
	p.n++
	fmt.Println(q.n, x.n)
	a := [2]t{}
	b := a
	b[1].in.a[1] = 3
	fmt.Println(a[1].in, b[1].in)
	x, y = y, x
	fmt.Println(x.n, y.n)
	arr[0], arr[1] = arr[1], arr[0]
	fmt.Println(arr[0].in.a, arr[1].in.a)
}
