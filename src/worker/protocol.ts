/** What the page may ask of the engine. Implemented by the Web Worker and, for tests, in process. Steps and sites as in engine/trace. */
import type { EventWord } from '../engine/trace/eventWords.ts';
import type { Trace } from '../engine/trace/trace.ts';

export interface SourceText { readonly name: string; readonly text: string }

export interface RunRequest {
  readonly files: readonly SourceText[];
  readonly strategy: string;
  readonly seed: number;
  readonly maxSteps?: number;
}

/** A compiler's message with the range it is about; lines and columns (bytes) from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly code: string;
}

export type RunResult =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'trace'; readonly trace: Trace; readonly problems: readonly Problem[]; readonly millis: { readonly compile: number; readonly run: number } }
  | { readonly kind: 'stopped' };

export interface RunProgress { readonly steps: number; readonly events: number }

/**
 * A variable of a frame, or a part of one. `children` are loaded with the inspection up to a depth; `more` says that some were left out, and `parts` of how
 * many there are: `value` gives the others. "(a)" is an a that another one in an inner block hides.
 */
export interface InspectedValue {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly children?: readonly InspectedValue[];
  readonly more?: boolean;
  readonly parts?: number;
  /** Number of the recorded object (channel, lock, ...) this value is, so that views can link to it. */
  readonly object?: number;
}
export interface InspectedFrame { readonly func: string; readonly file: string; readonly line: number; readonly variables: readonly InspectedValue[] }
export interface InspectedGoroutine {
  readonly goroutine: number;
  /** Innermost first; library frames left out. */
  readonly frames: readonly InspectedFrame[];
  readonly createdBy: string;
}

export interface EngineClient {
  /** Compiles and runs to the end (or a budget). A second call stops the first, which then resolves as stopped. */
  run(request: RunRequest, onProgress?: (progress: RunProgress) => void): Promise<RunResult>;
  /** Type-checks only. */
  check(files: readonly SourceText[]): Promise<readonly Problem[]>;
  /** Ends a run under way: it resolves with what was recorded so far, verdict "stopped". */
  stop(): void;
  /** The state of every goroutine (or of some: of ten thousand it takes long) of the last run after `step` statements, by seeking to the nearest checkpoint and replaying. */
  inspect(step: number, only?: readonly number[]): Promise<readonly InspectedGoroutine[]>;
  /** A variable, or a part of one, with the parts of it from number `from` on: for what an inspection has left out. Undefined if it is not there. */
  value(request: ValueRequest): Promise<InspectedValue | undefined>;
  /** The variables of the program's package after `step` statements. */
  globals(step: number): Promise<readonly InspectedValue[]>;
  /** Who executed the statements from+1 ... to, and where, for those that the trace does not hold. */
  statements(from: number, to: number): Promise<{ readonly goroutine: Uint32Array; readonly site: Uint32Array }>;
  /** Where a debugger's step of one goroutine leads from `step`, forwards or backwards; undefined if nowhere. */
  move(request: MoveRequest): Promise<number | undefined>;
  /** The nearest step at which the variable is not what it is at `step`: the statement between the two changed it. */
  changed(request: ChangeRequest): Promise<number | undefined>;
  /** The nearest step at which the breakpoint stops, under the condition if there is one. */
  hit(request: HitRequest): Promise<Hit | undefined>;
  /** The value of a Go expression for a goroutine at a step: for watching. */
  evaluate(request: EvaluateRequest): Promise<Evaluated>;
  dispose(): void;
}

/** Where to stop: before the statements of a line, or when an event has happened, of one of these words (none: any), perhaps to one object. */
export type BreakpointPlace = { readonly file: string; readonly line: number } | { readonly events: readonly EventWord[]; readonly object?: number };

export type HitRequest = BreakpointPlace & {
  readonly step: number;
  /** Only this goroutine. */
  readonly goroutine?: number;
  /** A Go expression over the variables that the goroutine sees. */
  readonly condition?: string;
  readonly direction: Direction;
};
/** `event`: number of the recorded event that was waited for. `error`: what is wrong with the condition. */
export type Hit = { readonly step: number; readonly event?: number } | { readonly error: string };

export interface EvaluateRequest { readonly step: number; readonly goroutine: number; readonly text: string }
export type Evaluated = { readonly value: string } | { readonly error: string };

export type Direction = 'forwards' | 'backwards';

export interface MoveRequest {
  readonly step: number;
  readonly goroutine: number;
  /** Over: past the calls of the statement. Out: to the caller. */
  readonly motion: 'into' | 'over' | 'out';
  readonly direction: Direction;
}

export interface VariablePath {
  /** 0: a variable of the package. */
  readonly goroutine: number;
  /** Counted from the outermost frame, which is 0. */
  readonly frame: number;
  /** The variable's name, then names of what is in it, as inspected. */
  readonly path: readonly string[];
}

export interface ValueRequest extends VariablePath {
  readonly step: number;
  readonly from?: number;
}

export interface ChangeRequest extends VariablePath {
  readonly step: number;
  readonly direction: Direction;
}
