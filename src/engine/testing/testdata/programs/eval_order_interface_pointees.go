// Operands that become interfaces beside calls that change them.
package main

import "fmt"

type S struct{ a, b, c int }
type P2 struct{ a, b int }
type W struct {
	s   S
	arr [3]int
	l   []S
	p   *S
}
type G struct {
	s string
	n int
}

//go:noinline
func set(p *int) int { *p = 9; return 0 }

func bump(p *int) int { *p += 3; return *p }

var gs S
var ga [3]int

func main() {
	{
		a := [3]int{}
		fmt.Println("local array", a, set(&a[2]))
	}
	{
		a := S{}
		fmt.Println("local struct", a, set(&a.b))
	}
	{
		p := &S{}
		fmt.Println("deref struct", *p, set(&p.b))
	}
	{
		p := &[3]int{}
		fmt.Println("deref array", *p, set(&p[2]))
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("deref array copy", *q, set(&p[2]))
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("deref array copy inl", *q, bump(&p[2]))
	}
	{
		p := &[3]int{}
		fmt.Println("deref array inl", *p, bump(&p[2]))
	}
	{
		p := &S{}
		fmt.Println("deref struct inl", *p, bump(&p.b))
	}
	{
		a := [3]int{}
		fmt.Println("local array inl", a, bump(&a[2]))
	}
	{
		w := W{}
		fmt.Println("field", w.s, w.arr, set(&w.s.b), set(&w.arr[1]))
	}
	{
		w := &W{}
		fmt.Println("ptr field", w.s, w.arr, set(&w.s.b), set(&w.arr[1]))
	}
	{
		w := &W{l: make([]S, 2), p: &S{}}
		fmt.Println("elem", w.l[1], *w.p, set(&w.l[1].b), set(&w.p.a))
	}
	fmt.Println("global", gs, ga, set(&gs.b), set(&ga[1]))
	{
		p := &G{}
		fmt.Println("string struct", *p, set(&p.n))
	}
	{
		m := map[int]S{1: {}}
		f := func() int { m[1] = S{1, 2, 3}; return 0 }
		fmt.Println("map", m[1], f())
	}
	{
		p := &P2{}
		q := p
		x := []any{*q, set(&p.b)}
		fmt.Println(x)
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("conv", any(*q), set(&p[2]))
	}
	{
		p := &[3]int{}
		var i any = *p
		q := p
		i, _ = *q, set(&p[2])
		fmt.Println("assign", i)
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("append", *q, append([]int{1}, set(&p[2])))
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("append bump", *q, append([]int{1}, bump(&p[2])))
	}
	{
		p := &[3]int{}
		q := p
		fmt.Println("append bump lit", *q, append([]int{1, bump(&p[2])}, 3))
	}
	{
		p := &[3]int{}
		fmt.Println("append bump lit p", *p, append([]int{1, bump(&p[2])}, 3))
	}
	{
		p := &[3]int{}
		fmt.Println("append set lit p", *p, append([]int{1, set(&p[2])}, 3))
	}
	{
		p := &[3]int{}
		fmt.Println("set lit p", *p, []int{1, set(&p[2])})
	}
	{
		p := &[3]int{}
		fmt.Println("bump lit p", *p, []int{1, bump(&p[2])})
	}
	{
		p := new(int8)
		fmt.Println("int8", *p, func() int { *p = 3; return 1 }())
	}
}
