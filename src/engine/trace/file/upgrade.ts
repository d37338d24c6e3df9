/**
 * Traces of older versions as traces of this one. An upgrader leads from its version to the next; whoever changes what columns or events mean adds one.
 *
 *   1   every text of an event is an index in the string table
 *   2   whole numbers stand for themselves (../trace.ts); files, with chunks and checksums
 */
import { stringArguments } from '../text.ts';
import { type Trace, traceVersion, wholeText } from '../trace.ts';
import type { Damage } from './container.ts';

/** A trace of some version, its hash left out: that changes with what it is over. */
export type StoredTrace = Omit<Trace, 'version' | 'hash'> & { readonly version: number };

export const upgraders: Readonly<Record<number, (old: StoredTrace) => StoredTrace>> = { 1: wholeNumbersStandForThemselves };

/** Undefined: nothing leads from there to here. */
export function upgraded(stored: StoredTrace): Omit<Trace, 'hash'> | undefined {
  let trace = stored;
  while (trace.version !== traceVersion) {
    const upgrade = upgraders[trace.version];
    if (!upgrade) return undefined;
    trace = upgrade(trace);
  }
  return { ...trace, version: traceVersion };
}

export function ofTheFuture(version: number): Damage {
  return { error: `it is of version ${version} of the format, and this Interleave reads versions up to ${traceVersion}. Read it with the newer one that wrote it.` };
}

function wholeNumbersStandForThemselves(old: StoredTrace): StoredTrace {
  const strings = [''];
  const indices = new Map<string, number>([['', 0]]);
  const columns = { a: old.a.slice(), b: old.b.slice(), c: old.c.slice(), d: old.d.slice() };
  const indexOf = (text: string): number => {
    const known = indices.get(text);
    if (known !== undefined) return known;
    indices.set(text, strings.length);
    return strings.push(text) - 1;
  };
  for (let event = 0; event < old.length; event++) {
    for (const name of (stringArguments[old.kind[event] as number] ?? '') as Iterable<keyof typeof columns>) {
      const text = old.strings[old[name][event] as number] ?? '';
      columns[name][event] = isWhole(text) ? wholeText(Number(text)) : indexOf(text);
    }
  }
  return { ...old, ...columns, strings, version: 2 };
}

function isWhole(text: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 0x7fffffff;
}
