/**
 * A schedule that was made for one program, run with another (or a changed one), takes its deviations as long as they mean something. Which was
 * the first that did not?
 */
import { Kind } from '../trace/events.ts';
import type { Trace } from '../trace/trace.ts';
import type { Schedule } from './string.ts';

export interface Divergence {
  readonly decision: number;
  /** Steps executed as the schedule says. */
  readonly step: number;
  /** One sentence. */
  readonly text: string;
}

/** `trace` is a recording under the schedule; undefined if all deviations were taken. */
export function divergenceOf({ deviations }: Schedule, trace: Trace): Divergence | undefined {
  const decisions: number[] = [];
  for (let event = 0; event < trace.length; event++) if (trace.kind[event] === Kind.Decision) decisions.push(event);
  for (const { decision, index } of [...deviations].sort((a, b) => a.decision - b.decision)) {
    const event = decisions[decision];
    if (event === undefined) {
      const text = `The schedule wants alternative ${index} at decision ${decision}, but the program made only ${decisions.length} decisions.`;
      return { decision, step: trace.steps, text };
    }
    if (trace.c[event] === index) continue;
    const step = trace.step[event] as number;
    const text = `The schedule wants alternative ${index} at decision ${decision}, but there were only ${trace.b[event]}: alternative ${trace.c[event]} was taken.`;
    return { decision, step, text };
  }
  return undefined;
}
