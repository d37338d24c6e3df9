// Digests of what fmt prints of over 500 values with every verb, many flags, widths and precisions, alone, nested and by pointers.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
	"strings"
	"time"
)

type (
	named   int
	small   uint8
	text    string
	raw     []byte
	octets  []small
	ratio   float64
	truth   bool
	wave    complex128
	table   map[string]named
	pair    [2]text
	failure struct{ code int }
	level   int
	mishap  uint8
	shout   string
	goish   struct{ N int }
	verbose struct{ n int }
	loud    struct{ v any }
	point   struct{ X, Y int }
	line    struct {
		From, to point
		label    string
	}
	node struct {
		next  *node
		value any
	}
	holder struct {
		Any    any
		hidden any
		Err    error
		err    error
		S      fmt.Stringer
		L      []level
		M      map[level]error
		A      [2]shout
		p      *level
		f      func()
		c      chan int
	}
	embeds struct {
		level
		*failure
		Extra string
	}
)

func (f failure) Error() string  { return fmt.Sprint("failure ", f.code) }
func (l level) String() string   { return [...]string{"low", "middle", "high"}[l] }
func (s *shout) String() string  { return strings.ToUpper(string(*s)) + "!" }
func (g goish) GoString() string { return fmt.Sprintf("goish(%d)", g.N) }
func (l mishap) Error() string   { return "level" }
func (e embeds) Error() string   { return "embeds" }
func (l loud) String() string    { panic(l.v) }
func (v verbose) String() string { return "never" }
func (v verbose) Format(f fmt.State, verb rune) {
	fmt.Fprintf(f, "[%c", verb)
	if w, ok := f.Width(); ok { // what they are otherwise is left open, and is what a format before had
		fmt.Fprint(f, " width ", w)
	}
	if p, ok := f.Precision(); ok {
		fmt.Fprint(f, " precision ", p)
	}
	for _, flag := range "+-# 0" {
		if f.Flag(int(flag)) {
			fmt.Fprintf(f, " %c", flag)
		}
	}
	fmt.Fprint(f, "]")
}

// leaves are values without parts.
func leaves() []any {
	list := []any{nil, true, false, truth(true), "", "a", "hello, 世界", "q\"b`t\\\n\x00\x7f", "\xff\xfe", "\u2028\U0001F600\U0010FFFF", strings.Repeat("long ", 30), text("named"), shout("value")}
	for _, n := range []int64{0, 1, -1, 7, -8, 65, 128, 255, 0x4e16, 0x1F600, 0x10FFFF, 0x110000, 1 << 31, -1 << 31, 1<<53 + 1, math.MaxInt64, math.MinInt64, 1000000, -123456789} {
		list = append(list, int(n), int8(n), int16(n), int32(n), n, uint(n), uint8(n), uint16(n), uint32(n), uint64(n), uintptr(n), named(n), small(n))
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 1.5, -2.25, 100, 1e5, 123456.789, 1e6, 1e20, 1e21, 123456789012345678, 1e-4, 1e-5, 1e-7, 9.9995, 0.5, 2.5, math.Pi, -math.E, 1e300, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN()} {
		list = append(list, f, float32(f), ratio(f), complex(f, -f), complex64(complex(1, f)), wave(complex(f, 1)))
	}
	return append(list, level(0), level(2), level(9), goish{3}, verbose{1}, failure{7}, time.Duration(90*time.Second), time.March, time.Saturday,
		loud{"text"}, loud{failure{6}}, loud{3}, loud{[]int{1}})
}

// compounds are made of leaves and of each other.
func compounds(leaves []any) []any {
	list := []any{
		[]int{}, []int(nil), []int{1, -2, 3}, [3]bool{true}, [0]int{}, []string{"a", "b c", ""}, []string(nil), []byte("bytes\x00\xff"), []byte{}, []byte(nil), [3]byte{1, 0xab, 255}, raw("raw"), raw(nil), octets{1, 2}, []float64{1, 2.5, -0.1}, []complex64{1, 2i},
		map[string]int{}, map[string]int(nil), map[string]int{"b": 1, "a": 2, "": 3}, map[int]bool{3: true, -1: false, 2: true}, map[float64]string{1.5: "x", -1: "y", math.Inf(1): "z"}, map[bool]rune{true: 'x', false: 'y'}, map[point]string{{2, 1}: "b", {1, 5}: "a"}, map[any]int{"s": 1, "b": 2, "a": 5}, map[any]bool{2: true, -1: false},
		map[[2]string]int{{"a", "b"}: 1, {"a", "a"}: 2}, table{"x": 1, "a": 2}, pair{"l", "r"}, point{1, -2}, &point{3, 4}, (*point)(nil), line{point{1, 2}, point{3, 4}, "l"}, &line{label: "p"}, node{nil, 1}, node{nil, node{nil, "in"}}, &node{value: 2.5},
		holder{}, holder{Any: level(1), hidden: level(2), Err: failure{1}, err: failure{2}, S: level(0), L: []level{0, 1}, M: map[level]error{1: nil, 0: failure{3}}, A: [2]shout{"x", "y"}}, &holder{Any: []any{1, "a", nil, []byte("b")}},
		embeds{1, nil, "e"}, errors.New("plain"), fmt.Errorf("around: %w", failure{8}), &failure{4}, (*failure)(nil), []error{nil, failure{1}, mishap(2)}, []fmt.Stringer{nil, level(1)}, []*shout{nil}, (*shout)(nil), (*level)(nil), map[string]error{"k": failure{9}}, []level{0, 1, 2, 3}, [][]int{{1}, nil, {2, 3}}, []map[string]int{{"a": 1}, nil},
		[]any{}, []any{nil}, []any{nil, 1, "x", 2.5, []any{true, map[string]any{"k": nil}}}, struct{}{}, struct{ a, B any }{1, "x"}, struct{ error }{failure{5}}, [2]point{{1, 2}, {3, 4}}, []*point{nil}, (func())(nil), (chan int)(nil), (<-chan string)(nil), (map[int]int)(nil), (*map[int]int)(nil), &[]int{1}, &map[string]int{"z": 26}, &[2]string{"p", "q"}, &struct{ P *int }{},
		[]goish{{1}, {2}}, map[goish]verbose{{1}: {2}}, []verbose{{1}}, &goish{4}, []loud{{"in list"}}, struct{ V verbose }{}, struct{ v verbose }{}, []time.Duration{1, 1e9}, struct{ D time.Duration }{5}, []rune("rünes"), []uint16{1, 65535}, [2][2]float32{{1, 2}, {3, 4}}, []uintptr{1},
	}
	for i, leaf := range leaves {
		switch i % 4 {
		case 0:
			list = append(list, []any{leaf})
		case 1:
			list = append(list, struct{ V, v any }{leaf, leaf})
		case 2:
			list = append(list, map[string]any{"k": leaf, "a": i})
		case 3:
			list = append(list, &[1]any{leaf})
		}
	}
	return list
}

type digest struct {
	hash  uint64
	count int
}

func (d *digest) add(s string) {
	for i := 0; i < len(s); i++ {
		d.hash = (d.hash ^ uint64(s[i])) * 1099511628211
	}
	d.hash = (d.hash ^ 0x100) * 1099511628211
	d.count++
}

// try gives what f prints, or that it panicked: a panic while a panic's value is printed goes on.
func try(f func() string) (s string) {
	defer func() {
		if recover() != nil {
			s = "panicked"
		}
	}()
	return f()
}

var (
	flags = []string{"", "+", "-", "#", " ", "0", "+#", "-0", "# ", "+0", "#0", " +-#0"}
	sizes = []string{"", "1", "9", "30", ".0", ".", ".1", ".3", ".17", "12.5", "3.12", "9."}
)

// %w is left to Errorf; %p of values that are no pointers is a wrong verb.
const verbs = "vTtbcdoOqxXUeEfFgGspyé!"

func main() {
	var mode string // full: all of it; dump: the texts themselves
	fmt.Scan(&mode)
	full, dump := mode == "full", mode == "dump"
	values := leaves()
	values = append(values, compounds(values)...)
	fmt.Println(len(values) > 500, "more than 500 values")
	digests := map[rune]*digest{}
	step := 0
	for i, v := range values {
		for _, verb := range verbs {
			d := digests[verb]
			if d == nil {
				d = &digest{}
				digests[verb] = d
			}
			if verb == 'p' && hasAddress(v) {
				continue
			}
			for j, flag := range flags {
				for k, size := range sizes {
					step++
					if !full && (i+j*5+k*7)%12 != 0 {
						continue
					}
					format := "%" + flag + size + string(verb)
					s := try(func() string { return fmt.Sprintf(format, v) })
					if dump {
						fmt.Printf("%s %d %q\n", format, i, s)
					}
					d.add(s)
				}
			}
		}
	}
	keys := []string{}
	total := 0
	for verb, d := range digests {
		keys = append(keys, fmt.Sprintf("%%%c %d %016x", verb, d.count, d.hash))
		total += d.count
	}
	sort.Strings(keys)
	fmt.Println(strings.Join(keys, "\n"))
	plain(values)
	wrapping()
	fmt.Println("total", total)
}

// hasAddress tells whether %p prints an address, which is another one on every machine.
func hasAddress(v any) bool {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return !r.IsNil()
	}
	return false
}

// plain prints without a format: what stands between operands depends on their kinds.
func plain(values []any) {
	var line, word digest
	for i := range values {
		args := []any{values[i], values[(i*7+3)%len(values)], values[(i*13+5)%len(values)]}
		line.add(try(func() string { return fmt.Sprintln(args...) }))
		word.add(try(func() string { return fmt.Sprint(args...) }))
	}
	fmt.Printf("Sprintln %d %016x\nSprint %d %016x\n", line.count, line.hash, word.count, word.hash)
}

func wrapping() {
	var d digest
	for _, v := range []any{failure{1}, &failure{2}, errors.New("e"), nil, 5, "text", level(1), embeds{1, nil, "x"}} {
		for _, format := range []string{"%w", "a %w", "%w z", "%5w|", "%-40w|", "%[1]w", "%d %w", "%v %[1]w", "%w %[1]v", "%s"} {
			err := fmt.Errorf(format, v)
			d.add(err.Error())
			d.add(fmt.Sprint(errors.Unwrap(err) == v))
		}
	}
	fmt.Printf("%%w %d %016x\n", d.count, d.hash)
}
