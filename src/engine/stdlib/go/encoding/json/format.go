package json

import "bytes"

// Compact appends src to dst without the space that means nothing.
func Compact(dst *bytes.Buffer, src []byte) error {
	if err := check(src); err != nil {
		return err
	}
	dst.Write(compact(nil, src, false))
	return nil
}

// HTMLEscape appends src, which is JSON, to dst with the characters <, >, &, U+2028 and U+2029 in strings written as escape sequences, so that it can stand
// in a script element.
func HTMLEscape(dst *bytes.Buffer, src []byte) { dst.Write(escapeHTML(nil, src)) }

const lowerHex = "0123456789abcdef"

func escapeHTML(dst, src []byte) []byte {
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case c == '<' || c == '>' || c == '&':
			dst = append(dst, '\\', 'u', '0', '0', lowerHex[c>>4], lowerHex[c&15])
		case c == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8:
			dst = append(dst, '\\', 'u', '2', '0', '2', lowerHex[src[i+2]&15])
			i += 2
		default:
			dst = append(dst, c)
		}
	}
	return dst
}

// compact appends src, which was checked, without space.
func compact(dst, src []byte, html bool) []byte {
	begin := len(dst)
	inString := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		if !inString && isSpace(c) {
			continue
		}
		if c == '"' {
			inString = !inString
		}
		dst = append(dst, c)
		if c == '\\' {
			i++
			dst = append(dst, src[i])
		}
	}
	if html {
		return append(dst[:begin], escapeHTML(nil, dst[begin:])...)
	}
	return dst
}

// Indent appends src to dst with each element of an array and each pair of an object on a line of its own, which begins with prefix and as many copies of
// indent as it is deep. The first line has no prefix. Space behind the value stays.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	if err := check(src); err != nil {
		return err
	}
	dst.Write(indented(nil, src, prefix, indent))
	return nil
}

func indented(dst, src []byte, prefix, indent string) []byte {
	depth := 0
	line := func() {
		dst = append(append(dst, '\n'), prefix...)
		for i := 0; i < depth; i++ {
			dst = append(dst, indent...)
		}
	}
	end := len(src)
	for end > 0 && isSpace(src[end-1]) {
		end--
	}
	for i := 0; i < end; i++ {
		c := src[i]
		switch c {
		case ' ', '\t', '\n', '\r':
		case '"':
			s := scanner{data: src, pos: i}
			s.string()
			dst = append(dst, src[i:s.pos]...)
			i = s.pos - 1
		case '{', '[':
			dst = append(dst, c)
			s := scanner{data: src, pos: i + 1}
			if s.space(); s.peek() == c+2 {
				dst = append(dst, c+2) // nothing inside
				i = s.pos
				continue
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			dst = append(dst, c)
		case ',':
			dst = append(dst, c)
			line()
		case ':':
			dst = append(dst, ':', ' ')
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, src[end:]...)
}
