package sync

// OnceFunc returns a function that calls f the first time it is called. If f panics, every call panics with the same value.
func OnceFunc(f func()) func() {
	o := onceCall{f: f}
	return o.call
}

// OnceValue returns a function that calls f the first time it is called and always returns what f returned. If f panics, every call panics with
// the same value.
func OnceValue[T any](f func() T) func() T {
	var result T
	o := onceCall{f: func() { result = f() }}
	return func() T {
		o.call()
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var r1 T1
	var r2 T2
	o := onceCall{f: func() { r1, r2 = f() }}
	return func() (T1, T2) {
		o.call()
		return r1, r2
	}
}

// onceCall calls f once and repeats its panic.
type onceCall struct {
	once  Once
	f     func()
	valid bool
	panic any
}

func (o *onceCall) call() {
	o.once.Do(o.first)
	if !o.valid {
		panic(o.panic)
	}
}

func (o *onceCall) first() {
	defer func() {
		o.f = nil
		o.panic = recover()
		if !o.valid {
			// On with the panic: its dump shows where it began.
			panic(o.panic)
		}
	}()
	o.f()
	o.valid = true
}
