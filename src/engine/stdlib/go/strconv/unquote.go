package strconv

import "unicode/utf8"

// UnquoteChar reads the first character of a literal's inside: the character, whether it needs more than a byte of UTF-8 to be written, and
// the rest. quote is the literal's quote, which may not stand there without a backslash; 0 allows both and no escaped ones.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) == 1 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	case 'x':
		return unquoteNumber(s, 16, 2, 0xff, false)
	case 'u':
		return unquoteNumber(s, 16, 4, utf8.MaxRune, true)
	case 'U':
		return unquoteNumber(s, 16, 8, utf8.MaxRune, true)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return unquoteNumber(string(c)+s, 8, 3, 0xff, false)
	}
	return 0, false, "", ErrSyntax
}

// unquoteNumber reads exactly count digits.
func unquoteNumber(s string, base byte, count int, max uint64, isRune bool) (value rune, multibyte bool, tail string, err error) {
	if len(s) < count {
		return 0, false, "", ErrSyntax
	}
	v := uint64(0)
	for i := 0; i < count; i++ {
		d := digitValue(s[i])
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		v = v*uint64(base) + uint64(d)
	}
	if v > max || isRune && !utf8.ValidRune(rune(v)) {
		return 0, false, "", ErrSyntax
	}
	return rune(v), isRune && v >= utf8.RuneSelf, s[count:], nil
}

// Unquote returns the text that a Go string, raw string or character literal stands for.
func Unquote(s string) (string, error) {
	text, rest, err := unquote(s)
	if err != nil || rest != "" {
		return "", ErrSyntax
	}
	return text, nil
}

// QuotedPrefix returns the literal, quotes included, that s begins with.
func QuotedPrefix(s string) (string, error) {
	_, rest, err := unquote(s)
	if err != nil {
		return "", ErrSyntax
	}
	return s[:len(s)-len(rest)], nil
}

// unquote reads the literal at the beginning of s. As in Go, two single quotes with nothing between count as one.
func unquote(s string) (text, rest string, err error) {
	if s == "" {
		return "", "", ErrSyntax
	}
	quote := s[0]
	switch quote {
	case '`':
		return unquoteRaw(s[1:])
	case '"', '\'':
	default:
		return "", "", ErrSyntax
	}
	s = s[1:]
	var buf []byte
	count := 0
	for s != "" && s[0] != quote {
		if s[0] == '\n' {
			return "", "", ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(s, quote)
		if err != nil {
			return "", "", err
		}
		if r == utf8.RuneError && s[0] >= utf8.RuneSelf && len(s)-len(tail) == 1 {
			buf = append(buf, "\uFFFD"...) // one invalid byte
		} else if multibyte {
			buf = utf8.AppendRune(buf, r)
		} else {
			buf = append(buf, byte(r))
		}
		s = tail
		count++
		if quote == '\'' {
			break
		}
	}
	if s == "" || s[0] != quote || quote == '\'' && count > 1 {
		return "", "", ErrSyntax
	}
	return string(buf), s[1:], nil
}

// unquoteRaw reads the rest of a raw string. Carriage returns do not count.
func unquoteRaw(s string) (text, rest string, err error) {
	var buf []byte
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '`':
			return string(buf), s[i+1:], nil
		case '\r':
		default:
			buf = append(buf, s[i])
		}
	}
	return "", "", ErrSyntax
}
