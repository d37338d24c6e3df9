import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile, runToEnd } from '../index.ts';
import { type Outcome, outcomeText } from './scripted.ts';

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

function outcomeOf(name: string): Outcome {
  const files = [{ name: `${name}.go`, text: readFileSync(join(folder, `${name}.go`), 'utf8') }];
  const { executable, problems } = compile(files, { trace: false });
  const problemsText = problems.map(({ line, column, message }) => `${line}:${column}: ${message}\n`).join('');
  if (!executable) return { stdout: '', stderr: problemsText, exitCode: 1 };
  const written: Uint8Array[][] = [[], [], []];
  const result = runToEnd(executable, {
    files,
    schedule: 'go,1',
    maxSteps: 1e8,
    maxMemory: 1 << 28,
    maxOutput: 1 << 20,
    args: [name],
    stdin: () => new Uint8Array(),
    env: {},
    onOutput: (fd, bytes) => written[fd]?.push(bytes.slice()),
  });
  if ('error' in result) throw new Error(result.error);
  const text = (fd: number) => Buffer.concat(written[fd] ?? []).toString();
  return { stdout: text(1), stderr: text(2) + result.verdict.stderr, exitCode: result.verdict.exitCode };
}

describe('programs do on our engine what they do on real Go', () => {
  it('finds the programs and their recorded outcomes', () => {
    expect(names.length).toBeGreaterThan(100);
    expect([...known.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  for (const name of names) {
    const reason = known.get(name);
    const test = () => expect(outcomeText(outcomeOf(name))).toBe(readFileSync(join(folder, `${name}.out`), 'utf8'));
    if (reason === undefined) it(name, test);
    else it.fails(`${name} (known failure: ${reason})`, test);
  }
});
