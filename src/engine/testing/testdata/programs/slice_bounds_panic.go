// Slicing beyond the capacity.
package main

import "fmt"

func main() {
	s := make([]int, 2, 4)
	n := 4
	fmt.Println(s[:n])
	n++
	fmt.Println(s[:n])
}
