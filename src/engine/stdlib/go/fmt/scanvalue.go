package fmt

import (
	"internal/rtype"
	"io"
	"strconv"
	"unsafe"
)

// operand reads one operand for a verb.
func (s *scan) operand(verb rune, arg any) {
	if v, ok := arg.(Scanner); ok {
		err := v.Scan(s, verb)
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.failWith(err)
		}
		return
	}
	t := rtype.TypeOf(arg)
	if rtype.KindOf(t) != rtype.Pointer {
		s.fail("type not a pointer: " + rtype.StringOf(t))
	}
	elem, p := rtype.ElemOf(t), rtype.WordOf(arg)
	switch kind := rtype.KindOf(elem); kind {
	case rtype.Bool:
		*(*bool)(p) = s.bool(verb)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		s.storeInt(kind, p, s.signed(verb, int(rtype.SizeOf(elem))*8))
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		s.storeInt(kind, p, int64(s.unsigned(verb, int(rtype.SizeOf(elem))*8)))
	case rtype.Float32:
		*(*float32)(p) = float32(s.float(verb, 32))
	case rtype.Float64:
		*(*float64)(p) = s.float(verb, 64)
	case rtype.Complex64:
		*(*complex64)(p) = complex64(s.complex(verb, 32))
	case rtype.Complex128:
		*(*complex128)(p) = s.complex(verb, 64)
	case rtype.String:
		*(*string)(p) = s.string(verb)
	case rtype.Slice:
		if rtype.KindOf(rtype.ElemOf(elem)) != rtype.Uint8 {
			s.fail("can't scan type: " + rtype.StringOf(t))
		}
		*(*[]byte)(p) = []byte(s.string(verb))
	default:
		s.fail("can't scan type: " + rtype.StringOf(t))
	}
}

func (s *scan) storeInt(kind int32, p unsafe.Pointer, v int64) {
	switch kind {
	case rtype.Int8, rtype.Uint8:
		*(*int8)(p) = int8(v)
	case rtype.Int16, rtype.Uint16:
		*(*int16)(p) = int16(v)
	case rtype.Int32, rtype.Uint32:
		*(*int32)(p) = int32(v)
	default:
		*(*int64)(p) = v
	}
}

// verbs fails if a verb is not one of those allowed for a kind of value.
func (s *scan) verbs(verb rune, allowed, kind string) {
	if !contains(allowed, verb) {
		s.fail("bad verb '%" + string(verb) + "' for " + kind)
	}
}

// begin skips spaces; something must follow.
func (s *scan) begin() {
	s.SkipSpace()
	s.notEnd()
	s.buf = s.buf[:0]
}

// notEnd fails at the end of the input.
func (s *scan) notEnd() {
	if s.read() == end {
		s.failWith(io.EOF)
	}
	s.UnreadRune()
}

// accept takes the next character into the token if it is one of ok.
func (s *scan) accept(ok string) bool {
	r := s.read()
	if r == end {
		return false
	}
	if !contains(ok, r) {
		s.UnreadRune()
		return false
	}
	s.buf = append(s.buf, byte(r))
	return true
}

func (s *scan) acceptAll(ok string) {
	for s.accept(ok) {
	}
}

func (s *scan) bool(verb rune) bool {
	s.begin()
	s.verbs(verb, "tv", "boolean")
	switch r := s.read(); r {
	case '0':
		return false
	case '1':
		return true
	case 't', 'T':
		if s.accept("rR") && (!s.accept("uU") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return true
	case 'f', 'F':
		if s.accept("aA") && (!s.accept("lL") || !s.accept("sS") || !s.accept("eE")) {
			s.fail("syntax error scanning boolean")
		}
		return false
	}
	return false // as Go: what is no boolean counts as false
}

// base returns the base and the digits that a verb means.
func (s *scan) base(verb rune) (base int, digits string) {
	s.verbs(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, "01"
	case 'o':
		return 8, "01234567"
	case 'x', 'X', 'U':
		return 16, "0123456789aAbBcCdDeEfF"
	}
	return 10, "0123456789"
}

// number takes the digits of an integer into the token; %v understands the prefixes of Go's literals.
func (s *scan) number(verb rune) (base int) {
	base, digits := s.base(verb)
	have := false
	if verb == 'v' {
		digits = "0123456789_"
		base = 0
		if s.accept("0") {
			have = true
			switch {
			case s.accept("bB"):
				digits, have = "01_", false
			case s.accept("oO"):
				digits, have = "01234567_", false
			case s.accept("xX"):
				digits, have = "0123456789aAbBcCdDeEfF_", false
			default:
				digits = "01234567_"
			}
		}
	}
	if !have {
		s.notEnd()
		if !s.accept(digits) {
			s.fail("expected integer")
		}
	}
	s.acceptAll(digits)
	return base
}

// character reads one character for %c.
func (s *scan) character() int64 {
	s.notEnd()
	return int64(s.read())
}

func (s *scan) signed(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character()
	}
	s.begin()
	if verb == 'U' {
		s.unicodePrefix()
	} else {
		s.accept("+-")
	}
	base := s.number(verb)
	v, err := strconv.ParseInt(string(s.buf), base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := uint(64 - bits); v<<shift>>shift != v {
		s.fail("integer overflow on token " + string(s.buf))
	}
	return v
}

func (s *scan) unicodePrefix() {
	if !s.accept("U") || !s.accept("+") {
		s.fail("bad unicode format ")
	}
	s.buf = s.buf[:0]
}

func (s *scan) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character())
	}
	s.begin()
	if verb == 'U' {
		s.unicodePrefix()
	}
	base := s.number(verb)
	v, err := strconv.ParseUint(string(s.buf), base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := uint(64 - bits); v<<shift>>shift != v {
		s.fail("unsigned integer overflow on token " + string(s.buf))
	}
	return v
}

// floatToken takes what may be a floating-point number into the token.
func (s *scan) floatToken() {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return
	}
	digits, exponent := "0123456789_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = "0123456789aAbBcCdDeEfF_", "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.acceptAll("0123456789_")
	}
}

func (s *scan) float(verb rune, bits int) float64 {
	s.begin()
	s.verbs(verb, "beEfFgGv", "float"+strconv.Itoa(bits))
	s.floatToken()
	return s.parseFloat(bits)
}

func (s *scan) parseFloat(bits int) float64 { return s.parseFloatText(string(s.buf), bits) }

func (s *scan) parseFloatText(text string, bits int) float64 {
	v, err := strconv.ParseFloat(text, bits)
	if err != nil {
		s.failWith(err)
	}
	return v
}

func (s *scan) complex(verb rune, bits int) complex128 {
	s.begin()
	s.verbs(verb, "beEfFgGv", "complex")
	parenthesis := s.accept("(")
	s.floatToken()
	re := string(s.buf)
	if !s.peek("+-") {
		s.fail("syntax error scanning complex number")
	}
	s.floatToken()
	im := string(s.buf)
	if !s.accept("i") || parenthesis && !s.accept(")") {
		s.fail("syntax error scanning complex number")
	}
	return complex(s.parseFloatText(re, bits), s.parseFloatText(im, bits))
}

func (s *scan) string(verb rune) string {
	s.verbs(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexadecimal()
	}
	s.take(notSpace)
	return string(s.buf)
}

// quoted reads a string literal.
func (s *scan) quoted() string {
	quote := s.mustRead()
	if quote != '"' && quote != '`' {
		s.fail("expected quoted string")
	}
	s.buf = append(s.buf, byte(quote))
	for {
		r := s.mustRead()
		s.buf = append(s.buf, string(r)...)
		if r == '\\' && quote == '"' {
			s.buf = append(s.buf, string(s.mustRead())...)
		} else if r == quote {
			break
		}
	}
	text, err := strconv.Unquote(string(s.buf))
	if err != nil {
		s.failWith(err)
	}
	return text
}

// hexadecimal reads pairs of digits.
func (s *scan) hexadecimal() string {
	s.acceptAll("0123456789aAbBcCdDeEfF")
	if len(s.buf) == 0 {
		s.fail("no hex data for %x string")
	}
	if len(s.buf)%2 != 0 {
		s.fail("illegal hex digit")
	}
	text := make([]byte, len(s.buf)/2)
	for i := range text {
		b, _ := strconv.ParseUint(string(s.buf[2*i:2*i+2]), 16, 8)
		text[i] = byte(b)
	}
	return string(text)
}
