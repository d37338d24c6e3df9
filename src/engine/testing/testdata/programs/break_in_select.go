// break leaves the select only; a label leaves the loop around it.
package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	c <- 3
	n := 0
	for n < 2 {
		select {
		case v := <-c:
			n++
			if v == 1 {
				break
			}
			fmt.Println("after break", v)
		}
	}
loop:
	for {
		select {
		case v := <-c:
			fmt.Println("last", v)
			continue loop
		default:
			break loop
		}
	}
	fmt.Println(n, len(c))
}
