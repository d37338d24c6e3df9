package sync

import (
	"internal/rt"
	"unsafe"
)

// A Cond is where goroutines wait for something to become true or be announced. The something is guarded by L, which must be held when it is
// changed and when Wait is called.
type Cond struct {
	// L is held while the condition is looked at or changed.
	L Locker

	waiting int32  // goroutines in Wait that no Signal or Broadcast was for
	sema    uint32 // permits are calls meant for goroutines that are between L.Unlock and waiting
	self    *Cond  // set at first use, to notice copies
}

// NewCond returns a Cond with the given lock.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait unlocks c.L, waits for a Signal or Broadcast and locks c.L again. As others may run in between, the condition is to be looked at
// again, so Wait stands in a loop:
//
//	c.L.Lock()
//	for !condition() {
//		c.Wait()
//	}
//	... make use of condition ...
//	c.L.Unlock()
func (c *Cond) Wait() {
	c.check()
	c.waiting++
	c.L.Unlock()
	rt.Semacquire(unsafe.Pointer(&c.sema), unsafe.Pointer(c), rt.KindCond, rt.ReasonCondWait, false)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if there is one. The caller may hold c.L or not.
func (c *Cond) Signal() {
	c.check()
	if c.waiting > 0 {
		c.wake(1, false)
		return
	}
	rt.TraceCond(unsafe.Pointer(c), 0, false)
}

// Broadcast wakes all goroutines that wait. The caller may hold c.L or not.
func (c *Cond) Broadcast() {
	c.check()
	c.wake(c.waiting, true)
}

func (c *Cond) wake(n int32, broadcast bool) {
	c.waiting -= n
	rt.TraceCond(unsafe.Pointer(c), n, broadcast)
	if n > 0 {
		rt.Semrelease(unsafe.Pointer(&c.sema), n)
	}
}

func (c *Cond) check() {
	if c.self == nil {
		c.self = c
	} else if c.self != c {
		panic("sync.Cond is copied")
	}
}
