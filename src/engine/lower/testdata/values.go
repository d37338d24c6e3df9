package main

import "fmt"

type pair struct{ a, b int }
type inner struct {
	s string
	f float64
}
type outer struct {
	n  int
	in inner
	m  map[string]int
	p  *outer
	i  interface{}
}
type blank struct {
	a int
	_ int
	b string
}
type wide struct {
	a, b, c, d, e int
	s       string
}
type grid [3][4]int
type key struct {
	x int
	s string
}
type str string
type bytes []byte
type list []int

func (l list) len() int { return len(l) }

func modify(g grid, w wide) (grid, wide) {
	g[1][2] = 99
	w.c = 42
	w.s += "!"
	return g, w
}

func swap(a, b int) (int, int) { return b, a }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
	fmt.Println(name, "fine")
}

var idx = 5

func main() {
	var g grid
	g[0][1] = 7
	w := wide{a: 1, s: "w"}
	g2, w2 := modify(g, w)
	fmt.Println(g, w, g2, w2)
	fmt.Println(g == g2, w == w2, g == grid{{0, 7}}, w == wide{1, 0, 0, 0, 0, "w"})
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	a, b = swap(a, b)
	arr := []int{1, 2, 3, 4}
	i := 0
	i, arr[i] = 2, 100
	fmt.Println(i, arr)
	arr[0], arr[3], arr[1] = arr[3], arr[0], arr[2]
	fmt.Println(arr)
	p1, p2 := pair{1, 2}, pair{3, 4}
	p1, p2 = p2, p1
	p1.a, p1.b = p1.b, p1.a
	fmt.Println(p1, p2, p1 == p2, p1 != pair{4, 3})
	o := outer{n: 1, in: inner{"x", 2.5}, m: map[string]int{"k": 1}}
	o.p = &outer{n: 2}
	o.p.p = &o
	o.p.p.in.s = "changed"
	o.i = o.in
	fmt.Println(o.in, o.p.n, o.p.p.n, o.i == inner{"changed", 2.5}, o.i == nil)
	o.m["k"] += 5
	o.m["z"]++
	fmt.Println(len(o.m), o.m["k"], o.m["z"], o.m["none"])
	delete(o.m, "k")
	v, ok := o.m["k"]
	fmt.Println(v, ok, o.m)
	mk := map[key]wide{{1, "a"}: {a: 5}, {2, "b"}: {e: 6}}
	fmt.Println(mk[key{1, "a"}], mk[key{2, "b"}].e, mk[key{3, ""}])
	mk[key{1, "a"}] = wide{s: "new"}
	fmt.Println(mk[key{1, "a"}], len(mk))
	mi := map[interface{}]string{1: "int", "a": "string", 2.5: "float", pair{1, 2}: "pair", [2]int{1, 2}: "array"}
	fmt.Println(mi[1], mi["a"], mi[2.5], mi[pair{1, 2}], mi[[2]int{1, 2}], mi[int64(1)])
	try("unhashable", func() { mi[[]int{1}] = "no" })
	try("uncomparable", func() {
		var x, y interface{} = []int{1}, []int{1}
		fmt.Println(x == y)
	})
	mp := map[string]*pair{"p": {1, 2}}
	mp["p"].a = 50
	fmt.Println(*mp["p"])
	ms := map[string][]int{}
	ms["a"] = append(ms["a"], 1, 2)
	ms["a"][0] = 9
	fmt.Println(ms)
	mf := map[bool]func() string{true: func() string { return "yes" }}
	fmt.Println(mf[true](), mf[false] == nil)
	b1, b2 := blank{a: 1, b: "x"}, blank{a: 1, b: "x"}
	fmt.Println(b1 == b2)
	s := make([]int, 3, 10)
	s2 := append(s, 4)
	s3 := append(s, 5)
	fmt.Println(s, s2, s3, len(s2), cap(s2), s2[3])
	s4 := append([]int(nil), s2...)
	s4[0] = 1
	fmt.Println(s2, s4, s[1:2], cap(s[1:2]), s[:2:2], cap(s[:2:2]), s[3:], len(s[3:10]))
	n := copy(s4, []int{8, 8})
	fmt.Println(n, s4, copy(s4[1:], s4), s4)
	bs := []byte("héllo")
	bs[0] = 'H'
	bs = append(bs, " world"...)
	fmt.Println(string(bs), len(bs))
	fmt.Println(copy(bs, "XY"), string(bs))
	rs := []rune("héllo世")
	fmt.Println(len(rs), rs[1], string(rs[5:]), string(rune(0x4e16)), string(rune(-1)))
	var named str = "named"
	fmt.Println(string(named)+"x", []byte(named), str(bs[:2]), bytes("q"), list{1, 2}.len())
	var nilslice []int
	fmt.Println(nilslice == nil, len(nilslice), cap(nilslice), append(nilslice, 1), nilslice)
	empty := []int{}
	fmt.Println(empty == nil, len(empty))
	sparse := [...]string{2: "two", 5: "five", "six"}
	fmt.Println(len(sparse), sparse[5], sparse[6], fmt.Sprintf("%q", sparse))
	ptrs := []*pair{{1, 2}, nil, {3, 4}}
	fmt.Println(*ptrs[0], ptrs[1] == nil, ptrs[2].b)
	nested := [][]pair{{{1, 2}}, {{3, 4}, {5, 6}}}
	fmt.Println(nested, nested[1][1].b)
	mm := map[string]map[string]int{"a": {"b": 1}}
	mm["a"]["c"] = 2
	fmt.Println(mm["a"]["c"], mm["x"]["y"])
	arrp := &[3]int{1, 2, 3}
	arrp[1] = 20
	for i, v := range arrp {
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(arrp), arrp[:2], *arrp)
	arr2 := *arrp
	arr2[0] = 77
	fmt.Println(arr2, *arrp, [3]int(arr2) == arr2)
	ap := (*[2]int)(arr[:2])
	ap[0] = -1
	fmt.Println(arr, *ap)
	try("index", func() { _ = arr[idx] })
	try("negative", func() { j := -1; _ = arr[j+idx-5] })
	try("slice high", func() { _ = arr[:idx] })
	try("slice order", func() { j := 3; _ = arr[j:idx-3] })
	try("slice string", func() { _ = "abc"[idx:] })
	try("index string", func() { _ = "abc"[idx] })
	try("array index", func() { var z [4]int; z[idx] = 1 })
	try("slice3", func() { _ = arr[0:2:idx] })
	try("slice3 order", func() { j := 3; _ = arr[0:j:idx-3] })
	try("nil map", func() { var m map[int]int; m[1]++ })
	try("nil func", func() { var f func(); f() })
	try("nil pointer", func() { var q *wide; q.s = "x" })
	try("make", func() { _ = make([]int, idx-10) })
	try("make cap", func() { _ = make([]int, 2, idx-4) })
	try("shift", func() { j := -1; _ = 1 << j })
	try("divide", func() { _ = 1 % (idx - 5) })
	try("close nil", func() { var c chan int; close(c) })
	try("close closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("custom", func() { panic(fmt.Errorf("custom %d", 1)) })
	try("assert", func() { var x interface{} = pair{}; _ = x.(wide) })
	try("assert nil", func() { var x interface{}; _ = x.(int) })
	try("assert iface", func() { var x interface{} = 1; _ = x.(fmt.Stringer) })
	var e1, e2 interface{} = pair{1, 2}, pair{1, 2}
	fmt.Println(e1 == e2, e1 == pair{1, 2}, e1 != nil, e1 == 1)
	var fi interface{} = 1.5
	switch x := fi.(type) {
	case int:
		fmt.Println("int", x)
	case float64:
		fmt.Println("float64", x+1)
	}
	if x, ok := fi.(int); !ok {
		fmt.Println("not int", x)
	}
	var iw interface{} = w
	if x, ok := iw.(wide); ok {
		x.a = 1000
		fmt.Println(x, w)
	}
	_, isGrid := iw.(grid)
	fmt.Println(isGrid)
	type local struct{ v interface{} }
	l := []local{{1}, {"s"}, {nil}}
	fmt.Println(l, fmt.Sprintf("%T %v", l[0], l[1].v))
	c := make(chan wide, 1)
	c <- w2
	fmt.Println(<-c, len(c), cap(c))
	cs := make(chan struct{}, 2)
	cs <- struct{}{}
	fmt.Println(len(cs), <-cs)
	x, y := 3, 4
	px, py := &x, &y
	*px, *py = *py, *px
	fmt.Println(x, y, *px*(*py))
	pp := &px
	**pp = 50
	fmt.Println(x)
	func(vals ...interface{}) { fmt.Println(len(vals), vals) }(1, "a", nil, pair{1, 2})
	var z [0]int
	fmt.Println(len(z), z, struct{}{})
	const k = 3
	var fixed [k * 2]bool
	fixed[k] = true
	fmt.Println(fixed)
	func() { t := [2]string{"a", "b"}; u := t; u[0] = "z"; fmt.Println(t, u, t != u) }()
	cplx := []complex128{1 + 2i, 3i}
	cplx[0] *= cplx[1]
	fmt.Println(cplx)
	o2 := o
	o2.in.f++
	o2.p.n <<= 3
	fmt.Println(o.in.f, o2.in.f, o.p.n)
}
