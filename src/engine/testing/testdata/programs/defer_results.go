// Deferred functions see and change named results.
package main

import (
	"errors"
	"fmt"
)

func double() (n int) {
	defer func() { n *= 2 }()
	n = 5
	return n + 1
}

func wrap() (s string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	return "x", errors.New("bad")
}

func unnamed() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func recovered() (n int, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			n, ok = -1, false
		}
	}()
	n, ok = 7, true
	var p *int
	return *p, true
}

func main() {
	fmt.Println(double(), unnamed())
	fmt.Println(wrap())
	fmt.Println(recovered())
}
