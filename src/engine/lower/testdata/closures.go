package main

import (
	"errors"
	"fmt"
)

type point struct{ x, y int }

func (p point) add(q point) point { return point{p.x + q.x, p.y + q.y} }
func (p *point) scale(k int)      { p.x *= k; p.y *= k }
func (p point) String() string    { return fmt.Sprintf("<%d %d>", p.x, p.y) }

type base struct{ name string }

func (b base) hello() string       { return "hello " + b.name }
func (b *base) rename(name string) { b.name = name }

type derived struct {
	base
	*point
	n int
}

type namer interface{ hello() string }
type scaler interface {
	scale(int)
	String() string
}

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func variadic(prefix string, xs ...int) string { return fmt.Sprint(prefix, len(xs), xs) }

func multi() (int, string, error) { return 1, "two", errors.New("three") }

func take(a int, b string, c error) string { return fmt.Sprint(a, b, c) }

func named(n int) (result int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			result *= 2
		}
	}()
	result = n
	if n > 2 {
		panic("too big")
	}
	return n + 1, nil
}

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

func deferOrder() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("d", i, " ")
	}
	defer func(s string) { fmt.Print(s, " ") }("arg")
	fmt.Print("body ")
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

var global = 10

type big struct {
	a [10]int
	s string
}

func (b big) sum() (t int) {
	for _, v := range b.a {
		t += v
	}
	return t + len(b.s)
}
func makeBig(n int) big {
	var b big
	for i := range b.a {
		b.a[i] = i * n
	}
	b.s = "big"
	return b
}

func main() {
	next, reset := counter()
	fmt.Println(next(), next())
	reset()
	fmt.Println(next())
	p := point{1, 2}
	q := &point{3, 4}
	fmt.Println(p.add(*q), q.add(p), p)
	p.scale(2)
	q.scale(3)
	fmt.Println(p, q, *q)
	add := p.add
	p.x = 1000
	fmt.Println(add(point{1, 1}))
	sc := q.scale
	sc(2)
	fmt.Println(q)
	fmt.Println(point.add(p, *q), (*point).add(q, p))
	f := (*point).scale
	f(&p, 2)
	fmt.Println(p)
	d := derived{base{"bob"}, &point{7, 8}, 3}
	fmt.Println(d.hello(), d.name, d.x, d.point.y, d.n)
	d.rename("al")
	d.scale(10)
	fmt.Println(d.hello(), d.String(), d)
	var n namer = d
	fmt.Println(n.hello())
	n = &d
	d.rename("zed")
	fmt.Println(n.hello())
	var s scaler = d
	s.scale(2)
	fmt.Println(s, s.String())
	h := n.hello
	n = base{"other"}
	fmt.Println(h(), n.hello())
	fmt.Println(variadic("a"), variadic("b", 1), variadic("c", 1, 2, 3), variadic("d", []int{9, 8}...))
	fmt.Println(take(multi()))
	a, b, c := multi()
	fmt.Println(a, b, c)
	fmt.Println(named(1))
	fmt.Println(named(5))
	fmt.Println(fn(func(x int) int { return x * 3 }).twice(2))
	deferOrder()
	fmt.Println()
	fmt.Println(fib(20))
	var rec func(int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + rec(n-1)
	}
	fmt.Println(rec(100))
	var fs []func() int
	for i := 0; i < 3; i++ {
		i := i
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	x := 5
	inc := func() { x++ }
	inc()
	inc()
	px := &x
	*px += 10
	fmt.Println(x, *px)
	func() {
		defer func() { fmt.Println("inner", recover()) }()
		var m map[string]int
		m["a"] = 1
	}()
	func(a, b int) { fmt.Println(a+b, global) }(1, 2)
	global++
	pg := &global
	*pg *= 2
	fmt.Println(global)
	bg := makeBig(3)
	fmt.Println(bg.sum(), bg.a[9])
	bg2 := bg
	bg2.a[0] = 1000
	sum := bg2.sum
	bg2.a[0] = 5
	fmt.Println(sum(), bg2.sum(), bg.sum())
	arr := [3]point{{1, 2}, {3, 4}}
	arr[2].x = 9
	pa := &arr[1]
	pa.y = 44
	fmt.Println(arr, len(arr))
	nested := struct {
		p point
		q [2]struct{ a, b string }
	}{p: point{1, 1}}
	nested.q[1].b = "deep"
	nested.p.scale(4)
	fmt.Println(nested)
	if v, ok := interface{}(d).(namer); ok {
		fmt.Println("namer", v.hello())
	}
	if _, ok := interface{}(p).(scaler); !ok {
		fmt.Println("point is no scaler")
	}
	if _, ok := interface{}(&p).(scaler); ok {
		fmt.Println("*point is a scaler")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = interface{}(3).(string)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var e error
		_ = e.Error()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = interface{}(3).(fmt.Stringer)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var np *point
		fmt.Println(np.x)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		defer panic("second")
		panic("first")
	}()
	func() {
		defer func() {
			defer func() { fmt.Println("nested", recover()) }()
			panic(fmt.Sprint("re-", recover()))
		}()
		panic("x")
	}()
}
