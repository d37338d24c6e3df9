package runtime

import (
	"internal/rt"
	"unsafe"
)

// A Pinner keeps objects where they are, which they always do here.
type Pinner struct{ pinned []any }

// Pin keeps the object that pointer points to reachable until Unpin.
func (p *Pinner) Pin(pointer any) { p.pinned = append(p.pinned, pointer) }

// Unpin lets go of all objects.
func (p *Pinner) Unpin() { p.pinned = nil }

// A Cleanup is a call of AddCleanup that can be taken back.
type Cleanup struct{ call *cleanupCall }

// A cleanupCall is what is to be called; nothing once it is taken back.
type cleanupCall struct{ f func() }

// cleanups are the calls to come, by the address of the object. (A number does not keep the object reachable.)
var cleanups map[uintptr][]*cleanupCall

// AddCleanup has a goroutine call cleanup(arg) some time after *ptr has become unreachable. An object can have several cleanups, but here not a finalizer
// besides, and ptr must be the address of a whole object. Cleanups still due when the program ends are not run. It panics if arg is
// ptr, which could then never become unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	at := uintptr(unsafe.Pointer(ptr))
	call := &cleanupCall{func() { cleanup(arg) }}
	if len(cleanups[at]) == 0 && rt.SetFinalizer(ptr, func(*T) { runCleanups(at) }) != "" {
		return Cleanup{}
	}
	if cleanups == nil {
		cleanups = make(map[uintptr][]*cleanupCall)
	}
	cleanups[at] = append(cleanups[at], call)
	return Cleanup{call}
}

func runCleanups(at uintptr) {
	calls := cleanups[at]
	delete(cleanups, at)
	for _, call := range calls {
		if call.f != nil {
			call.f()
		}
	}
}

// Stop takes the call back.
func (c Cleanup) Stop() {
	if c.call != nil {
		c.call.f = nil
	}
}

// SetDefaultGOMAXPROCS sets GOMAXPROCS to what it was at the beginning, which it still is.
func SetDefaultGOMAXPROCS() {}

// SetCgoTraceback does nothing: there is no C.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}
