package fmt

import "internal/rtype"

func typeText(arg any) string { return rtype.StringOf(rtype.TypeOf(arg)) }

// printArg prints an operand.
func (p *printer) printArg(arg any, verb rune) {
	if arg == nil {
		if verb == 'v' || verb == 'T' {
			p.pad("<nil>")
		} else {
			p.badVerb(verb, value{})
		}
		return
	}
	switch verb {
	case 'T':
		p.string(typeText(arg), 's', value{})
		return
	case 'p':
		p.pointer(valueOf(arg), 'p')
		return
	}
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
	case bool, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64, uintptr, float32, float64, complex64, complex128:
		// No methods.
	default:
		if p.methods(arg, verb) {
			return
		}
	}
	p.printValue(valueOf(arg), verb, 0)
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

// methods lets arg format itself, if it can for this verb, and reports whether it did.
func (p *printer) methods(arg any, verb rune) bool {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.wrapErrors {
			p.badVerb(verb, valueOf(arg))
			return true
		}
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		p.callFormat(f, verb)
		return true
	}
	if p.sharpV {
		if s, ok := arg.(GoStringer); ok {
			p.callGoString(s, verb)
			return true
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch s := arg.(type) {
		case error:
			p.callError(s, verb)
			return true
		case Stringer:
			p.callString(s, verb)
			return true
		}
	}
	return false
}

func (p *printer) callFormat(f Formatter, verb rune) {
	defer p.recovered(f, verb, "Format")
	f.Format(p, verb)
}

func (p *printer) callGoString(s GoStringer, verb rune) {
	defer p.recovered(s, verb, "GoString")
	p.pad(p.truncate(s.GoString()))
}

func (p *printer) callError(err error, verb rune) {
	defer p.recovered(err, verb, "Error")
	p.string(err.Error(), verb, valueOf(err))
}

func (p *printer) callString(s Stringer, verb rune) {
	defer p.recovered(s, verb, "String")
	p.string(s.String(), verb, valueOf(s))
}

// recovered prints the panic of a method instead of the value: "<nil>" if it was called on a nil pointer. A panic while printing that goes on.
func (p *printer) recovered(arg any, verb rune, method string) {
	r := recover()
	if r == nil {
		return
	}
	if rtype.KindOf(rtype.TypeOf(arg)) == rtype.Pointer && rtype.WordOf(arg) == nil {
		p.buf = append(p.buf, "<nil>"...)
		return
	}
	if p.panicking {
		panic(r)
	}
	saved := p.flags
	p.flags = flags{}
	p.complain(verb, "(PANIC="+method+" method: ")
	p.panicking = true
	p.printArg(r, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	p.flags = saved
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
	case rtype.Int <= kind && kind <= rtype.Int64:
		return int(v.int(kind)), true
	case rtype.Uint <= kind && kind <= rtype.Uintptr:
		u := v.uint(kind)
		return int(u), int(u) >= 0
	}
	return 0, false
}
