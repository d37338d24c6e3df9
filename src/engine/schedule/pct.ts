/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte: "A Randomized Scheduler with Probabilistic Guarantees of Finding
 * Bugs", ASPLOS 2010): goroutines have random priorities, the highest runs, and at a few random moments priorities change.
 *
 * A strategy here has no memory, so at such a moment all priorities are drawn anew instead of one being lowered. Strict priorities starve whoever
 * waits for a busy-waiting goroutine: after the horizon everybody has a turn.
 */
import { mix, pick } from './mix.ts';
import { anything, type Strategy } from './strategies.ts';

const changes = 3;
/** Decisions among which the moments are spread. */
const horizon = 1000;

/** How many of the moments have passed. */
function era(seed: number, decision: number): number {
  let passed = 0;
  for (let i = 1; i <= changes; i++) if (pick(seed, -i, horizon) <= decision) passed++;
  return passed;
}

export const pct: Strategy = {
  name: 'pct',
  title: 'Random priorities with few changes: good at finding rare orders',
  queue: 'fifo',
  quantum: 1,
  next(seed, decision, goroutines, count) {
    if (decision >= 2 * horizon) return 0;
    const drawn = mix(seed, era(seed, decision));
    let best = 0;
    for (let i = 1; i < count; i++) if (mix(drawn, goroutines[i] as number) > mix(drawn, goroutines[best] as number)) best = i;
    return best;
  },
  choose: anything,
};
