package rand

import (
	"errors"
	"internal/rt"
	"math/bits"
)

// A PCG is a permuted congruential generator with 128 bits of state and the output function DXSM (O'Neill, "PCG: A Family of Simple Fast
// Space-Efficient Statistically Good Algorithms", 2014).
type PCG struct{ hi, lo uint64 }

// NewPCG returns a PCG with these two halves of a seed.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed sets the state.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 returns 64 random bits.
func (p *PCG) Uint64() uint64 {
	const (
		factorHi, factorLo       = 2549297995355413924, 4865540595714422341
		incrementHi, incrementLo = 6364136223846793005, 1442695040888963407
	)
	hi, lo := bits.Mul64(p.lo, factorLo)
	hi += p.hi*factorLo + p.lo*factorHi
	lo, carry := bits.Add64(lo, incrementLo, 0)
	hi, _ = bits.Add64(hi, incrementHi, carry)
	p.hi, p.lo = hi, lo

	hi ^= hi >> 32
	hi *= 0xda942042e4dd58b5
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// runSource is the source of the functions of the package: a PCG whose seed is taken from the run's schedule at first use.
type runSource struct {
	pcg     PCG
	started bool
}

func (s *runSource) Uint64() uint64 {
	if !s.started {
		s.started = true
		s.pcg.Seed(rt.RandUint64(), 0)
	}
	return s.pcg.Uint64()
}

const pcgHeader = "pcg:"

// MarshalBinary returns the state, for UnmarshalBinary.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// AppendBinary appends what MarshalBinary returns to b.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendBigEndian(appendBigEndian(append(b, pcgHeader...), p.hi), p.lo), nil
}

// UnmarshalBinary sets the state to one that MarshalBinary returned.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != len(pcgHeader)+16 || string(data[:len(pcgHeader)]) != pcgHeader {
		return errPCG
	}
	p.hi, p.lo = bigEndian(data[4:]), bigEndian(data[12:])
	return nil
}

var errPCG = errors.New("invalid PCG encoding")
