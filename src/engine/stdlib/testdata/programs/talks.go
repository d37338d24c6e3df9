// Programs in the manner of talks on Go's concurrency: generators, fan-in, replicated search, daisy chains, sieves, subscriptions, pipelines.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// speaker says something every so often until told to stop, and then says goodbye.
func speaker(name string, every time.Duration, quit chan string) <-chan string {
	c := make(chan string)
	go func() {
		for i := 0; ; i++ {
			select {
			case c <- fmt.Sprintf("%s %d", name, i):
				time.Sleep(every)
			case <-quit:
				quit <- name + " says goodbye"
				return
			}
		}
	}()
	return c
}

func fanIn(inputs ...<-chan string) <-chan string {
	c := make(chan string)
	for _, in := range inputs {
		go func(in <-chan string) {
			for {
				c <- <-in
			}
		}(in)
	}
	return c
}

func conversations() {
	quit := make(chan string)
	c := fanIn(speaker("ann", 3*time.Millisecond, nil), speaker("bob", 5*time.Millisecond, nil))
	var heard []string
	for i := 0; i < 5; i++ {
		heard = append(heard, <-c)
	}
	sort.Strings(heard)
	fmt.Println(heard)
	one := speaker("carl", time.Millisecond, quit)
	fmt.Println(<-one, <-one)
	quit <- "bye"
	fmt.Println(<-quit)
	lonely := speaker("dora", 4*time.Millisecond, nil)
	timeout := time.After(10 * time.Millisecond)
	for n := 0; ; n++ {
		select {
		case <-lonely:
		case <-timeout:
			fmt.Println("you talk too much", n > 1)
			return
		}
	}
}

type result string
type search func(query string) result

func fake(kind string, delay time.Duration) search {
	return func(query string) result {
		time.Sleep(delay)
		return result(fmt.Sprintf("%s result for %q", kind, query))
	}
}

func first(query string, replicas ...search) result {
	c := make(chan result, len(replicas))
	for i := range replicas {
		go func(i int) { c <- replicas[i](query) }(i)
	}
	return <-c
}

func google() {
	start := time.Now()
	c := make(chan result)
	query := "golang"
	go func() { c <- first(query, fake("web1", 30*time.Millisecond), fake("web2", 5*time.Millisecond)) }()
	go func() { c <- first(query, fake("image1", 10*time.Millisecond), fake("image2", 50*time.Millisecond)) }()
	go func() { c <- first(query, fake("video", 400*time.Millisecond)) }()
	timeout := time.After(80 * time.Millisecond)
	for i := 0; i < 3; i++ {
		select {
		case r := <-c:
			fmt.Println(r)
		case <-timeout:
			fmt.Println("timed out")
		}
	}
	fmt.Println(time.Since(start) < 300*time.Millisecond)
}

func daisyChain(n int) {
	leftmost := make(chan int)
	left, right := leftmost, leftmost
	for i := 0; i < n; i++ {
		right = make(chan int)
		go func(left, right chan int) { left <- 1 + <-right }(left, right)
		left = right
	}
	go func(c chan int) { c <- 1 }(right)
	fmt.Println(<-leftmost, runtime.NumGoroutine() < n)
}

func sieve(n int) {
	ch := make(chan int)
	go func(ch chan<- int) {
		for i := 2; ; i++ {
			ch <- i
		}
	}(ch)
	primes := []int{}
	for len(primes) < n {
		prime := <-ch
		primes = append(primes, prime)
		next := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for i := range in {
				if i%prime != 0 {
					out <- i
				}
			}
		}(ch, next)
		ch = next
	}
	fmt.Println(primes)
}

type ball struct{ hits int }

func pingPong() {
	table := make(chan *ball)
	for _, name := range []string{"ping", "pong"} {
		go func(name string) {
			for b := range table {
				b.hits++
				time.Sleep(time.Millisecond)
				table <- b
			}
		}(name)
	}
	table <- new(ball)
	time.Sleep(10*time.Millisecond + 500*time.Microsecond)
	fmt.Println((<-table).hits > 5)
}

type item struct{ channel, guid string }

type fetcher interface {
	fetch() (items []item, next time.Time, err error)
}

type feed struct {
	domain string
	calls  int
}

func (f *feed) fetch() ([]item, time.Time, error) {
	f.calls++
	if f.calls == 2 {
		return nil, time.Now().Add(2 * time.Millisecond), errors.New("flaky " + f.domain)
	}
	return []item{{f.domain, fmt.Sprintf("%s/%d", f.domain, f.calls/2)}}, time.Now().Add(2 * time.Millisecond), nil
}

// subscription is a loop over one select that switches cases off by nil channels.
type subscription struct {
	fetcher fetcher
	updates chan item
	closing chan chan error
}

func subscribe(f fetcher) *subscription {
	s := &subscription{f, make(chan item), make(chan chan error)}
	go s.loop()
	return s
}

func (s *subscription) close() error {
	errc := make(chan error)
	s.closing <- errc
	return <-errc
}

func (s *subscription) loop() {
	const maxPending = 3
	type fetched struct {
		items []item
		next  time.Time
		err   error
	}
	var fetchDone chan fetched
	var pending []item
	var next time.Time
	var err error
	seen := make(map[string]bool)
	for {
		var delay time.Duration
		if now := time.Now(); next.After(now) {
			delay = next.Sub(now)
		}
		var start <-chan time.Time
		if fetchDone == nil && len(pending) < maxPending {
			start = time.After(delay)
		}
		var head item
		var updates chan item
		if len(pending) > 0 {
			head, updates = pending[0], s.updates
		}
		select {
		case <-start:
			fetchDone = make(chan fetched, 1)
			go func() {
				items, next, err := s.fetcher.fetch()
				fetchDone <- fetched{items, next, err}
			}()
		case r := <-fetchDone:
			fetchDone, next, err = nil, r.next, r.err
			if err != nil {
				break
			}
			for _, item := range r.items {
				if !seen[item.guid] {
					pending, seen[item.guid] = append(pending, item), true
				}
			}
		case errc := <-s.closing:
			errc <- err
			close(s.updates)
			return
		case updates <- head:
			pending = pending[1:]
		}
	}
}

func subscriptions() {
	a := subscribe(&feed{domain: "blog.example"})
	for i := 0; i < 3; i++ {
		it := <-a.updates
		fmt.Println(it.channel, it.guid)
	}
	fmt.Println(a.close())
	_, open := <-a.updates
	fmt.Println(open)
}

// pipelines: stages connected by channels, cancelled by a done channel or a context.
func generate(ctx context.Context, nums ...int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, n := range nums {
			select {
			case out <- n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func square(ctx context.Context, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for n := range in {
			select {
			case out <- n * n:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func merge(ctx context.Context, cs ...<-chan int) <-chan int {
	var wg sync.WaitGroup
	out := make(chan int, 1)
	wg.Add(len(cs))
	for _, c := range cs {
		go func(c <-chan int) {
			defer wg.Done()
			for n := range c {
				select {
				case out <- n:
				case <-ctx.Done():
					return
				}
			}
		}(c)
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func pipelines() {
	ctx, cancel := context.WithCancel(context.Background())
	in := generate(ctx, 2, 3, 4, 5)
	sum := 0
	for n := range merge(ctx, square(ctx, in), square(ctx, in)) {
		sum += n
	}
	fmt.Println(sum)
	before := runtime.NumGoroutine()
	<-merge(ctx, square(ctx, generate(ctx, 1, 2, 3)), square(ctx, generate(ctx, 4, 5, 6)))
	cancel()
	time.Sleep(time.Millisecond)
	fmt.Println("left behind:", runtime.NumGoroutine()-before)
}

// A limiter by a channel of slots, retries with jittered backoff, logs to a writer of its own.
func limits() {
	var active, most int32
	slots := make(chan struct{}, 3)
	var wg sync.WaitGroup
	for i := 0; i < 12; i++ {
		wg.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; wg.Done() }()
			if n := atomic.AddInt32(&active, 1); n > atomic.LoadInt32(&most) {
				atomic.StoreInt32(&most, n)
			}
			time.Sleep(time.Millisecond)
			atomic.AddInt32(&active, -1)
		}()
	}
	wg.Wait()
	fmt.Println("at most", most)
	var text strings.Builder
	logger := log.New(&text, "retry: ", log.Lmsgprefix)
	r := rand.New(rand.NewSource(1))
	for attempt, backoff := 1, time.Millisecond; ; attempt, backoff = attempt+1, backoff*2 {
		if attempt == 4 {
			logger.Printf("attempt %d succeeded", attempt)
			break
		}
		pause := backoff + time.Duration(r.Int63n(int64(backoff)))
		logger.Printf("attempt %d failed, next within %v: %t", attempt, 2*backoff, pause < 2*backoff)
		time.Sleep(pause)
	}
	fmt.Fprint(os.Stdout, text.String())
}

func main() {
	conversations()
	google()
	daisyChain(1000)
	sieve(12)
	pingPong()
	subscriptions()
	pipelines()
	limits()
}
