package scenario

import (
	"context"
	"errors"
	"time"
)

type key string

func (k key) String() string { return "key:" + string(k) }

type plainKey int

// custom is a context of the program: it hides the cancelCtx below from context's view by a channel of its own.
type custom struct {
	context.Context
	done chan struct{}
	err  error
}

func (c *custom) Done() <-chan struct{} { return c.done }
func (c *custom) Err() error            { return c.err }

func isDone(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return true
	default:
		return false
	}
}

func contexts() {
	ctx := context.Background()
	say(ctx, context.TODO(), ctx.Done() == nil, ctx.Err(), ctx == context.Background())

	a, cancelA := context.WithCancel(ctx)
	b, cancelB := context.WithCancel(a)
	c := context.WithValue(b, key("k"), "v")
	d, cancelD := context.WithTimeout(c, time.Hour)
	say(a, b, d.Value(key("k")), d.Value("other"), a.Done() == a.Done(), c.Done() == b.Done())
	deadline, ok := d.Deadline()
	say(ok, time.Until(deadline) > 59*time.Minute, time.Until(deadline) <= time.Hour)
	say(isDone(a), isDone(d), d.Err())
	cancelB()
	say(isDone(a), isDone(b), isDone(c), isDone(d), a.Err(), b.Err(), c.Err(), d.Err())
	cancelB()
	cancelD()
	cancelA()
	say(a.Err(), d.Err(), errors.Is(d.Err(), context.Canceled))

	e, cancelE := context.WithCancel(a)
	say(isDone(e), e.Err())
	cancelE()

	past, cancelPast := context.WithDeadline(ctx, time.Now().Add(-time.Second))
	say(isDone(past), past.Err(), errors.Is(past.Err(), context.DeadlineExceeded))
	cancelPast()
	say(past.Err())
	timeout, ok := past.Err().(interface{ Timeout() bool })
	say(ok, timeout.Timeout())

	short, cancelShort := context.WithTimeout(ctx, 5*time.Millisecond)
	inner, cancelInner := context.WithTimeout(short, time.Hour)
	<-inner.Done()
	say(short.Err(), inner.Err())
	cancelInner()
	cancelShort()

	stopped, cancelStopped := context.WithTimeout(ctx, 2*time.Millisecond)
	cancelStopped()
	time.Sleep(4 * time.Millisecond)
	say(stopped.Err())

	own := &custom{Context: ctx, done: make(chan struct{})}
	below, cancelBelow := context.WithCancel(own)
	own.err = errors.New("own error")
	close(own.done)
	<-below.Done()
	say(below.Err())
	cancelBelow()
	late, cancelLate := context.WithCancel(own)
	say(isDone(late), late.Err())
	cancelLate()

	say(context.WithValue(ctx, plainKey(1), 5).Value(plainKey(1)), context.WithValue(ctx, plainKey(1), 5).Value(plainKey(2)))
	say(panicOf(func() { context.WithCancel(nil) }))
	say(panicOf(func() { context.WithValue(ctx, nil, 1) }))
	say(panicOf(func() { context.WithValue(ctx, []int{1}, 1) }))
	say(panicOf(func() { context.WithValue(nil, 1, 1) }))
}
