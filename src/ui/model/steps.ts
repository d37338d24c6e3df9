/** Where something happened: steps with events, of the whole run or of one goroutine or object. */
import { Kind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { indexOf } from './modelIndex.ts';
import type { Model } from './types.ts';

export type Subject = { readonly kind: 'goroutine' | 'object'; readonly id: number };

/** The first step after `step` (the last one of the run if there is none) in ascending `steps`. */
export function nextStep(steps: ArrayLike<number>, step: number): number | undefined {
  return steps[countUpTo(steps, step)];
}

export function previousStep(steps: ArrayLike<number>, step: number): number | undefined {
  return steps[countUpTo(steps, step - 1) - 1];
}

/** How many of the ascending numbers are <= value. */
function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The next stop of "next event"; the end of the run if nothing follows. */
export function nextEvent(model: Model, step: number): number {
  return nextStep(model.eventSteps, step) ?? model.trace.steps;
}

export function previousEvent(model: Model, step: number): number {
  return previousStep(model.eventSteps, step) ?? 0;
}

const known = new WeakMap<Model, Map<string, Uint32Array>>();

/** Steps at which the goroutine did something or something was done to it, or the object was used, waited for or released. Ascending. */
export function eventStepsOf(model: Model, subject: Subject): Uint32Array {
  const answers = known.get(model) ?? new Map<string, Uint32Array>();
  known.set(model, answers);
  const key = `${subject.kind} ${subject.id}`;
  const answer = answers.get(key) ?? collect(model, subject);
  answers.set(key, answer);
  return answer;
}

function collect(model: Model, { kind, id }: Subject): Uint32Array {
  const { trace } = model;
  const numbers = kind === 'object' ? figuresOf(model, id) : new Set([id]);
  const steps: number[] = [];
  for (let e = 0; e < trace.length; e++) {
    const step = trace.step[e] ?? 0;
    if (step === 0 || steps.at(-1) === step) continue;
    if (kind === 'goroutine' ? concernsGoroutine(trace, e, id) : concernsObject(trace, e, numbers)) steps.push(step);
  }
  return Uint32Array.from(steps);
}

/** A context is used through its Done channel too. */
function figuresOf(model: Model, id: number): ReadonlySet<number> {
  const channels = [...indexOf(model).contextOfDone].filter(([, context]) => context === id).map(([channel]) => channel);
  return new Set([id, ...channels]);
}

const withPeer: ReadonlySet<number> = new Set([Kind.ChanSend, Kind.ChanRecv]);
const withGoroutine: ReadonlySet<number> = new Set([Kind.GoCreate, Kind.GoUnblock]);

function concernsGoroutine(trace: Trace, e: number, id: number): boolean {
  const kind = trace.kind[e] ?? 0;
  return trace.g[e] === id || (withGoroutine.has(kind) && trace.a[e] === id) || (withPeer.has(kind) && trace.c[e] === id);
}

const withoutObject: ReadonlySet<number> = new Set([
  Kind.GoCreate,
  Kind.GoStart,
  Kind.GoStop,
  Kind.GoEnd,
  Kind.GoPanic,
  Kind.GoRecover,
  Kind.SelectBegin,
  Kind.SelectDone,
  Kind.ClockAdvance,
  Kind.Output,
  Kind.Decision,
  Kind.Exit,
  Kind.ObjectName,
]);

function concernsObject(trace: Trace, e: number, ids: ReadonlySet<number>): boolean {
  const kind = trace.kind[e] ?? 0;
  if (withoutObject.has(kind)) return false;
  switch (kind) {
    case Kind.GoBlock:
      return ids.has(trace.b[e] ?? 0) || ids.has(trace.d[e] ?? 0);
    case Kind.GoUnblock:
    case Kind.SelectCase:
      return ids.has(trace.b[e] ?? 0);
    case Kind.ContextMake:
      return ids.has(trace.a[e] ?? 0) || ids.has(trace.b[e] ?? 0);
    default:
      return ids.has(trace.a[e] ?? 0);
  }
}
