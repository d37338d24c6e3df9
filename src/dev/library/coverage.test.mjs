import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage, page } from './coverage.mjs';
import { apiFolder, readNames } from './lists.mjs';

// Needs the lists of an installed Go: skipped, visibly, where there is none.
describe.skipIf(apiFolder === undefined)('docs/library.md', () => {
  const all = apiFolder === undefined ? [] : coverage(apiFolder);

  it('is what the sources are (node src/dev/library.mjs writes it)', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../docs/library.md'), 'utf8')).toBe(page(all));
  });

  it('gives a reason for every name that is absent', () => {
    expect(all.flatMap(({ path, unexplained }) => unexplained.map((name) => `${path}.${name}`))).toEqual([]);
  });

  it('is about names that have the types Go gives them', () => {
    expect(all.flatMap(({ different }) => different)).toEqual([]);
    expect(all.reduce((sum, { compared }) => sum + compared, 0)).toBeGreaterThan(1000);
  });

  it('gives no reason for a name that is present', () => {
    const absent = readNames(readFileSync(join(import.meta.dirname, 'absent.txt'), 'utf8'));
    const listed = all.flatMap(({ path, names }) => names.filter((name) => absent.get(path)?.has(name)).map((name) => `${path}.${name}`));
    expect(listed).toEqual([]);
  });
});

it('lists of names are read with members and patterns', () => {
  const names = readNames('# a remark\nsync 1.20: Map.{CompareAndSwap Swap} OnceFunc\nos no files: Open*\n');
  expect([...(names.get('sync') ?? [])]).toEqual([
    ['Map.CompareAndSwap', '1.20'],
    ['Map.Swap', '1.20'],
    ['OnceFunc', '1.20'],
  ]);
  expect([...(names.get('os') ?? [])]).toEqual([['Open*', 'no files']]);
});
