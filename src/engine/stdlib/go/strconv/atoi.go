package strconv

import "errors"

// ErrRange says that a value does not fit in the type asked for.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text is not of the form asked for.
var ErrSyntax = errors.New("invalid syntax")

// A NumError says which conversion failed and why.
type NumError struct {
	Func string // the function that failed: ParseInt, ParseFloat, ...
	Num  string // its input
	Err  error  // ErrRange, ErrSyntax or another reason
}

// Error writes the error.
func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns the reason.
func (e *NumError) Unwrap() error { return e.Err }

// fail makes a NumError with a copy of the input, which would keep more than itself alive.
func fail(fn, input string, err error) *NumError {
	return &NumError{fn, string([]byte(input)), err}
}

// IntSize is the size of int in bits.
const IntSize = 64

const maxUint64 = 1<<64 - 1

// Atoi parses a decimal int.
func Atoi(s string) (int, error) {
	n := 0
	for i := 0; i < len(s); i++ {
		d := s[i] - '0'
		if d > 9 || i == 18 {
			return atoiSlow(s)
		}
		n = n*10 + int(d)
	}
	if s == "" {
		return 0, fail("Atoi", s, ErrSyntax)
	}
	return n, nil
}

func atoiSlow(s string) (int, error) {
	i, err := ParseInt(s, 10, 0)
	if e, ok := err.(*NumError); ok {
		e.Func = "Atoi"
	}
	return int(i), err
}

// ParseInt parses an integer in a base from 2 to 36; base 0 takes it from a prefix (0b, 0o, 0 or 0x, otherwise 10) and allows underscores as
// Go's literals do. A sign may come first. The result fits in bitSize bits (0: those of int): otherwise err is about ErrRange and the
// result is the nearest number that does.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	digits := s
	negative := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		digits = s[1:]
	}
	u, err := ParseUint(digits, base, bitSize)
	if err != nil {
		e := err.(*NumError)
		if e.Err != ErrRange {
			return 0, fail("ParseInt", s, e.Err)
		}
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	cutoff := uint64(1) << uint(bitSize-1)
	if !negative && u >= cutoff {
		return int64(cutoff - 1), fail("ParseInt", s, ErrRange)
	}
	if negative && u > cutoff {
		return -int64(cutoff), fail("ParseInt", s, ErrRange)
	}
	if negative {
		return -int64(u), nil
	}
	return int64(u), nil
}

// ParseUint is like ParseInt for unsigned numbers; no sign is allowed.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	if s == "" {
		return 0, fail("ParseUint", s, ErrSyntax)
	}
	digits := s
	prefixed := base == 0
	if prefixed {
		base, digits = cutPrefix(s)
	}
	if base < 2 || base > 36 {
		return 0, fail("ParseUint", s, errors.New("invalid base "+Itoa(base)))
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	if bitSize < 0 || bitSize > 64 {
		return 0, fail("ParseUint", s, errors.New("invalid bit size "+Itoa(bitSize)))
	}
	n, err := parseDigits(digits, uint64(base), prefixed, maxUint64>>uint(64-bitSize))
	if err == nil && prefixed && !underscoresFit(s) {
		n, err = 0, ErrSyntax
	}
	if err != nil {
		return n, fail("ParseUint", s, err)
	}
	return n, nil
}

// cutPrefix returns the base that the prefix of a literal means and what follows it.
func cutPrefix(s string) (base int, digits string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) >= 3 {
		switch lower(s[1]) {
		case 'b':
			return 2, s[2:]
		case 'o':
			return 8, s[2:]
		case 'x':
			return 16, s[2:]
		}
	}
	return 8, s[1:]
}

func parseDigits(digits string, base uint64, underscores bool, max uint64) (uint64, error) {
	n := uint64(0)
	cutoff := maxUint64/base + 1 // the first n that is too large to be multiplied
	for i := 0; i < len(digits); i++ {
		if digits[i] == '_' && underscores {
			continue
		}
		d := uint64(digitValue(digits[i]))
		if d >= base {
			return 0, ErrSyntax
		}
		if n >= cutoff {
			return max, ErrRange
		}
		sum := n*base + d
		if sum < n*base || sum > max {
			return max, ErrRange
		}
		n = sum
	}
	return n, nil
}

// digitValue returns what a digit stands for, 255 if c is none.
func digitValue(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'z':
		return c - 'a' + 10
	case 'A' <= c && c <= 'Z':
		return c - 'A' + 10
	}
	return 255
}

func lower(c byte) byte { return c | ('x' - 'X') }

// underscoresFit reports whether the underscores in a literal, sign allowed, stand between digits, a base prefix counting as a digit.
func underscoresFit(s string) bool {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	before := byte('^') // kind of the last character: ^ start, 0 digit or prefix, _ underscore, ! other
	hex := false
	i := 0
	if len(s) >= 2 && s[0] == '0' {
		if c := lower(s[1]); c == 'b' || c == 'o' || c == 'x' {
			i, before, hex = 2, '0', c == 'x'
		}
	}
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9' || hex && digitValue(c) < 16:
			before = '0'
		case c == '_':
			if before != '0' {
				return false
			}
			before = '_'
		default:
			if before == '_' {
				return false
			}
			before = '!'
		}
	}
	return before != '_'
}
