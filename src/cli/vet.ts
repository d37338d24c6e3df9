import { vet } from '../engine/index.ts';
import { type FlagSpecs, flagsHelp, parseArgs } from './args.ts';
import { printProblems, readSources } from './sources.ts';

const flags: FlagSpecs = {
  all: { help: 'print all errors, not only the first ten' },
};

export const vetHelp = `Usage: interleave vet [flags] FILE...\n\nType-checks a program; if it is correct, looks for the mistakes that go vet finds: copylocks, loopclosure, lostcancel, printf, unusedresult.\nExit status 1 if anything is wrong with it.\n\n${flagsHelp(flags)}`;

export function vetCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const { problems, findings } = vet(readSources(args.files));
  printProblems(problems, args.flags.has('all'));
  printProblems(findings, true);
  return problems.length + findings.length > 0 ? 1 : 0;
}
