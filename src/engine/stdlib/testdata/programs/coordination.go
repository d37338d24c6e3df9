// What golang.org/x/sync, golang.org/x/time/rate and the later parts of sync, context and time promise. Written for Go 1.23 and later: what it
// has to print follows from their documentation.
package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
	"golang.org/x/sync/singleflight"
	"golang.org/x/time/rate"
)

const ms = time.Millisecond

var errBroken = errors.New("broken")

// panicOf calls f and tells what it panicked with.
func panicOf(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

func errorGroups() {
	// The first error is the one that counts, and it cancels the others.
	g, ctx := errgroup.WithContext(context.Background())
	cancelled := make([]bool, 3)
	for i := range 3 {
		g.Go(func() error {
			select {
			case <-time.After(time.Duration(i+1) * 10 * ms):
				return fmt.Errorf("task %d: %w", i, errBroken)
			case <-ctx.Done():
				cancelled[i] = true
				return ctx.Err()
			}
		})
	}
	err := g.Wait()
	fmt.Println(err, errors.Is(err, errBroken), cancelled, ctx.Err(), context.Cause(ctx))

	// Without an error the context ends when Wait returns.
	g, ctx = errgroup.WithContext(context.Background())
	g.Go(func() error { return nil })
	fmt.Println(ctx.Err(), g.Wait(), ctx.Err())

	// A limit makes Go wait and TryGo refuse.
	var limited errgroup.Group
	limited.SetLimit(2)
	var active, most atomic.Int32
	start := time.Now()
	for range 6 {
		limited.Go(func() error {
			n := active.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(10 * ms)
			active.Add(-1)
			return nil
		})
	}
	fmt.Println(limited.TryGo(func() error { return nil }), panicOf(func() { limited.SetLimit(3) }))
	fmt.Println(limited.Wait(), most.Load(), time.Since(start))
	fmt.Println(limited.TryGo(func() error { return errBroken }), limited.Wait())
	limited.SetLimit(0)
	fmt.Println(limited.TryGo(func() error { return nil }))
}

func semaphores() {
	ctx := context.Background()
	sem := semaphore.NewWeighted(4)
	var log []string
	var mu sync.Mutex
	say := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		log = append(log, fmt.Sprintf(format, args...))
	}
	sem.Acquire(ctx, 3)
	var wg sync.WaitGroup
	// A large request is not starved by small ones that came later.
	for i, n := range []int64{4, 1} {
		wg.Go(func() {
			time.Sleep(time.Duration(i+1) * ms)
			sem.Acquire(ctx, n)
			say("got %d", n)
			time.Sleep(ms)
			sem.Release(n)
		})
	}
	time.Sleep(10 * ms)
	say("%t", sem.TryAcquire(1)) // one is free, but others wait
	sem.Release(3)
	wg.Wait()
	fmt.Println(log)
	// Who gives up lets those behind it through.
	sem.Acquire(ctx, 3)
	short, cancel := context.WithTimeout(ctx, 5*ms)
	defer cancel()
	wg.Go(func() { fmt.Println("large:", sem.Acquire(short, 4)) })
	wg.Go(func() {
		time.Sleep(ms)
		fmt.Println("small:", sem.Acquire(ctx, 1))
	})
	wg.Wait()
	sem.Release(4)
	// More than there is at all waits for the context's end; under a context that is done nothing is given.
	fmt.Println(sem.Acquire(short, 5), sem.Acquire(short, 1))
	fmt.Println(panicOf(func() { sem.Release(1) }))
}

func flights() {
	var g singleflight.Group
	var calls atomic.Int32
	slow := func() (any, error) { calls.Add(1); time.Sleep(5 * ms); return "value", errBroken }
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			v, err, shared := g.Do("k", slow)
			if v != "value" || err != errBroken || !shared {
				fmt.Println(v, err, shared)
			}
		})
	}
	wg.Wait()
	_, _, shared := g.Do("k", slow)
	fmt.Println(calls.Load(), shared)
	a := g.DoChan("k", slow)
	time.Sleep(ms)
	b := g.DoChan("k", slow)
	g.Forget("k")
	c := g.DoChan("k", func() (any, error) { return 2, nil })
	fmt.Println(<-c, <-a, <-b, calls.Load())
	r := panicOf(func() { g.Do("p", func() (any, error) { panic(errBroken) }) })
	err, isError := r.(error)
	fmt.Println(isError && errors.Is(err, errBroken))
	done := make(chan bool)
	go func() {
		defer close(done)
		g.Do("exit", func() (any, error) { runtime.Goexit(); return nil, nil })
		fmt.Println("not reached")
	}()
	<-done
	fmt.Println(g.Do("exit", func() (any, error) { return "again", nil }))
}

func rates() {
	l := rate.NewLimiter(10, 3)
	fmt.Println(l.Limit(), l.Burst(), l.Tokens(), l.Allow(), l.AllowN(time.Now(), 3), l.AllowN(time.Now(), 2), l.Allow())
	start := time.Now()
	for range 3 {
		l.Wait(context.Background())
	}
	fmt.Println(time.Since(start))
	fmt.Println(l.WaitN(context.Background(), 4))
	short, cancel := context.WithTimeout(context.Background(), 50*ms)
	defer cancel()
	fmt.Println(l.Wait(short), time.Since(start))
	r := l.ReserveN(time.Now(), 2)
	fmt.Println(r.OK(), r.Delay(), l.Tokens())
	r.Cancel()
	fmt.Println(l.Tokens(), l.ReserveN(time.Now(), 4).OK())
	time.Sleep(time.Second)
	fmt.Println(l.Tokens())
	l.SetLimit(rate.Every(20 * ms))
	l.SetBurst(1)
	fmt.Println(l.Limit(), l.Burst(), l.Allow(), l.Allow())
	fmt.Println(rate.NewLimiter(rate.Inf, 0).AllowN(time.Now(), 1000), rate.NewLimiter(0, 1).Allow(), rate.Every(0) == rate.Inf)
	s := rate.Sometimes{First: 2, Every: 3}
	for i := range 8 {
		s.Do(func() { fmt.Print(i, " ") })
	}
	fmt.Println()
}

func newerSync() {
	calls := 0
	f := sync.OnceFunc(func() { calls++; panic("made once") })
	fmt.Println(panicOf(f), panicOf(f), calls)
	v := sync.OnceValues(func() (int, error) { calls++; return calls, errBroken })
	v()
	fmt.Println(v())
	var wg sync.WaitGroup
	var sum atomic.Int64
	for i := range 10 {
		wg.Go(func() { sum.Add(int64(i)) })
	}
	wg.Wait()
	fmt.Println(sum.Load(), sum.And(0x0f), sum.Or(0x30), sum.Load())
	var m sync.Map
	fmt.Println(m.Swap("a", 1))
	fmt.Println(m.Swap("a", 2))
	fmt.Println(m.CompareAndSwap("a", 1, 3), m.CompareAndSwap("a", 2, 3), m.CompareAndDelete("a", 2), m.CompareAndDelete("a", 3))
	fmt.Println(panicOf(func() { m.Store("l", []int{}); m.CompareAndSwap("l", []int{}, 1) }) != nil)
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("left", k); return true })
	p := sync.OnceValue(func() *int { return new(int) })
	fmt.Println(p() == p())
}

func newerContexts() {
	root, cancel := context.WithCancelCause(context.Background())
	child, cancelChild := context.WithTimeout(root, time.Hour)
	defer cancelChild()
	value := context.WithValue(child, "k", 1)
	var order []string
	stopped := context.AfterFunc(value, func() { order = append(order, "never") })
	context.AfterFunc(value, func() { order = append(order, "after") })
	fmt.Println(stopped(), stopped())
	cancel(errBroken)
	cancel(errors.New("too late"))
	time.Sleep(ms)
	fmt.Println(order, child.Err(), context.Cause(child), context.Cause(value), context.Cause(root))
	free := context.WithoutCancel(value)
	_, has := free.Deadline()
	fmt.Println(free.Err(), free.Done() == nil, has, free.Value("k"), context.Cause(free))
	nilCause, cancelNil := context.WithCancelCause(context.Background())
	cancelNil(nil)
	fmt.Println(context.Cause(nilCause))
	late, cancelLate := context.WithDeadlineCause(context.Background(), time.Now().Add(ms), errBroken)
	defer cancelLate()
	<-late.Done()
	fmt.Println(late.Err(), context.Cause(late))
	early, cancelEarly := context.WithTimeoutCause(context.Background(), ms, errBroken)
	cancelEarly()
	fmt.Println(early.Err(), context.Cause(early))
	// The callback runs in a goroutine of its own, at once if the context is done.
	ran := make(chan bool)
	context.AfterFunc(early, func() { ran <- true })
	fmt.Println(<-ran)
}

// Since Go 1.23 a timer's channel has no buffer that can be seen: after Stop or Reset no old value comes.
func newerTimers() {
	t := time.NewTimer(ms)
	time.Sleep(5 * ms)
	fmt.Println(len(t.C), cap(t.C), t.Stop())
	select {
	case <-t.C:
		fmt.Println("an old value")
	default:
	}
	start := time.Now()
	t.Reset(10 * ms)
	<-t.C
	fmt.Println(time.Since(start))
	time.Sleep(ms)
	fmt.Println(t.Reset(2*ms), t.Reset(3*ms), t.Stop(), t.Stop())
	ticker := time.NewTicker(2 * ms)
	time.Sleep(11 * ms)
	start = time.Now()
	<-ticker.C // one tick is kept, the others are dropped
	<-ticker.C
	fmt.Println(time.Since(start))
	ticker.Reset(5 * ms)
	start = time.Now()
	<-ticker.C
	fmt.Println(time.Since(start))
	f := time.AfterFunc(ms, func() { fmt.Println("fired") })
	time.Sleep(2 * ms)
	fmt.Println(f.Stop(), f.Reset(ms))
	time.Sleep(2 * ms)
}

func main() {
	errorGroups()
	semaphores()
	flights()
	rates()
	newerSync()
	newerContexts()
	newerTimers()
}
