/** Collects a run's events and statements. Absent when nothing is recorded. */
import type { TraceChunk } from './chunk.ts';
import type { Kind } from './events.ts';
import type { Site, Trace, Verdict } from './trace.ts';

/** Statements recorded one by one: a person steps through the first ones. Later ones are found by replay. */
export const recordedStatements = 1 << 14;

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
  /** What they have cost the run, in statements that do nothing but compute: an estimate. */
  readonly work: number;
  /** So many events as packed.ts describes, beginning with a reset. */
  events(packed: Uint8Array, count: number): void;
  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void;
  /** There is no room for further texts of values: only what cannot be left out is worth a string. */
  readonly full: boolean;
  /** Index of a string in the string table. */
  string(text: string): number;
  /**
   * The statements executed next: their goroutines stand in `words` from index `who` on, their sites from index `where`, those of the last statement first.
   * Beyond a bound they are not recorded one by one.
   */
  statements(words: Int32Array, who: number, where: number, count: number): void;
  /** What has been recorded since the last call. */
  take(): TraceChunk[];
  finish(end: RecorderEnd): Trace;
}
