// Package fmt formats and prints values.
//
// A format contains verbs: %v the value as it is by default (%+v adds names of fields, %#v is Go syntax), %T its type, %t a bool, %d %b %o %O %x
// %X %c %q %U integers, %e %E %f %F %g %G floating-point numbers, %s %q %x %X strings and bytes, %p pointers, %% a percent sign. Between the
// percent sign and the letter there may be flags (+ - # space 0), a width, and a precision after a point; a * takes either from the operands,
// and [n] chooses the operand. Operands with methods Format, Error or String are formatted by those.
package fmt

import (
	"internal/rt"
	"internal/rtype"
	"io"
	"os"
)

// A Stringer says how it is printed.
type Stringer interface {
	String() string
}

// A GoStringer says how %#v prints it.
type GoStringer interface {
	GoString() string
}

// A Formatter formats itself for every verb.
type Formatter interface {
	Format(f State, verb rune)
}

// A State is what a Formatter writes to and asks for the flags given with its verb.
type State interface {
	// Write appends to the output.
	Write(b []byte) (n int, err error)

	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)

	// Precision returns the precision and whether there is one.
	Precision() (prec int, ok bool)

	// Flag reports whether a flag, a character of "+-# 0", is set.
	Flag(c int) bool
}

// printer holds what one call of a Print function needs.
type printer struct {
	buf []byte
	flags

	// style prints what has no parts, as verbs and flags say. It is nil for Print and Println: programs that only call those do without the code of all
	// verbs but the plain %v.
	style style

	erroring   bool // printing an operand of an error: no methods, lest they fail again
	panicking  bool // printing the value of a panic of a method
	wrapErrors bool // %w is allowed
	wrapped    []int
	next       *printer
}

// free is a list of printers that are not in use. Methods of operands may print too, so there can be several.
var free *printer

func newPrinter() *printer {
	p := free
	if p == nil {
		return &printer{buf: make([]byte, 0, 64)}
	}
	free = p.next
	p.next = nil
	return p
}

// release makes p available again.
func (p *printer) release() {
	if cap(p.buf) > 16<<10 {
		return
	}
	p.buf = p.buf[:0]
	p.flags = flags{}
	p.style = nil
	p.wrapErrors = false
	p.wrapped = nil
	p.next = free
	free = p
}

// Write makes p a State.
func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) add(s string) { p.buf = append(p.buf, s...) }

// WriteString lets io.WriteString print on a State without a copy.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Width makes p a State.
func (p *printer) Width() (wid int, ok bool) { return p.width, p.hasWidth }

// Precision makes p a State.
func (p *printer) Precision() (prec int, ok bool) { return p.precision, p.hasPrecision }

// Flag makes p a State.
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero && !p.minus
	}
	return false
}

// printAll prints operands as Print does: with a space between two that are not strings.
func (p *printer) printAll(a []any) {
	wasString := false
	for i, arg := range a {
		isString := arg != nil && rtype.KindOf(rtype.TypeOf(arg)) == rtype.String
		if i > 0 && !isString && !wasString {
			p.add(" ")
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

// printLine prints operands as Println does.
func (p *printer) printLine(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.add(" ")
		}
		p.printArg(arg, 'v')
	}
	p.add("\n")
}

// writeTo ends the use of p by writing what was printed.
func (p *printer) writeTo(w io.Writer) (n int, err error) {
	n, err = w.Write(p.buf)
	p.release()
	return n, err
}

// text ends the use of p by returning what was printed.
func (p *printer) text() string {
	s := string(p.buf)
	p.release()
	return s
}

// Print writes its operands to standard output, in their default formats, with a space between two that are not strings. It returns the number
// of bytes written.
func Print(a ...any) (n int, err error) {
	p := newPrinter()
	p.printAll(a)
	return p.writeTo(os.Stdout)
}

// Println writes its operands to standard output, in their default formats, with spaces between them and a new line behind.
func Println(a ...any) (n int, err error) {
	p := newPrinter()
	p.printLine(a)
	return p.writeTo(os.Stdout)
}

// Printf writes its operands to standard output as format says.
func Printf(format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return p.writeTo(os.Stdout)
}

// Sprint returns what Print would write.
func Sprint(a ...any) string {
	p := newPrinter()
	p.printAll(a)
	return p.text()
}

// Sprintln returns what Println would write.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.printLine(a)
	return p.text()
}

// Sprintf returns what Printf would write.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	return p.text()
}

// Fprint writes to w what Print writes to standard output.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.printAll(a)
	return p.writeTo(w)
}

// Fprintln writes to w what Println writes to standard output.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.printLine(a)
	return p.writeTo(w)
}

// Fprintf writes to w what Printf writes to standard output.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	return p.writeTo(w)
}

// Append appends to b what Print would write.
func Append(b []byte, a ...any) []byte { return append(b, rt.Bytes(Sprint(a...))...) }

// Appendln appends to b what Println would write.
func Appendln(b []byte, a ...any) []byte { return append(b, rt.Bytes(Sprintln(a...))...) }

// Appendf appends to b what Printf would write.
func Appendf(b []byte, format string, a ...any) []byte {
	return append(b, rt.Bytes(Sprintf(format, a...))...)
}

// FormatString returns the verb, with flags, width and precision, that led to a call of a Formatter.
func FormatString(state State, verb rune) string {
	var p printer
	p.buf = append(p.buf, '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			p.buf = append(p.buf, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		p.signedNumber(int64(w))
	}
	if w, ok := state.Precision(); ok {
		p.buf = append(p.buf, '.')
		p.signedNumber(int64(w))
	}
	return string(p.buf) + string(verb)
}
