package strconv

// ParseBool parses 1, t, T, true, True, TRUE and 0, f, F, false, False, FALSE.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "True", "TRUE":
		return true, nil
	case "0", "f", "F", "false", "False", "FALSE":
		return false, nil
	}
	return false, fail("ParseBool", str, ErrSyntax)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }
