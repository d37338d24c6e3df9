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
  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void;
  /** Index of a string in the string table. */
  string(text: string): number;
  /** The same for the digits of a whole number. */
  number(value: number): number;
  /** The next statement was begun by this goroutine at this site. Beyond a bound only counted. */
  statement(g: number, site: number): void;
  mark(): RecorderMark;
  truncate(mark: RecorderMark): void;
  finish(end: RecorderEnd): Trace;
}
