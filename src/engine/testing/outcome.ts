/** For tests: what a program of one file does, from its text to its exit status. */
import { compile, runToEnd } from '../index.ts';
import type { Outcome } from './scripted.ts';

export function outcomeOf(name: string, text: string): Outcome {
  const files = [{ name: `${name}.go`, text }];
  const { executable, problems } = compile(files, { trace: false });
  const problemsText = problems.map(({ line, column, message }) => `${line}:${column}: ${message}\n`).join('');
  if (!executable) return { stdout: '', stderr: problemsText, exitCode: 1 };
  const written = ['', '', ''];
  const result = runToEnd(executable, {
    files,
    schedule: 'go,1',
    maxSteps: 1e8,
    maxMemory: 1 << 28,
    maxOutput: 1 << 20,
    args: [name],
    stdin: () => new Uint8Array(),
    env: {},
    onOutput: (fd, bytes) => void (written[fd] += new TextDecoder().decode(bytes)),
  });
  if ('error' in result) throw new Error(result.error);
  return { stdout: written[1] ?? '', stderr: (written[2] ?? '') + result.verdict.stderr, exitCode: result.verdict.exitCode };
}
