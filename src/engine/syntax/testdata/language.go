//go:build go1.22

// Package main has every construct of the language once, for tests that cut and mend it.
package main

import (
	"fmt"
	m "math"
	. "strings"
	_ "embed"
)

// Colours.
const (
	Red, Green = iota, 1 << iota // trailing
	Blue, Cyan
	_, _
	mask uint8 = 0b1010_0101 &^ 0o17 | 0x_F
)

var (
	a, b   int
	c      = []float64{1.5e3, .5, 0x1p-2, 1_000.0}
	z      = 2i * complex(1, 'é')
	raw    = `line
line`
	matrix [2][3]int
	table  = map[string]struct{ x, y int }{"p": {1, 2}, "q": {y: 3}}
	array  = [...]string{2: "two", "three"}
)

type (
	// Number is a union.
	Number interface {
		~int | ~int64 | float64
		fmt.Stringer
		String() string
		Do(x, y int, rest ...string) (n int, err error)
	}
	Pair[K comparable, V any] struct {
		Key K `json:"key"`
		Val V
		*Inner
		fmt.Stringer
		List[V]
	}
	Alias[T any]    = map[string]T
	Bits[P *int,]   []P
	Sized           [m.MaxInt8 * 2]byte
	Func            func(int, string) (<-chan int, chan<- (chan int))
	List[T any]     []T
	Tree[T interface{ *U }, U any] struct{ left, right *Tree[T, U] }
)

func (p *Pair[K, V]) Swap() (K, V) { return p.Key, p.Val }

func (Inner) Empty() {}

func Map[T, U any](s []T, f func(T) U) (out []U) {
	for _, v := range s {
		out = append(out, f(v))
	}
	return
}

func external(x int) int

func main() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r, Repeat("=", 3))
		} else if x := 1; x > 0 && !true || false {
			panic(x)
		} else {
			a++
		}
	}()
	var ch = make(chan int, 1)
	go worker(ch, c...)
outer:
	for i := 0; i < 10; i++ {
		switch x := i % 3; {
		case x == 0, x == 1:
			continue outer
		case x == 2:
			fallthrough
		default:
			break outer
		}
	}
	for range 3 {
	}
	for i := range Seq(3) {
		_ = i
	}
	for a < 3 {
		a += 1
		a <<= 2
		a &^= ^b
	}
	for {
		goto done
	}
done:
	select {
	case v, ok := <-ch:
		_, _ = v, ok
	case ch <- -1:
	case <-ch:
	default:
	}
	switch v := any(a).(type) {
	case nil:
	case *int, func() string, []chan int, map[string]any:
		_ = v
	}
	switch any(b).(type) {
	}
	{
		const local = 'x'
		type T struct{}
		if (T{} == T{}) {
		}
	}
	s := c[1:2:3]
	s, t := s[:], s[1:]
	p := &Pair[string, int]{Key: "k"}
	f := Map[int, string]
	(*p).Val = matrix[0][1] + len(t)*(2-1)/3%4
	_ = f(nil, func(int) string { return "" })
	_ = (<-chan int)(ch)
	_ = interface{}(p).(fmt.Stringer)
	;
}
