// Type inference as extended by Go 1.21: generic functions as values and arguments, methods of interfaces, untyped constants of several kinds.
package main

import (
	"fmt"
	"strconv"
)

func apply[T, U any](list []T, f func(T) U) (out []U) {
	for _, x := range list {
		out = append(out, f(x))
	}
	return out
}

func identity[T any](x T) T         { return x }
func list[T any](x T) []T           { return []T{x} }
func pairOf[A, B any](a A, b B) any { return fmt.Sprintf("%T %T", a, b) }
func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(x A) C { return g(f(x)) }
}
func kind[T any](x ...T) string { return fmt.Sprintf("%T", x) }
func sum[T int | float64 | complex128 | rune](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return s
}

func call(f func(int) int, x int) int { return f(x) }
func both(f func(string) string, g func(float64) float64) string {
	return f(fmt.Sprint(g(1.25)))
}

type number interface{ ~int | ~float64 }

func double[N number](n N) N { return n + n }

// A method of an interface tells a type argument.
type getter[T any] interface{ Get() T }
type box struct{ s string }

func (b box) Get() string { return b.s }

type cell[T any] struct{ v T }

func (c *cell[T]) Get() T  { return c.v }
func (c *cell[T]) Set(v T) { c.v = v }

func get[T any](g getter[T]) T                     { return g.Get() }
func fetch[G interface{ Get() T }, T any](g G) T   { return g.Get() }
func fill[P interface {
	*C
	Set(T)
}, C, T any](v T, _ ...C) C {
	var c C
	P(&c).Set(v)
	return c
}

type seq[T any] func(yield func(T) bool)
type namedFunc func(int) string
type slice []string
type dir <-chan int

func first[E any](c <-chan E) E      { return <-c }
func grow[S ~[]E, E any](s S, e E) S { return append(s, e) }
func each[T any](s seq[T], f func(T)) {
	s(func(x T) bool { f(x); return true })
}
func choose[T any](cond bool, a, b T) T {
	if cond {
		return a
	}
	return b
}

type operations struct {
	run  func(int) int
	conv func(int) []int
}

func makeRun() (func(string) string, func(bool) []bool) { return identity, list }

func main() {
	// Generic functions as arguments of generic functions.
	fmt.Println(apply([]int{1, 2}, identity), apply([]int{1, 2}, list), apply([]string{"a"}, strconv.Quote))
	fmt.Println(apply([]float64{1.5}, double), call(double, 4), call(identity, 5), both(identity, double))
	toText := compose(double[int], strconv.Itoa)
	fmt.Println(toText(21), compose(strconv.Itoa, identity)(7))

	// As values: declared, assigned, returned, in variables of all kinds.
	var f func(int) int = identity
	g := func(int) []int(nil)
	g = list
	var ops operations
	ops.run, ops.conv = double, list
	table := map[string]func(int) int{}
	table["id"], table["double"] = identity, double
	var two [1]func(string) []string
	two[0] = list
	a, b := makeRun()
	fmt.Println(f(1), g(2), ops.run(3), ops.conv(4), table["id"](5), table["double"](6), two[0]("x"), a("y"), b(true))
	var partly func(string, int) any = pairOf[string]
	fmt.Println(partly("", 0))
	p := new(func(int) int)
	*p = double
	fmt.Println((*p)(8))

	// Untyped constants for one type parameter: the last kind in the order integer, rune, floating-point, complex.
	fmt.Println(kind(1, 2), kind(1, 2.0), kind(2.0, 1), kind('a', 1), kind(1, 'a', 2.5), kind(1, 2.5, 1i), kind("a"), kind(true))
	fmt.Println(sum(1, 2.5), sum('a', 1), sum(1, 'a', 0.5), sum(1, 2i))
	x, n := 1.5, int8(3)
	fmt.Println(kind(1, x), kind(x, 1), kind(n, 100)) // a typed argument decides
	fmt.Println(kind(1<<3, 2.0), kind(len("abc"), 1))

	// Methods.
	fmt.Println(get(box{"boxed"}), get(&cell[int]{5}), fetch(box{"fetched"}), fetch(&cell[bool]{true}))
	fmt.Println(fill[*cell[int]](7), fill[*cell[string]]("s").v)

	// Defined types match type literals; directions of channels may differ.
	c := make(chan int, 2)
	c <- 1
	c <- 2
	fmt.Println(first(c), first(dir(c)))
	fmt.Printf("%T %T\n", grow(slice{"a"}, "b"), grow([]int(nil), 1))
	each(func(yield func(int) bool) { yield(9) }, func(i int) { fmt.Println("each", i) })
	fmt.Println(apply([]int{1}, namedFunc(strconv.Itoa)))
	var err error
	fmt.Printf("%T %T\n", choose(true, err, fmt.Errorf("e")), choose[any](false, 1, "b"))
	fmt.Printf("%T %T\n", choose(true, slice{}, nil), choose(false, slice{}, []string{}))
}
