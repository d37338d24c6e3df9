// Recursive types, cycles, nil at the end.
package main

import "fmt"

type node struct {
	v           int
	left, right *node
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{v: v}
	}
	if v < n.v {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.v + n.left.sum() + n.right.sum()
}

type ring struct {
	next *ring
	v    int
}

type expr interface{ eval() int }
type lit int
type bin struct {
	op   byte
	x, y expr
}

func (l lit) eval() int { return int(l) }
func (b bin) eval() int {
	switch b.op {
	case '+':
		return b.x.eval() + b.y.eval()
	case '*':
		return b.x.eval() * b.y.eval()
	}
	panic("bad op " + string(rune(b.op)))
}

type list []list

func depth(l list) int {
	d := 0
	for _, x := range l {
		if n := depth(x); n > d {
			d = n
		}
	}
	return d + 1
}

func main() {
	var root *node
	for _, v := range []int{50, 30, 70, 20, 60} {
		root = root.insert(v)
	}
	fmt.Println(root.sum(), root.left.left.v, root.right.right == nil)
	a, b := &ring{v: 1}, &ring{v: 2}
	a.next, b.next = b, a
	fmt.Println(a.next.next.next.v)
	fmt.Println(bin{'+', lit(2), bin{'*', lit(3), lit(4)}}.eval())
	fmt.Println(depth(list{{}, {{}, {{}}}}))
	type fn func() fn
	var f fn
	n := 0
	f = func() fn { n++; return f }
	f()()()
	fmt.Println(n)
}
