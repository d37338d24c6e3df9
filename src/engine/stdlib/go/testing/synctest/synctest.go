// Package synctest tests code that runs in several goroutines and waits for time to pass.
//
// A test runs in a bubble, in which time begins at midnight UTC on 1 January 2000 and passes only when all goroutines wait. That is how time always
// passes here; so the bubble is the whole program: goroutines started outside count as well, and what they wait for. Waiting for a
// mutex or for input is no different from other waiting.
package synctest

import (
	"internal/bubble"
	"internal/rt"
	"testing"
)

// Where the clock is 0 outside of bubbles, and where time begins inside: seconds after the first instant of year 1.
const (
	outside = 63393490800
	inside  = 63082281600
)

// inBubble is set while a test runs in a bubble.
var inBubble bool

// Test runs f in a bubble and waits until all goroutines started in it have ended. t's cleanups run, and its context is cancelled, in the bubble. t.Run,
// t.Parallel and t.Deadline must not be called.
//
// It panics if the goroutines left wait for each other for ever.
func Test(t *testing.T, f func(*testing.T)) {
	if inBubble {
		panic("synctest.Run called from within a synctest bubble")
	}
	inBubble = true
	alignClock()
	bubble.Shift = inside - outside - rt.Nanotime()/second
	defer func() {
		inBubble = false
		bubble.Shift = 0
	}()
	before := rt.NumGoroutine()
	defer waitForOthers(before)
	bubble.Run(t, f)
}

const second = 1e9

// alignClock waits for a whole second: times are told from the clock by adding seconds.
func alignClock() {
	if rest := rt.Nanotime() % second; rest != 0 {
		rt.Sleep(second - rest)
	}
}

// waitForOthers waits until there are only so many goroutines.
func waitForOthers(count int32) {
	for rt.NumGoroutine() > count {
		rt.Idle()
		if rt.NumGoroutine() <= count {
			return
		}
		next := rt.NextTimer()
		if next < 0 {
			panic("deadlock: main bubble goroutine has exited but blocked goroutines remain")
		}
		rt.Sleep(next)
	}
}

// Wait waits until all goroutines but the calling one wait for something that only happens when time passes, or when the calling one does it.
func Wait() {
	if !inBubble {
		panic("goroutine is not in a bubble")
	}
	rt.Idle()
}
