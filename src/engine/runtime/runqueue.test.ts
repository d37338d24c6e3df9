import { describe, expect, it } from 'vitest';
import { Scripted } from './testing/scripted.ts';

/** The order in which `count` goroutines run that are all created before the first can. */
function orderOf(count: number, schedule = 'go'): number[] {
  const m = new Scripted({ schedule });
  const order: number[] = [];
  m.main(function* (fp) {
    const done = m.chan();
    for (let i = 0; i < count; i++) {
      // A goroutine that only appends and ends.
      m.go(function* (worker) {
        order.push(i);
        if (order.length === count) yield* m.close(worker, done);
      });
    }
    m.runtime.checkInvariants();
    yield* m.receive(fp, done, () => {});
  });
  expect(m.run()).toBe('done');
  return order;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

describe('the run queue of the strategy "go"', () => {
  it('runs the goroutine made last first, then the others in order, as Go does with one processor', () => {
    expect(orderOf(5)).toEqual([4, 0, 1, 2, 3]);
  });

  it('yields behind everybody, but not behind what others make meanwhile', () => {
    const m = new Scripted();
    const order: string[] = [];
    m.main(function* (fp) {
      const done = m.chan();
      for (let i = 0; i < 3; i++) {
        m.go(function* (worker) {
          for (let k = 0; k < 3; k++) {
            order.push(String(i));
            if (k === 1) {
              m.go(function* () {
                order.push(`s${i}`);
              });
            }
            yield* m.gosched(worker);
          }
          yield* m.send(worker, done, 0);
        });
      }
      for (let i = 0; i < 3; i++) yield* m.receive(fp, done, () => {});
    });
    m.run();
    // As Go 1.19 prints with GOMAXPROCS=1.
    expect(order.join(' ')).toBe('2 0 1 2 s2 0 s0 1 s1 2 0 1');
  });

  it('moves the older half of a full local queue to the global one', () => {
    // The first 256 fill the queue; the 258th pushes 128 of them and itself behind: what remains runs first.
    const order = orderOf(300);
    expect([...order].sort((a, b) => a - b)).toEqual(range(0, 300));
    expect(order[0]).toBe(299);
    expect(order.slice(1, 61)).toEqual(range(128, 188));
    expect(order[61]).toBe(0);
  });
});

describe('the run queue of other strategies', () => {
  it('is first in, first out', () => {
    expect(orderOf(300, 'fifo')).toEqual(range(0, 300));
  });

  it('is last in, first out', () => {
    expect(orderOf(5, 'lifo')).toEqual([4, 3, 2, 1, 0]);
  });
});
