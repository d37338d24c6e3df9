package bytes

import (
	"internal/rt"
	"strings"
	"unicode"
)

// Repeat returns count copies of b. It panics if count is negative.
func Repeat(b []byte, count int) []byte {
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	if len(b) > 0 && len(b)*count/len(b) != count {
		panic("bytes: Repeat output length overflow")
	}
	return []byte(strings.Repeat(rt.String(b), count))
}

// Replace returns a copy of s with the first n places where old stands, all for n < 0, replaced by new.
func Replace(s, old, new []byte, n int) []byte {
	if len(s) == 0 && (len(old) > 0 || n == 0) {
		return nil // and not an empty slice, as Go
	}
	return []byte(strings.Replace(rt.String(s), rt.String(old), rt.String(new), n))
}

// ReplaceAll returns a copy of s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns a copy of s with each character replaced by what mapping makes of it; a negative result drops it.
func Map(mapping func(rune) rune, s []byte) []byte { return []byte(strings.Map(mapping, rt.String(s))) }

// ToUpper returns a copy of s with all letters in upper case.
func ToUpper(s []byte) []byte { return []byte(strings.ToUpper(rt.String(s))) }

// ToLower returns a copy of s with all letters in lower case.
func ToLower(s []byte) []byte { return []byte(strings.ToLower(rt.String(s))) }

// ToTitle returns a copy of s with all letters in title case.
func ToTitle(s []byte) []byte { return []byte(strings.ToTitle(rt.String(s))) }

// Title returns a copy of s with the first letter of each word in title case.
//
// Deprecated: it does not know where words begin in all languages.
func Title(s []byte) []byte { return []byte(strings.Title(rt.String(s))) }

// ToValidUTF8 returns a copy of s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte {
	return []byte(strings.ToValidUTF8(rt.String(s), rt.String(replacement)))
}

// Runes returns the characters of s.
func Runes(s []byte) []rune { return []rune(string(s)) }

// TrimFunc returns s without characters at both ends that f accepts.
func TrimFunc(s []byte, f func(rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc returns s without characters at its beginning that f accepts; nil if nothing is left.
func TrimLeftFunc(s []byte, f func(rune) bool) []byte {
	rest := len(strings.TrimLeftFunc(rt.String(s), f))
	if rest == 0 {
		return nil
	}
	return s[len(s)-rest:]
}

// TrimRightFunc returns s without characters at its end that f accepts.
func TrimRightFunc(s []byte, f func(rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(rt.String(s), f))]
}

// Trim returns s without characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without characters of cutset at its beginning; nil if nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	rest := len(strings.TrimLeft(rt.String(s), cutset))
	if rest == 0 {
		return nil
	}
	return s[len(s)-rest:]
}

// TrimRight returns s without characters of cutset at its end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(rt.String(s), cutset))]
}

// TrimSpace returns s without white space at both ends; nil if nothing is left.
func TrimSpace(s []byte) []byte { return TrimFunc(s, unicode.IsSpace) }

// TrimPrefix returns s without prefix, if it begins with it.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it ends with it.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// ToUpperSpecial is ToUpper with the rules of a language.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower with the rules of a language.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle with the rules of a language.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }
