package fmt

import "internal/rtype"

func typeText(arg any) string { return rtype.StringOf(rtype.TypeOf(arg)) }

// printArg prints an operand; verbs but v come with a style.
func (p *printer) printArg(arg any, verb rune) {
	switch x := arg.(type) {
	case nil:
		p.printText("<nil>", 'v', value{})
		return
	case string:
		if p.style == nil {
			p.add(x)
			return
		}
	case int:
		if p.style == nil {
			p.signedNumber(int64(x))
			return
		}
	case bool, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64, uintptr, float32, float64, complex64, complex128:
		// No methods.
	default:
		if held, ok := reflected(arg); ok {
			p.printHeld(held, verb)
			return
		}
		if p.methods(arg, verb) {
			return
		}
	}
	p.printValue(valueOf(arg), verb, 0)
}

// methods lets arg format itself, if it can for this verb, and reports whether it did.
func (p *printer) methods(arg any, verb rune) bool {
	if p.erroring {
		return false
	}
	method := ""
	switch arg.(type) {
	case Formatter:
		method = "Format"
	case error:
		method = "Error"
	case Stringer:
		method = "String"
	}
	if p.style != nil && method != "Format" {
		if p.sharpV {
			return p.style.goString(p, arg, verb)
		}
		switch verb {
		case 'v', 's', 'x', 'X', 'q':
		default:
			return false
		}
	}
	if method == "" {
		return false
	}
	p.call(arg, verb, method)
	return true
}

// reflected returns what arg holds if it is a reflect.Value, which package fmt knows without importing that package.
func reflected(arg any) (held value, ok bool) {
	t := rtype.TypeOf(arg)
	if rtype.NameOf(t) != "Value" || rtype.PkgPathOf(t) != "reflect" {
		return value{}, false
	}
	h := (*rtype.Held)(rtype.DataOf(arg))
	return value{t: h.T, p: h.P, hidden: h.Flags&rtype.Hidden != 0}, true
}

// printHeld prints what a reflect.Value holds: itself, not a pointer to it, so that its methods are called.
func (p *printer) printHeld(held value, verb rune) {
	if held.t == 0 {
		p.add("<invalid reflect.Value>")
		return
	}
	if !held.hidden {
		if arg := rtype.Make(held.t, held.p); arg != nil && p.methods(arg, verb) {
			return
		}
	}
	p.printValue(held, verb, 0)
}

// call lets a method of arg format it.
func (p *printer) call(arg any, verb rune, method string) {
	defer p.recovered(arg, verb, method)
	var text string
	switch method {
	case "Format":
		arg.(Formatter).Format(p, verb)
		return
	case "Error":
		text = arg.(error).Error()
	default:
		text = arg.(Stringer).String()
	}
	p.printText(text, verb, valueOf(arg))
}

// recovered prints the panic of a method instead of the value: "<nil>" if it was called on a nil pointer. A panic while printing that goes on.
func (p *printer) recovered(arg any, verb rune, method string) {
	r := recover()
	if r == nil {
		return
	}
	if rtype.KindOf(rtype.TypeOf(arg)) == rtype.Pointer && rtype.WordOf(arg) == nil {
		p.add("<nil>")
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
	p.add(")")
	p.flags = saved
}

// complain writes "%!", the verb and what is wrong.
func (p *printer) complain(verb rune, text string) { p.add("%!" + string(verb) + text) }
