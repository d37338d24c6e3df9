// Pointers that are only gone through: what they point to is theirs alone, wherever it lives, and starts afresh with each declaration.
package main

import (
	"errors"
	"fmt"
)

type point struct{ x, y int }

func (p point) sum() int            { return p.x + p.y }
func (p point) plus(q point) point  { return point{p.x + q.x, p.y + q.y} }
func (p *point) scale(by int)       { p.x *= by; p.y *= by }
func (p point) String() string      { return fmt.Sprintf("<%d %d>", p.x, p.y) }
func swapped(p point) point         { return point{p.y, p.x} }
func fails(n int) (p point)         { panic(fmt.Sprint("fails ", n)) }
func next(n *int) int               { *n++; return *n }

type named interface{ name() string }
type label string

func (l label) name() string { return "label " + string(l) }

type inner struct {
	point
	tag string
}
type outer struct {
	inner
	named
	grid  [2][3]int
	list  []int
	table map[string]int
	next  *outer
	fn    func(int) int
	any   any
}
type small struct{ on bool }
type pair[K comparable, V any] struct {
	key K
	val V
}

func (p pair[K, V]) both() (K, V) { return p.key, p.val }

type pointer *point
type empty struct{}

func fields() {
	p := &point{1, 2}
	p.x, p.y = p.y, p.x
	fmt.Println(p.x, p.y, p.sum(), *p)
	p.x += 10
	p.y--
	(*p).x <<= 1
	(p).y |= 8
	q := *p
	q.x = -1
	fmt.Println(*p, q, p.plus(q), p != nil, nil == p)
	*p = point{p.y, p.x}
	fmt.Println(p.x, p.y)
	*p = swapped(*p)
	*p = p.plus(*p)
	fmt.Println(p.x, p.y, len(fmt.Sprint(*p)))
	r, text := &point{y: 7}, fmt.Sprint("text ", p.x)
	fmt.Println(text)
	*p, *r = *r, *p
	fmt.Println(*p, *r, *p == *r, *p == point{0, 7})
	var d pointer = &point{3, 4}
	d.x, (*d).y = d.y*2, d.x*2
	fmt.Println(d.x, d.y)
	_ = r
}

func nested() {
	o := &outer{named: label("l"), grid: [2][3]int{{1, 2, 3}, {4, 5, 6}}, fn: func(n int) int { return n * n }}
	o.x = 5
	o.inner.y = 6
	o.point.x++
	o.tag = "t" + o.name()
	o.grid[1][2] += o.grid[0][1]
	o.list = append(o.list, o.x, o.sum())
	o.list[0], o.list[1] = o.list[1], o.list[0]
	o.table = map[string]int{"a": 1}
	o.table["b"] += 2
	delete(o.table, "a")
	o.next = &outer{}
	o.next.x = 9
	o.next.next = o.next
	o.any = o.point
	if q, ok := o.any.(point); ok {
		o.y += q.x
	}
	copied := *o
	copied.grid[0][0] = 100
	copied.list[0] = 200
	i := 1
	o.grid[i][i], i = i*7, 0
	fmt.Println(o.x, o.y, o.tag, o.grid, o.list, o.table, o.next.next.x, o.fn(o.x), o.any, i)
	fmt.Println(copied.grid, copied.list, copied.point)
	for k, row := range o.grid {
		o.grid[1][0] = -1
		fmt.Println(k, row)
	}
	for o.x, o.tag = range map[int]string{4: "four"} {
	}
	switch o.x {
	case 4:
		fmt.Println("four", o.tag)
	}
	switch v := o.any.(type) {
	case point:
		fmt.Println("point", v.sum())
	}
	method, value := o.sum, o.fn
	o.x = 1000
	fmt.Println(method(), value(3), o.sum())
}

func arrays() {
	a := &[4]int{1, 2, 3}
	for i, v := range a {
		a[3] += v
		fmt.Print(i, " ", v, " ")
	}
	for i := range a {
		a[i] *= 2
	}
	fmt.Println(*a, len(a), cap(a))
	for i, v := range *a {
		a[3] = i
		fmt.Print(v, " ")
	}
	b := *a
	b[0] = 99
	a[0], a[1] = a[1], a[0]
	i := 2
	i, a[i] = 3, 50
	fmt.Println(*a, b, *a == b, i)
	m := new([2][2]string)
	m[1][0] = "x"
	m[0] = m[1]
	fmt.Printf("%q\n", *m)
	none := new([0]int)
	for range none {
		fmt.Println("never")
	}
	fmt.Println(len(none), *none)
}

func scalars() {
	n := new(int)
	*n = 41
	*n++
	s := new(string)
	*s += "a"
	*s = *s + *s
	b := new(bool)
	*b = !*b
	f := new(float32)
	*f += 1.5
	u := new(uint8)
	*u--
	c := new(complex128)
	*c += complex(1, *new(float64))
	list := &[]int{1, 2, 3}
	*list = append((*list)[:2], 7, 8)
	(*list)[0] = 6
	m := &map[string]int{"k": 1}
	(*m)["k"]++
	e := new(error)
	*e = errors.New("e")
	pp := new(*point)
	*pp = &point{1, 1}
	(*pp).x = 5
	(**pp).y = 6
	fn := new(func() int)
	*fn = func() int { return 3 }
	nothing := &empty{}
	flag := &small{}
	flag.on = flag.on == false
	fmt.Println(*n, *s, *b, *f, *u, *c, *list, len(*m), (*m)["k"], *e, **pp, (*fn)(), *nothing, *flag)
}

func loops() {
	total := 0
	for i := 0; i < 3; i++ {
		p := &point{y: i}
		p.x++
		a := new([2]int)
		a[i%2]++
		var q *point = new(point)
		q.y -= i
		total += p.x*100 + a[0] + a[1]
		fmt.Print(*p, *a, *q, " ")
	}
	for p := (&point{}); p.x < 3; p.x++ {
		p.y += p.x
		total += p.y
	}
	if p := new(point); p.x == 0 {
		p.x = 7
		total += p.x
	} else {
		total += p.y
	}
	n := 0
again:
	p := &point{n, 1}
	p.y += p.x
	total += p.y
	if n++; n < 4 {
		goto again
	}
	fmt.Println(total)
}

func recursive(n int) int {
	p := &point{n, 1}
	if n > 0 {
		p.y = recursive(n - 1)
	}
	return p.x + p.y
}

func panics(n int) (text string) {
	defer func() { text = fmt.Sprint(recover(), text) }()
	p := &point{1, 2}
	defer func(q point, n int) { fmt.Println("deferred", q, n) }(*p, p.x)
	defer fmt.Println("sum", p.sum(), *p)
	for i := 0; ; i++ {
		p.x++
		switch {
		case n == 0:
			*p = fails(p.x)
		case n == 1:
			p.x, p.y = 100, []int{1}[p.x]
		case n == 2:
			q := &point{p.x, []int{7}[i]}
			fmt.Println(*q)
		case n == 3:
			a := &[3]int{2: i}
			a[p.x]++
			fmt.Println(a[2])
		case n == 4:
			p.y /= 3 - p.x
		default:
			return "fine "
		}
	}
}

func order() {
	n := 0
	first, m, second := &point{n, next(&n)}, next(&n), &point{n, next(&n)}
	first.x, second.x, m = second.x+m, first.x, first.y
	fmt.Println(*first, m, *second, n)
	n = 0
	p := &point{next(&n), next(&n)}
	p.x, p.y = next(&n)+p.y, p.x+next(&n)
	fmt.Println(*p, n)
	a := new([3]int)
	a[next(&n)-5], a[0] = next(&n), a[1]+1
	p.x += next(&n) * p.x
	fmt.Println(*a, *p, p.plus(point{next(&n), p.y}))
	ch := make(chan int, 3)
	ch <- p.x
	p.x = 0
	p.x, p.y = <-ch, p.x
	ch <- 1
	select {
	case a[2] = <-ch:
	default:
	}
	select {
	case ch <- p.x:
		p.x = -<-ch
	}
	fmt.Println(*p, *a)
}

// The value of each type argument is small, large, a pointer or nothing.
func generic[T any](x T) (T, T) {
	p := new(T)
	before := *p
	*p = x
	q := &pair[string, T]{"k", *p}
	k, v := q.both()
	q.key += k
	return before, v
}

// These are known elsewhere, each in its own way.
func escaping() {
	p := &point{1, 2}
	q := p
	q.x = 10
	r := &point{3, 4}
	r.scale(2)
	s := &point{5, 6}
	y := &s.y
	*y = 60
	t := &[3]int{1, 2, 3}
	part := t[1:]
	part[0] = 20
	u := &point{7, 8}
	func() { u.x = 70 }()
	v := &outer{}
	v.scale(1)
	v.point.scale(3)
	grid := v.grid[:]
	grid[1][1] = 5
	w := &point{9, 9}
	w = &point{w.x, 10}
	o := &outer{}
	row := o.grid[1][:2]
	row[0] = 4
	bump := (&point{1, 1}).scale
	bump(2)
	z := &outer{}
	scale := z.scale
	z.x = 3
	scale(5)
	fmt.Println(*p, *r, *s, *t, *u, v.grid, *w, o.grid, z.x)
}

func main() {
	fields()
	nested()
	arrays()
	scalars()
	loops()
	fmt.Println(recursive(1000))
	for n := 0; n < 6; n++ {
		fmt.Println(panics(n))
	}
	order()
	fmt.Println(generic(3))
	fmt.Println(generic("text"))
	fmt.Println(generic([5]string{"a"}))
	fmt.Println(generic(point{1, 2}))
	fmt.Println(generic(empty{}))
	_, large := generic([1000]int{999: 1})
	fmt.Println(large[999])
	_, err := generic(errors.New("e"))
	fmt.Println(err)
	escaping()
}
