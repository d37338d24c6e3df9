// sync/atomic.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var n int64
	var u atomic.Uint32
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt64(&n, 2)
			u.Add(1)
		}()
	}
	wg.Wait()
	fmt.Println(atomic.LoadInt64(&n), u.Load())
	fmt.Println(atomic.CompareAndSwapInt64(&n, 100, 7), atomic.SwapInt64(&n, 8), n)
	var v atomic.Value
	v.Store([]int{1})
	fmt.Println(v.Load().([]int))
	var p atomic.Pointer[string]
	s := "x"
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &s), *p.Load())
	var b atomic.Bool
	fmt.Println(b.Swap(true), b.Load())
}
