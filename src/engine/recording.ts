/** A run being recorded and, once recorded, visited: what the page and the command line's explanations work with. */
import { readerOf } from './inspect/reader.ts';
import { evaluate, parseExpression, scalarWords } from './inspect/evaluate.ts';
import { fingerprint } from './inspect/fingerprint.ts';
import { type FrameView, inspectGlobals, inspectStack, placeOf, type VariablePath, variablesOf } from './inspect/frames.ts';
import { readValue } from './inspect/value.ts';
import type { Value } from './inspect/types.ts';
import { type Breakpoint, type Hit, hitFrom } from './hits.ts';
import { explain, type RunEnding } from './diagnose/explain.ts';
import type { Machine } from './machine/machine.ts';
import type { Executable } from './machine/program.ts';
import { goroutine } from './memory/cells.ts';
import type { Scheduler } from './runtime/scheduler.ts';
import { agreement } from './schedule/agreement.ts';
import { parseSchedule } from './schedule/index.ts';
import { type Origin, Session, type Statements } from './timetravel/session.ts';
import { changeFrom, type Direction, type Motion, positionAfter } from './timetravel/stepping.ts';
import { createRecorder } from './trace/columns.ts';
import type { TraceChunk } from './trace/chunk.ts';
import type { Recorder } from './trace/recorder.ts';
import { retell } from './trace/retell.ts';
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
  /** Of a recording that has ended. */
  #trace: Trace | undefined;

  /** With an origin it goes on from there. */
  constructor(executable: Executable, scheduler: Scheduler, options: RecordingOptions, origin?: Origin) {
    this.#recorder = createRecorder();
    this.#schedule = scheduler.text;
    this.#maxEvents = options.maxEvents ?? Infinity;
    this.#session = new Session(executable, { ...options, scheduler, recorder: this.#recorder, onOutput: () => {} }, origin);
  }

  /**
   * The same program under another schedule, as far as the two are sure to agree taken from this run: going on from a step `step` under other decisions
   * costs no more than what follows it. Only the budget of steps may be another. Undefined if they differ in more than deviations.
   */
  fork(scheduler: Scheduler, options: RecordingOptions, step = this.steps): Recording | undefined {
    const [mine, other] = [parseSchedule(this.#schedule), parseSchedule(scheduler.text)];
    if ('error' in mine || 'error' in other) return undefined;
    const decisions = agreement(mine, other);
    if (decisions === undefined) return undefined;
    const origin = this.#session.origin(Math.min(step, options.maxSteps), decisions);
    const fork = new Recording(this.#session.executable, scheduler, options, origin);
    retell(this.trace(), origin.mark.events, origin.state.steps, fork.#recorder);
    return fork;
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
    if (!this.ended) return this.#makeTrace();
    return (this.#trace ??= this.#makeTrace());
  }

  #makeTrace(): Trace {
    const session = this.#session;
    const ending: RunEnding = session.ending ?? (this.#isFull ? { kind: 'events', limit: this.#maxEvents } : { kind: 'stopped' });
    const unexplained = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;
    const trace = this.#recorder.finish({ ...this.head, steps: session.steps, verdict: unexplained });
    return { ...trace, verdict: explain(ending, trace, () => session.machine.dump()) };
  }

  /** Stacks and variables of all goroutines, or of some, after `step` statements. */
  inspect(step: number, only?: readonly number[]): GoroutineView[] {
    const machine = this.#session.visit(step);
    const reader = readerOf(machine);
    const all = machine.runtime.goroutines();
    const wanted = new Set(only);
    const shown = only === undefined ? all : all.filter((g) => wanted.has(machine.word(g + goroutine.id)));
    return shown.map((g) => ({
      goroutine: machine.word(g + goroutine.id),
      frames: inspectStack(machine, reader, g),
      createdBy: machine.executable.program.sites[machine.runtime.createdAt(g)]?.func ?? '',
    }));
  }

  /** Where a debugger's step of one goroutine leads from `step`; undefined if nowhere. */
  move(step: number, goroutineId: number, motion: Motion, direction: Direction): number | undefined {
    return positionAfter(this.#session, step, goroutineId, motion, direction);
  }

  /** The nearest step at which the variable, or the part of it, is not what it is at `step`: the statement between the two changed it. */
  changed(step: number, variable: VariablePath, direction: Direction): number | undefined {
    const probe = (machine: Machine): number | undefined => {
      const reader = readerOf(machine);
      const place = placeOf(machine, reader, variable);
      return place && fingerprint(reader, place);
    };
    return changeFrom(this.#session, step, probe, direction);
  }

  /** A variable, or a part of one, with its parts; of many elements those from number `from` on. Undefined if it is not there. */
  value(step: number, variable: VariablePath, from = 0): Value | undefined {
    const machine = this.#session.visit(step);
    const reader = readerOf(machine);
    const place = placeOf(machine, reader, variable);
    return place && readValue(reader, variable.path.at(-1) ?? '', place.type, place.at, 0, from);
  }

  /** The variables of the program's package. */
  globals(step: number): Value[] {
    const machine = this.#session.visit(step);
    return inspectGlobals(machine, readerOf(machine));
  }

  /** The nearest step from `step` at which the breakpoint stops. */
  hit(step: number, breakpoint: Breakpoint, direction: Direction): Hit | undefined {
    return hitFrom(this.#session, () => this.trace(), step, breakpoint, direction);
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

  /** Bytes that its checkpoints take. */
  get checkpointBytes(): number {
    return this.#session.checkpointBytes;
  }

  /** Goroutine and site of the statements from+1 ... to. */
  statements(from: number, to: number): Statements {
    return this.#session.statements(from, to);
  }
}

export type { Breakpoint, Direction, FrameView, Hit, Motion, Statements, Value, VariablePath };
