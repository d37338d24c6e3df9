package strconv

import (
	"internal/decimal"
	"math"
	"math/bits"
)

// ParseFloat parses a number as Go's literals have it, decimal or hexadecimal, with a sign if need be, or inf, infinity or nan in any case. It
// returns the nearest value, ties to even, of the type with bitSize (32 or 64) bits. Beyond the largest the result is an infinity and err is
// about ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parseFloatPrefix(s, bitSize)
	if n != len(s) && (err == nil || err == ErrRange) {
		f, err = 0, ErrSyntax
	}
	if err != nil {
		return f, fail("ParseFloat", s, err)
	}
	return f, nil
}

// parseFloatPrefix parses the longest beginning of s that is a number and returns its length.
func parseFloatPrefix(s string, bitSize int) (f float64, n int, err error) {
	if f, n := special(s); n > 0 {
		return f, n, nil
	}
	var lit literal
	n = lit.scan(s)
	if n == 0 {
		return 0, 0, ErrSyntax
	}
	format := &decimal.Format64
	if bitSize == 32 {
		format = &decimal.Format32
	}
	f, ok := lit.value(format)
	if lit.negative {
		f = -f
	}
	if !ok {
		err = ErrRange
	}
	return f, n, err
}

// special parses infinities and NaN.
func special(s string) (f float64, n int) {
	sign := 1.0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = -1
		}
		n = 1
	}
	if hasFold(s[n:], "infinity") {
		return math.Inf(int(sign)), n + 8
	}
	if hasFold(s[n:], "inf") {
		return math.Inf(int(sign)), n + 3
	}
	if n == 0 && hasFold(s, "nan") {
		return math.NaN(), 3
	}
	return 0, 0
}

// hasFold reports whether s begins with prefix, a lower-case word, in any case.
func hasFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		if lower(s[i]) != prefix[i] {
			return false
		}
	}
	return true
}

// A literal is a scanned number: digits * base**-fraction * scale**exp, scale being 10 or, for base 16, 2.
type literal struct {
	negative bool
	hex      bool
	digits   string // with a point and underscores in it
	count    int    // digits without leading zeros
	fraction int    // digits after the point
	exp      int    // the exponent written
}

// scan reads the number at the beginning of s and returns its length, 0 if there is none.
func (l *literal) scan(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		l.negative = s[i] == '-'
		i++
	}
	base := byte(10)
	if len(s) > i+2 && s[i] == '0' && lower(s[i+1]) == 'x' {
		base, l.hex = 16, true
		i += 2
	}
	begin := i
	any, point, underscores := false, false, false
	for ; i < len(s); i++ {
		if s[i] == '_' {
			underscores = true
			continue
		}
		if s[i] == '.' && !point {
			point = true
			continue
		}
		if digitValue(s[i]) >= base {
			break
		}
		any = true
		if point {
			l.fraction++
		}
		if s[i] != '0' || l.count > 0 {
			l.count++
		}
	}
	if !any {
		return 0
	}
	l.digits = s[begin:i]
	i, ok := l.scanExponent(s, i, &underscores)
	if !ok || underscores && !underscoresFit(s[:i]) {
		return 0
	}
	return i
}

// scanExponent reads the exponent at s[i:], which hexadecimal numbers must have, and returns where it ends.
func (l *literal) scanExponent(s string, i int, underscores *bool) (end int, ok bool) {
	letter := byte('e')
	if l.hex {
		letter = 'p'
	}
	if i == len(s) || lower(s[i]) != letter {
		return i, !l.hex
	}
	j := i + 1
	negative := false
	if j < len(s) && (s[j] == '+' || s[j] == '-') {
		negative = s[j] == '-'
		j++
	}
	if j == len(s) || s[j] < '0' || s[j] > '9' {
		return i, !l.hex
	}
	for ; j < len(s) && ('0' <= s[j] && s[j] <= '9' || s[j] == '_'); j++ {
		if s[j] == '_' {
			*underscores = true
		} else if l.exp < 10000 {
			l.exp = l.exp*10 + int(s[j]-'0')
		}
	}
	if negative {
		l.exp = -l.exp
	}
	return j, true
}

// leading returns the first digits as a number, how many digits of l.digits it leaves out, and whether any of those is not zero.
func (l *literal) leading() (mant uint64, dropped int, inexact bool) {
	base, room := uint64(10), 19
	if l.hex {
		base, room = 16, 15
	}
	for i := 0; i < len(l.digits); i++ {
		c := l.digits[i]
		if c == '.' || c == '_' || c == '0' && mant == 0 {
			continue
		}
		if room == 0 {
			dropped++
			inexact = inexact || c != '0'
			continue
		}
		room--
		mant = mant*base + uint64(digitValue(c))
	}
	return mant, dropped, inexact
}

// value returns the nearest value of the format; ok is false if that is an infinity.
func (l *literal) value(format *decimal.Format) (f float64, ok bool) {
	mant, dropped, inexact := l.leading()
	if mant == 0 {
		return 0, true
	}
	if l.hex {
		return roundBinary(mant, inexact, l.exp+(dropped-l.fraction)*4, format)
	}
	exp := l.exp + dropped - l.fraction
	if f, ok := exactProduct(mant, exp, format); ok && !inexact {
		return f, true
	}
	if top := l.exp - l.fraction + l.count; top > 310 {
		return math.Inf(1), false
	} else if top < -330 {
		return 0, true
	}
	return l.exactValue(format)
}

// exactProduct computes mant * 10**exp where both factors are exact in the format, so that one rounding gives the nearest value.
func exactProduct(mant uint64, exp int, format *decimal.Format) (f float64, ok bool) {
	if mant>>uint(format.Mantissa+1) != 0 {
		return 0, false
	}
	if format == &decimal.Format32 {
		if exp < -10 || exp > 10 {
			return 0, false
		}
		if exp < 0 {
			return float64(float32(mant) / float32(powers10[-exp])), true
		}
		return float64(float32(mant) * float32(powers10[exp])), true
	}
	if exp < -22 || exp > 22 {
		return 0, false
	}
	if exp < 0 {
		return float64(mant) / powers10[-exp], true
	}
	return float64(mant) * powers10[exp], true
}

// powers10 are the powers of ten that a float64 holds exactly.
var powers10 = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// roundBinary returns the nearest value to mant * 2**exp; inexact means a little more than that.
func roundBinary(mant uint64, inexact bool, exp int, format *decimal.Format) (f float64, ok bool) {
	shift := bits.LeadingZeros64(mant)
	mant <<= uint(shift)
	exp += 63 - shift // the value is between 2**exp and 2**(exp+1)
	drop := 63 - format.Mantissa
	if e := 1 - format.Bias - exp; e > 0 {
		drop += e
	}
	if drop > 64 {
		return 0, true
	}
	half := uint64(1) << uint(drop-1)
	kept, rest := uint64(0), mant
	if drop < 64 {
		kept, rest = mant>>uint(drop), mant&(half*2-1)
	}
	if rest > half || rest == half && (inexact || kept&1 != 0) {
		kept++
	}
	return assemble(kept, exp, format)
}

// assemble makes a value of a rounded mantissa, which may have one bit too many, and the exponent of its leading bit before rounding.
func assemble(mant uint64, exp int, format *decimal.Format) (f float64, ok bool) {
	biased := exp + format.Bias
	if biased <= 0 {
		biased = 1
	}
	// The leading bit of a normal mantissa adds the last 1 to the exponent; a carry out of it adds one more.
	word := uint64(biased-1)<<uint(format.Mantissa) + mant
	if word>>uint(format.Mantissa) >= 1<<uint(format.Exponent)-1 {
		return math.Inf(1), false
	}
	if format == &decimal.Format32 {
		return float64(math.Float32frombits(uint32(word))), true
	}
	return math.Float64frombits(word), true
}

// maxDigits is more digits than the longest exact midpoint between two values has; further ones only tell more from equal.
const maxDigits = 800

// exactValue divides whole numbers bit by bit.
func (l *literal) exactValue(format *decimal.Format) (f float64, ok bool) {
	var num decimal.Natural
	taken, dropped, more := 0, 0, false
	for i := 0; i < len(l.digits); i++ {
		c := l.digits[i]
		if c == '.' || c == '_' {
			continue
		}
		if taken == maxDigits {
			dropped++
			more = more || c != '0'
			continue
		}
		if c != '0' || taken > 0 {
			num = num.Times(10, uint32(c-'0'))
			taken++
		}
	}
	if more {
		num = num.Times(10, 1)
		dropped--
	}
	den := decimal.NewNatural(1)
	if exp := l.exp - l.fraction + dropped; exp >= 0 {
		num = num.TimesPower10(exp)
	} else {
		den = den.TimesPower10(-exp)
	}
	return divide(num, den, format)
}

// divide returns the value nearest to num/den.
func divide(num, den decimal.Natural, format *decimal.Format) (f float64, ok bool) {
	// Scale the quotient into [1, 2).
	exp := num.BitLen() - den.BitLen()
	if exp > 0 {
		den = den.Shift(exp)
	} else {
		num = num.Shift(-exp)
	}
	if num.Compare(den) < 0 {
		num = num.Times(2, 0)
		exp--
	}
	count := format.Mantissa + 1
	if e := 1 - format.Bias - exp; e > 0 {
		count -= e
	}
	if count < 0 {
		return 0, true
	}
	mant := uint64(0)
	for i := 0; i < count; i++ {
		mant <<= 1
		if num.Compare(den) >= 0 {
			num = num.Minus(den)
			mant |= 1
		}
		num = num.Times(2, 0)
	}
	if c := num.Compare(den); c > 0 || c == 0 && mant&1 != 0 {
		mant++
	}
	return assemble(mant, exp, format)
}
