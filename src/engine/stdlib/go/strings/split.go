package strings

import (
	"internal/rt"
	"unicode/utf8"
)

// Split returns the pieces of s between separators. An empty sep splits into characters.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitAfter is like Split, but the pieces end with the separators.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitN is like Split, but returns at most n pieces, the last one being the rest; nil for n = 0, all for n < 0.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfterN is like SplitN, but the pieces end with the separators.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split keeps that many bytes of each separator.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	pieces := make([]string, 0, n)
	for len(pieces) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		pieces = append(pieces, s[:i+keep])
		s = s[i+len(sep):]
	}
	return append(pieces, s)
}

// explode returns the characters of s, at most n if n > 0.
func explode(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	pieces := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		pieces[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		pieces[n-1] = s
	}
	return pieces
}

// Fields returns the words of s: what stands between white space.
func Fields(s string) []string { return FieldsFunc(s, isSpace) }

// FieldsFunc returns what stands between runs of characters that f accepts. It does not say in which order it calls f.
func FieldsFunc(s string, f func(rune) bool) []string {
	var words []string
	begin := -1
	for i, c := range s {
		if f(c) {
			if begin >= 0 {
				words = append(words, s[begin:i])
				begin = -1
			}
		} else if begin < 0 {
			begin = i
		}
	}
	if begin >= 0 {
		words = append(words, s[begin:])
	}
	if words == nil {
		words = []string{}
	}
	return words
}

// isSpace is unicode.IsSpace; white space is so little that it needs no tables.
func isSpace(r rune) bool {
	switch {
	case r < 0x100:
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	case 0x2000 <= r && r <= 0x200a:
		return true
	}
	return r == 0x1680 || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

// Join puts sep between the elements.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := len(sep) * (len(elems) - 1)
	for _, e := range elems {
		n += len(e)
	}
	buf := make([]byte, 0, n)
	for i, e := range elems {
		if i > 0 {
			buf = append(buf, sep...)
		}
		buf = append(buf, e...)
	}
	return rt.String(buf)
}

// Cut returns what stands before and after the first sep; found is false, before is s and after is empty if there is none.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix, and whether it began with it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix, and whether it ended with it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
