import { readFileSync } from 'node:fs';
import { compile, runToEnd, schedulerOf } from '../engine/index.ts';
import { type FlagSpecs, flagsHelp, numberFlag, parseArgs, UsageError } from './args.ts';
import { flush, write, writeText } from './output.ts';
import { printDivergence, scheduleFlags, scheduleText } from './schedule.ts';
import { printProblems, readSources } from './sources.ts';

const defaultSteps = 1_000_000_000_000;
const defaultMegabytes = 1024;

const flags: FlagSpecs = {
  ...scheduleFlags,
  'max-steps': { value: 'N', help: 'statements after which the run is stopped' },
  'max-memory': { value: 'MB', help: `megabytes of memory the program may use (default ${defaultMegabytes})` },
};

export const runHelp = `Usage: interleave run [flags] FILE...

Runs a program on the simulated scheduler, in virtual time. Exit status: the program's own; 1 if it does not compile; 2 for a panic or fatal
error; 124 if a budget ended it or it was recognised as livelocked.

${flagsHelp(flags)}`;

export function runCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const files = readSources(args.files);
  const schedule = scheduleText(args);
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new UsageError(scheduler.error);
  const { executable, problems } = compile(files, { trace: false, granularity: scheduler.granularity });
  if (!executable) {
    printProblems(problems, false);
    return 1;
  }
  const result = runToEnd(executable, {
    files,
    schedule,
    maxSteps: numberFlag(args, 'max-steps', defaultSteps, 1),
    maxMemory: numberFlag(args, 'max-memory', defaultMegabytes, 1) * 1024 * 1024,
    maxOutput: Infinity,
    args: [args.files[0] ?? 'main'],
    stdin: readStdin,
    env: {},
    onOutput: write,
  });
  if ('error' in result) throw new UsageError(result.error);
  flush();
  writeText(2, result.verdict.stderr);
  printDivergence(result.divergence);
  return result.verdict.exitCode;
}

/** Read whole when the program first asks for it. */
function readStdin(): Uint8Array {
  return process.stdin.isTTY ? new Uint8Array() : readFileSync(0);
}
