import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecisionKind } from '../trace/events.ts';
import { parseSchedule, printSchedule, schedulerOf, strategies } from './index.ts';

const deviation = fc.record({ decision: fc.nat(0x7fffffff), index: fc.nat(1000) });
const schedules = fc.record({
  strategy: fc.constantFrom(...strategies.map(({ name }) => name)),
  seed: fc.nat(0xffffffff),
  granularity: fc.constantFrom('statement', 'sync', 'access'),
  time: fc.constantFrom('patient', 'adversarial'),
  deviations: fc.uniqueArray(deviation, { selector: ({ decision }) => decision, maxLength: 6 }),
});

function scheduler(text: string) {
  const found = schedulerOf(text);
  if ('error' in found) throw new Error(found.error);
  return found;
}

describe('a schedule string', () => {
  it('is parsed to what was printed', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const deviations = [...schedule.deviations].sort((a, b) => a.decision - b.decision);
        expect(parseSchedule(printSchedule(schedule))).toEqual({ ...schedule, deviations });
      }),
    );
  });

  it('is short', () => {
    expect(printSchedule({ strategy: 'go', seed: 1, granularity: 'statement', time: 'patient', deviations: [{ decision: 10, index: 3 }] })).toBe('go~10:3');
    expect(scheduler('random,7').text).toBe('random,7');
    expect(scheduler('go,1~3:1~0:2').text).toBe('go~0:2~3:1');
    expect(scheduler('random,7+adversarial+access~1:1').text).toBe('random,7+access+adversarial~1:1');
  });

  it('that is none is explained', () => {
    for (const text of ['', 'go,', 'go~1', 'go,4294967296', 'Go', 'go~1:2~x', 'dice', 'go+', 'go+often']) expect(schedulerOf(text)).toHaveProperty('error');
    expect(schedulerOf('dice')).toEqual({ error: 'no strategy "dice"; there are go, fifo, lifo, random, pct, replay, manual' });
  });
});

describe('a scheduler', () => {
  const three = Int32Array.of(4, 7, 9);

  it('always answers with one of the alternatives, and the same again', () => {
    fc.assert(
      fc.property(schedules, fc.nat(5000), fc.integer({ min: 2, max: 3 }), (schedule, decision, count) => {
        const one = scheduler(printSchedule(schedule));
        const answers = () =>
          [one.next(decision, three, count, 0), one.choose(decision, DecisionKind.Select, count), one.bits(decision, 0)] as const;
        const [next, choice] = answers();
        for (const index of [next, choice]) expect(index).toBeGreaterThanOrEqual(0);
        for (const index of [next, choice]) expect(index).toBeLessThan(count);
        expect(answers()).toEqual(answers());
      }),
    );
  });

  it('deviates where its schedule says so', () => {
    const one = scheduler('go~10:2~12:9');
    expect([9, 10, 11, 12].map((decision) => one.next(decision, three, 3, 0))).toEqual([0, 2, 0, 2]);
    expect(one.choose(10, DecisionKind.Timer, 3)).toBe(2);
    expect(one.defaultRunsBefore).toBe(10);
    expect(scheduler('go').defaultRunsBefore).toBe(Infinity);
    expect(scheduler('random').defaultRunsBefore).toBe(0);
  });

  it('that is random takes every alternative about as often', () => {
    const one = scheduler('random,11');
    const counts = [0, 0, 0];
    for (let decision = 0; decision < 3000; decision++) {
      const index = one.next(decision, three, 3, 0);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });

  it('by priorities runs the same goroutine for long stretches', () => {
    const one = scheduler('pct,3');
    const taken = Array.from({ length: 1000 }, (_, decision) => one.next(decision, three, 3, 0));
    expect(taken.filter((index, i) => i > 0 && index !== taken[i - 1]).length).toBeLessThanOrEqual(3);
    expect(one.next(5000, three, 3, 0)).toBe(0);
  });
});
