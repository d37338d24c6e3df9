//go:build go1.16

// A build constraint can go back to Go 1.21, where such lines were given that meaning, and not further.
package main

func main() {
	_ = min(1, 2)
	clear([]int{})
	_ = [1]int([]int{1})
	for range 3 /* ERROR "requires go1.22 or later \(file declares //go:build go1.16\)" */ {
	}
}
