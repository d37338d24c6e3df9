// All functions and types of sync/atomic, with what wraps around.
package main

import (
	"fmt"
	"sync/atomic"
)

type settings struct{ name string }

func main() {
	var i32 int32 = 1 << 30
	var u32 uint32
	var i64 int64 = 1 << 62
	var u64 uint64
	var up uintptr
	fmt.Println(atomic.AddInt32(&i32, 1<<30), atomic.AddUint32(&u32, ^uint32(0)), atomic.AddInt64(&i64, 1<<62), atomic.AddUint64(&u64, ^uint64(0)), atomic.AddUintptr(&up, 3))
	fmt.Println(atomic.SwapInt32(&i32, 1), atomic.SwapUint32(&u32, 2), atomic.SwapInt64(&i64, 3), atomic.SwapUint64(&u64, 4), atomic.SwapUintptr(&up, 5))
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 9, 0), atomic.CompareAndSwapUint32(&u32, 2, 20), atomic.CompareAndSwapInt64(&i64, 3, 30), atomic.CompareAndSwapUint64(&u64, 9, 0), atomic.CompareAndSwapUintptr(&up, 5, 50))
	fmt.Println(atomic.LoadInt32(&i32), atomic.LoadUint32(&u32), atomic.LoadInt64(&i64), atomic.LoadUint64(&u64), atomic.LoadUintptr(&up))
	atomic.StoreInt32(&i32, -1)
	atomic.StoreUint32(&u32, 1)
	atomic.StoreInt64(&i64, -2)
	atomic.StoreUint64(&u64, 2)
	atomic.StoreUintptr(&up, 3)
	fmt.Println(i32, u32, i64, u64, up)
	a, b := &settings{"a"}, &settings{"b"}
	var ti32 atomic.Int32
	var tu32 atomic.Uint32
	var ti64 atomic.Int64
	var tu64 atomic.Uint64
	var tup atomic.Uintptr
	ti32.Store(7)
	tu32.Store(7)
	ti64.Store(7)
	tu64.Store(7)
	tup.Store(7)
	fmt.Println(ti32.Add(-8), tu32.Add(^uint32(7)), ti64.Add(-8), tu64.Add(^uint64(7)), tup.Add(1))
	fmt.Println(ti32.Swap(1), tu32.Swap(1), ti64.Swap(1), tu64.Swap(1), tup.Swap(1))
	fmt.Println(ti32.CompareAndSwap(1, 2), tu32.CompareAndSwap(2, 3), ti64.CompareAndSwap(1, 2), tu64.CompareAndSwap(2, 3), tup.CompareAndSwap(1, 2))
	fmt.Println(ti32.Load(), tu32.Load(), ti64.Load(), tu64.Load(), tup.Load())
	var tp atomic.Pointer[settings]
	fmt.Println(tp.Load() == nil, tp.Swap(a) == nil, tp.CompareAndSwap(b, a), tp.CompareAndSwap(a, b), tp.Load().name)
	tp.Store(nil)
	fmt.Println(tp.Load())
	var flag atomic.Bool
	fmt.Println(flag.Swap(true), flag.CompareAndSwap(false, true), flag.Load())
	var v atomic.Value
	fmt.Println(v.Load(), v.CompareAndSwap(nil, a), v.Swap(b).(*settings).name, v.Load().(*settings).name)
	func() {
		defer func() { fmt.Println(recover()) }()
		var nowhere *int32
		atomic.AddInt32(nowhere, 1)
	}()
}
