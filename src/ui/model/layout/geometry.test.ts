import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bent, crosses, cubic, curve, curveInto, distance, lengthOf, pointAt, reversed } from './geometry.ts';
import type { Line, Point } from './geometry.ts';

const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
const numbers = (d: string): number[] => (d.match(/-?[\d.]+/g) ?? []).map(Number);
const ends = (line: Line): [Point, Point] => {
  const n = numbers(line.d);
  return [n.slice(0, 2) as unknown as Point, n.slice(-2) as unknown as Point];
};

test('a line reversed starts where it ended, and twice is the line itself', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      for (const line of [curve(a, b), bent([a, b, c]), curveInto(a, Math.max(a[0], b[0]) + 10, c)]) {
        const [start, end] = ends(line);
        expect(ends(reversed(line))).toEqual([end, start]);
        expect(numbers(reversed(reversed(line)).d)).toEqual(numbers(line.d));
      }
    }),
  );
});

test('the point a share of the way along divides the length', () => {
  const line = cubic([0, 0], [50, 0], [50, 100], [100, 100]);
  const at = pointAt(line.points, 0.4);
  const before = line.points.filter((p) => p[0] <= at[0]);
  expect(lengthOf([...before, at]) / lengthOf(line.points)).toBeCloseTo(0.4, 3);
  expect(pointAt(line.points, 0)).toEqual([0, 0]);
  expect(distance(pointAt(line.points, 1), [100, 100])).toBeLessThan(1e-6);
});

test('a line crosses the boxes it passes through, not those it touches', () => {
  const box = { x: 10, y: 10, w: 20, h: 20 };
  expect(
    crosses(
      [
        [0, 20],
        [40, 20],
      ],
      box,
    ),
  ).toBe(true);
  expect(
    crosses(
      [
        [0, 10],
        [40, 10],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    crosses(
      [
        [0, 0],
        [9, 40],
      ],
      box,
    ),
  ).toBe(false);
  expect(
    crosses(
      [
        [0, 40],
        [40, 0],
      ],
      box,
    ),
  ).toBe(true);
});
