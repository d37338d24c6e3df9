package sync

import (
	"internal/rt"
	"unsafe"
)

// A Pool keeps values that are not needed now so that they need not be made anew. It may lose any of them at any time.
type Pool struct {
	free []any

	// New makes a value when Get finds none; without it Get returns nil.
	New func() any
}

// Get takes a value out of p, or makes one.
func (p *Pool) Get() any {
	if n := len(p.free); n > 0 {
		rt.TraceAcquire(unsafe.Pointer(p))
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		return x
	}
	if p.New == nil {
		return nil
	}
	return p.New()
}

// Put adds x to p, unless it is nil.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	rt.TraceRelease(unsafe.Pointer(p))
	p.free = append(p.free, x)
}
