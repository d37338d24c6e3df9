// Package errgroup runs goroutines that work on parts of one task: it waits for all of them, returns the first error, and can cancel the others when
// there is one.
package errgroup

import (
	"context"
	"fmt"
	"internal/rt"
	"sync"
	"unsafe"
)

// A Group is goroutines that work on parts of one task. Its zero value has no limit and cancels nothing.
type Group struct {
	cancel  func(error)
	wg      sync.WaitGroup
	sem     chan struct{} // a slot for each goroutine that may run
	errOnce sync.Once
	err     error
}

// WithContext returns a Group and a context made from ctx that is cancelled when a function of the group returns an error for the first time, or
// when Wait returns.
func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) done() {
	if g.sem != nil {
		<-g.sem
	}
	g.wg.Done()
}

// Wait waits until all functions given to Go have returned and returns the first error, if there was one.
func (g *Group) Wait() error {
	rt.TraceObject(unsafe.Pointer(g), rt.KindErrGroup)
	g.wg.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

// Go calls f in a goroutine of its own; if there is a limit, it waits until that allows another one. The first error cancels the group's
// context, if it has one, and is what Wait returns.
func (g *Group) Go(f func() error) {
	rt.TraceObject(unsafe.Pointer(g), rt.KindErrGroup)
	if g.sem != nil {
		g.sem <- struct{}{}
	}
	g.start(f)
}

// TryGo is like Go, but if the limit does not allow another goroutine it returns false instead of waiting.
func (g *Group) TryGo(f func() error) bool {
	if g.sem != nil {
		select {
		case g.sem <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *Group) start(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.done()
		if err := f(); err != nil {
			g.errOnce.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	}()
}

// SetLimit limits how many functions run at a time; negative means no limit. It panics while some run.
func (g *Group) SetLimit(n int) {
	if n < 0 {
		g.sem = nil
		return
	}
	if active := len(g.sem); active != 0 {
		panic(fmt.Errorf("errgroup: modify limit while %v goroutines in the group are still active", active))
	}
	g.sem = make(chan struct{}, n)
}
