import { expect, test } from 'vitest';
import { timeout, workerPool } from './fixtures.ts';
import { buildModel, worldAt } from './index.ts';
import { figureOf, valueText } from './recordedObject.ts';

test('a value leads to a figure once that is in the picture', () => {
  const model = buildModel(workerPool(9));
  const jobs = worldAt(model, 49).channels[0]?.id ?? 0;
  expect(figureOf({ value: '4/10', object: jobs }, worldAt(model, 49))).toBe(jobs);
  expect(figureOf({ value: '4/10', object: jobs }, worldAt(model, 0))).toBe(0);
  expect(figureOf({ value: '3' }, worldAt(model, 49))).toBe(0);
});

test('a context is named by the call that made it', () => {
  const world = worldAt(buildModel(timeout()), 4);
  const ctx = world.contexts.find(({ name }) => name === 'ctx')?.id ?? 0;
  expect(valueText({ value: 'context.WithDeadline, 1s left', object: ctx }, world)).toBe('context.WithTimeout, 1s left');
  expect(valueText({ value: 'context.WithDeadline, 1s left' }, world)).toBe('context.WithDeadline, 1s left');
});
