// Shadowing in nested blocks, if and switch headers.
package main

import "fmt"

var x = "package"

func main() {
	fmt.Println(x)
	x := 1
	{
		x := x + 1
		fmt.Println(x)
	}
	if x := x * 10; x > 5 {
		x := "inner"
		fmt.Println(x)
	} else if y := x; y > 0 {
		fmt.Println(x, y)
	}
	switch x := x + 4; x {
	case 5:
		x := 2.5
		fmt.Println(x)
	}
	for x := 0; x < 2; x++ {
		x := x * 2
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	true := false
	fmt.Println(true)
	type int string
	var s int = "int is a string"
	fmt.Println(s)
}
