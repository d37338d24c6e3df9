package json

import "strconv"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// encodeBase64 writes bytes in base64 (RFC 4648) with padding.
func encodeBase64(b []byte) []byte {
	out := make([]byte, 0, (len(b)+2)/3*4)
	for i := 0; i < len(b); i += 3 {
		n, bits := uint32(0), 0
		for j := i; j < i+3 && j < len(b); j++ {
			n |= uint32(b[j]) << (16 - bits)
			bits += 8
		}
		for k := 0; k < 4; k++ {
			if k*6 >= bits {
				out = append(out, '=')
			} else {
				out = append(out, alphabet[n>>(18-6*k)&63])
			}
		}
	}
	return out
}

// A corruptError says where a text stops being base64.
type corruptError int

func (e corruptError) Error() string {
	return "illegal base64 data at input byte " + strconv.Itoa(int(e))
}

// decodeBase64 reads base64 with padding; line ends do not count.
func decodeBase64(s string) ([]byte, error) {
	out := []byte{}
	n, count := uint32(0), 0 // characters of a group of four
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\n' || c == '\r' {
			continue
		}
		if c == '=' {
			return padded(s, i, out, n, count)
		}
		d := digitOf(c)
		if d < 0 {
			return nil, corruptError(i)
		}
		n = n<<6 | uint32(d)
		if count++; count == 4 {
			out = append(out, byte(n>>16), byte(n>>8), byte(n))
			n, count = 0, 0
		}
	}
	if count > 0 {
		return nil, corruptError(len(s) - count)
	}
	return out, nil
}

func digitOf(c byte) int {
	for d := 0; d < len(alphabet); d++ {
		if alphabet[d] == c {
			return d
		}
	}
	return -1
}

// padded reads the padding at s[i:], count characters of the last group having been read.
func padded(s string, i int, out []byte, n uint32, count int) ([]byte, error) {
	if count < 2 {
		return nil, corruptError(i)
	}
	need := 4 - count
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n' || c == '\r':
		case c != '=' || need == 0:
			return nil, corruptError(i)
		default:
			need--
		}
	}
	if need > 0 {
		return nil, corruptError(len(s))
	}
	if count == 2 {
		return append(out, byte(n>>4)), nil
	}
	return append(out, byte(n>>10), byte(n>>2)), nil
}
