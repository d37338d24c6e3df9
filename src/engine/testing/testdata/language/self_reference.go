// A generic type may be used in the constraints of its own type parameters (Go 1.26).
package main

import (
	"cmp"
	"fmt"
)

type Adder[A Adder[A]] interface{ Add(A) A }

type Int int
type Vec struct{ x, y int }

func (i Int) Add(j Int) Int { return i + j }
func (v Vec) Add(w Vec) Vec { return Vec{v.x + w.x, v.y + w.y} }

func Sum[A Adder[A]](first A, xs ...A) A {
	for _, x := range xs {
		first = first.Add(x)
	}
	return first
}

// An ordered tree whose nodes know how to compare with their like.
type Node[T Node[T]] interface{ Less(T) bool }
type Tree[T Node[T]] struct {
	left, right *Tree[T]
	value       T
	set         bool
}

func (t *Tree[T]) Insert(v T) {
	switch {
	case !t.set:
		t.value, t.set = v, true
	case v.Less(t.value):
		if t.left == nil {
			t.left = new(Tree[T])
		}
		t.left.Insert(v)
	default:
		if t.right == nil {
			t.right = new(Tree[T])
		}
		t.right.Insert(v)
	}
}

func (t *Tree[T]) All(yield func(T) bool) bool {
	return t == nil || t.left.All(yield) && yield(t.value) && t.right.All(yield)
}

type word string

func (w word) Less(v word) bool { return cmp.Compare(w, v) < 0 }

// Two that refer to each other.
type Graph[N NodeOf[N, E], E EdgeOf[N, E]] struct{ nodes []N }
type NodeOf[N NodeOf[N, E], E EdgeOf[N, E]] interface{ Edges() []E }
type EdgeOf[N NodeOf[N, E], E EdgeOf[N, E]] interface{ Ends() (N, N) }

type city struct {
	name  string
	roads []*road
}
type road struct{ a, b *city }

func (c *city) Edges() []*road        { return c.roads }
func (r *road) Ends() (*city, *city) { return r.a, r.b }

func (g Graph[N, E]) count() (n int) {
	for _, node := range g.nodes {
		n += len(node.Edges())
	}
	return n
}

// A builder that gives back its own type; a struct in its own constraint.
type Builder[B Builder[B]] interface {
	Set(string) B
	fmt.Stringer
}
type html struct{ s string }

func (h html) Set(s string) html { return html{h.s + "<" + s + ">"} }
func (h html) String() string    { return h.s }

func build[B Builder[B]](b B, parts ...string) string {
	for _, p := range parts {
		b = b.Set(p)
	}
	return b.String()
}

type Chain[T interface{ Next() *Chain[T] }] struct{ v T }
type link struct{ to *Chain[link] }

func (l link) Next() *Chain[link] { return l.to }

func main() {
	fmt.Println(Sum(Int(1), 2, 3), Sum(Vec{1, 2}, Vec{3, 4}))
	var a Adder[Int] = Int(5)
	fmt.Println(a.Add(6))
	t := &Tree[word]{}
	for _, w := range []word{"m", "c", "x", "a"} {
		t.Insert(w)
	}
	t.All(func(w word) bool { fmt.Print(w, " "); return true })
	fmt.Println()
	x, y := &city{name: "x"}, &city{name: "y"}
	r := &road{x, y}
	x.roads = []*road{r}
	g := Graph[*city, *road]{[]*city{x, y}}
	fmt.Println(g.count(), build(html{}, "a", "b"))
	c := Chain[link]{link{&Chain[link]{}}}
	fmt.Println(c.v.Next().v.Next() == nil)
}
