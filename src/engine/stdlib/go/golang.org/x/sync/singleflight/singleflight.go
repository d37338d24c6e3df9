// Package singleflight lets callers that want the same thing at the same time share one call.
package singleflight

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

// errGoexit says that the function ended its goroutine.
var errGoexit = errors.New("runtime.Goexit was called")

// A panicError is the panic of the function, for all that wait for it.
type panicError struct{ value any }

func (p *panicError) Error() string { return fmt.Sprintf("%v", p.value) }

func (p *panicError) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

// A call is a call going on or over.
type call struct {
	wg    sync.WaitGroup
	val   any
	err   error
	dups  int
	chans []chan<- Result
}

// A Group is a space of keys in which equal ones share a call. Its zero value is ready.
type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

// A Result is what Do returns, for DoChan.
type Result struct {
	Val    any
	Err    error
	Shared bool
}

// Do calls fn unless a call for key is going on; then it waits for that one. shared tells whether v was given to several callers.
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	g.mu.Lock()
	if c := g.m[key]; c != nil {
		c.dups++
		g.mu.Unlock()
		c.wg.Wait()
		if p, ok := c.err.(*panicError); ok {
			panic(p)
		}
		if c.err == errGoexit {
			runtime.Goexit()
		}
		return c.val, c.err, true
	}
	c := g.begin(key)
	g.mu.Unlock()
	g.run(c, key, fn)
	return c.val, c.err, c.dups > 0
}

// DoChan is like Do, but returns a channel that will get the result. It is not closed.
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	ch := make(chan Result, 1)
	g.mu.Lock()
	if c := g.m[key]; c != nil {
		c.dups++
		c.chans = append(c.chans, ch)
		g.mu.Unlock()
		return ch
	}
	c := g.begin(key)
	c.chans = append(c.chans, ch)
	g.mu.Unlock()
	go g.run(c, key, fn)
	return ch
}

// begin enters a new call; g.mu is held.
func (g *Group) begin(key string) *call {
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	return c
}

// run calls fn and tells those that wait.
func (g *Group) run(c *call, key string, fn func() (any, error)) {
	returned := false
	defer func() {
		if !returned {
			c.err = errGoexit
			if r := recover(); r != nil {
				c.err = &panicError{r}
			}
		}
		g.finish(c, key)
	}()
	c.val, c.err = fn()
	returned = true
}

func (g *Group) finish(c *call, key string) {
	g.mu.Lock()
	c.wg.Done()
	if g.m[key] == c {
		delete(g.m, key)
	}
	g.mu.Unlock()
	if p, ok := c.err.(*panicError); ok {
		if len(c.chans) > 0 {
			go panic(p) // nobody can recover it: those that wait for a channel would wait for ever
			select {}
		}
		panic(p)
	}
	if c.err == errGoexit {
		return
	}
	for _, ch := range c.chans {
		ch <- Result{c.val, c.err, c.dups > 0}
	}
}

// Forget lets the next Do for key call its function even if a call is going on.
func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
}
