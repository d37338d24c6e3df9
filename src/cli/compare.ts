/** One program under two schedules: until when they are the same, and what differs. */
import { compareTraces, type Comparison, schedulerOf } from '../engine/index.ts';
import { type FlagSpecs, flagsHelp, parseArgs, UsageError } from './args.ts';
import { writeText } from './output.ts';
import { defaultSteps, finish, recordFiles, recordingOptions } from './record.ts';
import { scheduleFlags } from './schedule.ts';

const flags: FlagSpecs = {
  with: { value: 'STR', help: 'the other schedule: one that differs in deviations alone is run only from there on' },
  ...scheduleFlags,
  'max-steps': { value: 'N', help: `statements after which a run is stopped (default ${defaultSteps})` },
};

export const compareHelp = `Usage: interleave compare [flags] --with SCHEDULE FILE.go...

Records a run under two schedules and prints until when both are the same, the first event in which they differ, and how their ends do. Exit status 0 if
they are the same, 1 if not or if the program does not compile.

${flagsHelp(flags)}`;

export function compareCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const other = schedulerOf(args.flags.get('with') ?? '');
  if (!args.flags.has('with')) throw new UsageError('--with says which the other schedule is');
  if ('error' in other) throw new UsageError(other.error);
  const recording = recordFiles(args);
  if (!recording) return 1;
  const fork = recording.fork(other, recordingOptions(args));
  const second = fork ? finish(fork) : recordFiles(args, other.text);
  if (!second) return 1;
  const comparison = compareTraces(recording.trace(), second.trace());
  writeText(1, report(comparison));
  return comparison.first === undefined && comparison.differences.length === 0 ? 0 : 1;
}

function report({ sameSteps, first, firstStatement, differences }: Comparison): string {
  const lines = [`the same for ${sameSteps} steps`];
  if (first) lines.push(`first: ${eventText(first.a)}`, `other: ${eventText(first.b)}`);
  if (firstStatement !== undefined) lines.push(`the first other statement is number ${firstStatement}`);
  for (const { what, a, b } of differences) lines.push(`${what}: ${JSON.stringify(a)}`, `${' '.repeat(what.length)}  ${JSON.stringify(b)}`);
  return `${lines.join('\n')}\n`;
}

function eventText(event: NonNullable<Comparison['first']>['a']): string {
  return event === undefined ? 'nothing more' : `step ${event.step}, goroutine ${event.g}: ${event.kind} ${event.args.join(' ')}`;
}
