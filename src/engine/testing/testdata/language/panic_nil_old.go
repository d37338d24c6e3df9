// go 1.20

// Before Go 1.21 panic(nil) panicked with nil itself: recover stops the panic and returns nil, and nobody can tell.
package main

import "fmt"

func caught(name string, f func()) {
	reached := false
	defer func() {
		r := recover()
		fmt.Printf("%s: %v %T, reached the end: %t\n", name, r, r, reached)
	}()
	f()
	reached = true
}

func main() {
	var e error
	caught("nil", func() { panic(nil) })
	caught("nil error", func() { panic(e) })
	caught("deferred", func() { defer panic(nil) })
	caught("in place of another", func() {
		defer func() { panic(nil) }()
		panic("first")
	})
	caught("none", func() {})
	caught("a value", func() { panic(1) })
	panic(nil)
}
