// Package zipf has the distribution that math/rand and math/rand/v2 share.
package zipf

import "math"

// A Distribution gives the numbers k from 0 to a largest one with a chance proportional to (v + k) ** -s. It works by rejection from the continuous
// distribution (Hörmann, Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", 1996).
type Distribution struct {
	largest    float64
	v, s       float64
	oneMinusS  float64
	inverse    float64 // 1 / (1 - s)
	atLargest  float64 // the integral up to the largest number and half
	width      float64 // from there to where 0 begins
	acceptable float64 // how near to a number its point is accepted at once
}

// New returns the distribution of the numbers from 0 to imax, for s > 1 and v >= 1.
func New(s, v float64, imax uint64) *Distribution {
	z := &Distribution{largest: float64(imax), v: v, s: s, oneMinusS: 1 - s, inverse: 1 / (1 - s)}
	z.atLargest = z.integral(z.largest + 0.5)
	z.width = z.integral(0.5) - math.Exp(math.Log(v)*-s) - z.atLargest
	z.acceptable = 1 - z.inverted(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// integral is that of (v + x) ** -s.
func (z *Distribution) integral(x float64) float64 {
	return math.Exp(z.oneMinusS*math.Log(z.v+x)) * z.inverse
}

// inverted is the inverse of integral.
func (z *Distribution) inverted(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusS*x)) - z.v
}

// Next returns a number; random gives numbers in [0, 1).
func (z *Distribution) Next(random func() float64) uint64 {
	for {
		at := z.atLargest + random()*z.width
		x := z.inverted(at)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptable || at >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
