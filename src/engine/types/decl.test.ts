import { describe, expect, it } from 'vitest';
import { check, checkGood, expectErrors, show } from './checktest.ts';

describe('declarations', () => {
  it('report names declared twice, with the other place', () => {
    const { diagnostics } = check(`package main
var a int
const a = 1
func f(x int, x string) {}
type T struct { p int; p string }
func (T) p() {}
func (T) M() {}
func (T) M() {}
type I interface { M(); M() }
func main() { x := 1; var x int; _ = x }
func main() {}`);
    expect(diagnostics.map(show)).toEqual([
      '3:7: a redeclared in this block\n\tx.go:2:5: other declaration of a',
      '4:15: x redeclared in this block\n\tx.go:4:8: other declaration of x',
      '5:24: p redeclared\n\tx.go:5:17: other declaration of p',
      '6:10: field and method with the same name p\n\tx.go:5:17: other declaration of p',
      '8:10: method T.M already declared at x.go:7:10',
      '9:25: duplicate method M\n\tx.go:9:20: other declaration of method M',
      '10:27: x redeclared in this block\n\tx.go:10:15: other declaration of x',
      '11:6: main redeclared in this block\n\tx.go:10:6: other declaration of main',
    ]);
  });

  it('report types that contain themselves, and no others', () => {
    const { diagnostics } = check(`package main
type T struct { t T }
type A struct { b B }
type B struct { c [2]C }
type C struct { a A }
type D D
type E []E
type F struct { f *F; m map[string]F; g func(F) F; c chan F }
type G interface { m() G }
type H = []H
func main() {}`);
    expect(diagnostics.map(show)).toEqual([
      '2:6: invalid recursive type: T refers to itself',
      '3:6: invalid recursive type A\n\tx.go:3:6: A refers to B\n\tx.go:4:6: B refers to C\n\tx.go:5:6: C refers to A',
      '6:6: invalid recursive type: D refers to itself',
      '10:6: invalid recursive type: H refers to itself',
    ]);
  });

  it('report initialisation cycles of variables, functions and constants', () => {
    const { diagnostics } = check(`package main
var a = b
var b = f()
func f() int { return a }
var self = self
const k = l
const l = k
func main() {}`);
    expect(diagnostics.map(show)).toEqual([
      '2:5: initialization cycle for a\n\tx.go:2:5: a refers to b\n\tx.go:3:5: b refers to f\n\tx.go:4:6: f refers to a',
      '5:5: initialization cycle: self refers to itself',
      '6:7: initialization cycle for k\n\tx.go:6:7: k refers to l\n\tx.go:7:7: l refers to k',
    ]);
  });

  it('order package-level variables by their dependencies', () => {
    const { pkg } = checkGood(`package main
var (
	a = c + b
	b = f()
	c, d = g()
	_ = h()
	e int
)
func f() int { d++; return d }
func g() (int, int) { return 1, 2 }
func h() int { return a }
func main() { e = 1 }
func init() {}
func init() {}`);
    expect(pkg.initOrder.map((i) => i.lhs.map((v) => v.name).join())).toEqual(['c,d', 'b', 'a', '_']);
    expect(pkg.inits).toHaveLength(2);
  });

  it('want a main function in the main package, and bodies outside the library', () => {
    expectErrors('package main /* ERROR "function main is undeclared in the main package" */\nfunc f /* ERROR "missing function body" */ ()');
    checkGood('package lib\nfunc f()', { library: true });
    expectErrors(`package main
func main /* ERROR "func main must have no arguments and no return values" */ (x int) {}
func init /* ERROR "func init must have no arguments and no return values" */ () int { return 1 }`);
  });

  it('name the nearest package for an unknown import', () => {
    expectErrors(`package main
import "foo/bar" /* ERROR "package foo/bar is not in std" */
import "fnt" /* ERROR "package fnt is not in std (did you mean \\"fmt\\"?)" */
func main() { fnt.Println(bar.X) }`);
  });

  it('check constants', () => {
    expectErrors(`package main
const (
	a = iota
	b
	c = "s" /* ERROR "mismatched types untyped string and untyped int" */ + 1
	d float64 = 1 << 3
	e int = 1.5 /* ERROR "cannot use 1.5 (untyped float constant) as int value in constant declaration (truncated)" */
	g = f /* ERROR "f() (value of type int) is not constant" */ ()
	h uint8 = 256 /* ERROR "cannot use 256 (untyped int constant) as uint8 value in constant declaration (overflows)" */
	i = 1 << /* ERROR "constant shift overflow" */ 1000
	j, k = 1, 2
	l, m
)
const big = 1 << 100
const ok = big >> 98
func f() int { return 1 }
var v int = big /* ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)" */
var w = [ok]int{}
var x [v /* ERROR "invalid array length v" */ ]int
func main() { _ = iota /* ERROR "cannot use iota outside constant declaration" */ }`);
  });

  it('check receivers', () => {
    expectErrors(`package main
import "sync"
type P *int
func (p P /* ERROR "invalid receiver type P (pointer or interface type)" */ ) M() {}
func (i int /* ERROR "cannot define new methods on non-local type int" */ ) M() {}
func (m *sync /* ERROR "cannot define new methods on non-local type sync.Mutex" */ .Mutex) M() {}
func (u Unknown /* ERROR "undefined: Unknown" */ ) M() {}
func main() {}`);
  });

  it('see types used before they are declared, and mutual recursion', () => {
    checkGood(`package main
type List struct { head *Node; next Iter }
type Iter = func(*List) *Node
type Node struct { value Value; list List2 }
type List2 []List
type Value interface { Less(Value) bool; Node() *Node }
func even(n int) bool { if n == 0 { return true }; return odd(n - 1) }
func odd(n int) bool { if n == 0 { return false }; return even(n - 1) }
var table = map[string]func(int) bool{"even": even, "odd": odd}
func main() { f := func() {}; f(); _ = table; type local struct { next *local }; _ = local{} }`);
  });
});
