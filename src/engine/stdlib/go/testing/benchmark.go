package testing

import "time"

// B is a benchmark. Time is virtual here: benchmarks can be run, but what they measure is only the time they wait.
type B struct {
	common
	N       int
	loops   int
	elapsed time.Duration
	running bool
	began   time.Time
}

// Loop reports whether to run the body once more: for b.Loop() { ... }.
func (b *B) Loop() bool {
	b.loops++
	return b.loops <= b.N
}

// ResetTimer forgets the time so far.
func (b *B) ResetTimer() {
	b.elapsed = 0
	b.began = time.Now()
}

// StartTimer goes on measuring.
func (b *B) StartTimer() {
	if !b.running {
		b.running = true
		b.began = time.Now()
	}
}

// StopTimer stops measuring.
func (b *B) StopTimer() {
	if b.running {
		b.running = false
		b.elapsed += time.Since(b.began)
	}
}

// Elapsed returns the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.running {
		return b.elapsed + time.Since(b.began)
	}
	return b.elapsed
}

// ReportAllocs does nothing: allocations are not counted here.
func (b *B) ReportAllocs() {}

// A BenchmarkResult is what Benchmark measured.
type BenchmarkResult struct {
	N int
	T time.Duration
}

// NsPerOp returns the nanoseconds of one run.
func (r BenchmarkResult) NsPerOp() int64 {
	if r.N <= 0 {
		return 0
	}
	return r.T.Nanoseconds() / int64(r.N)
}

// Benchmark runs f with b.N = 100.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{N: 100}
	b.common = *newCommon("benchmark", nil)
	b.StartTimer()
	f(b)
	b.StopTimer()
	return BenchmarkResult{b.N, b.elapsed}
}
