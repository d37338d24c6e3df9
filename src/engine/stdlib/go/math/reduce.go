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

// reduce returns x = q*π/2 + r, q modulo 4, |r| <= π/4; x is finite.
func reduce(x float64) (q int, r double) {
	if a := Abs(x); a <= Pi/4 {
		return 0, double{x, 0}
	} else if a > 1<<20 {
		return reduceLarge(x)
	}
	n := RoundToEven(x * (2 / Pi))
	r = sum(x, 0).plus(product(-n, halfPi.hi)).plus(product(-n, halfPi.lo)).plusOne(-n * halfPiLow)
	return int(n) & 3, r
}

// reduceLarge multiplies the mantissa of x by 192 bits of 2/π: those from which multiples of 4 and the digits that count come (Payne and
// Hanek, "Radian Reduction for Trigonometric Functions", 1983).
func reduceLarge(x float64) (q int, r double) {
	mant, exp := split(x)
	var w [3]uint64
	for i := range w {
		w[i] = bitsAt(exp - 2 + 64*i)
	}
	h2, l2 := bits.Mul64(mant, w[2])
	h1, l1 := bits.Mul64(mant, w[1])
	_, l0 := bits.Mul64(mant, w[0])
	low := l2
	mid, carry := bits.Add64(h2, l1, 0)
	top := l0 + h1 + carry
	q = int(top >> 62)
	top = top<<2 | mid>>62
	mid = mid<<2 | low>>62
	negative := top>>63 != 0
	if negative {
		// Nearer to the next multiple.
		q++
		top, mid = ^top, ^mid
	}
	f := sum(float64(top>>11)*0x1p-53, float64(top<<53>>11|mid>>22)*0x1p-106)
	r = f.times(halfPi)
	if negative {
		r = r.negated()
	}
	if x < 0 {
		q, r = -q, r.negated()
	}
	return q & 3, r
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
