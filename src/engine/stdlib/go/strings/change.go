package strings

import (
	"internal/rt"
	"unicode/utf8"
)

// Repeat returns count copies of s. It panics if count is negative.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if count == 0 || s == "" {
		return ""
	}
	n := len(s) * count
	if n/count != len(s) {
		panic("strings: Repeat output length overflow")
	}
	buf := make([]byte, n)
	done := copy(buf, s)
	for done < n {
		done += copy(buf[done:], buf[:done])
	}
	return rt.String(buf)
}

// Replace returns s with the first n places where old stands, all for n < 0, replaced by new. An empty old stands before each character
// and at the end.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	buf := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	start := 0
	for i := 0; i < n; i++ {
		j := start
		if old == "" {
			if i > 0 {
				_, size := utf8.DecodeRuneInString(s[start:])
				j += size
			}
		} else {
			j += Index(s[start:], old)
		}
		buf = append(buf, s[start:j]...)
		buf = append(buf, new...)
		start = j + len(old)
	}
	return rt.String(append(buf, s[start:]...))
}

// ReplaceAll returns s with every old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map returns s with each character replaced by what mapping makes of it; a negative result drops it.
func Map(mapping func(rune) rune, s string) string {
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		size := 0
		if c == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(s[i:])
			if size != 1 && r == c {
				continue
			}
		} else {
			size = utf8.RuneLen(c)
		}
		buf := append(make([]byte, 0, len(s)+utf8.UTFMax), s[:i]...)
		if r >= 0 {
			buf = utf8.AppendRune(buf, r)
		}
		for _, c := range s[i+size:] {
			if r := mapping(c); r >= 0 {
				buf = utf8.AppendRune(buf, r)
			}
		}
		return rt.String(buf)
	}
	return s
}

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	buf := make([]byte, 0, len(s)+len(replacement))
	invalid := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !invalid {
				buf = append(buf, replacement...)
			}
			invalid = true
		} else {
			buf = append(buf, s[i:i+size]...)
			invalid = false
		}
		i += size
	}
	return rt.String(buf)
}

// TrimSpace returns s without white space at both ends.
func TrimSpace(s string) string { return TrimFunc(s, isSpace) }

// TrimPrefix returns s without prefix, if it begins with it.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it ends with it.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}

// Trim returns s without characters of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without characters of cutset at its beginning.
func TrimLeft(s, cutset string) string {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight returns s without characters of cutset at its end.
func TrimRight(s, cutset string) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimFunc returns s without characters at both ends that f accepts.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without characters at its beginning that f accepts.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without characters at its end that f accepts.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}
