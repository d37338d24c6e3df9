// Reading through a nil pointer.
package main

import "fmt"

type node struct {
	value int
	next  *node
}

func main() {
	n := &node{value: 1}
	fmt.Println(n.value, n.next == nil)
	fmt.Println(n.next.value)
}
