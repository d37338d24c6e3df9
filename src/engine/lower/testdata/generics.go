package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type ordered interface {
	~int | ~int8 | ~float64 | ~string
}

func Max[T ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func Map[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }
func (s *Stack[T]) Pop() (T, bool) {
	var zero T
	if len(s.items) == 0 {
		return zero, false
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}
func (s Stack[E]) Each(f func(int, E)) {
	for i, v := range s.items {
		f(i, v)
	}
}

type List[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) *List[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}
func (l *List[T]) All() (out []T) {
	for n := l.head; n != nil; n = n.next {
		out = append(out, n.v)
	}
	return
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v=>%v", p.Key, p.Val) }

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

type myInt int

func (m myInt) String() string { return fmt.Sprintf("myInt(%d)", int(m)) }

func Show[T fmt.Stringer](xs []T) string {
	var parts []string
	for _, x := range xs {
		parts = append(parts, x.String())
	}
	return strings.Join(parts, ",")
}

func PtrTo[T any](v T) *T { return &v }

type Setter[T any] interface {
	Set(string)
	*T
}
type conf struct{ s string }

func (c *conf) Set(s string) { c.s = s }
func Build[T any, P Setter[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Tree[T any] struct {
	left, right *Tree[T]
	v           T
	cmp         func(a, b T) int
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	return t
}

func Zero[T any]() T {
	var z T
	return z
}

func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	}
	return fmt.Sprintf("%T", v)
}

type item[T any] struct{ v T }

func Filter[T any](in []T, keep func(T) bool) []T {
	var items []item[T]
	for _, v := range in {
		if keep(v) {
			items = append(items, item[T]{v})
		}
	}
	return Map(items, func(i item[T]) T { return i.v })
}

type Cache[K comparable, V any] struct {
	data map[K]V
	miss func(K) (V, error)
}

func NewCache[K comparable, V any](miss func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{data: make(map[K]V), miss: miss}
}
func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.data[k]; ok {
		return v, nil
	}
	v, err := c.miss(k)
	if err != nil {
		var zero V
		return zero, err
	}
	c.data[k] = v
	return v, nil
}

type Num[T Number] struct{ v T }

func (n Num[T]) Add(m Num[T]) Num[T] { return Num[T]{n.v + m.v} }

func Conv[T, U Number](x T) U { return U(x) }
func Len[S ~[]E | ~string, E any](s S) int { return len(s) }
func Chan[T any](xs ...T) <-chan T {
	ch := make(chan T, len(xs))
	for _, x := range xs {
		ch <- x
	}
	close(ch)
	return ch
}
func Apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}
func Eq[T comparable](a, b T) bool { return a == b }

func main() {
	fmt.Println(Max(1, 2), Max("a", "b"), Max(2.5, 1.0), Max[int8](3, 4), Max(myInt(3), 2))
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i * i) }))
	keys := Keys(map[string]int{"a": 1, "b": 2})
	sort.Strings(keys)
	fmt.Println(keys)
	var st Stack[string]
	st.Push("x")
	st.Push("y")
	st.Each(func(i int, s string) { fmt.Print(i, s, " ") })
	fmt.Println(st.Pop())
	fmt.Println(st.Pop())
	fmt.Println(st.Pop())
	l := (&List[float64]{}).Add(1.5).Add(2.5)
	fmt.Println(l.All(), l.size)
	p := Pair[string, int]{"k", 1}
	fmt.Println(p, fmt.Sprintf("%T", p), Pair[int, Pair[string, bool]]{1, Pair[string, bool]{"z", true}})
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.0), Sum[myInt](1, 2))
	fmt.Println(Show([]myInt{1, 2}), Show([]Pair[string, int]{p, p}))
	q := PtrTo(5)
	*q++
	fmt.Println(*q, *PtrTo("s"))
	fmt.Println(Build[conf]("built").s)
	var t *Tree[int]
	t = t.Insert(5).Insert(6)
	fmt.Println(t.v, t.left == nil)
	fmt.Println(Zero[int](), Zero[string]() == "", Zero[*int]() == nil, Zero[[2]bool]())
	fmt.Println(Kind(1), Kind("s"), Kind(1.5), Kind([]int{1}), Kind(p))
	fmt.Println(Filter([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }), Filter([]string{"a", "bb"}, func(s string) bool { return len(s) > 1 }))
	c := NewCache(func(k string) (int, error) {
		if k == "" {
			return 0, errors.New("empty key")
		}
		return len(k), nil
	})
	fmt.Println(c.Get("abc"))
	fmt.Println(c.Get(""))
	fmt.Println(c.Get("abc"))
	fmt.Println(Num[float64]{1}.Add(Num[float64]{2.5}))
	fmt.Println(Conv[int, float64](3)/2, Conv[float64, int](3.9), Len[[]int, int]([]int{1, 2}))
	for v := range Chan(1, 2, 3) {
		fmt.Print(v, " ")
	}
	fmt.Println(Apply(2, func(x int) int { return x * x }, func(x int) int { return x + 1 }))
	f := Max[float64]
	fmt.Println(f(1, 2), Eq(1, 1), Eq("a", "b"), Eq[string]("x", "x"), Eq(p, p))
	push := st.Push
	push("late")
	fmt.Println(st.items)
	m := map[Pair[int, int]]string{{1, 2}: "x"}
	fmt.Println(m[Pair[int, int]{1, 2}])
	var sv fmt.Stringer = p
	fmt.Println(sv.String())
	g := (*Stack[int]).Push
	var si Stack[int]
	g(&si, 4)
	fmt.Println(si)
}
