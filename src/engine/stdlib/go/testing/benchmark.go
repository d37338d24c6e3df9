package testing

import (
	"fmt"
	"math"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// B is a benchmark. Time is virtual here: benchmarks can be run, but what they measure is only the time they wait.
type B struct {
	common
	N           int
	loops       int
	elapsed     time.Duration
	running     bool
	began       time.Time
	bytes       int64
	showAllocs  bool
	parallelism int
	extra       map[string]float64

	mallocs, memory         uint64 // while running
	mallocsThen, memoryThen uint64 // when it began to run
}

// iterations is b.N of every benchmark: virtual time gives no reason to choose it.
const iterations = 100

// Loop reports whether to run the body once more: for b.Loop() { ... }. What comes before the loop is not measured.
func (b *B) Loop() bool {
	if b.loops == 0 {
		b.ResetTimer()
	}
	b.loops++
	if b.loops <= b.N {
		return true
	}
	b.StopTimer()
	return false
}

// stats is no variable of allocated: that would be an allocation to be counted.
var stats runtime.MemStats

func allocated() (mallocs, memory uint64) {
	runtime.ReadMemStats(&stats)
	return stats.Mallocs, stats.TotalAlloc
}

// ResetTimer forgets what was measured so far, and ReportMetric.
func (b *B) ResetTimer() {
	b.extra = nil
	if b.running {
		b.mallocsThen, b.memoryThen = allocated()
		b.began = time.Now()
	}
	b.elapsed, b.mallocs, b.memory = 0, 0, 0
}

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.running {
		b.mallocsThen, b.memoryThen = allocated()
		b.running = true
		b.began = time.Now()
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.running {
		b.elapsed += time.Since(b.began)
		mallocs, memory := allocated()
		b.mallocs += mallocs - b.mallocsThen
		b.memory += memory - b.memoryThen
		b.running = false
	}
}

// Elapsed returns the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.running {
		return b.elapsed + time.Since(b.began)
	}
	return b.elapsed
}

// ReportAllocs asks for allocations in the result's text.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a measurement with a unit to the result, or takes the place of one that would be there anyway.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\r\n\v\f") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = make(map[string]float64)
	}
	b.extra[unit] = n
}

// SetBytes says how many bytes one run deals with, for the throughput.
func (b *B) SetBytes(n int64) { b.bytes = n }

// SetParallelism sets how many goroutines RunParallel starts for each processor, of which there is one.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// A PB hands out the runs of a parallel benchmark.
type PB struct{ left *int64 }

// Next reports whether to run the body once more.
func (pb *PB) Next() bool { return atomic.AddInt64(pb.left, -1) >= 0 }

// RunParallel calls body in several goroutines, which share b.N runs: for pb.Next() { ... }.
func (b *B) RunParallel(body func(*PB)) {
	left := int64(b.N)
	n := b.parallelism
	if n == 0 {
		n = 1
	}
	var wg sync.WaitGroup
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body(&PB{&left})
		}()
	}
	wg.Wait()
	if left > 0 && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// Run runs f as a benchmark within b. It reports whether it has not failed.
func (b *B) Run(name string, f func(b *B)) bool {
	sub := newBenchmark(b.subName(name), &b.common)
	sub.measure(f)
	if b.verbose {
		fmt.Println(sub.name + sub.result().String())
	}
	return !sub.Failed()
}

func newBenchmark(name string, parent *common) *B {
	b := &B{N: iterations}
	b.common = *newCommon(name, parent)
	return b
}

// measure calls f in a goroutine of its own, which FailNow and SkipNow can end.
func (b *B) measure(f func(b *B)) {
	go func() {
		defer close(b.ended)
		defer b.runCleanups()
		b.StartTimer()
		defer b.StopTimer()
		f(b)
	}()
	<-b.ended
}

func (b *B) result() BenchmarkResult {
	return BenchmarkResult{b.N, b.elapsed, b.bytes, b.mallocs, b.memory, b.extra}
}

// A BenchmarkResult is what Benchmark measured.
type BenchmarkResult struct {
	N         int                // runs
	T         time.Duration      // time of all
	Bytes     int64              // bytes that one run deals with
	MemAllocs uint64             // objects allocated
	MemBytes  uint64             // bytes allocated
	Extra     map[string]float64 // from ReportMetric
}

// NsPerOp returns the nanoseconds of one run.
func (r BenchmarkResult) NsPerOp() int64 {
	if v, ok := r.Extra["ns/op"]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

// AllocsPerOp returns the objects allocated in one run.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.perRun("allocs/op", r.MemAllocs) }

// AllocedBytesPerOp returns the bytes allocated in one run.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perRun("B/op", r.MemBytes) }

func (r BenchmarkResult) perRun(unit string, total uint64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return int64(total) / int64(r.N)
}

// MemString writes the allocations as go test -benchmem does.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// String writes the measurements as go test does, allocations excepted.
func (r BenchmarkResult) String() string {
	text := fmt.Sprintf("%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		text += "\t" + measurement(ns, "ns/op")
	}
	if mb := r.throughput(); mb != 0 {
		text += fmt.Sprintf("\t%7.2f MB/s", mb)
	}
	var units []string
	for unit := range r.Extra {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			units = append(units, unit)
		}
	}
	sort.Strings(units)
	for _, unit := range units {
		text += "\t" + measurement(r.Extra[unit], unit)
	}
	return text
}

// throughput is in millions of bytes a second.
func (r BenchmarkResult) throughput() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// measurement writes x with about four digits, points under each other.
func measurement(x float64, unit string) string {
	switch y := math.Abs(x); {
	case y == 0 || y >= 999.95:
		return fmt.Sprintf("%10.0f %s", x, unit)
	case y >= 99.995:
		return fmt.Sprintf("%12.1f %s", x, unit)
	case y >= 9.9995:
		return fmt.Sprintf("%13.2f %s", x, unit)
	case y >= 0.99995:
		return fmt.Sprintf("%14.3f %s", x, unit)
	case y >= 0.099995:
		return fmt.Sprintf("%15.4f %s", x, unit)
	case y >= 0.0099995:
		return fmt.Sprintf("%16.5f %s", x, unit)
	case y >= 0.00099995:
		return fmt.Sprintf("%17.6f %s", x, unit)
	}
	return fmt.Sprintf("%18.7f %s", x, unit)
}

// Benchmark runs f with b.N = 100.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := newBenchmark("benchmark", nil)
	b.measure(f)
	return b.result()
}

// An InternalBenchmark is a benchmark by name. It is used by the program that runs benchmarks.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// RunBenchmarks runs the benchmarks whose names match and prints what they measure. matchString is asked with the pattern ".".
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	for _, benchmark := range benchmarks {
		if ok, err := matchString(".", benchmark.Name); !ok || err != nil {
			continue
		}
		b := newBenchmark(benchmark.Name, root)
		b.measure(benchmark.F)
		r := b.result()
		text := r.String()
		if b.showAllocs {
			text += "\t" + r.MemString()
		}
		fmt.Println(b.name + "\t" + text)
	}
}
