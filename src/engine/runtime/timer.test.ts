import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimerKind } from '../trace/events.ts';
import { timer } from './timer.ts';
import { Scripted } from './testing/scripted.ts';

const second = 1e9;

/** A timer with a channel of capacity 1; its "time.Time" is an int here, so the value at Epoch is sent. */
function makeTimer(m: Scripted, kind: number, when: number, period = 0): { readonly t: number; readonly c: number } {
  const t = m.native('rt.newArray', 0, timer.size / 8);
  const c = m.chan(1);
  const long = (at: number, value: number): void => {
    m.setWord(t + at, value | 0);
    m.setWord(t + at + 4, Math.floor(value / 2 ** 32));
  };
  long(timer.when, when);
  long(timer.period, period);
  m.setWord(t + timer.kind, kind);
  m.setWord(t + timer.channel, c);
  m.setWord(t + timer.value, 7);
  m.native('internal/rt.TimerStart', t);
  return { t, c };
}

describe('the virtual clock', () => {
  it('wakes sleepers in the order of their times, and of falling asleep where these are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 40 }), (delays) => {
        const m = new Scripted({ schedule: 'fifo' });
        const woken: number[] = [];
        m.main(function* (fp) {
          delays.forEach((delay, i) => {
            m.go(function* (worker) {
              yield* m.sleep(worker, (delay + 1) * second);
              expect(m.runtime.now()).toBe((delay + 1) * second);
              m.runtime.checkInvariants();
              woken.push(i);
            });
          });
          yield* m.sleep(fp, 10 * second);
        });
        expect(m.run()).toBe('done');
        const order = delays.map((delay, i) => [delay, i] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(woken).toEqual(order.map(([, i]) => i));
      }),
      { numRuns: 40 },
    );
  });

  it('stands still while somebody can run', () => {
    const m = new Scripted();
    let yields = 0;
    m.main(function* (fp) {
      m.go(function* (worker) {
        yield* m.sleep(worker, 1);
        yields = -1;
      });
      for (let i = 0; i < 100; i++) {
        yield* m.gosched(fp);
        yields++;
      }
      expect(m.runtime.now()).toBe(0);
      expect(yields).toBe(100);
    });
    expect(m.run()).toBe('done');
  });

  it('goes on although somebody runs who only waits busily', () => {
    const m = new Scripted();
    let done = false;
    m.main(function* (fp) {
      m.go(function* (worker) {
        yield* m.sleep(worker, second);
        done = true;
      });
      while (!done) {
        m.runtime.ran(50);
        yield* m.gosched(fp);
      }
    });
    expect(m.run()).toBe('done');
    expect(m.runtime.now()).toBe(second);
  });
});

describe('timers', () => {
  it('send once on their channel', () => {
    const m = new Scripted();
    const got: (number | undefined)[] = [];
    m.main(function* (fp) {
      const { t, c } = makeTimer(m, TimerKind.Timer, second);
      expect(m.word(t + timer.state)).not.toBe(0);
      yield* m.receive(fp, c, (value) => got.push(value));
      expect(m.word(t + timer.state)).toBe(0);
      expect(m.runtime.now()).toBe(second);
      yield* m.receive(fp, c, () => {});
    });
    expect(m.run()).toBe('stuck');
    expect(got).toEqual([7]);
  });

  it('do not fire once stopped, and what they have sent already is gone', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      const { t, c } = makeTimer(m, TimerKind.Timer, second);
      m.native('internal/rt.TimerStop', t);
      expect(m.result(0)).toBe(1);
      m.native('internal/rt.TimerStop', t);
      expect(m.result(0)).toBe(0);
      const late = makeTimer(m, TimerKind.Timer, second);
      yield* m.sleep(fp, 2 * second);
      expect(m.native('rt.chanLen', late.c)).toBe(0);
      m.native('internal/rt.TimerStop', late.t);
      expect(m.result(0)).toBe(1);
      let index = 0;
      yield* m.select(fp, [[c], [late.c]], true, (chosen) => (index = chosen));
      expect(index).toBe(-1);
    });
    expect(m.run()).toBe('done');
  });

  it('that tick are received once for every period, without a backlog', () => {
    const m = new Scripted();
    const times: number[] = [];
    m.main(function* (fp) {
      const { c } = makeTimer(m, TimerKind.Ticker, second, second);
      for (let i = 0; i < 3; i++) {
        yield* m.receive(fp, c, () => {});
        times.push(m.runtime.now() / second);
      }
      yield* m.sleep(fp, 5.5 * second);
      for (let i = 0; i < 2; i++) {
        yield* m.receive(fp, c, () => {});
        times.push(m.runtime.now() / second);
      }
    });
    m.run();
    expect(times).toEqual([1, 2, 3, 8.5, 9]);
  });

  it('that nobody waits for do not keep a program alive', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      makeTimer(m, TimerKind.Ticker, second, second);
      yield* m.receive(fp, m.chan(), () => {});
    });
    expect(m.run()).toBe('stuck');
    expect(m.runtime.now()).toBe(0);
  });

  it('started for a time that has passed fire before the clock moves', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      const { c } = makeTimer(m, TimerKind.Timer, 0);
      yield* m.gosched(fp);
      let index = 0;
      yield* m.select(fp, [[c]], true, (chosen) => (index = chosen));
      expect(index).toBe(0);
      expect(m.runtime.now()).toBe(0);
    });
    expect(m.run()).toBe('done');
  });
});
