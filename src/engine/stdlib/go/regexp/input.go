package regexp

import (
	"internal/rt"
	"io"
	"strings"
	"unicode/utf8"
)

// noRune stands where there is no character: before the beginning and behind the end.
const noRune = -1

// An input is a text or a reader of characters.
type input struct {
	text   string
	reader io.RuneReader // if it is not nil, the text is unknown
	read   int           // bytes read from reader
	ended  bool
}

func bytesInput(b []byte) *input { return &input{text: rt.String(b)} }

// step returns the character at pos and its size; noRune and 0 at the end. A reader is asked for each position once, in order.
func (in *input) step(pos int) (r rune, size int) {
	if in.reader != nil {
		if in.ended {
			return noRune, 0
		}
		r, size, err := in.reader.ReadRune()
		if err != nil {
			in.ended = true
			return noRune, 0
		}
		in.read += size
		return r, size
	}
	if pos >= len(in.text) {
		return noRune, 0
	}
	if c := in.text[pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(in.text[pos:])
}

// before returns the character that ends at pos.
func (in *input) before(pos int) rune {
	if pos <= 0 || pos > len(in.text) {
		return noRune
	}
	r, _ := utf8.DecodeLastRuneInString(in.text[:pos])
	return r
}

// find returns where prefix stands at or after pos, -1 if nowhere.
func (in *input) find(prefix string, pos int) int {
	at := strings.Index(in.text[pos:], prefix)
	if at < 0 {
		return -1
	}
	return pos + at
}

// conditions returns what holds between two characters.
func conditions(before, after rune) (at condition) {
	if before == noRune {
		at |= beginText | beginLine
	} else if before == '\n' {
		at |= beginLine
	}
	if after == noRune {
		at |= endText | endLine
	} else if after == '\n' {
		at |= endLine
	}
	if wordCharacter(before) != wordCharacter(after) {
		at |= wordBoundary
	} else {
		at |= noWordBoundary
	}
	return at
}

func wordCharacter(r rune) bool { return r == '_' || alphanumeric(r) }
