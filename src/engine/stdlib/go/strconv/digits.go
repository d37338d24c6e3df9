package strconv

import (
	"math"
	"math/bits"
)

// powers10 are the powers of ten that a float64 holds exactly.
var powers10 = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// setInteger sets d to n / 10**scale without trailing zeros.
func (d *decimal) setInteger(n uint64, scale int) {
	d.digits = AppendUint(d.digits[:0], n, 10)
	d.point = len(d.digits) - scale
	end := len(d.digits)
	for end > 0 && d.digits[end-1] == '0' {
		end--
	}
	d.digits = d.digits[:end]
	if end == 0 {
		d.point = 0
	}
}

// setShortest sets d to the number with the fewest digits that is nearer to mant*2**exp than to any other value of the format, and among
// those to the nearest.
func (d *decimal) setShortest(mant uint64, exp int, format *floatFormat) {
	if mant == 0 {
		d.digits, d.point = d.digits[:0], 0
		return
	}
	if !d.setShort(mant, exp, format) {
		d.generateShortest(mant, exp, format)
	}
}

// setShort succeeds for values that have a short decimal form, as those that people write have. A float64 identifies every number of at most 15
// digits (float32: 6), so a form that short which reads back as the value is the only one; trying fewer fraction digits first finds
// it without trailing zeros. n / 10**k is rounded once because both are exact.
func (d *decimal) setShort(mant uint64, exp int, format *floatFormat) bool {
	x := ldexp(mant, exp)
	limit, places := 1e15, 22
	if format == &format32 {
		limit, places = 1e6, 7 // beyond 7, rounding to float64 first could hide a tie
	}
	if x >= limit || x < 1e-22 {
		return false
	}
	for k := 0; k <= places; k++ {
		n := math.Floor(x*powers10[k] + 0.5)
		if n >= limit {
			return false
		}
		y := n / powers10[k]
		if y == x || format == &format32 && float64(float32(y)) == x {
			d.setInteger(uint64(n), k)
			return true
		}
	}
	return false
}

// ldexp returns mant*2**exp where that is a float64; subnormal results are given as 0.
func ldexp(mant uint64, exp int) float64 {
	x := float64(mant)
	biased := int(math.Float64bits(x)>>52) + exp
	if biased <= 0 {
		return 0
	}
	return math.Float64frombits(math.Float64bits(x)&(1<<52-1) | uint64(biased)<<52)
}

// fraction returns the value mant*2**exp as num/den, and an estimate of the point its digits have as a decimal: right or one too small.
func fraction(mant uint64, exp int) (num, den natural, point int) {
	num, den = newNatural(mant), newNatural(1)
	if exp >= 0 {
		num = num.shift(uint(exp))
	} else {
		den = den.shift(uint(-exp))
	}
	// log10(2) = 0.30103: the estimate is never too large, and at most one too small.
	point = int(math.Ceil(float64(exp+64-bits.LeadingZeros64(mant)-1)*0.30102999566398120 - 1e-10))
	return num, den, point
}

// generateShortest is the algorithm of Steele and White with the improvements of Burger and Dybvig ("Printing Floating-Point Numbers Quickly
// and Accurately", 1996): all numbers between the midpoints below and above read back as the value; digits are produced until the rest
// lies within them.
func (d *decimal) generateShortest(mant uint64, exp int, format *floatFormat) {
	even := mant&1 == 0 // then the midpoints themselves read back as the value
	num, den, point := fraction(mant, exp)
	// Everything times two, so that the distance to a midpoint is a whole number: below and above.
	num, den = num.double(), den.double()
	below := newNatural(1)
	if exp > 0 {
		below = below.shift(uint(exp))
	}
	above := below.shift(0)
	if mant == 1<<uint(format.mantissa) && exp > 1-format.bias-format.mantissa {
		// The value below is half as far away.
		num, den, above = num.double(), den.double(), above.double()
	}
	if point >= 0 {
		den = den.timesPower10(point)
	} else {
		num, below, above = num.timesPower10(-point), below.timesPower10(-point), above.timesPower10(-point)
	}
	if c := num.compareSum(above, den); c > 0 || c == 0 && even {
		point++
		den = den.times(10, 0)
	}
	d.digits, d.point = d.digits[:0], point
	for {
		num, below, above = num.times(10, 0), below.times(10, 0), above.times(10, 0)
		digit := byte('0')
		for num.compare(den) >= 0 {
			num = num.minus(den)
			digit++
		}
		low := num.compare(below)
		high := num.compareSum(above, den)
		down := low < 0 || low == 0 && even
		up := high > 0 || high == 0 && even
		if !down && !up {
			d.digits = append(d.digits, digit)
			continue
		}
		if up && down {
			half := num.compareSum(num, den)
			up = half > 0 || half == 0 && digit&1 != 0
		}
		if up {
			digit++
		}
		d.digits = append(d.digits, digit)
		return
	}
}

// setRounded sets d to mant*2**exp rounded, ties to even, to count digits after the point (absolute) or in all.
func (d *decimal) setRounded(mant uint64, exp, count int, absolute bool) {
	d.digits, d.point = d.digits[:0], 0
	if mant == 0 || absolute && d.setScaled(mant, exp, count) {
		return
	}
	num, den, point := fraction(mant, exp)
	if point >= 0 {
		den = den.timesPower10(point)
	} else {
		num = num.timesPower10(-point)
	}
	if num.compare(den) >= 0 {
		point++
		den = den.times(10, 0)
	}
	if absolute {
		count += point
	}
	if count < 0 {
		return
	}
	d.point = point
	for len(d.digits) < count && len(num) > 0 {
		num = num.times(10, 0)
		digit := byte('0')
		for num.compare(den) >= 0 {
			num = num.minus(den)
			digit++
		}
		d.digits = append(d.digits, digit)
	}
	half := num.compareSum(num, den)
	odd := len(d.digits) > 0 && d.digits[len(d.digits)-1]&1 != 0
	if half > 0 || half == 0 && odd {
		d.increment()
	}
	if len(d.digits) == 0 {
		d.point = 0
	}
}

// increment adds one to the last digit.
func (d *decimal) increment() {
	for i := len(d.digits) - 1; i >= 0; i-- {
		if d.digits[i] != '9' {
			d.digits[i]++
			d.digits = d.digits[:i+1]
			return
		}
	}
	d.digits = append(d.digits[:0], '1')
	d.point++
}

// setScaled does what setRounded does where mant * 10**places and the result fit in 128 and 64 bits.
func (d *decimal) setScaled(mant uint64, exp, places int) bool {
	if exp > 0 || exp <= -128 || places > 19 {
		return false
	}
	power := uint64(1)
	for i := 0; i < places; i++ {
		power *= 10
	}
	hi, lo := bits.Mul64(mant, power)
	shift := uint(-exp)
	if shift == 0 {
		if hi != 0 {
			return false
		}
		d.setInteger(lo, places)
		return true
	}
	// whole is the product >> shift; rest the bits shifted out, moved to the top of 128.
	var whole, restHi, restLo uint64
	switch {
	case shift < 64:
		if hi>>shift != 0 {
			return false
		}
		whole = hi<<(64-shift) | lo>>shift
		restHi = lo << (64 - shift)
	case shift == 64:
		whole, restHi = hi, lo
	default:
		whole = hi >> (shift - 64)
		restHi = hi<<(128-shift) | lo>>(shift-64)
		restLo = lo << (128 - shift)
	}
	if half := uint64(1 << 63); restHi > half || restHi == half && (restLo != 0 || whole&1 != 0) {
		whole++
		if whole == 0 {
			return false
		}
	}
	d.setInteger(whole, places)
	return true
}
