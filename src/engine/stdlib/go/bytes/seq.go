//go:build go1.23

package bytes

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// Lines returns the lines of s, with their ends.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		for len(rest) > 0 {
			end := len(rest)
			if i := IndexByte(rest, '\n'); i >= 0 {
				end = i + 1
			}
			if !yield(rest[:end:end]) {
				return
			}
			rest = rest[end:]
		}
	}
}

// SplitSeq returns what Split returns, one after the other.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, 0) }

// SplitAfterSeq returns what SplitAfter returns, one after the other.
func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return splitSeq(s, sep, len(sep)) }

func splitSeq(s, sep []byte, keep int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		rest := s
		for len(sep) == 0 && len(rest) > 0 {
			_, size := utf8.DecodeRune(rest)
			if !yield(rest[:size:size]) {
				return
			}
			rest = rest[size:]
		}
		for len(sep) > 0 {
			i := Index(rest, sep)
			if i < 0 {
				yield(rest)
				return
			}
			if !yield(rest[: i+keep : i+keep]) {
				return
			}
			rest = rest[i+len(sep):]
		}
	}
}

// FieldsSeq returns what Fields returns, one after the other.
func FieldsSeq(s []byte) iter.Seq[[]byte] { return FieldsFuncSeq(s, unicode.IsSpace) }

// FieldsFuncSeq returns what FieldsFunc returns, one after the other.
func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		begin := -1
		for i := 0; i < len(s); {
			c, size := utf8.DecodeRune(s[i:])
			if !f(c) {
				if begin < 0 {
					begin = i
				}
			} else if begin >= 0 {
				if !yield(s[begin:i:i]) {
					return
				}
				begin = -1
			}
			i += size
		}
		if begin >= 0 {
			yield(s[begin:len(s):len(s)])
		}
	}
}
