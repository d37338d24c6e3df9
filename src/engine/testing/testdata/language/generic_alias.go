// Generic type aliases (Go 1.24): an alias may have type parameters, and names the type that its arguments make.
package main

import "fmt"

type Set[T comparable] = map[T]struct{}
type Pair[A, B any] = struct {
	First  A
	Second B
}
type Swapped[A, B any] = Pair[B, A]
type Strings[V any] = Table[string, V] // partly applied
type Table[K comparable, V any] map[K]V
type Same[T any] = T2[T]
type T2[T any] struct{ v T }
type Ptr[T any] = *T
type Fn[A, R any] = func(A) R
type Chan[T any] = chan<- T
type Phantom[T any] = int
type Nested[T any] = []Set[Pair0[T]]
type Pair0[T any] = [2]int
type List[T any] struct {
	next *Alias[T]
	v    T
}
type Alias[T any] = List[T] // through a type that refers back
type Constraint[T any] = interface{ ~[]T }
type Stringer[T any] = interface {
	Get() T
}

func (t T2[T]) Get() T          { return t.v }
func (t *T2[T]) set(v T)        { t.v = v }
func (t Table[K, V]) size() int { return len(t) }

func keys[T comparable](s Set[T]) (n int)         { return len(s) }
func first[A, B any](p Pair[A, B]) A              { return p.First }
func swap[A, B any](p Pair[A, B]) Swapped[A, B]   { return Swapped[A, B]{p.Second, p.First} }
func apply[A, R any](f Fn[A, R], a A) R           { return f(a) }
func sum[S Constraint[E], E int | float64](s S) (t E) {
	for _, x := range s {
		t += x
	}
	return t
}
func get[T any](s Stringer[T]) T { return s.Get() }

type ints []int
type embeds struct {
	Same[int]
	*Alias[string]
}

func local[T any](x T) any {
	type holder = Pair[T, int]
	return holder{x, 1}
}

func main() {
	// An alias is the type: values pass freely, and the type has its own name.
	s := Set[int]{1: {}}
	var m map[int]struct{} = s
	m[2] = struct{}{}
	fmt.Printf("%T %d %d\n", s, len(s), keys(s))
	p := Pair[int, string]{1, "one"}
	var anonymous struct {
		First  int
		Second string
	} = p
	fmt.Printf("%T %v %v %v\n", p, anonymous, first(p), swap(p))
	st := Strings[float64]{"pi": 3.14}
	var tb Table[string, float64] = st
	fmt.Printf("%T %d\n", st, tb.size())
	t := Same[string]{"t"}
	t.set("set")
	fmt.Printf("%T %v %v\n", t, t.Get(), get[string](t))
	var x Phantom[string] = 3
	var y Phantom[bool] = x + 1
	fmt.Printf("%T %d\n", x, y)

	n := 5
	var ptr Ptr[int] = &n
	*ptr++
	var f Fn[int, string] = func(i int) string { return fmt.Sprint("f", i) }
	fmt.Println(n, apply(f, 7), apply[int](f, 8))
	c := make(chan int, 1)
	var ch Chan[int] = c
	ch <- 9
	fmt.Println(<-c)
	nested := Nested[int]{{Pair0[bool]{1, 2}: {}}}
	fmt.Printf("%T %v\n", nested, nested)
	l := Alias[int]{v: 1}
	l.next = &List[int]{v: 2}
	fmt.Println(l.next.v, l.next.next == nil)
	fmt.Println(sum(ints{1, 2, 3}), sum([]float64{0.5}))
	e := embeds{Same[int]{1}, &Alias[string]{v: "e"}}
	fmt.Println(e.Same.v, e.Get(), e.Alias.v) // fields are called as the aliases
	fmt.Printf("%T\n", local("x"))

	// Identity: switches and comparisons see one type.
	var v any = Pair[int, bool]{1, true}
	switch v := v.(type) {
	case Pair[bool, int]:
		fmt.Println("swapped", v)
	case Swapped[bool, int]:
		fmt.Println("it is", v)
	}
	fmt.Println(any(Set[string](nil)) == nil, any(Same[int]{1}) == any(T2[int]{1}))
	_, ok := any(Strings[int]{}).(interface{ size() int })
	fmt.Println(ok)
}
