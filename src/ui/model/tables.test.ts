import { describe, expect, test } from 'vitest';
import { timeout, workerPool } from './fixtures.ts';
import { buildModel, worldAt } from './index.ts';
import {
  atomicName,
  channelName,
  channelRows,
  contextName,
  goroutineName,
  goroutineRows,
  lockName,
  onceName,
  timerName,
  waitGroupName,
  worldSummary,
} from './tables.ts';
import { textTrace } from './textTrace.ts';
import type { World } from './types.ts';

const at = (text: string, step: number): World => worldAt(buildModel(textTrace(text)), step);

describe('the goroutines', () => {
  test('are rows of name, state, what they wait for, and line', () => {
    const rows = goroutineRows(worldAt(buildModel(workerPool(9)), 49)).map(({ name, state, waitingFor, line }) => [
      name,
      state,
      waitingFor,
      line,
    ]);
    expect(rows).toEqual([
      ['main #1', 'blocked: sync.WaitGroup.Wait', 'wg', 'main.go:32'],
      ['worker #2', 'running', '', 'main.go:11'],
      ['worker #3', 'runnable', '', 'main.go:13'],
      ['worker #4', 'sleeping 1.000 s', 'time', 'main.go:13'],
    ]);
  });
  test('tell who holds the lock they wait for, and the cases of a select', () => {
    const world = at(
      'g1 mutex mu | g1 make a | g1 make b | g1 go x | g1 go y | g1 lock mu | g2 lock mu | g3 select recv a, recv b | g1 run | g1 run',
      9,
    );
    expect(goroutineRows(world).map((row) => row.waitingFor)).toEqual(['', 'mu (held by main #1)', 'a or b']);
  });
});

describe('the channels', () => {
  test('are rows with buffer, values and queues', () => {
    const world = at(
      'g1 make c 2 | g1 make d | g1 go w | g1 go w | g1 send c 1 | g1 send c 2 | g2 send c 3 | g3 recv d | g1 close d | g1 run',
      8,
    );
    expect(channelRows(world).map((row) => Object.values(row).slice(0, 7))).toEqual([
      [1, 'c', '2/2', '1 2', 'w #2 (3)', '', 'open'],
      [2, 'd', '0/0', '', '', 'w #3', 'open'],
    ]);
  });
  test('have a nil row while somebody waits for it', () => {
    expect(channelRows(at('g1 go w | g2 send nil 4 | g1 run | g1 run', 3))).toMatchObject([
      { name: 'nil', sendersWaiting: 'w #2 (4)', state: 'nil' },
    ]);
  });
});

describe('figures are named as one would say them', () => {
  test('goroutines', () => {
    const world = at('g1 make jobs 10 | g1 go f | g1 go worker | g3 recv jobs | g1 run | g1 run', 5);
    expect(world.goroutines.map(goroutineName)).toEqual([
      'goroutine main #1, running',
      'goroutine f #2, runnable',
      'goroutine worker #3, blocked: chan receive',
    ]);
  });
  test('channels', () => {
    const world = at(
      'g1 make jobs 10 | g1 send jobs 1 | g1 send jobs 2 | g1 send jobs 3 | g1 make c | g1 go w | g2 recv c | g1 run | g1 run',
      8,
    );
    expect(world.channels.map(channelName)).toEqual(['channel jobs, 3 of 10', 'channel c, unbuffered, 1 receiver waiting']);
  });
  test('contexts', () => {
    const model = buildModel(timeout());
    expect(worldAt(model, 2).contexts.map(contextName)).toEqual([
      'context.Background',
      'context.WithTimeout ctx, live, deadline at 1.000 s',
    ]);
    expect(worldAt(model, 6).contexts.map(contextName)[1]).toBe('context.WithTimeout ctx, canceled: context deadline exceeded');
  });
  test('locks, counters, timers', () => {
    const world = at(
      `
      g1 mutex mu | g1 go worker | g1 go other | g2 lock mu | g3 lock mu | g1 waitgroup wg | g1 add wg 2
      g1 atomic hits | g1 op hits "Add 1" 4 | g1 go s | g4 sleep 1s | g1 run | g1 run`,
      12,
    );
    expect(world.locks.map((lock) => lockName(world, lock))).toEqual(['sync.Mutex mu, locked by worker #2, 1 waiting']);
    expect(world.waitGroups.map(waitGroupName)).toEqual(['sync.WaitGroup wg, counter 2']);
    expect(world.atomics.map(atomicName)).toEqual(['atomic hits, 4, Add 1']);
    expect(world.timers.map(timerName)).toEqual(['sleep, due at 1.000 s']);
    expect(onceName(world, { id: 1, name: 'once', state: 'doing', runner: 2, waiters: [3] })).toBe(
      'sync.Once once, run by worker #2, 1 waiting',
    );
    expect(worldSummary(world)).toBe('Four goroutines: 1 running, 1 runnable, 1 blocked and 1 sleeping.');
  });
});
