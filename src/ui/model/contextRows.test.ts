import { expect, test } from 'vitest';
import { cancellation, timeout } from './fixtures.ts';
import { contextRows } from './contextRows.ts';
import { buildModel, worldAt } from './index.ts';

const rows = (trace: ReturnType<typeof timeout>, step: number) =>
  contextRows(worldAt(buildModel(trace), step)).map(({ depth, name, madeBy, state, seenBy }) => [
    `${'  '.repeat(depth)}${name}`,
    madeBy,
    state,
    seenBy.map(({ goroutine, when }) => `${goroutine} ${when}`).join(),
  ]);

test('a child stands under its parent, with what is left of its time', () => {
  expect(rows(timeout(), 4)).toEqual([
    ['Background', 'Background', '', ''],
    ['  ctx', 'WithTimeout', 'live, 1.000 s left', ''],
  ]);
});

test('after the cancellation it says who has seen it and who has not', () => {
  const trace = cancellation();
  expect(rows(trace, 16)[1]).toEqual(['  ctx', 'WithCancel', 'canceled at step 16: context canceled', '2 not yet']);
  expect(rows(trace, 19)[1]).toEqual(['  ctx', 'WithCancel', 'canceled at step 16: context canceled', '2 after 3 steps']);
});
