// What becomes an interface: a local variable is copied where it stands, elements, fields, pointees and package variables are read after the calls.
package main

import "fmt"

type S struct{ a, b, c int }
type P2 struct{ a, b int }
type One struct{ a int8 }
type W struct {
	s   S
	t   P2
	arr [3]int
	two [2]P2
}
type B5 struct{ a, b, c, d, e int }
type Small struct {
	p P2
	n int
}

//go:noinline
func set(p *int) int { *p = 9; return 0 }

var keep *int

//go:noinline
func leak(p *int) int { keep = p; *p = 9; return 0 }

func params(a [3]int, s S, t P2) {
	fmt.Println("params", a, s, t, set(&a[1]), set(&s.b), set(&t.b))
}
func leaked(a [3]int, s S, t P2) {
	fmt.Println("leaked params", a, s, t, leak(&a[1]), leak(&s.b), leak(&t.b))
}
func results() (a [3]int, s S, t P2) {
	fmt.Println("results", a, s, t, set(&a[1]), set(&s.b), set(&t.b))
	return
}

func main() {
	{
		a, s, t := [3]int{}, S{}, P2{}
		fmt.Println("leaked locals", a, s, t, leak(&a[1]), leak(&s.b), leak(&t.b))
	}
	{
		a, s, t := [3]int{}, S{}, P2{}
		f := func() int { a[1], s.b, t.b = 9, 9, 9; return 0 }
		fmt.Println("captured locals", a, s, t, f())
	}
	{
		a, s, t := [3]int{}, S{}, P2{}
		fmt.Println("captured locals lit", a, s, t, func() int { a[1], s.b, t.b = 9, 9, 9; return 0 }())
	}
	{
		a, s, t := [3]int{}, S{}, P2{}
		func() {
			fmt.Println("free", a, s, t, func() int { a[1], s.b, t.b = 9, 9, 9; return 0 }())
		}()
	}
	{
		a, s, t := [3]int{}, S{}, P2{}
		fmt.Println("stack locals", a, s, t, set(&a[1]), set(&s.b), set(&t.b))
	}
	params([3]int{}, S{}, P2{})
	leaked([3]int{}, S{}, P2{})
	results()
	{
		w := W{}
		f := func() int { w = W{s: S{1, 1, 1}, t: P2{2, 2}, arr: [3]int{3, 3, 3}}; w.two[1].a = 5; return 0 }
		fmt.Println("captured fields", w.s, w.t, w.arr, w.two, w.two[1], w.s.a, f())
	}
	{
		w := W{}
		fmt.Println("stack fields", w.s, w.t, w.arr, w.two, w.two[1], w.s.a, set(&w.s.a), set(&w.t.a), set(&w.arr[0]), set(&w.two[1].a))
	}
	{
		w := Small{}
		fmt.Println("ssa field", w.p, set(&w.p.a))
	}
	{
		w := Small{}
		f := func() int { w = Small{P2{1, 1}, 1}; return 0 }
		fmt.Println("captured small", w.p, w.n, w, f())
	}
	{
		var x int8
		f := func() int { x = 3; return 0 }
		fmt.Println("int8", x, f())
	}
	{
		var x One
		f := func() int { x.a = 3; return 0 }
		fmt.Println("one", x, x.a, f())
	}
	{
		var x bool
		f := func() int { x = true; return 0 }
		fmt.Println("bool", x, f())
	}
	{
		var x struct{ b bool }
		f := func() int { x.b = true; return 0 }
		fmt.Println("bool field", x.b, x, f())
	}
	{
		x := new(int8)
		var y [2]bool
		f := func() int { *x = 3; y[1] = true; return 0 }
		fmt.Println("int8 deref", *x, y[1], f())
	}
	{
		var c complex128
		var b5 B5
		p, q := &c, &b5
		f := func() int { c = 3; b5.e = 7; return 0 }
		fmt.Println("complex", c, *p, b5, *q, f())
	}
	{
		var e struct {
			x any
			y int
		}
		p := &e
		f := func() int { e.x = 3; e.y = 7; return 0 }
		fmt.Println("any field", e, *p, e.x, p.x, f())
	}
	{
		s := make([]P2, 2)
		var arr [2]P2
		i := 0
		f := func() int {
			s[0].a = 1
			s[1].a = 2
			arr[0].a = 3
			arr[1].a = 4
			i = 1
			return 0
		}
		fmt.Println("index", s[i], arr[i], s[0], arr[0], f())
	}
	{
		var x any = P2{}
		f := func() int { x = P2{1, 1}; return 0 }
		fmt.Println("assert", x.(P2), f())
	}
	{
		var x P2
		y := struct{ P2 }{}
		f := func() int { x = P2{1, 1}; y.P2 = x; return 0 }
		fmt.Println("conv", struct{ a, b int }(x), y.P2, y, f())
	}
	{
		var x [3]int
		var g any
		f := func() int { x[1] = 4; return 0 }
		var h int
		g, h = x, f()
		fmt.Println("assign", g, h)
		r := func() (any, int) { return x, func() int { x[1] = 5; return 0 }() }
		fmt.Println(r())
		var k, l any = x, func() int { x[1] = 6; return 0 }()
		fmt.Println(k, l)
		z := []any{x, func() int { x[1] = 7; return 0 }()}
		fmt.Println(z)
		mm := map[string]any{"a": x, "b": func() int { x[1] = 8; return 0 }()}
		fmt.Println(mm)
		st := struct{ a, b any }{x, func() int { x[1] = 9; return 0 }()}
		fmt.Println(st)
	}
	{
		x := &[3]int{}
		var g any
		f := func() int { x[1] = 4; return 0 }
		var h int
		g, h = *x, f()
		fmt.Println("assign *", g, h)
		r := func() (any, int) { return *x, func() int { x[1] = 5; return 0 }() }
		fmt.Println(r())
		z := []any{*x, func() int { x[1] = 7; return 0 }()}
		fmt.Println(z)
		mm := map[string]any{"a": *x, "b": func() int { x[1] = 8; return 0 }()}
		fmt.Println(mm)
		st := struct{ a, b any }{*x, func() int { x[1] = 9; return 0 }()}
		fmt.Println(st)
		ch := make(chan any, 1)
		ch <- *x
		fmt.Println(any(*x) == any([3]int{0, func() int { x[1] = 10; return 10 }(), 0}))
	}
}
