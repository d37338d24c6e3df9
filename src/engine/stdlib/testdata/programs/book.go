// Programs in the manner of a book's chapters on goroutines and on shared variables.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sort"
	"strings"
	"sync"
	"time"
)

func spinner() {
	stop := make(chan struct{})
	drawn := 0
	go func() {
		for {
			for _, r := range `-\|/` {
				select {
				case <-stop:
					return
				default:
					_ = fmt.Sprintf("\r%c", r)
					drawn++
					time.Sleep(100 * time.Microsecond)
				}
			}
		}
	}()
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	time.Sleep(2 * time.Millisecond)
	fmt.Println(fib(15), drawn > 2)
	close(stop)
}

func countdown() {
	abort := make(chan struct{})
	go func() {
		if _, err := os.Stdin.Read(make([]byte, 1)); err != io.EOF {
			fmt.Println("read:", err)
		}
		time.Sleep(3500 * time.Microsecond)
		close(abort)
	}()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for n := 10; n > 0; n-- {
		select {
		case <-tick.C:
		case <-abort:
			fmt.Println("launch aborted", n > 4)
			return
		}
	}
	fmt.Println("lift-off")
}

// crawl visits a graph with bounded parallelism.
func crawl() {
	graph := map[string][]string{"/": {"/a", "/b", "/c"}, "/a": {"/b", "/d"}, "/b": {"/", "/e"}, "/c": {"/c"}, "/d": nil, "/e": {"/f"}}
	tokens := make(chan struct{}, 2)
	worklist := make(chan []string)
	n := 1
	go func() { worklist <- []string{"/"} }()
	seen := make(map[string]bool)
	for ; n > 0; n-- {
		for _, link := range <-worklist {
			if seen[link] {
				continue
			}
			seen[link] = true
			n++
			go func(link string) {
				tokens <- struct{}{}
				time.Sleep(100 * time.Microsecond)
				<-tokens
				worklist <- graph[link]
			}(link)
		}
	}
	var pages []string
	for page := range seen {
		pages = append(pages, page)
	}
	sort.Strings(pages)
	fmt.Println(pages)
}

type client chan<- string

// chat is a room of clients that reads from pipes instead of connections.
func chat() {
	entering, leaving, messages := make(chan client), make(chan client), make(chan string)
	go func() {
		clients := make(map[client]bool)
		for {
			select {
			case msg := <-messages:
				for c := range clients {
					c <- msg
				}
			case c := <-entering:
				clients[c] = true
			case c := <-leaving:
				delete(clients, c)
				close(c)
			}
		}
	}()
	var wg sync.WaitGroup
	handle := func(name string, conn io.ReadCloser, transcript *strings.Builder) {
		ch := make(chan string, 10)
		wg.Add(1)
		go func() {
			defer wg.Done()
			for msg := range ch {
				fmt.Fprintln(transcript, msg)
			}
		}()
		entering <- ch
		messages <- name + " has arrived"
		var line string
		for {
			if _, err := fmt.Fscanln(conn, &line); err != nil {
				break
			}
			messages <- name + ": " + line
		}
		leaving <- ch
		conn.Close()
	}
	r1, w1 := io.Pipe()
	r2, w2 := io.Pipe()
	var t1, t2 strings.Builder
	go handle("ann", r1, &t1)
	time.Sleep(time.Millisecond)
	go handle("bob", r2, &t2)
	time.Sleep(time.Millisecond)
	fmt.Fprintln(w1, "hello")
	fmt.Fprintln(w2, "hi")
	time.Sleep(time.Millisecond)
	w1.Close()
	time.Sleep(time.Millisecond)
	fmt.Fprintln(w2, "alone")
	w2.Close()
	wg.Wait()
	fmt.Print("ann heard\n", t1.String(), "bob heard\n", t2.String())
}

var (
	deposits = make(chan int)
	balances = make(chan int)
)

func teller() {
	var balance int
	for {
		select {
		case amount := <-deposits:
			balance += amount
		case balances <- balance:
		}
	}
}

// memo caches results; concurrent calls for a key share one computation.
type memo struct {
	f     func(key string) (any, error)
	mu    sync.Mutex
	cache map[string]*entry
}

type entry struct {
	value any
	err   error
	ready chan struct{}
}

func (m *memo) get(key string) (any, error) {
	m.mu.Lock()
	e := m.cache[key]
	if e == nil {
		e = &entry{ready: make(chan struct{})}
		m.cache[key] = e
		m.mu.Unlock()
		e.value, e.err = m.f(key)
		close(e.ready)
	} else {
		m.mu.Unlock()
		<-e.ready
	}
	return e.value, e.err
}

func memos() {
	calls := 0
	m := &memo{cache: make(map[string]*entry), f: func(key string) (any, error) {
		calls++
		time.Sleep(time.Millisecond)
		if key == "bad" {
			return nil, errors.New("no such page")
		}
		return len(key), nil
	}}
	var wg sync.WaitGroup
	for _, key := range []string{"one", "three", "one", "bad", "three", "bad"} {
		wg.Add(1)
		go func(key string) {
			defer wg.Done()
			m.get(key)
		}(key)
	}
	wg.Wait()
	fmt.Println(calls)
	fmt.Println(m.get("three"))
	fmt.Println(m.get("bad"))
}

// lazy icons: a read lock for what is there, Once for what has to be made.
var (
	icons     map[string]int
	loadIcons sync.Once
	guard     sync.RWMutex
)

func icon(name string) int {
	loadIcons.Do(func() {
		guard.Lock()
		defer guard.Unlock()
		icons = map[string]int{"spade": 1, "heart": 2}
	})
	guard.RLock()
	defer guard.RUnlock()
	return icons[name]
}

// sizes adds up a tree, with progress by a ticker and cancellation by closing.
func sizes() {
	type dir struct {
		size int64
		sub  []int
	}
	tree := []dir{{10, []int{1, 2}}, {20, []int{3}}, {30, nil}, {40, []int{4, 5}}, {50, nil}, {60, nil}}
	done := make(chan struct{})
	sizes := make(chan int64)
	var n sync.WaitGroup
	var walk func(int)
	walk = func(i int) {
		defer n.Done()
		select {
		case <-done:
			return
		default:
		}
		for _, sub := range tree[i].sub {
			n.Add(1)
			go walk(sub)
		}
		sizes <- tree[i].size
	}
	n.Add(1)
	go walk(0)
	go func() {
		n.Wait()
		close(sizes)
	}()
	tick := time.Tick(50 * time.Microsecond)
	var total int64
loop:
	for {
		select {
		case size, ok := <-sizes:
			if !ok {
				break loop
			}
			total += size
		case <-tick:
		}
	}
	close(done)
	fmt.Println(total, runtime.NumGoroutine() > 0)
}

func main() {
	spinner()
	countdown()
	crawl()
	chat()
	go teller()
	var wg sync.WaitGroup
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go func(i int) { defer wg.Done(); deposits <- i }(i)
	}
	wg.Wait()
	fmt.Println(<-balances)
	memos()
	fmt.Println(icon("heart"), icon("none"))
	sizes()
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Millisecond))
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err())
}
