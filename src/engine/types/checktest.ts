/**
 * For tests: Go sources with `ERROR "substring"` comments right behind the offending token. Every diagnostic must be asked for
 * by a comment that starts at or after its position on the same line, before the next token's; every comment must be met.
 */
import { expect } from 'vitest';
import type { File } from '../syntax/nodes.ts';
import { parseFile } from '../syntax/parser.ts';
import { columnOf, lineOf } from '../syntax/positions.ts';
import type { Diagnostic } from '../syntax/positions.ts';
import { checkPackage } from './check.ts';
import type { Package } from './objects.ts';
import { compareErrors, wantedErrors } from './wantedErrors.ts';

/** Small stand-ins for the library. */
const librarySources: Readonly<Record<string, string>> = {
  fmt: `package fmt
    type Stringer interface { String() string }
    func Println(a ...any) (n int, err error)
    func Printf(format string, a ...any) (n int, err error)
    func Sprint(a ...any) string
    func Errorf(format string, a ...any) error`,
  errors: 'package errors\nfunc New(text string) error',
  sync: `package sync
    type Mutex struct { state int32 }
    func (m *Mutex) Lock()
    func (m *Mutex) Unlock()
    type WaitGroup struct { n int }
    func (wg *WaitGroup) Add(n int)
    func (wg *WaitGroup) Done()
    func (wg *WaitGroup) Wait()`,
  time: `package time
    type Duration int64
    const ( Nanosecond Duration = 1; Microsecond = 1000 * Nanosecond; Millisecond = 1000 * Microsecond; Second = 1000 * Millisecond )
    func Sleep(d Duration)
    func After(d Duration) <-chan struct{}`,
  cmp: `package cmp
    type Ordered interface { ~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string }
    func Compare[T Ordered](x, y T) int`,
  iter: 'package iter\ntype Seq[V any] func(yield func(V) bool)\ntype Seq2[K, V any] func(yield func(K, V) bool)',
};
const loaded = new Map<string, Package>();

function importer(path: string): Package | undefined {
  const known = loaded.get(path);
  const source = librarySources[path];
  if (known || source === undefined) return known;
  const { file } = parseFile({ name: `${path}.go`, text: source }, 0);
  const { pkg, diagnostics } = checkPackage({ files: [file], path, library: true, importer });
  expect(diagnostics, `library package ${path}`).toEqual([]);
  loaded.set(path, pkg);
  return pkg;
}

export interface Checked {
  readonly pkg: Package;
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
}

export function check(text: string, options: { goVersion?: string; library?: boolean } = {}): Checked {
  const { file, diagnostics } = parseFile({ name: 'x.go', text }, 0);
  expect(diagnostics, 'syntax errors').toEqual([]);
  const library = options.library ?? false;
  const knownPaths = Object.keys(librarySources);
  const result = checkPackage({ files: [file], path: 'main', library, importer, knownPaths, ...(options.goVersion ? { goVersion: options.goVersion } : {}) });
  return { ...result, file };
}

/** Checks a program that must have no mistakes. */
export function checkGood(text: string, options: { goVersion?: string; library?: boolean } = {}): Checked {
  const checked = check(text, options);
  expect(checked.diagnostics.map(show)).toEqual([]);
  return checked;
}

export function show(d: Diagnostic): string {
  return `${lineOf(d.pos)}:${columnOf(d.pos)}: ${d.message}`;
}

/** Compares the diagnostics of the source with its ERROR comments, both ways. */
export function expectErrors(text: string, options: { goVersion?: string; library?: boolean } = {}): void {
  const { diagnostics } = check(text, options);
  const found = diagnostics.map(({ pos, message }) => ({ line: lineOf(pos), column: columnOf(pos), message }));
  expect(compareErrors(wantedErrors(text), found, (message, substring) => message.includes(substring))).toEqual({ missing: [], unexpected: [] });
}
