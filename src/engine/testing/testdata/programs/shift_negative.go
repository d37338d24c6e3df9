// A negative shift count panics.
package main

import "fmt"

func main() {
	n := 3
	fmt.Println(1 << n)
	n -= 4
	fmt.Println(1 << n)
}
