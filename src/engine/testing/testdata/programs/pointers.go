// Addresses of variables, fields, elements and composite literals; new.
package main

import "fmt"

type t struct {
	a, b int
	in   struct{ c [3]int }
}

func swap(a, b *int) { *a, *b = *b, *a }

func escape() *int { n := 5; return &n }

func main() {
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y)
	v := t{a: 1, b: 2}
	p := &v.in.c[1]
	*p = 10
	w := v
	*p = 11
	fmt.Println(v, w)
	s := []int{1, 2, 3}
	q := &s[0]
	s = append(s, 4)
	*q = 100
	fmt.Println(s[0], *q)
	pp := &q
	**pp = 7
	fmt.Println(*q, *pp == q, escape() != escape())
	n := new([2]string)
	n[1] = "set"
	fmt.Printf("%q %d\n", *n, len(n))
	r := &[]int{5, 6}
	(*r)[0]++
	for i := range *r {
		(*r)[i] *= 2
	}
	fmt.Println(*r)
	z := &struct{ n *int }{new(int)}
	*z.n += 3
	fmt.Println(*z.n)
}
