// Methods in constraints, pointer-receiver constraints, comparable, type switches on type parameters.
package main

import (
	"fmt"
	"strings"
)

type setter[T any] interface {
	*T
	Set(string)
}
type word struct{ s string }

func (w *word) Set(s string) { w.s = strings.ToUpper(s) }

func parse[T any, P setter[T]](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}

func index[T comparable](xs []T, x T) int {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1
}

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of itself"
	}
	return fmt.Sprintf("%T", x)
}

type stringer interface{ String() string }
type both interface {
	~int | ~string
	stringer
}
type id int

func (i id) String() string { return fmt.Sprintf("id-%d", int(i)) }

func join[T both](xs ...T) string {
	out := []string{}
	for _, x := range xs {
		out = append(out, x.String())
	}
	return strings.Join(out, ",")
}

func zero[T any]() (z T) { return }

func convert[To, From ~int | ~float64](f From) To { return To(f) }

func length[T ~string | ~[]byte](x T) (int, byte) { return len(x), x[0] }

func main() {
	fmt.Println(parse[word]([]string{"a", "b"}))
	fmt.Println(index([]string{"x", "y"}, "y"), index([]rune("abc"), 'c'), index([]word{{"q"}}, word{"q"}))
	fmt.Println(kind(1), kind("s"), kind(2.5), kind([]int{}))
	fmt.Println(join(id(1), id(2)), zero[int](), zero[*int]() == nil, zero[struct{ a string }]())
	fmt.Println(convert[int](3.7), convert[float64](2))
	fmt.Println(length("abc"))
	fmt.Println(length([]byte{9, 8}))
}
