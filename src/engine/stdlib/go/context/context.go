// Package context carries cancellation, deadlines and values along the calls and goroutines that work on one request.
//
// Functions that may take long take a Context as their first argument and return when its Done channel is closed. A context made from another
// one is cancelled when that one is.
package context

import (
	"internal/rt"
	"internal/rtype"
	"time"
	"unsafe"
)

// A Context is asked by those who do the work. Its methods may be called by several goroutines at a time.
type Context interface {
	// Deadline returns when the work is to be given up; ok is false if there is no such time.
	Deadline() (deadline time.Time, ok bool)

	// Done returns a channel that is closed when the work is to be given up, nil if that never happens. It returns the same channel each time.
	Done() <-chan struct{}

	// Err returns nil until Done is closed, then why: Canceled or DeadlineExceeded.
	Err() error

	// Value returns the value that this context or the nearest above it has for key, nil if none has one. Keys are compared with ==; packages
	// declare unexported types for their keys.
	Value(key any) any
}

// A CancelFunc tells those who work on something to stop. It does not wait for them. Only the first call counts.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc that says why; Cause returns the error, or Canceled if it is nil.
type CancelCauseFunc func(cause error)

// cancelText is an error with a text; equal only to itself.
type cancelText struct{ text string }

func (e *cancelText) Error() string { return e.text }

// Canceled is what Err returns after a cancellation that is not due to a deadline.
var Canceled error = &cancelText{"context canceled"}

// DeadlineExceeded is what Err returns after the deadline.
var DeadlineExceeded error = deadlineExceededError{"context deadline exceeded"}

// The text is a field so that a recording, which calls no methods, can show it.
type deadlineExceededError struct{ text string }

func (e deadlineExceededError) Error() string { return e.text }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// rootCtx is a context that is never cancelled.
type rootCtx struct{ name string }

func (*rootCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (*rootCtx) Done() <-chan struct{}                   { return nil }
func (*rootCtx) Err() error                              { return nil }
func (*rootCtx) Value(key any) any                       { return nil }
func (c *rootCtx) String() string                        { return c.name }

var (
	background = &rootCtx{"context.Background"}
	todo       = &rootCtx{"context.TODO"}
)

// Background returns the context from which others are made: never cancelled, without deadline and values.
func Background() Context {
	rt.TraceContext(unsafe.Pointer(background), nil, rt.ContextBackground, nil)
	return background
}

// TODO returns a context like Background for where it is not clear yet which one to use.
func TODO() Context {
	rt.TraceContext(unsafe.Pointer(todo), nil, rt.ContextTodo, nil)
	return todo
}

// Cause returns why c was cancelled: the error given to the CancelCauseFunc or to WithDeadlineCause or WithTimeoutCause, otherwise c.Err().
func Cause(c Context) error {
	if p, ok := c.Value(&cancelKey).(*cancelCtx); ok && p.cause != nil {
		return p.cause
	}
	return c.Err()
}

// WithValue returns a context that has val for key and is otherwise like parent.
func WithValue(parent Context, key, val any) Context {
	mustHaveParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !rtype.Comparable(rtype.TypeOf(key)) {
		panic("key is not comparable")
	}
	c := &valueCtx{parent, key, val}
	rt.TraceContext(unsafe.Pointer(c), rtype.WordOf(parent), rt.ContextValue, nil)
	return c
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + textOf(c.key) + ", " + textOf(c.val) + ")"
}

// WithoutCancel returns a context that has parent's values but neither its deadline nor its cancellation.
func WithoutCancel(parent Context) Context {
	mustHaveParent(parent)
	c := &withoutCancelCtx{parent}
	rt.TraceContext(unsafe.Pointer(c), rtype.WordOf(parent), rt.ContextWithoutCancel, nil)
	return c
}

type withoutCancelCtx struct{ parent Context }

func (*withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (*withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (*withoutCancelCtx) Err() error                              { return nil }
func (c *withoutCancelCtx) String() string                        { return nameOf(c.parent) + ".WithoutCancel" }

func (c *withoutCancelCtx) Value(key any) any {
	if key == any(&cancelKey) {
		return nil
	}
	return c.parent.Value(key)
}

func mustHaveParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

// nameOf writes a context in the String of those made from it.
func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	return rtype.StringOf(rtype.TypeOf(c))
}

// textOf writes keys and values without fmt: only their types unless they are strings or have a String method.
func textOf(v any) string {
	switch s := v.(type) {
	case interface{ String() string }:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return rtype.StringOf(rtype.TypeOf(v))
}
