/** The flags that say who runs when, shared by the commands that run programs. */
import { type Divergence, strategies } from '../engine/index.ts';
import { type Args, type FlagSpecs, numberFlag, UsageError } from './args.ts';
import { writeText } from './output.ts';

export const scheduleFlags: FlagSpecs = {
  strategy: { value: 'S', help: `who runs next: ${strategies.map(({ name }) => name).join(', ')} (default go)` },
  seed: { value: 'N', help: 'seed of all choices (default 1)' },
  granularity: { value: 'G', help: 'where goroutines can be stopped: statement (default); sync: only where they synchronise; access: also at every access to shared memory' },
  time: { value: 'T', help: 'patient (default): time passes when nobody can run; adversarial: anybody may be delayed past any timer' },
  schedule: { value: 'STR', help: 'strategy, seed, options and deviations in one string, as a recording names it' },
};

export function scheduleText(args: Args): string {
  const options = choice(args, 'granularity', ['statement', 'sync', 'access']) + choice(args, 'time', ['patient', 'adversarial']);
  return args.flags.get('schedule') ?? `${args.flags.get('strategy') ?? 'go'},${numberFlag(args, 'seed', 1)}${options}`;
}

/** Says on standard error what the schedule's program had and this one does not. */
export function printDivergence(divergence: Divergence | undefined): void {
  if (divergence) writeText(2, `interleave: after step ${divergence.step}: ${divergence.text}\n`);
}

/** The option as a schedule names it; nothing for the first value, the default. */
function choice(args: Args, flag: string, values: readonly [string, ...string[]]): string {
  const value = args.flags.get(flag) ?? values[0];
  if (!values.includes(value)) throw new UsageError(`--${flag} wants ${values.join(' or ')}, not ${JSON.stringify(value)}`);
  return value === values[0] ? '' : `+${value}`;
}
