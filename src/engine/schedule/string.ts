/**
 * A schedule as a string: strategy, seed if it is not 1, options, and deviations, each the number of a decision and the alternative taken
 * instead.
 *
 *   go   random,7   go~10:3   pct,42~0:1~17:2   random,7+access+adversarial
 *
 * Printing what was parsed gives the canonical form: deviations in order, one for a decision.
 */
export interface Deviation {
  readonly decision: number;
  readonly index: number;
}

export interface Schedule {
  readonly strategy: string;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Where a goroutine can be stopped: at statements, or also at every access to memory that others may know. */
  readonly granularity: 'statement' | 'access';
  /** Patient: the clock stands still while anybody can run. Adversarial: anybody may be delayed past any timer, as on a slow machine. */
  readonly time: 'patient' | 'adversarial';
  readonly deviations: readonly Deviation[];
}

export const defaultSeed = 1;
const maxSeed = 4294967295;
const maxDecision = 0x7fffffff;

export function printSchedule({ strategy, seed, granularity, time, deviations }: Schedule): string {
  const options = `${granularity === 'access' ? '+access' : ''}${time === 'adversarial' ? '+adversarial' : ''}`;
  const ordered = [...deviations].sort((a, b) => a.decision - b.decision);
  return `${strategy}${seed === defaultSeed ? '' : `,${seed}`}${options}${ordered.map(({ decision, index }) => `~${decision}:${index}`).join('')}`;
}

/** Says what is wrong with a string that is none. */
export function parseSchedule(text: string): Schedule | { readonly error: string } {
  const [head = '', ...rest] = text.trim().split('~');
  const parts = /^([a-z]+)(?:,(\d+))?((?:\+[a-z]+)*)$/.exec(head);
  if (parts === null) return { error: `schedule "${text}": want a strategy and a seed, as in "go" or "random,7"` };
  const seed = parts[2] === undefined ? defaultSeed : Number(parts[2]);
  if (seed > maxSeed) return { error: `schedule "${text}": the seed is larger than ${maxSeed}` };
  const options = new Set((parts[3] ?? '').split('+').slice(1));
  const unknown = [...options].find((option) => option !== 'access' && option !== 'adversarial');
  if (unknown !== undefined) return { error: `schedule "${text}": no option "${unknown}"; there are access and adversarial` };
  const deviations = new Map<number, number>();
  for (const item of rest) {
    const match = /^(\d+):(\d+)$/.exec(item);
    if (match === null || Number(match[1]) > maxDecision || Number(match[2]) > maxDecision) {
      return { error: `schedule "${text}": "~${item}" is no deviation; want decision:alternative, as in "~10:3"` };
    }
    deviations.set(Number(match[1]), Number(match[2]));
  }
  const ordered = [...deviations].map(([decision, index]) => ({ decision, index })).sort((a, b) => a.decision - b.decision);
  return {
    strategy: parts[1] as string,
    seed,
    granularity: options.has('access') ? 'access' : 'statement',
    time: options.has('adversarial') ? 'adversarial' : 'patient',
    deviations: ordered,
  };
}
