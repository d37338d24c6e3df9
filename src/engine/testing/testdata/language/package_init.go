// Package initialization: the next variable is the earliest in declaration order that depends on no uninitialized one.
package main

import "fmt"

var log []string

func note(s string, v int) int { log = append(log, s); return v }

var (
	a = note("a", c+b) // depends on b and c
	b = note("b", f())
	c = note("c", 1)
	d = note("d", 3)
)

func f() int { d++; return d } // a hidden dependency on d

// A reference to a function or method counts, called or not; through closures as well.
var ref = func() int { return note("ref", 1) * later }()
var later = note("later", 2)

type T struct{ n int }

func (T) value() int    { return viaMethod }
func (t *T) ptr() int   { return viaPointer }
func (t T) unused() int { return viaNothing }

var m1 = note("m1", T{}.value())
var m2 = note("m2", (*T).ptr(nil))
var m3 = note("m3", func() int { g := T.value; _ = g; return 0 }())
var viaMethod = note("viaMethod", 5)
var viaPointer = note("viaPointer", 6)
var viaNothing = note("viaNothing", 7)

// Blank variables are initialized like others; several of one expression together, when the first is.
var _ = note("blank", p)
var p, q = pair()
var r = note("r", q)

func pair() (int, int) { return note("pair", 1), s }

var s = note("s", 9)

// Through an interface no dependency is seen.
type getter interface{ get() int }
type impl struct{}

func (impl) get() int { return hidden }

var i getter = impl{}
var early = note("early", i.get())
var hidden = note("hidden", 4)

// Recursion between functions is no cycle of variables.
func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

var isEven = note(fmt.Sprint("even ", even(4)), base)
var base = note("base", 0)

// Constants and types need no initialization; a length is one of them.
var array [size]int
var lengthOnly = note("lengthOnly", len(array2))
var array2 = [2]int{note("array2", 1), 2}

const size = 3

func init() { log = append(log, "init1") }
func init() { log = append(log, "init2", fmt.Sprint(a, b, c, d)) }

func main() {
	for _, s := range log {
		fmt.Println(s)
	}
	fmt.Println(early, ref, r, m1, m2, lengthOnly)
}
