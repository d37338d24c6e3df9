/** Reading the program's files and printing what is wrong with them. */
import { readFileSync } from 'node:fs';
import type { Problem, SourceFile } from '../engine/index.ts';
import { UsageError } from './args.ts';
import { writeText } from './output.ts';

/** As many as gc prints before it gives up. */
const shownProblems = 10;

export function readSources(files: readonly string[]): SourceFile[] {
  if (files.length === 0) throw new UsageError('no Go files given');
  return files.map((name) => ({ name, text: decode(readBytes(name)) }));
}

export function readBytes(name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'ENOENT' ? `no such file: ${name}` : `cannot read ${name}: ${code}`);
  }
}

/** Bytes that are not UTF-8 become halves of surrogate pairs, which the scanner reports. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\ufffd', '\udc80');
  }
}

export function printProblems(problems: readonly Problem[], all: boolean): void {
  const shown = all ? problems : problems.slice(0, shownProblems);
  for (const problem of shown) {
    const { file, line, column } = problem.reported ?? problem;
    writeText(2, `${file}:${line}${column > 0 ? `:${column}` : ''}: ${problem.message}\n`);
  }
  if (shown.length < problems.length) writeText(2, 'too many errors\n');
}
