package atomic

import (
	"internal/rt"
	"internal/rtype"
	"unsafe"
)

// A Value holds a value of any type, always the same one, and is used atomically. Its zero value holds nil.
type Value struct{ v any }

// check panics if new cannot follow old.
func check(old, new any, operation string) {
	if new == nil {
		panic("sync/atomic: " + operation + " of nil value into Value")
	}
	if old != nil && rtype.TypeOf(old) != rtype.TypeOf(new) {
		panic("sync/atomic: " + operation + " of inconsistently typed value into Value")
	}
}

func (v *Value) trace(op int32, ok bool) {
	rt.TraceAtomic(unsafe.Pointer(v), op, rt.AtomicAny, 0, 0, 0, 0, ok)
}

// Load returns the value stored last, nil if there was none.
func (v *Value) Load() (val any) {
	v.trace(rt.AtomicLoad, true)
	return v.v
}

// Store sets the value. It panics if val is nil or of another type than the value before.
func (v *Value) Store(val any) {
	check(v.v, val, "store")
	v.v = val
	v.trace(rt.AtomicStore, true)
}

// Swap sets the value to new and returns the one it had. It panics as Store does.
func (v *Value) Swap(new any) (old any) {
	check(v.v, new, "swap")
	old = v.v
	v.v = new
	v.trace(rt.AtomicSwap, true)
	return old
}

// CompareAndSwap sets the value to new if it is old and reports whether it did. It panics if new is nil, if the types differ, or if old
// cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && rtype.TypeOf(old) != rtype.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if v.v != nil && rtype.TypeOf(v.v) != rtype.TypeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	swapped = v.v == old
	if swapped {
		v.v = new
	}
	v.trace(rt.AtomicCAS, swapped)
	return swapped
}
