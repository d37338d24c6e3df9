// What runtime and runtime/debug tell of the program itself.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

type method struct{}

func (method) value() string    { return here() }
func (*method) pointer() string { return here() }

// here names its caller.
func here() string {
	pc, _, line, ok := runtime.Caller(1)
	f := runtime.FuncForPC(pc)
	_, fline := f.FileLine(pc)
	return fmt.Sprint(f.Name(), ok, line == fline || line-fline < 3)
}

func frames() (names []string) {
	pcs := make([]uintptr, 10)
	n := runtime.Callers(1, pcs)
	for fs := runtime.CallersFrames(pcs[:n]); ; {
		f, more := fs.Next()
		if strings.HasPrefix(f.Function, "main.") {
			names = append(names, f.Function)
		}
		if !more {
			return names
		}
	}
}

func main() {
	fmt.Println(method{}.value(), new(method).pointer(), func() string { return here() }())
	fmt.Println(frames())
	done := make(chan []string)
	go func() { done <- frames() }()
	fmt.Println(<-done)
	_, _, _, ok := runtime.Caller(99)
	fmt.Println(ok, runtime.FuncForPC(0) == nil)
	all := make([]byte, 1<<14)
	block := make(chan bool)
	go func() { <-block }()
	runtime.Gosched()
	text := string(all[:runtime.Stack(all, true)])
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\n"), strings.Contains(text, "main.main()"), strings.Contains(text, "[chan receive]:"), strings.Count(text, "goroutine ") >= 2)
	own := string(debug.Stack())
	fmt.Println(strings.HasPrefix(own, "goroutine 1 [running]:\n"), strings.Contains(own, "[chan receive]"))
	fmt.Println(runtime.NumGoroutine())
	close(block)
	runtime.Gosched()
	fmt.Println(runtime.NumGoroutine())

	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	kept := make([][]byte, 100)
	for i := range kept {
		kept[i] = make([]byte, 10000)
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.TotalAlloc-before.TotalAlloc >= 1000000, after.HeapAlloc-before.HeapAlloc >= 1000000, after.Mallocs-before.Mallocs >= 100)
	runtime.KeepAlive(kept)
	kept = nil
	runtime.GC()
	runtime.ReadMemStats(&before)
	fmt.Println(before.HeapAlloc < after.HeapAlloc-900000, before.NumGC > after.NumGC, before.Frees-after.Frees >= 100, before.TotalAlloc >= after.TotalAlloc, before.HeapObjects == before.Mallocs-before.Frees)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100), debug.SetMaxStack(1<<20) > 0)
	var stats debug.GCStats
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC >= 2)
	for _, f := range []func(){
		func() { var p *method; _ = *p },
		func() { var s []int; _ = s[len(os.Args)+4] },
		func() { var a any = "x"; _ = a.(int) },
		func() { var a any; _ = a.(fmt.Stringer) },
		func() { z := 0; _ = 1 / z },
		func() { s := make([]int, 2); n := 3; _ = s[n:] },
		func() { n := -1; _ = make([]int, n) },
		func() { m := map[any]int{}; m[[]int{}] = 1 },
		func() { var c chan int; close(c) },
		func() { s := []int{1}; _ = [2]int(([2]int)(*(*[2]int)(s))) },
	} {
		func() {
			defer func() {
				r := recover()
				err, ok := r.(runtime.Error)
				var target runtime.Error
				fmt.Println(r, ok, ok && errors.As(err, &target))
			}()
			f()
		}()
	}
}
