package rand

import "internal/zipf"

// A Zipf gives the numbers k from 0 to a largest one with a chance proportional to (v + k) ** -s.
type Zipf struct {
	r            *Rand
	distribution *zipf.Distribution
}

// NewZipf returns a source of numbers from 0 to imax. It returns nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	return &Zipf{r, zipf.New(s, v, imax)}
}

// Uint64 returns a number. It panics if z is nil.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.distribution.Next(z.r.Float64)
}
