import { compile, divergenceOf, parseSchedule, perfettoJson, Recording, schedulerOf, traceJson, traceText } from '../engine/index.ts';
import { type FlagSpecs, flagsHelp, numberFlag, parseArgs, UsageError } from './args.ts';
import { writeText } from './output.ts';
import { scheduleFlags, scheduleText } from './schedule.ts';
import { printProblems, readSources } from './sources.ts';

const defaultSteps = 1_000_000;
const formats = { text: traceText, json: traceJson, perfetto: perfettoJson };

const flags: FlagSpecs = {
  ...scheduleFlags,
  format: { value: 'F', help: `${Object.keys(formats).join(', ')} (default text)` },
  'max-steps': { value: 'N', help: `statements after which the run is stopped (default ${defaultSteps})` },
};

export const traceHelp = `Usage: interleave trace [flags] FILE...

Records a run and prints its events, on standard output. Exit status 1 if it does not compile, else 0.

${flagsHelp(flags)}`;

export function traceCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const name = args.flags.get('format') ?? 'text';
  const format = Object.entries(formats).find(([known]) => known === name)?.[1];
  if (!format) throw new UsageError(`--format wants ${Object.keys(formats).join(', ')}, not ${JSON.stringify(name)}`);
  const scheduler = schedulerOf(scheduleText(args));
  if ('error' in scheduler) throw new UsageError(scheduler.error);
  const { executable, problems } = compile(readSources(args.files), { trace: true, accesses: scheduler.granularity === 'access' });
  if (!executable) {
    printProblems(problems, false);
    return 1;
  }
  const maxSteps = numberFlag(args, 'max-steps', defaultSteps, 1);
  const recording = new Recording(executable, scheduler, { maxSteps, maxMemory: 1 << 30, maxOutput: Infinity, args: ['main'], stdin: new Uint8Array(), env: {} });
  while (!recording.ended) recording.advance(10_000);
  const trace = recording.trace();
  writeText(1, format(trace));
  const schedule = parseSchedule(scheduler.text);
  const divergence = 'error' in schedule ? undefined : divergenceOf(schedule, trace);
  if (divergence) writeText(2, `interleave: after step ${divergence.step}: ${divergence.text}\n`);
  return 0;
}
