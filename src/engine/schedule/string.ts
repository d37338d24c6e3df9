/**
 * A schedule as a string: strategy, seed if it is not 1, and deviations, each the number of a decision and the alternative taken instead.
 *
 *   go   random,7   go~10:3   pct,42~0:1~17:2
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
  readonly deviations: readonly Deviation[];
}

export const defaultSeed = 1;
const maxSeed = 4294967295;
const maxDecision = 0x7fffffff;

export function printSchedule({ strategy, seed, deviations }: Schedule): string {
  const ordered = [...deviations].sort((a, b) => a.decision - b.decision);
  return `${strategy}${seed === defaultSeed ? '' : `,${seed}`}${ordered.map(({ decision, index }) => `~${decision}:${index}`).join('')}`;
}

/** Says what is wrong with a string that is none. */
export function parseSchedule(text: string): Schedule | { readonly error: string } {
  const [head = '', ...rest] = text.trim().split('~');
  const parts = /^([a-z]+)(?:,(\d+))?$/.exec(head);
  if (parts === null) return { error: `schedule "${text}": want a strategy and a seed, as in "go" or "random,7"` };
  const seed = parts[2] === undefined ? defaultSeed : Number(parts[2]);
  if (seed > maxSeed) return { error: `schedule "${text}": the seed is larger than ${maxSeed}` };
  const deviations = new Map<number, number>();
  for (const item of rest) {
    const match = /^(\d+):(\d+)$/.exec(item);
    if (match === null || Number(match[1]) > maxDecision || Number(match[2]) > maxDecision) {
      return { error: `schedule "${text}": "~${item}" is no deviation; want decision:alternative, as in "~10:3"` };
    }
    deviations.set(Number(match[1]), Number(match[2]));
  }
  const ordered = [...deviations].map(([decision, index]) => ({ decision, index })).sort((a, b) => a.decision - b.decision);
  return { strategy: parts[1] as string, seed, deviations: ordered };
}
