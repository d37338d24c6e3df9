import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import type { Decl, Expr, FuncDecl, Stmt, TypeDecl } from './nodes.ts';
import { parseFile } from './parser.ts';
import { columnOf, lineOf, type Pos } from './positions.ts';
import { exprString } from './print.ts';
import { errorsOf } from './testdata/marked.ts';
import { walkFile } from './walk.ts';

const language = readFileSync(new URL('testdata/language.go', import.meta.url), 'utf8');

function parse(text: string) {
  const { file, diagnostics } = parseFile({ name: 'x.go', text }, 1);
  expect(diagnostics).toEqual([]);
  return file;
}

function decls(text: string): readonly Decl[] {
  return parse(`package p; ${text}`).decls;
}

function only<D extends Decl['kind']>(kind: D, text: string): Extract<Decl, { kind: D }> {
  const [decl] = decls(text);
  expect(decl?.kind).toBe(kind);
  return decl as Extract<Decl, { kind: D }>;
}

function body(text: string): readonly Stmt[] {
  return must(only('FuncDecl', `func f() { ${text} }`).body, 'body').list;
}

/** With parentheses around every operation and the kind of every node whose form is ambiguous. */
function shape(x: Expr): string {
  switch (x.kind) {
    case 'BinaryExpr':
      return `(${shape(x.x)} ${x.op} ${shape(x.y)})`;
    case 'UnaryExpr':
      return `(${x.op}${shape(x.x)})`;
    case 'StarExpr':
      return `(*${shape(x.x)})`;
    case 'ChanType':
      return `${x.dir}[${shape(x.elem)}]`;
    case 'CallExpr':
      return `call(${[x.fun, ...x.args].map(shape).join(', ')})`;
    case 'IndexExpr':
      return `index(${[x.x, ...x.indices].map(shape).join(', ')})`;
    case 'CompositeLit':
      return `lit(${[...(x.type === undefined ? [] : [x.type]), ...x.elements].map(shape).join(', ')})`;
    case 'KeyValueExpr':
      return `${shape(x.key)}: ${shape(x.value)}`;
    case 'ParenExpr':
      return `paren(${shape(x.x)})`;
    default:
      return exprString(x);
  }
}

function value(text: string): string {
  return shape(must(only('VarDecl', `var _ = ${text}`).values[0], 'value'));
}

function place(pos: Pos): string {
  return `${lineOf(pos)}:${columnOf(pos)}`;
}

test('a file with every construct has no errors', () => {
  expect(errorsOf(language)).toEqual([]);
});

test.each([
  ['a + b * c', '(a + (b * c))'],
  ['a - b - c', '((a - b) - c)'],
  ['a || b && c == d', '(a || (b && (c == d)))'],
  ['a << b & c', '((a << b) & c)'],
  ['-a * b', '((-a) * b)'],
  ['!a && b', '((!a) && b)'],
  ['<-a + b', '((<-a) + b)'],
  ['*p.x', '(*p.x)'],
  ['&a[0]', '(&index(a, 0))'],
  ['-(a + b)', '(-paren((a + b)))'],
])('%s groups as %s', (text, grouped) => {
  expect(value(text)).toBe(grouped);
});

test.each([
  ['<-chan int(x)', '(<-call(both[int], x))'],
  ['(<-chan int)(x)', 'call(paren(recv[int]), x)'],
  ['[]<-chan int{}', 'lit([]<-chan int)'],
  ['f(<-chan int, <-c)', 'call(f, recv[int], (<-c))'],
  ['f(<-chan<- chan int)', 'call(f, recv[recv[int]])'],
])('the arrow in %s binds as in %s', (text, bound) => {
  expect(value(text)).toBe(bound);
});

test.each([
  ['chan<- chan int', 'send[both[int]]'],
  ['chan (<-chan int)', 'both[paren(recv[int])]'],
  ['<-chan <-chan int', 'recv[recv[int]]'],
  ['chan<- (chan int)', 'send[paren(both[int])]'],
  ['chan <-chan int', 'send[both[int]]'],
])('the type %s is %s', (text, bound) => {
  expect(shape(must(only('VarDecl', `var _ ${text}`).type, 'type'))).toBe(bound);
});

test.each([
  ['f[int](x)', 'call(index(f, int), x)'],
  ['f[int, []string]', 'index(f, int, []string)'],
  ['a.b[K, V]{}', 'lit(index(a.b, K, V))'],
  ['T{x: 1, 2: {3}, {}}', 'lit(T, x: 1, 2: lit(3), lit())'],
  ['[]T{{1}, {2}}', 'lit([]T, lit(1), lit(2))'],
  ['map[string]int{"a": 1}', 'lit(map[string]int, "a": 1)'],
  ['f(xs...)', 'call(f, xs)'],
  ['x.(T).y', 'x.(T).y'],
])('%s is %s', (text, expected) => {
  expect(value(text)).toBe(expected);
});

test('a brace after a name begins the block of a control clause, unless in parentheses or brackets', () => {
  for (const clause of [
    'if x == y { }',
    'for x := range y { }',
    'switch x := y; x { }',
    'if f(T{}) { }',
    'if (T{}) == x { }',
    'if a[T{}.i] { }',
  ]) {
    expect(errorsOf(`package p; func f() { ${clause} }`), clause).toEqual([]);
  }
  expect(errorsOf('package p; func f() { for range []int{1} { }; if x == [2]int{} { }; switch (struct{}{}) { } }')).toEqual([]);
  expect(errorsOf('package p; func f() { if f(func() { x = T{} }) { } }')).toEqual([]);
  expect(errorsOf('package p; func f() { if x == T{} { } }')).not.toEqual([]);
});

test.each([
  ['type T[P any] []P', ['P any'], '[]P'],
  ['type T[P, Q any, R []P] int', ['P any', 'Q any', 'R []P'], 'int'],
  ['type T[P *C,] int', ['P *C'], 'int'],
  ['type T[P *struct{}] int', ['P *struct{}'], 'int'],
  ['type T[P ~int|string] int', ['P ~int | string'], 'int'],
  ['type T[P *int|~string] int', ['P *int | ~string'], 'int'],
  ['type T[P interface{ m() }] int', ['P interface{m()}'], 'int'],
  ['type T[P (C),] int', ['P C'], 'int'],
  ['type T[P C[Q], Q any] int', ['P C[Q]', 'Q any'], 'int'],
  ['type T[P p.C] int', ['P p.C'], 'int'],
  ['type T[P []int] int', ['P []int'], 'int'],
  ['type T[P func(int)] int', ['P func(int)'], 'int'],
  ['type T[P chan int] int', ['P chan int'], 'int'],
])('%s is generic', (text, params, type) => {
  const decl = only('TypeDecl', text);
  expect(decl.typeParams?.map((p) => `${p.name?.name} ${exprString(p.type)}`)).toEqual(params);
  expect(exprString(decl.type)).toBe(type);
});

test.each([
  ['type T [N]int', '[N]int'],
  ['type T [N * 2]int', '[N * 2]int'],
  ['type T [N * M]int', '[N * M]int'],
  ['type T [f(N)]int', '[f(N)]int'],
  ['type T [N.M]int', '[N.M]int'],
  ['type T []int', '[]int'],
  ['type T [2][]int', '[2][]int'],
  ['type T [a | b]int', '[a | b]int'],
])('%s is an array or slice', (text, type) => {
  const decl: TypeDecl = only('TypeDecl', text);
  expect(decl.typeParams).toBeUndefined();
  expect(exprString(decl.type)).toBe(type);
});

test('type aliases may be generic', () => {
  expect(only('TypeDecl', 'type A[T any] = []T')).toMatchObject({ alias: true, typeParams: [{ name: { name: 'T' } }] });
});

test.each([
  ['(int, string)', ['int', 'string']],
  ['(a, b int)', ['a int', 'b int']],
  ['(a int, b ...string)', ['a int', 'b ...string']],
  ['(p.T, []q.U)', ['p.T', '[]q.U']],
  ['(a []int, b [2]int, c [N]T)', ['a []int', 'b [2]int', 'c [N]T']],
  ['(G[int], H[K, V])', ['G[int]', 'H[K, V]']],
  ['(func(int) bool)', ['func(int) bool']],
  ['(...int)', ['...int']],
  ['(a, b func(), c chan<- int,)', ['a func()', 'b func()', 'c chan<- int']],
])('the parameters %s are understood', (text, params) => {
  const decl: FuncDecl = only('FuncDecl', `func f${text}`);
  expect(decl.type.params.map((p) => (p.name === undefined ? '' : `${p.name.name} `) + exprString(p.type))).toEqual(params);
});

test('names of one declaration share the type node', () => {
  const { params } = only('FuncDecl', 'func f(a, b int)').type;
  expect(params[0]?.type).toBe(params[1]?.type);
});

test('receivers of generic types name their parameters', () => {
  const { recv } = only('FuncDecl', 'func (p *Pair[K, _]) m() {}');
  expect(exprString(must(recv, 'receiver').type)).toBe('*Pair[K, _]');
});

test('struct fields may be embedded, instantiated and tagged', () => {
  const { type } = only('TypeDecl', 'type T struct { a, b int `t`; E; *p.F; G[int]; H[K, V] "u"; i []int; j [N]int }');
  const fields = type.kind === 'StructType' ? type.fields : [];
  expect(fields.map((f) => `${f.embedded ? '*' : (f.name?.name ?? '?')} ${exprString(f.type)} ${f.tag?.text ?? ''}`.trim())).toEqual([
    'a int `t`',
    'b int `t`',
    '* E',
    '* *p.F',
    '* G[int]',
    '* H[K, V] "u"',
    'i []int',
    'j [N]int',
  ]);
});

test('interfaces hold methods, embedded types and unions', () => {
  const { type } = only('TypeDecl', 'type I interface { m(int) error; E; p.F; ~int | G[int] | []string; H[K, V] }');
  const elements = type.kind === 'InterfaceType' ? type.elements : [];
  expect(elements.map((e) => (e.embedded ? '' : `${e.name?.name}: `) + exprString(e.type))).toEqual([
    'm: func(int) error',
    'E',
    'p.F',
    '~int | G[int] | []string',
    'H[K, V]',
  ]);
});

test('a const spec without values repeats the one before and counts on', () => {
  const consts = decls('const ( a, b = iota, 1; c, d; e = 2; f )');
  expect(consts.map((d) => d.kind === 'ConstDecl' && [d.names.length, d.values.map(exprString).join(), d.iota, d.implicit])).toEqual([
    [2, 'iota,1', 0, false],
    [2, 'iota,1', 1, true],
    [1, '2', 2, false],
    [1, '2', 3, true],
  ]);
});

test.each([
  ['x', 'ExprStmt'],
  ['f()', 'ExprStmt'],
  ['c <- x', 'SendStmt'],
  ['x++', 'IncDecStmt'],
  ['x, y = y, x', 'AssignStmt'],
  ['x := 1', 'AssignStmt'],
  ['x &^= 1', 'AssignStmt'],
  ['L: x()', 'LabeledStmt'],
  ['go f()', 'GoStmt'],
  ['defer f()', 'DeferStmt'],
  ['return', 'ReturnStmt'],
  ['{ }', 'BlockStmt'],
  [';', 'EmptyStmt'],
  ['var x int', 'DeclStmt'],
  ['if x { }', 'IfStmt'],
  ['select { }', 'SelectStmt'],
  ['switch { }', 'SwitchStmt'],
  ['switch x.(type) { }', 'TypeSwitchStmt'],
  ['switch x := y.(type) { }', 'TypeSwitchStmt'],
  ['switch x := f(); y := x.(type) { }', 'TypeSwitchStmt'],
  ['switch x := y; x { }', 'SwitchStmt'],
  ['for { }', 'ForStmt'],
  ['for x { }', 'ForStmt'],
  ['for ;; { }', 'ForStmt'],
  ['for i := 0; i < 3; i++ { }', 'ForStmt'],
  ['for range x { }', 'RangeStmt'],
  ['for i := range 10 { }', 'RangeStmt'],
  ['for k, v = range m { }', 'RangeStmt'],
  ['<-c', 'ExprStmt'],
  ['*p = 1', 'AssignStmt'],
])('%s is a %s', (text, kind) => {
  const withLabel = kind === 'LabeledStmt' ? `${text}; goto L` : text;
  expect(body(withLabel)[0]?.kind).toBe(kind);
});

test('positions are those of the first character, ends those behind the last', () => {
  const file = parse('package p\n\nvar é, x = f(1,\n\t"世") + y\n');
  const [decl] = file.decls;
  const sum = decl?.kind === 'VarDecl' ? must(decl.values[0], 'value') : undefined;
  if (sum?.kind !== 'BinaryExpr' || sum.x.kind !== 'CallExpr') return expect.fail('not a sum with a call');
  expect([sum.pos, sum.end, sum.opPos].map(place)).toEqual(['3:13', '4:12', '4:9']);
  expect([sum.x.pos, sum.x.end, sum.x.lparen, sum.x.rparen].map(place)).toEqual(['3:13', '4:8', '3:14', '4:7']);
});

test('every node lies within its parent and begins before it ends', () => {
  const { file } = parseFile({ name: 'x.go', text: language }, 1);
  let count = 0;
  walkFile(file, (node) => {
    count++;
    expect(node.end, `${node.kind} at ${place(node.pos)}`).toBeGreaterThanOrEqual(node.pos);
  });
  expect(count).toBeGreaterThan(500);
});

test('doc comments stand directly above, trailing comments and directives are none', () => {
  const all = decls(`
var a int // about a
// B is
// the second.
//go:noinline
func B() {}

// far away

func C() {}

/* T is
   a type. */
type T int

// The group.
const (
	x = 1
	// y alone.
	y = 2
)
`);
  expect(all.map((d) => ('doc' in d ? d.doc : undefined))).toEqual([
    '',
    'B is\nthe second.',
    '',
    'T is\n   a type.',
    'The group.',
    'y alone.',
  ]);
});

test.each([
  ['//go:build go1.21\n\npackage p', { version: '1.21', line: '//go:build go1.21' }],
  ['// go 1.21\npackage p', { version: '1.21', line: 'go 1.21' }],
  ['// go 1.18.3\npackage p', { version: '1.18', line: 'go 1.18' }],
  ['// Copyright\n\n//go:build linux && go1.20\npackage p', { version: '1.21', line: '//go:build go1.20' }],
  ['//go:build go1.20 || windows\npackage p', undefined],
  ['package p\n// go 1.21\n', undefined],
  ['package p', undefined],
])('%j asks for Go %s', (text, version) => {
  expect(parse(text).goVersion).toEqual(version);
});

test('imports are listed in order, with their names', () => {
  const { imports } = parse('package p; import "a"; import ( b "c"; . "d"; _ "e" )');
  expect(imports.map((i) => `${i.name?.name ?? ''} ${i.path.text}`)).toEqual([' "a"', 'b "c"', '. "d"', '_ "e"']);
});
