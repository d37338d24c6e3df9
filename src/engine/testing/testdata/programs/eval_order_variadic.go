package main

import "fmt"

type Inner struct{ n int }
type Box struct {
	Inner
	p *int
}

func largest[T int | int8](a T, rest ...T) T {
	for _, v := range rest {
		if v > a {
			a = v
		}
	}
	return a
}

//go:noinline
func variadic(a int, rest ...int) int { return a + len(rest) }

//go:noinline
func fixed(a, b int) int { return a + b }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

type S struct {
	a, b int
}

func main() {
	var r, sink int
	var nb *Box
	try("largest const nil", func() { sink = largest((*Box)(nil).n, r%r, 3) })
	try("largest var nil", func() { sink = largest(nb.n, r%r, 3) })
	try("variadic const nil", func() { sink = variadic((*Box)(nil).n, r%r, 3) })
	try("variadic var nil", func() { sink = variadic(nb.n, r%r, 3) })
	try("fixed const nil", func() { sink = fixed((*Box)(nil).n, r%r) })
	try("fixed var nil", func() { sink = fixed(nb.n, r%r) })
	try("sum const", func() { sink = (*Box)(nil).n + r%r })
	try("sum var", func() { sink = nb.n + r%r })
	try("lit", func() { s := S{nb.n, r % r}; sink = s.a + s.b })
	try("slice", func() { s := []int{nb.n, r % r}; sink = s[0] })
	try("dead slice", func() { s := []int{(*Box)(nil).n, r % r}; _ = s })
	try("dead lit", func() { s := S{(*Box)(nil).n, r % r}; _ = s })
	try("dead largest", func() { s := S{largest((*Box)(nil).n, r%r, 3), 2}; _ = s })
	try("dead largest var", func() { s := S{largest(nb.n, r%r, 3), 2}; _ = s })
	fmt.Println(sink)
}
