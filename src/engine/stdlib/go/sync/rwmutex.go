package sync

import (
	"internal/rt"
	"unsafe"
)

// An RWMutex is a lock that any number of readers or one writer can hold. Its zero value is unlocked.
//
// Once a writer waits, new readers wait behind it; so a goroutine must not ask for a read lock it already has.
type RWMutex struct {
	writers Mutex  // held by the writer that holds the lock or waits for readers to leave
	readSem uint32 // queue of readers
	drained uint32 // queue of the one writer that waits for readers to leave
	readers int32  // holding the lock
	waiting int32  // readers in readSem's queue; 0 unless writing
	writing bool   // a writer holds the lock or waits for readers to leave
}

// Lock locks rw for writing. It waits until all readers and writers before it have unlocked.
func (rw *RWMutex) Lock() {
	rw.writers.lock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ReasonRWMutexLock)
	rw.writing = true
	if rw.readers > 0 {
		rt.Semacquire(unsafe.Pointer(&rw.drained), unsafe.Pointer(rw), rt.KindRWMutex, rt.ReasonRWMutexLock, false)
	}
	rt.TraceLock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeLock)
}

// TryLock locks rw for writing if nobody holds it and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if rw.writing || rw.readers > 0 || rw.writers.state&mutexLocked != 0 {
		rt.TraceTryFailed(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeTryLock)
		return false
	}
	rw.writers.state |= mutexLocked
	rw.writing = true
	rt.TraceLock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeTryLock)
	return true
}

// Unlock ends writing. The readers that waited get the lock before the next writer. Unlocking an RWMutex that is not locked for writing ends
// the program.
func (rw *RWMutex) Unlock() {
	if !rw.writing || rw.readers > 0 {
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	rt.TraceUnlock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeLock)
	rw.writing = false
	if n := rw.waiting; n > 0 {
		rw.readers, rw.waiting = n, 0
		rt.Semrelease(unsafe.Pointer(&rw.readSem), n)
	}
	rw.writers.unlock()
}

// RLock locks rw for reading. It waits while a writer holds the lock or waits for it.
func (rw *RWMutex) RLock() {
	if rw.writing {
		rw.waiting++
		rt.Semacquire(unsafe.Pointer(&rw.readSem), unsafe.Pointer(rw), rt.KindRWMutex, rt.ReasonRWMutexRLock, false)
	} else {
		rw.readers++
	}
	rt.TraceLock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeRLock)
}

// TryRLock locks rw for reading if no writer holds it or waits for it, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	if rw.writing {
		rt.TraceTryFailed(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeRLock)
		return false
	}
	rw.readers++
	rt.TraceLock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeRLock)
	return true
}

// RUnlock ends one reader's reading. If there is no reader, it ends the program.
func (rw *RWMutex) RUnlock() {
	if rw.readers == 0 {
		rt.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	rt.TraceUnlock(unsafe.Pointer(rw), rt.KindRWMutex, rt.ModeRLock)
	rw.readers--
	if rw.readers == 0 && rw.writing {
		rt.Semrelease(unsafe.Pointer(&rw.drained), 1)
	}
}

// RLocker returns a Locker whose Lock and Unlock are rw's RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
