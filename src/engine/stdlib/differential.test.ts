import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goCommand, runDifferential } from './oracle.ts';

// Needs an installed Go: skipped, visibly, where there is none.
describe.skipIf(goCommand === undefined)('the library, run by real Go, agrees with Go’s own', () => {
  it.each(['strconv', 'strings', 'fmt', 'context', 'unicode', 'math', 'scan', 'tabwriter', 'regexp', 'json'])(
    '%s',
    { timeout: 300_000 },
    (name) => {
      expect(runDifferential(name, '')).toMatch(/^\d+ compared, 0 different\n$/);
    },
  );
});

function goText(...path: string[]): string {
  const folder = join(import.meta.dirname, ...path);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.go'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

describe('every function of math is among those that are compared', () => {
  const conversions = ['Float64bits', 'Float64frombits', 'Float32bits', 'Float32frombits', 'NaN', 'Inf'];
  it.each(['math', 'math/cmplx'])('%s', (path) => {
    const functions = [...goText('go', path).matchAll(/^func ([A-Z]\w*)\(/gm)].map((match) => match[1] ?? '');
    const compared = goText('testdata', 'differential', 'math');
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.filter((name) => !conversions.includes(name) && !compared.includes(`ours.${name}`))).toEqual([]);
  });
});
