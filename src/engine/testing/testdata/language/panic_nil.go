// panic(nil) panics with a *runtime.PanicNilError (Go 1.21), so that recover returns nil only if there is no panic.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func caught(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "overwritten by recover"
}

type myError struct{}

func (*myError) Error() string { return "mine" }

func main() {
	r := caught(func() { panic(nil) })
	fmt.Printf("%T: %v\n", r, r)
	err, ok := r.(error)
	fmt.Println(ok, err)
	_, isRuntime := r.(runtime.Error)
	var pne *runtime.PanicNilError
	fmt.Println(isRuntime, errors.As(err, &pne), pne == r)

	// Any nil interface counts, not a nil pointer in one.
	var e error
	var a any
	fmt.Printf("%T\n", caught(func() { panic(e) }))
	fmt.Printf("%T\n", caught(func() { panic(a) }))
	var p *myError
	fmt.Printf("%T %v\n", caught(func() { panic(p) }), caught(func() { panic(p) }) == any(p))
	fmt.Println(caught(func() {}))
	fmt.Println(caught(func() { panic(1) }))
	fmt.Println(recover())

	// A panic(nil) during another panic takes its place.
	fmt.Printf("%T\n", caught(func() {
		defer func() { panic(nil) }()
		panic("first")
	}))
	func() {
		defer func() {
			fmt.Printf("%T\n", recover())
			fmt.Println(recover())
		}()
		panic(nil)
	}()
	defer fmt.Println("deferred")
	panic(a)
}
