/** Which panics are recovered: by goroutine, the steps of its recoveries, ascending. */
import { Kind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';

const known = new WeakMap<Trace, ReadonlyMap<number, readonly number[]>>();

/** The step at which the goroutine recovers from a panic of `step`; undefined if it never does. */
export function recoveryOf(trace: Trace, goroutine: number, step: number): number | undefined {
  const recoveries = known.get(trace) ?? collect(trace);
  known.set(trace, recoveries);
  return recoveries.get(goroutine)?.find((recovery) => recovery >= step);
}

function collect(trace: Trace): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (let e = 0; e < trace.length; e++) {
    if (trace.kind[e] !== Kind.GoRecover) continue;
    const g = trace.g[e] ?? 0;
    const steps = found.get(g) ?? [];
    found.set(g, steps);
    steps.push(trace.step[e] ?? 0);
  }
  return found;
}
