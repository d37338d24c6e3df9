// Channels travel through channels; a pipeline of filters finds primes.
package main

import "fmt"

type request struct {
	n     int
	reply chan<- int
}

func server(in <-chan request) {
	for r := range in {
		r.reply <- r.n * r.n
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for n := range in {
		if n%prime != 0 {
			out <- n
		}
	}
	close(out)
}

func main() {
	in := make(chan request)
	go server(in)
	for i := 1; i < 4; i++ {
		reply := make(chan int)
		in <- request{i, reply}
		fmt.Print(<-reply, " ")
	}
	close(in)
	fmt.Println()
	c := make(chan int)
	go func() {
		for i := 2; i < 60; i++ {
			c <- i
		}
		close(c)
	}()
	for {
		p, ok := <-c
		if !ok {
			break
		}
		fmt.Print(p, " ")
		next := make(chan int)
		go filter(c, next, p)
		c = next
	}
	fmt.Println()
}
