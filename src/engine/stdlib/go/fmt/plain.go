package fmt

import (
	"internal/decimal"
	"internal/rtype"
	"math"
)

// A style prints what has no parts as the verbs and flags of a format say.
type style interface {
	// leaf prints a value of a kind that has no parts.
	leaf(p *printer, v value, kind int32, verb rune)
	// text prints a text that comes from v.
	text(p *printer, s string, verb rune, v value)
	// bytes prints an array or slice of bytes as a text if that is what the verb means, and reports whether it did.
	bytes(p *printer, v value, kind int32, verb rune) bool
	// goString lets arg format itself for %#v, if it can, and reports whether it did.
	goString(p *printer, arg any, verb rune) bool
}

// printText prints a text that comes from v.
func (p *printer) printText(s string, verb rune, v value) {
	if p.style == nil {
		p.add(s)
	} else {
		p.style.text(p, s, verb, v)
	}
}

// printLeaf prints a value of a kind that has no parts.
func (p *printer) printLeaf(v value, kind int32, verb rune) {
	if p.style != nil {
		p.style.leaf(p, v, kind, verb)
		return
	}
	switch kind {
	case rtype.String:
		p.add(*(*string)(v.p))
	case rtype.Float32, rtype.Float64:
		p.floatingNumber(v.float(kind), kind == rtype.Float32)
	case rtype.Complex64, rtype.Complex128:
		p.complexNumber(v.complex(kind), kind == rtype.Complex64)
	default:
		p.wordNumber(v.bits(kind), kind)
	}
}

// wordNumber prints a boolean, an integer or a pointer.
func (p *printer) wordNumber(u uint64, kind int32) {
	text, base := "", uint64(10)
	switch {
	case kind == rtype.Bool:
		text = "true"
		if u == 0 {
			text = "false"
		}
	case signed(kind) && int64(u) < 0:
		p.add("-")
		u = -u
	case kind <= rtype.Uintptr:
	case u == 0:
		text = "<nil>"
	default:
		p.add("0x")
		base = 16
	}
	if text != "" {
		p.add(text)
		return
	}
	p.buf = decimal.AppendUint(p.buf, u, base)
}

//interleave:kinds complex64 complex128
func (p *printer) complexNumber(c complex128, single bool) {
	p.add("(")
	p.floatingNumber(real(c), single)
	if im := imag(c); im >= 0 && im < math.Inf(1) && !math.Signbit(im) || im != im {
		p.add("+")
	}
	p.floatingNumber(imag(c), single)
	p.add("i)")
}

func (p *printer) signedNumber(n int64) { p.wordNumber(uint64(n), rtype.Int64) }

//interleave:kinds float32 float64 complex64 complex128
func (p *printer) floatingNumber(f float64, single bool) {
	p.buf = decimal.AppendShortest(p.buf, f, single)
}
