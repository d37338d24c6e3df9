package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type guarded struct {
	mu sync.Mutex
	n  int
}

type outer struct {
	name  string
	inner guarded
}

type embeds struct {
	sync.RWMutex
	m map[string]int
}

type own struct{}

func (*own) Lock()   {}
func (*own) Unlock() {}

type byValue struct{}

func (byValue) Lock()   {}
func (byValue) Unlock() {}

type holds[T any] struct {
	mu  sync.Mutex
	val T
}

func param(g guarded) int           { return g.n }
func params(a int, wg sync.WaitGroup, p *sync.Mutex) {}
func (g guarded) method() int       { return g.n }
func (g *guarded) pointer() int     { return g.n }
func result() (g guarded)           { return guarded{} }
func returnsCopy(g *guarded) guarded { return *g }
func generic(h holds[int])          {}
func arrays(a [2]sync.Mutex)        {}
func slices(a []sync.Mutex, b *[2]sync.Mutex, l sync.Locker) {}
func once(o sync.Once, c sync.Cond, p sync.Pool, m sync.Map) {}
func counters(i atomic.Int32, b *atomic.Bool, v atomic.Value) {}
func ownLock(o own, b byValue)      {}
func variadic(list ...sync.Mutex)   {}

func main() {
	var g guarded
	h := g
	var i = g
	var j, k guarded = guarded{}, h
	h = i
	_ = g
	j, k = k, j
	p := &g
	q := *p
	var e embeds
	f := e
	o := outer{inner: g}
	o2 := outer{"x", *p}
	o.inner = g
	list := []guarded{g, {}}
	m := map[string]guarded{"a": g}
	m["b"] = g
	for _, v := range list {
		fmt.Println(v.n)
	}
	for n, v := range m {
		fmt.Println(n, v.n)
	}
	for n := range list {
		list[n] = g
	}
	var loop guarded
	_ = loop.n
	for _, loop = range list {
	}
	ch := make(chan guarded, 1)
	ch <- g
	r := <-ch
	for v := range ch {
		_ = v.n
	}
	param(g)
	param(result())
	fmt.Println(g, &g)
	func(m sync.Mutex) {}(g.mu)
	lit := func(x guarded) guarded { return x }
	lit(guarded{})
	s := list[0]
	arr := [2]sync.Mutex{}
	brr := arr
	n := len(arr)
	x := new(guarded)
	y := any(g)
	z := (g)
	var wg sync.WaitGroup
	go params(1, wg, nil)
	defer params(2, wg, nil)
	copied, ok := m["a"]
	t, ok := y.(guarded)
	slice := append(list, g)
	var own1 own
	own2 := own1
	val1 := byValue{}
	val2 := val1
	st := struct{ sync.Mutex }{}
	st2 := st
	_, _, _, _, _, _, _, _, _ = h.n, q.n, f.m, o.name, o2.name, r.n, s.n, len(brr), n
	_, _, _, _, _, _, _, _, _ = x, y, z.n, ok, copied.n, t.n, slice, own2, val2
	_, _ = k.n, &st2
}
