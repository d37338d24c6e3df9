/**
 * The oracle that a run asks wherever there is a choice. Strategies (schedule/) implement it and know nothing of the machine.
 *
 * A scheduler has no state of its own: whatever it answers is a function of its schedule and of the decision's number, which is kept in the
 * machine's memory. So restoring a checkpoint restores the scheduler too.
 */
import type { Granularity } from '../ir/ir.ts';
import type { DecisionKind } from '../trace/events.ts';

export type DecisionKindValue = (typeof DecisionKind)[keyof typeof DecisionKind];

export type { Granularity };

export interface Scheduler {
  /** The schedule as one string: what `parseSchedule` reads. */
  readonly text: string;
  readonly granularity: Granularity;
  /** The clock may go on although somebody can run: a choice. */
  readonly adversarial: boolean;
  /**
   * How runnable goroutines queue: `go` as in Go's runtime with one processor (runnext, local queue of 256, global queue looked at every 61st
   * time), `fifo` in the order of becoming runnable.
   */
  readonly queue: 'go' | 'fifo';
  /** Statements a goroutine may run before the scheduler is asked again. */
  readonly quantum: number;
  /** Statements after which it is asked at the next operation that synchronises, in code that has such points. */
  readonly syncQuantum: number;
  /**
   * True: the default (index 0, the head of the queue) is taken for every Run decision below this number, so that nobody needs to list the
   * runnable goroutines. Infinity if no Run decision ever deviates.
   */
  readonly defaultRunsBefore: number;
  /**
   * Index of the goroutine to run; `goroutines` holds the numbers of `count` >= 2 runnable ones in queue order. `stopping` is the one of them whose time
   * slice has just ended, 0 if somebody blocked, yielded or ended.
   */
  next(decision: number, goroutines: Int32Array, count: number, stopping: number): number;
  /** Index of the alternative to take, `count` >= 2. */
  choose(decision: number, kind: DecisionKindValue, count: number): number;
  /** 32 random bits; `part` tells several draws of one decision apart. */
  bits(decision: number, part: number): number;
}
