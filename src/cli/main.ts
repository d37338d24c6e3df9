/** The command line: the same engine without a page. */
import './thrift.ts';
import { OutputClosed, flush, writeText } from './output.ts';
import { UsageError } from './args.ts';
import { compareCommand, compareHelp } from './compare.ts';
import { inspectCommand, inspectHelp } from './inspect.ts';
import { runCommand, runHelp } from './run.ts';
import { traceCommand, traceHelp } from './trace.ts';
import { vetCommand, vetHelp } from './vet.ts';

interface Command {
  readonly summary: string;
  readonly help: string;
  run(argv: readonly string[]): number;
}

const commands: Readonly<Record<string, Command>> = {
  run: { summary: 'run a program on the simulated scheduler', help: runHelp, run: runCommand },
  trace: { summary: 'record a run, or read a recording, and print its events', help: traceHelp, run: traceCommand },
  inspect: { summary: 'stop a recorded run somewhere and print stacks and variables', help: inspectHelp, run: inspectCommand },
  compare: { summary: 'record a program under two schedules and tell what differs', help: compareHelp, run: compareCommand },
  vet: { summary: 'type-check a program and look for common mistakes', help: vetHelp, run: vetCommand },
};

function usage(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}\n`);
  return `Usage: interleave COMMAND [flags] FILE...\n\n${rows.join('')}\n\`interleave COMMAND --help\` tells the flags of a command.\n`;
}

/** Runs a command; the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  try {
    const status = guarded(name, rest);
    flush();
    return status;
  } catch (error) {
    if (error instanceof OutputClosed) return closedPipe;
    throw error;
  }
}

/** As a shell reports a command that was ended by SIGPIPE. */
const closedPipe = 141;

function guarded(name: string | undefined, rest: readonly string[]): number {
  try {
    return dispatch(name, rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeText(2, `interleave${name !== undefined && commands[name] ? ` ${name}` : ''}: ${error.message}\n`);
    return 1;
  }
}

function dispatch(name: string | undefined, rest: readonly string[]): number {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    writeText(name === undefined ? 2 : 1, usage());
    return name === undefined ? 1 : 0;
  }
  const command = commands[name];
  if (!command) throw new UsageError(`unknown command ${JSON.stringify(name)}\n\n${usage().trimEnd()}`);
  if (rest.includes('--help') || rest.includes('-h')) {
    writeText(1, command.help);
    return 0;
  }
  return command.run(rest);
}
