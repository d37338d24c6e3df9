// Interfaces satisfy comparable (Go 1.20): they may be type arguments although their comparison may panic.
package main

import "fmt"

func index[T comparable](list []T, x T) int {
	for i, v := range list {
		if v == x {
			return i
		}
	}
	return -1
}

type set[K comparable] map[K]bool

func (s set[K]) add(k K) { s[k] = true }

type holder struct{ v any }
type named interface{ Name() string }
type dog string

func (d dog) Name() string { return string(d) }

type cat struct{ lives []int }

func (cat) Name() string { return "cat" }

type pair[A, B comparable] struct {
	a A
	b B
}

func equal[T comparable](x, y T) (eq bool, err any) {
	defer func() { err = recover() }()
	return x == y, nil
}

func main() {
	list := []any{1, "one", 1.0, nil, int8(1)}
	for _, x := range []any{1, "one", 1.0, nil, int8(1), uint(1)} {
		fmt.Print(index(list, x), " ")
	}
	fmt.Println()
	fmt.Println(index([]named{dog("a"), dog("b"), nil}, named(dog("b"))), index([]error{nil}, nil))

	s := set[any]{}
	s.add(1)
	s.add("1")
	s.add(1)
	s.add([2]any{1, nil})
	s.add([2]any{1, nil})
	fmt.Println(len(s), s[[2]any{1, nil}], s[int64(1)])

	fmt.Println(equal[any](1, 1))
	fmt.Println(equal[any]([]int{1}, 1)) // different types: nothing to panic about
	fmt.Println(equal[any]([]int{1}, []int{1}))
	fmt.Println(equal(holder{map[int]int{}}, holder{map[int]int{}}))
	fmt.Println(equal(holder{func() {}}, holder{nil}))
	fmt.Println(equal[named](cat{}, cat{}))
	fmt.Println(equal([1]any{[]int{}}, [1]any{[]int{}}))
	fmt.Println(equal(pair[any, int]{1, 2}, pair[any, int]{1, 2}))
	fmt.Println(equal(pair[any, named]{1, cat{}}, pair[any, named]{2, cat{}})) // decided by the first field
	fmt.Println(equal(pair[any, named]{1, cat{}}, pair[any, named]{1, cat{}}))

	defer func() {
		fmt.Println("key:", recover())
		var m map[any]int
		fmt.Println(m[1]) // a key is looked at even if the map is nil
		fmt.Println(m[[]int{}])
	}()
	s.add(func() {})
}
