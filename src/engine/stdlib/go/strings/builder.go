package strings

import (
	"internal/rt"
	"unicode/utf8"
)

// A Builder puts a string together piece by piece without copying it in the end. Its zero value is empty. It must not be copied once used.
type Builder struct {
	buf  []byte
	self *Builder // set at first use, to notice copies
}

func (b *Builder) check() {
	if b.self == nil {
		b.self = b
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String returns what was written so far.
func (b *Builder) String() string { return rt.String(b.buf) }

// Len returns the number of bytes written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns the number of bytes there is memory for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty.
func (b *Builder) Reset() {
	b.self = nil
	b.buf = nil
}

// Grow makes room for another n bytes.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(buf, b.buf)
		b.buf = buf
	}
}

// Write appends p; it never fails.
func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends a byte; it never fails.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends a character and returns its size; it never fails.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s; it never fails.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
