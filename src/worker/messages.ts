/** What crosses between page and worker. Plain data; `id` pairs answers with questions. */
import type { TraceChunk, TraceEnd } from '../engine/trace/chunk.ts';
import type { ChangeRequest, Evaluated, EvaluateRequest, Hit, HitRequest, InspectedGoroutine, InspectedValue, MoveRequest, Problem, RunProgress, RunRequest, SourceText, ValueRequest } from './protocol.ts';

export type Question =
  | { readonly id: number; readonly op: 'run'; readonly request: RunRequest }
  | { readonly id: number; readonly op: 'check'; readonly files: readonly SourceText[] }
  | { readonly id: number; readonly op: 'inspect'; readonly step: number; readonly only?: readonly number[] }
  | { readonly id: number; readonly op: 'value'; readonly request: ValueRequest }
  | { readonly id: number; readonly op: 'globals'; readonly step: number }
  | { readonly id: number; readonly op: 'statements'; readonly from: number; readonly to: number }
  | { readonly id: number; readonly op: 'move'; readonly request: MoveRequest }
  | { readonly id: number; readonly op: 'changed'; readonly request: ChangeRequest }
  | { readonly id: number; readonly op: 'hit'; readonly request: HitRequest }
  | { readonly id: number; readonly op: 'evaluate'; readonly request: EvaluateRequest }
  /** Ends the run under way; answers nothing itself. */
  | { readonly id: number; readonly op: 'stop' };

/** What a run ends with: its trace has been sent in chunks before. */
export type RunAnswer =
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'recorded'; readonly end: TraceEnd; readonly problems: readonly Problem[]; readonly millis: { readonly compile: number; readonly run: number } }
  | { readonly kind: 'stopped' };

export interface Answers {
  readonly run: RunAnswer;
  readonly check: readonly Problem[];
  readonly inspect: readonly InspectedGoroutine[];
  /** Null where it is not. */
  readonly value: InspectedValue | null;
  readonly globals: readonly InspectedValue[];
  readonly statements: { readonly goroutine: Uint32Array; readonly site: Uint32Array };
  /** Null where there is no such step. */
  readonly move: number | null;
  readonly changed: number | null;
  readonly hit: Hit | null;
  readonly evaluate: Evaluated;
}

export type Answer =
  | { readonly id: number; readonly kind: 'answer'; readonly value: Answers[keyof Answers] }
  /** What the recording of a run has grown by. */
  | { readonly id: number; readonly kind: 'chunk'; readonly chunk: TraceChunk }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: RunProgress }
  /** The engine threw: a mistake of ours. */
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** Either end: a Worker, the worker's own scope, a MessagePort. */
export interface Channel {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}
