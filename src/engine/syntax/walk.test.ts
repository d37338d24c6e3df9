import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFile } from './parser.ts';
import { walkFile, type Node } from './walk.ts';

function visited(text: string, descend: (node: Node) => boolean = () => true): string[] {
  const { file, diagnostics } = parseFile({ name: 'x.go', text }, 1);
  expect(diagnostics).toEqual([]);
  const seen: string[] = [];
  walkFile(file, (node) => {
    seen.push(node.kind === 'Ident' ? node.name : node.kind);
    return descend(node);
  });
  return seen;
}

test('nodes come in source order, parents first', () => {
  expect(visited('package p; var x, y T = f(a), b')).toEqual(['p', 'VarDecl', 'x', 'y', 'T', 'CallExpr', 'f', 'a', 'b']);
});

test('a node is skipped with all below it if asked for', () => {
  expect(visited('package p; var x = f(a) + b', (node) => node.kind !== 'CallExpr')).toEqual([
    'p',
    'VarDecl',
    'x',
    'BinaryExpr',
    'CallExpr',
    'b',
  ]);
});

test('a type shared by several names is visited once', () => {
  expect(visited('package p; func f(a, b T, c U)')).toEqual(['p', 'FuncDecl', 'f', 'FuncType', 'a', 'b', 'T', 'c', 'U']);
});

test('repeated constants are visited where they are written', () => {
  expect(visited('package p; const ( a = x; b )')).toEqual(['p', 'ConstDecl', 'a', 'x', 'ConstDecl', 'b']);
});

test('every name of a program is visited exactly once, in ascending order', () => {
  const text = readFileSync(new URL('testdata/language.go', import.meta.url), 'utf8');
  const { file } = parseFile({ name: 'x.go', text }, 1);
  const positions: number[] = [];
  walkFile(file, (node) => {
    if (node.kind === 'Ident') positions.push(node.pos);
  });
  expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
});
