// Type assertions to concrete types and interfaces, with and without ok.
package main

import (
	"fmt"
	"strings"
)

type shape interface{ area() float64 }
type named interface{ name() string }
type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }
func (s *square) name() string { return "square" }

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(strings.TrimSpace(r.(error).Error()))
		}
	}()
	f()
}

func main() {
	var s shape = square{2}
	q, ok := s.(square)
	fmt.Println(q, ok)
	_, ok = s.(named)
	fmt.Println(ok)
	s = &square{3}
	n, ok := s.(named)
	fmt.Println(n.name(), ok)
	var e interface{} = 5
	_, ok = e.(string)
	fmt.Println(ok)
	try(func() { _ = e.(string) })
	try(func() { _ = s.(square) })
	try(func() { _ = e.(shape) })
	try(func() { var x shape; _ = x.(named) })
	try(func() { var x interface{}; _ = x.(int) })
	try(func() { _ = e.(fmt.Stringer) })
	type local struct{}
	try(func() { e = local{}; _ = e.(*local) })
	try(func() { e = func(int) string { return "" }; _ = e.(map[string][]int) })
}
