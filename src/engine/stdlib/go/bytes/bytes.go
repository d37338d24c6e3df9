// Package bytes searches, splits, joins and changes slices of bytes, as package strings does strings.
//
// Most functions look at the bytes as at a string that shares their memory.
package bytes

import (
	"internal/rt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MinRead is the least number of bytes that Buffer.ReadFrom asks for at a time.
const MinRead = 512

// Equal reports whether a and b have the same bytes; nil and empty are the same.
func Equal(a, b []byte) bool { return rt.String(a) == rt.String(b) }

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int { return strings.Compare(rt.String(a), rt.String(b)) }

// EqualFold reports whether s and t are equal but for the case of letters.
func EqualFold(s, t []byte) bool { return strings.EqualFold(rt.String(s), rt.String(t)) }

// Contains reports whether subslice is within b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether a character of chars is within b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is within b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f accepts a character of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count counts the places where sep occurs in s without overlap; for an empty sep, the characters of s and one.
func Count(s, sep []byte) int { return strings.Count(rt.String(s), rt.String(sep)) }

// Index returns where sep begins in s for the first time, -1 if it does not occur.
func Index(s, sep []byte) int { return strings.Index(rt.String(s), rt.String(sep)) }

// IndexByte returns where c is in b for the first time, -1 if it does not occur.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(rt.String(b), c) }

// IndexRune returns where r begins in s for the first time, -1 if it does not occur. utf8.RuneError also means invalid UTF-8.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(rt.String(s), r) }

// IndexAny returns where the first character of s that is in chars begins, -1 if there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(rt.String(s), chars) }

// IndexFunc returns where the first character of s that f accepts begins, -1 if there is none.
func IndexFunc(s []byte, f func(rune) bool) int { return strings.IndexFunc(rt.String(s), f) }

// LastIndex returns where sep begins in s for the last time, -1 if it does not occur.
func LastIndex(s, sep []byte) int { return strings.LastIndex(rt.String(s), rt.String(sep)) }

// LastIndexByte returns where c is in s for the last time, -1 if it does not occur.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(rt.String(s), c) }

// LastIndexAny returns where the last character of s that is in chars begins, -1 if there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(rt.String(s), chars) }

// LastIndexFunc returns where the last character of s that f accepts begins, -1 if there is none.
func LastIndexFunc(s []byte, f func(rune) bool) int { return strings.LastIndexFunc(rt.String(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}

// Clone returns a copy of b; nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Split returns the pieces of s between separators. An empty sep splits into characters.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is like Split, but returns at most n pieces, the last one being the rest; nil for n = 0, all for n < 0.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter is like Split, but the pieces end with the separators.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is like SplitN, but the pieces end with the separators.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// split keeps that many bytes of each separator.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	pieces := make([][]byte, 0, n)
	for len(pieces) < n-1 {
		i := Index(s, sep)
		if i < 0 {
			break
		}
		pieces = append(pieces, s[:i+keep:i+keep])
		s = s[i+len(sep):]
	}
	return append(pieces, s)
}

// explode returns the characters of s, at most n if n > 0.
func explode(s []byte, n int) [][]byte {
	if n <= 0 || n > len(s) {
		n = len(s)
	}
	pieces := make([][]byte, 0, n)
	for len(s) > 0 {
		_, size := utf8.DecodeRune(s)
		if len(pieces) == n-1 {
			size = len(s)
		}
		pieces = append(pieces, s[:size:size])
		s = s[size:]
	}
	return pieces
}

// Fields returns the words of s: what stands between white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc returns what stands between runs of characters that f accepts.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	words := [][]byte{}
	begin := -1
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRune(s[i:])
		if f(c) {
			if begin >= 0 {
				words = append(words, s[begin:i:i])
				begin = -1
			}
		} else if begin < 0 {
			begin = i
		}
		i += size
	}
	if begin >= 0 {
		words = append(words, s[begin:len(s):len(s)])
	}
	return words
}

// Join puts sep between the elements of s.
func Join(s [][]byte, sep []byte) []byte {
	buf := []byte{}
	for i, e := range s {
		if i > 0 {
			buf = append(buf, sep...)
		}
		buf = append(buf, e...)
	}
	return buf
}

// Cut returns what stands before and after the first sep; found is false, before is s and after is nil if there is none.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix, and whether it began with it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if HasPrefix(s, prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// CutSuffix returns s without suffix, and whether it ended with it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}
