package debug

import (
	"os"
	"time"
)

// SetMaxThreads accepts a limit, which one thread does not reach, and returns Go's default.
func SetMaxThreads(threads int) int { return 10000 }

// SetPanicOnFault accepts a setting: no access of memory faults here. It returns false, the setting before.
func SetPanicOnFault(enabled bool) bool { return false }

// SetTraceback accepts a setting: dumps show what they always show.
func SetTraceback(level string) {}

// WriteHeapDump does nothing: the heap can be looked at in the page.
func WriteHeapDump(fd uintptr) {}

// CrashOptions are options of SetCrashOutput: there are none yet.
type CrashOptions struct{}

// SetCrashOutput accepts one more file for the text of a crash, which still goes to standard error only.
func SetCrashOutput(f *os.File, opts CrashOptions) error { return nil }

// GCStats are figures about garbage collection.
type GCStats struct {
	LastGC         time.Time       // zero: collections have no time here
	NumGC          int64           // collections so far
	PauseTotal     time.Duration   // 0: they take no virtual time
	Pause          []time.Duration // none
	PauseEnd       []time.Time     // none
	PauseQuantiles []time.Duration // set to 0
}
