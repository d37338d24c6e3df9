// iota counts lines, skips and repeats expressions.
package main

import "fmt"

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
)
const (
	_  = iota
	kb = 1 << (10 * iota)
	mb
)
const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)
const (
	x = "s"
	y
	z = iota
	w
)

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

func main() {
	fmt.Println(sunday, monday, tuesday, kb, mb)
	fmt.Println(a, b, c, d, e, f, x, y, z, w)
	const iota = 5
	fmt.Println(iota)
}
