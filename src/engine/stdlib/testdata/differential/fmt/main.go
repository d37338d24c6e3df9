// Compares fmt with Go's: every line printed is a difference; the last one counts the comparisons.
package main

import (
	"errors"
	"fmt"
	"math"
	"math/rand"
	"strings"
	"time"
	"unsafe"

	ours "il/fmt"
)

var (
	compared, differences int
	shown                 = map[string]bool{}
)

// same compares; of each group at most one difference is shown.
func same(what, got, want, group string) {
	compared++
	if got != want {
		differences++
		if !shown[group] {
			shown[group] = true
			fmt.Printf("%s\n\tgot  %q\n\twant %q\n", what, got, want)
		}
	}
}

type named int
type text string
type flagSet struct{ a, B bool }

type point struct {
	X, Y int
	name string
	tag  any
}

type stringer struct{ n int }

func (s stringer) String() string { return fmt.Sprint("<", s.n, ">") }

type pointerStringer struct{ n int }

func (s *pointerStringer) String() string { return fmt.Sprint("*<", s.n, ">") }

type level int

func (l level) String() string { return [...]string{"low", "high"}[l] }

type goStringer int

func (g goStringer) GoString() string { return "goStringer!" }

type failure struct{ code int }

func (f *failure) Error() string { return fmt.Sprint("failure ", f.code) }

type formatter struct{ n int }

// state is what both State interfaces have in common.
type state interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

func describe(f state, verb rune) {
	fmt.Fprintf(f, "%c flags=", verb)
	if w, ok := f.Width(); ok {
		fmt.Fprintf(f, "width=%d ", w)
	}
	if p, ok := f.Precision(); ok {
		fmt.Fprintf(f, "precision=%d ", p)
	}
	for _, c := range "+-# 0" {
		if f.Flag(int(c)) {
			fmt.Fprintf(f, "%c", c)
		}
	}
}

func (formatter) Format(f fmt.State, verb rune) { describe(f, verb) }

type ourFormatter struct{ n int }

func (ourFormatter) Format(f ours.State, verb rune) { describe(f, verb) }

type panicky struct{ v any }

func (p panicky) String() string { panic(p.v) }

type nilPanicky struct{ n int }

func (p *nilPanicky) String() string { return fmt.Sprint(p.n) }

type badGo struct{}

func (badGo) GoString() string { panic("no go") }

type embedded struct {
	stringer
	extra int
}

type inner struct {
	level level
	Level level
	err   error
	Err   error
	s     stringer
	S     stringer
	p     *pointerStringer
	P     *pointerStringer
	f     func()
	c     chan int
	m     map[string]level
	M     map[string]level
	l     []stringer
	L     []stringer
}

type bytes []byte
type octet byte
type recursive struct {
	next *recursive
	v    int
}

var target = 5

var values = []any{
	nil, true, false, 0, 1, -1, 42, -42, 12345678, math.MinInt64, int8(-128), int16(300), int32('x'), int64(1) << 40, uint(7), uint8(200), uint16(65535), uint32(1 << 31), uint64(math.MaxUint64), uintptr(0xdead),
	'世', rune(0x1F600), rune(-1), 0x110000, 0.0, 1.0, -1.5, 3.14159265358979, 1e6, 1e20, 1e21, 1e-7, 123456789.0, float32(0.1), float32(1e10), math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), 100000.0, 1e5 + 0.5,
	complex(1, -2), complex64(complex(0.5, 0)), complex(math.Inf(1), math.NaN()), "", "hello", "he said \"hi\"\n", "世界 é", "\xff\xfe bad", "back`tick", text("txt"), named(17), level(0), level(1), level(5), goStringer(3),
	[]int{1, 2, 3}, []int{}, []int(nil), [3]string{"a", "", "c"}, []byte("bytes"), []byte(nil), [4]byte{1, 2, 3, 255}, bytes("named"), []octet{1, 2}, []string{"x y", "z"}, []any{1, "a", nil, 2.5, []int{1}}, [][]int{{1}, {2, 3}, nil},
	map[string]int{"b": 2, "a": 1, "c": 3}, map[int]string{3: "c", -1: "z", 2: "b"}, map[string]int(nil), map[float64]bool{1.5: true, math.Inf(-1): false}, map[bool]int{true: 1, false: 0}, map[[2]int]string{{1, 2}: "x", {1, 1}: "y"}, map[point]int{{X: 1}: 1, {Y: 5}: 2, {X: 1, Y: -1}: 3}, map[any]int{1: 1, 5: 2, 3: 3},
	point{1, -2, "p", nil}, point{3, 4, "", 5}, &point{1, 2, "q", "t"}, (*point)(nil), struct{}{}, struct {
		A int
		b string
	}{1, "x"}, flagSet{true, false}, stringer{3}, &stringer{4}, (*stringer)(nil), pointerStringer{5}, &pointerStringer{6}, (*pointerStringer)(nil), embedded{stringer{1}, 2},
	errors.New("an error"), &failure{3}, (*failure)(nil), panicky{"boom"}, panicky{errors.New("inner error")}, panicky{3}, panicky{panicky{"nested"}}, (*nilPanicky)(nil), badGo{},
	inner{}, inner{level: 1, Level: 1, err: &failure{1}, Err: &failure{2}, s: stringer{1}, S: stringer{2}, m: map[string]level{"k": 1}, M: map[string]level{"k": 1}, l: []stringer{{1}}, L: []stringer{{2}}},
	[]error{errors.New("e1"), nil}, []stringer{{1}, {2}}, []*pointerStringer{nil}, [2]level{0, 1}, map[level]level{0: 1, 1: 0}, []level{0, 7},
	(func())(nil), (chan int)(nil), (*int)(nil), unsafe.Pointer(nil), &target, recursive{nil, 1}, &recursive{&recursive{nil, 2}, 1}, time.Second, time.March, []time.Duration{1, 2e9}, &[]int{1, 2}, &map[string]int{"a": 1}, &[2]bool{true}, any(nil), []any{nil}, struct{ a any }{nil}, struct{ E error }{nil}, struct{ a any }{stringer{1}}, struct{ A any }{stringer{1}},
}

var flags = []string{"", "+", "-", "#", " ", "0", "+#", "-0", "# ", "+-#0 "}
var sizes = []string{"", "8", ".0", ".", ".3", "12.5", "3.12"}

const verbs = "vTtdboOxXcqUeEfFgGspwzé"

func check(format string, args ...any) {
	at := fmt.Sprintf("Sprintf(%q, %d operands)", format, len(args))
	if len(args) > 0 {
		at = fmt.Sprintf("Sprintf(%q, %T)", format, args[0])
	}
	same(at, attempt(ours.Sprintf, format, args), attempt(fmt.Sprintf, format, args), at[len(at)-8:]+format[len(format)-1:])
}

// attempt returns the text, or the panic: a panic while the value of a panic is printed goes on.
func attempt(sprintf func(string, ...any) string, format string, args []any) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprintf("panic %T", r)
		}
	}()
	return sprintf(format, args...)
}

func verbsAndFlags() {
	for _, v := range values {
		for _, verb := range verbs {
			for _, f := range flags {
				if verb == 'w' && strings.ContainsAny(f, "+#") {
					continue // since Go 1.20 these flags mean for %w what they mean for %v
				}
				for _, s := range sizes {
					check("%"+f+s+string(verb), v)
				}
			}
		}
	}
	for _, f := range flags {
		for _, s := range sizes {
			for _, verb := range "vdsxq" {
				format := "%" + f + s + string(verb)
				same(format+" formatter", ours.Sprintf(format, ourFormatter{1}), fmt.Sprintf(format, formatter{1}), "formatter")
				same(format+" formatters", ours.Sprintf(format, []any{ourFormatter{1}}), strings.ReplaceAll(fmt.Sprintf(format, []any{formatter{1}}), "main.formatter", "main.ourFormatter"), "formatters")
			}
		}
	}
}

func directives(r *rand.Rand) {
	pieces := []string{"%", "%", "%d", "%s", "%v", "[1]", "[2]", "[3]", "[9]", "[", "]", "[x]", "[-1]", "*", ".", ".*", "5", "0", "+", "#", "-", " ", "d", "s", "v", "x", "%%", "é", "%!", "9999999", "T"}
	operands := []any{1, "two", 3.0, -4, nil, int8(5), 10000000, uint(2), stringer{1}}
	for i := 0; i < 60000; i++ {
		var format strings.Builder
		for n := r.Intn(9); n >= 0; n-- {
			format.WriteString(pieces[r.Intn(len(pieces))])
		}
		args := make([]any, r.Intn(5))
		for j := range args {
			args[j] = operands[r.Intn(len(operands))]
		}
		same(fmt.Sprintf("Sprintf(%q, %#v)", format.String(), args), ours.Sprintf(format.String(), args...), fmt.Sprintf(format.String(), args...), "directives"+fmt.Sprint(i%30))
	}
}

func plain(r *rand.Rand) {
	for i := 0; i < 5000; i++ {
		args := make([]any, r.Intn(5))
		for j := range args {
			args[j] = values[r.Intn(len(values))]
		}
		print := func(f func(...any) string) func(string, ...any) string {
			return func(_ string, args ...any) string { return f(args...) }
		}
		same("Sprint", attempt(print(ours.Sprint), "", args), attempt(print(fmt.Sprint), "", args), "Sprint")
		same("Sprintln", attempt(print(ours.Sprintln), "", args), attempt(print(fmt.Sprintln), "", args), "Sprintln")
	}
}

func wrapping() {
	a, b := errors.New("a"), &failure{2}
	for _, args := range [][]any{{a}, {b}, {nil}, {5}, {}} {
		got, want := ours.Errorf("x %w", args...), fmt.Errorf("x %w", args...)
		same("Errorf", got.Error(), want.Error(), "Errorf")
		same("Errorf unwraps", fmt.Sprint(errors.Unwrap(got)), fmt.Sprint(errors.Unwrap(want)), "Errorf")
	}
	same("Errorf type", fmt.Sprintf("%T %T", ours.Errorf("x"), ours.Errorf("%w", a)), "*errors.errorString *fmt.wrapError", "Errorf")
	// Several %w came after Go 1.19.
	e := ours.Errorf("%w and %[1]w, %w", a, b)
	same("Errorf twice", e.Error(), "a and a, failure 2", "Errorf")
	list := e.(interface{ Unwrap() []error }).Unwrap()
	same("Errorf twice unwraps", fmt.Sprint(list), "[a failure 2]", "Errorf")
}

func main() {
	r := rand.New(rand.NewSource(1))
	verbsAndFlags()
	directives(r)
	plain(r)
	wrapping()
	fmt.Println(compared, "compared,", differences, "different")
}
