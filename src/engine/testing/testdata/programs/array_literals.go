// Keyed elements, counted lengths, elided types.
package main

import "fmt"

type point struct{ x, y int }

func main() {
	a := [...]string{2: "two", "three", 0: "zero"}
	fmt.Printf("%q %d\n", a, len(a))
	const k = 'c' - 'a'
	s := []rune{k: 'x', 'y'}
	fmt.Println(s, len(s))
	ps := []*point{{1, 2}, {y: 3}}
	fmt.Println(*ps[0], *ps[1])
	m := map[point][]point{{1, 2}: {{3, 4}, {5, 6}}}
	fmt.Println(m)
	nested := [...][2]point{{{1, 1}}, {1: {2, 2}}}
	fmt.Println(nested)
}
