import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Node } from './rank.ts';
import { median, orderColumns, pushApart } from './rows.ts';

test('what already stands apart stays where it wants to be', () => {
  expect(pushApart([0, 100, 200], [0, 84, 84])).toEqual([0, 100, 200]);
});

test('what would overlap is centred on its wishes', () => {
  expect(pushApart([100, 100], [0, 84])).toEqual([58, 142]);
  expect(pushApart([0, 0, 0], [0, 10, 10])).toEqual([-10, 0, 10]);
});

test('order and gaps are kept, whatever is wished', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 12 }),
      (list) => {
        const gaps = list.map((item) => item[1]);
        const placed = pushApart(
          list.map((item) => item[0]),
          gaps,
        );
        placed.forEach((y, i) => i > 0 && expect(y - (placed[i - 1] ?? 0)).toBeGreaterThanOrEqual((gaps[i] ?? 0) - 1e-6));
      },
    ),
  );
});

test('the median of an even number lies between the middle two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

test('a sweep undoes crossings, and without crossings creation order stands', () => {
  const node = (key: string, id: number, isChannel = false): Node => ({ key, id, isChannel, createdAt: id });
  const columns = [
    [node('g1', 1), node('g2', 2)],
    [node('c3', 3, true), node('c4', 4, true)],
  ];
  const keys = (flows: readonly [string, string][]): string[] =>
    orderColumns(
      columns,
      flows.map(([from, to]) => ({ from, to })),
    ).map((c) => c.map((n) => n.key).join(' '));
  expect(
    keys([
      ['g1', 'c3'],
      ['g2', 'c4'],
    ]),
  ).toEqual(['g1 g2', 'c3 c4']);
  expect(
    keys([
      ['g1', 'c4'],
      ['g2', 'c3'],
    ]),
  ).toEqual(['g1 g2', 'c4 c3']);
});
