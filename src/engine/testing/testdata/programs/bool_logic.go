// Short circuits and the order of operands.
package main

import "fmt"

func say(s string, b bool) bool {
	fmt.Print(s, " ")
	return b
}

type flag bool

func main() {
	fmt.Println(say("a", true) || say("b", true))
	fmt.Println(say("a", false) && say("b", true))
	fmt.Println(say("a", true) && say("b", false) || !say("c", false) && say("d", true))
	var f flag = 1 < 2
	fmt.Println(f && !f, f || false, f == true)
	x := say("l", true) == say("r", false)
	fmt.Println(x)
}
