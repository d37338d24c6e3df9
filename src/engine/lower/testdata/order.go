package main

import "fmt"

type T struct{ n int }

func (t T) val(x int) int   { return t.n*100 + x }
func (t *T) ptr(x int) int  { return t.n*100 + x }
func (t *T) bump() int      { t.n++; return t.n }

var g = 1

func incG() int { g++; return g }

func named() (x int, y int) {
	x = 5
	f := func() int { x = 50; return 7 }
	return x, f()
}

func deferred() (x int) {
	defer func() { x += 1000 }()
	x = 1
	return x + incG()
}

func three() (int, int, int) { return incG(), incG(), incG() }

func main() {
	x := 1
	f := func() int { x++; return x }
	a := []int{x, f(), x, f()}
	fmt.Println(a)
	s := T{x}
	b := [3]int{s.n, s.bump(), s.n}
	fmt.Println(b)
	fmt.Println(x+f(), f()+x, x*10+f()*100+x)
	t := T{1}
	fmt.Println(t.val(t.bump()), t.ptr(t.bump()), t.n)
	m := map[int]int{}
	m[x] = f()
	m[f()] = x
	fmt.Println(m)
	arr := []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	arr[x] = f()
	arr[f()] += x
	fmt.Println(arr)
	fmt.Println(named())
	fmt.Println(deferred(), g)
	g, y := g+1, incG()
	fmt.Println(g, y)
	p, q := x, f()
	fmt.Println(p, q)
	i := 0
	arr[i], i = 9, 5
	fmt.Println(arr[0], i)
	i, arr[i] = 1, 7
	fmt.Println(i, arr[5])
	str := fmt.Sprint(x, f(), x)
	fmt.Println(str)
	ch := make(chan int, 5)
	ch <- x
	ch <- f()
	ch <- x + f()
	fmt.Println(<-ch, <-ch, <-ch)
	ptr := &x
	fmt.Println(*ptr, f(), *ptr)
	k := func(v int) int { fmt.Print("k", v, " "); return v }
	_ = k(1) + k(2)*k(3) - k(4)
	_ = k(1) < k(2) && k(3) > k(4) || k(5) == k(5)
	mm := map[string][]int{"a": {1, 2, 3}}
	mm["a"][k(1)], mm["b"] = k(2), []int{k(3)}
	fmt.Println(mm)
	func() {
		defer func() { fmt.Println(recover(), g) }()
		var np *T
		np.n = incG()
	}()
	func() {
		defer func() { fmt.Println(recover(), arr[0]) }()
		arr[0], arr[k(50)] = 77, 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var e []int
		e[k(3)] = k(4)
	}()
	func() {
		defer func() { fmt.Println(recover(), x) }()
		z := 0
		x = k(1) / z
	}()
	u, v, w := three()
	fmt.Println(u, v, w)
	switch k(2) {
	case k(1), k(2):
		fmt.Println("two")
	case k(3):
	}
	var st struct{ a, b []int }
	st.a, st.b = append(st.b, 1), append(st.a, 2)
	fmt.Println(st)
	l := len(fmt.Sprint(k(5))) + cap(make([]int, k(2), k(3)))
	fmt.Println(l)
	iface := interface{}(x)
	x = 0
	fmt.Println(iface, x)
	fn := f
	fn2 := func() func() int { fmt.Print("get "); return fn }
	fmt.Println(fn2()(), k(fn2()()))
	for i, n := range []int{k(1), k(2)} {
		fmt.Print(i, n, ";")
	}
	fmt.Println()
	defer k(k(10))
	go k(k(11))
	var arr2 [2]struct{ p *int }
	arr2[k(1)].p = new(int)
	*arr2[k(1)].p += k(3)
	fmt.Println(*arr2[1].p)
}
