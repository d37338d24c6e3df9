// Who comes first at a lock: what sync promises of order, hand-off and preference, seen by the millisecond.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const ms = time.Millisecond

// starvation: who waits longer than a millisecond is handed the lock, although the other asks for it again at once.
func starvation() {
	var mu sync.Mutex
	got := make(chan int, 1)
	rounds := 0
	mu.Lock()
	go func() {
		mu.Lock()
		got <- rounds
		mu.Unlock()
	}()
	for len(got) == 0 && rounds < 50 {
		time.Sleep(2 * ms)
		rounds++
		mu.Unlock()
		mu.Lock()
	}
	fmt.Println("handed over after", <-got <= 3, rounds < 50)
	mu.Unlock()
}

// queue: waiters get a mutex in the order in which they came.
func queue() {
	var mu sync.Mutex
	var order []int
	var wg sync.WaitGroup
	mu.Lock()
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			time.Sleep(time.Duration(i+1) * 4 * ms)
			mu.Lock()
			order = append(order, i)
			mu.Unlock()
		}(i)
	}
	time.Sleep(40 * ms)
	mu.Unlock()
	wg.Wait()
	fmt.Println(order)
}

// writers: a writer that waits keeps new readers out, and the readers that queued meanwhile come before the next writer.
func writers() {
	var rw sync.RWMutex
	var mu sync.Mutex
	var events []string
	say := func(s string) {
		mu.Lock()
		defer mu.Unlock()
		events = append(events, s)
	}
	var wg sync.WaitGroup
	start := func(delay time.Duration, f func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			time.Sleep(delay)
			f()
		}()
	}
	rw.RLock()
	read := func(name string) func() {
		return func() {
			rw.RLock()
			say(name)
			time.Sleep(8 * ms)
			rw.RUnlock()
		}
	}
	write := func(name string) func() {
		return func() {
			rw.Lock()
			say(name)
			time.Sleep(8 * ms)
			rw.Unlock()
		}
	}
	start(4*ms, write("writer 1"))
	start(8*ms, read("reader 1"))
	start(12*ms, write("writer 2"))
	time.Sleep(20 * ms)
	fmt.Println(rw.TryRLock(), rw.TryLock())
	say("first reader leaves")
	rw.RUnlock()
	wg.Wait()
	fmt.Println(events)
}

// conditions: Signal wakes the one that has waited longest, Broadcast all.
func conditions() {
	c := sync.NewCond(&sync.Mutex{})
	var woken []int
	ready := 0
	for i := 0; i < 4; i++ {
		go func(i int) {
			time.Sleep(time.Duration(i+1) * 4 * ms)
			c.L.Lock()
			ready++
			c.Wait()
			woken = append(woken, i)
			c.L.Unlock()
		}(i)
	}
	time.Sleep(30 * ms)
	for i := 0; i < 2; i++ {
		c.Signal()
		time.Sleep(4 * ms)
	}
	c.L.Lock()
	fmt.Println(ready, woken)
	c.L.Unlock()
	c.Broadcast()
	time.Sleep(4 * ms)
	fmt.Println(len(woken))
	c.Signal() // nobody waits: nothing is remembered
	c.Broadcast()
}

// groups: all waiters go on together; a group can be used again; what was added must be done.
func groups() {
	var wg sync.WaitGroup
	var through int32
	for round := 0; round < 3; round++ {
		wg.Add(2)
		var waiters sync.WaitGroup
		for i := 0; i < 3; i++ {
			waiters.Add(1)
			go func() {
				defer waiters.Done()
				wg.Wait()
				atomic.AddInt32(&through, 1)
			}()
		}
		time.Sleep(2 * ms)
		wg.Done()
		time.Sleep(2 * ms)
		fmt.Print(atomic.LoadInt32(&through), " ")
		wg.Done()
		waiters.Wait()
	}
	fmt.Println(through)
	wg.Wait() // of nothing
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Add(-1)
	}()
}

// onces: others wait for the first call; a panic counts as a call; Do of another Once is another matter.
func onces() {
	var once, other sync.Once
	var log []string
	var mu sync.Mutex
	say := func(s string) { mu.Lock(); log = append(log, s); mu.Unlock() }
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() {
				time.Sleep(4 * ms)
				say("made")
				other.Do(func() { say("inner") })
			})
			say("used")
		}()
	}
	wg.Wait()
	fmt.Println(log)
	var broken sync.Once
	for i := 0; i < 2; i++ {
		func() {
			defer func() { fmt.Print(recover(), " ") }()
			broken.Do(func() { panic("only once") })
		}()
	}
	fmt.Println()
}

// pools: what was put last comes first; New makes what is missing.
func pools() {
	made := 0
	p := sync.Pool{New: func() any { made++; return new(int) }}
	a := p.Get().(*int)
	*a = 7
	p.Put(a)
	b := p.Get().(*int)
	c := p.Get().(*int)
	fmt.Println(a == b, *b, a == c, made)
	var empty sync.Pool
	fmt.Println(empty.Get())
}

// handoff: an unbuffered send is complete when it is received; receivers and senders queue in order.
func handoff() {
	c := make(chan int)
	var got []string
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			time.Sleep(time.Duration(i+1) * 3 * ms)
			v := <-c
			mu.Lock()
			got = append(got, fmt.Sprint(i, ":", v))
			mu.Unlock()
		}(i)
	}
	time.Sleep(20 * ms)
	for v := 0; v < 4; v++ {
		c <- v
		time.Sleep(2 * ms)
	}
	wg.Wait()
	fmt.Println(got)
}

func main() {
	starvation()
	queue()
	writers()
	conditions()
	groups()
	onces()
	pools()
	handoff()
}
