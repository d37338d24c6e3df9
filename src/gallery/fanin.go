package main

import (
	"fmt"
)

func merge(ch1, ch2 <-chan int) <-chan int {
	merged := make(chan int)
	go func() {
		for {
			select {
			case v, ok := <-ch1:
				if ok {
					merged <- v
				}
			case v, ok := <-ch2:
				if ok {
					merged <- v
				}
			}
		}
	}()
	return merged
}

func main() {
	ch1 := make(chan int)
	ch2 := make(chan int)

	go func() {
		for i := 1; i <= 5; i++ {
			ch1 <- i
		}
		close(ch1)
	}()

	go func() {
		for i := 6; i <= 10; i++ {
			ch2 <- i
		}
		close(ch2)
	}()

	merged := merge(ch1, ch2)

	for v := range merged {
		fmt.Println("Received:", v)
	}
}
