import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome.ts';
import { outcomeText } from './scripted.ts';

/** One program a file, for one feature of the language each; `x.out` is what real Go did with `x.go` (src/dev/conformance/record.mjs). */
const folder = join(import.meta.dirname, 'testdata/programs');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.go'))
  .map((name) => basename(name, '.go'));

/** `name: reason` a line. It may only shrink: a program on the list that does as real Go did fails the test. */
const known = new Map(
  readFileSync(join(folder, 'known-failures.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/: (.*)/s) as [string, string]),
);

describe('programs do on our engine what they do on real Go', () => {
  it('finds the programs and their recorded outcomes', () => {
    expect(names.length).toBeGreaterThan(100);
    expect([...known.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  for (const name of names) {
    const reason = known.get(name);
    const test = () => expect(outcomeText(outcomeOf(name, readFileSync(join(folder, `${name}.go`), 'utf8')))).toBe(readFileSync(join(folder, `${name}.out`), 'utf8'));
    if (reason === undefined) it(name, test);
    else it.fails(`${name} (known failure: ${reason})`, test);
  }
});
