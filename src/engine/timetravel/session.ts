/**
 * A recorded run that can be visited at any step.
 *
 * Going to a step is: restore the nearest checkpoint before it in a second machine, and execute the rest. That machine records nothing; it makes the
 * same decisions because a scheduler's answers are a function of the schedule and of state in memory.
 */
import { must } from '../../base/assert.ts';
import { longestStretch } from '../memory/log.ts';
import { at } from '../memory/state.ts';
import { CycleWatch, type Round } from '../machine/cycle.ts';
import { type Checkpoint, type Ending, Machine, type MachineOptions } from '../machine/machine.ts';
import type { Executable } from '../machine/program.ts';
import type { Recorder } from '../trace/recorder.ts';
import { Checkpoints } from './checkpoints.ts';

export interface SessionOptions extends Omit<MachineOptions, 'recorder'> {
  readonly recorder: Recorder;
  readonly maxSteps: number;
}

/** How a run ended, the session's own budgets included. */
export type SessionEnding = Ending | { readonly kind: 'steps'; readonly limit: number } | { readonly kind: 'livelock'; readonly round: Round };

export interface Statements {
  readonly goroutine: Uint32Array;
  readonly site: Uint32Array;
}

/** What belongs to a checkpoint besides the machine. */
interface Mark {
  readonly watch: CycleWatch;
  /** Recorded until then. */
  readonly events: number;
}

export interface Origin {
  readonly state: Checkpoint;
  readonly mark: Mark;
  readonly checkpoints: Checkpoints;
  readonly marks: WeakMap<Checkpoint, Mark>;
}

export class Session {
  readonly executable: Executable;
  readonly #options: SessionOptions;
  // As in Machine.
  readonly #recorder: Recorder;
  readonly #maxSteps: number;
  readonly #machine: Machine;
  readonly #checkpoints: Checkpoints;
  readonly #watch: CycleWatch;
  readonly #marks: WeakMap<Checkpoint, Mark>;
  #visitor: Machine | undefined;
  #ending: SessionEnding | undefined;

  /** With an origin the run goes on from there; the recorder must know what happened before. */
  constructor(executable: Executable, options: SessionOptions, origin?: Origin) {
    this.executable = executable;
    this.#options = options;
    this.#recorder = options.recorder;
    this.#maxSteps = options.maxSteps;
    this.#machine = new Machine(executable, options);
    this.#checkpoints = origin?.checkpoints ?? new Checkpoints();
    this.#watch = origin?.mark.watch.copy() ?? new CycleWatch();
    this.#marks = origin?.marks ?? new WeakMap();
    if (origin) this.#machine.restore(origin.state);
    else this.#begin();
  }

  #begin(): void {
    this.#machine.settle();
    this.#keep();
  }

  /** Where a run can branch off that is like this one up to a step and for so many decisions: at the latest checkpoint before. */
  origin(step: number, decisions: number): Origin {
    const state = must(this.#checkpoints.latest(({ steps, cells }) => steps <= step && (cells[at.decisions >> 2] as number) <= decisions), 'checkpoint');
    return { state, mark: must(this.#marks.get(state), 'mark'), checkpoints: this.#checkpoints.upTo(state), marks: this.#marks };
  }

  get machine(): Machine {
    return this.#machine;
  }

  get steps(): number {
    return this.#machine.steps;
  }

  get ending(): SessionEnding | undefined {
    return this.#ending ?? this.#machine.ending;
  }

  /** Executes up to `statements` more. */
  advance(statements: number): void {
    const goal = this.steps + statements;
    while (this.ending === undefined && this.steps < goal) {
      if (this.steps >= this.#maxSteps) {
        this.#ending = { kind: 'steps', limit: this.#maxSteps };
        return;
      }
      this.#advanceSome(Math.min(goal, this.#maxSteps) - this.steps);
      this.#keep();
    }
  }

  #advanceSome(statements: number): void {
    const watched = this.#watch.active(this.steps);
    this.#machine.advance(watched ? 1 : Math.min(statements, longestStretch, this.#watch.rest(this.steps)));
    const round = watched ? this.#watch.step(this.#machine) : undefined;
    if (round) this.#ending = { kind: 'livelock', round };
  }

  #keep(): void {
    const { length: events, work: recorded } = this.#recorder;
    const work = this.steps + recorded;
    if (!this.#checkpoints.due(work) || !this.#machine.canCheckpoint) return;
    const mark = { watch: this.#watch.copy(), events };
    const keep = (state: Checkpoint): boolean => {
      this.#marks.set(state, mark);
      return this.#checkpoints.add(state, work);
    };
    if (!keep(this.#machine.checkpoint(this.#checkpoints.last))) keep(this.#machine.checkpoint());
  }

  /** A machine suspended after `step` statements. It is reused by the next visit. */
  visit(step: number): Machine {
    const target = Math.max(0, Math.min(step, this.steps));
    const known = this.#visitor;
    const visitor = (this.#visitor ??= new Machine(this.executable, { ...this.#options, recorder: undefined, onOutput: () => {} }));
    const state = must(this.#checkpoints.before(target), 'checkpoint');
    const ahead = target - visitor.steps;
    if (!known || known.ending !== undefined || ahead < 0 || state.steps > visitor.steps) visitor.restore(state);
    visitor.advance(target - visitor.steps);
    return visitor;
  }

  /** Goroutine and site of the statements from+1 ... to. */
  statements(from: number, to: number): Statements {
    const first = Math.max(0, Math.min(from, this.steps));
    const last = Math.max(first, Math.min(to, this.steps));
    const found: Statements = { goroutine: new Uint32Array(last - first), site: new Uint32Array(last - first) };
    let place = 0;
    this.visit(first).advance(last - first, {
      statements(words, who, where, count) {
        for (let i = count - 1; i >= 0; i--, place++) {
          found.goroutine[place] = words[who + i] as number;
          found.site[place] = words[where + i] as number;
        }
      },
    });
    return found;
  }

  get checkpointBytes(): number {
    return this.#checkpoints.bytes;
  }
}

