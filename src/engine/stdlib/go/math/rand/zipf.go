package rand

import "math"

// A Zipf gives the numbers k from 0 to a largest one with a chance proportional to (v + k) ** -s. It works by rejection from the continuous
// distribution (Hörmann, Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", 1996).
type Zipf struct {
	r          *Rand
	largest    float64
	v, s       float64
	oneMinusS  float64
	inverse    float64 // 1 / (1 - s)
	atLargest  float64 // the integral up to the largest number and half
	width      float64 // from there to where 0 begins
	acceptable float64 // how near to a number its point is accepted at once
}

// NewZipf returns a source of numbers from 0 to imax. It returns nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, largest: float64(imax), v: v, s: s, oneMinusS: 1 - s, inverse: 1 / (1 - s)}
	z.atLargest = z.integral(z.largest + 0.5)
	z.width = z.integral(0.5) - math.Exp(math.Log(v)*-s) - z.atLargest
	z.acceptable = 1 - z.inverted(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// integral is that of (v + x) ** -s.
func (z *Zipf) integral(x float64) float64 {
	return math.Exp(z.oneMinusS*math.Log(z.v+x)) * z.inverse
}

// inverted is the inverse of integral.
func (z *Zipf) inverted(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusS*x)) - z.v
}

// Uint64 returns a number. It panics if z is nil.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		at := z.atLargest + z.r.Float64()*z.width
		x := z.inverted(at)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptable || at >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
