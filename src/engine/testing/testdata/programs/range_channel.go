// Ranging over a channel until it is closed.
package main

import "fmt"

func produce(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- i * i
		}
	}()
	return c
}

func main() {
	sum := 0
	for v := range produce(10) {
		if v%2 == 1 {
			continue
		}
		sum += v
	}
	fmt.Println(sum)
	for v := range produce(100) {
		if v > 50 {
			fmt.Println("stop at", v)
			break
		}
	}
	for range produce(2) {
		fmt.Println("tick")
	}
}
