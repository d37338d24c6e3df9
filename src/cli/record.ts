/** A program's files recorded to the end, for the commands that look at a recording. */
import { compile, Recording, schedulerOf } from '../engine/index.ts';
import { type Args, numberFlag, UsageError } from './args.ts';
import { scheduleText } from './schedule.ts';
import { printProblems, readSources } from './sources.ts';

export const defaultSteps = 1_000_000;
const slice = 10_000;

/** Undefined: it does not compile, which has been said. */
export function recordFiles(args: Args, schedule = scheduleText(args)): Recording | undefined {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new UsageError(scheduler.error);
  const { executable, problems } = compile(readSources(args.files), { trace: true, granularity: scheduler.granularity });
  if (!executable) {
    printProblems(problems, false);
    return undefined;
  }
  return finish(new Recording(executable, scheduler, recordingOptions(args)));
}

export function recordingOptions(args: Args) {
  const maxSteps = numberFlag(args, 'max-steps', defaultSteps, 1);
  return { maxSteps, maxMemory: 1 << 30, maxOutput: Infinity, args: ['main'], stdin: new Uint8Array(), env: {} };
}

export function finish(recording: Recording): Recording {
  while (!recording.ended) recording.advance(slice);
  return recording;
}
