// recover works only when called directly by a deferred function.
package main

import "fmt"

func helper() interface{} { return recover() }

func nested() (r interface{}) {
	defer func() {
		r = recover()
	}()
	defer func() {
		func() { fmt.Println("too deep:", recover()) }()
	}()
	defer func() { fmt.Println("helper:", helper()) }()
	panic("p")
}

func direct() {
	defer recover()
	fmt.Println("no panic, no harm")
}

func deferredDirectly() {
	defer func() { fmt.Println("outer got:", recover()) }()
	defer recover()
	panic("recover deferred directly does not stop this")
}

func main() {
	fmt.Println(recover())
	fmt.Println(nested())
	direct()
	deferredDirectly()
}
