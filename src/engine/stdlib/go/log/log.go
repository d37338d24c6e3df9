// Package log writes lines of a log, normally to standard error and with the time before them.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"
)

// What a Logger writes before each message.
const (
	Ldate         = 1 << iota     // the date: 2009/01/23
	Ltime                         // the time: 01:23:23
	Lmicroseconds                 // the time with microseconds: 01:23:23.123123
	Llongfile                     // file and line: /a/b/c/d.go:23
	Lshortfile                    // file without its path, and line: d.go:23
	LUTC                          // date and time in UTC
	Lmsgprefix                    // the prefix right before the message
	LstdFlags     = Ldate | Ltime // what the standard logger writes
)

// A Logger writes lines to a Writer, one Write each. Several goroutines may use it.
type Logger struct {
	mu     sync.Mutex
	prefix string
	flag   int
	out    io.Writer
}

// New returns a Logger that writes to out. Each line begins with prefix; flag says what else stands before the message.
func New(out io.Writer, prefix string, flag int) *Logger {
	return &Logger{out: out, prefix: prefix, flag: flag}
}

var std = New(os.Stderr, "", LstdFlags)

// Default returns the Logger that the functions of this package use.
func Default() *Logger { return std }

// number appends n in at least width digits.
func number(b []byte, n, width int) []byte {
	var buf [20]byte
	i := len(buf)
	for n > 0 || width > 0 {
		i--
		buf[i] = byte('0' + n%10)
		n /= 10
		width--
	}
	return append(b, buf[i:]...)
}

// header appends what stands before the message.
func (l *Logger) header(b []byte, t time.Time, file string, line int) []byte {
	if l.flag&Lmsgprefix == 0 {
		b = append(b, l.prefix...)
	}
	if l.flag&LUTC != 0 {
		t = t.UTC()
	}
	if l.flag&Ldate != 0 {
		year, month, day := t.Date()
		b = append(number(b, year, 4), '/')
		b = append(number(b, int(month), 2), '/')
		b = append(number(b, day, 2), ' ')
	}
	if l.flag&(Ltime|Lmicroseconds) != 0 {
		hour, min, sec := t.Clock()
		b = append(number(b, hour, 2), ':')
		b = append(number(b, min, 2), ':')
		b = number(b, sec, 2)
		if l.flag&Lmicroseconds != 0 {
			b = number(append(b, '.'), t.Nanosecond()/1000, 6)
		}
		b = append(b, ' ')
	}
	if l.flag&(Lshortfile|Llongfile) != 0 {
		b = append(append(b, file...), ':')
		b = append(number(b, line, 1), ": "...)
	}
	if l.flag&Lmsgprefix != 0 {
		b = append(b, l.prefix...)
	}
	return b
}

// Output writes a line: the message s, with a new line if it does not end in one. calldepth says whose file and line to write: 1 is the caller
// of Output.
func (l *Logger) Output(calldepth int, s string) error {
	now := time.Now()
	file, line := "???", 0
	if l.flag&(Lshortfile|Llongfile) != 0 {
		if _, f, n, ok := runtime.Caller(calldepth); ok {
			file, line = f, n
		}
		if l.flag&Lshortfile != 0 {
			file = base(file)
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	b := append(l.header(nil, now, file, line), s...)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		b = append(b, '\n')
	}
	_, err := l.out.Write(b)
	return err
}

// base returns what follows the last slash.
func base(file string) string {
	for i := len(file) - 1; i > 0; i-- {
		if file[i] == '/' {
			return file[i+1:]
		}
	}
	return file
}

// Print writes its operands as fmt.Print does.
func (l *Logger) Print(v ...any) { l.Output(2, fmt.Sprint(v...)) }

// Printf writes its operands as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) { l.Output(2, fmt.Sprintf(format, v...)) }

// Println writes its operands as fmt.Println does.
func (l *Logger) Println(v ...any) { l.Output(2, fmt.Sprintln(v...)) }

// Fatal is Print and then os.Exit(1).
func (l *Logger) Fatal(v ...any) {
	l.Output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and then os.Exit(1).
func (l *Logger) Fatalf(format string, v ...any) {
	l.Output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and then os.Exit(1).
func (l *Logger) Fatalln(v ...any) {
	l.Output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and then a panic with the message.
func (l *Logger) Panic(v ...any) {
	s := fmt.Sprint(v...)
	l.Output(2, s)
	panic(s)
}

// Panicf is Printf and then a panic with the message.
func (l *Logger) Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	l.Output(2, s)
	panic(s)
}

// Panicln is Println and then a panic with the message.
func (l *Logger) Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	l.Output(2, s)
	panic(s)
}

// Flags returns what stands before each message.
func (l *Logger) Flags() int { return l.flag }

// SetFlags sets what stands before each message.
func (l *Logger) SetFlags(flag int) { l.flag = flag }

// Prefix returns what each line begins with.
func (l *Logger) Prefix() string { return l.prefix }

// SetPrefix sets what each line begins with.
func (l *Logger) SetPrefix(prefix string) { l.prefix = prefix }

// Writer returns where the lines are written.
func (l *Logger) Writer() io.Writer { return l.out }

// SetOutput sets where the lines are written.
func (l *Logger) SetOutput(w io.Writer) { l.out = w }
