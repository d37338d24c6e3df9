/** Recordings of a program's files, for the commands that look at them. */
import { compile, Recording, schedulerOf } from '../engine/index.ts';
import { type Args, numberFlag, UsageError } from './args.ts';
import { scheduleText } from './schedule.ts';
import { printProblems, readSources } from './sources.ts';

export const defaultSteps = 1_000_000;
/** Statements recorded at a time. */
export const slice = 10_000;

/** To the end. Undefined: it does not compile, which has been said. */
export function recordFiles(args: Args, schedule = scheduleText(args)): Recording | undefined {
  const recording = beginRecording(args, schedule);
  return recording && finish(recording);
}

/** A recording that has not begun to run. */
export function beginRecording(args: Args, schedule = scheduleText(args)): Recording | undefined {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new UsageError(scheduler.error);
  const { executable, problems } = compile(readSources(args.files), { trace: true, granularity: scheduler.granularity });
  if (!executable) {
    printProblems(problems, false);
    return undefined;
  }
  return new Recording(executable, scheduler, recordingOptions(args));
}

export function recordingOptions(args: Args) {
  const maxSteps = numberFlag(args, 'max-steps', defaultSteps, 1);
  return { maxSteps, maxMemory: 1 << 30, maxOutput: Infinity, args: ['main'], stdin: new Uint8Array(), env: {} };
}

export function finish(recording: Recording): Recording {
  while (!recording.ended) recording.advance(slice);
  return recording;
}
