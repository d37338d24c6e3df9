package strconv

import (
	"math"
	"math/bits"
)

// A floatFormat says how the bits of a floating-point type are used.
type floatFormat struct {
	mantissa int // bits of the mantissa without the implicit one
	exponent int // bits of the exponent
	bias     int
}

var (
	format32 = floatFormat{23, 8, 127}
	format64 = floatFormat{52, 11, 1023}
)

// FormatFloat writes f, a value that was rounded to bitSize (32 or 64) bits.
//
// The letter says how: 'e' or 'E' -d.dddde±dd, 'f' or 'F' -ddd.dddd, 'g' or 'G' like e for large exponents and like f for others, 'b'
// -ddddp±ddd with a binary exponent, 'x' or 'X' -0x1.hhhhp±dd. prec is the number of digits after the point (e, f, x) or the largest
// number of digits (g); -1 asks for as few as identify f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	return string(AppendFloat(make([]byte, 0, 24), f, fmt, prec, bitSize))
}

// AppendFloat appends what FormatFloat returns to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	var word uint64
	var format *floatFormat
	switch bitSize {
	case 32:
		word, format = uint64(math.Float32bits(float32(f))), &format32
	case 64:
		word, format = math.Float64bits(f), &format64
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	negative := word>>uint(format.mantissa+format.exponent) != 0
	exp := int(word>>uint(format.mantissa)) & (1<<uint(format.exponent) - 1)
	mant := word & (1<<uint(format.mantissa) - 1)
	if exp == 1<<uint(format.exponent)-1 {
		if mant != 0 {
			return append(dst, "NaN"...)
		}
		if negative {
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	}
	// From here on the value is mant * 2**exp.
	if exp == 0 {
		exp = 1
	} else {
		mant |= 1 << uint(format.mantissa)
	}
	exp -= format.bias + format.mantissa
	if negative {
		dst = append(dst, '-')
	}
	switch fmt {
	case 'b':
		return appendBinary(dst, mant, exp)
	case 'x', 'X':
		return appendHex(dst, fmt, prec, mant, exp, format)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return appendDecimal(dst, fmt, prec, mant, exp, format)
	}
	if negative {
		dst = dst[:len(dst)-1]
	}
	return append(dst, '%', fmt)
}

// decimal is the number 0.ddd * 10**point, digits as characters, the first not '0'. Zero has no digits and point 0.
type decimal struct {
	digits []byte
	point  int
}

func appendDecimal(dst []byte, fmt byte, prec int, mant uint64, exp int, format *floatFormat) []byte {
	var buf [24]byte
	d := decimal{digits: buf[:0]}
	shortest := prec < 0
	switch {
	case shortest:
		d.setShortest(mant, exp, format)
		switch fmt {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f', 'F':
			prec = max(len(d.digits)-d.point, 0)
		default:
			prec = len(d.digits)
		}
	case fmt == 'f' || fmt == 'F':
		d.setRounded(mant, exp, prec, true)
	case fmt == 'e' || fmt == 'E':
		d.setRounded(mant, exp, prec+1, false)
	default:
		if prec == 0 {
			prec = 1
		}
		d.setRounded(mant, exp, prec, false)
	}
	switch fmt {
	case 'e', 'E':
		return d.appendE(dst, fmt, prec)
	case 'f', 'F':
		return d.appendF(dst, prec)
	}
	for len(d.digits) > 0 && d.digits[len(d.digits)-1] == '0' {
		d.digits = d.digits[:len(d.digits)-1]
	}
	limit := prec
	if limit > len(d.digits) && len(d.digits) >= d.point {
		limit = len(d.digits)
	}
	if shortest {
		limit = 6
	}
	if x := d.point - 1; len(d.digits) > 0 && (x < -4 || x >= limit) {
		return d.appendE(dst, fmt+'e'-'g', min(prec, len(d.digits))-1)
	}
	return d.appendF(dst, max(len(d.digits)-d.point, 0))
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

// appendE writes d.dddde±dd with prec digits after the point.
func (d *decimal) appendE(dst []byte, fmt byte, prec int) []byte {
	digits := d.digits
	exp := d.point - 1
	if len(digits) == 0 {
		digits, exp = []byte{'0'}, 0
	}
	dst = append(dst, digits[0])
	if prec > 0 {
		dst = append(dst, '.')
		n := min(len(digits), prec+1)
		dst = append(dst, digits[1:n]...)
		for ; n <= prec; n++ {
			dst = append(dst, '0')
		}
	}
	dst = append(dst, fmt)
	return appendExponent(dst, exp)
}

// appendExponent writes a sign and at least two digits.
func appendExponent(dst []byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendInt(dst, int64(exp), 10)
}

// appendF writes ddd.dddd with prec digits after the point.
func (d *decimal) appendF(dst []byte, prec int) []byte {
	if d.point <= 0 {
		dst = append(dst, '0')
	}
	for i := 0; i < d.point; i++ {
		dst = append(dst, d.at(i))
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := 0; i < prec; i++ {
			dst = append(dst, d.at(d.point+i))
		}
	}
	return dst
}

func (d *decimal) at(i int) byte {
	if i < 0 || i >= len(d.digits) {
		return '0'
	}
	return d.digits[i]
}

// appendBinary writes mantissa and exponent as they are.
func appendBinary(dst []byte, mant uint64, exp int) []byte {
	dst = append(AppendUint(dst, mant, 10), 'p')
	if exp >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(exp), 10)
}

// appendHex writes 0x1.hhhhp±dd.
func appendHex(dst []byte, fmt byte, prec int, mant uint64, exp int, format *floatFormat) []byte {
	if mant == 0 {
		exp = 0
	} else {
		// One bit before the point, 60 after it: bit 60 leads.
		exp += 60
		shift := uint(bits.LeadingZeros64(mant)) - 3
		mant <<= shift
		exp -= int(shift)
	}
	if prec >= 0 && prec < 15 {
		shift := uint(60 - prec*4)
		rest := mant & (1<<shift - 1)
		half := uint64(1) << (shift - 1)
		mant >>= shift
		if rest > half || rest == half && mant&1 != 0 {
			mant++
		}
		mant <<= shift
		if mant>>61 != 0 {
			mant >>= 1
			exp++
		}
	}
	chars := "0123456789abcdef"
	if fmt == 'X' {
		chars = "0123456789ABCDEF"
	}
	dst = append(dst, '0', fmt, '0'+byte(mant>>60&1))
	mant <<= 4
	if prec < 0 && mant != 0 || prec > 0 {
		dst = append(dst, '.')
	}
	for i := 0; i < prec || prec < 0 && mant != 0; i++ {
		dst = append(dst, chars[mant>>60])
		mant <<= 4
	}
	dst = append(dst, fmt+'p'-'x')
	return appendExponent(dst, exp)
}
