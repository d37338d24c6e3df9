// A panic in any goroutine ends the program.
package main

import "fmt"

func main() {
	c := make(chan int)
	go func() {
		defer fmt.Println("deferred in goroutine")
		panic("boom")
	}()
	<-c
}
