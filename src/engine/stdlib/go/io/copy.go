package io

// ReadAtLeast reads at least min bytes into buf. If there is nothing to read it returns EOF, if there is less ErrUnexpectedEOF, and
// ErrShortBuffer if buf is shorter than min.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var got int
		got, err = r.Read(buf[n:])
		n += got
	}
	switch {
	case n >= min:
		err = nil
	case n > 0 && err == EOF:
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull reads exactly len(buf) bytes, with the errors of ReadAtLeast.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// ReadAll reads until the end, which is no error.
func ReadAll(r Reader) ([]byte, error) {
	buf := make([]byte, 0, 512)
	for {
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

// Copy copies from src to dst until the end of src, which is no error, and returns the number of bytes copied.
func Copy(dst Writer, src Reader) (written int64, err error) { return copyBuffer(dst, src, nil) }

// CopyBuffer is like Copy, with a buffer to use, if one is needed.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copyBuffer(dst, src, buf)
}

// CopyN copies n bytes; the error says why if there were fewer.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written < n && err == nil {
		err = EOF
	}
	return written, err
}

func copyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if w, ok := src.(WriterTo); ok {
		return w.WriteTo(dst)
	}
	if r, ok := dst.(ReaderFrom); ok {
		return r.ReadFrom(src)
	}
	if buf == nil {
		buf = make([]byte, bufferSize(src))
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			done, err := dst.Write(buf[:n])
			if done < 0 || done > n {
				done = 0
				if err == nil {
					err = errInvalidWrite
				}
			}
			written += int64(done)
			if err != nil {
				return written, err
			}
			if done < n {
				return written, ErrShortWrite
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

func bufferSize(src Reader) int64 {
	const size = 4096
	if l, ok := src.(*LimitedReader); ok && l.N < size {
		if l.N < 1 {
			return 1
		}
		return l.N
	}
	return size
}

// LimitReader returns a Reader of the first n bytes of r.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// A LimitedReader reads from R but at most N bytes; N counts down.
type LimitedReader struct {
	R Reader // where to read from
	N int64  // bytes still allowed
}

// Read reads from l.R.
func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// TeeReader returns a Reader that writes to w all that is read from r, before giving it out.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if n, err := t.w.Write(p[:n]); err != nil {
			return n, err
		}
	}
	return n, err
}

// Discard is a Writer on which everything succeeds and leaves no trace.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	var buf [512]byte
	for {
		got, err := r.Read(buf[:])
		n += int64(got)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// NopCloser returns r with a Close method that does nothing, and with r's WriteTo if it has one.
func NopCloser(r Reader) ReadCloser {
	if w, ok := r.(WriterTo); ok {
		return nopCloserTo{r, w}
	}
	return nopCloser{r}
}

type nopCloser struct{ Reader }

func (nopCloser) Close() error { return nil }

type nopCloserTo struct {
	Reader
	WriterTo
}

func (nopCloserTo) Close() error { return nil }
