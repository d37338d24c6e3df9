// The built-in function clear (Go 1.21).
package main

import (
	"fmt"
	"math"
)

type table map[string]int
type list []string

func wipe[T ~map[K]V | ~[]V, K comparable, V any](x T) { clear(x) }
func wipeMap[M ~map[K]V, K comparable, V any](m M)       { clear(m) }

type point struct {
	x, y int
	p    *int
}

func main() {
	m := table{"a": 1, "b": 2}
	alias := m
	clear(m)
	fmt.Println(len(m), len(alias), m == nil, m["a"])
	m["c"] = 3
	fmt.Println(alias)

	// Keys that no delete can reach.
	nan := math.NaN()
	floats := map[float64]int{nan: 1, math.NaN(): 2, 1: 3}
	delete(floats, nan)
	fmt.Println(len(floats))
	clear(floats)
	fmt.Println(len(floats))
	for range floats {
		fmt.Println("never")
	}
	ifaces := map[any]int{nan: 1, "x": 2, [1]float64{nan}: 3}
	clear(ifaces)
	fmt.Println(len(ifaces))

	// A slice: all elements up to its length become zero; length and capacity stay.
	s := list{"a", "b", "c", "d"}
	clear(s[1:3])
	fmt.Printf("%q %d %d\n", s, len(s), cap(s))
	whole := []int{1, 2, 3, 4, 5}
	clear(whole[:2:3])
	part := whole[3:3]
	clear(part)
	fmt.Println(whole)
	n := 7
	points := []point{{1, 2, &n}, {3, 4, &n}}
	clear(points[1:])
	fmt.Println(points[0].p == &n, points[1])
	big := make([]any, 1000)
	for i := range big {
		big[i] = i
	}
	clear(big[1:999])
	count := 0
	for _, v := range big {
		if v == nil {
			count++
		}
	}
	fmt.Println(count, big[0], big[999])

	// nil is no work.
	var noMap map[int]int
	var noSlice []int
	clear(noMap)
	clear(noSlice)
	fmt.Println(noMap == nil, noSlice == nil)

	ints := []int{1, 2}
	wipe[[]int, int, int](ints)
	strs := map[string]bool{"x": true}
	wipeMap(strs)
	fmt.Println(ints, strs)

	// While it is ranged over.
	seen := 0
	r := map[int]int{1: 1, 2: 2, 3: 3}
	for range r {
		seen++
		clear(r)
	}
	fmt.Println(seen, len(r))

	// Its operand is evaluated once; as a deferred call at the defer statement.
	calls := 0
	get := func() []int { calls++; return ints }
	ints = []int{3, 4}
	func() {
		defer clear(get())
		fmt.Println(calls, ints)
	}()
	fmt.Println(calls, ints)
	clear := func(int) string { return "mine" }
	fmt.Println(clear(1))
}
