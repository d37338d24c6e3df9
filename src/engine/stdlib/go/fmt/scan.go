package fmt

import (
	"errors"
	"io"
	"os"
	"unicode/utf8"
)

// A ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune reads a character; at the width given, or the end of the input, it returns io.EOF.
	ReadRune() (r rune, size int, err error)

	// UnreadRune takes back the character read last.
	UnreadRune() error

	// SkipSpace skips spaces, and new lines where they count as such.
	SkipSpace()

	// Token skips spaces if skipSpace is set and reads the characters that f accepts; nil stands for all but spaces. The bytes are good until
	// the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)

	// Width returns the width given and whether there is one.
	Width() (wid int, ok bool)

	// Read is not to be used.
	Read(buf []byte) (n int, err error)
}

// A Scanner reads itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads words from standard input into the operands, pointers to variables; new lines count as spaces. It returns how many were read and,
// if that is not all, why.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is like Scan, but ends at a new line, which must follow the last operand.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads from standard input what format describes.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// text is a string to read from.
type text string

func (t *text) Read(b []byte) (n int, err error) {
	n = copy(b, *t)
	*t = (*t)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// Sscan is Scan with a string in place of standard input.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*text)(&str), a...) }

// Sscanln is Scanln with a string in place of standard input.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*text)(&str), a...) }

// Sscanf is Scanf with a string in place of standard input.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*text)(&str), format, a...)
}

// Fscan is Scan with r in place of standard input.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, true, false)
	return s.operands(a)
}

// Fscanln is Scanln with r in place of standard input.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r, false, true)
	return s.operands(a)
}

// Fscanf is Scanf with r in place of standard input.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScan(r, false, false)
	return s.format(format, a)
}

// scanError is a panic with what Scan functions return.
type scanError struct{ err error }

// scan is the state of a call of a Scan function.
type scan struct {
	rs           io.RuneScanner
	owned        *runeReader // rs if it is ours
	buf          []byte      // the token
	newlineSpace bool        // new lines are spaces
	newlineEnd   bool        // a new line ends the input
	limit        int         // characters that may still be read for this operand
	width        int
	hasWidth     bool
}

const noLimit = 1 << 30

// end is what read returns at the end of the input.
const end = -1

func newScan(r io.Reader, newlineSpace, newlineEnd bool) *scan {
	s := &scan{newlineSpace: newlineSpace, newlineEnd: newlineEnd, limit: noLimit}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.owned = &runeReader{r: r, peeked: -1}
		s.rs = s.owned
	}
	return s
}

func (s *scan) fail(text string) { panic(scanError{errors.New(text)}) }

func (s *scan) failWith(err error) { panic(scanError{err}) }

// caught turns a panic of fail into an error.
func caught(err *error) {
	if r := recover(); r != nil {
		e, ok := r.(scanError)
		if !ok {
			panic(r)
		}
		*err = e.err
	}
}

// ReadRune makes s a ScanState.
func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.limit <= 0 {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.limit--
	}
	return r, size, err
}

// read returns the next character or end.
func (s *scan) read() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return end
	}
	if err != nil {
		s.failWith(err)
	}
	return r
}

// mustRead is read where there must be something.
func (s *scan) mustRead() rune {
	r := s.read()
	if r == end {
		s.failWith(io.ErrUnexpectedEOF)
	}
	return r
}

// UnreadRune makes s a ScanState.
func (s *scan) UnreadRune() error {
	s.rs.UnreadRune()
	s.limit++
	return nil
}

// Read makes s a ScanState.
func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// Width makes s a ScanState.
func (s *scan) Width() (wid int, ok bool) { return s.width, s.hasWidth }

// Token makes s a ScanState.
func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer caught(&err)
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.take(f)
	return s.buf, nil
}

// take reads the characters that f accepts into the token.
func (s *scan) take(f func(rune) bool) {
	for {
		r := s.read()
		if r == end {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

func notSpace(r rune) bool { return !space(r) }

// space is unicode.IsSpace; white space is so little that it needs no tables.
func space(r rune) bool {
	switch {
	case r < 0x100:
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	case 0x2000 <= r && r <= 0x200a:
		return true
	}
	return r == 0x1680 || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

// SkipSpace makes s a ScanState.
func (s *scan) SkipSpace() {
	for {
		r := s.read()
		switch {
		case r == end:
			return
		case r == '\r' && s.peek("\n"):
			continue
		case r == '\n':
			if s.newlineSpace {
				continue
			}
			s.fail("unexpected newline")
		case !space(r):
			s.UnreadRune()
			return
		}
	}
}

// peek reports whether the next character is one of ok.
func (s *scan) peek(ok string) bool {
	r := s.read()
	if r != end {
		s.UnreadRune()
	}
	return contains(ok, r)
}

func contains(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// operands reads one operand after the other.
func (s *scan) operands(a []any) (n int, err error) {
	defer caught(&err)
	for _, arg := range a {
		s.operand('v', arg)
		n++
	}
	if s.newlineEnd {
		for {
			r := s.read()
			if r == '\n' || r == end {
				break
			}
			if !space(r) {
				s.fail("expected newline")
			}
		}
	}
	return n, nil
}

// runeReader reads characters from a Reader byte by byte, so that nothing is read that is not needed.
type runeReader struct {
	r       io.Reader
	pending [utf8.UTFMax]byte
	n       int
	last    rune // read last
	size    int
	peeked  rune // taken back, or -1
}

func (r *runeReader) ReadRune() (rune, int, error) {
	if r.peeked >= 0 {
		c := r.peeked
		r.peeked = -1
		return c, r.size, nil
	}
	for !utf8.FullRune(r.pending[:r.n]) {
		n, err := io.ReadFull(r.r, r.pending[r.n:r.n+1])
		r.n += n
		if err != nil {
			if r.n == 0 {
				return 0, 0, err
			}
			break
		}
	}
	r.last, r.size = utf8.DecodeRune(r.pending[:r.n])
	r.n = copy(r.pending[:], r.pending[r.size:r.n])
	return r.last, r.size, nil
}

func (r *runeReader) UnreadRune() error {
	r.peeked = r.last
	return nil
}
