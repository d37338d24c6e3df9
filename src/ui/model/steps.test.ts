import { expect, test } from 'vitest';
import { cancellation, workerPool } from './fixtures.ts';
import { buildModel, eventStepsOf, nextEvent, previousEvent } from './index.ts';
import { textTrace } from './textTrace.ts';

test('events are the steps at which more than computation happened, and the end', () => {
  const model = buildModel(textTrace('g1 run | g1 make c 1 | g1 run | g1 run | g1 send c 1 | g1 run | g1 run'));
  expect([...model.eventSteps]).toEqual([2, 5, 7]);
  expect([0, 2, 3, 5, 7].map((step) => nextEvent(model, step))).toEqual([2, 5, 5, 7, 7]);
  expect([7, 6, 5, 2, 0].map((step) => previousEvent(model, step))).toEqual([5, 5, 2, 0, 0]);
});

test('going to the next event and back returns', () => {
  const model = buildModel(workerPool(9, 3));
  for (const step of model.eventSteps) if (step < model.trace.steps) expect(previousEvent(model, nextEvent(model, step))).toBe(step);
});

test('a goroutine has its own events and those done to it', () => {
  const model = buildModel(textTrace('g1 make c | g1 go w | g2 recv c | g1 run | g1 send c 1 | g1 run | g2 end'));
  expect([...eventStepsOf(model, { kind: 'goroutine', id: 2 })]).toEqual([2, 3, 5, 6, 7]);
  expect([...eventStepsOf(model, { kind: 'object', id: 1 })]).toEqual([1, 3, 5]);
});

test('a context is used through its Done channel', () => {
  const model = buildModel(cancellation());
  expect([...eventStepsOf(model, { kind: 'object', id: 2 })]).toEqual([1, 5, 9, 13, 16, 19]);
});
