// Structs compare field by field, blank fields aside.
package main

import "fmt"

type inner struct {
	s string
	f float64
}
type outer struct {
	inner
	_ int
	p *int
	a [2]bool
}

func main() {
	n := 1
	x := outer{inner{"a", 1}, 1, &n, [2]bool{true}}
	y := outer{inner{"a", 1}, 2, &n, [2]bool{true, false}}
	fmt.Println(x == y)
	y.f = 2
	fmt.Println(x == y, x != y)
	zero, nan := 0.0, 0.0
	nan = zero / zero
	fmt.Println(inner{"", nan} == inner{"", nan}, inner{"", zero} == inner{"", -zero})
	fmt.Println(struct{}{} == struct{}{}, struct{ a, b string }{"x", "y"} == struct{ a, b string }{"xy", ""})
}
