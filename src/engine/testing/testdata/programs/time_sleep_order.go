// Timers wake sleepers in the order of their times.
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	for _, n := range []int{30, 10, 20} {
		go func(n int) {
			time.Sleep(time.Duration(n) * time.Millisecond)
			c <- n
		}(n)
	}
	fmt.Println(<-c, <-c, <-c)
	select {
	case <-c:
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	tick := time.NewTicker(10 * time.Millisecond)
	n := 0
	for range tick.C {
		if n++; n == 3 {
			tick.Stop()
			break
		}
	}
	fmt.Println(n, time.Duration(1500)*time.Millisecond, 90*time.Minute)
	done := make(chan struct{})
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	fmt.Println("after func")
}
