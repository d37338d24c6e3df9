// Loops that meet the ends of their types.
package main

import "fmt"

func main() {
	n := 0
	for i := uint8(250); i >= 250; i++ {
		n++
	}
	fmt.Println(n)
	n = 0
	for i := int8(-126); i < 0; i-- {
		n++
	}
	fmt.Println(n)
	s := 0
	for i := uint(3); i < 4; i-- {
		s += int(i)
	}
	fmt.Println(s)
	var x uint16
	for x--; x > 65530; x-- {
		fmt.Print(x, " ")
	}
	fmt.Println(x)
}
