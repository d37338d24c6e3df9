package atomic

import "unsafe"

// A Pointer is a *T that is only used atomically. Its zero value is nil.
type Pointer[T any] struct {
	_ [0]*T // keeps Pointers of different types from being converted into each other
	p unsafe.Pointer
}

// Load returns the value.
func (x *Pointer[T]) Load() *T { return (*T)(LoadPointer(&x.p)) }

// Store sets the value.
func (x *Pointer[T]) Store(val *T) { StorePointer(&x.p, unsafe.Pointer(val)) }

// Swap sets the value to new and returns the one it had.
func (x *Pointer[T]) Swap(new *T) (old *T) { return (*T)(SwapPointer(&x.p, unsafe.Pointer(new))) }

// CompareAndSwap sets the value to new if it is old and reports whether it did.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return CompareAndSwapPointer(&x.p, unsafe.Pointer(old), unsafe.Pointer(new))
}
