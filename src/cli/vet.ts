import { check } from '../engine/index.ts';
import { type FlagSpecs, flagsHelp, parseArgs } from './args.ts';
import { printProblems, readSources } from './sources.ts';

const flags: FlagSpecs = {
  all: { help: 'print all errors, not only the first ten' },
};

export const vetHelp = `Usage: interleave vet [flags] FILE...\n\nType-checks a program. Exit status 1 if anything is wrong with it.\n\n${flagsHelp(flags)}`;

export function vetCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const { problems } = check(readSources(args.files), { anyPackage: true });
  printProblems(problems, args.flags.has('all'));
  return problems.length > 0 ? 1 : 0;
}
