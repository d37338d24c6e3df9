// Last deferred, first run; arguments are evaluated when deferring.
package main

import "fmt"

type t struct{ n int }

func (x t) show()   { fmt.Println("value", x.n) }
func (x *t) pshow() { fmt.Println("pointer", x.n) }

func main() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("loop", i)
	}
	x := t{1}
	defer x.show()
	defer x.pshow()
	x.n = 2
	f := func() { fmt.Println("first f") }
	defer f()
	f = func() { fmt.Println("second f") }
	defer func(n int) { fmt.Println("literal", n, x.n) }(x.n)
	x.n = 3
	if x.n > 0 {
		defer fmt.Println("conditional")
	}
	fmt.Println("body")
}
