/** Two recordings of one program beside each other: until when they are the same, and what is different first. */
import { Kind } from './events.ts';
import { type PlainEvent, plainEvent } from './text.ts';
import { textOf, type Trace } from './trace.ts';

export interface Comparison {
  /** Both have the same events and statements up to here; of equal recordings the number of all steps. */
  readonly sameSteps: number;
  /** The first event that only one has, or in which they differ; none of a recording that has no more. */
  readonly first: { readonly a: PlainEvent | undefined; readonly b: PlainEvent | undefined } | undefined;
  /** The first statement by another goroutine or at another place. */
  readonly firstStatement: number | undefined;
  /** What they end with, where that differs. */
  readonly differences: readonly { readonly what: 'steps' | 'verdict' | 'output'; readonly a: string; readonly b: string }[];
}

export function compareTraces(a: Trace, b: Trace): Comparison {
  const event = firstDifference(Math.max(a.length, b.length), (i) => sameEvent(a, b, i));
  const statement = firstDifference(Math.max(a.stepGoroutine.length, b.stepGoroutine.length), (i) => sameStatement(a, b, i));
  const at = (trace: Trace, index: number): PlainEvent | undefined => (index < trace.length ? plainEvent(trace, index) : undefined);
  const stepOf = (trace: Trace): number => (event !== undefined && event < trace.length ? (trace.step[event] as number) : Infinity);
  return {
    sameSteps: Math.min(a.steps, b.steps, statement ?? Infinity, stepOf(a), stepOf(b)),
    first: event === undefined ? undefined : { a: at(a, event), b: at(b, event) },
    firstStatement: statement === undefined ? undefined : statement + 1,
    differences: [
      { what: 'steps' as const, a: String(a.steps), b: String(b.steps) },
      { what: 'verdict' as const, a: a.verdict.summary || a.verdict.kind, b: b.verdict.summary || b.verdict.kind },
      { what: 'output' as const, a: outputOf(a), b: outputOf(b) },
    ].filter((one) => one.a !== one.b),
  };
}

function firstDifference(length: number, same: (index: number) => boolean): number | undefined {
  for (let i = 0; i < length; i++) if (!same(i)) return i;
  return undefined;
}

/** Strings are numbered as they come up, so equal events of equal histories are equal numbers, but compare what people see. */
function sameEvent(a: Trace, b: Trace, i: number): boolean {
  if (i >= a.length || i >= b.length) return false;
  if (a.kind[i] !== b.kind[i] || a.step[i] !== b.step[i] || a.g[i] !== b.g[i]) return false;
  const [one, other] = [plainEvent(a, i), plainEvent(b, i)];
  return one.args.every((arg, n) => arg === other.args[n]);
}

function sameStatement(a: Trace, b: Trace, i: number): boolean {
  return a.stepGoroutine[i] === b.stepGoroutine[i] && a.stepSite[i] === b.stepSite[i];
}

/** Everything that was printed, standard output and error in the order of writing. */
export function outputOf(trace: Trace): string {
  let text = '';
  for (let i = 0; i < trace.length; i++) if (trace.kind[i] === Kind.Output) text += textOf(trace, trace.b[i] as number);
  return text;
}
