// Package debug helps to look at a program that runs.
package debug

import (
	"internal/rt"
	"os"
)

// Stack returns the stack of the calling goroutine as a panic would print it.
func Stack() []byte {
	rt.Settle()
	return []byte(rt.Stack(false))
}

// PrintStack writes the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// FreeOSMemory runs a garbage collection.
func FreeOSMemory() { rt.GC() }

var percent = 100

// SetGCPercent remembers a setting of Go's collector, which has no effect on this machine's, and returns the one before.
func SetGCPercent(p int) int {
	old := percent
	percent = p
	return old
}

var limit int64 = 1<<63 - 1

// SetMemoryLimit remembers a limit, which has no effect here, and returns the one before; a negative one only asks.
func SetMemoryLimit(l int64) int64 {
	old := limit
	if l >= 0 {
		limit = l
	}
	return old
}

// SetMaxStack accepts a limit: stacks are limited by the memory of the run only.
func SetMaxStack(bytes int) int { return bytes }

// ReadGCStats fills stats.
func ReadGCStats(stats *GCStats) {
	_, _, collections, _, _ := rt.HeapInfo()
	stats.NumGC = int64(collections)
	for i := range stats.PauseQuantiles {
		stats.PauseQuantiles[i] = 0
	}
}
