package math

import "internal/radian"

// octants returns x = octant*π/4 + r for finite x >= 0, |r| <= π/4; octant is even, modulo 8.
//
// The method is that of Cephes: π/4 in three parts, whole multiples of which are exact (Cody and Waite).
func octants(x float64) (octant uint64, r float64) {
	if x >= 1<<29 {
		return octantsLarge(x)
	}
	octant = uint64(x * (4 / Pi))
	octant += octant & 1
	n := float64(octant)
	return octant & 7, ((x - n*7.85398125648498535156e-1) - n*3.77489470793079817668e-8) - n*2.69515142907905952645e-15
}

// octantsLarge does it for numbers of which no multiple of π/4 is exact.
func octantsLarge(x float64) (octant uint64, r float64) {
	mant, exp := split(x)
	high, low := radian.Times(mant, exp-2)
	octant = high >> 61
	mant, zeros := radian.Normalize(high<<3|low>>61, low)
	f := Ldexp(float64(mant), -53-zeros)
	if octant&1 != 0 {
		octant = (octant + 1) & 7
		f--
	}
	return octant, f * (Pi / 4)
}
