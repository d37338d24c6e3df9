package atomic

import (
	"internal/rt"
	"unsafe"
)

func word(p unsafe.Pointer) int64 { return int64(uintptr(p)) }

// LoadPointer returns *addr.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) {
	val = *addr
	rt.TraceAtomic(unsafe.Pointer(addr), rt.AtomicLoad, rt.AtomicPointer, word(val), 0, 0, word(val), true)
	return val
}

// StorePointer sets *addr to val.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) {
	old := *addr
	*addr = val
	rt.TraceAtomic(unsafe.Pointer(addr), rt.AtomicStore, rt.AtomicPointer, word(old), 0, word(val), word(val), true)
}

// SwapPointer sets *addr to new and returns the value it had.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	old = *addr
	*addr = new
	rt.TraceAtomic(unsafe.Pointer(addr), rt.AtomicSwap, rt.AtomicPointer, word(old), 0, word(new), word(new), true)
	return old
}

// CompareAndSwapPointer sets *addr to new if it is old and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	before := *addr
	swapped = before == old
	if swapped {
		*addr = new
	}
	rt.TraceAtomic(unsafe.Pointer(addr), rt.AtomicCAS, rt.AtomicPointer, word(before), word(old), word(new), word(*addr), swapped)
	return swapped
}
