import { expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import type { Expr } from './nodes.ts';
import { parseFile } from './parser.ts';
import { exprString } from './print.ts';

function parseExpr(text: string): Expr {
  const { file, diagnostics } = parseFile({ name: 'x.go', text: `package p; var _ = ${text}` }, 1);
  expect(diagnostics).toEqual([]);
  const [decl] = file.decls;
  return must(decl?.kind === 'VarDecl' ? decl.values[0] : undefined, 'expression');
}

test.each([
  ['func(x int) { f() }', 'func(x int) {…}'],
  ['func() (a, b int, err error) {}', 'func() (a, b int, err error) {}'],
  ['T{1, 2}', 'T{…}'],
  ['map[string]int{}', 'map[string]int{}'],
  ['&T{x: 1}', '&T{…}'],
  ['&(T{})', '&T{}'],
  ['a+b*c', 'a + b * c'],
  ['(a+b)*c', '(a + b) * c'],
  ['-x', '-x'],
  ['<-ch', '<-ch'],
  ['f(a,b...)', 'f(a, b...)'],
  ['x[i:j:k]', 'x[i:j:k]'],
  ['x[:]', 'x[:]'],
  ['x.(T)', 'x.(T)'],
  ['G[int,string](1)', 'G[int, string](1)'],
  ['[...]int{1}', '[...]int{…}'],
  ['struct{a,b int;c string "t"}{}', 'struct{a, b int; c string "t"}{}'],
  ['interface{m(int) string;E}(nil)', 'interface{m(int) string; E}(nil)'],
  ['(chan (<-chan int))(nil)', '(chan (<-chan int))(nil)'],
  ['(chan<- int)(nil)', '(chan<- int)(nil)'],
  ['(func(...int))(nil)', '(func(...int))(nil)'],
])('%s is quoted as %s', (text, quoted) => {
  expect(exprString(parseExpr(text))).toBe(quoted);
});

test('what is printed is read again as the same', () => {
  for (const text of [
    'a + b<<c',
    '*p.x[1:2]',
    '!f(x)(y) && <-c == -1',
    'x.(map[[2]int]chan<- func(a, b int) (c error))',
    "g[*T, []U]('x')",
  ]) {
    const printed = exprString(parseExpr(text));
    expect(exprString(parseExpr(printed))).toBe(printed);
  }
});
