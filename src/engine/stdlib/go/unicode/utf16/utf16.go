// Package utf16 encodes and decodes characters in UTF-16: those above 0xFFFF as two surrogates, a high one from 0xD800 on and a low one from 0xDC00 on.
package utf16

const (
	high, low, end  = 0xD800, 0xDC00, 0xE000
	pairBase        = 0x10000
	largest         = '\U0010FFFF'
	replacementChar = '\uFFFD'
)

// IsSurrogate reports whether r is half of a pair, which no character is.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune returns the character that a high and a low surrogate stand for, U+FFFD if they are no pair.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + pairBase
	}
	return replacementChar
}

// EncodeRune returns the surrogates for r, twice U+FFFD if r needs none or is no character.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < pairBase || r > largest {
		return replacementChar, replacementChar
	}
	r -= pairBase
	return high + r>>10, low + r&0x3FF
}

// RuneLen returns how many words r takes: 1 or 2, -1 if it is no character.
func RuneLen(r rune) int {
	switch {
	case r < 0 || r > largest || IsSurrogate(r):
		return -1
	case r >= pairBase:
		return 2
	}
	return 1
}

// AppendRune appends the encoding of r to a, that of U+FFFD if r is no character.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacementChar)
}

// Encode returns the encoding of s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode returns the characters that s encodes, U+FFFD for surrogates without a partner.
func Decode(s []uint16) []rune {
	runes := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacementChar)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if r = pair; r != replacementChar {
				i++
			}
		}
		runes = append(runes, r)
	}
	return runes
}
