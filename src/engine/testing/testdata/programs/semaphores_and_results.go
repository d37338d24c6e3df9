// Bounded parallelism keeps its bound; errors are collected by index.
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	sem := make(chan struct{}, 3)
	var mu sync.Mutex
	running, most := 0, 0
	errs := make([]error, 10)
	var wg sync.WaitGroup
	for i := range errs {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			running++
			if running > most {
				most = running
			}
			mu.Unlock()
			defer func() {
				if r := recover(); r != nil {
					errs[i] = fmt.Errorf("job %d: %v", i, r)
				}
				mu.Lock()
				running--
				mu.Unlock()
			}()
			if i%4 == 0 {
				panic(errors.New("failed"))
			}
		}(i)
	}
	wg.Wait()
	fmt.Println(most <= 3, running)
	for _, err := range errs {
		if err != nil {
			fmt.Println(err)
		}
	}
}
