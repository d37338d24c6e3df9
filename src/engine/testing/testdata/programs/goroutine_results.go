// Results gathered over channels in a fixed order; a WaitGroup and a mutex.
package main

import (
	"fmt"
	"sync"
)

func main() {
	results := make([]chan int, 5)
	for i := range results {
		results[i] = make(chan int)
		go func(i int) { results[i] <- i * i }(i)
	}
	for _, c := range results {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := 1; i <= 100; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			total += n
		}(i)
	}
	wg.Wait()
	fmt.Println(total)
	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
}
