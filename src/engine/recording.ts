/** A run being recorded and, once recorded, visited: what the page and the command line's explanations work with. */
import { readerOf } from './inspect/reader.ts';
import { evaluate, parseExpression, scalarWords } from './inspect/evaluate.ts';
import { type FrameView, inspectStack, type VariablePath, variablesOf, variableText } from './inspect/frames.ts';
import type { Value } from './inspect/types.ts';
import { type Breakpoint, type Hit, hitFrom } from './hits.ts';
import { explain, type RunEnding } from './diagnose/explain.ts';
import type { Executable } from './machine/program.ts';
import { goroutine } from './memory/cells.ts';
import type { Scheduler } from './runtime/scheduler.ts';
import { Session, type Statements } from './timetravel/session.ts';
import { changeFrom, type Direction, type Motion, positionAfter } from './timetravel/stepping.ts';
import { createRecorder } from './trace/columns.ts';
import type { TraceChunk } from './trace/chunk.ts';
import type { Recorder } from './trace/recorder.ts';
import type { Trace } from './trace/trace.ts';

export const engineVersion = '0.1.0';

export interface RecordingOptions {
  readonly maxSteps: number;
  /** Bytes. */
  readonly maxMemory: number;
  readonly maxOutput: number;
  /** Looked at after each `advance`. */
  readonly maxEvents?: number;
  readonly args: readonly string[];
  readonly stdin: Uint8Array;
  readonly env: Readonly<Record<string, string>>;
}

export interface GoroutineView {
  readonly goroutine: number;
  readonly frames: readonly FrameView[];
  /** "main.main", or empty for main itself. */
  readonly createdBy: string;
}

export class Recording {
  readonly #session: Session;
  readonly #recorder: Recorder;
  readonly #schedule: string;
  readonly #maxEvents: number;
  #stopped = false;

  constructor(executable: Executable, scheduler: Scheduler, options: RecordingOptions) {
    this.#recorder = createRecorder();
    this.#schedule = scheduler.text;
    this.#maxEvents = options.maxEvents ?? Infinity;
    this.#session = new Session(executable, { ...options, scheduler, recorder: this.#recorder, onOutput: () => {} });
  }

  get steps(): number {
    return this.#session.steps;
  }

  get events(): number {
    return this.#recorder.length;
  }

  get ended(): boolean {
    return this.#stopped || this.#isFull || this.#session.ending !== undefined;
  }

  /** Executes up to `statements` more. */
  advance(statements: number): void {
    this.#session.advance(statements);
  }

  get #isFull(): boolean {
    return this.#recorder.length >= this.#maxEvents;
  }

  /** Ends the recording here, by the user's wish. */
  stop(): void {
    this.#stopped = true;
  }

  /** What is known of the trace from the start. */
  get head(): Pick<Trace, 'engine' | 'schedule' | 'sites'> {
    return { engine: engineVersion, schedule: this.#schedule, sites: this.#session.executable.program.sites };
  }

  /** What has been recorded since the last call. */
  take(): TraceChunk[] {
    return this.#recorder.take();
  }

  trace(): Trace {
    const session = this.#session;
    const ending: RunEnding = session.ending ?? (this.#isFull ? { kind: 'events', limit: this.#maxEvents } : { kind: 'stopped' });
    const unexplained = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;
    const trace = this.#recorder.finish({ ...this.head, steps: session.steps, verdict: unexplained });
    return { ...trace, verdict: explain(ending, trace, () => session.machine.dump()) };
  }

  /** Stacks and variables of all goroutines after `step` statements. */
  inspect(step: number): GoroutineView[] {
    const machine = this.#session.visit(step);
    const reader = readerOf(machine);
    return machine.runtime.goroutines().map((g) => ({
      goroutine: machine.word(g + goroutine.id),
      frames: inspectStack(machine, reader, g),
      createdBy: machine.executable.program.sites[machine.runtime.createdAt(g)]?.func ?? '',
    }));
  }

  /** Where a debugger's step of one goroutine leads from `step`; undefined if nowhere. */
  move(step: number, goroutineId: number, motion: Motion, direction: Direction): number | undefined {
    return positionAfter(this.#session, step, goroutineId, motion, direction);
  }

  /** The nearest step at which the variable is not what it is at `step`: the statement between the two changed it. */
  changed(step: number, variable: VariablePath, direction: Direction): number | undefined {
    return changeFrom(this.#session, step, (machine) => variableText(machine, readerOf(machine), variable), direction);
  }

  /** The nearest step from `step` at which the breakpoint stops. */
  hit(step: number, breakpoint: Breakpoint, direction: Direction): Hit | undefined {
    return hitFrom(this.#session, step, breakpoint, direction);
  }

  /** The value of a Go expression for a goroutine at a step. */
  evaluate(step: number, goroutineId: number, text: string): { readonly value: string } | { readonly error: string } {
    const parsed = parseExpression(text);
    if ('error' in parsed) return parsed;
    const machine = this.#session.visit(step);
    const g = machine.goroutine(goroutineId);
    if (g === undefined) return { error: `there is no goroutine ${goroutineId} at step ${step}` };
    const reader = readerOf(machine);
    const result = evaluate(parsed.expr, reader, variablesOf(machine, reader, g));
    return 'error' in result ? result : { value: scalarWords(result.value) };
  }

  /** Goroutine and site of the statements from+1 ... to. */
  statements(from: number, to: number): Statements {
    return this.#session.statements(from, to);
  }
}

export type { Breakpoint, Direction, FrameView, Hit, Motion, Statements, Value, VariablePath };
