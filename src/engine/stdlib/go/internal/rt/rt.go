// Package rt is the contract between the library, which is Go, and the machine, which is not. Every function without a body is a native.
//
// # Conventions
//
//   - Small numbers are int32, never int: no native takes or gives a 64-bit integer unless it is a time or a random number.
//   - A pointer argument called object names the thing a person would name: the sync.Mutex, not the word inside it. The machine turns the
//     pair (address, Kind...) into an object number of the recording at its first appearance.
//   - A call into the library is one step: nothing else runs until it returns, waits, or calls a function of the program. So no code here
//     or above needs atomic instructions, and state may be inconsistent between two natives that do not wait.
//   - Functions marked interleave:hook only observe. When neither recording, race checks nor exploration want them, the compiler leaves
//     their calls out (their arguments are free of side effects). A hook's comment says which happens-before edge it stands for.
//   - Pointers in these structs may point into other objects. The machine keeps alive what its own tables point to: pending timers and
//     everything a waiting goroutine's frames hold.
package rt

import "unsafe"

// Why a goroutine waits: indices into waitReasons of trace/events.ts, in the words of Go's goroutine dumps.
const (
	ReasonSleep         = 7  // sleep
	ReasonSemacquire    = 8  // semacquire
	ReasonMutexLock     = 9  // sync.Mutex.Lock
	ReasonRWMutexRLock  = 10 // sync.RWMutex.RLock
	ReasonRWMutexLock   = 11 // sync.RWMutex.Lock
	ReasonWaitGroupWait = 12 // sync.WaitGroup.Wait
	ReasonCondWait      = 13 // sync.Cond.Wait
	ReasonSynctestWait  = 14 // synctest.Wait
)

// Kinds of objects: ObjectKind of trace/events.ts.
const (
	KindWaitGroup = 2
	KindMutex     = 3
	KindRWMutex   = 4
	KindOnce      = 5
	KindCond      = 6
	KindSemaphore = 7
	KindAtomic    = 8
	KindTimer     = 9
	KindContext   = 10
	KindErrGroup  = 11
)

// Modes of holding a lock: LockMode of trace/events.ts.
const (
	ModeLock    = 0
	ModeRLock   = 1
	ModeTryLock = 2
)

// # Waiting

// Semacquire takes a permit from the semaphore at addr, a uint32. If *addr > 0 it decrements it and returns at once. Otherwise the calling
// goroutine waits in addr's queue, at its end or, with front, at its head, until Semrelease hands it a permit. The queue is the machine's; it
// is keyed by addr. object and kind say what is being waited for, reason why (GoBlock of the recording).
func Semacquire(addr unsafe.Pointer, object unsafe.Pointer, kind int32, reason int32, front bool)

// Semrelease gives n permits to the semaphore at addr: the first waiters, in order, each get one and become runnable; what is left over is
// added to *addr. It returns how many goroutines it woke, and never switches goroutines.
func Semrelease(addr unsafe.Pointer, n int32) int32

// Waiters returns the length of addr's queue.
func Waiters(addr unsafe.Pointer) int32

// # Goroutines and the process

// Gosched puts the calling goroutine behind the runnable ones.
func Gosched()

// Goexit ends the calling goroutine after running its deferred calls; recover returns nil in them.
func Goexit()

// NumGoroutine counts the goroutines that have not ended, hidden ones excluded.
func NumGoroutine() int32

// Exit ends the program at once with this status. It does not return.
func Exit(code int32)

// Fatal ends the program with "fatal error: " + msg, the goroutine dumps and status 2. No deferred call runs. It does not return.
func Fatal(msg string)

// GC asks for a collection at the next point where one is possible.
func GC()

// SetFinalizer has finalizer called with obj, by a goroutine of its own, once a collection has found that nothing else refers to obj. It returns
// what is wrong with the arguments, in Go's words.
func SetFinalizer(obj, finalizer any) (problem string)

// HeapInfo returns the bytes in use on the heap, the objects allocated so far, the number of collections, and the bytes and objects that these have freed.
func HeapInfo() (bytes int64, mallocs int64, collections int32, freedBytes int64, freedObjects int64)

// Write appends p to file descriptor fd (1: standard output, 2: standard error). One call is one Output event.
func Write(fd int32, p []byte)

// Arg returns the i-th argument of the program, "" if there is none; argument 0 is the program's name.
func Arg(i int32) string

// NumArg returns the number of arguments, at least 1.
func NumArg() int32

// Getenv looks a variable up in the run's environment, which is part of its input. Usually empty.
func Getenv(name string) (value string, ok bool)

// Read reads from standard input, which is part of the run's input: it copies up to len(p) bytes and returns their number, 0 at the end.
func Read(p []byte) int32

// RandUint64 is the one door for chance: 64 random bits from the schedule, recorded as a Decision.
func RandUint64() uint64

// Settle has the frames of the calling goroutine's callers put where Caller and Stack can see them. It takes no step.
func Settle()

// Caller returns the program counter of the frame skip levels above the caller of Caller, which has called Settle; 0 if there is no such frame.
func Caller(skip int32) int32

// CodeAt returns where a program counter stands, and in which function; line is 0 in the library.
func CodeAt(pc int32) (file string, line int32, function string)

// Stack returns the dump of the calling goroutine, or of all, as runtime.Stack would write it, after Settle.
func Stack(all bool) string

// # Time

// Nanotime reads the virtual clock: nanoseconds since the run began.
func Nanotime() int64

// Sleep makes the calling goroutine wait for ns nanoseconds of virtual time. If ns <= 0 it returns at once.
func Sleep(ns int64)

// Idle makes the calling goroutine wait until no other can run; the clock does not move for that.
func Idle()

// NextTimer returns after how many nanoseconds the clock would go on if no goroutine could run, -1 if it would not.
func NextTimer() int64

// Kinds of timers: TimerKind of trace/events.ts.
const (
	TimerSleep   = 0 // the machine's own, for Sleep
	TimerChan    = 1 // sends the time on C once
	TimerTicker  = 2 // sends the time on C every Period
	TimerFunc    = 3 // starts a goroutine that calls F
	TimerContext = 4 // calls F, which cancels a context
)

// A Timer is a struct on the heap that the machine queues by (When, order of starting). Its fields, with their offsets:
//
//	 0 When    virtual time at which it is due
//	 8 Period  > 0: after firing it is due again at When + Period; ticks that were missed altogether are skipped
//	16 Kind    one of Timer...
//	20 C       the channel of a TimerChan or TimerTicker, as a pointer word; its element type is time.Time and its capacity 1
//	24 F       the function of a TimerFunc or TimerContext
//	28 State   the machine's: 0 when it is not pending; Go code only reads it
//	32 Epoch   }
//	40 Now     } these 24 bytes are laid out as a time.Time
//	48 Loc     }
//
// When a timer is due,
//   - TimerChan and TimerTicker store the clock in Now and send the element at Epoch on C without ever blocking: if the buffer is full the
//     value is dropped.
//   - TimerFunc starts a goroutine as a go statement would (GoCreate by goroutine 0).
//   - TimerContext runs F on a hidden goroutine to its end before anything else runs; events of F are recorded under goroutine 0. F neither
//     waits nor calls functions of the program.
//
// Channels of timers look unbuffered since Go 1.23: len and cap of a channel bound to a timer are 0. The clock never jumps for the sake of
// a TimerChan or TimerTicker on whose channel no goroutine waits (so that a forgotten ticker does not hide a deadlock); such timers fire
// when the clock passes them for another reason.
type Timer struct {
	When   int64
	Period int64
	Kind   int32
	C      unsafe.Pointer
	F      func()
	State  int32
	Epoch  int64
	Now    int64
	Loc    unsafe.Pointer
}

// TimerStart makes t pending, due at t.When; it is not pending before. Records TimerStart. A timer whose When has passed fires as soon as
// goroutines are scheduled again, never inside TimerStart. Race: release of t; firing acquires it.
func TimerStart(t *Timer)

// TimerStop makes t not pending and discards a value that waits in C's buffer. It reports whether t was pending or a value was discarded.
// Records TimerStop if t was pending.
func TimerStop(t *Timer) bool

// # Hooks

// TraceObject names an object at its first appearance (ObjectMake); later calls for the same address and kind do nothing. The other hooks do
// the same by themselves.
//
//interleave:hook
func TraceObject(object unsafe.Pointer, kind int32)

// TraceWaitGroup follows a change of a WaitGroup's counter by delta. Race: delta < 0 releases wg.
//
//interleave:hook
func TraceWaitGroup(wg unsafe.Pointer, delta, counter int32)

// TraceWaited stands where Wait returns. Race: acquires wg.
//
//interleave:hook
func TraceWaited(wg unsafe.Pointer)

// TraceLock follows the acquisition of a lock (KindMutex or KindRWMutex) by the calling goroutine: it is an owner from now on.
// Race: ModeLock and ModeTryLock acquire what Unlock and RUnlock released; ModeRLock acquires what Unlock released.
//
//interleave:hook
func TraceLock(lock unsafe.Pointer, kind, mode int32)

// TraceTryFailed follows a TryLock or TryRLock that found the lock taken.
//
//interleave:hook
func TraceTryFailed(lock unsafe.Pointer, kind, mode int32)

// TraceUnlock precedes the release of a lock; mode is ModeLock or ModeRLock. Race: release, for ModeRLock towards writers only.
//
//interleave:hook
func TraceUnlock(lock unsafe.Pointer, kind, mode int32)

// States of TraceOnce.
const (
	OnceBegin = 0 // the function is about to be called
	OnceDone  = 1 // it has returned or panicked
	OncePast  = 2 // Do finds it done
)

// TraceOnce follows a Once. OnceBegin and OnceDone are recorded as OnceDo. Race: OnceDone releases, OncePast acquires.
//
//interleave:hook
func TraceOnce(once unsafe.Pointer, state int32)

// TraceCond follows Signal (broadcast false) and Broadcast, which woke so many goroutines. Race: release; the woken acquire.
//
//interleave:hook
func TraceCond(cond unsafe.Pointer, woken int32, broadcast bool)

// TraceAcquire and TraceRelease are edges of the memory model without an event of their own (sync.Pool, sync.Map, golang.org/x/sync).
//
//interleave:hook
func TraceAcquire(object unsafe.Pointer)

// TraceRelease is the other half of TraceAcquire; it merges with earlier releases.
//
//interleave:hook
func TraceRelease(object unsafe.Pointer)

// Operations of TraceAtomic.
const (
	AtomicLoad  = 0
	AtomicStore = 1
	AtomicAdd   = 2
	AtomicSwap  = 3
	AtomicCAS   = 4
	AtomicAnd   = 5
	AtomicOr    = 6
)

// How TraceAtomic's numbers are to be shown.
const (
	AtomicSigned   = 0
	AtomicUnsigned = 1
	AtomicBool     = 2
	AtomicPointer  = 3
	AtomicAny      = 4 // an atomic.Value: the numbers mean nothing
)

// TraceAtomic follows an atomic operation on the variable at addr. old is its value before, arg the operand (delta, new value, mask), after
// its value afterwards; want is what a compare-and-swap expected, and ok tells whether it happened (true for all others).
// Race: acquire and release of addr.
//
//interleave:hook
func TraceAtomic(addr unsafe.Pointer, op, show int32, old, want, arg, after int64, ok bool)

// Kinds of contexts: ContextKind of trace/events.ts.
const (
	ContextBackground    = 0
	ContextTodo          = 1
	ContextCancel        = 2
	ContextDeadline      = 3
	ContextTimeout       = 4
	ContextValue         = 5
	ContextWithoutCancel = 6
	ContextAfterFunc     = 7
)

// TraceContext follows the making of a context. parent is nil for Background and TODO (recorded at first use only); where it is not the address
// of a context known from an earlier call, the parent is a type of the program. timer is the *Timer of its deadline or nil.
//
//interleave:hook
func TraceContext(ctx, parent unsafe.Pointer, kind int32, timer *Timer)

// TraceContextDone follows the making of the channel that ctx.Done returns.
//
//interleave:hook
func TraceContextDone(ctx unsafe.Pointer, done chan struct{})

// TraceCancel precedes the closing of a cancelled context's channel. origin is the context on which cancel was called or whose deadline
// passed. err is what Err() returns: context.Canceled, context.DeadlineExceeded or an error of the program; cause is the cause where one was given,
// else nil. The machine shows them as it shows values: no method is called.
//
//interleave:hook
func TraceCancel(ctx, origin unsafe.Pointer, err, cause error)

// # Memory without copying: intrinsics

// String returns b's bytes as a string that shares them; the caller never writes to b again. It drops the capacity.
func String(b []byte) string

// Bytes returns s's bytes as a slice of capacity len(s) that shares them; nobody ever writes to it.
func Bytes(s string) []byte
