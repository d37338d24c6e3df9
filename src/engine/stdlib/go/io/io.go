// Package io has the interfaces of what can be read from and written to, and what can be done with nothing but them.
package io

import "errors"

// Where Seek counts from.
const (
	SeekStart   = 0 // the beginning
	SeekCurrent = 1 // the present offset
	SeekEnd     = 2 // the end
)

// EOF says that there is nothing more to read. Read returns it as it is, never wrapped.
var EOF = errors.New("EOF")

// ErrUnexpectedEOF says that there was less to read than there had to be.
var ErrUnexpectedEOF = errors.New("unexpected EOF")

// ErrShortWrite says that a Write wrote less than asked without an error.
var ErrShortWrite = errors.New("short write")

// ErrShortBuffer says that a buffer is too short for what has to be read.
var ErrShortBuffer = errors.New("short buffer")

// ErrNoProgress says that many calls of Read returned neither data nor an error.
var ErrNoProgress = errors.New("multiple Read calls return no data or error")

// ErrClosedPipe says that a pipe was used after its end was closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

var errInvalidWrite = errors.New("invalid write result")

// A Reader can be read from. Read reads up to len(p) bytes into p and returns how many; at the end it returns 0 and EOF. It may return data and an
// error at once.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// A Writer can be written to. Write writes len(p) bytes, or fewer and returns an error. It neither changes p nor keeps it.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// A Closer can be closed.
type Closer interface {
	Close() error
}

// A Seeker has an offset that can be set: whence is one of SeekStart, SeekCurrent and SeekEnd. Seek returns the new offset from the beginning.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

// A ReadWriter is a Reader and a Writer.
type ReadWriter interface {
	Reader
	Writer
}

// A ReadCloser is a Reader and a Closer.
type ReadCloser interface {
	Reader
	Closer
}

// A WriteCloser is a Writer and a Closer.
type WriteCloser interface {
	Writer
	Closer
}

// A ReadWriteCloser is a Reader, a Writer and a Closer.
type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

// A ReadSeeker is a Reader and a Seeker.
type ReadSeeker interface {
	Reader
	Seeker
}

// A ReadSeekCloser is a Reader, a Seeker and a Closer.
type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

// A WriteSeeker is a Writer and a Seeker.
type WriteSeeker interface {
	Writer
	Seeker
}

// A ReadWriteSeeker is a Reader, a Writer and a Seeker.
type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// A ReaderFrom reads from r until its end by itself. Copy uses it.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// A WriterTo writes all it has to w by itself. Copy uses it.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// A ReaderAt can be read from at any offset.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// A WriterAt can be written to at any offset.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

// A ByteReader gives one byte at a time.
type ByteReader interface {
	ReadByte() (byte, error)
}

// A ByteScanner is a ByteReader that can take back the last byte.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

// A ByteWriter takes one byte at a time.
type ByteWriter interface {
	WriteByte(c byte) error
}

// A RuneReader gives one character at a time, and its size in bytes.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// A RuneScanner is a RuneReader that can take back the last character.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// A StringWriter takes strings.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w, by its WriteString method if it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}
