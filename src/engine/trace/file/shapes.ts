/** Whether parsed JSON has the shape that a trace's parts have. */
import type { Site, Verdict, VerdictKind } from '../trace.ts';

type Dictionary = Readonly<Record<string, unknown>>;

export function isDictionary(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A whole number that a cell of a column can hold. */
export function isWord(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= -0x80000000 && (value as number) <= 0xffffffff;
}

/** A whole number, not negative. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every((item) => isItem(item));
}

export function isSite(value: unknown): value is Site {
  if (!isDictionary(value)) return false;
  const { file, line, column, endLine, endColumn, func, reported } = value;
  const told = reported === undefined || (isDictionary(reported) && isText(reported['file']) && isCount(reported['line']));
  return isText(file) && isText(func) && [line, column, endLine, endColumn].every(isCount) && told;
}

/** All of them: the type makes sure. */
const verdictKinds: Readonly<Record<VerdictKind, true>> = {
  ok: true, exit: true, panic: true, fatal: true, deadlock: true, livelock: true, steps: true, events: true, memory: true, output: true, stopped: true,
};

export function isVerdict(value: unknown): value is Verdict {
  if (!isDictionary(value)) return false;
  const { kind, exitCode, summary, stderr, parties, repair } = value;
  return isText(kind) && Object.hasOwn(verdictKinds, kind) && isWord(exitCode) && [summary, stderr, repair].every(isText) && isList(parties, isParty);
}

function isParty(value: unknown): value is Verdict['parties'][number] {
  return isDictionary(value) && isCount(value['goroutine']) && isText(value['text']) && isList(value['sites'], isCount);
}

/** What JSON says; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
