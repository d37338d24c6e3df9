// Of loops that no file for an older Go can have, and of what only variables of their own make sense for: each iteration has its own loop variables (Go 1.22).
package main

import "fmt"

func calls(fs []func() int) {
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}

func main() {
	// go statements have their iteration's variable.
	done := make(chan int)
	for i := 0; i < 3; i++ {
		go func() { done <- i * i }()
	}
	fmt.Println(<-done + <-done + <-done)

	// Ranges over integers: what a closure does to the variable does not reach the loop.
	var fs []func() int
	for i := range 2 {
		fs = append(fs, func() int { i -= 50; return i })
	}
	calls(fs)

	// A variable that the loop does not declare is shared.
	fs = nil
	var i int
	for i = range 2 {
		fs = append(fs, func() int { return i })
	}
	calls(fs)
}
