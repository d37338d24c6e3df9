// Package radian has the digits of 1/π from which the remainders of large angles come (Payne and Hanek, "Radian Reduction for Trigonometric Functions", 1983).
package radian

import "math/bits"

// twoOverPi is the fraction 2/π.
var twoOverPi = [...]uint64{
	0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
	0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
	0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
	0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
	0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
}

// Times multiplies a mantissa of 53 bits by the 192 bits of 2/π that follow the first n behind its point, and returns the upper two words of the lower three
// of the product: those above are whole multiples of the period, what is below does not count. n is at least -63.
func Times(mant uint64, n int) (high, low uint64) {
	h2, _ := bits.Mul64(mant, bitsAt(n+128))
	h1, l1 := bits.Mul64(mant, bitsAt(n+64))
	low, carry := bits.Add64(h2, l1, 0)
	return h1 + mant*bitsAt(n) + carry, low
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

// Normalize returns the leading 53 bits of a fraction, high and low being the bits behind its point, and how many zeros come before them; cut off, not rounded.
// If places are dropped from high beforehand, those of low stay where they are, as with Go: it is seen only next to zeros of functions.
func Normalize(high, low uint64) (mant uint64, zeros int) {
	zeros = bits.LeadingZeros64(high)
	high = high<<uint(zeros) | low>>uint(63-zeros)>>1
	return high >> 11, zeros
}
