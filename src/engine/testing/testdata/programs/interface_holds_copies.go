// Putting a value into an interface copies it; methods with pointer receivers need the pointer.
package main

import "fmt"

type counter struct{ n int }

func (c *counter) inc()    { c.n++ }
func (c counter) get() int { return c.n }

type getter interface{ get() int }
type incer interface {
	getter
	inc()
}

func main() {
	c := counter{}
	var g getter = c
	c.inc()
	fmt.Println(g.get(), c.get())
	var i incer = &c
	i.inc()
	fmt.Println(i.get(), c.n)
	a := [2]int{1, 2}
	var x interface{} = a
	a[0] = 9
	fmt.Println(x, a)
	y := x.([2]int)
	y[1] = 7
	fmt.Println(x, y)
	g = i
	fmt.Println(g == getter(&c), g.(*counter).n)
}
