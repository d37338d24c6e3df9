package main

import "fmt"

type T struct{ a, b, c, d, e int }

func (t T) val() int   { return t.a + t.e }
func (t *T) ptr() *T   { t.a++; return t }
func mk(a int) T       { return T{a: a, e: 10 * a} }
func pt(a int) *T      { t := mk(a); return &t }
func two() (T, [3]int) { return mk(7), [3]int{1, 2, 3} }

type iface interface {
	val() int
}
type E1 struct{ T }
type E2 struct{ *E1 }
type E3 struct {
	iface
	n int
}

var log []string

func tr(s string, v int) int { log = append(log, s); return v }

func order() {
	m := map[int]int{}
	arr := []int{0, 0, 0}
	arr[tr("i", 1)], m[tr("k", 2)] = tr("v1", 3), tr("v2", 4)
	f := func(a, b, c int) int { return a + b + c }
	fmt.Println(f(tr("a", 1), tr("b", 2), tr("c", 3))+tr("d", 4)*tr("e", 5), arr, m)
	_ = []int{tr("x", 1), tr("y", 2)}
	_ = map[int]int{tr("k1", 1): tr("w1", 2), tr("k2", 3): tr("w2", 4)}
	if tr("p", 0) == 1 && tr("q", 1) == 1 || tr("r", 1) == 1 {
		log = append(log, "taken")
	}
	fmt.Println(log)
}

func bigParams(a [4]int, s string, t T, f float64, g func(T) int) (T, string, [4]int) {
	a[0] = g(t)
	t.b = int(f)
	return t, s + "!", a
}

func recursive(n int, acc *[]int) {
	if n == 0 {
		return
	}
	defer func() { *acc = append(*acc, n) }()
	recursive(n-1, acc)
}

func loopDefer() (s string) {
	for _, w := range []string{"a", "b", "c"} {
		defer func(w string) { s += w }(w)
	}
	return "start "
}

func panicInDefer() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("outer %v", r)
		}
	}()
	defer func() {
		panic("from defer")
	}()
	panic("original")
}

func rethrow() {
	defer func() { fmt.Println("top", recover()) }()
	func() {
		defer func() {
			r := recover()
			fmt.Println("mid", r)
			panic(fmt.Sprint(r, "+"))
		}()
		func() {
			defer fmt.Println("low")
			panic("deep")
		}()
	}()
}

func noRecover() {
	defer func() { fmt.Println("outer got", recover()) }()
	defer func() {
		func() { fmt.Println("nested recover", recover()) }()
	}()
	panic("p")
}

type rec struct{ n int }

func (r rec) cleanup() { fmt.Println("cleanup", r.n, recover()) }

func methodDefer() {
	r := rec{1}
	defer r.cleanup()
	r.n = 2
	var c interface{ cleanup() } = rec{3}
	defer c.cleanup()
	panic("m")
}

func captured() {
	x, y := 1, 2
	var t T
	arr := [3]int{1, 2, 3}
	f := func() {
		x += y
		t.c = x
		arr[1] = x
	}
	f()
	f()
	fmt.Println(x, y, t, arr)
	g := func() func() int {
		z := x
		return func() int { z++; x--; return z + x }
	}()
	fmt.Println(g(), g(), x)
}

func consts() {
	const a, b = 10, 3.0
	var f float32 = a / b
	var i int = a / 3
	var r rune = 'a' + 1
	var u uint8 = 255
	var c complex64 = 2i * 2i
	fmt.Println(f, i, string(r), u+1, c, a/b, 1<<3.0, "s"+"t", len("abc"), 5.0/2, 7/2*2.0)
	var big uint64 = 1<<64 - 1
	fmt.Println(big, int64(big>>1), ^uint32(0), -5>>1, uint32(1)<<31>>31)
	fmt.Printf("%v %v\n", 0x1p-2, 0b101|0o17)
}

func pointers() {
	t := pt(3)
	fmt.Println(t.ptr().ptr().a, (*t).val(), t.val(), mk(2).val())
	e := E2{&E1{mk(5)}}
	e.ptr()
	fmt.Println(e.val(), e.a, e.E1.T.b, E3{e, 1}.val(), E3{iface: t}.iface.val())
	f := e.val
	e.a = 100
	fmt.Println(f(), e.val())
	tt, arr := two()
	fmt.Println(tt.e, arr[1], [3]int{4, 5, 6}[tr("z", 2)], mk(9).e, two2()[1].e)
	ptrs := map[string]*T{"x": t}
	ptrs["x"].b += 5
	ptrs["x"].ptr()
	fmt.Println(t.b, t.a)
	list := []T{mk(1), mk(2)}
	for i := range list {
		list[i].ptr()
		p := &list[i]
		p.d = i
	}
	for _, v := range list {
		v.a = 1000
	}
	fmt.Println(list)
	a2 := [2][2]T{}
	a2[1][0].c = 5
	q := &a2[1]
	q[0].d = 6
	b2 := a2
	b2[1][0].c = 0
	fmt.Println(a2[1][0], b2 == a2, len(a2[0]))
	var np *E2
	defer func() { fmt.Println(recover()) }()
	fmt.Println(np.a)
}
func two2() [2]T { return [2]T{mk(1), mk(2)} }

type node struct {
	l, r *node
	v    int
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{v: v}
	}
	if v < n.v {
		n.l = n.l.insert(v)
	} else {
		n.r = n.r.insert(v)
	}
	return n
}
func (n *node) walk(f func(int)) {
	if n != nil {
		n.l.walk(f)
		f(n.v)
		n.r.walk(f)
	}
}

type stringer interface{ String() string }
type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type multi struct {
	stringer
	extra int
}
type intset map[int]struct{}

func (s intset) add(v int) intset { s[v] = struct{}{}; return s }
func (s intset) has(v int) bool   { _, ok := s[v]; return ok }

func main() {
	order()
	t, s, a := bigParams([4]int{9, 8}, "s", mk(3), 2.9, T.val)
	fmt.Println(t, s, a)
	var acc []int
	recursive(4, &acc)
	fmt.Println(acc, loopDefer(), panicInDefer())
	rethrow()
	noRecover()
	func() {
		defer func() { fmt.Println("after method defer", recover()) }()
		methodDefer()
	}()
	captured()
	consts()
	pointers()
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	fmt.Println(multi{temp(36.6), 1}, multi{temp(1), 2}.String(), intset{}.add(3).has(3), intset{}.has(1))
	var i8 int8 = -1
	var u8 = uint8(i8)
	var x interface{} = u8
	switch v := x.(type) {
	case int8:
		fmt.Println("int8", v)
	case uint8, uint16:
		fmt.Printf("%T %v\n", v, v)
	}
	s1 := []int{1, 2, 3, 4, 5}
	s1 = append(s1[:1], s1[2:]...)
	fmt.Println(s1, cap(s1))
	s1 = append(s1, s1...)
	fmt.Println(s1)
	var grid [3][3]rune
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = '.'
		}
	}
	grid[1][1] = 'X'
	for _, row := range grid {
		fmt.Println(string(row[:]))
	}
	func() {
		for i, f := range []func(){func() { panic(1) }, func() {}} {
			func() {
				defer func() {
					if r := recover(); r != nil {
						fmt.Println(i, r)
					}
				}()
				f()
			}()
		}
	}()
	var e interface{} = struct{ x int }{1}
	fmt.Println(e == struct{ x int }{1}, e)
	ch := make(chan func() int, 1)
	ch <- func() int { return 42 }
	fmt.Println((<-ch)())
	type rec struct {
		name string
		kids []rec
	}
	tree := rec{"root", []rec{{"a", nil}, {"b", []rec{{"c", nil}}}}}
	var show func(r rec, d int)
	show = func(r rec, d int) {
		fmt.Printf("%*s%s\n", d, "", r.name)
		for _, k := range r.kids {
			show(k, d+2)
		}
	}
	show(tree, 0)
	println("to stderr", 1, true, 2.5)
}
