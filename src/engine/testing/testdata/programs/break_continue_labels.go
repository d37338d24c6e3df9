// Labels on for, switch and select.
package main

import "fmt"

func main() {
outer:
	for i := 0; i < 4; i++ {
		for j := 0; ; j++ {
			switch {
			case j == 3:
				continue outer
			case i == 2:
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
choose:
	switch 1 {
	case 1:
		for {
			break choose
		}
		fmt.Println("not reached")
	}
	c := make(chan int, 1)
wait:
	for {
		select {
		case v := <-c:
			fmt.Println("got", v)
			break wait
		default:
			c <- 7
			continue wait
		}
	}
}
