// Benchmarks measure virtual time, and N is 100: what a run waits for is known exactly.
package main

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

var kept [][]byte

func BenchmarkSleep(b *testing.B) {
	for i := 0; i < b.N; i++ {
		time.Sleep(time.Millisecond)
	}
}

func BenchmarkLoop(b *testing.B) {
	time.Sleep(time.Second) // getting ready is not measured
	n := 0
	for b.Loop() {
		time.Sleep(2 * time.Millisecond)
		n++
	}
	b.ReportMetric(float64(n), "rounds")
}

func BenchmarkParallel(b *testing.B) {
	b.SetParallelism(4)
	var goroutines atomic.Int32
	b.RunParallel(func(pb *testing.PB) {
		goroutines.Add(1)
		for pb.Next() {
			time.Sleep(4 * time.Millisecond)
		}
	})
	b.ReportMetric(float64(goroutines.Load()), "goroutines")
}

func BenchmarkBytes(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(1000)
	kept = make([][]byte, 0, b.N)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		kept = append(kept, make([]byte, 100))
		b.StopTimer()
		time.Sleep(time.Second)
		b.StartTimer()
		time.Sleep(time.Microsecond)
	}
}

func BenchmarkSub(b *testing.B) {
	for _, ms := range []int{1, 5} {
		b.Run(fmt.Sprint(ms), func(b *testing.B) {
			for range b.N {
				time.Sleep(time.Duration(ms) * time.Millisecond)
			}
			if b.Elapsed() != time.Duration(b.N*ms)*time.Millisecond {
				b.Fatal(b.Elapsed())
			}
		})
	}
}

func main() {
	all := func(string, string) (bool, error) { return true, nil }
	testing.RunBenchmarks(all, []testing.InternalBenchmark{{"BenchmarkSleep", BenchmarkSleep}, {"BenchmarkLoop", BenchmarkLoop}, {"BenchmarkParallel", BenchmarkParallel}, {"BenchmarkBytes", BenchmarkBytes}})
	r := testing.Benchmark(BenchmarkSleep)
	fmt.Println(r.N, r.T, r.NsPerOp(), r)
	r = testing.Benchmark(BenchmarkBytes)
	fmt.Println(r.AllocsPerOp(), r.AllocedBytesPerOp() >= 100, r.T)
	fmt.Println(testing.Benchmark(BenchmarkSub).N)
	fmt.Println(testing.BenchmarkResult{N: 1000, T: time.Second, Bytes: 1 << 20, MemAllocs: 3000, MemBytes: 64000}.String(), testing.BenchmarkResult{N: 10, MemAllocs: 30, MemBytes: 640}.MemString())
}
