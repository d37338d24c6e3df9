package main

import "fmt"

var sl = []int{1, 2, 3}
var g = 10
var st = struct{ a, b int }{1, 2}
var p = &st
var m = map[string]int{"a": 1}
var str = "abc"
var arr = [3]int{1, 2, 3}
var iface interface{} = 5

func h() int { sl[0] += 100; g++; st.a += 1000; m["a"] += 5; str = "zzz" + str; arr[1] = 77; iface = 9; return 1 }
func h2() int { sl = []int{9, 9, 9, 9, 9}; p = &struct{ a, b int }{5, 6}; return 1 }
func reset() {
	sl = []int{1, 2, 3}
	g = 10
	st.a = 1
	p = &st
	m["a"] = 1
	str = "abc"
	arr = [3]int{1, 2, 3}
	iface = 5
}

type T struct{ x, y int }

func (t T) get() int { return t.x }

func two(a, b int) string { return fmt.Sprint(a, b) }

func main() {
	fmt.Println(sl[0] + h()); reset()
	fmt.Println(g + h()); reset()
	fmt.Println(st.a + h()); reset()
	fmt.Println(p.a + h()); reset()
	fmt.Println(p.a + h2()); reset()
	fmt.Println(sl[0] + h2()); reset()
	fmt.Println(m["a"] + h()); reset()
	fmt.Println(len(str) + h()); reset()
	fmt.Println(cap(sl) + h2()); reset()
	fmt.Println(arr[1] + h()); reset()
	fmt.Println(iface.(int) + h()); reset()
	fmt.Println(int(str[0]) + h()); reset()
	fmt.Println(-g + h()); reset()
	fmt.Println(two(sl[0], h())); reset()
	fmt.Println(two(g, h())); reset()
	fmt.Println(two(st.a, h())); reset()
	fmt.Println(two(p.a, h())); reset()
	fmt.Println(two(len(str), h())); reset()
	fmt.Println(two(g+1, h())); reset()
	fmt.Println(two(m["a"], h())); reset()
	fmt.Println(two(iface.(int), h())); reset()
	x := []int{sl[0], h(), g, st.a}; fmt.Println(x); reset()
	y := [...]int{g, h(), g}; fmt.Println(y); reset()
	z := T{g, h()}; fmt.Println(z); reset()
	zz := &T{g, h()}; fmt.Println(*zz); reset()
	mm := map[int]int{g: h(), g + 1: g}; fmt.Println(mm); reset()
	a, b := g, h(); fmt.Println(a, b); reset()
	a, b = sl[0], h(); fmt.Println(a, b); reset()
	a, b = sl[0], h2(); fmt.Println(a, b); reset()
	sl[0], sl[1] = g, h(); fmt.Println(sl); reset()
	sl[g-10], sl[1] = 7, h(); fmt.Println(sl); reset()
	sl[0] += h(); fmt.Println(sl); reset()
	sl[0] += h2(); fmt.Println(sl); reset()
	g += h(); fmt.Println(g); reset()
	m["a"] += h(); fmt.Println(m); reset()
	str += fmt.Sprint(h()); fmt.Println(str); reset()
	fmt.Println(str + fmt.Sprint(h())); reset()
	fmt.Println("x" + str + "y" + fmt.Sprint(h())); reset()
	fmt.Println(str == fmt.Sprint(h()), g == h(), g < h()+10); reset()
	fmt.Println(T{g, 1}.get() + h()); reset()
	fmt.Println(func() (int, int) { return g, h() }()); reset()
	fmt.Println(func() (int, int) { return sl[0], h() }()); reset()
	fmt.Println(func() (r int) { r = 5; return r + func() int { r = 8; return 1 }() }()); reset()
	l := 5
	ff := func() int { l++; return l }
	fmt.Println(l, ff(), l); reset()
	fmt.Println(two(l, ff())); reset()
	fmt.Println(l + ff()); reset()
	fmt.Println(l*2 + ff()); reset()
	e, f2 := l, ff(); fmt.Println(e, f2)
	arr2 := [3]int{l, ff(), l}; fmt.Println(arr2)
	var iv interface{} = l
	fi := func() int { iv = "s"; return 1 }
	fmt.Println(iv, fi(), iv)
	fmt.Println(interface{}(l), ff())
	q := &l
	fmt.Println(*q, ff()); fmt.Println(*q+ff())
	ch := make(chan int, 3); ch <- 1; ch <- 2
	fmt.Println(len(ch), <-ch, len(ch))
	fmt.Println(len(ch) + <-ch)
	s3 := sl[:len(sl):len(sl)]
	fs := func() []int { sl = nil; return s3 }
	fmt.Println(sl, fs(), sl); reset()
	fmt.Println(sl[1:], fs(), sl); reset()
	fmt.Println(append(sl, 1), fs(), append(sl, 2)); reset()
	bs := []byte("abc")
	fb := func() int { bs[0] = 'z'; return 1 }
	fmt.Println(string(bs), fb(), string(bs))
	fmt.Println(string(bs) + fmt.Sprint(fb()))
	c1, c2, c3 := real(complex(float64(g), 0)), h(), real(complex(float64(g), 0)); fmt.Println(c1, c2, c3); reset()
	i1, i2, i3 := len(sl), h2(), len(sl); fmt.Println(i1, i2, i3); reset()
	k1, k2, k3 := float64(g), h(), float64(g); fmt.Println(k1, k2, k3); reset()
	k4, k2, k5 := g+1, h(), g+1; fmt.Println(k4, k2, k5); reset()
	b1, k2, b3 := g == 10 && true, h(), g == 10 && true; fmt.Println(b1, k2, b3); reset()
	n1, k2, n3 := iface.(int), h(), iface.(int); fmt.Println(n1, k2, n3); reset()
	n1, k2, n3 = m["a"], h(), m["a"]; fmt.Println(n1, k2, n3); reset()
}
