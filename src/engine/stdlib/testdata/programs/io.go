// Readers and writers of io, bufio and bytes at their edges: short reads and writes, errors that come with data, sections, pipes.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

var errBroken = errors.New("broken")

// steps reads a few bytes at a time, the last ones together with the error.
type steps struct {
	text string
	size int
	err  error
}

func (s *steps) Read(p []byte) (int, error) {
	n := copy(p, s.text[:min(len(s.text), s.size)])
	s.text = s.text[n:]
	if s.text == "" {
		return n, s.err
	}
	return n, nil
}

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

// limited takes so many bytes and then fails.
type limited struct {
	left  int
	calls []int
}

func (l *limited) Write(p []byte) (int, error) {
	l.calls = append(l.calls, len(p))
	if len(p) > l.left {
		n := l.left
		l.left = 0
		return n, errBroken
	}
	l.left -= len(p)
	return len(p), nil
}

type short struct{}

func (short) Write(p []byte) (int, error) { return len(p) / 2, nil }

func copying() {
	buf := make([]byte, 5)
	for _, f := range []func() (any, error){
		func() (any, error) { n, err := io.ReadFull(strings.NewReader("abcdefg"), buf); return n, err },
		func() (any, error) { n, err := io.ReadFull(strings.NewReader("abc"), buf); return n, err },
		func() (any, error) { n, err := io.ReadFull(strings.NewReader(""), buf); return n, err },
		func() (any, error) { n, err := io.ReadAtLeast(&steps{"abcdef", 2, io.EOF}, buf, 3); return n, err },
		func() (any, error) { n, err := io.ReadAtLeast(strings.NewReader("abc"), buf, 6); return n, err },
		func() (any, error) { n, err := io.CopyN(io.Discard, strings.NewReader("abc"), 2); return n, err },
		func() (any, error) { n, err := io.CopyN(io.Discard, strings.NewReader("abc"), 5); return n, err },
		func() (any, error) { n, err := io.Copy(&limited{left: 4}, &steps{"abcdef", 3, io.EOF}); return n, err },
		func() (any, error) { n, err := io.Copy(short{}, &steps{"abcdef", 4, io.EOF}); return n, err },
		func() (any, error) {
			n, err := io.CopyBuffer(&limited{left: 100}, &steps{"abcdefgh", 100, io.EOF}, make([]byte, 3))
			return n, err
		},
		func() (any, error) { b, err := io.ReadAll(&steps{"with error", 4, errBroken}); return string(b), err },
		func() (any, error) { n, err := io.WriteString(&limited{left: 2}, "abc"); return n, err },
	} {
		fmt.Println(f())
	}
	var out strings.Builder
	r := io.MultiReader(strings.NewReader("one "), &steps{"two ", 1, io.EOF}, strings.NewReader("three"))
	n, err := io.Copy(io.MultiWriter(&out, &limited{left: 9}), r)
	fmt.Println(n, err, out.String())
	tee := io.TeeReader(strings.NewReader("tea"), &out)
	b, err := io.ReadAll(tee)
	fmt.Println(string(b), err, out.String())
	l := &io.LimitedReader{R: strings.NewReader("abcdef"), N: 4}
	b, _ = io.ReadAll(l)
	fmt.Println(string(b), l.N)
	c := io.NopCloser(strings.NewReader("x"))
	_, isWriterTo := c.(io.WriterTo)
	fmt.Println(c.Close(), isWriterTo)
}

func sections() {
	s := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	buf := make([]byte, 3)
	fmt.Println(s.Size())
	n, err := s.Read(buf)
	fmt.Println(n, err, string(buf))
	at, err := s.Seek(-2, io.SeekEnd)
	fmt.Println(at, err)
	n, err = s.Read(buf)
	fmt.Println(n, err, string(buf[:n]))
	n, err = s.Read(buf)
	fmt.Println(n, err)
	n, err = s.ReadAt(buf, 3)
	fmt.Println(n, err, string(buf[:n]))
	n, err = s.ReadAt(buf, 9)
	fmt.Println(n, err)
	_, err = s.Seek(-1, io.SeekStart)
	fmt.Println(err)
	_, err = s.Seek(0, 9)
	fmt.Println(err)
	r := bytes.NewReader([]byte("abc"))
	fmt.Println(r.Seek(5, io.SeekStart))
	fmt.Println(r.ReadByte())
	fmt.Println(r.UnreadRune(), r.Len(), r.Size())
	r.Reset([]byte("é!"))
	fmt.Println(r.ReadRune())
	fmt.Println(r.UnreadRune(), r.UnreadRune())
	n, err = r.ReadAt(buf, -1)
	fmt.Println(n, err)
	fmt.Println(r.WriteTo(&limited{left: 9}))
}

func pipes() {
	r, w := io.Pipe()
	go func() {
		n, err := w.Write([]byte("hello, pipe"))
		fmt.Println("wrote", n, err)
		w.CloseWithError(errBroken)
	}()
	buf := make([]byte, 4)
	for {
		n, err := r.Read(buf)
		fmt.Printf("%q %v\n", buf[:n], err)
		if err != nil {
			break
		}
	}
	fmt.Println(r.Close())
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
	r, w = io.Pipe()
	r.CloseWithError(errors.New("reader left"))
	_, err = w.Write([]byte("x"))
	fmt.Println(err, w.Close())
	r, w = io.Pipe()
	w.Close()
	_, err = r.Read(buf)
	fmt.Println(err)
	r.Close()
	_, err = w.Write(nil)
	fmt.Println(err, errors.Is(err, io.ErrClosedPipe))
}

func buffers() {
	var b bytes.Buffer
	fmt.Println(b.UnreadByte(), b.Len())
	b.WriteString("line one\nline two\nrest")
	fmt.Println(b.ReadString('\n'))
	line, err := b.ReadBytes('\n')
	fmt.Printf("%q %v\n", line, err)
	line, err = b.ReadBytes('\n')
	fmt.Printf("%q %v\n", line, err)
	b.Reset()
	n, err := b.ReadFrom(&steps{"read from", 4, io.EOF})
	fmt.Println(n, err, b.String(), b.Cap() >= 9)
	b.Truncate(4)
	fmt.Println(string(b.Next(2)), b.String(), string(b.Next(9)))
	fmt.Println(b.ReadRune())
	_, err = b.WriteTo(io.Discard)
	fmt.Println(err)
	c := bytes.NewBuffer([]byte("given"))
	c.WriteRune('é')
	c.WriteByte('!')
	fmt.Println(c, c.Len())
	m, err := c.WriteTo(&limited{left: 3})
	fmt.Println(m, err, c.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		c.Truncate(99)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		c.Grow(-1)
	}()
	fmt.Printf("%q %q\n", bytes.TrimLeftFunc([]byte("  x "), func(r rune) bool { return r == ' ' }), bytes.TrimRightFunc([]byte("  x "), func(r rune) bool { return r == ' ' }))
}

func buffered() {
	l := &limited{left: 10}
	w := bufio.NewWriterSize(l, 4)
	fmt.Fprint(w, "ab")
	fmt.Fprint(w, "cdefghij")
	fmt.Println(w.Flush(), l.calls)
	fmt.Fprint(w, "more")
	fmt.Println(w.Flush(), w.Flush(), w.Buffered(), w.Size())
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
	w.Reset(&limited{left: 3})
	n, err := w.ReadFrom(&steps{"ab", 1, io.EOF})
	fmt.Println(n, err, w.Buffered(), len(w.AvailableBuffer()))
	r := bufio.NewReaderSize(strings.NewReader("first line is long\nsecond\nthird"), 16)
	_, err = r.ReadSlice('\n')
	fmt.Println(err, err == bufio.ErrBufferFull)
	line, prefix, err := r.ReadLine()
	fmt.Printf("%q %v %v\n", line, prefix, err)
	b, err := r.ReadBytes('\n')
	fmt.Printf("%q %v\n", b, err)
	_, err = r.Peek(17)
	fmt.Println(err, r.Buffered())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	_, err = r.Discard(-1)
	fmt.Println(err)
	var rest strings.Builder
	k, err := r.WriteTo(&rest)
	fmt.Println(k, err, rest.String())
	_, _, err = r.ReadRune()
	fmt.Println(err, r.UnreadRune())
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(&rest))
	c, _ := rw.ReadByte()
	rw.WriteByte(c)
	rw.Flush()
	fmt.Println(rest.String())
}

func scanning() {
	s := bufio.NewScanner(strings.NewReader("short\n" + strings.Repeat("x", 70000)))
	for s.Scan() {
		fmt.Println(s.Text())
	}
	fmt.Println(s.Err(), s.Err() == bufio.ErrTooLong, bufio.MaxScanTokenSize)
	s = bufio.NewScanner(strings.NewReader("a,b,STOP,c"))
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		i := bytes.IndexByte(data, ',')
		if i < 0 {
			if atEOF && len(data) > 0 {
				return len(data), data, nil
			}
			return 0, nil, nil
		}
		if string(data[:i]) == "STOP" {
			return i, []byte("last"), bufio.ErrFinalToken
		}
		return i + 1, data[:i], nil
	})
	for s.Scan() {
		fmt.Print(s.Text(), " ")
	}
	fmt.Println(s.Err())
	for _, advance := range []int{-1, 99} {
		s = bufio.NewScanner(strings.NewReader("abc"))
		s.Split(func(data []byte, atEOF bool) (int, []byte, error) { return advance, nil, nil })
		fmt.Println(s.Scan(), s.Err())
	}
	s = bufio.NewScanner(&steps{"abc def", 3, errBroken})
	s.Split(bufio.ScanWords)
	for s.Scan() {
		fmt.Print(s.Text(), " ")
	}
	fmt.Println(s.Err())
	func() {
		defer func() { fmt.Println(recover()) }()
		s.Split(bufio.ScanLines)
	}()
	var a, b int
	var word string
	n, err := fmt.Sscanf("7-8 nine", "%d-%d %s", &a, &b, &word)
	fmt.Println(n, err, a, b, word)
	in := strings.NewReader("1 2\nthree 4\n")
	n, err = fmt.Fscanln(in, &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Fscanf(in, "%s %d\n", &word, &a)
	fmt.Println(n, err, word, a)
	n, err = fmt.Fscan(in, &a)
	fmt.Println(n, err)
	n, err = fmt.Sscan("x", &a)
	fmt.Println(n, err)
}

func main() {
	copying()
	sections()
	pipes()
	buffers()
	buffered()
	scanning()
}
