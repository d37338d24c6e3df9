package fmt

import (
	"strconv"
	"unicode/utf8"
)

// flags is what stands between the percent sign and the letter of a verb.
type flags struct {
	plus, minus, sharp, space, zero bool
	plusV, sharpV                   bool // %+v and %#v: plus and sharp are off then

	hasWidth, hasPrecision bool
	width, precision       int
}

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// padding writes n spaces, or zeros where that is asked for and allowed.
func (p *printer) padding(n int) {
	c := byte(' ')
	if p.zero && !p.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		p.buf = append(p.buf, c)
	}
}

// pad writes s in the width.
func (p *printer) pad(s string) {
	if !p.hasWidth || p.width == 0 {
		p.buf = append(p.buf, s...)
		return
	}
	n := p.width - utf8.RuneCountInString(s)
	if p.minus {
		p.buf = append(p.buf, s...)
		p.padding(n)
	} else {
		p.padding(n)
		p.buf = append(p.buf, s...)
	}
}

// padSpaces is pad without zeros.
func (p *printer) padSpaces(s string) {
	zero := p.zero
	p.zero = false
	p.pad(s)
	p.zero = zero
}

// sign returns the sign to write before a number, 0 for none.
func (p *printer) sign(negative bool) byte {
	switch {
	case negative:
		return '-'
	case p.plus:
		return '+'
	case p.space:
		return ' '
	}
	return 0
}

// integer writes a number: u is its two's complement if it is signed.
func (p *printer) integer(u uint64, base uint64, signed bool, verb rune, digits string) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	sign := p.sign(negative)
	if !p.hasWidth && !p.hasPrecision && base == 10 {
		if sign != 0 {
			p.buf = append(p.buf, sign)
		}
		p.buf = strconv.AppendUint(p.buf, u, 10)
		return
	}
	least := 1 // digits
	if p.hasPrecision {
		least = p.precision
		if least == 0 && u == 0 {
			p.padSpaces("")
			return
		}
	} else if p.zero && !p.minus && p.hasWidth {
		least = p.width
		if sign != 0 {
			least--
		}
	}
	var room [80]byte
	buf := room[:]
	if least+5 > len(buf) {
		buf = make([]byte, least+5)
	}
	n := len(buf)
	for i := 0; i < least || u > 0 || i == 0; i++ {
		n--
		buf[n] = digits[u%base]
		u /= base
	}
	n = p.prefix(buf, n, base, verb, digits[16])
	if sign != 0 {
		n--
		buf[n] = sign
	}
	p.padSpaces(string(buf[n:]))
}

// prefix puts 0b, 0, 0o or 0x before the number at buf[n:] where flag or verb ask for it.
func (p *printer) prefix(buf []byte, n int, base uint64, verb rune, x byte) int {
	letter := byte(0)
	switch {
	case p.sharp && base == 2:
		letter = 'b'
	case p.sharp && base == 16:
		letter = x
	case p.sharp && base == 8 && buf[n] != '0':
		n--
		buf[n] = '0'
	}
	if verb == 'O' {
		letter = 'o'
	}
	if letter != 0 {
		n -= 2
		buf[n], buf[n+1] = '0', letter
	}
	return n
}

// hexadecimal writes u with or without 0x, whatever the flags say.
func (p *printer) hexadecimal(u uint64, with0x bool) {
	sharp := p.sharp
	p.sharp = with0x
	p.integer(u, 16, false, 'v', lowerDigits)
	p.sharp = sharp
}

// unicode writes U+0041, with the flag # U+0041 'A'.
func (p *printer) unicode(u uint64) {
	text := strconv.FormatUint(u, 16)
	least := 4
	if p.hasPrecision && p.precision > 4 {
		least = p.precision
	}
	buf := append(make([]byte, 0, least+12), "U+"...)
	for i := len(text); i < least; i++ {
		buf = append(buf, '0')
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		buf = append(buf, c)
	}
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		buf = append(buf, " '"...)
		buf = utf8.AppendRune(buf, rune(u))
		buf = append(buf, '\'')
	}
	p.padSpaces(string(buf))
}

func runeOf(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

// quotedRune writes a character literal.
func (p *printer) quotedRune(u uint64) {
	if p.plus {
		p.pad(strconv.QuoteRuneToASCII(runeOf(u)))
	} else {
		p.pad(strconv.QuoteRune(runeOf(u)))
	}
}

// truncate cuts s after as many characters as the precision says.
func (p *printer) truncate(s string) string {
	if p.hasPrecision {
		n := p.precision
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

// quoted writes a string literal.
func (p *printer) quoted(s string) {
	s = p.truncate(s)
	switch {
	case p.sharp && strconv.CanBackquote(s):
		p.pad("`" + s + "`")
	case p.plus:
		p.pad(strconv.QuoteToASCII(s))
	default:
		p.pad(strconv.Quote(s))
	}
}

// hexString writes the bytes of s, up to the precision, in hexadecimal: with a space between them, and 0x before the whole or before each.
func (p *printer) hexString(s string, digits string) {
	if p.hasPrecision && p.precision < len(s) {
		s = s[:p.precision]
	}
	var buf []byte
	for i := 0; i < len(s); i++ {
		if p.space && i > 0 {
			buf = append(buf, ' ')
		}
		if p.sharp && (p.space || i == 0) {
			buf = append(buf, '0', digits[16])
		}
		buf = append(buf, digits[s[i]>>4], digits[s[i]&15])
	}
	p.pad(string(buf))
}

// float writes a number of that many bits; precision is used where none was given.
func (p *printer) float(v float64, size int, verb byte, precision int) {
	if p.hasPrecision {
		precision = p.precision
	}
	var room [32]byte
	num := strconv.AppendFloat(room[:0], v, verb, precision, size)
	negative := num[0] == '-'
	if negative || num[0] == '+' {
		num = num[1:]
	}
	sign := p.sign(negative)
	if num[0] == 'I' || num[0] == 'N' {
		if num[0] == 'I' && sign == 0 {
			sign = '+'
		}
		p.signed(sign, string(num), false)
		return
	}
	if p.sharp && verb != 'b' {
		num = withPoint(num, verb, precision)
	}
	p.signed(sign, string(num), true)
}

// signed writes a number after its sign; zeros go between them.
func (p *printer) signed(sign byte, num string, zeros bool) {
	switch {
	case sign == 0 && zeros:
		p.pad(num)
	case sign == 0:
		p.padSpaces(num)
	case zeros && p.zero && !p.minus && p.hasWidth && p.width > len(num)+1:
		p.buf = append(p.buf, sign)
		p.padding(p.width - len(num) - 1)
		p.buf = append(p.buf, num...)
	case zeros:
		p.pad(string(sign) + num)
	default:
		p.padSpaces(string(sign) + num)
	}
}

// withPoint gives num, as the flag # asks, a point if it has none and, for g and x, the zeros that were left out at the end.
func withPoint(num []byte, verb byte, precision int) []byte {
	missing := 0
	if verb == 'g' || verb == 'G' || verb == 'x' || verb == 'X' {
		missing = precision
		if missing < 0 {
			missing = 6
		}
		if verb == 'X' {
			missing = 0
		}
	}
	exponent := byte('e')
	if verb == 'x' || verb == 'X' {
		exponent = 'p'
	}
	end := len(num)
	point, nonzero := false, false
	for i, c := range num {
		if c|0x20 == exponent {
			end = i
			break
		}
		if c == '.' {
			point = true
			continue
		}
		if c != '0' {
			nonzero = true
		}
		if nonzero {
			missing--
		}
	}
	tail := string(num[end:])
	num = num[:end]
	if !point {
		if len(num) == 1 && num[0] == '0' {
			missing--
		}
		num = append(num, '.')
	}
	for ; missing > 0; missing-- {
		num = append(num, '0')
	}
	return append(num, tail...)
}
