package strconv

// FormatComplex writes c, a value that was rounded to bitSize (64 or 128) bits, as (a+bi); fmt and prec are those of FormatFloat, for each part.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize/2) + im + "i)"
}

// ParseComplex reads a number of the form N, Ni or N±Ni, perhaps in parentheses, as a complex number of bitSize (64 or 128) bits. Its parts are as
// ParseFloat reads them. Its errors are those of ParseFloat.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	text := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	first, n, pending := parseFloatPrefix(s, size)
	if pending != nil && pending != ErrRange {
		return 0, fail("ParseComplex", text, ErrSyntax)
	}
	rest := s[n:]
	if rest == "" {
		return complex(first, 0), rangeError(text, pending)
	}
	switch rest[0] {
	case 'i':
		if rest == "i" {
			return complex(0, first), rangeError(text, pending)
		}
		return 0, fail("ParseComplex", text, ErrSyntax)
	case '+':
		// "1++2i" is no number, but "1+NaNi" is: NaN has no sign of its own.
		if len(rest) > 1 && rest[1] != '+' {
			rest = rest[1:]
		}
	case '-':
	default:
		return 0, fail("ParseComplex", text, ErrSyntax)
	}
	second, n, err := parseFloatPrefix(rest, size)
	if err != nil {
		if err != ErrRange {
			return 0, fail("ParseComplex", text, ErrSyntax)
		}
		pending = err
	}
	if rest[n:] != "i" {
		return 0, fail("ParseComplex", text, ErrSyntax)
	}
	return complex(first, second), rangeError(text, pending)
}

func rangeError(text string, err error) error {
	if err == nil {
		return nil
	}
	return fail("ParseComplex", text, err)
}
