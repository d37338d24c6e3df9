// Each instantiation has its own code, closures and method values.
package main

import "fmt"

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }
func (s *stack[T]) pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return x, false
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

func counter[T int | float64](step T) func() T {
	var n T
	return func() T { n += step; return n }
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}

func apply[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}

func main() {
	a, b := counter(1), counter(0.5)
	a()
	fmt.Println(a(), b())
	s := &stack[string]{}
	push := s.push
	push("x")
	(*stack[string]).push(s, "y")
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	h := compose(func(n int) string { return fmt.Sprint(n, "!") }, func(s string) []byte { return []byte(s) })
	fmt.Println(string(h(7)))
	fmt.Println(apply(2, func(n int) int { return n * n }, func(n int) int { return n + 1 }))
	c := make(chan stack[int], 1)
	c <- stack[int]{[]int{1}}
	v := <-c
	fmt.Println(v.pop())
}
