// Package rand has pseudo-random numbers.
//
// The functions of the package take their seed from the schedule of the run: the same schedule gives the same numbers.
package rand

import "math/bits"

// A Source gives 64 random bits at a time. Several goroutines must not use it at a time.
type Source interface {
	Uint64() uint64
}

// A Rand gives random numbers of all kinds.
type Rand struct{ src Source }

// New returns a Rand with numbers from src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 returns a number from 0 to 1<<63-1.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 returns 32 random bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns 64 random bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number from 0 to 1<<31-1.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a number that is not negative.
func (r *Rand) Int() int { return int(uint(r.src.Uint64()) << 1 >> 1) }

// Uint returns a random uint.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below64 returns a number from 0 to n-1 by multiplication (Lemire, "Fast Random Integer Generation in an Interval", 2019).
func (r *Rand) below64(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.Uint64(), n)
	if lo < n {
		threshold := -n % n
		for lo < threshold {
			hi, lo = bits.Mul64(r.Uint64(), n)
		}
	}
	return hi
}

// Int64N returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below64(uint64(n)))
}

// Uint64N returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below64(n)
}

// Int32N returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below64(uint64(n)))
}

// Uint32N returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below64(uint64(n)))
}

// IntN returns a number from 0 to n-1. It panics if n <= 0.
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below64(uint64(n)))
}

// UintN returns a number from 0 to n-1. It panics if n is 0.
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below64(uint64(n)))
}

// Float64 returns a number from 0 to less than 1.
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number from 0 to less than 1.
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers from 0 to n-1 in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n elements, which swap exchanges, in random order. It panics if n < 0.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below64(uint64(i+1))))
	}
}
