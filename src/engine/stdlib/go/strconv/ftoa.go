package strconv

import (
	"internal/decimal"
	"math"
	"math/bits"
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
	var format *decimal.Format
	switch bitSize {
	case 32:
		word, format = uint64(math.Float32bits(float32(f))), &decimal.Format32
	case 64:
		word, format = math.Float64bits(f), &decimal.Format64
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	negative, finite, mant, exp := format.Split(word)
	switch {
	case f != f:
		return append(dst, "NaN"...)
	case !finite && negative:
		return append(dst, "-Inf"...)
	case !finite:
		return append(dst, "+Inf"...)
	case negative:
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

func appendDecimal(dst []byte, fmt byte, prec int, mant uint64, exp int, format *decimal.Format) []byte {
	var buf [24]byte
	d := decimal.Number{Digits: buf[:0]}
	shortest := prec < 0
	switch {
	case shortest:
		d.SetShortest(mant, exp, format)
		switch fmt {
		case 'e', 'E':
			prec = len(d.Digits) - 1
		case 'f', 'F':
			prec = max(len(d.Digits)-d.Point, 0)
		default:
			prec = len(d.Digits)
		}
	case fmt == 'f' || fmt == 'F':
		d.SetRounded(mant, exp, prec, true)
	case fmt == 'e' || fmt == 'E':
		d.SetRounded(mant, exp, prec+1, false)
	default:
		if prec == 0 {
			prec = 1
		}
		d.SetRounded(mant, exp, prec, false)
	}
	switch fmt {
	case 'e', 'E':
		return d.AppendE(dst, fmt, prec)
	case 'f', 'F':
		return d.AppendF(dst, prec)
	}
	for len(d.Digits) > 0 && d.Digits[len(d.Digits)-1] == '0' {
		d.Digits = d.Digits[:len(d.Digits)-1]
	}
	limit := prec
	if limit > len(d.Digits) && len(d.Digits) >= d.Point {
		limit = len(d.Digits)
	}
	if shortest {
		limit = 6
	}
	if x := d.Point - 1; len(d.Digits) > 0 && (x < -4 || x >= limit) {
		return d.AppendE(dst, fmt+'e'-'g', min(prec, len(d.Digits))-1)
	}
	return d.AppendF(dst, max(len(d.Digits)-d.Point, 0))
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

// appendBinary writes mantissa and exponent as they are.
func appendBinary(dst []byte, mant uint64, exp int) []byte {
	dst = append(AppendUint(dst, mant, 10), 'p')
	if exp >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(exp), 10)
}

// appendHex writes 0x1.hhhhp±dd.
func appendHex(dst []byte, fmt byte, prec int, mant uint64, exp int, format *decimal.Format) []byte {
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
	return decimal.AppendExponent(dst, exp)
}
