/** The program in the editor and how it is to be run. Kept in the browser's storage, so that a closed tab loses nothing. */
import { createStore } from 'zustand/vanilla';
import { defaultPattern, patternOf } from '../../gallery/index.ts';
import { readStored, writeStored } from './storage.ts';
import { defaultSeed, defaultStrategy, validForks, validSeed, validStrategy } from './strategies.ts';

export const fileName = 'main.go';
/** Enough for any program that a reader can follow; the engine and the link stay quick with it. In UTF-16 units. */
export const maxProgramLength = 400_000;

export interface Program {
  readonly text: string;
  /** The gallery's entry it was opened as; empty for a person's own program. */
  readonly pattern: string;
  readonly strategy: string;
  readonly seed: number;
  /** Where the run is to differ from what the strategy would do, as in a schedule: "~10:3", decision and alternative. Mostly empty. */
  readonly forks: string;
}

export const programStore = createStore<Program & { /** An own program that made way for another one. */ readonly previous: string }>(
  () => ({
    ...defaultProgram(),
    previous: '',
  }),
);

export function defaultProgram(): Program {
  return { text: defaultPattern.text, pattern: defaultPattern.id, strategy: defaultStrategy, seed: defaultSeed, forks: '' };
}

/** Whether the text is a person's own: not, or no longer, a pattern's. */
export function isOwn(program: Program): boolean {
  return patternOf(program.pattern)?.text !== program.text && program.text.trim() !== '';
}

/** Whether a text still is a pattern, edited: half of the pattern's lines are in it. */
export function isStill(pattern: string, text: string): boolean {
  const lines = new Set(text.split('\n').map((line) => line.trim()));
  const wanted = (patternOf(pattern)?.text ?? '').split('\n').map((line) => line.trim());
  const telling = wanted.filter((line) => line.length > 3);
  return 2 * telling.filter((line) => lines.has(line)).length >= telling.length;
}

/** Puts a program in the place of the one in the editor, which is remembered if it is a person's own. */
export function replaceProgram(program: Program): void {
  const before = programStore.getState();
  const previous = isOwn(before) && before.text !== program.text ? before.text : before.previous;
  programStore.setState({ ...program, previous });
  if (previous !== before.previous) writeStored('previous', previous);
}

export function changeProgram(change: Partial<Program>): void {
  programStore.setState(change);
}

/** False: the browser keeps nothing. */
export function storeProgram(): boolean {
  const { text, pattern, strategy, seed, forks } = programStore.getState();
  return writeStored('program', JSON.stringify({ text, pattern, strategy, seed, forks }));
}

/** The program of the last visit, if there is one. */
export function restoreProgram(): boolean {
  const program = parseProgram(readStored('program'));
  programStore.setState({ ...(program ?? defaultProgram()), previous: readStored('previous') ?? '' });
  return program !== undefined;
}

export function parseProgram(stored: string | undefined): Program | undefined {
  if (stored === undefined) return undefined;
  try {
    const found = JSON.parse(stored) as Partial<Record<keyof Program, unknown>> | null;
    if (typeof found?.text !== 'string' || found.text.length > maxProgramLength) return undefined;
    return {
      text: found.text,
      pattern: typeof found.pattern === 'string' ? found.pattern : '',
      strategy: validStrategy(String(found.strategy)),
      seed: validSeed(Number(found.seed)),
      forks: validForks(String(found.forks)),
    };
  } catch {
    return undefined;
  }
}
