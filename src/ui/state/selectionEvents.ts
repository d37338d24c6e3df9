/** The steps at which something happened to, or was done by, one goroutine or object. */
import { Kind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import type { Recording } from './run.ts';
import type { Selected } from './selection.ts';

/** In which columns an event of the kind names objects and goroutines (a, b, c, d of engine/trace/events.ts). */
const objectColumns: Partial<Record<number, readonly ('a' | 'b' | 'd')[]>> = {
  [Kind.GoBlock]: ['b', 'd'], [Kind.GoUnblock]: ['b'], [Kind.ChanMake]: ['a'], [Kind.ChanSend]: ['a'], [Kind.ChanRecv]: ['a'], [Kind.ChanClose]: ['a'],
  [Kind.SelectCase]: ['b'], [Kind.ObjectMake]: ['a'], [Kind.WaitGroupAdd]: ['a'], [Kind.LockAcquire]: ['a'], [Kind.LockRelease]: ['a'],
  [Kind.OnceDo]: ['a'], [Kind.CondSignal]: ['a'], [Kind.AtomicOp]: ['a'], [Kind.TimerStart]: ['a'], [Kind.TimerFire]: ['a'], [Kind.TimerStop]: ['a'],
  [Kind.ContextMake]: ['a', 'b'], [Kind.ContextDone]: ['a'], [Kind.ContextCancel]: ['a'],
};
const goroutineColumns: Partial<Record<number, readonly ('a' | 'c')[]>> = {
  [Kind.GoCreate]: ['a'], [Kind.GoUnblock]: ['a'], [Kind.ChanSend]: ['c'], [Kind.ChanRecv]: ['c'],
};

const known = new WeakMap<Recording, Map<string, readonly number[]>>();

/** Ascending, each step once. */
export function eventStepsOf(recording: Recording, selected: Exclude<Selected, { kind: 'none' }>): readonly number[] {
  const answers = known.get(recording) ?? new Map<string, readonly number[]>();
  known.set(recording, answers);
  const key = `${selected.kind} ${selected.id}`;
  const answer = answers.get(key) ?? collect(recording.trace, selected.kind === 'goroutine' ? concernsGoroutine : concernsObject, selected.id);
  answers.set(key, answer);
  return answer;
}

function collect(trace: Trace, concerns: (trace: Trace, event: number, id: number) => boolean, id: number): readonly number[] {
  const steps: number[] = [];
  for (let event = 0; event < trace.length; event++) {
    const step = trace.step[event] ?? 0;
    if (steps.at(-1) !== step && concerns(trace, event, id)) steps.push(step);
  }
  return steps;
}

function concernsGoroutine(trace: Trace, event: number, id: number): boolean {
  const columns = goroutineColumns[trace.kind[event] ?? 0] ?? [];
  return trace.g[event] === id || columns.some((column) => trace[column][event] === id);
}

function concernsObject(trace: Trace, event: number, id: number): boolean {
  const columns = objectColumns[trace.kind[event] ?? 0] ?? [];
  return columns.some((column) => trace[column][event] === id);
}
