package fmt

import (
	"internal/rtype"
	"unsafe"
)

// formatted is the style of Printf and its relatives.
type formatted struct{}

// printVerb prints an operand of a format.
func (p *printer) printVerb(arg any, verb rune) {
	switch {
	case arg == nil && verb != 'v' && verb != 'T':
		p.badVerb(verb, value{})
	case arg == nil:
		p.pad("<nil>")
	case verb == 'T':
		p.string(typeText(arg), 's', value{})
	case verb == 'p':
		p.pointer(valueOf(arg), 'p')
	case verb == 'w':
		p.printWrapped(arg)
	default:
		p.printFast(arg, verb)
	}
}

// printWrapped prints the operand of %w.
func (p *printer) printWrapped(arg any) {
	if _, ok := arg.(error); ok && p.wrapErrors {
		p.printArg(arg, 'v')
	} else if _, ok := arg.([]byte); ok {
		p.printArg(arg, 'w') // complains about each byte
	} else {
		p.badVerb('w', valueOf(arg))
	}
}

// printFast prints what is printed most without copying it to where a value has an address.
func (p *printer) printFast(arg any, verb rune) {
	switch x := arg.(type) {
	case string:
		if verb == 'v' && !p.sharpV || verb == 's' {
			p.pad(p.truncate(x))
			return
		}
	case int:
		if verb == 'v' || verb == 'd' {
			p.integer(uint64(x), 10, true, verb, lowerDigits)
			return
		}
	case []byte:
		if p.sharpV && verb == 'v' {
			p.goBytes(x)
			return
		}
	}
	p.printArg(arg, verb)
}

func (formatted) leaf(p *printer, v value, kind int32, verb rune) {
	switch kind {
	case rtype.Bool:
		p.bool(v, verb)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		p.number(v.bits(kind), true, verb, v)
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		p.number(v.bits(kind), false, verb, v)
	case rtype.Float32:
		p.floating(v.float(kind), 32, verb, v)
	case rtype.Float64:
		p.floating(v.float(kind), 64, verb, v)
	case rtype.Complex64:
		p.complex(v.complex(kind), 64, verb, v)
	case rtype.Complex128:
		p.complex(v.complex(kind), 128, verb, v)
	case rtype.String:
		p.string(*(*string)(v.p), verb, v)
	default:
		p.pointer(v, verb)
	}
}

func (formatted) text(p *printer, s string, verb rune, v value) { p.string(s, verb, v) }

func (formatted) bytes(p *printer, v value, kind int32, verb rune) bool {
	if rtype.KindOf(rtype.ElemOf(v.t)) != rtype.Uint8 {
		return false
	}
	switch verb {
	case 's', 'q', 'x', 'X':
		p.string(bytesAt(v.elements(kind)), verb, v)
		return true
	}
	return false
}

func (formatted) goString(p *printer, arg any, verb rune) bool {
	s, ok := arg.(GoStringer)
	if ok {
		p.callGoString(s, verb)
	}
	return ok
}

func (p *printer) callGoString(s GoStringer, verb rune) {
	defer p.recovered(s, verb, "GoString")
	p.pad(p.truncate(s.GoString()))
}

// goBytes prints a []byte in Go syntax; inside other values it is called []uint8.
func (p *printer) goBytes(b []byte) {
	p.buf = append(p.buf, "[]byte"...)
	if b == nil {
		p.buf = append(p.buf, "(nil)"...)
		return
	}
	p.buf = append(p.buf, '{')
	for i, c := range b {
		p.separate(int32(i))
		p.hexadecimal(uint64(c), true)
	}
	p.buf = append(p.buf, '}')
}

// badVerb complains about a verb that does not fit the value.
func (p *printer) badVerb(verb rune, v value) {
	p.erroring = true
	p.complain(verb, "(")
	if v.t == 0 {
		p.buf = append(p.buf, "<nil>"...)
	} else {
		p.buf = append(append(p.buf, rtype.StringOf(v.t)...), '=')
		p.printValue(v, 'v', 0)
	}
	p.buf = append(p.buf, ')')
	p.erroring = false
}

// string prints a text for a verb of strings; v is where it comes from.
func (p *printer) string(s string, verb rune, v value) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.pad(p.truncate(s))
		}
	case 's':
		p.pad(p.truncate(s))
	case 'x':
		p.hexString(s, lowerDigits)
	case 'X':
		p.hexString(s, upperDigits)
	case 'q':
		p.quoted(s)
	default:
		p.badVerb(verb, v)
	}
}

// integerOf returns the value of an operand of integer type.
func integerOf(arg any) (n int, ok bool) {
	v := valueOf(arg)
	if v.t == 0 {
		return 0, false
	}
	kind := rtype.KindOf(v.t)
	switch {
	case signed(kind):
		return int(v.bits(kind)), true
	case rtype.Uint <= kind && kind <= rtype.Uintptr:
		u := v.bits(kind)
		return int(u), int(u) >= 0
	}
	return 0, false
}

func (p *printer) bool(v value, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb, v)
	} else if *(*bool)(v.p) {
		p.pad("true")
	} else {
		p.pad("false")
	}
}

// number prints an integer; u is its two's complement if it is signed.
func (p *printer) number(u uint64, signed bool, verb rune, v value) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hexadecimal(u, true)
		} else {
			p.integer(u, 10, signed, verb, lowerDigits)
		}
	case 'd':
		p.integer(u, 10, signed, verb, lowerDigits)
	case 'b':
		p.integer(u, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.integer(u, 8, signed, verb, lowerDigits)
	case 'x':
		p.integer(u, 16, signed, verb, lowerDigits)
	case 'X':
		p.integer(u, 16, signed, verb, upperDigits)
	case 'c':
		p.pad(string(runeOf(u)))
	case 'q':
		p.quotedRune(u)
	case 'U':
		p.unicode(u)
	default:
		p.badVerb(verb, v)
	}
}

//interleave:kinds float32 float64 complex64 complex128
func (p *printer) floating(f float64, size int, verb rune, v value) {
	switch verb {
	case 'v':
		p.float(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(f, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.float(f, size, byte(verb), 6)
	case 'F':
		p.float(f, size, 'f', 6)
	default:
		p.badVerb(verb, v)
	}
}

//interleave:kinds complex64 complex128
func (p *printer) complex(c complex128, size int, verb rune, v value) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.buf = append(p.buf, '(')
		p.floating(real(c), size/2, verb, v)
		p.plus = true
		p.floating(imag(c), size/2, verb, v)
		p.buf = append(p.buf, "i)"...)
		p.plus = plus
	default:
		p.badVerb(verb, v)
	}
}

// pointer prints an address.
func (p *printer) pointer(v value, verb rune) {
	switch rtype.KindOf(v.t) {
	case rtype.Chan, rtype.Func, rtype.Map, rtype.Pointer, rtype.Slice, rtype.UnsafePointer:
	default:
		p.badVerb(verb, v)
		return
	}
	u := uint64(uintptr(v.word()))
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.buf = append(append(append(p.buf, '('), rtype.StringOf(v.t)...), ")("...)
			if u == 0 {
				p.buf = append(p.buf, "nil"...)
			} else {
				p.hexadecimal(u, true)
			}
			p.buf = append(p.buf, ')')
		case u == 0:
			p.pad("<nil>")
		default:
			p.hexadecimal(u, !p.sharp)
		}
	case 'p':
		p.hexadecimal(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.number(u, false, verb, v)
	default:
		p.badVerb(verb, v)
	}
}

// bytesAt copies n bytes to a string.
func bytesAt(data unsafe.Pointer, n int32) string {
	buf := make([]byte, n)
	for i := range buf {
		buf[i] = *(*byte)(unsafe.Add(data, i))
	}
	return string(buf)
}
