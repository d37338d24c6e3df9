package runtime

import "unsafe"

// A Pinner keeps objects where they are, which they always do here.
type Pinner struct{ pinned []any }

// Pin keeps the object that pointer points to reachable until Unpin.
func (p *Pinner) Pin(pointer any) { p.pinned = append(p.pinned, pointer) }

// Unpin lets go of all objects.
func (p *Pinner) Unpin() { p.pinned = nil }

// A Cleanup is a call of AddCleanup that can be taken back.
type Cleanup struct{}

// AddCleanup accepts a function to be called with arg some time after ptr cannot be reached. It is never called: Go promises no more. It panics if arg is
// ptr, which could then never become unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if p, ok := any(arg).(*T); ok && p == ptr {
		panic(plainError("runtime.AddCleanup: ptr is equal to arg, cleanup will never run"))
	}
	return Cleanup{}
}

// Stop takes the call back.
func (c Cleanup) Stop() {}

// SetDefaultGOMAXPROCS sets GOMAXPROCS to what it was at the beginning, which it still is.
func SetDefaultGOMAXPROCS() {}

// SetCgoTraceback does nothing: there is no C.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}
