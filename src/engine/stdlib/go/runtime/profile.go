package runtime

// A StackRecord is a stack in a profile.
type StackRecord struct {
	Stack0 [32]uintptr // up to the first 0
}

// Stack returns the program counters of the stack.
func (r *StackRecord) Stack() []uintptr { return untilZero(r.Stack0[:]) }

func untilZero(stack []uintptr) []uintptr {
	for i, pc := range stack {
		if pc == 0 {
			return stack[:i]
		}
	}
	return stack
}

// A MemProfileRecord is what was allocated from one stack.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr // up to the first 0
}

// InUseBytes returns the bytes that are not freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects that are not freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the program counters of the stack.
func (r *MemProfileRecord) Stack() []uintptr { return untilZero(r.Stack0[:]) }

// A BlockProfileRecord is how often and for how long goroutines waited at one stack.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// MemProfile returns a profile without records: nothing is sampled here.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile returns a profile without records: what waits, and for how long, is in the recording of the run.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns a profile without records, as BlockProfile does.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile returns a profile without records: no thread is ever created.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile tells how many goroutines there are, and fills p with as many records if it is long enough. The stacks are empty but for that of
// the calling goroutine, the first one.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	for i := range p[:n] {
		p[i] = StackRecord{}
	}
	Callers(1, p[0].Stack0[:])
	return n, true
}

// SetBlockProfileRate does nothing: see BlockProfile.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction does nothing and returns 0, the setting before: see MutexProfile.
func SetMutexProfileFraction(rate int) int { return 0 }

// SetCPUProfileRate does nothing: statements take no time here.
func SetCPUProfileRate(hz int) {}

// CPUProfile panics, as it does in Go, where it is no longer available either.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace returns an error: the recording of the run is its trace.
func StartTrace() error { return traceError{} }

type traceError struct{}

func (traceError) Error() string { return "tracing is not available: the run is recorded" }

// StopTrace does nothing.
func StopTrace() {}

// ReadTrace returns nil: there is no trace.
func ReadTrace() []byte { return nil }
