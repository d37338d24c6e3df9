import { expect, test } from 'vitest';
import { Kind } from '../../../engine/trace/events.ts';
import type { Trace } from '../../../engine/trace/trace.ts';
import { cancellation, fanIn, fanOut, timeout, workerPool } from '../fixtures.ts';
import { textTrace } from '../textTrace.ts';

const names = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));
const kinds = (trace: Trace): string[] => Array.from(trace.kind, (kind) => names.get(kind) ?? '?');
const output = (trace: Trace): string =>
  Array.from(trace.kind)
    .flatMap((kind, i) => (kind === Kind.Output ? [trace.strings[trace.b[i] ?? 0]] : []))
    .join('');

test('the worker pool ends after three seconds of virtual time with every job done', () => {
  const trace = workerPool(9);
  expect(output(trace).split('\n')).toHaveLength(11);
  expect(output(trace)).toMatch(/^Worker 3 processing job 1\n.*\nAll jobs processed\n$/s);
  expect(trace.verdict.kind).toBe('ok');
  expect(kinds(trace).filter((kind) => kind === 'ClockAdvance')).toHaveLength(3);
});

test('main of the worker pool parks at step 33, as drawn in the mock', () => {
  const trace = workerPool(9);
  expect(Array.from(trace.stepGoroutine.slice(0, 34))).toEqual([...Array<number>(33).fill(1), 4]);
});

test('the other tutorial programs print what Go prints', () => {
  expect(output(fanOut())).toMatch(/Result: 10\n$/);
  expect(output(cancellation())).toBe('Working...\nWorking...\nWorking...\nWork canceled\n');
  expect(output(timeout())).toBe('Work canceled: context deadline exceeded\n');
  expect(output(fanIn()).match(/Received/g)).toHaveLength(10);
  expect(fanIn().verdict.kind).toBe('livelock');
});

test('text is told with the events that Go adds by itself', () => {
  const trace = textTrace('g1 make c | g1 go worker | g2 recv c | g1 send c 5 | g2 end | g1 end');
  expect(kinds(trace)).toEqual([
    'GoCreate',
    'GoStart',
    'ChanMake',
    'ObjectName',
    'GoCreate',
    'GoStop',
    'GoStart',
    'GoBlock',
    'GoStart',
    'ChanSend',
    'ChanRecv',
    'GoUnblock',
    'GoStop',
    'GoStart',
    'GoEnd',
    'GoStart',
    'GoEnd',
  ]);
  expect(trace.steps).toBe(6);
});
