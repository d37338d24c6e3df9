// iter.Pull and iter.Pull2 (Go 1.23): an iterator whose values are asked for one by one.
package main

import (
	"fmt"
	"iter"
)

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Print("(done) ")
		fmt.Print("(start) ")
		for i := range n {
			if !yield(i) {
				fmt.Print("(stopped) ")
				return
			}
		}
	}
}

func pairs(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) }

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return
}

func main() {
	// It begins with the first call of next, and ends; from then on next gives zero values and stop does nothing.
	next, stop := iter.Pull(upTo(2))
	fmt.Print("pulled ")
	for range 4 {
		fmt.Print(next())
		fmt.Print(" ")
	}
	stop()
	fmt.Println()

	// Stopped early; before the beginning; twice.
	next, stop = iter.Pull(upTo(5))
	fmt.Print(next())
	fmt.Print(" ")
	stop()
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(upTo(5))
	stop()
	fmt.Println(next())

	two, stopTwo := iter.Pull2(pairs)
	for range 3 {
		fmt.Print(two())
		fmt.Print("; ")
	}
	stopTwo()
	fmt.Println()
	for a, b := range zip(upTo(3), upTo(2)) {
		fmt.Print(a, b, " ")
	}
	fmt.Println()

	// A panic of the iterator comes out of next, or of stop; then it is over.
	next, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic("iterator")
	})
	next()
	fmt.Print(caught(func() { next() }), " ")
	fmt.Println(next())
	stop()
	next, stop = iter.Pull(func(yield func(int) bool) {
		defer func() { panic("cleanup") }()
		yield(1)
	})
	next()
	fmt.Print(caught(stop), " ")
	fmt.Println(next())

	// Two at once, each with its own place.
	n1, s1 := iter.Pull(upTo(3))
	n2, s2 := iter.Pull(upTo(3))
	defer s1()
	defer s2()
	a, _ := n1()
	b, _ := n1()
	c, _ := n2()
	fmt.Println(a, b, c)
	for v := range upTo(2) {
		x, ok := n2()
		fmt.Print(v, x, ok, " ")
	}
	fmt.Println()
}
