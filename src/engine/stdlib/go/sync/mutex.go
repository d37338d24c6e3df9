// Package sync has locks and other ways for goroutines to wait for each other. Its types must not be copied once used.
package sync

import (
	"internal/rt"
	"unsafe"
)

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock. Its zero value is unlocked. It belongs to no goroutine: another one may unlock it.
//
// Like Go's, it is not strictly fair: Unlock wakes the goroutine that has waited longest, but one that asks for the lock before that
// goroutine runs gets it. A goroutine that has lost such a race is handed the lock by the next Unlock.
type Mutex struct {
	state int32
	sema  uint32
}

// Mutex.state: three bits and the number of goroutines in sema's queue. Invariants: mutexHandOff implies that somebody is queued or has
// just been handed the lock, and mutexLocked; at most one goroutine is between being woken and trying again (mutexWoken).
const (
	mutexLocked  = 1
	mutexWoken   = 2
	mutexHandOff = 4
	mutexWaiter  = 8
)

// Lock locks m. If it is locked, the calling goroutine waits until it is free.
func (m *Mutex) Lock() {
	if m.state == 0 {
		m.state = mutexLocked
	} else {
		m.lockSlow(unsafe.Pointer(m), rt.KindMutex, rt.ReasonMutexLock)
	}
	rt.TraceLock(unsafe.Pointer(m), rt.KindMutex, rt.ModeLock)
}

// TryLock locks m if it is free and reports whether it did.
func (m *Mutex) TryLock() bool {
	if m.state&mutexLocked != 0 {
		rt.TraceTryFailed(unsafe.Pointer(m), rt.KindMutex, rt.ModeTryLock)
		return false
	}
	m.state |= mutexLocked
	rt.TraceLock(unsafe.Pointer(m), rt.KindMutex, rt.ModeTryLock)
	return true
}

// Unlock unlocks m. Unlocking a mutex that is not locked ends the program.
func (m *Mutex) Unlock() {
	if m.state&mutexLocked == 0 {
		rt.Fatal("sync: unlock of unlocked mutex")
	}
	rt.TraceUnlock(unsafe.Pointer(m), rt.KindMutex, rt.ModeLock)
	m.unlock()
}

// lock and unlock are what Once and RWMutex use: no hooks, waiting on behalf of another object.
func (m *Mutex) lock(object unsafe.Pointer, kind, reason int32) {
	if m.state == 0 {
		m.state = mutexLocked
	} else {
		m.lockSlow(object, kind, reason)
	}
}

func (m *Mutex) unlock() {
	if m.state == mutexLocked {
		m.state = 0
		return
	}
	if m.state&mutexHandOff != 0 {
		// Stays locked: it is the heir's now.
		m.state -= mutexWaiter
		rt.Semrelease(unsafe.Pointer(&m.sema), 1)
		return
	}
	m.state &^= mutexLocked
	if m.state&mutexWoken == 0 && m.state >= mutexWaiter {
		m.state = (m.state - mutexWaiter) | mutexWoken
		rt.Semrelease(unsafe.Pointer(&m.sema), 1)
	}
}

func (m *Mutex) lockSlow(object unsafe.Pointer, kind, reason int32) {
	woken := false
	for {
		if m.state&mutexLocked == 0 {
			m.state |= mutexLocked
			if woken {
				m.state &^= mutexWoken
			}
			return
		}
		m.state += mutexWaiter
		if woken {
			m.state = m.state&^mutexWoken | mutexHandOff
		}
		rt.Semacquire(unsafe.Pointer(&m.sema), object, kind, reason, woken)
		if m.state&mutexHandOff != 0 {
			m.state &^= mutexHandOff
			return
		}
		woken = true
	}
}
