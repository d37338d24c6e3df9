// Tags, tagless, fallthrough, default anywhere, init statements, duplicates of non-constants.
package main

import "fmt"

func f(n int) int { fmt.Print("f", n, " "); return n }

func grade(n int) string {
	switch {
	default:
		return "F"
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	}
}

func main() {
	switch x := f(2); x {
	case f(1), f(2), f(3):
		fmt.Println("few")
	case f(4):
		fmt.Println("four")
	}
	switch 5 {
	case 5:
		fmt.Print("five ")
		fallthrough
	case 6:
		fmt.Print("six ")
		fallthrough
	default:
		fmt.Println("default")
	case 7:
		fmt.Println("seven")
	}
	fmt.Println(grade(95), grade(85), grade(5))
	switch f(1) {
	}
	switch x := interface{}(3.0); x {
	case 3:
		fmt.Println("int")
	case 3.0:
		fmt.Println("float")
	}
	switch c := 'x'; {
	case 'a' <= c && c <= 'z':
		fmt.Println("lower")
		if c == 'x' {
			break
		}
		fmt.Println("not reached")
	}
	switch a := [2]int{1, 2}; a {
	case [2]int{1, 2}:
		fmt.Println("array")
	}
	switch true {
	case false:
	case f(1) == 1:
		fmt.Println("true")
	}
}
