package fmt

import (
	"io"
	"unicode/utf8"
)

// format reads what a format describes: verbs read operands, spaces match spaces, new lines match new lines, and everything else itself.
func (s *scan) format(format string, a []any) (n int, err error) {
	defer caught(&err)
	for i := 0; i < len(format); {
		if format[i] != '%' || i+1 < len(format) && format[i+1] == '%' {
			i = s.literal(format, i)
			continue
		}
		i++
		var width int
		width, s.hasWidth, i = wholeNumber(format, i)
		if i >= len(format) {
			s.fail("too few operands for format '%'")
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if n >= len(a) {
			s.fail("too few operands for format '%" + string(verb) + "'")
		}
		s.width = width
		if verb != 'c' {
			s.SkipSpace()
		}
		if s.hasWidth {
			s.limit = width
		}
		if !s.hasWidth || width > 0 {
			s.notEnd()
		}
		s.operand(verb, a[n])
		s.limit = noLimit
		n++
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, nil
}

// literal matches the text at format[i:] up to the next verb, or a run of spaces, and returns where it ends.
func (s *scan) literal(format string, i int) int {
	c, size := utf8.DecodeRuneInString(format[i:])
	if c == '%' {
		s.SkipSpace()
		s.match('%')
		return i + 2
	}
	if !space(c) {
		s.match(c)
		return i + size
	}
	newlines := 0
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if !space(c) {
			break
		}
		if c == '\n' {
			newlines++
		}
		i += size
	}
	s.matchSpaces(newlines, i == len(format))
	return i
}

func (s *scan) match(want rune) {
	r := s.read()
	if r == want {
		return
	}
	if r == end {
		s.failWith(io.ErrUnexpectedEOF)
	}
	s.UnreadRune()
	s.fail("input does not match format")
}

// matchSpaces matches spaces, at least one, with that many new lines among them; the end of the input counts as a space.
func (s *scan) matchSpaces(newlines int, last bool) {
	wanted := newlines
	for first := true; ; first = false {
		r := s.read()
		switch {
		case r == end:
			return
		case r == '\n' && newlines > 0:
			newlines--
		case r == '\n':
			if wanted == 0 && !last {
				s.fail("newline in input does not match format")
			}
			s.UnreadRune()
			return
		case !space(r):
			s.UnreadRune()
			if newlines > 0 {
				s.fail("newline in format does not match input")
			}
			if first && !last {
				s.fail("expected space in input to match format")
			}
			return
		}
	}
}
