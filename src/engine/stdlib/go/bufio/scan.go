package bufio

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Errors of a Scanner.
var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken ends a scan without an error: a SplitFunc returns it with the last token, or with nil if there is none.
var ErrFinalToken = errors.New("final token")

// MaxScanTokenSize is the size of the longest token, unless Buffer says otherwise.
const MaxScanTokenSize = 64 * 1024

// A SplitFunc finds the next token in data, the input not used yet; atEOF tells that no more will come. It returns how much to skip and the token.
// With (0, nil, nil) it asks for more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner reads a text token by token, normally lines.
//
//	for s.Scan() {
//		// s.Text()
//	}
//	// s.Err()
type Scanner struct {
	r          io.Reader
	split      SplitFunc
	max        int
	token      []byte
	buf        []byte
	start, end int // buf[start:end] is not used yet
	err        error
	empties    int // empty tokens without progress, in a row
	scanning   bool
	done       bool
}

// NewScanner returns a Scanner of lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Err returns the error that ended the scan; nil for the end of the input.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token. It is good until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the buffer to begin with and the size of the longest token. It must be called before Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.scanning {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.max = max
}

// Split sets what the tokens are. It must be called before Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.scanning {
		panic("Split called after Scan")
	}
	s.split = split
}

// Scan goes to the next token and reports whether there is one.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.scanning = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				return s.finish(token, err)
			}
			if !s.advance(advance) {
				return false
			}
			s.token = token
			if token != nil {
				s.progress(advance)
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			s.token = nil
			return false
		}
		if !s.read() {
			return false
		}
	}
}

// finish ends the scan with an error of the SplitFunc.
func (s *Scanner) finish(token []byte, err error) bool {
	s.done = true
	if err == ErrFinalToken {
		s.token = token
		return token != nil
	}
	s.fail(err)
	return false
}

func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
	s.token = nil
}

func (s *Scanner) advance(n int) bool {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
		return false
	}
	if n > s.end-s.start {
		s.fail(ErrAdvanceTooFar)
		return false
	}
	s.start += n
	return true
}

// progress panics when the SplitFunc returns empty tokens for ever.
func (s *Scanner) progress(advance int) {
	if s.err == nil || advance > 0 {
		s.empties = 0
		return
	}
	s.empties++
	if s.empties > 100 {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
}

// read reads more, with a larger buffer if need be.
func (s *Scanner) read() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		s.end = copy(s.buf, s.buf[s.start:s.end])
		s.start = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= s.max {
			s.fail(ErrTooLong)
			return false
		}
		size := len(s.buf) * 2
		if size == 0 {
			size = defaultSize
		}
		if size > s.max {
			size = s.max
		}
		grown := make([]byte, size)
		s.end = copy(grown, s.buf[s.start:s.end])
		s.start = 0
		s.buf = grown
	}
	for empty := 0; ; empty++ {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return true
		}
		s.end += n
		if err != nil {
			s.err = err
			return true
		}
		if n > 0 {
			return true
		}
		if empty == 100 {
			s.err = io.ErrNoProgress
			return true
		}
	}
}

// ScanBytes takes each byte as a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes takes each character as a token; invalid bytes become U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

func dropReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanLines takes each line, without its end, as a token.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := indexByte(data, '\n'); i >= 0 {
		return i + 1, dropReturn(data[:i]), nil
	}
	if atEOF && len(data) > 0 {
		return len(data), dropReturn(data), nil
	}
	return 0, nil, nil
}

// ScanWords takes what stands between white space as tokens.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		r, size := utf8.DecodeRune(data[start:])
		if !isSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if isSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}

// isSpace is unicode.IsSpace; white space is so little that it needs no tables.
func isSpace(r rune) bool {
	switch {
	case r < 0x100:
		return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0xA0
	case 0x2000 <= r && r <= 0x200a:
		return true
	}
	return r == 0x1680 || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}
