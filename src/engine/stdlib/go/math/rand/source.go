package rand

import "internal/rt"

// A Source is a source of random numbers from 0 to 1<<63-1. Several goroutines must not use it at a time.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 is a Source that also gives 64 random bits at a time.
type Source64 interface {
	Source
	Uint64() uint64
}

const (
	lagLength = 607
	lagTap    = 273
)

// lagged is an additive lagged Fibonacci generator: each number is the sum of those 607 and 273 places before it. It is the generator of Go's
// package too, so that the same seed gives the same numbers.
type lagged struct {
	tap, feed int
	state     [lagLength]uint64
}

// NewSource returns a Source that gives always the same numbers for a seed.
func NewSource(seed int64) Source {
	s := new(lagged)
	s.Seed(seed)
	return s
}

// lehmer is the generator that fills the state.
func lehmer(x uint64) uint64 { return x * 48271 % (1<<31 - 1) }

func (s *lagged) Seed(seed int64) {
	s.tap, s.feed = 0, lagLength-lagTap
	seed %= 1<<31 - 1
	if seed < 0 {
		seed += 1<<31 - 1
	}
	if seed == 0 {
		seed = 89482311
	}
	x := uint64(seed)
	for i := 0; i < 20; i++ {
		x = lehmer(x)
	}
	for i := range s.state {
		x = lehmer(x)
		u := x << 40
		x = lehmer(x)
		u ^= x << 20
		x = lehmer(x)
		s.state[i] = u ^ x ^ mixed[i]
	}
}

func (s *lagged) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

func (s *lagged) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += lagLength
	}
	s.feed--
	if s.feed < 0 {
		s.feed += lagLength
	}
	x := s.state[s.feed] + s.state[s.tap]
	s.state[s.feed] = x
	return x
}

// runSource is the source of the functions of this package until Seed is called. It takes one random number of the run's schedule, at first
// use, and is SplitMix64 from there on (Steele, Lea, Flood 2014).
type runSource struct {
	started bool
	state   uint64
}

func (s *runSource) Seed(seed int64) { s.started, s.state = true, uint64(seed) }
func (s *runSource) Int63() int64    { return int64(s.Uint64() >> 1) }

func (s *runSource) Uint64() uint64 {
	if !s.started {
		s.Seed(int64(rt.RandUint64()))
	}
	s.state += 0x9E3779B97F4A7C15
	z := s.state
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
