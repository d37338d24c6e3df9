/**
 * Collects a run's events and statements in growing columns. Absent when nothing is recorded.
 *
 * A recorder can be cut back to an earlier mark, so that a run restored from a checkpoint records its rest again and gets the same rows.
 */
import type { Kind } from './events.ts';
import type { Site, Trace, Verdict } from './trace.ts';

export interface RecorderMark {
  readonly events: number;
  readonly strings: number;
  readonly statements: number;
}

export interface RecorderEnd {
  readonly engine: string;
  readonly steps: number;
  readonly sites: readonly Site[];
  readonly verdict: Verdict;
  readonly schedule: string;
}

export interface Recorder {
  /** Number of events so far. */
  readonly length: number;
  /** Any number of events, seven words each in the order of `event`'s arguments. */
  events(words: Int32Array): void;
  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void;
  /** Index of a string in the string table. */
  string(text: string): number;
  /** Goroutines and sites of the statements executed next, the last one first. Beyond a bound they are not recorded one by one. */
  statements(who: Int32Array, where: Int32Array): void;
  mark(): RecorderMark;
  truncate(mark: RecorderMark): void;
  finish(end: RecorderEnd): Trace;
}
