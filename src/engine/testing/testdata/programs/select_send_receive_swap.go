// Two goroutines exchange values with select, each sending and receiving.
package main

import "fmt"

func exchange(mine int, in <-chan int, out chan<- int) (got int) {
	for sent, received := false, false; !sent || !received; {
		var send chan<- int
		var receive <-chan int
		if !sent {
			send = out
		}
		if !received {
			receive = in
		}
		select {
		case send <- mine:
			sent = true
		case got = <-receive:
			received = true
		}
	}
	return
}

func main() {
	a, b := make(chan int), make(chan int)
	done := make(chan int)
	go func() { done <- exchange(1, a, b) }()
	fmt.Println(exchange(2, b, a), <-done)
}
