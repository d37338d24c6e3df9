// Package strconv converts between numbers and other basic values and their text.
package strconv

const digitChars = "0123456789abcdefghijklmnopqrstuvwxyz"

// Itoa writes i in base 10.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// FormatInt writes i in a base from 2 to 36, with lower-case letters for digits above 9.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 10 && base >= 10 {
		return digitChars[i : i+1]
	}
	var buf [65]byte
	return string(buf[formatBits(&buf, i, base):])
}

// FormatUint writes i in a base from 2 to 36, with lower-case letters for digits above 9.
func FormatUint(i uint64, base int) string {
	var buf [65]byte
	return string(buf[formatUnsigned(&buf, i, base):])
}

// AppendInt appends what FormatInt returns to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	var buf [65]byte
	return append(dst, buf[formatBits(&buf, i, base):]...)
}

// AppendUint appends what FormatUint returns to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	var buf [65]byte
	return append(dst, buf[formatUnsigned(&buf, i, base):]...)
}

func formatBits(buf *[65]byte, i int64, base int) int {
	if i >= 0 {
		return formatUnsigned(buf, uint64(i), base)
	}
	n := formatUnsigned(buf, -uint64(i), base) - 1
	buf[n] = '-'
	return n
}

// formatUnsigned writes u at the end of buf and returns where it begins.
func formatUnsigned(buf *[65]byte, u uint64, base int) int {
	if base < 2 || base > len(digitChars) {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
	n := len(buf)
	if base == 10 {
		for u >= 10 {
			q := u / 10
			n--
			buf[n] = byte(u-q*10) + '0'
			u = q
		}
		n--
		buf[n] = byte(u) + '0'
		return n
	}
	b := uint64(base)
	for {
		n--
		buf[n] = digitChars[u%b]
		u /= b
		if u == 0 {
			return n
		}
	}
}
