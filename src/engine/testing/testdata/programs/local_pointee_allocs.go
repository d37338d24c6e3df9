// What is allocated for pointers: nothing where they are only gone through, something where they get about.
package main

import (
	"fmt"
	"testing"
)

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type box struct {
	point
	grid [3][4]int
	name string
	next *box
}

var (
	sink    *point
	sinkInt int
	sinkAny any
	seed    = 3
)

//go:noinline
func keep(p *point) { sink = p }

//go:noinline
func made(x int) *point {
	p := &point{x, 1}
	p.x++
	return p
}

//go:noinline
func double(x int) int { return 2 * x }

func generic[T any](x T) T {
	p := new(T)
	*p = x
	return *p
}

var table = []struct {
	name string
	f    func()
}{
	{"unused", func() { p := &point{}; _ = p }},
	{"fields", func() { p := &point{seed, 2}; p.x += p.y; sinkInt = p.x }},
	{"new", func() { p := new(point); p.y = seed; sinkInt = p.sum() }},
	{"declared", func() { var p = &point{y: seed}; var q *point = new(point); *q = *p; sinkInt = q.y }},
	{"scalars", func() { n, m := seed, new(int); *m += n; s := new(string); *s = "a"; sinkInt = *m + len(*s) }},
	{"array", func() {
		a := new([16]int)
		for i := range a {
			a[i] = i
		}
		for _, v := range a {
			sinkInt += v
		}
	}},
	{"embedded", func() { b := &box{name: "n"}; b.x, b.grid[1][2] = seed, 4; sinkInt = b.sum() + b.grid[1][2] }},
	{"loop", func() {
		for i := 0; i < 10; i++ {
			p := &point{i, i}
			q := &box{}
			q.x = p.x
			sinkInt += q.sum()
		}
	}},
	{"copies", func() { p := &point{seed, 1}; q := *p; q.x++; *p = q; sinkInt = p.x }},
	{"generic", func() { sinkInt = generic(seed) + generic(point{1, 2}).x }},
	{"several", func() { p, n, q := &point{seed, 2}, double(seed), new(box); p.x, q.x = n, p.x; sinkInt = p.sum() + q.sum() }},
	{"compared", func() {
		if p := new(point); p != nil && nil != p {
			sinkInt = p.x
		}
	}},
	{"returned", func() { sinkInt = made(seed).x }},
	{"passed on", func() { p := &point{seed, 1}; keep(p) }},
	{"assigned away", func() { p := &point{seed, 1}; p.x++; sink = p }},
	{"part of it", func() { p := &box{}; p.x = 1; sink = &p.point }},
	{"in an interface", func() { p := &point{seed, 1}; sinkAny = p }},
	{"in a loop, kept", func() {
		for i := 0; i < 5; i++ {
			p := &point{i, i}
			sink = p
		}
	}},
	{"behind it", func() { p := &box{next: &box{}}; sink = &p.next.point }},
}

func main() {
	for _, t := range table {
		fmt.Println(t.name, testing.AllocsPerRun(20, t.f))
	}
}
