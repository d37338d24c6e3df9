import { describe, expect, it } from 'vitest';
import { check, checkGood, expectErrors, show } from './checktest.ts';

describe('statements', () => {
  it('report unused variables, imports and results', () => {
    expectErrors(`package main
import "fmt" /* ERROR "\\"fmt\\" imported and not used" */
import e /* ERROR "\\"errors\\" imported as e and not used" */ "errors"
import . "time"
func f() int { return 1 }
func main() {
	x /* ERROR "declared and not used: x" */ := 1
	var y /* ERROR "declared and not used: y" */ int
	y = 2
	z := 1
	func() { w /* ERROR "declared and not used: w" */ := z }()
	f()
	z /* ERROR "z + 1 (value of type int) is not used" */ + 1
	- /* ERROR "-z (value of type int) is not used" */ z
	len /* ERROR "len(\\"a\\") (constant 1 of type int) is not used" */ ("a")
	_ = Second
}`);
  });

  it('check assignments and their counts', () => {
    expectErrors(`package main
func two() (int, string) { return 1, "" }
func none() {}
func main() {
	var i int
	var s string
	i = "x" /* ERROR "cannot use \\"x\\" (untyped string constant) as int value in assignment" */
	i, s = two()
	i, s = 1 /* ERROR "assignment mismatch: 2 variables but 1 value" */
	i = two /* ERROR "assignment mismatch: 1 variable but two returns 2 values" */ ()
	i, s, _ = two /* ERROR "assignment mismatch: 3 variables but two returns 2 values" */ ()
	i = none /* ERROR "none() (no value) used as value" */ ()
	a, b := 1 /* ERROR "assignment mismatch: 2 variables but 3 values" */ , 2, 3
	i := /* ERROR "no new variables on left side of :=" */ 1
	i, c := 1, 2
	1 /* ERROR "cannot assign to 1 (neither addressable nor a map index expression)" */ = 2
	two /* ERROR "cannot assign to two" */ = nil
	m := map[string]struct{ x int }{}
	m /* ERROR "cannot assign to struct field m[\\"a\\"].x in map" */ ["a"].x = 1
	s /* ERROR "invalid operation: s++ (non-numeric type string)" */ ++
	"a" /* ERROR "cannot assign to \\"a\\"[0] (neither addressable nor a map index expression)" */ [0] = 1
	x := nil /* ERROR "use of untyped nil in assignment" */
	_ = nil /* ERROR "use of untyped nil in assignment to _ identifier" */
	_, _, _, _, _ = a, b, c, x, i
}`);
  });

  it('check returns against the results', () => {
    const { diagnostics } = check(`package main
func a() int { return }
func b() (int, string) { return 1 }
func c() { return 1 }
func d() int { return 1, 2 }
func e() (n int) { { n := 2; _ = n; return } }
func f() string { return 1 }
func g() int { for { } }
func h(x int) int { if x > 0 { return 1 } else { panic(x) } }
func i(x int) int { switch { case x > 0: return 1 } }
func j() int { L: for { break L } }
func k(x any) int { switch x.(type) { case int: return 1; default: return 2 } }
func l() int { select {} }
func main() {}`);
    expect(diagnostics.map(show)).toEqual([
      '2:16: not enough return values\n\thave ()\n\twant (int)',
      '3:33: not enough return values\n\thave (number)\n\twant (int, string)',
      '4:19: too many return values\n\thave (number)\n\twant ()',
      '5:26: too many return values\n\thave (number, number)\n\twant (int)',
      '6:37: result parameter n not in scope at return\n\tx.go:6:22: inner declaration of var n int',
      '7:26: cannot use 1 (untyped int constant) as string value in return statement',
      '10:53: missing return',
      '11:35: missing return',
    ]);
  });

  it('check conditions, switches and their cases', () => {
    expectErrors(`package main
func main() {
	i := 1
	var e error
	if i /* ERROR "non-boolean condition in if statement" */ { }
	for i /* ERROR "non-boolean condition in for statement" */ { }
	switch i {
	case 1, 1 /* ERROR "duplicate case 1 (constant of type int) in expression switch" */ :
	case "a" /* ERROR "cannot convert \\"a\\" (untyped string constant) to type int" */ :
	}
	switch { case i > 1: case i /* ERROR "invalid case i in switch on true (mismatched types int and bool)" */ : }
	switch x := e.(type) { case nil: case error: _ = x }
	switch y /* ERROR "declared and not used: y" */ := e.(type) { case nil: }
	switch i /* ERROR "i (variable of type int) is not an interface" */ .(type) { }
	switch e.(type) {
	case error, error /* ERROR "duplicate case error in type switch" */ :
	case int /* ERROR "impossible type switch case: int" */ :
	}
	switch f := func() {}; { default: f() }
}`);
  });

  it('check channels, select, go and defer', () => {
    expectErrors(`package main
func f() int { return 1 }
func main() {
	var r <-chan int
	var s chan<- int
	c := make(chan int)
	r /* ERROR "invalid operation: cannot send to receive-only channel r (variable of type <-chan int)" */ <- 1
	_ = <-s /* ERROR "invalid operation: cannot receive from send-only channel s (variable of type chan<- int)" */
	c <- "x" /* ERROR "cannot use \\"x\\" (untyped string constant) as int value in send" */
	close(r /* ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)" */ )
	for range s /* ERROR "cannot range over s (variable of type chan<- int): receive from send-only channel" */ { }
	r, s = c, c
	c = r /* ERROR "cannot use r (variable of type <-chan int) as chan int value in assignment" */
	go f()
	defer f()
	defer int /* ERROR "defer requires function call, not conversion" */ (1)
	defer len /* ERROR "defer discards result of len(\\"a\\") (constant 1 of type int)" */ ("a")
	select {
	case v := <-c: _ = v
	case c <- 1:
	}
}`);
  });

  it('check what can be ranged over, by version', () => {
    expectErrors(`package main
import "iter"
type T struct{}
func main() {
	var t T
	for range 10 { }
	for i := range 3 { var _ int = i }
	for i, r := range "abc" { var _ rune = r; _ = i }
	for k, v := range map[string]bool{} { _, _ = k, v }
	var seq iter.Seq2[int, string]
	for k, v := range seq { var _ int = k; var _ string = v }
	for range t /* ERROR "cannot range over t (variable of struct type T)" */ { }
	for a, b /* ERROR "range over 10 (untyped int constant) permits only one iteration variable" */ := range 10 { _, _ = a, b }
	f := func() {}
	for a := range f /* ERROR "func must be func(yield func(...) bool): wrong argument count" */ { _ = a }
}`);
    expectErrors(
      `package main
func main() {
	for range 10 /* ERROR "cannot range over 10 (untyped int constant): requires go1.22 or later" */ { }
}`,
      { goVersion: '1.21' },
    );
  });

  it('mark loop variables as fresh in every iteration since go1.22', () => {
    const source = 'package main\nfunc main() { for i := 0; i < 3; i++ { go func() { _ = i }() } }';
    const perIteration = (goVersion: string): unknown => {
      const { file } = checkGood(source, { goVersion });
      const main = file.decls[0];
      const loop = main?.kind === 'FuncDecl' ? main.body?.list[0] : undefined;
      return loop?.kind === 'ForStmt' ? loop.$perIteration : undefined;
    };
    expect(perIteration('1.22')).toBe(true);
    expect(perIteration('1.21')).toBe(false);
  });
});
