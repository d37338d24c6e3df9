// Calling the body of a loop over a function when it must not be called is a run-time error.
package main

import (
	"fmt"
	"iter"
	"runtime"
)

type yield = func(int) bool

func try(what string, f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Println(what+":", r, isRuntime)
	}()
	f()
	fmt.Println(what, "ended")
}

var kept yield

func keep(y yield)   { kept = y; y(1) }
func deaf(y yield)   { y(1); y(2); y(3) } // does not look at what it gets
func lenient(y yield) {
	defer func() { recover(); fmt.Print("(calls on) "); y(2) }()
	y(1)
}
func nothing(y yield) { kept = y }

func main() {
	// Again after false: after break, continue of an outer loop, return, goto.
	try("break", func() {
		for range deaf {
			break
		}
	})
	try("continue outer", func() {
	outer:
		for range 2 {
			for range deaf {
				continue outer
			}
		}
	})
	try("return", func() {
		for range deaf {
			return
		}
	})
	try("goto", func() {
		for range deaf {
			goto out
		}
	out:
	})
	try("all three", func() {
		n := 0
		for i := range deaf {
			n += i
		}
		fmt.Print(n, " ")
	})

	// After the loop.
	try("after the loop", func() {
		for i := range keep {
			fmt.Print(i, " ")
		}
		kept(2)
	})
	try("never called in time", func() {
		for range nothing {
			fmt.Print("no ")
		}
		kept(1)
	})
	try("after a break", func() {
		for range keep {
			break
		}
		kept(2)
	})
	try("after a panic left the loop", func() {
		func() {
			defer func() { recover() }()
			for range keep {
				panic("x")
			}
		}()
		kept(2)
	})

	// After a panic of the body, by the iterator that recovered it.
	try("calls on", func() {
		for range lenient {
			panic("body")
		}
	})

	// While the body runs: from itself, or from another goroutine.
	try("from the body", func() {
		for i := range keep {
			if i == 1 {
				kept(2)
			}
		}
	})
	try("concurrently", func() {
		errs := make(chan any)
		for i := range func(y yield) {
			go func() {
				defer func() { errs <- recover() }()
				y(1)
			}()
			y(2)
		} {
			fmt.Print("body ", i, ", ")
			fmt.Print(<-errs, "; ")
		}
	})

	// From another goroutine, but one at a time: that is fine.
	try("one after the other", func() {
		sum := 0
		for i := range func(y yield) {
			done := make(chan bool)
			for k := range 3 {
				go func() { done <- y(k) }()
				<-done
			}
		} {
			sum += i
		}
		fmt.Print(sum, " ")
	})

	// The states of nested loops are their own.
	try("inner after outer's false", func() {
		var inner yield
		for i := range func(y yield) {
			if y(0) {
				y(1)
			}
			inner(9)
		} {
			for range func(y yield) { inner = y; y(5) } {
				if i == 1 {
					break
				}
			}
		}
	})

	// nil is no iterator.
	try("nil", func() {
		var s iter.Seq[int]
		for range s {
		}
	})
	for range keep {
	}
	kept(3)
}
