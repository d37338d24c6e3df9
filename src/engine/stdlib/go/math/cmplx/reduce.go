package cmplx

import (
	"internal/radian"
	"math"
)

// reduce returns x less a multiple of π, between -π/2 and π/2; x is not below -π/2.
func reduce(x float64) float64 {
	if x >= 1<<30 && !undefined(x) {
		return reduceLarge(x)
	}
	n := math.Trunc(x/math.Pi + 0.5)
	return ((x - n*(4 * 7.85398125648498535156e-1)) - n*(4 * 3.77489470793079817668e-8)) - n*(4 * 2.69515142907905952645e-15)
}

// reduceLarge does it for numbers of which no multiple of π is exact.
func reduceLarge(x float64) float64 {
	b := math.Float64bits(x)
	high, low := radian.Times(b&(1<<52-1)|1<<52, int(b>>52)-1075-1)
	mant, zeros := radian.Normalize(high, low)
	f := math.Ldexp(float64(mant), -53-zeros)
	if f > 0.5 {
		f--
	}
	return math.Pi * f
}
