package testing

import (
	"internal/bubble"
	"runtime"
)

func init() {
	bubble.Run = func(t, f any) { t.(*T).runInBubble(f.(func(*T))) }
}

// runInBubble calls f as the body of t in a goroutine of its own and waits until that and the cleanups of f have ended. If f ended the test, it ends the
// calling goroutine too.
func (t *T) runInBubble(f func(*T)) {
	cleanups, ctx, cancel := t.cleanups, t.ctx, t.cancel
	t.cleanups, t.ctx, t.cancel = nil, nil, nil
	t.bubbled = true
	returned := false
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer t.endBubble(&returned)
		f(t)
		returned = true
	}()
	<-ended
	t.bubbled = false
	t.cleanups, t.ctx, t.cancel = cleanups, ctx, cancel
	if !returned {
		runtime.Goexit()
	}
}

// endBubble runs the cleanups of a bubble; a panic of its body goes on after the test is reported.
func (t *T) endBubble(returned *bool) {
	if !*returned && !t.ran {
		if r := recover(); r != nil {
			t.reportPanic()
			panic(r)
		}
	}
	t.runCleanups()
}
