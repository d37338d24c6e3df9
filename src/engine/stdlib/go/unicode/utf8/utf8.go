// Package utf8 encodes and decodes characters in UTF-8.
package utf8

// Characters and sizes of note.
const (
	RuneError = '\uFFFD'     // stands for what cannot be decoded
	RuneSelf  = 0x80         // characters below it are their own encoding, a byte
	MaxRune   = '\U0010FFFF' // the largest character
	UTFMax    = 4            // the most bytes a character takes
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// need tells from a first byte how many bytes follow (0 for bytes that cannot begin a longer encoding) and the range the second one must be in:
// it rules out longer encodings than needed, surrogates, and what is above MaxRune.
func need(c byte) (follow int, low, high byte) {
	switch {
	case c < 0xC2 || c > 0xF4:
		return 0, 0, 0
	case c < 0xE0:
		return 1, 0x80, 0xBF
	case c == 0xE0:
		return 2, 0xA0, 0xBF
	case c == 0xED:
		return 2, 0x80, 0x9F
	case c < 0xF0:
		return 2, 0x80, 0xBF
	case c == 0xF0:
		return 3, 0x90, 0xBF
	case c == 0xF4:
		return 3, 0x80, 0x8F
	}
	return 3, 0x80, 0xBF
}

// DecodeRune returns the character p begins with and its size in bytes: (RuneError, 0) if p is empty, (RuneError, 1) if it does not begin
// with valid UTF-8.
func DecodeRune(p []byte) (rune, int) {
	n := len(p)
	if n == 0 {
		return RuneError, 0
	}
	c := p[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	follow, low, high := need(c)
	if follow == 0 || n <= follow || p[1] < low || p[1] > high {
		return RuneError, 1
	}
	if follow == 1 {
		return rune(c&0x1F)<<6 | rune(p[1]&0x3F), 2
	}
	if p[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if follow == 2 {
		return rune(c&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
	}
	if p[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	follow, low, high := need(c)
	if follow == 0 || n <= follow || s[1] < low || s[1] > high {
		return RuneError, 1
	}
	if follow == 1 {
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	}
	if s[2]&0xC0 != 0x80 {
		return RuneError, 1
	}
	if follow == 2 {
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	if s[3]&0xC0 != 0x80 {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | rune(s[1]&0x3F)<<12 | rune(s[2]&0x3F)<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune returns the character p ends with and its size in bytes, with the same conventions as DecodeRune.
func DecodeLastRune(p []byte) (rune, int) {
	n := len(p)
	if n == 0 {
		return RuneError, 0
	}
	for size := 1; size <= UTFMax && size <= n; size++ {
		if RuneStart(p[n-size]) {
			if r, got := DecodeRune(p[n-size:]); got == size {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	n := len(s)
	if n == 0 {
		return RuneError, 0
	}
	for size := 1; size <= UTFMax && size <= n; size++ {
		if RuneStart(s[n-size]) {
			if r, got := DecodeRuneInString(s[n-size:]); got == size {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// FullRune reports whether p begins with a whole character. What can never become one counts as whole.
func FullRune(p []byte) bool {
	if len(p) > UTFMax {
		p = p[:UTFMax]
	}
	return FullRuneInString(string(p))
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if s == "" {
		return false
	}
	follow, low, high := need(s[0])
	if len(s) > follow {
		return true
	}
	if len(s) > 1 && (s[1] < low || s[1] > high) {
		return true
	}
	return len(s) > 2 && s[2]&0xC0 != 0x80
}

// RuneLen returns the size of r in bytes, -1 if it is not a valid character.
func RuneLen(r rune) int {
	switch {
	case r < 0 || surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < RuneSelf:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r (RuneError if it is not valid) to p, which must be long enough, and returns its size.
func EncodeRune(p []byte, r rune) int {
	if r >= 0 && r < RuneSelf {
		p[0] = byte(r)
		return 1
	}
	switch RuneLen(r) {
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends r (RuneError if it is not valid) to p.
func AppendRune(p []byte, r rune) []byte {
	if r >= 0 && r < RuneSelf {
		return append(p, byte(r))
	}
	switch RuneLen(r) {
	case 2:
		return append(p, 0xC0|byte(r>>6), 0x80|byte(r)&0x3F)
	case 4:
		return append(p, 0xF0|byte(r>>18), 0x80|byte(r>>12)&0x3F, 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	case -1:
		r = RuneError
	}
	return append(p, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
}

// RuneCount counts the characters in p; each byte that is not part of valid UTF-8 counts as one.
func RuneCount(p []byte) int {
	n := 0
	for i := 0; i < len(p); n++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRune(p[i:])
		i += size
	}
	return n
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int) {
	for i := 0; i < len(s); n++ {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRuneInString(s[i:])
		i += size
	}
	return n
}

// RuneStart reports whether b can be the first byte of a character.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// Valid reports whether p is valid UTF-8 throughout.
func Valid(p []byte) bool {
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRune(p[i:])
		if size == 1 {
			return false
		}
		i += size
	}
	return true
}

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRuneInString(s[i:])
		if size == 1 {
			return false
		}
		i += size
	}
	return true
}

// ValidRune reports whether r can be encoded: it is neither out of range nor a surrogate.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
