// Package os is the program's way to what surrounds it: its arguments, its environment, its standard input and output, and its end.
package os

import (
	"errors"
	"internal/rt"
	"io"
)

// Args are the program's arguments; the first is the program's name.
var Args []string = arguments()

func arguments() []string {
	args := make([]string, rt.NumArg())
	for i := range args {
		args[i] = rt.Arg(int32(i))
	}
	return args
}

// Exit ends the program at once with this status; 0 means success. Deferred functions are not called.
func Exit(code int) { rt.Exit(int32(code)) }

// Getpid returns the number of the process, which is always 1.
func Getpid() int { return 1 }

// Hostname returns the name of the machine.
func Hostname() (name string, err error) { return "interleave", nil }

// Standard input, output and error output.
var (
	Stdin  = &File{fd: 0, name: "/dev/stdin"}
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

// A File is an open file. The three standard ones are all there are.
type File struct {
	fd     int32
	closed bool
	name   string
}

// check returns an error if f cannot be used.
func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// Name returns the name of the file.
func (f *File) Name() string { return f.name }

// Fd returns the number of the file.
func (f *File) Fd() uintptr { return uintptr(f.fd) }

// Write writes p.
func (f *File) Write(p []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	if len(p) > 0 {
		rt.Write(f.fd, p)
	}
	return len(p), nil
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) { return f.Write(rt.Bytes(s)) }

// Read reads up to len(p) bytes; at the end it returns 0 and io.EOF.
func (f *File) Read(p []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	n = int(rt.Read(p))
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Sync does nothing: what is written is written.
func (f *File) Sync() error { return f.check("sync") }

// Close ends the use of f.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}
