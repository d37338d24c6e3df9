import { expect, test } from 'vitest';
import { cancellation, fanIn, timeout, workerPool } from './fixtures.ts';
import { buildModel, timelineData } from './index.ts';
import { textTrace } from './textTrace.ts';
import type { Message, TimelineData } from './types.ts';

const told = (text: string): TimelineData => timelineData(buildModel(textTrace(text)));
const values = (data: TimelineData): string[] => data.messages.filter((m) => m.kind === 'value').map(show);
const show = (m: Message): string => `${m.text}: g${m.fromGoroutine}@${m.fromStep} -> g${m.toGoroutine}@${m.toStep}`;

test('values of a buffered channel reach their receivers in the order of sending', () => {
  const data = told('g1 make c 3 | g1 go w | g1 send c a | g1 send c b | g2 recv c | g1 send c d | g2 recv c | g2 recv c | g2 end');
  expect(values(data)).toEqual(['a: g1@3 -> g2@5', 'b: g1@4 -> g2@7', 'd: g1@6 -> g2@8']);
});

test('a parked sender sent where it parked; a parked receiver is served within the step', () => {
  const data = told('g1 make c | g1 go w | g2 send c 5 | g1 run | g1 recv c | g2 recv c | g1 send c 6 | g2 end');
  expect(values(data)).toEqual(['5: g2@3 -> g1@5', '6: g1@7 -> g2@7']);
});

test('lanes touch, never overlap, and cover the life of each goroutine', () => {
  for (const trace of [workerPool(9, 3), fanIn(), cancellation(), timeout()]) {
    for (const { segments } of timelineData(buildModel(trace)).lanes) {
      segments.forEach((segment, i) => {
        expect(segment.to).toBeGreaterThanOrEqual(segment.from);
        if (i > 0) expect(segment.from).toBe(segments[i - 1]?.to);
      });
      expect(segments.at(-1)?.to).toBeLessThanOrEqual(trace.steps);
    }
  }
});

test('the worker pool looks as in the mock: main runs to 33 and waits, a worker sleeps a second', () => {
  const { lanes, jumps } = timelineData(buildModel(workerPool(9)));
  expect(lanes.map((lane) => lane.label)).toEqual(['main', 'worker, id 1', 'worker, id 2', 'worker, id 3']);
  expect(lanes[0]?.segments.slice(0, 2)).toEqual([
    { from: 0, to: 33, state: 'running', label: '' },
    { from: 33, to: 69, state: 'blocked', label: 'sync.WaitGroup.Wait' },
  ]);
  expect(lanes[3]?.segments).toContainEqual({ from: 37, to: 45, state: 'sleeping', label: '1 s' });
  expect(jumps).toEqual([45, 54, 63].map((step, i) => ({ step, from: i * 1e9, to: (i + 1) * 1e9, label: '+1 s' })));
});

test('a choice names the road taken and the others', () => {
  const { choices } = timelineData(buildModel(fanIn()));
  expect(choices[0]).toMatchObject({ kind: 'run', taken: 'goroutine 4', others: ['goroutine 2', 'goroutine 3'] });
  expect(choices.find((choice) => choice.kind === 'select')).toMatchObject({ others: [expect.stringMatching(/^receive from ch[12]$/)] });
});

test('a cancellation arrows to where it is noticed; a deadline has nobody behind it', () => {
  const cancelled = timelineData(buildModel(cancellation())).messages.filter((m) => m.kind === 'cancel');
  expect(cancelled.map((m) => [m.fromGoroutine, m.toGoroutine])).toEqual([[1, 2]]);
  const expired = timelineData(buildModel(timeout())).messages.filter((m) => m.kind === 'cancel');
  expect(expired.map((m) => [m.fromGoroutine, m.toGoroutine])).toEqual([[0, 2]]);
});

test('a close arrows to everybody it wakes', () => {
  const { messages } = told('g1 make c | g1 go w | g1 go w | g2 recv c | g3 recv c | g1 close c | g2 end | g3 end');
  expect(messages.filter((m) => m.kind === 'close').map((m) => m.toGoroutine)).toEqual([2, 3]);
});
