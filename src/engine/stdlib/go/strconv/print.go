package strconv

// IsPrint reports whether r is a letter, a mark, a number, a punctuation mark, a symbol or the ASCII space.
func IsPrint(r rune) bool {
	if r < 0x7f {
		return r >= ' '
	}
	end := rune(0x7f)
	printable := false
	for i := 0; i < len(printRuns); i++ {
		length, shift := rune(0), uint(0)
		for ; printRuns[i] >= 128; i++ {
			length |= rune(printRuns[i]&127) << shift
			shift += 7
		}
		end += length | rune(printRuns[i])<<shift
		if r < end {
			return printable
		}
		printable = !printable
	}
	return false
}

// IsGraphic reports whether r is printable or a space of any kind that has a width.
func IsGraphic(r rune) bool {
	switch r {
	case 0xa0, 0x1680, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a || IsPrint(r)
}
