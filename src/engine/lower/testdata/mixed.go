package main

import "fmt"

type S struct{ a, b int }
type Big struct{ a [20]int }
type I interface{ M(int) string }
type A struct{ I }
type P *S

func (s S) M(n int) string { return fmt.Sprint(s.a, n) }

type rec struct {
	next *rec
	arr  [3]S
	m    map[string]S
	f    func(int) S
}

func gen() (S, error)       { return S{1, 2}, nil }
func big(n int) (b Big)     { b.a[n] = n; return }
func idx(a []int, i int) int { return a[i] }

var gl [5]S
var gm = map[string]*rec{"a": {m: map[string]S{"q": {1, 2}}}}

func (b *Big) set(i, v int) { b.a[i] = v }
func (b Big) get(i int) int { return b.a[i] }

type F func() F

func noResult() {}

type Celsius float32
type Enum byte

const (
	X Enum = iota + 'a'
	Y
)

func vari(a ...interface{}) int { return len(a) }

type St[T any] struct{ v T }

func (s *St[T]) Ptr() *T { return &s.v }

func main() {
	var p P = &S{3, 4}
	fmt.Println(p.a, (*p).b)
	p.a = 9
	fmt.Println(p.a)
	var a I = A{S{5, 6}}
	fmt.Println(a.M(1), A{S{7, 8}}.M(2))
	r := &rec{f: func(n int) S { return S{n, n} }}
	r.next = &rec{}
	r.next.arr[1].b = 4
	r.next.arr[2] = r.f(3)
	fmt.Println(r.next.arr, r.f(9).a, gm["a"].m["q"].b)
	i := 2
	gl[i].a++
	gl[i].b += 5
	gl[i-1], gl[i] = gl[i], gl[i-1]
	fmt.Println(gl)
	if s, err := gen(); err == nil && s.a == 1 {
		fmt.Println("ok", s)
	}
	bb := big(3)
	bb.set(4, 44)
	fmt.Println(bb.get(4), big(5).get(5), big(6).a[6], len(big(1).a))
	mb := map[int]Big{1: bb}
	fmt.Println(mb[1].a[3], mb[2].a[0], mb[1] == bb)
	sb := []Big{bb, {}}
	sb[1].set(0, 1)
	for i, b := range sb {
		b.set(1, 99)
		fmt.Print(i, b.a[1], sb[i].a[1], " ")
	}
	fmt.Println()
	var e interface{} = bb
	if x, ok := e.(Big); ok {
		x.a[0] = 5
		fmt.Println(x.a[0], e.(Big).a[0], e == interface{}(bb))
	}
	ch := make(chan Big, 1)
	ch <- bb
	y, ok := <-ch
	fmt.Println(y.a[4], ok)
	f := bb.get
	bb.set(3, 1000)
	fmt.Println(f(3))
	go func(b Big) { ch <- b }(bb)
	fmt.Println((<-ch).a[3])
	defer func(b Big, s string) { fmt.Println("deferred", b.a[3], s) }(bb, "x")
	bb.set(3, 1)
	fmt.Println(Celsius(36.6), X, Y, string(rune(Y)))
	fmt.Println(vari(), vari(nil), vari(nil, nil), vari([]interface{}{1, 2}...))
	st := St[Big]{}
	st.Ptr().set(2, 3)
	fmt.Println(st.v.get(2))
	var fn F
	fn = func() F { fmt.Print("fn "); return fn }
	fn()()()
	fmt.Println()
	arr := [2][2]int{{1, 2}, {3, 4}}
	for _, row := range arr {
		for j := range row {
			row[j] *= 2
		}
		fmt.Print(row)
	}
	fmt.Println(arr)
	x := []int{1, 2, 3}
	x[0], x = 7, []int{9}
	fmt.Println(x)
	var q *S
	func() {
		defer func() { recover(); fmt.Println("q", q == nil) }()
		q.a, q = 1, &S{}
	}()
	m := map[string][]string{}
	for _, w := range []string{"aa", "ab", "ba"} {
		m[w[:1]] = append(m[w[:1]], w)
	}
	fmt.Println(m)
	type kv struct {
		k string
		v int
	}
	kvs := map[kv]kv{{"a", 1}: {"b", 2}}
	kvs[kv{"a", 1}] = kv{"c", 3}
	for k, v := range kvs {
		fmt.Println(k, v)
	}
	c := make(chan chan int, 1)
	c <- make(chan int, 1)
	inner := <-c
	inner <- 5
	fmt.Println(<-inner)
	var z struct {
		S
		*Big
		n int
	}
	z.Big = &bb
	z.S.a = 4
	z.set(1, 11)
	fmt.Println(z.S.a, z.get(1), z.Big.a[1], z.M(3))
	str := "héé"
	bs := []byte(str)
	for i := range bs {
		bs[i]++
	}
	fmt.Println(len(bs), str[1:3], str > "h", string(bs) == str)
	lbl := 0
L:
	for {
		switch {
		case lbl > 3:
			break L
		default:
			lbl++
			continue L
		}
	}
	fmt.Println(lbl)
	func() {
		defer func() {
			fmt.Println(recover())
			defer func() { fmt.Println(recover()) }()
			var arr []int
			arr[len(x)] = 1
		}()
		var mm map[S]int
		mm[S{}] = 1
	}()
}
