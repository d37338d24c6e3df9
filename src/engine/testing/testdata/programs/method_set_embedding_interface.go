// An interface embedding others, a struct satisfying it by embedding, method sets of pointer and value.
package main

import "fmt"

type reader interface{ Read() string }
type writer interface{ Write(string) }
type rw interface {
	reader
	writer
	interface{ Read() string }
}
type buf struct{ data []string }

func (b *buf) Write(s string) { b.data = append(b.data, s) }
func (b *buf) Read() string {
	if len(b.data) == 0 {
		return "<empty>"
	}
	s := b.data[0]
	b.data = b.data[1:]
	return s
}

type counting struct {
	rw
	n int
}

func (c *counting) Write(s string) { c.n++; c.rw.Write(s) }

type embedsPtr struct{ *counting }

func drain(r reader, n int) (out []string) {
	for i := 0; i < n; i++ {
		out = append(out, r.Read())
	}
	return
}

func main() {
	c := &counting{rw: &buf{}}
	var w writer = c
	w.Write("a")
	w.Write("b")
	e := embedsPtr{c}
	e.Write("c")
	var x rw = e
	fmt.Println(drain(x, 4), c.n, e.n)
	_, ok := w.(reader)
	_, isBuf := w.(*buf)
	fmt.Println(ok, isBuf, x.(embedsPtr) == e, x != rw(c))
}
