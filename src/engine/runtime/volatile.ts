/** Words that count what has happened: two visits of the same state differ in them. See machine/cycle.ts. */
import type { Context } from './context.ts';
import { runnableCount } from './runqueue.ts';
import { at } from './state.ts';

const cells: readonly number[] = [
  at.tick,
  at.decisions,
  at.stopping,
  at.polls,
  at.lastRun,
  at.timerSequence,
  at.timerSequence + 4,
  at.idleStatements,
  at.idleStatements + 4,
];

export function volatileCells(ctx: Context): ReadonlySet<number> {
  const words = new Set(cells);
  // While others are runnable, the end of the time slice is something that will happen.
  if (runnableCount(ctx.mem) === 0) words.add(at.quantum);
  return words;
}
