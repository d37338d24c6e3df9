/** Programs compiled, recorded and run, for tests. */
import { must } from '../../base/assert.ts';
import { compile, Recording, schedulerOf, type Trace } from '../index.ts';
import { type Ending, Machine } from '../machine/machine.ts';
import type { Executable } from '../machine/program.ts';
import type { Scheduler } from '../runtime/scheduler.ts';
import { createRecorder } from '../trace/columns.ts';

export const limits = { maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
const verdict = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;

export function schedulerNamed(text: string): Scheduler {
  const scheduler = schedulerOf(text);
  if ('error' in scheduler) throw new Error(scheduler.error);
  return scheduler;
}

/** For recording under schedules with the granularity that this one has. */
export function buildProgram(text: string, schedule = 'go', trace = true): Executable {
  const { executable, problems } = compile([{ name: 'main.go', text }], { trace, granularity: schedulerNamed(schedule).granularity });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return must(executable, 'executable');
}

/** Up to a step, or as far as the run goes. */
export function recordingOf(executable: Executable, schedule: string, maxSteps = 3000, upTo = Infinity): Recording {
  const recording = new Recording(executable, schedulerNamed(schedule), { ...limits, maxSteps });
  while (!recording.ended && recording.steps < upTo) recording.advance(Math.min(1000, upTo - recording.steps));
  return recording;
}

export function recordProgram(text: string, schedule = 'go', maxSteps = 3000): Trace {
  return recordingOf(buildProgram(text, schedule), schedule, maxSteps).trace();
}

export interface SlicedRun {
  readonly output: string;
  readonly steps: number;
  readonly ending: Ending | undefined;
  readonly hash: string;
}

/** Runs to the end, or to 3,000 statements, looking up only every `slice` statements. */
export function runInSlices(executable: Executable, slice: number, schedule: string): SlicedRun {
  const recorder = createRecorder();
  let output = '';
  const decoder = new TextDecoder();
  const machine = new Machine(executable, {
    ...limits,
    scheduler: schedulerNamed(schedule),
    recorder,
    onOutput: (fd, bytes) => (output += `${fd}:${decoder.decode(bytes.slice())}`),
  });
  while (machine.ending === undefined && machine.steps < 3000) machine.advance(Math.min(slice, 3000 - machine.steps));
  machine.runtime.checkInvariants();
  const { hash } = recorder.finish({ engine: '', steps: machine.steps, sites: [], verdict, schedule });
  return { output, steps: machine.steps, ending: machine.ending, hash };
}
