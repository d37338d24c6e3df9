// Pointers that are only gone through, beyond Go 1.19: made by new(expression), in loops over functions and integers, and what they keep alive.
package main

import (
	"fmt"
	"runtime"
	"testing"
)

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type node struct {
	point
	next *node
	list []string
}

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func values() {
	n := new(40 + 2)
	*n++
	x := 7
	p := new(point{x, x + 1})
	x = 100
	p.x += *n
	s := new(fmt.Sprint("text", x))
	*s += "!"
	a := new([3]int{1, 2, 3})
	for i := range a {
		a[i] *= p.y
	}
	q := new(*p)
	q.x = 0
	fmt.Println(*n, *p, p.sum(), *s, *a, *q)
}

// A pointer of the loop's body is the body's; one from outside is shared with it.
func inBodies() (total int) {
	outside := &point{}
	for i := range upTo(4) {
		p := &point{x: i}
		for j := range upTo(i) {
			q := new(point{j, p.y})
			q.x++
			total += q.sum()
			if j == 2 {
				return total + outside.sum()
			}
		}
		p.y += 10
		total += p.sum()
		outside.x += p.y
	}
	return -1
}

// Iterations share what the pointer of a loop points to, though each has its own copy of the pointer.
func perIteration() {
	for p := (&point{}); p.x < 3; p.x++ {
		p.y += p.x
		fmt.Print(*p, " ")
	}
	for i := range 3 {
		p := new(point)
		p.x += i
		fmt.Print(*p, " ")
	}
	fmt.Println()
}

// What the frame holds is alive as long as it is used.
func keeps(depth int) int {
	n := &node{next: &node{point: point{1, depth}}}
	n.list = append(n.list, fmt.Sprint("a", depth), "b")
	for range 3 {
		m := &node{next: n.next}
		m.next.next = &node{list: []string{fmt.Sprint("new", depth)}}
		runtime.GC()
		m.list = append(m.next.next.list, n.list...)
		n.list = append(n.list[:1:1], fmt.Sprint(len(m.list)))
	}
	if depth > 0 {
		n.x = keeps(depth - 1)
	}
	runtime.GC()
	return n.x + n.next.sum() + len(n.list[0]) + len(n.next.next.list[0])
}

// Each goroutine has its own.
func goroutines() {
	results := make(chan int)
	for i := range 5 {
		go func() {
			p := &point{x: i}
			for range 3 {
				p.y += p.x
				runtime.Gosched()
			}
			results <- p.sum()
		}()
	}
	total := new(0)
	for range 5 {
		*total += <-results
	}
	fmt.Println(*total)
}

func main() {
	values()
	fmt.Println(inBodies())
	perIteration()
	fmt.Println(keeps(50))
	goroutines()
	fmt.Println(testing.AllocsPerRun(10, func() {
		p := new(point{1, 2})
		n := new(p.sum())
		for i := range 3 {
			q := new(i + *n)
			p.x += *q
		}
	}))
}
