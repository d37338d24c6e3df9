// len, cap, closing and receiving from a closed channel.
package main

import "fmt"

func main() {
	c := make(chan int, 3)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c))
	close(c)
	v, ok := <-c
	fmt.Println(v, ok)
	for v := range c {
		fmt.Println("range", v)
	}
	v, ok = <-c
	fmt.Println(v, ok, len(c))
	var n chan string
	fmt.Println(n == nil, len(n), cap(n))
	d := make(chan struct{})
	var r <-chan struct{} = d
	fmt.Println(r == d)
	go close(d)
	<-r
	fmt.Println("closed")
}
