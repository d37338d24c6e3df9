// Package runtime gives access to the machine that runs the program: its scheduler, its goroutines and its memory.
package runtime

import "internal/rt"

// GOOS is the name of the operating system a program thinks it runs on.
const GOOS = "js"

// GOARCH is the name of its architecture.
const GOARCH = "wasm"

// Compiler names the compiler.
const Compiler = "gc"

// Gosched lets other goroutines run: it puts the calling one at the end of the run queue.
func Gosched() { rt.Gosched() }

// Goexit ends the calling goroutine, after its deferred calls. Other goroutines go on. Called by the main goroutine, it ends it without
// ending the program, which crashes once all other goroutines have ended.
func Goexit() { rt.Goexit() }

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int { return int(rt.NumGoroutine()) }

// GOMAXPROCS returns the number of goroutines that can run at the same instant: 1 here, and it stays so.
func GOMAXPROCS(n int) int { return 1 }

// NumCPU returns the number of processors, which is 1.
func NumCPU() int { return 1 }

// NumCgoCall returns the number of calls to C, which is 0.
func NumCgoCall() int64 { return 0 }

// GC runs a garbage collection and lets other goroutines run: first of all the finalizers that it has found due.
func GC() {
	rt.GC()
	rt.Gosched()
}

// KeepAlive keeps x reachable up to this call.
func KeepAlive(x any) {}

// SetFinalizer has a goroutine call finalizer(obj) some time after obj, a pointer to an object made by new, by a composite literal or as a variable,
// has become unreachable. The object is kept until then. A nil finalizer takes the object's away. Finalizers still due when the program ends
// are not run.
func SetFinalizer(obj, finalizer any) {
	if problem := rt.SetFinalizer(obj, finalizer); problem != "" {
		rt.Fatal(problem)
	}
}

// LockOSThread does nothing: there is one thread.
func LockOSThread() {}

// UnlockOSThread does nothing.
func UnlockOSThread() {}

// Version returns the version of Go this program is written for.
func Version() string { return "go1.26" }

// GOROOT returns where Go is installed: nowhere.
func GOROOT() string { return "" }

// Breakpoint does nothing: there is no debugger but the one that shows the program.
func Breakpoint() {}
