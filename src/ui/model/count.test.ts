import { expect, it } from 'vitest';
import { countText } from './count.ts';

it('counts are grouped by threes', () => {
  expect([0, 7, 999, 1000, 12_345, 1_000_000].map(countText)).toEqual(['0', '7', '999', '1,000', '12,345', '1,000,000']);
});
