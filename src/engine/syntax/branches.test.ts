import { expect, test } from 'vitest';
import type { BranchStmt } from './nodes.ts';
import { parseFile } from './parser.ts';
import { lineOf } from './positions.ts';
import { errorsOf, inFunction, wanted } from './testdata/marked.ts';
import { walkFile } from './walk.ts';

test.each([
  ['§L: for { }', 'label L defined and not used'],
  ['goto §L', 'label L not defined'],
  ['for { break §L }', 'break label not defined: L'],
  ['for { continue §L }', 'continue label not defined: L'],
  ['§break', 'break is not in a loop, switch, or select'],
  ['if x { §break }', 'break is not in a loop, switch, or select'],
  ['§continue', 'continue is not in a loop'],
  ['switch { case x: §continue }', 'continue is not in a loop'],
  ['for { func() { §break }() }', 'break is not in a loop, switch, or select'],
  ['L: { break §L }', 'invalid break label L'],
  ['L: for { }; for { break §L }', 'invalid break label L'],
  ['L: switch { case x: for { continue §L } }', 'invalid continue label L'],
  ['L: if x { for { continue §L } }', 'invalid continue label L'],
  ['L: for { break L }; §L: for { }', 'label L already defined at x.go:1:23'],
  ['goto §L; { L: }', 'goto L jumps into block starting at x.go:1:31'],
  ['goto §L; if x { L: }', 'goto L jumps into block starting at x.go:1:36'],
  ['goto §L; switch { case x: L: }', 'goto L jumps into block starting at x.go:1:40'],
  ['{ L: }; goto §L', 'goto L jumps into block starting at x.go:1:23'],
  ['goto §L; x := 1; L: f(x)', 'goto L jumps over declaration of x at x.go:1:33'],
  ['goto §L; var x, y int; L: f(x)', 'goto L jumps over declaration of x at x.go:1:35'],
  ['{ goto §L }; x, y := 1, 2; L: f(x)', 'goto L jumps over declaration of x, y at x.go:1:40'],
  ['§fallthrough', 'fallthrough statement out of place'],
  ['switch { case x: §fallthrough }', 'cannot fallthrough final case in switch'],
  ['switch { case x: §fallthrough; f(); case y: }', 'fallthrough statement out of place'],
  ['switch { case x: if y { §fallthrough }; case y: }', 'fallthrough statement out of place'],
  ['switch x.(type) { case int: §fallthrough; case string: }', 'cannot fallthrough in type switch'],
  ['for { select { default: §fallthrough } }', 'fallthrough statement out of place'],
  ['_: for { break §_ }', 'break label not defined: _'],
])('%s', (marked, message) => {
  const { text, errors } = wanted(inFunction(marked), [message]);
  expect(errorsOf(text)).toEqual(errors);
});

test.each([
  'for { break }',
  'switch { case x: break }',
  'select { default: break }',
  'for { switch { case x: continue } }',
  'L: for { for { continue L } }',
  'L: switch { case x: for { break L } }',
  'L: select { case <-c: break L }',
  'goto L; f(); L: f()',
  'L: f(); goto L',
  '{ goto L }; L: f()',
  'goto L; { x := 1; f(x) }; L: f()',
  'goto L; const c = 1; L: f()',
  'L: x := 1; f(x); goto L',
  'switch { case x: fallthrough; case y: }',
  'switch { case x: fallthrough; ; default: }',
  'for { L: for { continue L }; M: for { break M } }',
  'goto L; L: ',
])('%s is fine', (text) => {
  expect(errorsOf(inFunction(text))).toEqual([]);
});

test('labels belong to one function', () => {
  expect(errorsOf('package p; func f() { L: for { break L }; func() { L: for { break L } }() }')).toEqual([]);
  expect(errorsOf('package p; func f() { L: for { func() { for { break L } }(); break L } }')).toEqual([
    '1:53: break label not defined: L',
  ]);
});

test('branches are not checked in a function with syntax errors', () => {
  expect(errorsOf('package p; func f() { L: x y; break }')).toEqual(['1:28: syntax error: unexpected name y at end of statement']);
});

test('every branch statement knows the statement it refers to', () => {
  const text = `package p
func f() {
outer:
	for {
		switch {
		case x:
			break
		case y:
			continue
		}
		select {
		default:
			break
			break outer
		}
		for range z {
			continue
			continue outer
		}
		goto outer
	}
}`;
  const { file, diagnostics } = parseFile({ name: 'x.go', text }, 1);
  expect(diagnostics).toEqual([]);
  const branches: BranchStmt[] = [];
  walkFile(file, (node) => {
    if (node.kind === 'BranchStmt') branches.push(node);
  });
  expect(branches.map((b) => `${b.tok} ${b.$target?.kind} ${b.$target && lineOf(b.$target.pos)}`)).toEqual([
    'break SwitchStmt 5',
    'continue ForStmt 4',
    'break SelectStmt 11',
    'break ForStmt 4',
    'continue RangeStmt 16',
    'continue ForStmt 4',
    'goto LabeledStmt 3',
  ]);
});
