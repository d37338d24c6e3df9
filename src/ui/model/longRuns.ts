/** Long rehearsed runs, for properties and benchmarks. */
import type { Trace } from '../../engine/trace/trace.ts';
import { Rehearsal } from './rehearsal/rehearsal.ts';

/** Nine workers and a feeder pass values through two channels until there are about so many events. */
export function manyMessages(events: number): Trace {
  const r = new Rehearsal({ quantum: 50 });
  return r.run(function* () {
    const jobs = r.make(2, 'jobs', 16);
    const results = r.make(3, 'results', 4);
    for (let w = 1; w <= 9; w++) {
      r.go(5, 'main.worker', `id ${w}`, function* () {
        for (;;) {
          const { value, ok } = yield* r.recv(10, jobs);
          if (!ok) return;
          yield* r.send(11, results, value);
        }
      });
    }
    const count = Math.floor(events / 7);
    r.go(6, 'main.feed', '', function* () {
      for (let i = 0; i < count; i++) yield* r.send(15, jobs, String(i % 1000));
      r.close(16, jobs);
    });
    for (let i = 0; i < count; i++) yield* r.recv(7, results);
  });
}

/** So many goroutines that each take a lock, sleep and report on a channel a few times. */
export function manyGoroutines(count: number, rounds: number): Trace {
  const r = new Rehearsal();
  return r.run(function* () {
    const mu = r.mutex(2, 'mu');
    const done = r.make(3, 'done');
    for (let w = 1; w <= count; w++) {
      r.go(5, 'main.worker', `id ${w}`, function* () {
        for (let i = 0; i < rounds; i++) {
          yield* r.lock(10, mu);
          r.unlock(11, mu);
          yield* r.sleep(12, 1e6 * (1 + (w % 7)));
        }
        yield* r.send(13, done, String(w));
      });
    }
    for (let w = 1; w <= count; w++) yield* r.recv(7, done);
  });
}
