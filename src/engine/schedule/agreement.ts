/** How long two schedules are sure to say the same of one program. */
import type { Schedule } from './string.ts';

/** The number of decisions, from the first one on, in which they agree; undefined if they differ in more than deviations. */
export function agreement(a: Schedule, b: Schedule): number | undefined {
  if (a.strategy !== b.strategy || a.seed !== b.seed || a.granularity !== b.granularity || a.time !== b.time) return undefined;
  const others = new Map(b.deviations.map(({ decision, index }) => [decision, index]));
  const differing = a.deviations.filter(({ decision, index }) => others.get(decision) !== index).map(({ decision }) => decision);
  const known = new Set(a.deviations.map(({ decision }) => decision));
  const added = b.deviations.filter(({ decision }) => !known.has(decision)).map(({ decision }) => decision);
  return Math.min(Infinity, ...differing, ...added);
}
