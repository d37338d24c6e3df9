package math

import "math/bits"

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64 {
	if x == 0 || y == 0 || z == 0 || !finite(x) || !finite(y) || !finite(z) {
		if finite(x) && finite(y) && !finite(z) {
			return z // x*y may overflow
		}
		if z == 0 && x != 0 && y != 0 {
			return x * y
		}
		return x*y + z
	}
	negative := Signbit(x) != Signbit(y)
	m, e := split(x)
	n, f := split(y)
	hi, lo := bits.Mul64(m, n)
	exp := e + f
	c, g := split(z)
	chi, clo := uint64(0), c
	// Both as 128-bit numbers, led at bit 125, so that their sum fits.
	hi, lo, exp = lead(hi, lo, exp)
	chi, clo, g = lead(chi, clo, g)
	zNegative := Signbit(z)
	if exp < g || exp == g && hi < chi {
		hi, lo, exp, chi, clo, g = chi, clo, g, hi, lo, exp
		negative, zNegative = zNegative, negative
	}
	chi, clo = shiftSticky(chi, clo, uint(exp-g))
	if negative == zNegative {
		var carry uint64
		lo, carry = bits.Add64(lo, clo, 0)
		hi, _ = bits.Add64(hi, chi, carry)
	} else {
		var borrow uint64
		lo, borrow = bits.Sub64(lo, clo, 0)
		hi, borrow = bits.Sub64(hi, chi, borrow)
		if borrow != 0 {
			lo, borrow = bits.Sub64(0, lo, 0)
			hi, _ = bits.Sub64(0, hi, borrow)
			negative = !negative
		}
		if hi|lo == 0 {
			return 0
		}
	}
	return compose(negative, hi, lo, exp)
}

func finite(x float64) bool { return x-x == 0 }

// lead shifts a number that is not 0 so that its highest bit is bit 125.
func lead(hi, lo uint64, exp int) (uint64, uint64, int) {
	n := bits.LeadingZeros64(hi)
	if hi == 0 {
		n = 64 + bits.LeadingZeros64(lo)
	}
	n -= 2
	switch {
	case n >= 64:
		hi, lo = lo<<uint(n-64), 0
	case n > 0:
		hi, lo = hi<<uint(n)|lo>>uint(64-n), lo<<uint(n)
	case n < 0:
		hi, lo = hi>>uint(-n), hi<<uint(64+n)|lo>>uint(-n)
	}
	return hi, lo, exp - n
}

// shiftSticky shifts right; bits lost leave a 1 in the lowest place.
func shiftSticky(hi, lo uint64, n uint) (uint64, uint64) {
	sticky := uint64(0)
	switch {
	case n == 0:
		return hi, lo
	case n >= 128:
		return 0, 1
	case n >= 64:
		if lo != 0 || hi<<1<<(127-n) != 0 {
			sticky = 1
		}
		return 0, hi>>(n-64) | sticky
	}
	if lo<<(64-n) != 0 {
		sticky = 1
	}
	return hi >> n, hi<<(64-n) | lo>>n | sticky
}

// compose rounds (hi, lo) * 2**exp to the nearest number, ties to even.
func compose(negative bool, hi, lo uint64, exp int) float64 {
	hi, lo, exp = lead(hi, lo, exp)
	drop := 73 // bits below the mantissa
	if subnormal := 1 - bias - (exp + 125); subnormal > 0 {
		drop += subnormal
	}
	mant, rest := uint64(0), uint64(0)
	if drop < 127 {
		mant = hi >> uint(drop-64)
		rest = hi<<uint(128-drop) | lo>>uint(drop-64)
		if lo<<uint(128-drop) != 0 {
			rest |= 1
		}
	}
	if rest > 1<<63 || rest == 1<<63 && mant&1 != 0 {
		mant++
	}
	biased := exp + 125 + bias
	if biased <= 0 {
		biased = 1
	}
	word := uint64(biased-1)<<mantissaBits + mant
	if word>>mantissaBits >= exponentMask {
		word = exponentMask << mantissaBits
	}
	if negative {
		word |= signBit
	}
	return Float64frombits(word)
}
