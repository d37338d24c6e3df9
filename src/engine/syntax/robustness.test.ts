/** Whatever the text, the parser ends, throws nothing, and says something where there is something to say. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { invariant } from '../../base/assert.ts';
import { parseFile } from './parser.ts';
import { unparen } from './paren.ts';
import { lineOf } from './positions.ts';
import { exprString } from './print.ts';
import { maxNesting } from './recovery.ts';
import { walkFile } from './walk.ts';

const language = readFileSync(new URL('testdata/language.go', import.meta.url), 'utf8');

/** Parses and visits everything; checks what must hold of any result. */
function survive(text: string): readonly string[] {
  const { file, diagnostics } = parseFile({ name: 'x.go', text }, 1);
  walkFile(file, (node) => invariant(node.pos > 0 && node.end >= node.pos, `${node.kind} has a place`));
  const lines = text.split('\n').length;
  let last = 0;
  for (const { pos, message } of diagnostics) {
    invariant(pos >= last && lineOf(pos) <= lines, `${message} is in order and in the file`);
    last = pos;
  }
  return diagnostics.map((d) => d.message);
}

test('a program cut off at any place is survived, and reported unless it is one', () => {
  const whole = language.trimEnd();
  for (let i = 0; i < whole.length; i++) {
    const errors = survive(whole.slice(0, i));
    if (whole.slice(0, i).endsWith('{')) expect(errors, `cut at ${i}`).not.toEqual([]);
  }
});

test('a program that begins at any place is survived', () => {
  for (let i = 1; i < language.length; i += 5) survive(`package p; ${language.slice(i)}`);
});

const tokens = language.match(/\w+|"[^"\n]*"|`[^`]*`|\/\/[^\n]*|\n|[^\w\s]| +/g) ?? [];

test('programs with tokens removed, doubled and exchanged are survived', () => {
  const index = fc.nat(tokens.length - 1);
  const edit = fc.record({ at: index, from: index, how: fc.constantFrom('remove', 'insert', 'replace') });
  const property = fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
    const mutated = [...tokens];
    for (const { at, from, how } of edits) {
      const other = tokens[from] ?? '';
      if (how === 'remove') mutated.splice(at, 1);
      else mutated.splice(at, how === 'insert' ? 0 : 1, other);
    }
    survive(mutated.join(''));
  });
  fc.assert(property, { numRuns: 200, seed: 1 });
});

test('any text is survived', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void survive(text)),
    { numRuns: 500, seed: 1 },
  );
  const pieces = fc.constantFrom(...tokens);
  const mixed = fc.property(fc.array(pieces, { maxLength: 60 }), (list) => void survive(`package p\n${list.join(' ')}`));
  fc.assert(mixed, { numRuns: 500, seed: 1 });
});

const deep: readonly (readonly [string, string])[] = [
  ['parentheses', 'var x = ('],
  ['operators', 'var x = - '],
  ['sums', 'var x = 1 +'],
  ['pointers', 'var x *'],
  ['slices', 'var x []'],
  ['maps', 'var x map[int]'],
  ['map keys', 'var x map['],
  ['channels', 'var x chan '],
  ['receives', 'var x = <-'],
  ['function types', 'var x func('],
  ['results', 'var x func() '],
  ['structs', 'type T struct{ a '],
  ['interfaces', 'type T interface{ m('],
  ['type arguments', 'type T U['],
  ['unions', 'type T interface{ int |'],
  ['literals', 'var x = T{'],
  ['bare literals', 'var x = T{ {'],
  ['keys', 'var x = T{1:{'],
  ['calls', 'var x = f('],
  ['curried calls', 'var x = f()()'],
  ['selectors', 'var x = a.b'],
  ['indices', 'var x = a['],
  ['blocks', 'func f() { {'],
  ['ifs', 'func f() { if x {'],
  ['elses', 'func f() { if x { } else '],
  ['loops', 'func f() { for {'],
  ['switches', 'func f() { switch { case x:'],
  ['selects', 'func f() { select { default:'],
  ['function literals', 'func f() { func() {'],
  ['labels', 'func f() { L:'],
];

test.each(deep)('10,000 nested %s are refused, not run into the ground', (_, opening) => {
  const repeated = /(\S+\s?)$/.exec(opening.replace(/^(var x =? ?|type T |func f\(\) )/, ''))?.[0] ?? opening;
  const unit = opening.includes('func f() ') ? opening.slice('func f() { '.length) : repeated;
  expect(survive(`package p\n${opening}${unit.repeat(10_000)}`)).not.toEqual([]);
});

test.each([
  ['10,000 parentheses', `var x = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ['10,000 parentheses with an operator behind each', `var x = ${'('.repeat(10_000)}1${' - 2)'.repeat(10_000)}`],
  ['a chain of 10,000 sums', `var x = 1${' + 1'.repeat(10_000)}`],
  ['2,000 else ifs', `func f() { ${'if x { } else '.repeat(2000)} { } }`],
])('%s are no depth', (_, text) => {
  expect(survive(`package p\n${text}`)).toEqual([]);
});

test('parentheses and operators group as written', () => {
  const { file } = parseFile({ name: 'x.go', text: 'package p\nvar x = ((a)(b).c + (d) * ((e) - f))[0] - ((g))' }, 0);
  const [decl] = file.decls;
  const x = decl?.kind === 'VarDecl' ? decl.values[0] : undefined;
  expect(x?.kind === 'BinaryExpr' && [exprString(x.x), x.op, exprString(x.y)]).toEqual(['((a)(b).c + (d) * ((e) - f))[0]', '-', '((g))']);
  const inner = x?.kind === 'BinaryExpr' && x.x.kind === 'IndexExpr' ? unparen(x.x.x) : undefined;
  expect(inner?.kind === 'BinaryExpr' && [exprString(inner.x), inner.op, exprString(inner.y)]).toEqual(['(a)(b).c', '+', '(d) * ((e) - f)']);
});

test.each([
  ['blocks', `func f() ${'{ '.repeat(10_000)}${'} '.repeat(10_000)}`],
  ['operators in parentheses on the right', `var x = ${'1 + ('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ['3,000 else ifs', `func f() { ${'if x { } else '.repeat(3000)} { } }`],
  ['a chain of calls', `var x = a${'.b()'.repeat(10_000)}`],
])('%s: the message says what is wrong', (_, text) => {
  expect(survive(`package p\n${text}`)).toEqual(['syntax error: exceeded max nesting depth']);
});

test('nesting below the limit is fine', () => {
  const n = maxNesting - 5;
  expect(survive(`package p\nvar x = ${'-'.repeat(n).split('').join(' ')} 1`)).toEqual([]);
});
