/**
 * Whole runs of the tutorial's five programs, rehearsed: what the engine records for them, written before and beside it. The line
 * numbers are those of the programs as the page shows them.
 */
import type { Trace } from '../../engine/trace/trace.ts';
import type { Channel } from './rehearsal/channels.ts';
import type { WaitGroup } from './rehearsal/locks.ts';
import type { Body } from './rehearsal/processor.ts';
import { Rehearsal, type Context } from './rehearsal/rehearsal.ts';
import { party } from './traceBuilder.ts';

const second = 1e9;

/** A number generator for fixtures (mulberry32): the same choices in every run. */
function chooser(seed: number): (alternatives: number) => number {
  let state = seed;
  return (alternatives) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % alternatives;
  };
}

/** Three workers take `jobs` from a buffered channel and sleep a second each. The mock's screen is a step of this. */
export function workerPool(jobs = 9, seed?: number): Trace {
  const r = new Rehearsal(seed === undefined ? {} : { choose: chooser(seed) });
  function* worker(id: number, queue: Channel, wg: WaitGroup): Body {
    yield* r.at(10);
    for (;;) {
      const { value, ok } = yield* r.recv(11, queue);
      if (!ok) break;
      r.print(12, `Worker ${id} processing job ${value}\n`);
      yield* r.sleep(13, second);
    }
    r.add(15, wg, -1);
  }
  return r.run(function* () {
    const queue = r.make(19, 'jobs', 10);
    const wg = r.waitGroup(20, 'wg');
    yield* r.at(22);
    for (let w = 1; w <= 3; w++) {
      r.add(23, wg, 1);
      r.go(24, 'main.worker', `id ${w}`, () => worker(w, queue, wg));
      yield* r.at(22);
    }
    yield* r.at(27);
    for (let j = 1; j <= jobs; j++) {
      yield* r.send(28, queue, String(j));
      yield* r.at(27);
    }
    r.close(30, queue);
    yield* r.wait(32, wg);
    r.print(33, 'All jobs processed\n');
  });
}

/** Results go to a second buffered channel, which main drains after waiting. */
export function fanOut(seed?: number): Trace {
  const r = new Rehearsal(seed === undefined ? {} : { choose: chooser(seed) });
  function* worker(id: number, jobs: Channel, results: Channel, wg: WaitGroup): Body {
    yield* r.at(9);
    for (;;) {
      const { value, ok } = yield* r.recv(10, jobs);
      if (!ok) break;
      r.print(11, `Worker ${id} processing job ${value}\n`);
      yield* r.send(12, results, String(Number(value) * 2));
    }
    r.add(14, wg, -1);
  }
  return r.run(function* () {
    const jobs = r.make(17, 'jobs', 10);
    const results = r.make(18, 'results', 10);
    const wg = r.waitGroup(19, 'wg');
    for (let w = 1; w <= 3; w++) {
      yield* r.at(22);
      r.add(23, wg, 1);
      r.go(24, 'main.worker', `id ${w}`, () => worker(w, jobs, results, wg));
    }
    for (let j = 1; j <= 5; j++) {
      yield* r.at(28);
      yield* r.send(29, jobs, String(j));
    }
    r.close(31, jobs);
    yield* r.wait(33, wg);
    r.close(34, results);
    for (;;) {
      const { value, ok } = yield* r.recv(37, results);
      if (!ok) break;
      r.print(38, `Result: ${value}\n`);
    }
  });
}

/** A goroutine polls its context between sleeps; main cancels after three seconds. */
export function cancellation(seed?: number): Trace {
  const r = new Rehearsal(seed === undefined ? {} : { choose: chooser(seed) });
  function* doWork(ctx: Context): Body {
    for (;;) {
      yield* r.at(10);
      const { index } = yield* r.select(11, () => [{ channel: r.done(ctx) }], true);
      if (index === 0) break;
      r.print(16, 'Working...\n');
      yield* r.sleep(17, second);
    }
    r.print(13, 'Work canceled\n');
    yield* r.at(14);
  }
  return r.run(function* () {
    const ctx = r.withCancel(23, r.background(0), 'ctx');
    r.go(24, 'main.doWork', '', () => doWork(ctx));
    yield* r.sleep(26, 3 * second);
    r.cancel(27, ctx);
    yield* r.sleep(28, second);
  });
}

/** A deadline of one second wins against work of two. */
export function timeout(seed?: number): Trace {
  const r = new Rehearsal(seed === undefined ? {} : { choose: chooser(seed) });
  function* doWork(ctx: Context): Body {
    const { index } = yield* r.select(10, () => [{ channel: r.after(2 * second) }, { channel: r.done(ctx) }]);
    r.print(index === 0 ? 12 : 14, index === 0 ? 'Work completed\n' : 'Work canceled: context deadline exceeded\n');
  }
  return r.run(function* () {
    const ctx = r.withTimeout(19, r.background(0), 'ctx', second);
    yield* r.at(20);
    r.go(22, 'main.doWork', '', () => doWork(ctx));
    yield* r.sleep(24, 3 * second);
    r.cancel(25, ctx);
  });
}

/** Two producers, one merging goroutine that spins for ever once both inputs are closed: a livelock. */
export function fanIn(steps = 200, seed?: number): Trace {
  const budget = {
    kind: 'livelock',
    exitCode: 124,
    summary: 'Livelock: goroutine 4 spins in its select, for both inputs are closed, and nobody can ever make progress.',
    stderr: 'interleave: livelock: goroutine 4 spins without progress\n',
    parties: [
      party(4, 'spins: every case of its select is a receive from a closed channel'),
      party(1, 'waits for a value on merged: chan receive'),
    ],
    repair: 'Set a closed input to nil, and return (closing merged) when both are nil.',
  } as const;
  // A select that always took its first case would starve the second producer: without a seed, only selects choose.
  const pick = chooser(seed ?? 1);
  const r = new Rehearsal({
    quantum: 10,
    maxSteps: steps,
    budget,
    choose: (n, what) => (what === 'run' && seed === undefined ? 0 : pick(n)),
  });
  function* producer(out: Channel, from: number, line: number): Body {
    for (let i = from; i < from + 5; i++) {
      yield* r.at(line);
      yield* r.send(line + 1, out, String(i));
    }
    r.close(line + 3, out);
  }
  function* merge(ch1: Channel, ch2: Channel, merged: Channel): Body {
    for (;;) {
      yield* r.at(11);
      const { index, value, ok } = yield* r.select(12, () => [{ channel: ch1 }, { channel: ch2 }]);
      yield* r.at(index === 0 ? 14 : 18);
      if (ok) yield* r.send(index === 0 ? 15 : 19, merged, value);
    }
  }
  return r.run(function* () {
    const ch1 = r.make(28, 'ch1');
    const ch2 = r.make(29, 'ch2');
    r.go(31, 'main.main.func1', '', () => producer(ch1, 1, 32));
    r.go(38, 'main.main.func2', '', () => producer(ch2, 6, 39));
    yield* r.at(45);
    const merged = r.make(9, 'merged');
    r.go(10, 'main.merge.func1', '', () => merge(ch1, ch2, merged));
    yield* r.at(24);
    for (;;) {
      const { value } = yield* r.recv(47, merged);
      r.print(48, `Received: ${value}\n`);
    }
  });
}

export const fixtures = { workerPool, fanOut, cancellation, timeout, fanIn } as const;
