// Natives of internal/rt for real Go: good enough to run the library under GOMAXPROCS=1.
package rt

import (
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"time"
	"unsafe"
)

var queues = map[unsafe.Pointer][]chan bool{}

func Semacquire(addr unsafe.Pointer, object unsafe.Pointer, kind int32, reason int32, front bool) {
	if p := (*uint32)(addr); *p > 0 {
		*p--
		return
	}
	c := make(chan bool, 1)
	if front {
		queues[addr] = append([]chan bool{c}, queues[addr]...)
	} else {
		queues[addr] = append(queues[addr], c)
	}
	<-c
}

func Semrelease(addr unsafe.Pointer, n int32) (woken int32) {
	for ; n > 0 && len(queues[addr]) > 0; n-- {
		queues[addr][0] <- true
		queues[addr] = queues[addr][1:]
		woken++
	}
	*(*uint32)(addr) += uint32(n)
	return woken
}

func Waiters(addr unsafe.Pointer) int32 { return int32(len(queues[addr])) }

func Gosched()            { runtime.Gosched() }
func Goexit()             { runtime.Goexit() }
func NumGoroutine() int32 { return int32(runtime.NumGoroutine()) }
func Exit(code int32)     { os.Exit(int(code)) }
func Fatal(msg string)    { panic(fatalError(msg)) }
func GC()                 { runtime.GC() }

// fatalError lets tests look at fatal errors.
type fatalError string

func HeapInfo() (bytes int64, mallocs int64, collections int32, freedBytes int64, freedObjects int64) {
	return 0, 0, 0, 0, 0
}

func Write(fd int32, p []byte) {
	if fd == 2 {
		os.Stderr.Write(p)
	} else {
		os.Stdout.Write(p)
	}
}

func Arg(i int32) string                             { return os.Args[i] }
func NumArg() int32                                  { return int32(len(os.Args)) }
func Getenv(name string) (value string, ok bool)     { return os.LookupEnv(name) }
func RandUint64() uint64                             { return rand.Uint64() }
func Stack(all bool) string                          { return "" }
func Settle()                                        {}
func Caller(skip int32) int32                        { return 0 }
func CodeAt(pc int32) (f string, l int32, fn string) { return "", 0, "" }

func Read(p []byte) int32 {
	n, _ := os.Stdin.Read(p)
	return int32(n)
}

var began = time.Now()

func Nanotime() int64 { return int64(time.Since(began)) }
func Sleep(ns int64)  { time.Sleep(time.Duration(ns)) }

var pending = map[*Timer]*time.Timer{}

func TimerStart(t *Timer) {
	pending[t] = time.AfterFunc(time.Duration(t.When-Nanotime()), func() { fire(t) })
}

func fire(t *Timer) {
	if t.Period > 0 {
		t.When += t.Period
		TimerStart(t)
	} else {
		delete(pending, t)
	}
	if t.F != nil {
		t.F()
		return
	}
	t.Now = Nanotime()
	type element struct {
		epoch, now int64
		loc        unsafe.Pointer
	}
	select {
	case (*(*chan element)(unsafe.Pointer(&t.C))) <- element{t.Epoch, t.Now, t.Loc}:
	default:
	}
}

func TimerStop(t *Timer) bool {
	timer := pending[t]
	if timer == nil {
		return false
	}
	delete(pending, t)
	return timer.Stop()
}

func String(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
func Bytes(s string) []byte  { return unsafe.Slice(*(**byte)(unsafe.Pointer(&s)), len(s)) }

func TraceObject(object unsafe.Pointer, kind int32)                                         {}
func TraceWaitGroup(wg unsafe.Pointer, delta, counter int32)                                {}
func TraceWaited(wg unsafe.Pointer)                                                         {}
func TraceLock(lock unsafe.Pointer, kind, mode int32)                                       {}
func TraceTryFailed(lock unsafe.Pointer, kind, mode int32)                                  {}
func TraceUnlock(lock unsafe.Pointer, kind, mode int32)                                     {}
func TraceOnce(once unsafe.Pointer, state int32)                                            {}
func TraceCond(cond unsafe.Pointer, woken int32, broadcast bool)                            {}
func TraceAcquire(object unsafe.Pointer)                                                    {}
func TraceRelease(object unsafe.Pointer)                                                    {}
func TraceAtomic(addr unsafe.Pointer, op, show int32, old, want, arg, after int64, ok bool) {}
func TraceContext(ctx, parent unsafe.Pointer, kind int32, timer *Timer)                     {}
func TraceContextDone(ctx unsafe.Pointer, done chan struct{})                               {}
func TraceCancel(ctx, origin unsafe.Pointer, err, cause error)                              {}

var _ = fmt.Sprint

func SetFinalizer(obj, finalizer any) (problem string) {
	runtime.SetFinalizer(obj, finalizer)
	return ""
}

func Idle()            { panic("not in the shim") }
func NextTimer() int64 { panic("not in the shim") }
