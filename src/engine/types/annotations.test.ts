import { describe, expect, it } from 'vitest';
import type { Expr, FuncDecl, FuncLit } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import { checkGood } from './checktest.ts';
import type { Checked } from './checktest.ts';
import { constToString } from './constant-print.ts';
import type { VarObject } from './objects.ts';
import { typeString } from './typestring.ts';

/** Every node of the tree that f accepts, in source order. */
function find<T>(root: unknown, accept: (node: { kind: string }) => T | undefined): T[] {
  const found: T[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      const hit = 'kind' in node ? accept(node as { kind: string }) : undefined;
      if (hit !== undefined) found.push(hit);
      for (const [key, value] of Object.entries(node)) if (!key.startsWith('$') && key !== 'target') visit(value);
    }
  };
  visit(root);
  return found;
}

function body(checked: Checked, name: string): FuncDecl {
  const decl = checked.file.decls.find((d) => d.kind === 'FuncDecl' && d.name.name === name);
  if (decl?.kind !== 'FuncDecl') throw new Error(`no function ${name}`);
  return decl;
}

/** "text: mode type value" of the expressions printed so. */
function notes(checked: Checked, ...texts: string[]): string[] {
  return find(checked.file.decls, (node) => {
    const e = node as Expr;
    if (!('$tv' in e) || !e.$tv || !texts.includes(exprString(e))) return undefined;
    const value = e.$tv.value ? ` ${constToString(e.$tv.value)}` : '';
    return `${exprString(e)}: ${e.$tv.mode} ${typeString(e.$tv.type)}${value}`;
  });
}

function variables(checked: Checked): Map<string, VarObject> {
  const list = find(checked.file.decls, (node) => ('$obj' in node && (node as { $obj?: { kind: string } }).$obj?.kind === 'Var' ? (node as { $obj: VarObject }).$obj : undefined));
  return new Map(list.map((v) => [v.name, v]));
}

describe('annotations', () => {
  it('give untyped operands the type of their context, down to the literals', () => {
    const checked = checkGood(`package main
func f(x float64, s uint) {
	a := x + 1
	var b uint8 = 1<<s | 7
	c := 1 << s == 2
	var d any = 'x'
	var e []byte = nil
	g := x > 3 && true
	if x == 5 { }
	_, _, _, _, _, _ = a, b, c, d, e, g
}
func main() {}`);
    expect(notes(checked, '1', '7', '2', "'x'", 'nil', '3', 'true', '5', '1 << s', 'x == 5')).toEqual([
      '1: constant float64 1', '1 << s: value uint8', '1: constant uint8 1', '7: constant uint8 7', '1 << s: value int', '1: constant int 1',
      "2: constant int 2", "'x': constant rune 120", 'nil: nil []byte', '3: constant float64 3', 'true: constant bool true', 'x == 5: value bool',
      '5: constant float64 5',
    ]);
  });

  it('fold constants with the value in the final type', () => {
    const checked = checkGood(`package main
const big = 1 << 62
var a float32 = 0.1
var b = big / 4 * 3
var c int64 = 2.0
var d = "a" + "b"
var e byte = 'a' + 1
func main() {}`);
    expect(notes(checked, '0.1', 'big / 4 * 3', '2.0', '"a" + "b"', "'a' + 1")).toEqual([
      '0.1: constant float32 0.1', 'big / 4 * 3: constant int 3458764513820540928', '2.0: constant int64 2', '"a" + "b": constant string "ab"',
      "'a' + 1: constant byte 98",
    ]);
  });

  it('mark comma-ok expressions with the pair of types', () => {
    const checked = checkGood(`package main
type B bool
func main() {
	m := map[string]int{}
	a, ok := m["x"]
	var i any
	var b B
	_, b = i.(int)
	ch := make(chan string)
	c, more := <-ch
	_, _, _, _, _ = a, ok, b, c, more
}`);
    expect(notes(checked, 'm["x"]', 'i.(int)', '<-ch')).toEqual([
      'm["x"]: mapindex (int, bool)', 'i.(int): commaok (int, main.B)', '<-ch: commaok (string, bool)',
    ]);
  });

  it('say how selectors find fields and methods', () => {
    const checked = checkGood(`package main
type Inner struct { a, b int }
func (i *Inner) M() {}
type Mid struct { x int; *Inner }
type Outer struct { Mid; y int }
func main() {
	var o Outer
	o.b = 1
	o.M()
	f := Outer.M
	f(o)
	p := &o
	p.y = 2
}`);
    const selections = find(body(checked, 'main'), (node) => {
      const e = node as Expr;
      return e.kind === 'SelectorExpr' && e.$selection ? `${exprString(e)} ${e.$selection.kind} ${e.$selection.path.join('.')} ${e.$selection.indirect}` : undefined;
    });
    expect(selections).toEqual(['o.b field 0.1.1 true', 'o.M method 0.1 true', 'Outer.M methodExpr 0.1 true', 'p.y field 1 true']);
  });

  it('mark variables that are captured, addressed or assigned again', () => {
    const checked = checkGood(`package main
type T struct { n int; arr [3]int }
func (t *T) inc() { t.n++ }
func main() {
	plain := 1
	captured := 2
	changed := 3
	changed = 4
	var addressed int
	_ = &addressed
	var byMethod T
	byMethod.inc()
	var sliced [2]int
	_ = sliced[:]
	var field T
	field.arr[1] = 5
	pointer := &T{}
	pointer.inc()
	func() { func() { _ = captured }() }()
	_, _, _ = plain, field, changed
}`);
    const vars = variables(checked);
    const flags = (name: string): string => {
      const v = vars.get(name);
      return [v?.captured && 'captured', v?.addressed && 'addressed', v?.reassigned && 'reassigned'].filter(Boolean).join(' ');
    };
    expect(Object.fromEntries([...vars.keys()].map((name) => [name, flags(name)]))).toMatchObject({
      plain: '', captured: 'captured', changed: 'reassigned', addressed: 'addressed', byMethod: 'addressed', sliced: 'addressed',
      field: 'reassigned', pointer: '',
    });
  });

  it('list the captures of every function literal, through those in between', () => {
    const checked = checkGood(`package main
var global int
func main() {
	a, b := 1, 2
	f := func(p int) func() int {
		c := p
		return func() int { return a + b + c + p + global }
	}
	_ = f
}`);
    const captures = find(body(checked, 'main'), (node) => {
      const e = node as FuncLit;
      return e.kind === 'FuncLit' ? e.$captures?.map((v) => v.name).join() : undefined;
    });
    expect(captures).toEqual(['a,b', 'a,b,c,p']);
  });

  it('give functions their parameters, and type switch clauses their variables', () => {
    const checked = checkGood(`package main
type T int
func (t T) m(a, b int, rest ...string) (n int, err error) { return }
func main() { var x any; switch y := x.(type) { case int, string: _ = y; case bool: _ = y; default: _ = y } }`);
    const vars = body(checked, 'm').$vars;
    expect([vars?.recv?.name, vars?.params.map((v) => v.name).join(), vars?.results.map((v) => v.name).join()]).toEqual(['t', 'a,b,rest', 'n,err']);
    const implicit = find(body(checked, 'main'), (node) => (node.kind === 'CaseClause' ? (node as { $implicit?: VarObject }).$implicit : undefined));
    expect(implicit.map((v) => typeString(v.type))).toEqual(['any', 'bool', 'any']);
  });

  it('tell calls, conversions and builtins apart', () => {
    const checked = checkGood('package main\nfunc f() int { return 1 }\nfunc main() { _ = f(); _ = int64(2); _ = len("x"); _ = (func())(nil) }');
    const calls = find(body(checked, 'main'), (node) => (node.kind === 'CallExpr' ? (node as { $call?: string }).$call : undefined));
    expect(calls).toEqual(['call', 'conversion', 'builtin', 'conversion']);
  });
});
