package unicode

// GraphicRanges are the sets of characters that IsGraphic accepts.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges are the sets of characters that, with the ASCII space, IsPrint accepts.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsLetter reports whether r is a letter.
func IsLetter(r rune) bool {
	if uint32(r) < 0x80 {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return Is(Letter, r)
}

// IsUpper reports whether r is an upper-case letter.
func IsUpper(r rune) bool {
	if uint32(r) < 0x80 {
		return 'A' <= r && r <= 'Z'
	}
	return Is(Upper, r)
}

// IsLower reports whether r is a lower-case letter.
func IsLower(r rune) bool {
	if uint32(r) < 0x80 {
		return 'a' <= r && r <= 'z'
	}
	return Is(Lower, r)
}

// IsTitle reports whether r is a title-case letter, such as one for two letters of which only the first is a capital.
func IsTitle(r rune) bool { return r > MaxLatin1 && Is(Title, r) }

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if r <= MaxLatin1 {
		return '0' <= r && r <= '9'
	}
	return Is(Digit, r)
}

// IsNumber reports whether r is a number: a digit, a fraction, a Roman numeral.
func IsNumber(r rune) bool {
	if uint32(r) < 0x80 {
		return '0' <= r && r <= '9'
	}
	return Is(Number, r)
}

// IsPunct reports whether r is a punctuation mark.
func IsPunct(r rune) bool { return Is(Punct, r) }

// IsSymbol reports whether r is a symbol.
func IsSymbol(r rune) bool { return Is(Symbol, r) }

// IsMark reports whether r is a mark, such as an accent that goes on another character.
func IsMark(r rune) bool { return Is(Mark, r) }

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return uint32(r) < 0x20 || 0x7f <= r && r < 0xa0 }

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool {
	if uint32(r) <= MaxLatin1 {
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	}
	return Is(White_Space, r)
}

// IsGraphic reports whether r can be seen or has at least a width: letters, marks, numbers, punctuation, symbols and spaces.
func IsGraphic(r rune) bool { return In(r, GraphicRanges...) }

// IsPrint is IsGraphic with the ASCII space as the only space.
func IsPrint(r rune) bool {
	if uint32(r) < 0x7f {
		return r >= ' '
	}
	return In(r, PrintRanges...)
}
