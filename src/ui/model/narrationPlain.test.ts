import { describe, expect, test } from 'vitest';
import { deedOf } from './narrationPlain.ts';
import { sourceReader } from './sourceText.ts';

const at = (line: number, column: number, endColumn: number, endLine = line) => ({
  file: 'main.go',
  line,
  column,
  endLine,
  endColumn,
  func: 'main.main',
});

describe('the statement at a site', () => {
  const read = sourceReader({ 'main.go': 'func f() {\n\tfor i := 0; i < 3; i++ {\n\t\tgo func() {\n\t\t}()\n\tπ := "ö"; x := 1' });
  test('is cut out of its line, with what stands before it', () => {
    expect(read(at(2, 14, 19))).toEqual({ text: 'i < 3', before: 'for i := 0;' });
  });
  test('counts columns in bytes', () => {
    expect(read(at(5, 2, 12))?.text).toBe('π := "ö"');
    expect(read(at(5, 14, 20))?.text).toBe('x := 1');
  });
  test('of several lines is its first one', () => expect(read(at(3, 3, 6, 4))?.text).toBe('go func() { …'));
  test('of another file is unknown', () => expect(read({ ...at(1, 1, 2), file: 'other.go' })).toBeUndefined());
});

describe('what a statement does', () => {
  const deed = (text: string, before = '') => {
    const { verb, text: rest } = deedOf({ text, before });
    return `${verb} ${rest}`.trim();
  };
  test.each([
    ['defer wg.Done()', '', 'defers wg.Done()'],
    ['return', '', 'returns'],
    ['return a + b', '', 'returns a + b'],
    ['i < 3', 'for i := 0;', 'checks i < 3'],
    ['ok', 'if', 'checks ok'],
    ['x == 1', '} else if', 'checks x == 1'],
    ['v, ok := m[k]', 'if', 'executes v, ok := m[k]'],
    ['i++', 'for i := 0; i < 3;', 'executes i++'],
    ['step(2)', '', 'calls step(2)'],
    ['Map[int](f, s)', '', 'calls Map[int](f, s)'],
    ['total += f(2)', '', 'executes total += f(2)'],
    ['for v := range values', '', 'executes for v := range values'],
  ])('%s', (text, before, told) => expect(deed(text, before)).toBe(told));
});
