package strconv

import "unicode/utf8"

const hexChars = "0123456789abcdef"

// quoting says which characters a quoted text writes as themselves.
type quoting struct {
	mark    byte // the quote
	ascii   bool // nothing but ASCII
	graphic bool // besides printable characters, spaces of all kinds
}

// Quote returns s as a Go string literal, with escapes for what IsPrint does not call printable.
func Quote(s string) string { return quoted(s, quoting{mark: '"'}) }

// AppendQuote appends what Quote returns to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, quoting{mark: '"'}) }

// QuoteToASCII is like Quote, with escapes for everything outside ASCII.
func QuoteToASCII(s string) string { return quoted(s, quoting{mark: '"', ascii: true}) }

// AppendQuoteToASCII appends what QuoteToASCII returns to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte {
	return appendQuoted(dst, s, quoting{mark: '"', ascii: true})
}

// QuoteToGraphic is like Quote, but leaves all that IsGraphic accepts as it is.
func QuoteToGraphic(s string) string { return quoted(s, quoting{mark: '"', graphic: true}) }

// AppendQuoteToGraphic appends what QuoteToGraphic returns to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, quoting{mark: '"', graphic: true})
}

// QuoteRune returns r as a Go character literal.
func QuoteRune(r rune) string { return string(AppendQuoteRune(nil, r)) }

// AppendQuoteRune appends what QuoteRune returns to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, quoting{mark: '\''}) }

// QuoteRuneToASCII is like QuoteRune, with an escape for anything outside ASCII.
func QuoteRuneToASCII(r rune) string { return string(AppendQuoteRuneToASCII(nil, r)) }

// AppendQuoteRuneToASCII appends what QuoteRuneToASCII returns to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoting{mark: '\'', ascii: true})
}

// QuoteRuneToGraphic is like QuoteRune, but leaves all that IsGraphic accepts as it is.
func QuoteRuneToGraphic(r rune) string { return string(AppendQuoteRuneToGraphic(nil, r)) }

// AppendQuoteRuneToGraphic appends what QuoteRuneToGraphic returns to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, quoting{mark: '\'', graphic: true})
}

func quoted(s string, q quoting) string {
	return string(appendQuoted(make([]byte, 0, len(s)+2+len(s)/2), s, q))
}

func appendQuoted(dst []byte, s string, q quoting) []byte {
	dst = append(dst, q.mark)
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r == utf8.RuneError && size == 1 {
			dst = appendHexEscape(dst, 'x', uint32(s[i]), 2)
		} else {
			dst = q.appendRune(dst, r)
		}
		i += size
	}
	return append(dst, q.mark)
}

func appendQuotedRune(dst []byte, r rune, q quoting) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return append(q.appendRune(append(dst, q.mark), r), q.mark)
}

// appendRune writes one character of a quoted text.
func (q quoting) appendRune(dst []byte, r rune) []byte {
	switch {
	case r == rune(q.mark) || r == '\\':
		return append(dst, '\\', byte(r))
	case r >= ' ' && r < 0x7f:
		return append(dst, byte(r))
	case r >= utf8.RuneSelf && !q.ascii && (IsPrint(r) || q.graphic && IsGraphic(r)):
		return utf8.AppendRune(dst, r)
	case r >= '\a' && r <= '\r':
		return append(dst, '\\', "abtnvfr"[r-'\a'])
	case r < ' ' || r == 0x7f:
		return appendHexEscape(dst, 'x', uint32(r), 2)
	case r < 0x10000:
		return appendHexEscape(dst, 'u', uint32(r), 4)
	}
	return appendHexEscape(dst, 'U', uint32(r), 8)
}

func appendHexEscape(dst []byte, letter byte, v uint32, digits int) []byte {
	dst = append(dst, '\\', letter)
	for shift := (digits - 1) * 4; shift >= 0; shift -= 4 {
		dst = append(dst, hexChars[v>>uint(shift)&15])
	}
	return dst
}

// CanBackquote reports whether s can stand as it is, on one line, between back quotes.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r == utf8.RuneError && size == 1 || r == '\ufeff' || r < ' ' && r != '\t' || r == '`' || r == 0x7f {
			return false
		}
	}
	return true
}
