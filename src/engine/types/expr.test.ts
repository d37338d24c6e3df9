import { describe, expect, it } from 'vitest';
import { check, checkGood, expectErrors, show } from './checktest.ts';

describe('expressions', () => {
  it('report undefined names and package names that stand alone', () => {
    expectErrors(`package main
import "fmt"
func main() {
	_ = x /* ERROR "undefined: x" */
	_ = fmt /* ERROR "use of package fmt not in selector" */
	fmt.Prinln /* ERROR "undefined: fmt.Prinln" */ ()
	fmt.println /* ERROR "undefined: fmt.println" */ ()
	_ = _ /* ERROR "cannot use _ as value or type" */
}`);
  });

  it('report mismatched and undefined operations', () => {
    expectErrors(`package main
func main() {
	var i int
	var s string
	var u uint8
	var p *int
	_ = i /* ERROR "invalid operation: i + s (mismatched types int and string)" */ + s
	_ = i /* ERROR "invalid operation: i + \\"a\\" (mismatched types int and untyped string)" */ + "a"
	_ = i == s /* ERROR "invalid operation: i == s (mismatched types int and string)" */
	_ = !i /* ERROR "invalid operation: operator ! not defined on i (variable of type int)" */
	_ = -s /* ERROR "invalid operation: operator - not defined on s (variable of type string)" */
	_ = p /* ERROR "invalid operation: operator + not defined on p (variable of type *int)" */ + p
	_ = u + 300 /* ERROR "300 (untyped int constant) overflows uint8" */
	_ = u + 1.5 /* ERROR "1.5 (untyped float constant) truncated to uint8" */
	_ = i / 0 /* ERROR "invalid operation: division by zero" */
	_ = i << 1.5 /* ERROR "1.5 (untyped float constant) truncated to uint" */
	_ = 1.5 /* ERROR "shifted operand 1.5 (untyped float constant) must be integer" */ << i
	i /* ERROR "invalid operation: i += s (mismatched types int and string)" */ += s
}`);
  });

  it('report comparisons that are not defined', () => {
    expectErrors(`package main
func main() {
	var s []int
	var m map[string]int
	var f func()
	type T struct{ a []int }
	var t T
	var p *int
	var e error
	_ = s /* ERROR "invalid operation: s == s (slice can only be compared to nil)" */ == s
	_ = m /* ERROR "invalid operation: m == m (map can only be compared to nil)" */ == m
	_ = f /* ERROR "invalid operation: f == f (func can only be compared to nil)" */ == f
	_ = t /* ERROR "invalid operation: t == t (struct containing []int cannot be compared)" */ == t
	_ = p /* ERROR "invalid operation: p < p (operator < not defined on pointer)" */ < p
	_ = nil == nil /* ERROR "invalid operation: nil == nil (operator == not defined on nil)" */
	_ = p == 1 /* ERROR "invalid operation: p == 1 (mismatched types *int and untyped int)" */
	_ = s == nil && m != nil && f == nil && p == nil && e == nil
}`);
  });

  it('report what cannot be called, indexed, sliced, dereferenced or taken the address of', () => {
    expectErrors(`package main
func f(a, b int) int { return a + b }
func g() {}
func main() {
	i := 1
	i /* ERROR "invalid operation: cannot call i (variable of type int): int is not a function" */ ()
	_ = i /* ERROR "invalid operation: cannot index i (variable of type int)" */ [0]
	_ = i /* ERROR "cannot slice i (variable of type int)" */ [0:1]
	_ = *i /* ERROR "invalid operation: cannot indirect i (variable of type int)" */
	_ = &f /* ERROR "invalid operation: cannot take address of f(1, 2) (value of type int)" */ (1, 2)
	_ = <-i /* ERROR "invalid operation: cannot receive from non-channel i (variable of type int)" */
	_ = g /* ERROR "g() (no value) used as value" */ ()
	_ = int /* ERROR "int (type) is not an expression" */
	_ = len /* ERROR "len (built-in) must be called" */
	a := [3]int{1, 2, 3}
	_ = a[3 /* ERROR "invalid argument: index 3 out of bounds [0:3]" */ ]
	_ = a[- /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ 1]
	_ = "abc"[5 /* ERROR "invalid argument: index 5 out of bounds [0:3]" */ ]
	_ = a[2:1 /* ERROR "invalid slice indices: 1 < 2" */ ]
	_ = a["x" /* ERROR "cannot convert" */ ]
	_ = [ /* ERROR "(slice of unaddressable value)" */ 3]int{}[:]
}`);
  });

  it('report wrong numbers and types of arguments', () => {
    const { diagnostics } = check(`package main
func f(a, b int) int { return a + b }
func v(s string, xs ...int) {}
func main() {
	f(1)
	f()
	f(1, 2, "x")
	f("a", 1)
	v()
	v("a", 1, "b")
	v("a", []string{}...)
	f([]int{}...)
}`);
    expect(diagnostics.map(show)).toEqual([
      '5:4: not enough arguments in call to f\n\thave (number)\n\twant (int, int)',
      '6:4: not enough arguments in call to f\n\thave ()\n\twant (int, int)',
      '7:10: too many arguments in call to f\n\thave (number, number, string)\n\twant (int, int)',
      '8:4: cannot use "a" (untyped string constant) as int value in argument to f',
      '9:4: not enough arguments in call to v\n\thave ()\n\twant (string, ...int)',
      '10:12: cannot use "b" (untyped string constant) as int value in argument to v',
      '11:9: cannot use []string{} (value of type []string) as []int value in argument to v',
      '12:4: cannot use ... in call to non-variadic f',
    ]);
  });

  it('say what a selector misses, and what there is under a similar name', () => {
    expectErrors(`package main
type T struct{ Name string }
func (t *T) Run() {}
type I interface{ M() }
type A struct{ X int }
type B struct{ X int }
type AB struct { A; B }
func main() {
	var t T
	var i I
	pi := &i
	var ab AB
	t.foo /* ERROR "t.foo undefined (type T has no field or method foo)" */ ()
	_ = t.name /* ERROR "t.name undefined (type T has no field or method name, but does have field Name)" */
	t.run /* ERROR "t.run undefined (type T has no field or method run, but does have method Run)" */ ()
	T{}.Run /* ERROR "cannot call pointer method Run on T" */ ()
	pi.M /* ERROR "pi.M undefined (type *I is pointer to interface, not interface)" */ ()
	_ = ab.X /* ERROR "ambiguous selector ab.X" */
	_ = T.Run /* ERROR "invalid method expression T.Run (needs pointer receiver (*T).Run)" */
	_ = (*T).Run
}`);
  });

  it('explain why a type does not implement an interface', () => {
    const { diagnostics } = check(`package main
type I interface{ M(x int) string }
type None struct{}
type Ptr struct{}
func (*Ptr) M(x int) string { return "" }
type Wrong struct{}
func (Wrong) M() {}
type Case struct{}
func (Case) m(x int) string { return "" }
type Good struct{}
func (Good) M(x int) string { return "" }
func main() {
	var i I = None{}
	i = Ptr{}
	i = Wrong{}
	i = Case{}
	_ = i.(None)
	var n Good = i
	_ = n
}`);
    expect(diagnostics.map(show)).toEqual([
      '13:12: cannot use None{} (value of struct type None) as I value in variable declaration: None does not implement I (missing method M)',
      '14:6: cannot use Ptr{} (value of struct type Ptr) as I value in assignment: Ptr does not implement I (method M has pointer receiver)',
      '15:6: cannot use Wrong{} (value of struct type Wrong) as I value in assignment: Wrong does not implement I (wrong type for method M)\n\t\thave M()\n\t\twant M(int) string',
      '16:6: cannot use Case{} (value of struct type Case) as I value in assignment: Case does not implement I (missing method M)\n\t\thave m(int) string\n\t\twant M(int) string',
      '17:6: impossible type assertion: i.(None)\n\tNone does not implement I (missing method M)',
      '18:15: cannot use i (variable of interface type I) as Good value in variable declaration: need type assertion',
    ]);
  });

  it('report conversions that cannot be', () => {
    expectErrors(`package main
type T struct{}
func main() {
	var s string
	_ = int(s /* ERROR "cannot convert s (variable of type string) to type int" */ )
	_ = int8(300 /* ERROR "constant 300 overflows int8" */ )
	_ = int(1.5 /* ERROR "cannot convert 1.5 (untyped float constant) to type int" */ )
	_ = T(1 /* ERROR "cannot convert 1 (untyped int constant) to type T" */ )
	_ = int( ) /* ERROR "missing argument in conversion to int" */
	_ = int(1, 2 /* ERROR "too many arguments in conversion to int" */ )
	_ = string(65)
	_ = []byte("x")
	_ = []rune(s)
	_ = [2]byte([]byte{1, 2})
	_ = float32(1) + float32(0.1)
}`);
  });

  it('check composite literals', () => {
    expectErrors(`package main
type T struct{ a, b int }
func main() {
	_ = T{1} /* ERROR "too few values in struct literal of type T" */
	_ = T{1, 2, 3 /* ERROR "too many values in struct literal of type T" */ }
	_ = T{c /* ERROR "unknown field c in struct literal of type T" */ : 1}
	_ = T{A /* ERROR "unknown field A in struct literal of type T, but does have a" */ : 1}
	_ = T{a: 1, 2 /* ERROR "mixture of field:value and value elements in struct literal" */ }
	_ = T{a: 1, a: /* ERROR "duplicate field name a in struct literal" */ 2}
	_ = []int{"a" /* ERROR "cannot use \\"a\\" (untyped string constant) as int value in array or slice literal" */ }
	_ = [2]int{1, 2, 3 /* ERROR "index 2 is out of bounds (>= 2)" */ }
	_ = []int{1: 1, 1: /* ERROR "duplicate index 1 in array or slice literal" */ 2}
	_ = map[string]int{"a": 1, "a" /* ERROR "duplicate key \\"a\\" in map literal" */ : 2}
	_ = map[string]int{1 /* ERROR "missing key in map literal" */ }
	_ = map[string]int{1 /* ERROR "cannot use 1 (untyped int constant) as string value in map literal" */ : 1}
	_ = int /* ERROR "invalid composite literal type int" */ {}
	_ = []*T{{1, 2}, {a: 1}}
	_ = map[T][]T{{1, 2}: {{3, 4}}}
	_ = [...]string{2: "c"}
}`);
  });

  it('name a type with what it is made of, and basic types alone', () => {
    const { diagnostics } = check(`package main
type S struct{}
type N int
type A = S
func main() {
	var s S
	var n N
	var a A
	var e error
	var f float64
	var x any
	var t string
	t = s
	t = n
	t = a
	t = e
	t = f
	t = x
	_ = t
}`);
    expect(diagnostics.map((d) => d.message.slice('cannot use '.length).split(' as ')[0])).toEqual([
      's (variable of struct type S)', 'n (variable of int type N)', 'a (variable of struct type A)', 'e (variable of interface type error)',
      'f (variable of type float64)', 'x (variable of interface type any)',
    ]);
  });

  it('accept the ordinary programs of a tutorial', () => {
    checkGood(`package main
import ("fmt"; "sync"; "time"; "errors")
type Shape interface { Area() float64 }
type Rect struct { w, h float64 }
func (r Rect) Area() float64 { return r.w * r.h }
var errNope = errors.New("nope")
func work(id int, jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs { results <- j * 2 }
}
func div(a, b int) (q int, err error) {
	defer func() { if r := recover(); r != nil { err = fmt.Errorf("%v", r) } }()
	if b == 0 { return 0, errNope }
	q = a / b
	return
}
func main() {
	jobs, results := make(chan int, 5), make(chan int, 5)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ { wg.Add(1); go work(i, jobs, results, &wg) }
	for i := range 5 { jobs <- i }
	close(jobs)
	wg.Wait()
	var s Shape = Rect{1, 2}
	if r, ok := s.(Rect); ok { fmt.Println(r.w, s.Area()) }
	select {
	case v, ok := <-results: fmt.Println(v, ok)
	case <-time.After(2 * time.Second): fmt.Println("late")
	default:
	}
	m := map[string][]int{"a": {1}}
	for k, v := range m { fmt.Println(k, len(v), cap(v)) }
	q, err := div(1, 0)
	fmt.Println(q, err, 1<<10, 'x', 2.5e3, "s"[0], 3+4i)
}`);
  });
});
