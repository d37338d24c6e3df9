// Package iter has the types of functions that a range statement can range over.
package iter

import "internal/rt"

// Seq is a sequence of values: it calls yield with one after the other until there are none left or yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is a sequence of pairs of values.
type Seq2[K, V any] func(yield func(K, V) bool)

// pull is what the two sides of Pull and Pull2 share. The sequence runs in a goroutine of its own; one side at a time runs, the other one waits
// on its channel.
type pull struct {
	resume  chan bool     // true: go on to the next value, false: stop
	yielded chan struct{} // there is a value, or the sequence has ended
	started bool
	done    bool
	value   any // of the panic that ended the sequence
	failed  bool
	goexit  bool
}

func newPull() *pull { return &pull{resume: make(chan bool), yielded: make(chan struct{})} }

// run calls the sequence when asked for the first value.
func (p *pull) run(sequence func()) {
	if !<-p.resume {
		return
	}
	finished := false
	defer func() {
		p.done = true
		if !finished {
			p.value = recover()
			p.failed = p.value != nil
			p.goexit = !p.failed
		}
		p.yielded <- struct{}{}
	}()
	sequence()
	finished = true
}

// pause hands control to the caller of next and reports whether to go on.
func (p *pull) pause() bool {
	p.yielded <- struct{}{}
	return <-p.resume
}

// next lets the sequence run to its next value.
func (p *pull) next(sequence func()) {
	if p.done {
		return
	}
	p.start(sequence)
	p.resume <- true
	<-p.yielded
	p.fail()
}

// stop ends the sequence.
func (p *pull) stop() {
	if p.done {
		return
	}
	p.done = true
	if !p.started {
		return
	}
	p.resume <- false
	<-p.yielded
	p.fail()
}

func (p *pull) start(sequence func()) {
	if !p.started {
		p.started = true
		go p.run(sequence)
	}
}

// fail goes on with the sequence's panic, or its end by Goexit, on this side.
func (p *pull) fail() {
	if p.failed {
		p.failed = false
		panic(p.value)
	}
	if p.goexit {
		p.goexit = false
		rt.Goexit()
	}
}

// Pull turns a sequence around: next returns its next value, ok is false at the end; stop ends it early. Neither may be called by several goroutines
// at a time.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := newPull()
	var value V
	has := false
	run := func() {
		seq(func(v V) bool {
			value, has = v, true
			return p.pause()
		})
	}
	next = func() (v V, ok bool) {
		p.next(run)
		v, ok = value, has
		var zero V
		value, has = zero, false
		return v, ok
	}
	return next, p.stop
}

type pair[K, V any] struct {
	k K
	v V
}

// Pull2 is Pull for a sequence of pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	one, stop := Pull(func(yield func(pair[K, V]) bool) {
		seq(func(k K, v V) bool { return yield(pair[K, V]{k, v}) })
	})
	next = func() (K, V, bool) {
		p, ok := one()
		return p.k, p.v, ok
	}
	return next, stop
}
