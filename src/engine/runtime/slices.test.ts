import { describe, expect, it } from 'vitest';
import { grownCapacity } from './slices.ts';

function capacities(elemSize: number, most: number): number[] {
  const seen: number[] = [];
  for (let length = 1, capacity = 0; length <= most; length++) {
    if (length > capacity) seen.push((capacity = grownCapacity(capacity, length, elemSize)));
  }
  return seen;
}

describe('append one by one', () => {
  // What Go 1.19 shows.
  it('grows slices of int as Go does', () => {
    expect(capacities(8, 20_000)).toEqual([
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408, 5120, 7168, 9216, 12288, 16384, 21504,
    ]);
  });
  it('grows slices of bytes as Go does', () => {
    expect(capacities(1, 5_000)).toEqual([8, 16, 32, 64, 128, 256, 512, 896, 1408, 2048, 3072, 4096, 5376]);
  });
  it('grows slices of three-byte structs as Go does', () => {
    expect(capacities(3, 1_000)).toEqual([2, 5, 10, 21, 42, 85, 170, 341, 682, 1066]);
  });
});

describe('append of many', () => {
  it('makes room for just what is wanted, rounded to a size class', () => {
    expect([grownCapacity(3, 7, 8), grownCapacity(5, 13, 1), grownCapacity(0, 5, 8), grownCapacity(0, 3, 0)]).toEqual([8, 16, 6, 3]);
  });
});
