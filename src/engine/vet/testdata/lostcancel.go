package main

import (
	"context"
	"os"
	"time"
)

var bg = context.Background()

func cond() bool { return len(os.Args) > 1 }

func discarded() {
	_, _ = context.WithCancel(bg)
	ctx, _ := context.WithTimeout(bg, time.Second)
	_ = ctx
	var ctx2, _ = context.WithDeadline(bg, time.Now())
	_ = ctx2
}

func neverUsed() {
	var cancel func()
	ctx, cancel := context.WithCancel(bg)
	_ = ctx
	cancel = nil
	if cond() {
		cancel()
	}
}

func deferred() {
	ctx, cancel := context.WithCancel(bg)
	defer cancel()
	_ = ctx
}

func onePath() {
	ctx, cancel := context.WithCancel(bg)
	if cond() {
		return
	}
	cancel()
	_ = ctx
}

func bothPaths() {
	ctx, cancel := context.WithCancel(bg)
	if cond() {
		cancel()
		return
	}
	cancel()
	_ = ctx
}

func falls() {
	ctx, cancel := context.WithCancel(bg)
	if cond() {
		cancel()
	}
	_ = ctx
}

func loops() int {
	ctx, cancel := context.WithTimeout(bg, time.Second)
	for i := 0; i < 3; i++ {
		if cond() {
			cancel()
			return 1
		}
	}
	_ = ctx
	return 2
}

func forever() {
	ctx, cancel := context.WithCancel(bg)
	for {
		if cond() {
			cancel()
			break
		}
	}
	_ = ctx
}

func endless() {
	_, cancel := context.WithCancel(bg)
	for {
		if cond() {
			cancel()
		}
	}
}

func panics() {
	ctx, cancel := context.WithCancel(bg)
	if cond() {
		panic("x")
	}
	if cond() {
		os.Exit(1)
	}
	cancel()
	_ = ctx
}

func captured() func() {
	_, cancel := context.WithCancel(bg)
	return func() { cancel() }
}

func returned() (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(bg)
	return ctx, cancel
}

func named() (ctx context.Context, cancel context.CancelFunc) {
	ctx, cancel = context.WithCancel(bg)
	return
}

func namedOther() (n int, cancel func()) {
	_, cancel = context.WithCancel(bg)
	return 1, nil
}

func inLiteral() {
	f := func() {
		ctx, cancel := context.WithCancel(bg)
		_, _ = ctx, 1
		if cond() {
			return
		}
		defer cancel()
	}
	f()
}

var global context.CancelFunc

func assignsGlobal() {
	_, global = context.WithCancel(bg)
}

func switches(n int) {
	ctx, cancel := context.WithCancel(bg)
	_ = ctx
	switch n {
	case 1:
		cancel()
	case 2:
		return
	default:
		cancel()
	}
}

func selects(c chan int) {
	ctx, cancel := context.WithCancel(bg)
	select {
	case <-c:
		cancel()
	case <-ctx.Done():
	}
}

func jumps() {
	ctx, cancel := context.WithCancel(bg)
	_ = ctx
	if cond() {
		goto end
	}
	cancel()
end:
	println()
}

func declared() {
	var ctx, cancel = context.WithCancel(bg)
	_ = ctx
	if cond() {
		return
	}
	cancel()
}

func labelled(list []int) {
	_, cancel := context.WithCancel(bg)
outer:
	for range list {
		for {
			if cond() {
				continue outer
			}
			break outer
		}
	}
	if cond() {
		cancel()
	}
}

func passed() {
	_, cancel := context.WithCancel(bg)
	keep(cancel)
}

func keep(f func()) {}

func main() {}
