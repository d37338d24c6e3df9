import { describe, expect, it } from 'vitest';
import { Scripted } from './testing/scripted.ts';

describe('select', () => {
  it('takes the only ready case, or the default if none is', () => {
    const m = new Scripted();
    const chosen: number[] = [];
    m.main(function* (fp) {
      const empty = m.chan();
      const full = m.chan(1);
      yield* m.send(fp, full, 5);
      yield* m.select(fp, [[empty], [full]], true, (index, value) => chosen.push(index, value as number));
      yield* m.select(fp, [[empty], [full]], true, (index) => chosen.push(index));
      yield* m.select(fp, [[empty], [full, 6]], true, (index) => chosen.push(index));
      yield* m.select(fp, [[0], [0, 1]], true, (index) => chosen.push(index));
    });
    m.run();
    expect(chosen).toEqual([1, 5, -1, 1, -1]);
  });

  it('takes each of several ready cases in some schedule', () => {
    const seen = new Set<number>();
    for (let seed = 1; seed <= 30; seed++) {
      const m = new Scripted({ schedule: `go,${seed}` });
      m.main(function* (fp) {
        const channels = [m.chan(1), m.chan(1), m.chan(1)];
        for (const c of channels) yield* m.send(fp, c, 1);
        yield* m.select(
          fp,
          channels.map((c) => [c] as const),
          false,
          (index) => seen.add(index),
        );
      });
      m.run();
    }
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });

  it('waits at all channels, leaves them all when one is served, and may stand in both queues of one', () => {
    const m = new Scripted();
    const log: string[] = [];
    m.main(function* (fp) {
      const a = m.chan();
      const b = m.chan();
      m.go(function* (worker) {
        yield* m.select(worker, [[a], [b], [b, 3]], false, (index, value) => log.push(`${index}:${value}`));
      });
      yield* m.gosched(fp);
      yield* m.receive(fp, b, (value) => log.push(`got ${value}`));
      yield* m.select(fp, [[a, 1], [b, 1], [b]], true, (index) => log.push(String(index)));
      yield* m.gosched(fp);
    });
    m.run();
    expect(log).toEqual(['got 3', '-1', '2:undefined']);
  });

  it('is told when a channel is closed', () => {
    const m = new Scripted();
    const log: (number | undefined)[] = [];
    m.main(function* (fp) {
      const c = m.chan();
      m.go(function* (worker) {
        yield* m.select(worker, [[m.chan()], [c]], false, (index, value) => log.push(index, value));
      });
      yield* m.gosched(fp);
      yield* m.close(fp, c);
      yield* m.gosched(fp);
    });
    m.run();
    expect(log).toEqual([1, undefined]);
  });

  it('without cases blocks for ever', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      yield* m.select(fp, [], false, () => {});
    });
    expect(m.run()).toBe('stuck');
    expect(m.runtime.stateWord(m.runtime.goroutines()[0] as number)).toBe('select (no cases)');
  });
});
