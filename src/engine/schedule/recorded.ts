/**
 * The decisions of a recording as a schedule of the strategy replay, which does not depend on how its own strategy works: only those that replay would not
 * take by itself are listed.
 */
import { DecisionKind, Kind } from '../trace/events.ts';
import { textOf, type Trace } from '../trace/trace.ts';
import { parseSchedule, printSchedule, type Deviation } from './string.ts';
import { strategies } from './strategies.ts';

/**
 * Undefined for strategies with time slices of their own: replay looks at every statement, so decisions have other numbers there. Those have no choice
 * of who runs, so that the recording's own schedule is as good.
 */
export function recordedSchedule(trace: Trace): string | undefined {
  const schedule = parseSchedule(trace.schedule);
  if ('error' in schedule) return undefined;
  const strategy = strategies.find(({ name }) => name === schedule.strategy);
  if (strategy?.quantum !== 1 || strategy.queue !== 'fifo') return undefined;
  return printSchedule({ ...schedule, strategy: 'replay', deviations: deviationsOf(trace) });
}

function deviationsOf(trace: Trace): Deviation[] {
  const deviations: Deviation[] = [];
  let decision = 0;
  /** The goroutine that ran, and has not blocked, yielded or ended. */
  let running = 0;
  for (let event = 0; event < trace.length; event++) {
    const kind = trace.kind[event] as number;
    if (kind === Kind.GoStart) running = trace.g[event] as number;
    else if (kind === Kind.GoBlock || kind === Kind.GoEnd || kind === Kind.GoStop) running = 0;
    else if (kind === Kind.Decision) {
      const index = trace.c[event] as number;
      if (trace.a[event] !== DecisionKind.Random && index !== byItself(trace, event, running)) deviations.push({ decision, index });
      decision++;
    }
  }
  return deviations;
}

/** What replay takes if nothing is listed; undefined where the recording does not name all alternatives. */
function byItself(trace: Trace, event: number, running: number): number | undefined {
  if (trace.a[event] !== DecisionKind.Run || running === 0) return 0;
  const names = textOf(trace, trace.d[event] as number).split(' ').map(Number);
  return names.length === trace.b[event] ? Math.max(0, names.indexOf(running)) : undefined;
}
