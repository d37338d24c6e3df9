// Package variables initialise by dependency, then init functions run in order.
package main

import "fmt"

var (
	a = c + b
	b = f()
	c = 1
	_ = say("blank")
	x, y = two()
	z = func() int { return late + 1 }()
	late = say("late")
)

func f() int {
	say("f")
	return c + 1
}

func two() (int, int) { say("two"); return z, z + 1 }

func say(s string) int {
	fmt.Println(s)
	return len(s)
}

func init() { fmt.Println("init 1", a, b, c) }
func init() { fmt.Println("init 2", x, y, z); a = 100 }

func main() { fmt.Println("main", a, late) }
