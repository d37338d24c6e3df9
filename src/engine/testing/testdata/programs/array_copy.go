// Arrays are values: assignment, parameters, range and struct fields copy them.
package main

import "fmt"

type grid [2][3]int

func change(g grid) grid {
	g[0][0] = 100
	return g
}

func main() {
	a := grid{{1, 2, 3}, {4, 5, 6}}
	b := a
	b[1][2] = 60
	c := change(a)
	fmt.Println(a, b, c, a == b, a == grid{{1, 2, 3}, {4, 5, 6}})
	p := &a
	for i, row := range p {
		p[1] = [3]int{7, 8, 9}
		fmt.Println(i, row)
	}
	x := [3]int{1, 2, 3}
	for i, v := range x {
		x[2] = 10
		fmt.Print(i, v, " ")
	}
	fmt.Println(x, len(p), len(x[1:]), cap(x[1:2]))
}
