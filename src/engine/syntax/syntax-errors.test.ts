/** Wording and position of syntax errors, as cmd/compile gives them. `§` stands before the place of each. */
import { expect, test } from 'vitest';
import { parseFile } from './parser.ts';
import { errorsOf, inFunction, wanted } from './testdata/marked.ts';

type Case = readonly [marked: string, ...messages: string[]];

function check(marked: string, messages: readonly string[]): void {
  const { text, errors } = wanted(marked, messages);
  expect(errorsOf(text)).toEqual(errors);
}

/** Whole files. */
const files: Case[] = [
  ['§', 'syntax error: package statement must be first'],
  ['§func f() {}', 'syntax error: package statement must be first'],
  ['package §1', 'syntax error: unexpected literal 1, expected name'],
  ['package p §x', 'syntax error: unexpected name x, expected semicolon or newline'],
  ['package p; §x := 1', 'syntax error: non-declaration statement outside function body'],
  ['package p; func f()\n§{\n}', 'syntax error: unexpected semicolon or newline before {'],
  ['package p; var x int; §import "fmt"', 'syntax error: imports must appear before other declarations'],
  ['package p; import fmt§', 'syntax error: missing import path; require quoted string'],
  ['package p; import §1', 'syntax error: import path must be a string'],
  ['package p; func f() {} §}', 'syntax error: unexpected } after top level declaration'],
  ['package p; func () §§{}', 'method has no receiver', 'syntax error: unexpected {, expected name'],
  ['package p; var x§', 'syntax error: unexpected EOF, expected type'],
  ['package p; var x §:= 1', 'syntax error: unexpected :=, expected ='],
  ['package p; const x §:= 1', 'syntax error: unexpected :=, expected ='],
  ['package p; type T§', 'syntax error: unexpected EOF in type declaration'],
  ['package p; type T§\nvar x int', 'syntax error: unexpected newline in type declaration'],
  ['package p; type §struct {}', 'syntax error: unexpected keyword struct, expected name'],
  ['package p; func f(a int, b§) {}', 'syntax error: missing parameter type'],
  ['package p; func f(a int, §[]int) {}', 'syntax error: missing parameter name'],
  ['package p; func f(a §{}', 'syntax error: unexpected { in parameter list; possibly missing comma or )'],
  ['package p; func f(a §...int, b int) {}', 'can only use ... with final parameter'],
  ['package p; func f() (a §...int) { return }', 'invalid use of ...'],
  ['package p; func f(a ...§) {}', 'syntax error: ... is missing type'],
  ['package p; func (a, b T) §m() {}', 'method has multiple receivers'],
  ['package p; func (T) m§[P any]() {}', 'syntax error: method must have no type parameters'],
  ['package p; func f[§]() {}', 'syntax error: empty type parameter list'],
  ['package p; type T[P] §= struct{}', 'syntax error: unexpected =, expected type'],
  ['package p; type T[P, Q§] struct{}', 'syntax error: missing type constraint'],
  ['package p; type T[P any, §*Q] struct{}', 'syntax error: missing type parameter name'],
  ['package p; type T[1§,] int', 'syntax error: unexpected comma; expected ]'],
  ['package p; type T struct { §(U) }', 'syntax error: cannot parenthesize embedded type'],
  ['package p; type T struct { *§(U) }', 'syntax error: cannot parenthesize embedded type'],
  ['package p; type T struct { §+ }', 'syntax error: unexpected +, expected field name or embedded type'],
  [
    'package p; type T struct { a int §b int }',
    'syntax error: unexpected name b in struct type; possibly missing semicolon or newline or }',
  ],
  ['package p; type T struct { a, b, §}', 'syntax error: unexpected }, expected name'],
  ['package p; type I interface { m§[P any]() }', 'interface method must have no type parameters'],
  ['package p; type I interface { m[§]() }', 'empty type parameter list'],
  ['package p; type I interface { m[§] }', 'empty type argument list'],
  ['package p; type I interface { ~ §}', 'syntax error: unexpected }, expected type'],
  ['package p; type I interface { int | §+ }', 'syntax error: unexpected +, expected ~ term or type'],
  ['package p; var x [...§', 'syntax error: unexpected EOF, expected ]'],
  ['package p; var x []T[§]', 'syntax error: unexpected ], expected type argument list'],
  ['package p; var x map §int', 'syntax error: unexpected name int, expected ['],
  ['package p; var x chan§', 'syntax error: missing channel element type'],
  ['package p; var x <-§int', 'syntax error: unexpected name int, expected keyword chan'],
  ['package p; func f(§', 'syntax error: unexpected EOF, expected )'],
  ['package p; var x = 1 +§', 'syntax error: unexpected EOF, expected expression'],
  ['package p; var ( x int; y = §; z int )', 'syntax error: unexpected semicolon, expected expression'],
];

/** Bodies of functions; what is missing is missed at the closing brace. */
const expressions: Case[] = [
  ['x = §}', 'syntax error: unexpected }, expected expression'],
  ['x = f(1 §2)', 'syntax error: unexpected literal 2 in argument list; possibly missing comma or )'],
  ['x = f(1§\n)', 'syntax error: unexpected newline in argument list; possibly missing comma or )'],
  ['x = T{1, 2§\n}', 'syntax error: unexpected newline in composite literal; possibly missing comma or }'],
  ['x = []int{1 §2}', 'syntax error: unexpected literal 2 in composite literal; possibly missing comma or }'],
  ['x = a[§]', 'syntax error: unexpected ], expected operand'],
  ['x = a[1 §2]', 'syntax error: unexpected literal 2, expected comma, : or ]'],
  ['x = a[:]; y = a[:§:2]', 'middle index required in 3-index slice'],
  ['x = a[1:2:§]', 'final index required in 3-index slice'],
  ['x = a[1:2:3§:4]', 'syntax error: unexpected :, expected ]'],
  ['x§.1 = 2', 'syntax error: unexpected literal .1 at end of statement'],
  ['x = (T)§{}', 'syntax error: cannot parenthesize type in composite literal'],
  ['x = func §[P any]() {}', 'syntax error: function type must have no type parameters'],
  ['x = map[int §}', 'syntax error: unexpected }, expected ]'],
  ['x = & §}', 'syntax error: unexpected }, expected expression'],
  ['x = a §! b', 'syntax error: unexpected ! at end of statement'],
  ['x = (1 §}', 'syntax error: unexpected }, expected )'],
  ['x = f(a..., §b)', 'syntax error: unexpected name b, expected )'],
  ['x = y.( §}', 'syntax error: unexpected }, expected type'],
  ['x = struct{}{} §if', 'syntax error: unexpected keyword if at end of statement'],
  ['defer §(f())', 'expression in defer must not be parenthesized'],
];

const statements: Case[] = [
  ['x §y', 'syntax error: unexpected name y at end of statement'],
  ['x, y §}', 'syntax error: unexpected }, expected := or = or comma'],
  ['if §{ }', 'syntax error: missing condition in if statement'],
  ['if x := 1§; { }', 'syntax error: missing condition in if statement'],
  ['if x := f()§\n{ }', 'syntax error: unexpected newline, expected { after if clause'],
  ['if x §= 1 { }', 'syntax error: cannot use assignment x = 1 as value'],
  ['if a || b §= c { }', 'syntax error: cannot use assignment (a || b) = c as value'],
  ['if x §:= 1 { }', 'syntax error: cannot use x := 1 as value'],
  ['if x§++ { }', 'syntax error: cannot use x++ as value'],
  ['if c §<- 1 { }', 'syntax error: cannot use c <- 1 as value'],
  ['if x §y { }', 'syntax error: unexpected name y, expected {'],
  ['if x§\n{ }', 'syntax error: unexpected newline, expected { after if clause'],
  ['if x { } else §x++', 'syntax error: else must be followed by if or statement block'],
  ['if x { }\n§else { }', 'syntax error: unexpected keyword else, expected }'],
  ['for i := 0; i < 10 §{ }', 'syntax error: unexpected {, expected semicolon or newline'],
  ['for var §i = 0; i < 10; i++ { }', 'syntax error: var declaration not allowed in for initializer'],
  ['for i := 0; i < 10; i §:= 2 { }', 'syntax error: cannot declare in post statement of for loop'],
  ['for x §= 1 { }', 'syntax error: cannot use assignment x = 1 as value'],
  ['for §}', 'syntax error: unexpected }, expected expression'],
  ['for x, y §{ }', 'syntax error: unexpected {, expected := or = or comma'],
  ['switch x §}', 'syntax error: unexpected }, expected {'],
  ['switch x { §y() }', 'syntax error: unexpected name y, expected case or default or }'],
  ['select §x { }', 'syntax error: missing { after select clause'],
  ['switch x { case 1 §}', 'syntax error: unexpected }, expected :'],
  ['switch x { case§: }', 'syntax error: unexpected :, expected expression'],
  ['§L:', 'label L defined and not used'],
  ['for { §case 1: }', 'syntax error: unexpected keyword case, expected }'],
  ['goto §1', 'syntax error: unexpected literal 1, expected name'],
  ['break §1', 'syntax error: unexpected literal 1 at end of statement'],
  ['var §+', 'syntax error: unexpected +, expected name'],
  ['x := 1 §:= 2', 'syntax error: unexpected := at end of statement'],
  ['return 1, §}', 'syntax error: unexpected }, expected expression'],
  ['if x == T{1} §{ }', 'syntax error: unexpected { at end of statement'],
  ['for i := range T{} §{ }', 'syntax error: unexpected { at end of statement'],
  ['switch { default: default: }; } §}', 'syntax error: unexpected } after top level declaration'],
  ['func §g() { }', 'syntax error: unexpected name g, expected ('],
  ['§import "fmt"', 'syntax error: unexpected keyword import, expected }'],
  ['x = y;; z = §; w = 2', 'syntax error: unexpected semicolon, expected expression'],
  ['§else { }', 'syntax error: unexpected keyword else, expected }'],
  [
    'a := 1 §b := 2\nc := 3 §d := 4',
    'syntax error: unexpected name b at end of statement',
    'syntax error: unexpected name d at end of statement',
  ],
];

test.each(files)('file %j', (marked, ...messages) => check(marked, messages));

test.each([...expressions, ...statements])('body %j', (marked, ...messages) => {
  check(marked.endsWith('§}') ? `package p; func f() { ${marked}` : inFunction(marked), messages);
});

test('several mistakes are reported in the order of their places, one syntax error a line', () => {
  check(
    `package p
func f(a int, b§) { x y; z w }
func g() {
	if x §= 1 { }
	y §z
}
§x := 1
`,
    [
      'syntax error: missing parameter type',
      'syntax error: cannot use assignment x = 1 as value',
      'syntax error: unexpected name z at end of statement',
      'syntax error: non-declaration statement outside function body',
    ],
  );
});

test('after the first mistake the end of the file is none', () => {
  check('package p; func f() { x §y', ['syntax error: unexpected name y at end of statement']);
});

test('the rest of a file is understood after a mistake', () => {
  const { file } = parseFile({ name: 'x.go', text: 'package p; func f() { x y }; type T struct{ a int b }; var z = 1; func g() {}' }, 1);
  expect(file.decls.map((decl) => decl.kind)).toEqual(['FuncDecl', 'TypeDecl', 'VarDecl', 'FuncDecl']);
});

test('code Syntax marks the mistakes after which gc does not check types', () => {
  const codes = (text: string) => parseFile({ name: 'x.go', text }, 1).diagnostics.map((d) => d.code);
  expect(codes('package p; var x = 08')).toEqual(['Syntax']);
  expect(codes('package p; var x =')).toEqual(['Syntax']);
  expect(codes('package p; func f() { break }')).toEqual(['MisplacedBreak']);
  expect(codes('package p; func () f() {}')).toEqual(['InvalidRecv']);
});
