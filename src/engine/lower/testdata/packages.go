package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

var (
	a = b + 1
	b = f()
	c = [...]int{a, b}
	d, e = pairOf(c)
	_ = note("blank")
	table = map[string]func(int) int{"double": double, "neg": func(x int) int { return -x }}
	lazy = func() string { return "lazy " + name }
	name = "late"
	self *linked = &linked{next: nil}
)

type linked struct{ next *linked }

func note(s string) int { order = append(order, s); return len(order) }

var order []string

func f() int { order = append(order, "f"); return 41 }

func pairOf(c [2]int) (int, string) { return c[0] + c[1], fmt.Sprint(c) }

func double(x int) int { return 2 * x }

func init() { order = append(order, "init1") }
func init() { order = append(order, "init2"); self.next = self }

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)
const (
	KB = 1 << (10 * (iota + 1))
	MB
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d] }

type notFound struct{ what string }

func (n *notFound) Error() string   { return n.what + " not found" }
func (n *notFound) Is(e error) bool { return e == io.EOF }

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NamedShape interface {
	Shape
	Named
}
type Square struct{ side float64 }

func (s Square) Area() float64      { return s.side * s.side }
func (s Square) Perimeter() float64 { return 4 * s.side }
func (s Square) Name() string       { return "square" }

type wrapper struct {
	Shape
	label string
}
type logger struct {
	strings.Builder
	prefix string
}
type deep struct{ *logger }

func (l *logger) log(s string) { l.WriteString(l.prefix + s + "\n") }

type Op func(float64, float64) (float64, error)
type errWriter struct{ n int }

func (w *errWriter) Write(p []byte) (int, error) {
	w.n += len(p)
	if w.n > 10 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

type Visitor interface{ Visit(n int) Visitor }
type countVisitor struct{ count *int }

func (v countVisitor) Visit(n int) Visitor {
	*v.count += n
	if n == 0 {
		return nil
	}
	return v
}
func walk(v Visitor, n int) {
	if v = v.Visit(n); v == nil {
		return
	}
	walk(v, n-1)
}

type matrix [2][2]float64

func (m matrix) mul(o matrix) (r matrix) {
	for i := range m {
		for j := range o[0] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}
func (m *matrix) transpose() { m[0][1], m[1][0] = m[1][0], m[0][1] }

type state uint8

const (
	idle state = iota
	busy
)

func (s state) next() state { return (s + 1) % 2 }

func get(m map[string]int, k string) (v int, err error) {
	v, ok := m[k]
	if !ok {
		return 0, &notFound{k}
	}
	return
}

func main() {
	fmt.Println(a, b, c, d, e, order, lazy(), table["double"](4), table["neg"](4), self.next == self)
	fmt.Println(Monday, Thursday, KB, MB, fmt.Sprintf("%d %v %s", Tuesday, Tuesday, Sunday))
	_, err := get(map[string]int{}, "key")
	var nf *notFound
	fmt.Println(err, errors.As(err, &nf), nf.what, errors.Is(err, io.EOF))
	wrapped := fmt.Errorf("ctx: %w", err)
	fmt.Println(wrapped, errors.Unwrap(wrapped) == err, errors.Is(wrapped, io.EOF))
	var s Shape = Square{2}
	fmt.Println(s.Area(), s.Perimeter(), s.(Named).Name())
	ns := s.(NamedShape)
	w := wrapper{ns, "w"}
	fmt.Println(w.Area(), w.Shape.(Named).Name(), w)
	_, isNamed := interface{}(w).(Named)
	fmt.Println(isNamed)
	l := &logger{prefix: "> "}
	l.log("one")
	dd := deep{l}
	dd.log("two")
	fmt.Fprintf(dd, "%d!\n", 3)
	fmt.Print(l.String(), dd.Len(), "\n")
	var op Op = func(a, b float64) (float64, error) {
		if b == 0 {
			return 0, errors.New("division by zero")
		}
		return a / b, nil
	}
	fmt.Println(op(1, 4))
	fmt.Println(op(1, 0))
	ew := &errWriter{}
	for i := 0; i < 3; i++ {
		n, err := fmt.Fprint(ew, "12345")
		fmt.Println(n, err)
	}
	n := 0
	walk(countVisitor{&n}, 4)
	fmt.Println(n)
	m := matrix{{1, 2}, {3, 4}}
	m.transpose()
	fmt.Println(m, m.mul(matrix{{1, 0}, {0, 1}}), m == matrix{{1, 3}, {2, 4}})
	fmt.Println(idle.next(), busy.next(), state(3).next())
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return r + 1
	}, "banana"), strings.Fields(" a b  c "), strings.Repeat("xy", 3), strings.Split("a,b,c", ","))
	fmt.Printf("%5d|%-5s|%05.2f|%x|%v|%+v|%T|%t|%c|%U\n", 42, "ab", 3.14159, 255, []string{"a"}, struct{ X, Y int }{1, 2}, m, true, 'x', 0x1F600)
	defer fmt.Println("deferred before exit is not run")
	fmt.Fprintln(os.Stderr, "to stderr")
	os.Exit(3)
}
