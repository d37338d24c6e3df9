// Short programs, one per tool, in the manner of pages that explain Go by examples.
package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"text/tabwriter"
	"time"
)

func worker(id int, jobs <-chan int, results chan<- int) {
	for j := range jobs {
		time.Sleep(time.Duration(id) * time.Millisecond)
		results <- j * 2
	}
}

func pools() {
	jobs, results := make(chan int, 100), make(chan int, 100)
	for w := 1; w <= 3; w++ {
		go worker(w, jobs, results)
	}
	for j := 1; j <= 5; j++ {
		jobs <- j
	}
	close(jobs)
	sum := 0
	for a := 1; a <= 5; a++ {
		sum += <-results
	}
	fmt.Println("results", sum)
}

func timers() {
	timer1 := time.NewTimer(2 * time.Millisecond)
	<-timer1.C
	timer2 := time.NewTimer(time.Second)
	go func() { <-timer2.C }()
	fmt.Println("stopped", timer2.Stop())
	ticker := time.NewTicker(500 * time.Microsecond)
	done := make(chan bool)
	ticks := 0
	go func() {
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				ticks++
			}
		}
	}()
	time.Sleep(1600 * time.Microsecond)
	ticker.Stop()
	done <- true
	fmt.Println("ticks", ticks >= 1 && ticks <= 4)
	var order []int
	var mu sync.Mutex
	for _, n := range []int{3, 1, 2} {
		n := n
		time.AfterFunc(time.Duration(n)*4*time.Millisecond, func() {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, n)
		})
	}
	time.Sleep(20 * time.Millisecond)
	fmt.Println(order)
}

func rateLimits() {
	requests := make(chan int, 5)
	for i := 1; i <= 5; i++ {
		requests <- i
	}
	close(requests)
	limiter := time.Tick(time.Millisecond)
	start := time.Now()
	for range requests {
		<-limiter
	}
	fmt.Println(time.Since(start) >= 4*time.Millisecond)
	bursty := make(chan time.Time, 3)
	for i := 0; i < 3; i++ {
		bursty <- time.Now()
	}
	go func() {
		for t := range time.Tick(2 * time.Millisecond) {
			bursty <- t
		}
	}()
	start = time.Now()
	var at []bool
	for i := 0; i < 5; i++ {
		<-bursty
		at = append(at, time.Since(start) > time.Millisecond)
	}
	fmt.Println(at)
}

type container struct {
	mu       sync.Mutex
	counters map[string]int
}

func (c *container) inc(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counters[name]++
}

func counters() {
	c := container{counters: map[string]int{"a": 0, "b": 0}}
	var wg sync.WaitGroup
	var ops uint64
	for _, name := range []string{"a", "b", "a"} {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			for i := 0; i < 1000; i++ {
				c.inc(name)
				atomic.AddUint64(&ops, 1)
			}
		}(name)
	}
	wg.Wait()
	fmt.Println(c.counters, atomic.LoadUint64(&ops))
}

type readOp struct {
	key  int
	resp chan int
}

type writeOp struct {
	key, val int
	resp     chan bool
}

func stateful() {
	reads, writes := make(chan readOp), make(chan writeOp)
	go func() {
		state := make(map[int]int)
		for {
			select {
			case r := <-reads:
				r.resp <- state[r.key]
			case w := <-writes:
				state[w.key] = w.val
				w.resp <- true
			}
		}
	}()
	for i := 0; i < 10; i++ {
		w := writeOp{i % 3, i, make(chan bool)}
		writes <- w
		<-w.resp
	}
	for i := 0; i < 3; i++ {
		r := readOp{i, make(chan int)}
		reads <- r
		fmt.Print(<-r.resp, " ")
	}
	fmt.Println()
}

func nonBlocking() {
	messages, signals := make(chan string), make(chan bool)
	select {
	case msg := <-messages:
		fmt.Println("received", msg)
	default:
		fmt.Println("no message received")
	}
	select {
	case messages <- "hi":
		fmt.Println("sent")
	default:
		fmt.Println("no message sent")
	}
	select {
	case <-messages:
	case <-signals:
	default:
		fmt.Println("no activity")
	}
	queue := make(chan string, 2)
	queue <- "one"
	queue <- "two"
	close(queue)
	for elem := range queue {
		fmt.Print(elem, " ")
	}
	v, more := <-queue
	fmt.Printf("%q %t %d %d\n", v, more, len(queue), cap(queue))
}

func contexts() {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Millisecond)
	defer cancel()
	select {
	case <-time.After(time.Second):
		fmt.Println("overslept")
	case <-ctx.Done():
		fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded), os.IsTimeout(ctx.Err()))
	}
	type key struct{}
	fmt.Println(context.WithValue(ctx, key{}, "request 7").Value(key{}))
}

// boom panics in a goroutine that turns it into an error with the stack.
func recovering() {
	errc := make(chan error)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				stack := debug.Stack()
				errc <- fmt.Errorf("recovered: %v (%t)", r, bytes.Contains(stack, []byte("goroutine ")))
			}
		}()
		var m map[string]int
		m["x"] = 1
	}()
	fmt.Println(<-errc)
	errc2 := make(chan error, 1)
	go func() {
		defer close(errc2)
		defer func() {
			if err, ok := recover().(runtime.Error); ok {
				errc2 <- err
			}
		}()
		i := 5
		_ = []int{1}[i]
	}()
	fmt.Println(<-errc2)
}

func lines() {
	scanner := bufio.NewScanner(strings.NewReader("the quick brown fox\njumps over the lazy dog\nthe end\n"))
	words := make(chan string)
	go func() {
		defer close(words)
		for scanner.Scan() {
			for _, word := range strings.Fields(scanner.Text()) {
				words <- word
			}
		}
	}()
	count := make(map[string]int)
	for word := range words {
		count[word]++
	}
	keys := make([]string, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return count[keys[i]] > count[keys[j]] || count[keys[i]] == count[keys[j]] && keys[i] < keys[j]
	})
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	for _, k := range keys[:3] {
		fmt.Fprintf(w, "%s\t%d\t\n", k, count[k])
	}
	w.Flush()
}

func main() {
	pools()
	timers()
	rateLimits()
	counters()
	stateful()
	nonBlocking()
	contexts()
	recovering()
	lines()
}
