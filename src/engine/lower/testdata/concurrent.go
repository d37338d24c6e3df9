package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func (a *account) deposit(n int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += n
}

func producer(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 0; i < n; i++ {
			ch <- i
		}
	}()
	return ch
}

func stage(in <-chan int, f func(int) int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- f(v)
		}
		close(out)
	}()
	return out
}

type worker struct{ id int }

func (w worker) run(jobs <-chan int, results chan<- [2]int, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		results <- [2]int{j, j * j}
	}
}

func main() {
	var acc account
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			acc.deposit(n)
		}(i)
	}
	wg.Wait()
	fmt.Println(acc.balance)

	sum := 0
	for v := range stage(stage(producer(10), func(v int) int { return v * 2 }), func(v int) int { return v + 1 }) {
		sum += v
	}
	fmt.Println(sum)

	jobs := make(chan int, 5)
	results := make(chan [2]int, 5)
	var wg2 sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg2.Add(1)
		go worker{i}.run(jobs, results, &wg2)
	}
	for i := 1; i <= 5; i++ {
		jobs <- i
	}
	close(jobs)
	wg2.Wait()
	close(results)
	total := 0
	for r := range results {
		total += r[0]*100 + r[1]
	}
	fmt.Println(total)

	done := make(chan struct{})
	data := make(chan string)
	go func() {
		for _, s := range []string{"a", "b", "c"} {
			data <- s
		}
		close(done)
	}()
	text := ""
loop:
	for {
		select {
		case s := <-data:
			text += s
		case <-done:
			break loop
		}
	}
	fmt.Println(text)

	ch := make(chan int, 1)
	for i := 0; i < 4; i++ {
		select {
		case ch <- i:
			fmt.Println("sent", i)
		case v, ok := <-ch:
			fmt.Println("received", v, ok)
		}
	}
	select {
	case v := <-ch:
		fmt.Println("left", v)
	default:
		fmt.Println("empty")
	}
	var m map[string]int = map[string]int{}
	var arr [3]int
	src := make(chan int, 2)
	src <- 5
	src <- 6
	select {
	case m["x"] = <-src:
	}
	idx := 1
	var ok bool
	select {
	case arr[idx], ok = <-src:
	}
	fmt.Println(m, arr, ok)

	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		time.Sleep(10 * time.Millisecond)
		cancel()
	}()
	<-ctx.Done()
	fmt.Println(ctx.Err())
	ctx2, cancel2 := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel2()
	select {
	case <-ctx2.Done():
		fmt.Println(ctx2.Err())
	case <-time.After(time.Second):
		fmt.Println("late")
	}

	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	rw.Unlock()
	errs := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errs <- fmt.Errorf("goroutine: %v", r)
			}
		}()
		var p *account
		p.balance++
	}()
	fmt.Println(<-errs)
	go fmt.Print("")
	go func(f func(string), s string) { f(s) }(func(s string) { errs <- fmt.Errorf(s) }, "via func")
	fmt.Println(<-errs)
	closer := make(chan int)
	go close(closer)
	<-closer
	var d interface{ deposit(int) } = &acc
	fin := make(chan bool)
	go func() { d.deposit(45); fin <- true }()
	<-fin
	fmt.Println(acc.balance)
	tick := time.NewTicker(time.Millisecond)
	for i := 0; i < 3; i++ {
		<-tick.C
	}
	tick.Stop()
	var cond = sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { cond.L.Lock(); ready = true; cond.L.Unlock(); cond.Broadcast() }()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println("ready")
	var sm sync.Map
	sm.Store("a", 1)
	v, _ := sm.Load("a")
	fmt.Println(v)
}
