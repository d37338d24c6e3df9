package time

import (
	"internal/rt"
	"unsafe"
)

// Sleep lets the calling goroutine wait for d; it returns at once if d is not positive. Time is virtual: it passes when nobody can run.
func Sleep(d Duration) { rt.Sleep(int64(d)) }

// A Timer stands for one event in the future: the time is sent on C, or the function given to AfterFunc is called.
type Timer struct {
	// C receives the time when the timer fires; nil in timers of AfterFunc.
	C <-chan Time

	timer *rt.Timer
}

// A Ticker sends the time on C again and again.
type Ticker struct {
	// C receives the time of each tick that is not missed.
	C <-chan Time

	timer *rt.Timer
}

// newTimer returns a timer of the machine that is not started.
func newTimer(kind int32, c chan Time, f func()) *rt.Timer {
	return &rt.Timer{Kind: kind, C: *(*unsafe.Pointer)(unsafe.Pointer(&c)), F: f, Epoch: clockEpoch(), Loc: unsafe.Pointer(Local)}
}

// start makes t due after d, and then every period.
func start(t *rt.Timer, d, period Duration) {
	if d < 0 {
		d = 0
	}
	t.When = rt.Nanotime() + int64(d)
	if t.When < 0 {
		t.When = int64(maxDuration)
	}
	t.Period = int64(period)
	rt.TimerStart(t)
}

// NewTimer returns a Timer that sends the time on its channel once, after at least d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{c, newTimer(rt.TimerChan, c, nil)}
	start(t.timer, d, 0)
	return t
}

// AfterFunc calls f in a goroutine of its own after at least d. Stop on the Timer it returns cancels that.
func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{nil, newTimer(rt.TimerFunc, nil, f)}
	start(t.timer, d, 0)
	return t
}

// Stop keeps t from firing. It reports whether it did: false means that t had fired or been stopped. Nothing is received from t.C after Stop.
// It does not wait for the function of AfterFunc.
func (t *Timer) Stop() bool {
	if t.timer == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return rt.TimerStop(t.timer)
}

// Reset lets t fire after d, whatever it was going to do. It reports whether t was going to fire. No time from before is received from t.C
// after Reset.
func (t *Timer) Reset(d Duration) bool {
	if t.timer == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	active := rt.TimerStop(t.timer)
	start(t.timer, d, 0)
	return active
}

// After returns a channel that receives the time once, after at least d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// NewTicker returns a Ticker that sends the time every d. Ticks are missed if the receiver is slow. It panics if d <= 0.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{c, newTimer(rt.TimerTicker, c, nil)}
	start(t.timer, d, d)
	return t
}

// Stop ends the ticks. It does not close the channel.
func (t *Ticker) Stop() {
	if t.timer != nil {
		rt.TimerStop(t.timer)
	}
}

// Reset lets the next tick come after d, and further ones every d. It panics if d <= 0.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.timer == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	rt.TimerStop(t.timer)
	start(t.timer, d, d)
}

// Tick returns the channel of a new Ticker, nil if d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
