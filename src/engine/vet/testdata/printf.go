package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"
	"unsafe"
)

type S struct {
	a int
	b string
}
type P struct{ p *int }
type Str struct{}

func (Str) String() string { return "" }

type PStr struct{}

func (*PStr) String() string { return "" }

type Err struct{}

func (Err) Error() string { return "" }

type F struct{}

func (F) Format(s fmt.State, c rune) {}

type I int
type B bool

func (b B) String() string { return fmt.Sprintf("%v", b) }

type L []string

func (l L) String() string { return fmt.Sprint("L", l) }

type R struct{ next *R }

func logf(format string, args ...any) { fmt.Printf(format, args...) }
func logln(args ...any)               { fmt.Println(args...) }
func wrapped(n int, format string, args ...interface{}) string {
	return fmt.Sprintf(format, args...)
}
func notWrapper(format string, args ...any) {}
func (S) Logf(format string, args ...any)    { log.Printf(format, args...) }
func errorf(format string, args ...any) error { return fmt.Errorf(format, args...) }

func main() {
	i, s, f, b := 1, "s", 1.5, true
	var e error = errors.New("x")
	var p *int = &i
	var c = make(chan int)
	var m = map[string]int{}
	fn := func() {}
	fmt.Printf("%d %s %v %t %f\n", i, s, i, b, f)
	fmt.Printf("%d", s)
	fmt.Printf("%s", i)
	fmt.Printf("%t", i)
	fmt.Printf("%f", i)
	fmt.Printf("%x %X %q %c %U %b %o %e", s, i, i, i, i, f, i, f)
	fmt.Printf("%c", s)
	fmt.Printf("%d", f)
	fmt.Printf("%s", b)
	fmt.Printf("%q", f)
	fmt.Printf("%d %d", i)
	fmt.Printf("%d", i, s)
	fmt.Printf("hello", i)
	fmt.Printf("hello")
	fmt.Printf("%z", i)
	fmt.Printf("%")
	fmt.Printf("%d%", i)
	fmt.Printf("100%% %d", i)
	fmt.Printf("%*d", i, i)
	fmt.Printf("%*d", s, i)
	fmt.Printf("%.*f", i, f)
	fmt.Printf("%[2]d %[1]s", s, i)
	fmt.Printf("%[3]d", s, i)
	fmt.Printf("%[1]d %d", i, i)
	fmt.Printf("%[0]d", i)
	fmt.Printf("%[x]d", i)
	fmt.Printf("%-10s|%+d|%#x|% d|%05d", s, i, i, i, i)
	fmt.Printf("%#s", s)
	fmt.Printf("%-t", b)
	fmt.Printf("%0s", s)
	fmt.Printf("%+q %#q", s, s)
	fmt.Printf("%p", p)
	fmt.Printf("%p", i)
	fmt.Printf("%p %p %p", c, m, fn)
	fmt.Printf("%s", p)
	fmt.Printf("%d", p)
	fmt.Printf("%s", e)
	fmt.Printf("%d", e)
	fmt.Printf("%s", c)
	fmt.Printf("%v", fn)
	fmt.Printf("%s", fn)
	fmt.Printf("%d", m)
	fmt.Printf("%s", m)
	fmt.Printf("%d", []int{1})
	fmt.Printf("%s", []string{"a"})
	fmt.Printf("%s", []int{1})
	fmt.Printf("%d", [2]string{})
	fmt.Printf("%s", []byte("x"))
	fmt.Printf("%x", []byte("x"))
	fmt.Printf("%d", S{})
	fmt.Printf("%s", S{})
	fmt.Printf("%d", &S{})
	fmt.Printf("%v", &S{})
	fmt.Printf("%d", P{})
	fmt.Printf("%s", Str{})
	fmt.Printf("%d", Str{})
	fmt.Printf("%s", PStr{})
	fmt.Printf("%s", &PStr{})
	fmt.Printf("%s", Err{})
	fmt.Printf("%d %s %z", F{}, F{}, F{})
	fmt.Printf("%s", I(1))
	fmt.Printf("%d", I(1))
	fmt.Printf("%s", B(true))
	fmt.Printf("%s", nil)
	fmt.Printf("%d", nil)
	fmt.Printf("%v", nil)
	fmt.Printf("%s", any(1))
	fmt.Printf("%T %T", i, s)
	fmt.Printf("%w", e)
	fmt.Printf("%d", 'a')
	fmt.Printf("%s", 'a')
	fmt.Printf("%c", 'a')
	fmt.Printf("%s", "const")
	fmt.Printf("%d", 3.0)
	fmt.Printf("%s", time.Second)
	fmt.Printf("%d", time.Second)
	fmt.Printf("%s %d", time.Now(), time.Now())
	fmt.Printf("%d", 1i)
	fmt.Printf("%f", 1i)
	fmt.Printf("%s", R{})
	fmt.Printf("%d", uintptr(1))
	_ = fmt.Errorf("%w", e)
	_ = fmt.Errorf("%w", s)
	_ = fmt.Errorf("%w", i)
	_ = fmt.Errorf("x: %v", e)
	fmt.Println("x %d", i)
	fmt.Println("done\n")
	fmt.Println("50% off")
	fmt.Println("a", "b\n")
	fmt.Println(fn)
	fmt.Println(S{})
	fmt.Print("x %s\n", s)
	fmt.Print("x\n")
	fmt.Sprint("%d", i)
	fmt.Fprintf(os.Stdout, "%d", s)
	fmt.Fprintln(os.Stdout, "x\n")
	fmt.Fprint(os.Stdout, "%v", i)
	fmt.Println(os.Stdout, "x")
	log.Printf("%d", s)
	log.Println("x %d", i)
	log.Fatalf("%d %d", i)
	log.Panicln("x\n")
	logger := log.New(os.Stderr, "", 0)
	logger.Printf("%s", i)
	logger.Println("%s", i)
	logf("%d", s)
	logf("%d %d", i)
	logln("x %d", i)
	logln("x\n")
	_ = wrapped(1, "%d", s)
	_ = wrapped(1, "%d")
	notWrapper("%d", s)
	S{}.Logf("%d", s)
	_ = errorf("%w", s)
	format := "%d"
	fmt.Printf(format, s)
	const constant = "%d\n"
	fmt.Printf(constant, s)
	fmt.Printf("%d"+"%s", i, i)
	args := []any{1}
	fmt.Printf("%d %d", args...)
	fmt.Printf("x", args...)
	fmt.Println(args...)
	fmt.Printf("%d", unsafe.Sizeof(i))
	fmt.Printf("%d %s", i, fn)
	fmt.Sscanf("1", "%d", &i)
	fmt.Printf("%!", i)
	fmt.Printf("%s and %s", s)
	fmt.Printf("%6.2f%%", f)
	fmt.Printf("%d", len(s))
	fmt.Printf("%s", fmt.Sprint)
	fmt.Printf("%s", main)
	fmt.Printf("%v", main)
	fmt.Println(main, fmt.Println)
}

func generic[T any](t T) { fmt.Printf("%d %s", t, t) }
func number[T ~int | ~string](t T) { fmt.Printf("%d", t) }
