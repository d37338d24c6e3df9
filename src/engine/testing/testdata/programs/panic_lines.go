// A panic is shown on the line of the operator; line directives say where text came from.
package main

import (
	"runtime"
	"strings"
)

type T struct {
	p *T
	a []int
	m map[string]int
}

func f(xs ...any) {}

func attempt(k int) {
	var t T
	i := 5
	defer func() {
		e := recover()
		println(where(), e.(error).Error())
	}()
	switch k {
	case 0:
		f(1,
			t.p.
				a)
	case 1:
		f(2,
			t.
				a[i])
	case 2:
		t.m["a"] =
			1
	case 3:
		t.
			p.
			p = nil
	case 4:
		f(i,
			i/
				(i-5))
	case 5:
		f(any(i).(string))
	case 6:
		f(t.a[1:],
			2)
	case 7:
//line generated.y:100
		f(t.a[0])
	case 8:
		/*line other.y:7:3*/ f(t.a[0])
	case 9:
		t.a[0] = 1
	}
}

func where() string {
	var pcs [20]uintptr
	n := runtime.Callers(3, pcs[:])
	it := runtime.CallersFrames(pcs[:n])
	for {
		f, more := it.Next()
		if f.Function == "main.attempt" {
			return f.File[strings.LastIndex(f.File, "/")+1:] + ":" + string(rune('0'+f.Line/100)) + string(rune('0'+f.Line/10%10)) + string(rune('0'+f.Line%10))
		}
		if !more {
			return "nowhere"
		}
	}
}

func main() {
	for k := 0; k < 10; k++ {
		attempt(k)
	}
}
