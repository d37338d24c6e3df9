// Package decimal writes binary floating-point numbers in decimal digits. Its parts are of such a size that programs which only print values as they are
// by default do without what verbs, precisions and other bases need.
package decimal

import (
	"math"
	"math/bits"
)

// A Format says how the bits of a floating-point type are used.
type Format struct {
	Mantissa int // bits of the mantissa without the implicit one
	Exponent int // bits of the exponent
	Bias     int
}

// The formats of float32 and float64.
var (
	Format32 = Format{23, 8, 127}
	Format64 = Format{52, 11, 1023}
)

// Split returns the parts of a value of format f with bits word: the sign, and a finite value as mant * 2**exp.
func (f *Format) Split(word uint64) (negative, finite bool, mant uint64, exp int) {
	negative = word>>uint(f.Mantissa+f.Exponent) != 0
	exp = int(word>>uint(f.Mantissa)) & (1<<uint(f.Exponent) - 1)
	mant = word & (1<<uint(f.Mantissa) - 1)
	finite = exp != 1<<uint(f.Exponent)-1
	if exp == 0 {
		exp = 1
	} else {
		mant |= 1 << uint(f.Mantissa)
	}
	return negative, finite, mant, exp - f.Bias - f.Mantissa
}

// AppendShortest writes f, single if it is a float32, as %v does: with as few digits as identify it, as 1.5e+06 where the exponent is below -4 or at least 6.
func AppendShortest(dst []byte, f float64, single bool) []byte {
	word, format := math.Float64bits(f), &Format64
	if single {
		word, format = uint64(math.Float32bits(float32(f))), &Format32
	}
	negative, finite, mant, exp := format.Split(word)
	switch {
	case f != f:
		return append(dst, "NaN"...)
	case negative:
		dst = append(dst, '-')
	case !finite:
		dst = append(dst, '+')
	}
	if !finite {
		return append(dst, "Inf"...)
	}
	var buf [24]byte
	d := Number{Digits: buf[:0]}
	d.SetShortest(mant, exp, format)
	if x := d.Point - 1; mant != 0 && (x < -4 || x >= 6) {
		return d.AppendE(dst, 'e', len(d.Digits)-1)
	}
	fraction := len(d.Digits) - d.Point
	if fraction < 0 {
		fraction = 0
	}
	return d.AppendF(dst, fraction)
}

// AppendUint appends the digits of n in base 2 to 16.
func AppendUint(dst []byte, n, base uint64) []byte {
	var buf [64]byte
	i := len(buf)
	for {
		i--
		buf[i] = "0123456789abcdef"[n%base]
		n /= base
		if n == 0 {
			return append(dst, buf[i:]...)
		}
	}
}

// A Number is 0.ddd * 10**Point, digits as characters, the first not '0'. Zero has no digits and point 0.
type Number struct {
	Digits []byte
	Point  int
}

// AppendE writes d.dddde±dd with prec digits after the point.
func (d *Number) AppendE(dst []byte, letter byte, prec int) []byte {
	exp := d.Point - 1
	if len(d.Digits) == 0 {
		exp = 0
	}
	dst = append(dst, d.at(0))
	if prec > 0 {
		dst = append(dst, '.')
	}
	for i := 1; i <= prec; i++ {
		dst = append(dst, d.at(i))
	}
	return AppendExponent(append(dst, letter), exp)
}

// AppendExponent writes a sign and at least two digits.
func AppendExponent(dst []byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendUint(dst, uint64(exp), 10)
}

// AppendF writes ddd.dddd with prec digits after the point.
func (d *Number) AppendF(dst []byte, prec int) []byte {
	if d.Point <= 0 {
		dst = append(dst, '0')
	}
	i := 0
	if d.Point < 0 {
		i = d.Point
	}
	for ; i < d.Point+prec; i++ {
		if i == d.Point {
			dst = append(dst, '.')
		}
		dst = append(dst, d.at(i))
	}
	return dst
}

func (d *Number) at(i int) byte {
	if i < 0 || i >= len(d.Digits) {
		return '0'
	}
	return d.Digits[i]
}

// SetInteger sets d to n / 10**scale without trailing zeros.
func (d *Number) SetInteger(n uint64, scale int) {
	d.Digits = AppendUint(d.Digits[:0], n, 10)
	d.Point = len(d.Digits) - scale
	end := len(d.Digits)
	for end > 0 && d.Digits[end-1] == '0' {
		end--
	}
	d.Digits = d.Digits[:end]
	if end == 0 {
		d.Point = 0
	}
}

// SetShortest sets d to the number with the fewest digits that is nearer to mant*2**exp than to any other value of the format, and among
// those to the nearest.
func (d *Number) SetShortest(mant uint64, exp int, format *Format) {
	if mant == 0 {
		d.Digits, d.Point = d.Digits[:0], 0
		return
	}
	if !d.setShort(mant, exp, format == &Format32) {
		d.generate(mant, exp, format)
	}
}

// setShort succeeds for values that have a short decimal form, as those that people write have. A float64 identifies every number of at most 15
// digits (float32: 6), so a form that short which reads back as the value is the only one; trying fewer fraction digits first finds
// it without trailing zeros. n / 10**k is rounded once because both are exact.
func (d *Number) setShort(mant uint64, exp int, single bool) bool {
	x := ldexp(mant, exp)
	limit, places := 1e15, 22
	if single {
		limit, places = 1e6, 7 // beyond 7, rounding to float64 first could hide a tie
	}
	if x >= limit || x < 1e-22 {
		return false
	}
	power := 1.0 // exact up to 1e22
	for k := 0; k <= places; k++ {
		n := math.Floor(x*power + 0.5)
		if n >= limit {
			return false
		}
		y := n / power
		if y == x || single && float64(float32(y)) == x {
			d.SetInteger(uint64(n), k)
			return true
		}
		power *= 10
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

// A Quotient is a value num/den whose digits are taken one by one.
type Quotient struct{ Num, Den Natural }

// Fraction returns the value mant*2**exp as a quotient, and an estimate of the point its digits have as a decimal: right or one too small.
func Fraction(mant uint64, exp int) (q Quotient, point int) {
	q = Quotient{NewNatural(mant), NewNatural(1)}
	if exp >= 0 {
		q.Num = q.Num.Shift(exp)
	} else {
		q.Den = q.Den.Shift(-exp)
	}
	// log10(2) = 0.30103: the estimate is never too large, and at most one too small.
	point = int(math.Ceil(float64(exp+64-bits.LeadingZeros64(mant)-1)*0.30102999566398120 - 1e-10))
	return q, point
}

// Next takes the next digit off: ten times the rest, divided.
func (q *Quotient) Next() byte {
	q.Num = q.Num.Times(10, 0)
	digit := byte('0')
	for q.Num.Compare(q.Den) >= 0 {
		q.Num = q.Num.Minus(q.Den)
		digit++
	}
	return digit
}

// generate is the algorithm of Steele and White with the improvements of Burger and Dybvig ("Printing Floating-Point Numbers Quickly
// and Accurately", 1996): all numbers between the midpoints below and above read back as the value; digits are produced until the rest
// lies within them.
func (d *Number) generate(mant uint64, exp int, format *Format) {
	even := mant&1 == 0 // then the midpoints themselves read back as the value
	q, point := Fraction(mant, exp)
	// Everything times two, so that the distance to a midpoint is a whole number; times four where the value below is half as far away.
	scale := 1
	if mant == 1<<uint(format.Mantissa) && exp > 1-format.Bias-format.Mantissa {
		scale = 2
	}
	q.Num, q.Den = q.Num.Shift(scale), q.Den.Shift(scale)
	below := NewNatural(1)
	if exp > 0 {
		below = below.Shift(exp)
	}
	above := below.Shift(scale - 1)
	if point >= 0 {
		q.Den = q.Den.TimesPower10(point)
	} else {
		q.Num, below, above = q.Num.TimesPower10(-point), below.TimesPower10(-point), above.TimesPower10(-point)
	}
	if q.Num.passes(above, q.Den, even) {
		point++
		q.Den = q.Den.Times(10, 0)
	}
	d.Digits, d.Point = d.Digits[:0], point
	for {
		digit := q.Next()
		below, above = below.Times(10, 0), above.Times(10, 0)
		down := below.passes(nil, q.Num, even)
		up := q.Num.passes(above, q.Den, even)
		if up && (!down || q.Num.passes(q.Num, q.Den, digit&1 != 0)) {
			digit++
		}
		d.Digits = append(d.Digits, digit)
		if up || down {
			return
		}
	}
}

// passes reports whether x+y is more than z, or equal to it if that is enough.
func (x Natural) passes(y, z Natural, equal bool) bool {
	c := x.CompareSum(y, z)
	return c > 0 || c == 0 && equal
}
