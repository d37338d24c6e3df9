// A panic while initialising package variables.
package main

import "fmt"

var m = map[string]int{"a": 1}
var x = compute("b")

func compute(k string) int {
	v, ok := m[k]
	if !ok {
		panic("missing " + k)
	}
	return v
}

func main() { fmt.Println("never", x) }
