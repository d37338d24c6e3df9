package atomic

import (
	"internal/rt"
	"unsafe"
)

// A Bool is a bool that is only used atomically. Its zero value is false.
type Bool struct{ v bool }

func number(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// Load returns the value.
func (x *Bool) Load() bool {
	rt.TraceAtomic(unsafe.Pointer(x), rt.AtomicLoad, rt.AtomicBool, number(x.v), 0, 0, number(x.v), true)
	return x.v
}

// Store sets the value.
func (x *Bool) Store(val bool) {
	old := x.v
	x.v = val
	rt.TraceAtomic(unsafe.Pointer(x), rt.AtomicStore, rt.AtomicBool, number(old), 0, number(val), number(val), true)
}

// Swap sets the value to new and returns the one it had.
func (x *Bool) Swap(new bool) (old bool) {
	old = x.v
	x.v = new
	rt.TraceAtomic(unsafe.Pointer(x), rt.AtomicSwap, rt.AtomicBool, number(old), 0, number(new), number(new), true)
	return old
}

// CompareAndSwap sets the value to new if it is old and reports whether it did.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	before := x.v
	swapped = before == old
	if swapped {
		x.v = new
	}
	rt.TraceAtomic(unsafe.Pointer(x), rt.AtomicCAS, rt.AtomicBool, number(before), number(old), number(new), number(x.v), swapped)
	return swapped
}
