import { expect, test } from 'vitest';
import { reportedPosition } from './lineDirectives.ts';
import { parseFile } from './parser.ts';
import { makePos } from './positions.ts';

/** What the text at this line and column is called, as gc prints positions. */
function called(text: string, line: number, column: number): string {
  const { file } = parseFile({ name: 'x.go', text: `package p\n${text}` }, 0);
  const position = reportedPosition(file.lineBases, makePos(0, line + 1, column));
  if (!position) return 'here';
  return `${position.file}:${position.line}${position.column > 0 ? `:${position.column}` : ''}`;
}

test('a directive on a line of its own is about the next line', () => {
  const text = '//line a.y:10\nvar x int\nvar y int\n';
  expect([called(text, 1, 3), called(text, 2, 5), called(text, 3, 1)]).toEqual(['here', 'a.y:10', 'a.y:11']);
  expect(called('var x int //line a.y:10\n', 2, 1)).toBe('here');
});

test('a directive in a line is about what follows', () => {
  const text = 'var /*line a.y:7:20*/ x /*line :9:1*/ int\nvar y int';
  expect([called(text, 1, 3), called(text, 1, 23), called(text, 1, 38), called(text, 2, 5)]).toEqual(['here', 'a.y:7:21', 'a.y:9:1', 'a.y:10:5']);
});

test('file and column may be left out', () => {
  expect(called('//line :5\nvar x int', 2, 1)).toBe(':5');
  expect(called('//line :5:2\nvar x int', 2, 1)).toBe('x.go:5:2');
  expect(called('//line c:/a b.go:5\nvar x int', 2, 1)).toBe('c:/a b.go:5');
});

test('a number that is none is reported, other comments are not directives', () => {
  const messages = (text: string) => parseFile({ name: 'x.go', text: `package p\n${text}` }, 0).diagnostics.map((d) => d.message);
  expect(messages('//line a.go:0\n')).toEqual(['invalid line number: 0']);
  expect(messages('//line a.go:x\n')).toEqual(['invalid line number: x']);
  expect(messages('//line without a number\n// line a.go:0\n//lines a:0\n')).toEqual([]);
});
