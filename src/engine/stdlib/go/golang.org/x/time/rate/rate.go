// Package rate limits how often something happens, by a bucket of tokens that fills up at a steady rate.
package rate

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"
)

// A Limit is a rate: events per second.
type Limit float64

// Inf is no limit.
const Inf = Limit(math.MaxFloat64)

// InfDuration is how long a reservation waits that is not possible.
const InfDuration = time.Duration(math.MaxInt64)

// Every returns the Limit of one event per interval.
func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

// seconds returns how long tokens take to come.
func (limit Limit) seconds(tokens float64) time.Duration {
	if limit <= 0 {
		return InfDuration
	}
	d := tokens / float64(limit) * float64(time.Second)
	if d > float64(math.MaxInt64) {
		return InfDuration
	}
	return time.Duration(d)
}

// tokens returns how many tokens come in d.
func (limit Limit) tokens(d time.Duration) float64 {
	if limit <= 0 {
		return 0
	}
	return d.Seconds() * float64(limit)
}

// A Limiter allows events at a rate, and bursts of a number of them. Its zero value allows none.
type Limiter struct {
	mu        sync.Mutex
	limit     Limit
	burst     int
	tokens    float64
	last      time.Time // when tokens was right
	lastEvent time.Time // of the last event, which may be to come
}

// NewLimiter returns a Limiter for events at rate r with bursts of up to b of them.
func NewLimiter(r Limit, b int) *Limiter { return &Limiter{limit: r, burst: b, tokens: float64(b)} }

// Limit returns the rate.
func (lim *Limiter) Limit() Limit {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.limit
}

// Burst returns the size of a burst.
func (lim *Limiter) Burst() int {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.burst
}

// Tokens returns the number of tokens there are now.
func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

// TokensAt returns the number of tokens there are at t.
func (lim *Limiter) TokensAt(t time.Time) float64 {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.advance(t)
}

// Allow reports whether an event may happen now.
func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

// AllowN reports whether n events may happen at t.
func (lim *Limiter) AllowN(t time.Time, n int) bool { return lim.reserve(t, n, 0).ok }

// A Reservation tells when events may happen.
type Reservation struct {
	ok        bool
	lim       *Limiter
	tokens    int
	timeToAct time.Time
	limit     Limit
}

// OK reports whether the events can happen at all: not if they are more than a burst.
func (r *Reservation) OK() bool { return r.ok }

// Delay returns how long to wait from now.
func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

// DelayFrom returns how long to wait from t.
func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	if d := r.timeToAct.Sub(t); d > 0 {
		return d
	}
	return 0
}

// Cancel says now that the events will not happen: as far as possible, others get their tokens.
func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

// CancelAt says at t that the events will not happen.
func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	lim := r.lim
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf || r.tokens == 0 || r.timeToAct.Before(t) {
		return
	}
	// What was reserved after r counts on r's tokens being gone.
	restore := float64(r.tokens) - r.limit.tokens(lim.lastEvent.Sub(r.timeToAct))
	if restore <= 0 {
		return
	}
	tokens := lim.advance(t) + restore
	if burst := float64(lim.burst); tokens > burst {
		tokens = burst
	}
	lim.last, lim.tokens = t, tokens
	if r.timeToAct.Equal(lim.lastEvent) {
		if before := r.timeToAct.Add(r.limit.seconds(float64(-r.tokens))); !before.Before(t) {
			lim.lastEvent = before
		}
	}
}

// Reserve reserves one event from now on.
func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

// ReserveN reserves n events from t on.
func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	r := lim.reserve(t, n, InfDuration)
	return &r
}

// Wait waits until an event may happen.
func (lim *Limiter) Wait(ctx context.Context) error { return lim.WaitN(ctx, 1) }

// WaitN waits until n events may happen. It returns an error if they are more than a burst, if ctx is done, or if its deadline would come
// first.
func (lim *Limiter) WaitN(ctx context.Context, n int) error {
	burst, limit := lim.Burst(), lim.Limit()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	now := time.Now()
	most := InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		most = deadline.Sub(now)
	}
	r := lim.reserve(now, n, most)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(now)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

// SetLimit sets the rate from now on.
func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

// SetLimitAt sets the rate from t on.
func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.advance(t)
	lim.last = t
	lim.limit = newLimit
}

// SetBurst sets the size of a burst from now on.
func (lim *Limiter) SetBurst(newBurst int) { lim.SetBurstAt(time.Now(), newBurst) }

// SetBurstAt sets the size of a burst from t on.
func (lim *Limiter) SetBurstAt(t time.Time, newBurst int) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.advance(t)
	lim.last = t
	lim.burst = newBurst
}

// reserve takes n tokens if the wait for them is at most that long.
func (lim *Limiter) reserve(t time.Time, n int, most time.Duration) Reservation {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf {
		return Reservation{ok: true, lim: lim, tokens: n, timeToAct: t}
	}
	tokens := lim.advance(t) - float64(n)
	wait := time.Duration(0)
	if tokens < 0 {
		wait = lim.limit.seconds(-tokens)
	}
	r := Reservation{ok: n <= lim.burst && wait <= most, lim: lim, limit: lim.limit}
	if r.ok {
		r.tokens = n
		r.timeToAct = t.Add(wait)
		lim.last = t
		lim.tokens = tokens
		lim.lastEvent = r.timeToAct
	}
	return r
}

// advance returns the number of tokens at t.
func (lim *Limiter) advance(t time.Time) float64 {
	last := lim.last
	if t.Before(last) {
		last = t
	}
	tokens := lim.tokens + lim.limit.tokens(t.Sub(last))
	if burst := float64(lim.burst); tokens > burst {
		tokens = burst
	}
	return tokens
}
