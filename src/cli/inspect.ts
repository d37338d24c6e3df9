/** Stops a recorded run somewhere and prints who is there and what they have. */
import { type Breakpoint, type EventWord, eventWords, type Recording, type Value } from '../engine/index.ts';
import { type Args, type FlagSpecs, flagsHelp, numberFlag, parseArgs, UsageError } from './args.ts';
import { writeText } from './output.ts';
import { defaultSteps, recordFiles } from './record.ts';
import { scheduleFlags } from './schedule.ts';

const flags: FlagSpecs = {
  step: { value: 'N', help: 'after so many statements (default: the end); where a search begins' },
  break: { value: 'FILE:LINE', help: 'before the next statement of this line' },
  on: { value: 'EVENTS', help: `when one of these happens, separated by commas: ${eventWords.join(' ')}` },
  object: { value: 'N', help: 'of events, only those of the object with this number in the recording' },
  goroutine: { value: 'N', help: 'stop only for this goroutine, print only its state' },
  if: { value: 'EXPR', help: 'stop only where this Go expression is true' },
  back: { help: 'search backwards' },
  ...scheduleFlags,
  'max-steps': { value: 'N', help: `statements after which the run is stopped (default ${defaultSteps})` },
};

export const inspectHelp = `Usage: interleave inspect [flags] FILE.go...

Records a run, goes to a step of it or to where a breakpoint stops, and prints the goroutines there with their stacks and variables. Exit status 1 if
the program does not compile or the breakpoint never stops, else 0.

${flagsHelp(flags)}`;

export function inspectCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const breakpoint = breakpointOf(args);
  const recording = recordFiles(args);
  if (!recording) return 1;
  const back = args.flags.has('back');
  const from = numberFlag(args, 'step', breakpoint && !back ? 0 : recording.steps);
  const hit = breakpoint ? recording.hit(from, breakpoint, back ? 'backwards' : 'forwards') : { step: Math.min(from, recording.steps) };
  if (hit === undefined) {
    writeText(2, 'interleave: the breakpoint never stops\n');
    return 1;
  }
  if ('error' in hit) throw new UsageError(`--if ${args.flags.get('if')}: ${hit.error}`);
  writeText(1, state(recording, hit.step, goroutineOf(args)));
  return 0;
}

function goroutineOf(args: Args): number | undefined {
  return args.flags.has('goroutine') ? numberFlag(args, 'goroutine', 0, 1) : undefined;
}

/** Undefined: a step is wanted. */
function breakpointOf(args: Args): Breakpoint | undefined {
  const [line, on] = [args.flags.get('break'), args.flags.get('on')];
  const restriction = { goroutine: goroutineOf(args), condition: args.flags.get('if') };
  if (line !== undefined && on !== undefined) throw new UsageError('--break and --on exclude each other');
  if (line !== undefined) {
    const [, file, number] = /^(.+):(\d+)$/.exec(line) ?? [];
    if (file === undefined) throw new UsageError(`--break wants FILE:LINE, not ${JSON.stringify(line)}`);
    return { file, line: Number(number), ...restriction };
  }
  if (on === undefined && !args.flags.has('object')) return undefined;
  return { events: on === undefined ? [] : on.split(',').map(eventWord), object: args.flags.has('object') ? numberFlag(args, 'object', 0, 1) : undefined, ...restriction };
}

function eventWord(text: string): EventWord {
  return eventWords.find((word) => word === text) ?? unknownWord(text);
}

function unknownWord(text: string): never {
  throw new UsageError(`--on knows no ${JSON.stringify(text)}; there are ${eventWords.join(', ')}`);
}

function state(recording: Recording, step: number, goroutine: number | undefined): string {
  const views = recording.inspect(step, goroutine === undefined ? undefined : [goroutine]);
  const goroutines = views.map(({ goroutine: id, frames, createdBy }) => {
    const stack = frames.map(({ func, file, line, variables }) => `  ${func} ${file}:${line}\n${variables.map(variable).join('')}`).join('');
    return `goroutine ${id}${createdBy === '' ? '' : `, created by ${createdBy}`}\n${stack}`;
  });
  return `step ${step} of ${recording.steps}\n${goroutines.join('')}${recording.globals(step).map(variable).join('')}`;
}

function variable({ name, type, value }: Value): string {
  return `    ${name} ${type} = ${value}\n`;
}
