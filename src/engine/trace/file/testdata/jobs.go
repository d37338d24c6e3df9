package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	jobs := make(chan int, 2)
	var wg sync.WaitGroup
	for id := 1; id <= 2; id++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				time.Sleep(time.Millisecond)
				fmt.Println(id, "did", j)
			}
		}()
	}
	for j := 7; j < 10; j++ {
		jobs <- j
	}
	close(jobs)
	wg.Wait()
}
