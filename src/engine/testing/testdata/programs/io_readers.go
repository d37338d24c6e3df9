// io interfaces implemented by the program and by the library.
package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type slow struct{ s string }

func (s *slow) Read(p []byte) (int, error) {
	if s.s == "" {
		return 0, io.EOF
	}
	p[0] = s.s[0]
	s.s = s.s[1:]
	return 1, nil
}

func main() {
	b, err := io.ReadAll(upper{&slow{"gopher"}})
	fmt.Println(string(b), err)
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(strings.NewReader("hello world"), 5))
	fmt.Println(n, err, buf.String())
	w := io.MultiWriter(&buf, io.Discard)
	fmt.Fprintf(w, "-%03d", 7)
	fmt.Println(buf.String(), buf.Len())
	p := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("abc"), p)
	fmt.Println(err, err == io.ErrUnexpectedEOF)
	r, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through a pipe")
		pw.Close()
	}()
	b, _ = io.ReadAll(r)
	fmt.Println(string(b))
}
