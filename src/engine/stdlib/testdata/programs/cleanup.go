// Cleanups of objects that have become unreachable (later than Go 1.19: checked by hand).
package main

import (
	"fmt"
	"runtime"
	"time"
)

type big struct{ b [1000]byte }

func make1(n int) {
	x := &big{}
	runtime.AddCleanup(x, func(s string) { fmt.Println("cleaned", s) }, fmt.Sprint("a", n))
	c := runtime.AddCleanup(x, func(s string) { fmt.Println("never", s) }, "b")
	runtime.AddCleanup(x, func(n int) { fmt.Println("and", n) }, n)
	c.Stop()
}

func main() {
	make1(1)
	runtime.GC()
	time.Sleep(time.Millisecond)
	defer func() { fmt.Println(recover()) }()
	p := new(int)
	runtime.AddCleanup(p, func(*int) {}, p)
}
