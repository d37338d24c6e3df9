package json

import (
	"strconv"
	"unicode/utf8"
)

// A SyntaxError says what is wrong with a text that is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // bytes read when it was found
}

// Error writes the error.
func (e *SyntaxError) Error() string { return e.msg }

const maxDepth = 10000

// A scanner checks that a text is JSON. Its methods move pos over what they name.
type scanner struct {
	data  []byte
	pos   int
	depth int
}

// Valid reports whether data is JSON.
func Valid(data []byte) bool { return check(data) == nil }

// check returns what keeps data from being one JSON value.
func check(data []byte) error {
	s := scanner{data: data}
	if err := s.value(); err != nil {
		return err
	}
	s.space()
	if s.pos < len(data) {
		return s.unexpected("after top-level value")
	}
	return nil
}

// unexpected is the error of the character at pos, or of the end.
func (s *scanner) unexpected(context string) error {
	if s.pos >= len(s.data) {
		return &SyntaxError{"unexpected end of JSON input", int64(len(s.data))}
	}
	return &SyntaxError{"invalid character " + quoteChar(s.data[s.pos]) + " " + context, int64(s.pos + 1)}
}

// broken is unexpected within a word, number or escape sequence, which Go takes to be broken off by a space at the end.
func (s *scanner) broken(context string) error {
	if s.pos >= len(s.data) {
		return &SyntaxError{"invalid character ' ' " + context, int64(len(s.data))}
	}
	return s.unexpected(context)
}

// quoteChar writes a byte as a character literal.
func quoteChar(c byte) string {
	switch c {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(rune(c)))
	return "'" + s[1:len(s)-1] + "'"
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func (s *scanner) space() {
	for s.pos < len(s.data) && isSpace(s.data[s.pos]) {
		s.pos++
	}
}

// peek returns the byte at pos, 0 at the end.
func (s *scanner) peek() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

// value checks a value, space before it included.
func (s *scanner) value() error {
	s.space()
	switch c := s.peek(); {
	case c == '{':
		return s.object()
	case c == '[':
		return s.array()
	case c == '"':
		return s.string()
	case c == '-' || isDigit(c):
		return s.number()
	case c == 't':
		return s.word("true")
	case c == 'f':
		return s.word("false")
	case c == 'n':
		return s.word("null")
	}
	return s.unexpected("looking for beginning of value")
}

// enter goes into an object or array.
func (s *scanner) enter() error {
	s.pos++
	s.depth++
	if s.depth > maxDepth {
		return &SyntaxError{"exceeded max depth", int64(s.pos)}
	}
	s.space()
	return nil
}

func (s *scanner) leave() {
	s.pos++
	s.depth--
}

func (s *scanner) object() error {
	if err := s.enter(); err != nil {
		return err
	}
	if s.peek() == '}' {
		s.leave()
		return nil
	}
	for {
		if s.peek() != '"' {
			return s.unexpected("looking for beginning of object key string")
		}
		if err := s.string(); err != nil {
			return err
		}
		s.space()
		if s.peek() != ':' {
			return s.unexpected("after object key")
		}
		s.pos++
		if err := s.value(); err != nil {
			return err
		}
		if more, err := s.next('}', "after object key:value pair"); !more {
			return err
		}
		s.space()
	}
}

// next passes over the comma before another element, or leaves at the closing bracket; place says where anything else is unexpected.
func (s *scanner) next(closing byte, place string) (more bool, err error) {
	s.space()
	switch s.peek() {
	case ',':
		s.pos++
		return true, nil
	case closing:
		s.leave()
		return false, nil
	}
	return false, s.unexpected(place)
}

func (s *scanner) array() error {
	if err := s.enter(); err != nil {
		return err
	}
	if s.peek() == ']' {
		s.leave()
		return nil
	}
	for {
		if err := s.value(); err != nil {
			return err
		}
		if more, err := s.next(']', "after array element"); !more {
			return err
		}
	}
}

func (s *scanner) word(word string) error {
	for i := 0; i < len(word); i++ {
		if s.peek() != word[i] {
			return s.broken("in literal " + word + " (expecting " + quoteChar(word[i]) + ")")
		}
		s.pos++
	}
	return nil
}

func (s *scanner) string() error {
	s.pos++
	for {
		switch c := s.peek(); {
		case s.pos >= len(s.data) || c < ' ':
			return s.unexpected("in string literal")
		case c == '"':
			s.pos++
			return nil
		case c == '\\':
			s.pos++
			if err := s.escape(); err != nil {
				return err
			}
		default:
			s.pos++
		}
	}
}

// escape checks what follows a backslash.
func (s *scanner) escape() error {
	switch s.peek() {
	case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
		s.pos++
		return nil
	case 'u':
		s.pos++
		for i := 0; i < 4; i++ {
			if hexDigit(s.peek()) < 0 {
				return s.broken("in \\u hexadecimal character escape")
			}
			s.pos++
		}
		return nil
	}
	return s.broken("in string escape code")
}

func hexDigit(c byte) rune {
	switch {
	case isDigit(c):
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c|0x20-'a') + 10
	}
	return -1
}

func (s *scanner) number() error {
	if s.peek() == '-' {
		s.pos++
		if !isDigit(s.peek()) {
			return s.broken("in numeric literal")
		}
	}
	if s.peek() == '0' {
		s.pos++
	} else {
		s.digits()
	}
	if s.peek() == '.' {
		s.pos++
		if !isDigit(s.peek()) {
			return s.broken("after decimal point in numeric literal")
		}
		s.digits()
	}
	if s.peek()|0x20 == 'e' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		if !isDigit(s.peek()) {
			return s.broken("in exponent of numeric literal")
		}
		s.digits()
	}
	return nil
}

func (s *scanner) digits() {
	for isDigit(s.peek()) {
		s.pos++
	}
}

// isNumber reports whether s is a number of JSON.
func isNumber(text string) bool {
	s := scanner{data: []byte(text)}
	c := s.peek()
	return (c == '-' || isDigit(c)) && s.number() == nil && s.pos == len(text)
}

// unquote returns the text of a string literal that was checked; what is not UTF-8, and half of a pair of surrogates, becomes U+FFFD.
func unquote(literal []byte) string {
	literal = literal[1 : len(literal)-1]
	b := make([]byte, 0, len(literal))
	for i := 0; i < len(literal); {
		c := literal[i]
		switch {
		case c == '\\':
			var r rune
			r, i = unescape(literal, i+1)
			b = utf8.AppendRune(b, r)
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		default:
			r, size := utf8.DecodeRune(literal[i:])
			b = utf8.AppendRune(b, r)
			i += size
		}
	}
	return string(b)
}

// unescape returns the character of the escape sequence whose backslash is before i, and where it ends.
func unescape(b []byte, i int) (r rune, end int) {
	switch b[i] {
	case 'b':
		return '\b', i + 1
	case 'f':
		return '\f', i + 1
	case 'n':
		return '\n', i + 1
	case 'r':
		return '\r', i + 1
	case 't':
		return '\t', i + 1
	case 'u':
		r = fourDigits(b, i+1)
		i += 5
		if 0xD800 <= r && r < 0xDC00 && i+5 < len(b) && b[i] == '\\' && b[i+1] == 'u' {
			if low := fourDigits(b, i+2); 0xDC00 <= low && low < 0xE000 {
				return (r-0xD800)<<10 | (low - 0xDC00) + 0x10000, i + 6
			}
		}
		if 0xD800 <= r && r < 0xE000 {
			r = utf8.RuneError
		}
		return r, i
	}
	return rune(b[i]), i + 1
}

func fourDigits(b []byte, i int) (r rune) {
	for _, c := range b[i : i+4] {
		r = r<<4 | hexDigit(c)
	}
	return r
}
