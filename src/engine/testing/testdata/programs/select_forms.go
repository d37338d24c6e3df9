// default, nil channels, send cases, break, closed channels.
package main

import "fmt"

func main() {
	c := make(chan int, 1)
	var none chan int
	select {
	case v := <-c:
		fmt.Println("got", v)
	case none <- 1:
		fmt.Println("sent to nil")
	default:
		fmt.Println("default")
	}
	select {
	case c <- 5:
		fmt.Println("sent")
	case <-none:
	}
	var v int
	var ok bool
	a := []int{0, 0}
	select {
	case v, ok = <-c:
		fmt.Println(v, ok)
	}
	close(c)
	select {
	case a[1], ok = <-c:
		if !ok {
			break
		}
		fmt.Println("not reached")
	}
	fmt.Println(a, ok)
	d := make(chan string)
	go func() { d <- "hello" }()
	select {
	case s := <-d:
		fmt.Println(s)
	case <-none:
	}
	for i := 0; i < 3; i++ {
		select {
		case x := <-c:
			fmt.Print(x)
			continue
		}
	}
	fmt.Println()
}
