/**
 * The strategies: pure functions of seed, decision number and alternatives. Where they come from:
 *
 *  - go: Go's runtime (runtime/proc.go) with one processor: runnext, a local queue of 256, the global queue at every 61st turn, time slices.
 *  - fifo: round robin. With deviations it is the base of delay-bounded scheduling (Emmi, Qadeer, Rakamaric: "Delay-bounded scheduling", POPL 2011).
 *  - lifo: the newest first, as work-first schedulers do (Frigo, Leiserson, Randall: "The implementation of the Cilk-5 multithreaded language", PLDI 1998).
 *  - random: a random walk, which finds more than one would think (Thomson, Donaldson, Betts: "Concurrency testing using schedule bounding: an empirical
 *    study", PPoPP 2014).
 *  - pct: see pct.ts.
 *  - replay: nobody is stopped but where the schedule says so, as in context bounding (Musuvathi, Qadeer: "Iterative context bounding for systematic
 *    testing of multithreaded programs", PLDI 2007), so that a schedule with few preemptions is short. recorded.ts makes them of recordings.
 *  - manual: round robin at every statement, for a person who chooses among all that can happen next.
 */
import { DecisionKind } from '../trace/events.ts';
import type { DecisionKindValue } from '../runtime/scheduler.ts';
import { mix, pick } from './mix.ts';
import { pct } from './pct.ts';

export interface Strategy {
  readonly name: string;
  readonly title: string;
  readonly queue: 'go' | 'fifo';
  /** Statements between two scheduling points of a goroutine that does not block. */
  readonly quantum: number;
  /** Absent: always the goroutine whose turn it is. */
  next?(seed: number, decision: number, goroutines: Int32Array, count: number, stopping: number): number;
  choose(seed: number, decision: number, kind: DecisionKindValue, count: number): number;
}

/** About as much as Go lets a goroutine do in its 10 ms, as far as a person can follow. */
const timeSlice = 20_000;

export const longSlice = 10 * timeSlice;

/** As in life: timers due together fire in the order of starting; cases and map entries are taken at random. */
function usual(seed: number, decision: number, kind: DecisionKindValue, count: number): number {
  return kind === DecisionKind.Timer || kind === DecisionKind.Time ? 0 : pick(seed, decision, count);
}

/** Time passes in one of so many moments in which it might: in some runs hardly anybody is in time, in others nearly everybody. */
function patience(seed: number): number {
  return 2 << pick(seed, -1, 6);
}

/** Anything at random. */
export function anything(seed: number, decision: number, kind: DecisionKindValue, count: number): number {
  return kind === DecisionKind.Time ? Number(pick(seed, decision, patience(seed)) === 0) : pick(seed, decision, count);
}

export const strategies: readonly Strategy[] = [
  { name: 'go', title: 'As Go’s scheduler does with one processor', queue: 'go', quantum: timeSlice, choose: usual },
  { name: 'fifo', title: 'First ready, first to run', queue: 'fifo', quantum: timeSlice, choose: usual },
  {
    name: 'lifo',
    title: 'Last ready, first to run',
    queue: 'fifo',
    quantum: timeSlice,
    next: (_seed, _decision, _goroutines, count) => count - 1,
    choose: usual,
  },
  {
    name: 'random',
    title: 'Any runnable goroutine, at every statement',
    queue: 'fifo',
    quantum: 1,
    next: (seed, decision, _goroutines, count) => pick(seed, decision, count),
    choose: anything,
  },
  pct,
  {
    name: 'replay',
    title: 'Only what the schedule lists: nobody is stopped elsewhere',
    queue: 'fifo',
    quantum: 1,
    next: (_seed, _decision, goroutines, count, stopping) => Math.max(0, goroutines.subarray(0, count).indexOf(stopping)),
    choose: () => 0,
  },
  {
    name: 'manual',
    title: 'The first alternative, except where you choose',
    queue: 'fifo',
    quantum: 1,
    choose: () => 0,
  },
];

/** Random numbers for the program are independent of the choices made with the same seed. */
export function bits(seed: number, decision: number, part: number): number {
  return mix(seed ^ 0x5bd1e995, decision * 2 + part) | 0;
}
