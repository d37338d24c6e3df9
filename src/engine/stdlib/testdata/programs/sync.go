package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type key string

func (k key) String() string { return "key:" + string(k) }

type plainKey int

// custom is a context of the program: it hides the cancelCtx below from context's view by a channel of its own.
type custom struct {
	context.Context
	done chan struct{}
	err  error
}

func (c *custom) Done() <-chan struct{} { return c.done }
func (c *custom) Err() error            { return c.err }

func isDone(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return true
	default:
		return false
	}
}

func contexts() {
	ctx := context.Background()
	say(ctx, context.TODO(), ctx.Done() == nil, ctx.Err(), ctx == context.Background())

	a, cancelA := context.WithCancel(ctx)
	b, cancelB := context.WithCancel(a)
	c := context.WithValue(b, key("k"), "v")
	d, cancelD := context.WithTimeout(c, time.Hour)
	say(a, b, d.Value(key("k")), d.Value("other"), a.Done() == a.Done(), c.Done() == b.Done())
	deadline, ok := d.Deadline()
	say(ok, time.Until(deadline) > 59*time.Minute, time.Until(deadline) <= time.Hour)
	say(isDone(a), isDone(d), d.Err())
	cancelB()
	say(isDone(a), isDone(b), isDone(c), isDone(d), a.Err(), b.Err(), c.Err(), d.Err())
	cancelB()
	cancelD()
	cancelA()
	say(a.Err(), d.Err(), errors.Is(d.Err(), context.Canceled))

	e, cancelE := context.WithCancel(a)
	say(isDone(e), e.Err())
	cancelE()

	past, cancelPast := context.WithDeadline(ctx, time.Now().Add(-time.Second))
	say(isDone(past), past.Err(), errors.Is(past.Err(), context.DeadlineExceeded))
	cancelPast()
	say(past.Err())
	timeout, ok := past.Err().(interface{ Timeout() bool })
	say(ok, timeout.Timeout())

	short, cancelShort := context.WithTimeout(ctx, 5*time.Millisecond)
	inner, cancelInner := context.WithTimeout(short, time.Hour)
	<-inner.Done()
	say(short.Err(), inner.Err())
	cancelInner()
	cancelShort()

	stopped, cancelStopped := context.WithTimeout(ctx, 2*time.Millisecond)
	cancelStopped()
	time.Sleep(4 * time.Millisecond)
	say(stopped.Err())

	own := &custom{Context: ctx, done: make(chan struct{})}
	below, cancelBelow := context.WithCancel(own)
	own.err = errors.New("own error")
	close(own.done)
	<-below.Done()
	say(below.Err())
	cancelBelow()
	late, cancelLate := context.WithCancel(own)
	say(isDone(late), late.Err())
	cancelLate()

	say(context.WithValue(ctx, plainKey(1), 5).Value(plainKey(1)), context.WithValue(ctx, plainKey(1), 5).Value(plainKey(2)))
	say(panicOf(func() { context.WithCancel(nil) }))
	say(panicOf(func() { context.WithValue(ctx, nil, 1) }))
	say(panicOf(func() { context.WithValue(ctx, []int{1}, 1) }))
	say(panicOf(func() { context.WithValue(nil, 1, 1) }))
}

func locks() {
	counting()
	readers()
	conditions()
	once()
	maps()
	misuse()
}

func counting() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 20; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 50; j++ {
				mu.Lock()
				m := n
				if j%3 == 0 {
					runtime.Gosched()
				}
				n = m + 1
				mu.Unlock()
				if j%7 == 0 {
					runtime.Gosched()
				}
			}
		}()
	}
	wg.Wait()
	say(n, mu.TryLock(), mu.TryLock())
	mu.Unlock()
}

func readers() {
	var rw sync.RWMutex
	var wg sync.WaitGroup
	a, b, torn, most, reading := 0, 0, 0, 0, 0
	for i := 0; i < 12; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			for j := 0; j < 30; j++ {
				if (i+j)%4 == 0 {
					rw.Lock()
					if reading != 0 {
						torn++
					}
					a++
					runtime.Gosched()
					b++
					rw.Unlock()
				} else {
					rw.RLock()
					reading++
					if reading > most {
						most = reading
					}
					if a != b {
						torn++
					}
					runtime.Gosched()
					reading--
					rw.RUnlock()
				}
				runtime.Gosched()
			}
		}(i)
	}
	wg.Wait()
	say(a, b, torn, most > 1)
	say(rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RLocker().Unlock()
	say(rw.TryLock(), rw.TryRLock(), rw.TryLock())
	rw.Unlock()
}

func conditions() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	var queue, got []int
	done := make(chan bool)
	for i := 0; i < 3; i++ {
		go func() {
			for {
				mu.Lock()
				for len(queue) == 0 {
					c.Wait()
				}
				x := queue[0]
				queue = queue[1:]
				if x >= 0 {
					got = append(got, x)
				}
				mu.Unlock()
				if x < 0 {
					done <- true
					return
				}
			}
		}()
	}
	for i := 0; i < 30; i++ {
		mu.Lock()
		queue = append(queue, i)
		mu.Unlock()
		c.Signal()
		if i%5 == 0 {
			runtime.Gosched()
		}
	}
	mu.Lock()
	queue = append(queue, -1, -1, -1)
	c.Broadcast()
	mu.Unlock()
	for i := 0; i < 3; i++ {
		<-done
	}
	sum := 0
	for _, x := range got {
		sum += x
	}
	say(len(got), sum)
	copied := *c
	say(panicOf(func() { copied.Signal() }))
}

func once() {
	var o sync.Once
	var wg sync.WaitGroup
	var calls int32
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			o.Do(func() {
				time.Sleep(time.Millisecond)
				atomic.AddInt32(&calls, 1)
			})
			if atomic.LoadInt32(&calls) != 1 {
				say("Do returned early")
			}
		}()
	}
	wg.Wait()
	say(calls)
	var p sync.Once
	say(panicOf(func() { p.Do(func() { panic("first") }) }), panicOf(func() { p.Do(func() { panic("second") }) }))

	pool := sync.Pool{New: func() any { return "new" }}
	say(pool.Get())
	pool.Put(nil)
	say(pool.Get())
}

func maps() {
	var m sync.Map
	m.Store("a", 1)
	say(m.Load("a"))
	say(m.LoadOrStore("a", 2))
	say(m.LoadOrStore("b", 2))
	say(m.LoadAndDelete("a"))
	say(m.LoadAndDelete("a"))
	m.Delete("zzz")
	m.Range(func(k, v any) bool { say(k, v); return true })
}

func misuse() {
	var wg sync.WaitGroup
	say(panicOf(func() { wg.Done() }))
	var v atomic.Value
	say(v.Load(), panicOf(func() { v.Store(nil) }))
	v.Store(1)
	say(panicOf(func() { v.Store("x") }), v.Load(), v.Swap(2), v.CompareAndSwap(2, 3), v.CompareAndSwap(2, 4), v.Load())
	say(panicOf(func() { v.CompareAndSwap("x", 3) }), panicOf(func() { v.CompareAndSwap(3, nil) }), panicOf(func() { v.Swap(errors.New("e")) }))
}

func atomics() {
	var i int32
	var u uint64
	say(atomic.AddInt32(&i, 5), atomic.SwapInt32(&i, 7), atomic.CompareAndSwapInt32(&i, 7, 8), atomic.CompareAndSwapInt32(&i, 7, 9), atomic.LoadInt32(&i))
	say(atomic.AddUint64(&u, ^uint64(0)), u)
	atomic.StoreUint64(&u, 3)
	var n atomic.Int64
	var b atomic.Bool
	say(n.Add(2), n.Swap(5), n.CompareAndSwap(5, 6), n.Load(), b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load(), u)
}

func clocks() {
	t := time.NewTimer(time.Hour)
	say(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	say(t.Stop())
	start := time.Now()
	<-time.After(2 * time.Millisecond)
	say(time.Since(start) >= 2*time.Millisecond)
	ran := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { ran <- true })
	say(<-ran)
	ticker := time.NewTicker(time.Millisecond)
	x, y := <-ticker.C, <-ticker.C
	ticker.Stop()
	say(y.After(x), x.Before(y), x.Equal(x), y.Sub(x) > 0)
	say(time.Tick(0) == nil, panicOf(func() { time.NewTicker(0) }))
	say(time.Unix(0, 0).UTC(), time.Time{}, time.Time{}.IsZero(), time.Date(2024, 2, 30, 25, 61, 61, -1, time.UTC))
	say(time.Month(13), time.Weekday(-1), time.May, time.Sunday, time.Duration(1500)*time.Microsecond)
}

// lines is what was said.
var lines []string

func say(a ...any) { lines = append(lines, fmt.Sprintln(a...)) }

func panicOf(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

// Run runs all scenarios.
func Run() []string {
	contexts()
	locks()
	clocks()
	atomics()
	return lines
}

func main() {
	for _, l := range Run() {
		fmt.Print(l)
	}
}
