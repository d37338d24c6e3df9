package runtime

import "internal/rt"

// MemProfileRate is how many bytes lie between two samples of Go's memory profile. Setting it has no effect: there is no such profile here.
var MemProfileRate = 512 * 1024

// MemStats holds figures about memory. Those without a meaning on this machine are 0.
type MemStats struct {
	Alloc         uint64 // bytes of heap objects
	TotalAlloc    uint64 // bytes of heap objects allocated so far
	Sys           uint64 // bytes of heap objects
	Lookups       uint64
	Mallocs       uint64 // objects allocated so far
	Frees         uint64 // objects that collections have freed so far
	HeapAlloc     uint64 // bytes of heap objects
	HeapSys       uint64 // the same
	HeapIdle      uint64
	HeapInuse     uint64 // bytes of heap objects
	HeapReleased  uint64
	HeapObjects   uint64 // objects not freed
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32 // collections so far
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	bytes, mallocs, collections, freedBytes, freedObjects := rt.HeapInfo()
	b := uint64(bytes)
	// Field by field: programs that count allocations must not find one of ours.
	m.Alloc, m.TotalAlloc, m.Sys = b, b+uint64(freedBytes), b
	m.HeapAlloc, m.HeapSys, m.HeapInuse = b, b, b
	m.Frees, m.HeapObjects = uint64(freedObjects), uint64(mallocs-freedObjects)
	m.Mallocs, m.NumGC, m.EnableGC = uint64(mallocs), uint32(collections), true
}
