package sync

import (
	"internal/rt"
	"unsafe"
)

// A WaitGroup counts things that are not finished yet, mostly goroutines, and lets others wait until there are none. Its zero value counts
// nothing.
type WaitGroup struct {
	counter int32
	waiting int32 // goroutines in Wait; 0 if counter is 0
	sema    uint32
}

// Add adds delta, which may be negative, to the counter. At zero everybody in Wait goes on; below zero Add panics. Additions that start from
// zero have to happen before Wait: normally Add stands right before the go statement.
func (wg *WaitGroup) Add(delta int) {
	wg.counter += int32(delta)
	rt.TraceWaitGroup(unsafe.Pointer(wg), int32(delta), wg.counter)
	if wg.counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.waiting == 0 {
		return
	}
	if delta > 0 && wg.counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if wg.counter == 0 {
		n := wg.waiting
		wg.waiting = 0
		rt.Semrelease(unsafe.Pointer(&wg.sema), n)
	}
}

// Done lowers the counter by one.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Go calls f in a new goroutine, which it counts until f returns. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				// Without Done: nobody must run on as if f had finished.
				panic(r)
			}
			wg.Done()
		}()
		f()
	}()
}

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait() {
	if wg.counter > 0 {
		wg.waiting++
		rt.Semacquire(unsafe.Pointer(&wg.sema), unsafe.Pointer(wg), rt.KindWaitGroup, rt.ReasonWaitGroupWait, false)
		if wg.counter != 0 || wg.waiting != 0 {
			panic("sync: WaitGroup is reused before previous Wait has returned")
		}
	}
	rt.TraceWaited(unsafe.Pointer(wg))
}
