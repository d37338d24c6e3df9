import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check, compile, lower } from '../compile/compile.ts';
import { runToEnd } from '../run.ts';
import { validateProgram } from './validate.ts';

const folder = fileURLToPath(new URL('./testdata/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.go'));

function run(name: string): string {
  const files = [{ name, text: readFileSync(folder + name, 'utf8') }];
  const { executable, problems } = compile(files, { trace: false });
  if (!executable) return problems.map((problem) => `${problem.line}: ${problem.message}`).join('\n');
  const decoder = new TextDecoder();
  let stdout = '';
  const result = runToEnd(executable, {
    files, schedule: 'go', maxSteps: 1e7, maxMemory: 1 << 28, maxOutput: 1 << 20, args: [], stdin: () => new Uint8Array(), env: {},
    onOutput: (fd, bytes) => void (fd === 1 && (stdout += decoder.decode(bytes, { stream: true }))),
  });
  return 'error' in result ? result.error : stdout;
}

describe('Programs print what real Go prints', () => {
  it.each(names)('%s', (name) => {
    expect(run(name)).toBe(readFileSync(folder + name.replace(/go$/, 'out'), 'utf8'));
  });
});

describe('The intermediate code keeps its rules', () => {
  it.each(names)('%s', (name) => {
    const files = [{ name, text: readFileSync(folder + name, 'utf8') }];
    const { pkg } = check(files);
    for (const trace of [false, true]) {
      const { program } = lower(pkg ?? expect.fail('no package'), files, { trace });
      expect(validateProgram(program)).toEqual([]);
    }
  });
});
