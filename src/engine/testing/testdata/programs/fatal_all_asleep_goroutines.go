// Several goroutines wait for one another.
package main

import "sync"

func main() {
	a, b := make(chan int), make(chan int)
	var mu sync.Mutex
	mu.Lock()
	go func() { a <- <-b }()
	go func() { mu.Lock() }()
	b <- <-a
}
