// defer, panic and recover in the body of a loop over a function act as if they stood in the function around the loop.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type seq = func(yield func(int) bool)

func upTo(n int) seq {
	return func(yield func(int) bool) {
		defer fmt.Print("(iterator done) ")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func deferred() (s string) {
	defer func() { s += " first" }()
	for i := range upTo(3) {
		defer func() { s += fmt.Sprint(" ", i) }() // when the function returns, last first
		for j := range upTo(1) {
			defer func() { s += fmt.Sprint(" ", i, "/", j) }()
		}
		if i == 1 {
			return "returned"
		}
	}
	return "unreached"
}

func arguments() {
	for i := range upTo(2) {
		x := i * 10
		defer fmt.Print("arg ", x, " ") // arguments are evaluated now
		x = 99
	}
	fmt.Print("body over ")
}

func named() (n int) {
	for i := range upTo(3) {
		defer func() { n = n*10 + i }()
	}
	return 7
}

func throughIterator() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	for i := range upTo(3) {
		if i == 1 {
			panic("boom")
		}
	}
	return nil
}

func recoverInBody() (r any) {
	defer func() {
		for range upTo(1) {
			r = recover() // as if the deferred function called it
		}
	}()
	panic("caught in a body")
}

func recoverNested() (r any) {
	defer func() {
		for range upTo(1) {
			for range upTo(1) {
				r = recover()
			}
		}
	}()
	panic(errors.New("caught two bodies deep"))
}

func deferredByBody() (r any) {
	for range upTo(1) {
		defer func() { r = recover() }()
	}
	panic("after the loop")
}

func deferInBodyRecoversBody() (r any) {
	for i := range upTo(2) {
		defer func() {
			if e := recover(); e != nil {
				r = fmt.Sprint(e, " in ", i)
			}
		}()
		if i == 1 {
			panic("inside")
		}
	}
	return "none"
}

func swallow(yield func(int) bool) {
	defer func() { fmt.Print("swallowed ", recover(), "; ") }()
	yield(1)
}

func repanic(yield func(int) bool) {
	defer func() { panic(fmt.Sprint("again: ", recover())) }()
	yield(1)
}

func iteratorPanics(yield func(int) bool) {
	yield(1)
	panic("iterator's own")
}

func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return
}

func goexit() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Print("goroutine's defer ")
		for range upTo(2) {
			defer fmt.Print("body's defer ")
			runtime.Goexit()
		}
	}()
	<-done
	fmt.Println()
}

func main() {
	fmt.Println(deferred())
	arguments()
	fmt.Println()
	fmt.Println(named())
	fmt.Println(throughIterator())
	fmt.Println(recoverInBody())
	fmt.Println(recoverNested())
	fmt.Println(deferredByBody())
	fmt.Println(deferInBodyRecoversBody())

	// An iterator must not swallow the panic of the body, but may panic itself.
	fmt.Println(caught(func() {
		for range swallow {
			panic("lost")
		}
	}))
	fmt.Println(caught(func() {
		for range repanic {
			panic("p")
		}
	}))
	fmt.Println(caught(func() {
		for range iteratorPanics {
		}
	}))
	goexit()

	// A deferred function of the body that panics.
	fmt.Println(caught(func() {
		for range upTo(1) {
			defer panic("from a deferred call")
		}
		fmt.Print("loop over ")
	}))
	defer fmt.Println("last")
	for i := range upTo(2) {
		defer fmt.Println("main's", i)
		_ = 1 / (1 - i)
	}
}
