import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Trace } from '../../engine/trace/trace.ts';
import { cancellation, fanIn, fanOut, timeout, workerPool } from './fixtures.ts';
import { buildModel, worldAt } from './index.ts';
import { manyGoroutines, manyMessages } from './longRuns.ts';
import { textTrace } from './textTrace.ts';
import type { GoroutineView, World } from './types.ts';

const last = (trace: Trace): World => worldAt(buildModel(trace), trace.steps);
const goroutine = (world: World, id: number): GoroutineView | undefined => world.goroutines.find((g) => g.id === id);
const words = (world: World): string[] => world.goroutines.map((g) => `${g.id} ${g.state}: ${g.word}`);

describe('the state at a step', () => {
  test('at step 0 only main exists, and nobody runs', () => {
    const world = worldAt(buildModel(workerPool()), 0);
    expect(words(world)).toEqual(['1 runnable: runnable']);
    expect(world.channels).toEqual([]);
    expect(world.current).toBe(0);
  });

  test("the worker pool has the mock's moment: main waits, 4 receives, the channel is closed", () => {
    const world = worldAt(buildModel(workerPool(9)), 35);
    expect(words(world)).toEqual(['1 blocked: sync.WaitGroup.Wait', '2 runnable: runnable', '3 runnable: runnable', '4 running: running']);
    expect(world.channels[0]).toMatchObject({ name: 'jobs', closed: true, capacity: 10 });
    expect(world.channels[0]?.buffer.map((t) => t.text).join('')).toBe('23456789');
    expect(world.flows).toEqual([{ kind: 'receive', from: 0, to: 4, object: 1, token: { text: '1', lineage: 1 } }]);
    expect(goroutine(world, 1)).toMatchObject({ waitsForName: 'wg', line: 32 });
    expect(world.waitGroups[0]).toMatchObject({ count: 3, total: 3, waiters: [1] });
  });

  test('a sender parks holding its value, in queue order, and is released by a receive', () => {
    const model = buildModel(textTrace('g1 make c | g1 go worker | g1 go worker | g2 send c 5 | g3 send c 6 | g1 recv c | g1 end'));
    const parked = worldAt(model, 5);
    expect(parked.channels[0]?.senders).toEqual([
      { goroutine: 2, value: { text: '5', lineage: 1 } },
      { goroutine: 3, value: { text: '6', lineage: 2 } },
    ]);
    expect(goroutine(parked, 2)).toMatchObject({ state: 'blocked', word: 'chan send', waitsForName: 'c', holds: { text: '5' } });
    const released = worldAt(model, 6);
    expect(released.channels[0]?.senders.map((s) => s.goroutine)).toEqual([3]);
    expect(released.flows).toEqual([
      { kind: 'handoff', from: 2, to: 1, object: 1, token: { text: '5', lineage: 1 } },
      { kind: 'wake', from: 1, to: 2, object: 1, token: undefined },
    ]);
    expect(goroutine(released, 2)).toMatchObject({ state: 'runnable', holds: undefined });
  });

  test('a value keeps its colour through the stages that pass it on', () => {
    const world = last(
      textTrace(`
      g1 make a 2 | g1 make b 2 | g1 go stage | g1 send a 1 | g1 send a 2
      g2 recv a | g2 send b 10 | g2 recv a | g2 send b 20`),
    );
    expect(world.channels[1]?.buffer).toEqual([
      { text: '10', lineage: 1 },
      { text: '20', lineage: 2 },
    ]);
  });

  test('a goroutine that is started but has executed nothing yet is runnable', () => {
    const model = buildModel(textTrace('g1 go a | g1 yield | g2 run | g2 end | g1 end'));
    expect(words(worldAt(model, 2))).toEqual(['1 running: running', '2 runnable: runnable']);
    expect(words(worldAt(model, 3))).toEqual(['1 runnable: runnable', '2 running: running']);
  });

  test('a sleeper shows the rest of its time', () => {
    const model = buildModel(textTrace('g1 go a | g1 go b | g2 sleep 2s | g3 sleep 500ms | g1 sleep 1s | clock 500ms | g3 end'));
    expect(goroutine(worldAt(model, 5), 2)).toMatchObject({ state: 'sleeping', word: 'sleeping 1.500 s', sleepLeft: 0.75 });
    expect(worldAt(model, 5).now).toBe(5e8);
  });

  test('a parked select stands in all its queues and leaves them all', () => {
    const model = buildModel(textTrace('g1 make a | g1 make b | g1 go s | g2 select recv a, send b 7 | g1 recv b | g2 end'));
    const parked = worldAt(model, 4);
    expect(parked.channels.map((c) => [c.receivers, c.senders.length])).toEqual([
      [[2], 0],
      [[], 1],
    ]);
    expect(goroutine(parked, 2)?.select).toMatchObject({
      hasDefault: false,
      cases: [
        { channelName: 'a', send: false, chosen: false },
        { channelName: 'b', send: true, value: '7' },
      ],
    });
    const served = worldAt(model, 5);
    expect(served.channels.map((c) => [c.receivers, c.senders])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(goroutine(served, 2)?.select?.cases.map((c) => c.chosen)).toEqual([false, true]);
    expect(goroutine(worldAt(model, 6), 2)?.select).toBeUndefined();
  });

  test('in a deadlock everybody who is blocked is stuck, at the last step only', () => {
    const model = buildModel(textTrace('g1 mutex a | g1 go f | g1 lock a | g2 lock a | g1 lock a | deadlock'));
    expect(words(worldAt(model, 4))).toEqual(['1 runnable: runnable', '2 blocked: sync.Mutex.Lock']);
    expect(words(worldAt(model, 5))).toEqual(['1 stuck: sync.Mutex.Lock', '2 stuck: sync.Mutex.Lock']);
    expect(worldAt(model, 5).locks[0]).toMatchObject({
      owner: 1,
      waiters: [
        { goroutine: 2, as: 'W' },
        { goroutine: 1, as: 'W' },
      ],
    });
  });

  test('a listener lights up when it notices, not when it is sent', () => {
    const model = buildModel(
      textTrace(`
      g1 background bg | g1 context ctx bg | g1 go f | g2 listen ctx | g2 recv ctx.Done
      g1 cancel ctx | g1 run | g1 sleep 1s | g2 run | g2 end`),
    );
    const sent = worldAt(model, 6);
    expect(sent.contexts.map((c) => [c.name, c.state])).toEqual([
      ['Background', 'root'],
      ['ctx', 'signalled'],
    ]);
    expect(goroutine(sent, 2)?.state).toBe('runnable');
    expect(worldAt(model, 8).contexts[1]).toMatchObject({ state: 'signalled', noticed: [], err: 'context canceled' });
    const seen = worldAt(model, 9);
    expect(seen.contexts[1]).toMatchObject({ state: 'cancelled', noticed: [{ goroutine: 2, step: 9 }], cancelledAt: 6 });
    expect(goroutine(seen, 2)).toMatchObject({ state: 'noticed', word: 'saw ctx.Done()' });
    expect(goroutine(worldAt(model, 10), 2)?.state).toBe('dead');
  });

  test('a goroutine waiting for a Done channel waits for the context', () => {
    const model = buildModel(textTrace('g1 background bg | g1 context ctx bg | g1 listen ctx | g1 recv ctx.Done | deadlock'));
    const world = worldAt(model, 4);
    expect(goroutine(world, 1)).toMatchObject({ waitsFor: 2, waitsForName: 'ctx.Done()', word: 'chan receive' });
    expect(world.channels).toEqual([]);
  });

  test('output is what has been written so far, line by line', () => {
    const model = buildModel(workerPool(2));
    const lines = (step: number): string[] => worldAt(model, step).output.map((l) => `${l.step} ${l.at} ${l.text}`);
    expect(lines(0)).toEqual([]);
    expect(lines(model.trace.steps).at(-1)).toBe(`${model.trace.steps} 1000000000 All jobs processed`);
  });
});

describe('the same world however it is reached', () => {
  const runs: readonly (readonly [string, Trace])[] = [
    ['worker pool', workerPool(9)],
    ['worker pool, random', workerPool(9, 7)],
    ['fan-out', fanOut(3)],
    ['cancellation', cancellation()],
    ['timeout', timeout()],
    ['fan-in', fanIn(3000, 2)],
    ['many messages', manyMessages(3000)],
    ['many goroutines', manyGoroutines(40, 6)],
  ];
  test.each(runs)('%s: forward, backward and random seeks agree at every step', (_, trace) => {
    const forward = buildModel(trace);
    const worlds = Array.from({ length: trace.steps + 1 }, (_unused, step) => worldAt(forward, step));
    const backward = buildModel(trace);
    for (let step = trace.steps; step >= 0; step -= 1 + Math.floor(step / 100)) expect(worldAt(backward, step)).toEqual(worlds[step]);
    const seeking = buildModel(trace);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: trace.steps }), { minLength: 5, maxLength: 30 }), (steps) => {
        for (const step of steps) expect(worldAt(seeking, step)).toEqual(worlds[step]);
      }),
      { numRuns: 20 },
    );
  });

  test('a world already given is not changed by moving on', () => {
    const model = buildModel(workerPool(9));
    const world = worldAt(model, 40);
    const before = structuredClone(world);
    for (let step = 41; step <= model.trace.steps; step++) worldAt(model, step);
    expect(world).toEqual(before);
  });
});

describe('in every world of every run', () => {
  const runs = [workerPool(9, 11), fanOut(4), cancellation(5), timeout(6), fanIn(400, 3), manyMessages(700), manyGoroutines(12, 3)];
  const everyWorld = (check: (world: World) => void): void => {
    for (const trace of runs) {
      const model = buildModel(trace);
      for (let step = 0; step <= trace.steps; step++) check(worldAt(model, step));
    }
  };

  test('a goroutine that waits for one thing stands in its queue, and nobody else does', () => {
    everyWorld((world) => {
      const queued = [
        ...world.channels.flatMap((c) => [...c.receivers, ...c.senders.map((s) => s.goroutine)]),
        ...world.locks.flatMap((l) => l.waiters.map((w) => w.goroutine)),
        ...world.waitGroups.flatMap((w) => w.waiters),
      ];
      const waiting = world.goroutines.filter((g) => g.select === undefined && g.waitsFor !== 0).map((g) => g.id);
      const selecting = new Set(world.goroutines.filter((g) => g.state === 'blocked' && g.select !== undefined).map((g) => g.id));
      expect(queued.filter((id) => !selecting.has(id)).sort()).toEqual(waiting.sort());
    });
  });

  test('no buffer holds more than its channel has room for, and nobody waits beside a free end', () => {
    everyWorld((world) => {
      for (const { buffer, capacity, senders, receivers, closed } of world.channels) {
        expect(buffer.length).toBeLessThanOrEqual(capacity);
        if (senders.length > 0) expect([buffer.length, receivers.length, closed]).toEqual([capacity, 0, false]);
        if (receivers.length > 0) expect([buffer.length, closed]).toEqual([0, false]);
      }
    });
  });

  test('at most one goroutine runs, it is the one that executed the statement, and nobody does at the end', () => {
    everyWorld((world) => {
      const running = world.goroutines.filter((g) => g.state === 'running').map((g) => g.id);
      expect(running.length).toBeLessThanOrEqual(world.ended ? 0 : 1);
      for (const id of running) expect(id).toBe(world.current);
    });
  });

  test('every sleeper has its timer, and every colour is one of eight', () => {
    everyWorld((world) => {
      const sleeping = world.goroutines.filter((g) => g.state === 'sleeping').map((g) => g.id);
      expect(world.timers.filter((t) => t.kind === 'sleep' && t.state === 'pending').map((t) => t.goroutine)).toEqual(sleeping);
      for (const { lineage } of world.channels.flatMap((c) => c.buffer)) expect(lineage >= 1 && lineage <= 8).toBe(true);
    });
  });
});
