// A panic in a deferred function replaces the one under way; recover gets the newest.
package main

import "fmt"

func f() {
	defer func() {
		fmt.Println("outer recover:", recover())
		fmt.Println("again:", recover())
	}()
	defer func() {
		defer func() { fmt.Println("inner recover:", recover()) }()
		panic("second")
	}()
	defer func() { panic("replaced") }()
	panic("first")
}

func main() {
	f()
	defer fmt.Println("last words")
	defer func() {
		panic(fmt.Sprint("third after ", recover()))
	}()
	panic("once more")
}
