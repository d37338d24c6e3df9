// Generic types with methods, recursive and nested instantiation.
package main

import "fmt"

type list[T any] struct {
	head *node[T]
	size int
}
type node[T any] struct {
	value T
	next  *node[T]
}

func (l *list[T]) push(v T) *list[T] {
	l.head = &node[T]{v, l.head}
	l.size++
	return l
}

func (l *list[T]) each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.value)
		i++
	}
}

type pair[K comparable, V any] struct {
	Key K
	Val V
}
type table[K comparable, V any] map[K]pair[K, V]

func (t table[K, V]) put(k K, v V) { t[k] = pair[K, V]{k, v} }

type tree[T interface{ Less(T) bool }] struct {
	left, right *tree[T]
	v           T
}

func (t *tree[T]) insert(v T) *tree[T] {
	switch {
	case t == nil:
		return &tree[T]{v: v}
	case v.Less(t.v):
		t.left = t.left.insert(v)
	default:
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree[T]) walk(f func(T)) {
	if t != nil {
		t.left.walk(f)
		f(t.v)
		t.right.walk(f)
	}
}

type num int

func (a num) Less(b num) bool { return a < b }

func main() {
	var l list[string]
	l.push("a").push("b")
	l.each(func(i int, s string) { fmt.Print(i, s, " ") })
	ll := list[list[string]]{}
	ll.push(l)
	fmt.Println(ll.size, ll.head.value.size)
	t := table[string, []int]{}
	t.put("x", []int{1})
	fmt.Printf("%v %T %T\n", t, t, l.head)
	var r *tree[num]
	for _, n := range []num{5, 2, 8, 1} {
		r = r.insert(n)
	}
	r.walk(func(n num) { fmt.Print(n, " ") })
	fmt.Println()
	fmt.Println(pair[string, int]{"a", 1} == pair[string, int]{"a", 1})
}
