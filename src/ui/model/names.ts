/** What goroutines and objects are called, over the whole run: a name does not change while stepping. */
import { contextKindNames, Kind, ObjectKind, TimerKind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';

const shortNames = new Map<string, string>();

/** "main.worker" → "worker", "main.(*Server).run.func1" → "(*Server).run.func1": without package and its path. */
export function shortFunction(func: string): string {
  const name = shortNames.get(func) ?? withoutPackage(func);
  shortNames.set(func, name);
  return name;
}

function withoutPackage(func: string): string {
  const base = func.slice(pathEnd(func));
  const dot = base.indexOf('.');
  return dot < 0 ? base : base.slice(dot + 1);
}

/** Behind the last slash that belongs to the package's path, not to a type argument. */
function pathEnd(func: string): number {
  const stop = func.search(/[([]/);
  return func.lastIndexOf('/', stop < 0 ? undefined : stop) + 1;
}

export interface ObjectNames {
  /** By object number; undefined for numbers that name no object. */
  readonly names: readonly (string | undefined)[];
  /** Context of a Done channel, by the channel's number. */
  readonly contextOfDone: ReadonlyMap<number, number>;
}

const plainKinds: Partial<Record<number, string>> = {
  [ObjectKind.WaitGroup]: 'WaitGroup',
  [ObjectKind.Mutex]: 'Mutex',
  [ObjectKind.RWMutex]: 'RWMutex',
  [ObjectKind.Once]: 'Once',
  [ObjectKind.Cond]: 'Cond',
  [ObjectKind.Semaphore]: 'semaphore',
  [ObjectKind.Atomic]: 'atomic',
  [ObjectKind.Timer]: 'timer',
  [ObjectKind.Context]: 'context',
  [ObjectKind.ErrGroup]: 'errgroup',
  [ObjectKind.Channel]: 'chan',
};
const timerKinds: Partial<Record<number, string>> = {
  [TimerKind.Sleep]: 'sleep',
  [TimerKind.Ticker]: 'ticker',
  [TimerKind.Func]: 'AfterFunc',
  [TimerKind.Context]: 'deadline',
};

/**
 * The name of the variable that holds it; without one its kind and a number ("chan #1"). A second object of the same name is "jobs #2".
 * What there is mostly one of goes without the first number: "Background", "WithCancel", "timer chan".
 */
export function nameObjects(trace: Trace): ObjectNames {
  const given = new Map<number, string>();
  const unnamed = new Map<number, { readonly base: string; readonly numbered: boolean }>();
  const contextOfDone = new Map<number, number>();
  let highest = 0;
  for (let e = 0; e < trace.length; e++) {
    const a = trace.a[e] ?? 0;
    const base = defaultName(trace, e);
    if (base !== undefined && !unnamed.has(a)) unnamed.set(a, base);
    if (base !== undefined && a > highest) highest = a;
    if (trace.kind[e] === Kind.ObjectName && !given.has(a)) given.set(a, trace.strings[trace.b[e] ?? 0] ?? '');
    if (trace.kind[e] === Kind.ContextDone) contextOfDone.set(trace.b[e] ?? 0, a);
  }
  const names = assign(highest, given, unnamed, contextOfDone);
  for (const [channel, context] of contextOfDone) names[channel] = `${names[context] ?? 'ctx'}.Done()`;
  for (const [channel, timer] of channelsOfTimers(trace))
    if (!given.has(channel) && given.has(timer)) names[channel] = `${names[timer] ?? 'timer'}.C`;
  return { names, contextOfDone };
}

/** A timer's channel is made just before the timer is started, by the same goroutine in the same step. */
function channelsOfTimers(trace: Trace): Map<number, number> {
  const found = new Map<number, number>();
  let made = -1;
  for (let e = 0; e < trace.length; e++) {
    const kind = trace.kind[e];
    if (kind === Kind.ChanMake) made = trace.strings[trace.c[e] ?? 0] === 'time.Time' ? e : -1;
    if (kind !== Kind.TimerStart || made < 0) continue;
    if (trace.step[made] === trace.step[e] && trace.g[made] === trace.g[e]) found.set(trace.a[made] ?? 0, trace.a[e] ?? 0);
    made = -1;
  }
  return found;
}

function assign(
  highest: number,
  given: ReadonlyMap<number, string>,
  unnamed: ReadonlyMap<number, { readonly base: string; readonly numbered: boolean }>,
  skip: ReadonlyMap<number, number>,
): (string | undefined)[] {
  const counts = new Map<string, number>();
  const names: (string | undefined)[] = Array.from({ length: highest + 1 });
  for (let id = 1; id <= highest; id++) {
    const fallback = unnamed.get(id);
    if (fallback === undefined || skip.has(id)) continue;
    const variable = given.get(id);
    const base = variable ?? fallback.base;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    names[id] = count > 1 || (variable === undefined && fallback.numbered) ? `${base} #${count}` : base;
  }
  return names;
}

function defaultName(trace: Trace, e: number): { readonly base: string; readonly numbered: boolean } | undefined {
  switch (trace.kind[e]) {
    case Kind.ChanMake:
      // Made by the library itself while it was initialised: no part of the program.
      if (trace.step[e] === 0 && trace.d[e] === 0) return undefined;
      return trace.strings[trace.c[e] ?? 0] === 'time.Time' ? { base: 'timer chan', numbered: false } : { base: 'chan', numbered: true };
    case Kind.ObjectMake: {
      const base = plainKinds[trace.b[e] ?? 0] ?? 'object';
      return { base, numbered: true };
    }
    case Kind.TimerStart: {
      const kind = trace.d[e] ?? 0;
      return { base: timerKinds[kind] ?? 'timer', numbered: kind !== TimerKind.Sleep && kind !== TimerKind.Context };
    }
    case Kind.ContextMake:
      return { base: (contextKindNames[trace.c[e] ?? 0] ?? 'context').replace('context.', ''), numbered: false };
    default:
      return undefined;
  }
}
