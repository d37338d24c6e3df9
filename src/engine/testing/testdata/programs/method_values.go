// A method value binds a copy of its receiver; a method expression takes it as the first parameter.
package main

import "fmt"

type point struct{ x, y int }

func (p point) add(q point) point { return point{p.x + q.x, p.y + q.y} }
func (p *point) scale(k int)      { p.x *= k; p.y *= k }
func (p point) String() string    { return fmt.Sprintf("(%d,%d)", p.x, p.y) }

type adder interface{ add(point) point }

func main() {
	p := point{1, 2}
	add := p.add
	scale := p.scale
	scale(10)
	fmt.Println(add(point{1, 1}), p)
	fmt.Println(point.add(p, p), (*point).add(&p, p))
	(*point).scale(&p, 2)
	fmt.Println(p)
	var a adder = p
	f := a.add
	a = &point{}
	fmt.Println(f(point{}), adder.add(a, point{5, 5}))
	fs := []func(int){p.scale, (&p).scale}
	fs[0](2)
	fs[1](2)
	fmt.Println(p)
	g := fmt.Stringer.String
	fmt.Println(g(p))
	fmt.Printf("%T %T\n", point.add, (*point).scale)
}
