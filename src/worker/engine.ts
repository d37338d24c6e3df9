/** What the worker needs of the engine: compile, then run in slices, so that it can listen between two of them. */
import type { TraceChunk } from '../engine/trace/chunk.ts';
import type { Trace } from '../engine/trace/trace.ts';
import type { ChangeRequest, Evaluated, EvaluateRequest, Hit, HitRequest, InspectedGoroutine, InspectedValue, MoveRequest, Problem, RunProgress, RunRequest, SourceText, ValueRequest } from './protocol.ts';

export interface Engine {
  /** Type-checks only. */
  check(files: readonly SourceText[]): readonly Problem[];
  /** Compiles; the run has not executed anything yet. */
  start(request: RunRequest): Started;
}

export type Started =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'run'; readonly run: EngineRun; readonly problems: readonly Problem[] };

export interface EngineRun {
  /** Executes one slice, a few milliseconds at most. False: the run has ended, of itself or at a budget. */
  advance(): boolean;
  progress(): RunProgress;
  /** What has been recorded since the last call; whoever calls owns it. */
  take(): readonly TraceChunk[];
  /** The recording; of a run that has not ended so far, with the verdict "stopped". */
  trace(): Trace;
  /** The state of every goroutine after `step` statements. Only of a run whose trace has been taken. */
  inspect(step: number, only?: readonly number[]): readonly InspectedGoroutine[];
  value(request: ValueRequest): InspectedValue | undefined;
  globals(step: number): readonly InspectedValue[];
  statements(from: number, to: number): { readonly goroutine: Uint32Array; readonly site: Uint32Array };
  move(request: MoveRequest): number | undefined;
  changed(request: ChangeRequest): number | undefined;
  hit(request: HitRequest): Hit | undefined;
  evaluate(request: EvaluateRequest): Evaluated;
}
