package context

import (
	"internal/rt"
	"internal/rtype"
	"time"
	"unsafe"
)

// cancelKey is the key for which a cancelCtx returns itself: that is how a new context finds the nearest one above it.
var cancelKey int

// A canceler is a context that can be cancelled by the one it was made from. origin is where the cancellation began.
type canceler interface {
	Context
	cancel(detach bool, err, cause error, origin unsafe.Pointer)
}

// cancelCtx is a context that can be cancelled. It is first in the structs that embed it, so that their addresses are the same.
type cancelCtx struct {
	Context // parent

	done     chan struct{} // made by the first call of Done
	err      error         // not nil once cancelled
	cause    error         // likewise
	children []canceler    // in the order they were made, which is the order of their cancellation
	above    *cancelCtx    // which has this one among its children, or nil
	stop     func() bool   // undoes the AfterFunc method of a parent that is a type of the program
}

// closed is the channel of contexts that were cancelled before anybody asked for it.
var closed = closedChannel()

func closedChannel() chan struct{} {
	c := make(chan struct{})
	close(c)
	return c
}

func (c *cancelCtx) Value(key any) any {
	if key == any(&cancelKey) {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	if c.done == nil {
		c.done = make(chan struct{})
		rt.TraceContextDone(unsafe.Pointer(c), c.done)
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	if c.err != nil {
		rt.TraceAcquire(unsafe.Pointer(c))
	}
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

// cancel cancels c and everything made from it. detach takes it from its parent's children.
func (c *cancelCtx) cancel(detach bool, err, cause error, origin unsafe.Pointer) {
	if c.err != nil {
		return
	}
	other := cause
	if cause == nil {
		cause = err
	}
	c.err, c.cause = err, cause
	rt.TraceRelease(unsafe.Pointer(c))
	rt.TraceCancel(unsafe.Pointer(c), origin, err, other)
	if c.done == nil {
		c.done = closed
	} else {
		close(c.done)
	}
	children := c.children
	c.children = nil
	for _, child := range children {
		child.cancel(false, err, cause, origin)
	}
	if detach {
		c.detach()
	}
}

// detach takes c from where propagate put it.
func (c *cancelCtx) detach() {
	if c.stop != nil {
		c.stop()
		return
	}
	if c.above == nil {
		return
	}
	children := c.above.children
	for i, child := range children {
		if rtype.WordOf(child) == unsafe.Pointer(c) {
			copy(children[i:], children[i+1:])
			children[len(children)-1] = nil
			c.above.children = children[:len(children)-1]
			return
		}
	}
}

// propagate arranges for child, whose first field is c, to be cancelled when c's parent is.
func (c *cancelCtx) propagate(child canceler) {
	parent := c.Context
	done := parent.Done()
	if done == nil {
		return
	}
	if isClosed(done) {
		child.cancel(false, parent.Err(), Cause(parent), rtype.WordOf(parent))
		return
	}
	if above, ok := parent.Value(&cancelKey).(*cancelCtx); ok && above.done == done {
		c.above = above
		above.children = append(above.children, child)
		return
	}
	if p, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		c.stop = p.AfterFunc(func() {
			child.cancel(false, parent.Err(), Cause(parent), unsafe.Pointer(c))
		})
		return
	}
	go follow(parent, child)
}

// follow cancels child when a parent that is a type of the program is done.
func follow(parent Context, child canceler) {
	select {
	case <-parent.Done():
		child.cancel(false, parent.Err(), Cause(parent), rtype.WordOf(child))
	case <-child.Done():
	}
}

func isClosed(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

func newCancelCtx(parent Context) *cancelCtx {
	mustHaveParent(parent)
	c := &cancelCtx{Context: parent}
	rt.TraceContext(unsafe.Pointer(c), rtype.WordOf(parent), rt.ContextCancel, nil)
	c.propagate(c)
	return c
}

// WithCancel returns a context that is cancelled when cancel is called or parent is. Call cancel when the work is over: it frees what the
// context needs.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancelCtx(parent)
	return c, func() { c.cancel(true, Canceled, nil, unsafe.Pointer(c)) }
}

// WithCancelCause is like WithCancel, but cancel says why.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancelCtx(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause, unsafe.Pointer(c)) }
}

// timerCtx is a cancelCtx with a deadline.
type timerCtx struct {
	cancelCtx
	timer    *rt.Timer // nil if the deadline had passed from the start
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.Context) + ".WithDeadline(" + c.deadline.String() + " [" + time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(detach bool, err, cause error, origin unsafe.Pointer) {
	c.cancelCtx.cancel(detach, err, cause, origin)
	if c.timer != nil {
		rt.TimerStop(c.timer)
		c.timer = nil
	}
}

// WithDeadline returns a context that is cancelled at d, when cancel is called or when parent is cancelled. If parent's deadline is
// before d it is like WithCancel.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return withDeadline(parent, d, nil, rt.ContextDeadline)
}

// WithDeadlineCause is like WithDeadline; Cause returns cause after the deadline.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	return withDeadline(parent, d, cause, rt.ContextDeadline)
}

// WithTimeout is WithDeadline with a deadline timeout from now.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return withDeadline(parent, time.Now().Add(timeout), nil, rt.ContextTimeout)
}

// WithTimeoutCause is like WithTimeout; Cause returns cause after the deadline.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return withDeadline(parent, time.Now().Add(timeout), cause, rt.ContextTimeout)
}

func withDeadline(parent Context, d time.Time, cause error, kind int32) (Context, CancelFunc) {
	mustHaveParent(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.Context = parent
	left := int64(time.Until(d))
	if left > 0 {
		c.timer = &rt.Timer{When: rt.Nanotime() + left, Kind: rt.TimerContext}
	}
	rt.TraceContext(unsafe.Pointer(c), rtype.WordOf(parent), kind, c.timer)
	c.propagate(c)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause, unsafe.Pointer(c))
	} else if c.err == nil {
		c.arm(cause)
	}
	return c, func() { c.cancel(true, Canceled, nil, unsafe.Pointer(c)) }
}

// arm starts c's timer.
func (c *timerCtx) arm(cause error) {
	if c.timer.When < 0 {
		c.timer.When = 1<<63 - 1
	}
	if c.stop != nil {
		// Cancelling calls a function of the program.
		c.timer.Kind = rt.TimerFunc
	}
	c.timer.F = func() { c.cancel(true, DeadlineExceeded, cause, unsafe.Pointer(c)) }
	rt.TimerStart(c.timer)
}

// AfterFunc calls f in a goroutine of its own once ctx is cancelled; at once if it is already. stop keeps f from being called and reports
// whether it did: false means that f was started or stopped before. It does not wait for f.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	c := &afterFuncCtx{f: f}
	c.Context = ctx
	rt.TraceContext(unsafe.Pointer(c), rtype.WordOf(ctx), rt.ContextAfterFunc, nil)
	c.propagate(c)
	return func() bool {
		stopped := c.f != nil
		c.f = nil
		if stopped {
			c.cancel(true, Canceled, nil, unsafe.Pointer(c))
		}
		return stopped
	}
}

// afterFuncCtx calls f, unless it is nil, when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	f func()
}

func (c *afterFuncCtx) cancel(detach bool, err, cause error, origin unsafe.Pointer) {
	c.cancelCtx.cancel(detach, err, cause, origin)
	if f := c.f; f != nil {
		c.f = nil
		go f()
	}
}
