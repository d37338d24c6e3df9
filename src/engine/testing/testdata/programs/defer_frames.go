// Deferred functions find the frames of what has panicked below them; calls at the end of a function count as made at its brace.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func frames() string {
	var pcs [30]uintptr
	n := runtime.Callers(2, pcs[:])
	it := runtime.CallersFrames(pcs[:n])
	s := []string{}
	for {
		f, more := it.Next()
		if strings.HasPrefix(f.Function, "main.") || f.Function == "runtime.gopanic" {
			if f.Function == "runtime.gopanic" {
				f.Line = 0
			}
			s = append(s, fmt.Sprintf("%s:%d", f.Function, f.Line))
		}
		if !more {
			break
		}
	}
	return strings.Join(s, " ")
}

func f(n int) {
	if n == 0 {
		var p *int
		*p = 5
	}
	f(n - 1)
}

func g() (r int) {
	defer func() {
		fmt.Println("outer", frames(), recover())
		r = 7
	}()
	defer func() {
		defer func() {
			fmt.Println("inner", frames(), recover())
		}()
		panic("second")
	}()
	f(2)
	return 1
}

func h() {
	defer fmt.Println("h1")
	defer func() {
		fmt.Println(recover())
		defer func() { fmt.Println("again", recover()) }()
		panic("x")
	}()
	defer func() { fmt.Println("h normal", frames()) }()
	panic("p")
}

func fallsOff() {
	defer func() { fmt.Println(frames()) }()
	for i := 0; i < 3; i++ {
		sink += i
	}
}

var sink int

func goexit() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("outer recover", recover()) }()
		func() {
			defer func() { fmt.Println("r", recover()) }()
			defer func() { panic("in goexit") }()
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	<-done
	done = make(chan bool)
	go func() {
		defer close(done)
		defer func() { runtime.Goexit() }()
		panic("ended by goexit")
	}()
	<-done
}

type E struct{}

func (E) Error() string { panic("bad") }

func main() {
	fmt.Println(g())
	h()
	fallsOff()
	goexit()
	func() {
		defer func() { recover() }()
		defer func() { panic("two") }()
		panic("one")
	}()
	defer func() {
		panic("last")
	}()
	defer func() {
		defer fmt.Println("x")
		panic(fmt.Sprint("re", recover()))
	}()
	panic("main")
}
