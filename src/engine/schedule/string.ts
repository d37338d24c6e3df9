/**
 * A schedule as a string: strategy, seed if it is not 1, options, and deviations, each the number of a decision and the alternative taken
 * instead.
 *
 *   go   random,7   go~10:3   pct,42~0:1~17:2   random,7+access+adversarial   pct,3+sync
 *
 * Printing what was parsed gives the canonical form: deviations in order, one for a decision, numbers without zeros in front.
 */
import type { Granularity } from '../runtime/scheduler.ts';

export interface Deviation {
  readonly decision: number;
  readonly index: number;
}

export interface Schedule {
  readonly strategy: string;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly granularity: Granularity;
  /** Patient: the clock stands still while anybody can run. Adversarial: anybody may be delayed past any timer, as on a slow machine. */
  readonly time: 'patient' | 'adversarial';
  readonly deviations: readonly Deviation[];
}

export const defaultSeed = 1;
const maxSeed = 4294967295;
const maxDecision = 0x7fffffff;
/** As much of a string as a message repeats. */
const shownLength = 60;

export function printSchedule({ strategy, seed, granularity, time, deviations }: Schedule): string {
  const options = `${granularity === 'statement' ? '' : `+${granularity}`}${time === 'adversarial' ? '+adversarial' : ''}`;
  const ordered = [...deviations].sort((a, b) => a.decision - b.decision);
  return `${strategy}${seed === defaultSeed ? '' : `,${seed}`}${options}${ordered.map(({ decision, index }) => `~${decision}:${index}`).join('')}`;
}

/** Says what is wrong with a string that is none. */
export function parseSchedule(text: string): Schedule | { readonly error: string } {
  const [head = '', ...rest] = text.trim().split('~');
  const wrong = (what: string) => ({ error: `schedule ${shown(text)}: ${what}` });
  const parts = /^([a-z]+)(?:,(\d+))?((?:\+[a-z]+)*)$/.exec(head);
  if (parts === null) return wrong('want a strategy and a seed, as in "go" or "random,7"');
  const seed = parts[2] === undefined ? defaultSeed : Number(parts[2]);
  if (seed > maxSeed) return wrong(`the seed is larger than ${maxSeed}`);
  const options = optionsOf((parts[3] ?? '').split('+').slice(1));
  if (typeof options === 'string') return wrong(options);
  const deviations = deviationsOf(rest);
  if (typeof deviations === 'string') return wrong(deviations);
  return { strategy: parts[1] as string, seed, ...options, deviations };
}

const knownOptions: readonly string[] = ['sync', 'access', 'adversarial'];

/** A text says what is wrong. */
function optionsOf(names: readonly string[]): Pick<Schedule, 'granularity' | 'time'> | string {
  const options = new Set(names);
  const unknown = names.find((option) => !knownOptions.includes(option));
  if (unknown !== undefined) return `no option ${shown(unknown)}; there are ${knownOptions.join(', ')}`;
  if (options.has('sync') && options.has('access')) return 'sync and access exclude each other';
  return {
    granularity: options.has('sync') ? 'sync' : options.has('access') ? 'access' : 'statement',
    time: options.has('adversarial') ? 'adversarial' : 'patient',
  };
}

/** Of two for one decision the last one counts. */
function deviationsOf(items: readonly string[]): readonly Deviation[] | string {
  const deviations = new Map<number, number>();
  for (const item of items) {
    const match = /^(\d+):(\d+)$/.exec(item);
    if (match === null) return `${shown(`~${item}`)} is no deviation; want decision:alternative, as in "~10:3"`;
    const [decision, index] = [Number(match[1]), Number(match[2])];
    if (decision > maxDecision || index > maxDecision) return `${shown(`~${item}`)} has a number larger than ${maxDecision}`;
    deviations.set(decision, index);
  }
  return [...deviations].map(([decision, index]) => ({ decision, index })).sort((a, b) => a.decision - b.decision);
}

/** In quotation marks, control characters escaped, the end of a long one left out. */
export function shown(text: string): string {
  const quoted = JSON.stringify(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);
  // JSON leaves those of Unicode's control characters that are not ASCII's first 32.
  return quoted.replace(/[\u007f-\u009f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
