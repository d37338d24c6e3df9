import { expect, it } from 'vitest';
import { judge, wantedErrors } from './errorcheck.mjs';
import { contradictions } from './known.mjs';
import { classify } from './select.mjs';

const text = ['package p', 'var x int = "a" // ERROR "cannot use" "as int"', 'var y T // GC_ERROR "undefined: T" GCCGO', 'var z = x // GCCGO_ERROR "loop"'].join('\n');

it('wants a matching diagnostic for every expression, and none elsewhere', () => {
  const wanted = wantedErrors(text, 'a.go');
  expect(wanted.map(({ line }) => line)).toEqual([2, 2, 3]);
  const right = [
    { line: 2, message: 'cannot use "a" as int value' },
    { line: 3, message: 'undefined: T' },
  ];
  // The second expression of a line needs a message of its own: the first has taken this one.
  expect(judge(wanted, right)).toEqual(['2: missing error: as int']);
  expect(judge(wanted, [...right, { line: 2, message: 'and as int again' }])).toEqual([]);
  expect(judge(wanted.slice(2), [{ line: 3, message: 'T is odd' }, { line: 4, message: 'loop' }])).toEqual([
    '3: no match for undefined: T in: T is odd', '3: unmatched error: T is odd', '4: unmatched error: loop',
  ]);
});

it('reads positions relative to the line, and older words for newer ones', () => {
  const [relative] = wantedErrors('x // ERROR "see LINE-1|see LINE+2"', 'a.go');
  expect(relative.pattern.source).toBe('see a.go:0|see a.go:3');
  expect(judge(wantedErrors('x := 1 // ERROR "x declared but not used"', 'a.go'), [{ line: 1, message: 'declared and not used: x' }])).toEqual([]);
});

it('selects by the first line, the imports and the build tags', () => {
  expect(classify('// run\n\npackage main\n')).toEqual({ kind: 'run', args: [] });
  expect(classify('// run a b\n\npackage main\n').args).toEqual(['a', 'b']);
  expect(classify('// errorcheck -0 -m\n\npackage p\n')).toEqual({});
  expect(classify('// run\n\npackage main\n\nimport (\n\t"fmt"\n\t"reflect"\n)\n')).toEqual({});
  expect(classify('// run\n\n// +build linux\n\npackage main\n')).toEqual({});
});

it('lets the list of known failures only shrink', () => {
  const known = new Map([['a', 'why'], ['b', 'why'], ['c', 'why']]);
  expect(contradictions(known, ['a', 'b', 'd'], new Set(['a', 'd'])).map((line) => line.split(' ')[0])).toEqual(['d', 'b', 'c']);
});
