import { describe, expect, it } from 'vitest';
import { Scripted } from './testing/scripted.ts';

function* acquire(m: Scripted, fp: number, address: number, front = 0) {
  yield* m.blocking('internal/rt.Semacquire', fp, address, address, 3, 9, front);
}

function release(m: Scripted, address: number, permits = 1): number {
  m.native('internal/rt.Semrelease', address, permits);
  return m.result(0);
}

describe('semaphores', () => {
  it('hand permits to waiters in order, except to those that asked for the front', () => {
    const m = new Scripted({ schedule: 'fifo' });
    const order: string[] = [];
    m.main(function* (fp) {
      const address = m.native('rt.new', 0);
      const other = m.native('rt.new', 0);
      for (const name of ['a', 'b', 'c']) {
        m.go(function* (worker) {
          yield* acquire(m, worker, address, name === 'c' ? 1 : 0);
          order.push(name);
        });
      }
      m.go(function* (worker) {
        yield* acquire(m, worker, other);
        order.push('other');
      });
      yield* m.gosched(fp);
      m.native('internal/rt.Waiters', address);
      expect(m.result(0)).toBe(3);
      for (let i = 0; i < 3; i++) expect(release(m, address)).toBe(1);
      expect(release(m, address)).toBe(0);
      expect(m.word(address)).toBe(1);
      yield* acquire(m, fp, address);
      expect(m.word(address)).toBe(0);
      yield* m.gosched(fp);
    });
    expect(m.run()).toBe('done');
    expect(order).toEqual(['c', 'a', 'b']);
  });

  it('keep what is released to nobody', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      const address = m.native('rt.new', 0);
      expect(release(m, address, 3)).toBe(0);
      for (let i = 0; i < 3; i++) yield* acquire(m, fp, address);
      yield* acquire(m, fp, address);
    });
    expect(m.run()).toBe('stuck');
    expect(m.runtime.stateWord(m.runtime.goroutines()[0] as number)).toBe('sync.Mutex.Lock');
  });
});
