/** Running without a recording, as fast as it goes: for the command line. */
import { compile } from './compile/compile.ts';
import { explain, type RunEnding } from './diagnose/explain.ts';
import { CycleWatch } from './machine/cycle.ts';
import { Machine } from './machine/machine.ts';
import type { Executable } from './machine/program.ts';
import { engineVersion, Recording } from './recording.ts';
import { type Divergence, WatchedSchedule } from './schedule/divergence.ts';
import { parseSchedule, schedulerFor, schedulerOf } from './schedule/index.ts';
import type { SourceFile } from './syntax/positions.ts';
import { createRecorder } from './trace/columns.ts';
import type { Trace, Verdict } from './trace/trace.ts';

export interface RunOptions {
  /** The program's files, compiled once more with trace hooks if its end needs explaining. */
  readonly files: readonly SourceFile[];
  readonly schedule: string;
  readonly maxSteps: number;
  /** Bytes. */
  readonly maxMemory: number;
  readonly maxOutput: number;
  readonly args: readonly string[];
  /** Asked for only if the program reads standard input. */
  stdin(): Uint8Array;
  readonly env: Readonly<Record<string, string>>;
  onOutput(fd: number, bytes: Uint8Array): void;
}

export type RunResult = RunEnd | { readonly error: string };
export interface RunEnd {
  readonly verdict: Verdict;
  readonly steps: number;
  readonly schedule: string;
  /** Where the schedule stopped meaning anything, if it was made for another program. */
  readonly divergence: Divergence | undefined;
}

const slice = 10_000;

export function runToEnd(executable: Executable, options: RunOptions): RunResult {
  const schedule = parseSchedule(options.schedule);
  if ('error' in schedule) return schedule;
  const scheduler = schedulerFor(schedule);
  if ('error' in scheduler) return scheduler;
  const readsInput = executable.code.imports.some(({ name }) => name === 'internal/rt.Read');
  const stdin = readsInput ? options.stdin() : new Uint8Array();
  const watched = new WatchedSchedule(scheduler, schedule, () => machine.steps);
  const machine: Machine = new Machine(executable, { ...options, scheduler: watched.scheduler, stdin, recorder: undefined });
  const ending = advanceToEnd(machine, options.maxSteps);
  const verdict = ending.kind === 'livelock' ? explainLivelock(options, stdin, ending.round.last) : explain(ending, emptyTrace(), () => machine.dump());
  const divergence = watched.divergence(machine.runtime.decisions(), machine.steps);
  return { verdict, steps: machine.steps, schedule: scheduler.text, divergence };
}

function advanceToEnd(machine: Machine, maxSteps: number): RunEnding {
  const watch = new CycleWatch();
  for (;;) {
    if (machine.steps >= maxSteps) return { kind: 'steps', limit: maxSteps };
    const watched = watch.active(machine.steps);
    machine.advance(watched ? 1 : Math.min(slice, maxSteps - machine.steps, watch.rest(machine.steps)));
    if (machine.ending) return machine.ending;
    const round = watched ? watch.step(machine) : undefined;
    if (round) return { kind: 'livelock', round };
  }
}

/** The same run again, recorded: who spins on what is in the events. */
function explainLivelock(options: RunOptions, stdin: Uint8Array, steps: number): Verdict {
  const scheduler = schedulerOf(options.schedule);
  const executable = 'error' in scheduler ? undefined : compile(options.files, { trace: true, granularity: scheduler.granularity }).executable;
  if (!executable || 'error' in scheduler) return explain({ kind: 'stopped' }, emptyTrace(), () => '');
  const recording = new Recording(executable, scheduler, { ...options, stdin });
  while (!recording.ended && recording.steps <= steps) recording.advance(slice);
  return recording.trace().verdict;
}

function emptyTrace(): Trace {
  const verdict = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;
  return createRecorder().finish({ engine: engineVersion, steps: 0, sites: [], verdict, schedule: '' });
}
