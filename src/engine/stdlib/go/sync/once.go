package sync

import (
	"internal/rt"
	"unsafe"
)

// A Once does something exactly once.
type Once struct {
	done bool
	m    Mutex
}

// Do calls f if it is the first call of Do for this Once; a call with another f makes no difference. Whoever calls Do meanwhile waits until f
// has returned; if f itself does, that is a deadlock. If f panics, Do considers it returned.
func (o *Once) Do(f func()) {
	if o.done {
		rt.TraceOnce(unsafe.Pointer(o), rt.OncePast)
		return
	}
	o.doSlow(f)
}

func (o *Once) doSlow(f func()) {
	o.m.lock(unsafe.Pointer(o), rt.KindOnce, rt.ReasonMutexLock)
	defer o.m.unlock()
	if o.done {
		rt.TraceOnce(unsafe.Pointer(o), rt.OncePast)
		return
	}
	rt.TraceOnce(unsafe.Pointer(o), rt.OnceBegin)
	defer o.finish()
	f()
}

func (o *Once) finish() {
	o.done = true
	rt.TraceOnce(unsafe.Pointer(o), rt.OnceDone)
}
