// Variables without initialisers have their turn in the order of initialisation.
package main

import "fmt"

func f(n string, _ ...any) int { fmt.Print(n, " "); return 1 }

var a, a2 = g("a", k)
var e = f("e")

const k = 1

func g(n string, _ ...any) (int, int) { fmt.Print(n, " "); return 1, 2 }

var p = f("p", q)
var q = f("q", func() int { return r }())
var r int
var s = f("s", t.x)
var t struct{ x int }
var _ = f("_", a2)
var u = func() int { return v + h() }()
var v = f("v")

func h() int { return w }

var w = f("w")

func main() { fmt.Println(a, a2, e, p, q, r, s, t, u, v, w) }
