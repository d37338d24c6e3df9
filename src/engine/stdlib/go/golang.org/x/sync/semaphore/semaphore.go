// Package semaphore has a semaphore whose permits come in weights.
package semaphore

import (
	"context"
	"internal/rt"
	"unsafe"
)

// A Weighted hands out weight up to a total.
type Weighted struct {
	size    int64
	cur     int64     // handed out
	waiters []*waiter // in order; the first one does not fit
}

type waiter struct {
	n     int64
	ready chan struct{} // closed when it has its weight
}

// NewWeighted returns a semaphore with weight n to hand out.
func NewWeighted(n int64) *Weighted { return &Weighted{size: n} }

// Acquire takes weight n. It waits until that is there or ctx is done; in that case it returns ctx.Err() and takes nothing. Those that
// wait are served in order.
func (s *Weighted) Acquire(ctx context.Context, n int64) error {
	rt.TraceObject(unsafe.Pointer(s), rt.KindSemaphore)
	done := ctx.Done()
	select {
	case <-done:
		return ctx.Err()
	default:
	}
	if s.fits(n) {
		s.take(n)
		return nil
	}
	if n > s.size {
		// It never fits; do not keep others from their weight.
		<-done
		return ctx.Err()
	}
	w := &waiter{n, make(chan struct{})}
	s.waiters = append(s.waiters, w)
	select {
	case <-w.ready:
		rt.TraceAcquire(unsafe.Pointer(s))
		return nil
	case <-done:
	}
	s.withdraw(w)
	return ctx.Err()
}

// withdraw takes w back: from the queue, or its weight if it was given it at the same time.
func (s *Weighted) withdraw(w *waiter) {
	for i, x := range s.waiters {
		if x == w {
			s.waiters = append(s.waiters[:i], s.waiters[i+1:]...)
			if i == 0 {
				s.serve()
			}
			return
		}
	}
	s.cur -= w.n
	s.serve()
}

func (s *Weighted) fits(n int64) bool { return s.size-s.cur >= n && len(s.waiters) == 0 }

func (s *Weighted) take(n int64) {
	s.cur += n
	rt.TraceAcquire(unsafe.Pointer(s))
}

// TryAcquire takes weight n if it is there and reports whether it did.
func (s *Weighted) TryAcquire(n int64) bool {
	rt.TraceObject(unsafe.Pointer(s), rt.KindSemaphore)
	if !s.fits(n) {
		return false
	}
	s.take(n)
	return true
}

// Release gives weight n back.
func (s *Weighted) Release(n int64) {
	rt.TraceRelease(unsafe.Pointer(s))
	s.cur -= n
	if s.cur < 0 {
		panic("semaphore: released more than held")
	}
	s.serve()
}

// serve gives the first waiters their weight, as far as it goes. A small one behind a large one waits, lest the large one starve.
func (s *Weighted) serve() {
	for len(s.waiters) > 0 && s.size-s.cur >= s.waiters[0].n {
		w := s.waiters[0]
		s.waiters = s.waiters[1:]
		s.cur += w.n
		close(w.ready)
	}
}
