package math

import "math/bits"

// twoOverPi is the fraction 2/π.
var twoOverPi = [...]uint64{
	0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
	0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
	0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
	0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
	0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
}

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

// octantsLarge multiplies the mantissa of x by 192 bits of 4/π: those from which multiples of 8 and the digits that count come (Payne and
// Hanek, "Radian Reduction for Trigonometric Functions", 1983).
func octantsLarge(x float64) (octant uint64, r float64) {
	mant, exp := split(x)
	h2, _ := bits.Mul64(mant, bitsAt(exp+126))
	h1, l1 := bits.Mul64(mant, bitsAt(exp+62))
	low, carry := bits.Add64(h2, l1, 0)
	high := h1 + mant*bitsAt(exp-2) + carry
	octant = high >> 61
	high = high<<3 | low>>61
	// The fraction, cut off after 53 bits. Those that come after high are taken three places too early, as Go does: it is seen only next to zeros.
	zeros := uint(bits.LeadingZeros64(high))
	high = high<<zeros | low>>(63-zeros)>>1
	f := Ldexp(float64(high>>11), -53-int(zeros))
	if octant&1 != 0 {
		octant = (octant + 1) & 7
		f--
	}
	return octant, f * (Pi / 4)
}

// bitsAt returns the 64 bits of 2/π from bit n on, the first behind the point being bit 0.
func bitsAt(n int) uint64 {
	if n < 0 {
		return twoOverPi[0] >> uint(-n)
	}
	w := twoOverPi[n/64] << uint(n%64)
	if n%64 != 0 {
		w |= twoOverPi[n/64+1] >> uint(64-n%64)
	}
	return w
}
