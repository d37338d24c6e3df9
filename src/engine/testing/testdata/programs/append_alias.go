// Appending within capacity writes into the shared array; beyond it, into a copy.
package main

import "fmt"

func main() {
	base := make([]int, 3, 5)
	a := append(base, 1)
	b := append(base, 2)
	fmt.Println(a, b, len(base), cap(base))
	c := append(a, 3, 4)
	c[0] = 9
	fmt.Println(a, c)
	var none []int
	fmt.Println(append(none) == nil, append(none, none...) == nil, append([]byte("ab"), "cd"...))
	s := []int{1, 2, 3}
	s = append(s[:1], s[2:]...)
	fmt.Println(s, s[:3])
	s = append(s, s...)
	fmt.Println(s)
}
