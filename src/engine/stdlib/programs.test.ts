/** Programs that use the library, run by our machine. What they print was written by real Go; of modern.go, which needs a later one, by hand. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import type { Executable } from '../machine/program.ts';
import { runToEnd } from '../run.ts';
import type { SourceFile } from '../syntax/positions.ts';

const testdata = join(import.meta.dirname, 'testdata');

function executableOf(files: readonly SourceFile[]): Executable {
  const { executable, problems } = compile(files, { trace: false });
  return executable ?? expect.fail(problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`).join('\n'));
}

function output(files: readonly SourceFile[]): string {
  const chunks: Uint8Array[] = [];
  const result = runToEnd(executableOf(files), {
    files,
    schedule: 'go',
    maxSteps: 1e8,
    maxMemory: 1 << 28,
    maxOutput: 1 << 20,
    args: [],
    env: {},
    stdin: () => new Uint8Array(),
    onOutput: (_fd, bytes) => void chunks.push(bytes.slice()),
  });
  if ('error' in result) return result.error;
  return Buffer.concat(chunks).toString('latin1') + result.verdict.stderr;
}

/** `wide` holds programs that print digests of what the library makes of many inputs (src/dev/library/differential.mjs records them). */
describe.each(['programs', 'wide'])('%s print what real Go prints', (folder) => {
  const names = readdirSync(join(testdata, folder)).filter((name) => name.endsWith('.go'));
  it.each(names)('%s', { timeout: 120_000 }, (name) => {
    const read = (file: string, encoding: BufferEncoding): string => readFileSync(join(testdata, folder, file), encoding);
    expect(output([{ name, text: read(name, 'utf8') }])).toBe(read(name.replace(/go$/, 'out'), 'latin1'));
  });
});

it('fmt.Println adds at most 40 kB of code', () => {
  const size = (text: string): number => executableOf([{ name: 'main.go', text }]).code.bytes.length;
  const empty = size('package main\n\nfunc main() {}\n');
  const hello = size('package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n');
  expect(hello - empty).toBeLessThan(40_000);
});
