import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecorder } from '../trace/columns.ts';
import { validateTrace } from '../trace/validate.ts';
import { Scripted } from './testing/scripted.ts';

const verdict = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;

describe('channels', () => {
  it('hand values over in order, whoever comes first', () => {
    const m = new Scripted();
    const got: (number | undefined)[] = [];
    m.main(function* (fp) {
      const c = m.chan();
      m.go(function* (worker) {
        for (let i = 1; i <= 5; i++) yield* m.send(worker, c, i * 10);
        yield* m.close(worker, c);
      });
      for (;;) {
        let last: number | undefined;
        yield* m.receive(fp, c, (value) => got.push((last = value)));
        m.runtime.checkInvariants();
        if (last === undefined) return;
      }
    });
    expect(m.run()).toBe('done');
    expect(got).toEqual([10, 20, 30, 40, 50, undefined]);
  });

  it('serve waiters first come, first served', () => {
    const m = new Scripted({ schedule: 'fifo' });
    const got: string[] = [];
    m.main(function* (fp) {
      const c = m.chan();
      for (const name of ['a', 'b', 'c']) {
        m.go(function* (worker) {
          yield* m.receive(worker, c, (value) => got.push(`${name}${value}`));
        });
      }
      yield* m.gosched(fp);
      for (let i = 0; i < 3; i++) yield* m.send(fp, c, i);
      yield* m.gosched(fp);
    });
    m.run();
    expect(got).toEqual(['a0', 'b1', 'c2']);
  });

  it('block for ever when nil', () => {
    const m = new Scripted();
    m.main(function* (fp) {
      yield* m.send(fp, 0, 1);
    });
    expect(m.run()).toBe('stuck');
    expect(m.runtime.stateWord(m.runtime.goroutines()[0] as number)).toBe('chan send (nil chan)');
  });

  it('panic on a send to a closed one, on a second close, and on a close of nil', () => {
    for (const act of ['send', 'close', 'nil'] as const) {
      const m = new Scripted();
      m.main(function* (fp) {
        const c = m.chan(1);
        yield* m.close(fp, act === 'nil' ? 0 : c);
        if (act === 'send') yield* m.send(fp, c, 1);
        else yield* m.close(fp, c);
      });
      expect(m.run()).toBe('raised');
    }
  });

  it('give what is buffered before they tell that they are closed', () => {
    const m = new Scripted();
    const got: (number | undefined)[] = [];
    m.main(function* (fp) {
      const c = m.chan(3);
      yield* m.send(fp, c, 1);
      yield* m.send(fp, c, 2);
      expect(m.native('rt.chanLen', c)).toBe(2);
      expect(m.native('rt.chanCap', c)).toBe(3);
      yield* m.close(fp, c);
      for (let i = 0; i < 3; i++) yield* m.receive(fp, c, (value) => got.push(value));
    });
    m.run();
    expect(got).toEqual([1, 2, undefined]);
  });
});

interface Operation {
  readonly kind: 'send' | 'receive' | 'select' | 'yield';
  readonly channel: number;
  readonly other: number;
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom('send', 'receive', 'select', 'yield'),
  channel: fc.nat(2),
  other: fc.nat(2),
});

describe('any program of sends, receives and selects', () => {
  it('neither loses nor invents values, and is recorded as it can have happened', () => {
    const programs = fc.record({
      capacities: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }),
      workers: fc.array(fc.array(operation, { maxLength: 12 }), { minLength: 2, maxLength: 5 }),
      schedule: fc.constantFrom('go', 'fifo', 'lifo', 'random,3', 'random,99', 'pct,5'),
    });
    fc.assert(
      fc.property(programs, ({ capacities, workers, schedule }) => {
        const recorder = createRecorder();
        const m = new Scripted({ schedule, recorder });
        /** By channel: what was received; by channel and sender: what was sent successfully. */
        const received: number[][] = [[], [], []];
        const sent: number[][] = [[], [], []];
        m.main(function* (fp) {
          const channels = capacities.map((capacity) => m.chan(capacity));
          const channel = (i: number): number => channels[i] as number;
          workers.forEach((operations, worker) => {
            let next = worker * 1000;
            m.go(function* (frame) {
              for (const { kind, channel: i, other } of operations) {
                if (kind === 'yield') yield* m.gosched(frame);
                else if (kind === 'send') {
                  const value = next++;
                  yield* m.send(frame, channel(i), value);
                  sent[i]?.push(value);
                } else if (kind === 'receive') yield* m.receive(frame, channel(i), (value) => received[i]?.push(value as number));
                else {
                  const value = next++;
                  yield* m.select(frame, [[channel(i)], [channel(other), value]], false, (index, got) => {
                    if (index === 0) received[i]?.push(got as number);
                    else sent[other]?.push(value);
                  });
                }
                m.runtime.checkInvariants();
              }
            });
          });
          for (let i = 0; i < 200; i++) yield* m.gosched(fp);
          channels.forEach((c, i) => {
            const waiting = (received[i] as number[]).length + m.native('rt.chanLen', c);
            expect(waiting).toBe((sent[i] as number[]).length);
          });
        });
        m.run();
        expect(validateTrace(recorder.finish({ engine: '', steps: m.steps, sites: [], verdict, schedule }))).toEqual([]);
        received.forEach((values, i) => {
          for (const value of values) expect(sent[i]).toContain(value);
          expect(new Set(values).size).toBe(values.length);
        });
      }),
      { numRuns: 80 },
    );
  });
});
