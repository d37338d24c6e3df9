package fmt

import "unicode/utf8"

// operands is the state of a walk through the operands of a format.
type operands struct {
	args      []any
	next      int
	reordered bool // an index was used: operands left over are no mistake
	good      bool // the index of the verb at hand, if it has one, is fine
	afterN    bool // the last thing read was an index
}

// printf prints args as format says.
func (p *printer) printf(format string, args []any) {
	p.style = formatted{}
	ops := operands{args: args}
	end := len(format)
	for i := 0; i < end; {
		begin := i
		for i < end && format[i] != '%' {
			i++
		}
		if i > begin {
			p.buf = append(p.buf, format[begin:i]...)
		}
		if i < end {
			i = p.directive(format, i+1, &ops)
		}
	}
	if !ops.reordered && ops.next < len(args) {
		p.extra(args[ops.next:])
	}
}

// extra complains about operands that no verb asked for.
func (p *printer) extra(args []any) {
	p.flags = flags{}
	p.buf = append(p.buf, "%!(EXTRA "...)
	for i, arg := range args {
		if i > 0 {
			p.buf = append(p.buf, ", "...)
		}
		if arg == nil {
			p.buf = append(p.buf, "<nil>"...)
		} else {
			p.buf = append(append(p.buf, typeText(arg)...), '=')
			p.printArg(arg, 'v')
		}
	}
	p.buf = append(p.buf, ')')
}

// directive prints what the directive at format[i:], its percent sign left out, asks for and returns where it ends.
func (p *printer) directive(format string, i int, ops *operands) int {
	p.flags = flags{}
	ops.good, ops.afterN = true, false
	i = p.parseFlags(format, i)
	i = p.parseWidth(format, ops.index(format, i), ops)
	i = p.parsePrecision(format, i, ops)
	if !ops.afterN {
		i = ops.index(format, i)
	}
	if i >= len(format) {
		p.buf = append(p.buf, "%!(NOVERB)"...)
		return i
	}
	verb, size := rune(format[i]), 1
	if verb >= utf8.RuneSelf {
		verb, size = utf8.DecodeRuneInString(format[i:])
	}
	i += size
	switch {
	case verb == '%':
		p.buf = append(p.buf, '%')
	case !ops.good:
		p.complain(verb, "(BADINDEX)")
	case ops.next >= len(ops.args):
		p.complain(verb, "(MISSING)")
	default:
		p.operand(verb, ops)
	}
	return i
}

// operand prints the next operand.
func (p *printer) operand(verb rune, ops *operands) {
	if verb == 'w' {
		p.wrapped = append(p.wrapped, ops.next)
	}
	if verb == 'v' || verb == 'w' {
		p.sharpV, p.sharp = p.sharp, false
		p.plusV, p.plus = p.plus, false
	}
	p.printVerb(ops.args[ops.next], verb)
	ops.next++
}

func (p *printer) parseFlags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		case '+':
			p.plus = true
		case '-':
			p.minus = true
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}

func (p *printer) parseWidth(format string, i int, ops *operands) int {
	if i < len(format) && format[i] == '*' {
		i++
		p.width, p.hasWidth = ops.number()
		if !p.hasWidth {
			p.buf = append(p.buf, "%!(BADWIDTH)"...)
		}
		if p.width < 0 {
			p.width = -p.width
			p.minus = true
		}
		ops.afterN = false
		return i
	}
	var n int
	n, p.hasWidth, i = wholeNumber(format, i)
	p.width = n
	if ops.afterN && p.hasWidth {
		ops.good = false // "%[3]2d"
	}
	return i
}

func (p *printer) parsePrecision(format string, i int, ops *operands) int {
	if i+1 >= len(format) || format[i] != '.' {
		return i // a point at the end is taken as the verb
	}
	i++
	if ops.afterN {
		ops.good = false // "%[3].2d"
	}
	i = ops.index(format, i)
	if i < len(format) && format[i] == '*' {
		i++
		p.precision, p.hasPrecision = ops.number()
		if p.precision < 0 {
			p.precision, p.hasPrecision = 0, false
		}
		if !p.hasPrecision {
			p.buf = append(p.buf, "%!(BADPREC)"...)
		}
		ops.afterN = false
		return i
	}
	p.precision, p.hasPrecision, i = wholeNumber(format, i)
	p.hasPrecision = true // "%.d" is "%.0d"
	return i
}

// tooLarge limits widths and precisions.
const tooLarge = 1000000

// wholeNumber reads a number; ok is false, and n 0, if there is none or it is too large.
func wholeNumber(s string, i int) (n int, ok bool, end int) {
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		if n > tooLarge {
			return 0, false, len(s)
		}
		n = n*10 + int(s[i]-'0')
		ok = true
	}
	return n, ok, i
}

// number takes the next operand as a width or precision.
func (ops *operands) number() (n int, ok bool) {
	if ops.next >= len(ops.args) {
		return 0, false
	}
	n, ok = integerOf(ops.args[ops.next])
	ops.next++
	if n > tooLarge || n < -tooLarge {
		return 0, false
	}
	return n, ok
}

// index reads an index [n] that chooses the next operand.
func (ops *operands) index(format string, i int) int {
	ops.afterN = false
	if i >= len(format) || format[i] != '[' {
		return i
	}
	ops.reordered = true
	if i+3 > len(format) {
		ops.good = false
		return i + 1
	}
	close := i + 1
	for close < len(format) && format[close] != ']' {
		close++
	}
	if close == len(format) {
		ops.good = false
		return i + 1
	}
	n, ok, end := wholeNumber(format, i+1)
	if !ok || end != close || n < 1 || n > len(ops.args) {
		ops.good = false
		ops.afterN = ok && end == close
		return close + 1
	}
	ops.next = n - 1
	ops.afterN = true
	return close + 1
}
