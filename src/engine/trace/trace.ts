/** A recording: columns of events, tables, the statements executed, the verdict. Plain data: it crosses the worker boundary as it is. */

/** A statement (or go/make expression) of the program's own files, for lines and names. */
export interface Site {
  readonly file: string;
  readonly line: number;
  /** In bytes, from 1, as gc counts. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** "main.worker", "main.main.func1" */
  readonly func: string;
  /** What stacks call it, where a line directive says that the text came from elsewhere. */
  readonly reported?: { readonly file: string; readonly line: number };
}

export type VerdictKind = 'ok' | 'exit' | 'panic' | 'fatal' | 'deadlock' | 'livelock' | 'steps' | 'events' | 'memory' | 'output' | 'stopped';

/** How the run ended, explained. */
export interface Verdict {
  readonly kind: VerdictKind;
  readonly exitCode: number;
  /** One plain sentence: "Deadlock: goroutine 2 ... and nobody is left to run." Empty for ok. */
  readonly summary: string;
  /** What Go (or, for livelock and budgets, `interleave: ...`) prints on standard error. */
  readonly stderr: string;
  /** Goroutines concerned, each with what it does there. */
  readonly parties: readonly VerdictParty[];
  /** The well-known repair, in a sentence or two; empty if none is known. */
  readonly repair: string;
}
export interface VerdictParty {
  readonly goroutine: number;
  /** "waits for main's receive on merged since step 40: chan receive" */
  readonly text: string;
  readonly sites: readonly number[];
}

/**
 * What a "str" of an event stands for. Whole numbers from 0 to 2^31-1, which are most of what programs send, stand for themselves: -1 - n. All others are
 * indices in the string table.
 */
export function wholeText(value: number): number {
  return -1 - value;
}
export function textOf(trace: Pick<Trace, 'strings'>, index: number): string {
  return index < 0 ? String(-1 - index) : (trace.strings[index] ?? '');
}

/** Of the format: columns, vocabulary and file. What older ones were: file/upgrade.ts. */
export const traceVersion = 2 as const;

export interface Trace {
  readonly version: typeof traceVersion;
  readonly engine: string;
  /** Number of statements executed: the cursor goes from 0 to steps. */
  readonly steps: number;
  /** Events recorded; the columns may be longer. */
  readonly length: number;
  readonly kind: Uint8Array;
  readonly step: Uint32Array;
  readonly g: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
  readonly d: Int32Array;
  readonly strings: readonly string[];
  readonly sites: readonly Site[];
  /**
   * For statement N (1-based) at index N-1: who executed it and where. Shorter than `steps` in long runs: the rest is had from the machine
   * by seeking (EngineClient.statements).
   */
  readonly stepGoroutine: Uint16Array | Uint32Array;
  readonly stepSite: Uint16Array | Uint32Array;
  readonly verdict: Verdict;
  /** Hash over all columns and tables: equal runs have equal hashes. Hex. */
  readonly hash: string;
  /** Strategy, seed and deviations, as one string: replaying it gives this trace again. */
  readonly schedule: string;
}
