/** Schedules: a strategy, a seed and deviations from what the strategy would do. */
import type { Scheduler } from '../runtime/scheduler.ts';
import { bits, longSlice, strategies as all } from './strategies.ts';
import { parseSchedule, printSchedule, type Schedule, shown } from './string.ts';

export { parseSchedule, printSchedule, type Deviation, type Schedule } from './string.ts';

/** What there is to choose from. */
export const strategies: readonly { readonly name: string; readonly title: string }[] = all.map(({ name, title }) => ({ name, title }));

/** The scheduler that a schedule string names. */
export function schedulerOf(text: string): Scheduler | { readonly error: string } {
  const schedule = parseSchedule(text);
  return 'error' in schedule ? schedule : schedulerFor(schedule);
}

export function schedulerFor(schedule: Schedule): Scheduler | { readonly error: string } {
  const { seed, deviations } = schedule;
  const strategy = all.find(({ name }) => name === schedule.strategy);
  if (strategy === undefined) return { error: `no strategy ${shown(schedule.strategy)}; there are ${all.map(({ name }) => name).join(', ')}` };
  const taken = new Map(deviations.map(({ decision, index }) => [decision, index]));
  // A deviation beyond the alternatives there are takes the last one, so that a schedule edited by hand or made for another program runs.
  const deviate = (decision: number, count: number): number | undefined => {
    const index = taken.get(decision);
    return index === undefined ? undefined : Math.min(index, count - 1);
  };
  const first = deviations.reduce((least, { decision }) => Math.min(least, decision), Infinity);
  return {
    text: printSchedule(schedule),
    granularity: schedule.granularity,
    adversarial: schedule.time === 'adversarial',
    queue: strategy.queue,
    // Where only operations that synchronise are looked at, whoever does none for long is stopped all the same, so that busy waiting ends.
    quantum: schedule.granularity === 'sync' ? longSlice : strategy.quantum,
    syncQuantum: strategy.quantum,
    defaultRunsBefore: strategy.next === undefined ? first : 0,
    next: (decision, goroutines, count, stopping) => deviate(decision, count) ?? strategy.next?.(seed, decision, goroutines, count, stopping) ?? 0,
    choose: (decision, kind, count) => deviate(decision, count) ?? strategy.choose(seed, decision, kind, count),
    bits: (decision, part) => bits(seed, decision, part),
  };
}
