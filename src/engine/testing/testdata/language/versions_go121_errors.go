//go:build go1.21

// What came after the version that the file asks for is not there.
package main

type set[T /* ERROR "generic type alias requires go1.23 or later \(file declares //go:build go1.21\)" */ comparable] = map[T]bool

func numbers(yield func(int) bool) { yield(1) }

func main() {
	for range 10 /* ERROR "cannot range over 10 \(untyped int constant\): requires go1.22 or later \(file declares //go:build go1.21\)" */ {
	}
	n := 3
	for i := range n /* ERROR "cannot range over n \(variable of type int\): requires go1.22 or later \(file declares //go:build go1.21\)" */ {
		_ = i
	}
	for i := range numbers /* ERROR "cannot range over numbers \(value of type func\(yield func\(int\) bool\)\): requires go1.23 or later \(file declares //go:build go1.21\)" */ {
		_ = i
	}
	_ = new /* ERROR "new\(n \+ 1\) requires go1.26 or later \(file declares //go:build go1.21\)" */ (n + 1)
	_ = new(int)

	// What 1.21 has.
	_ = min(n, 2)
	clear([]int{})
	_ = [2]int([]int{1, 2})
}
