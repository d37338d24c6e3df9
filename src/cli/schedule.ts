/** The flags that say who runs when, shared by the commands that run programs. */
import { strategies } from '../engine/index.ts';
import { type Args, type FlagSpecs, numberFlag } from './args.ts';

export const scheduleFlags: FlagSpecs = {
  strategy: { value: 'S', help: `who runs next: ${strategies.map(({ name }) => name).join(', ')} (default go)` },
  seed: { value: 'N', help: 'seed of all choices (default 1)' },
  schedule: { value: 'STR', help: 'strategy, seed and deviations in one string, as a recording names it' },
};

export function scheduleText(args: Args): string {
  return args.flags.get('schedule') ?? `${args.flags.get('strategy') ?? 'go'},${numberFlag(args, 'seed', 1)}`;
}
