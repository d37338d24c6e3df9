// All channel and value operands are evaluated once, in source order, whatever is chosen.
package main

import "fmt"

func ch(n int, c chan int) chan int { fmt.Print("ch", n, " "); return c }
func val(n int) int                 { fmt.Print("val", n, " "); return n }
func at(n int) int                  { fmt.Print("at", n, " "); return n }

func main() {
	a, b := make(chan int, 1), make(chan int)
	s := make([]int, 3)
	select {
	case ch(1, b) <- val(10):
	case s[at(1)] = <-ch(2, b):
	case ch(3, a) <- val(20):
		fmt.Println("chosen")
	}
	select {
	case s[at(2)] = <-ch(4, a):
		fmt.Println(s)
	case ch(5, nil) <- val(1):
	}
}
