/**
 * Sizes of small objects. A block of 4 kB holds objects of one size behind its header:
 *
 *   +0   i32  next block of the same class with room, 0 at the end
 *   +4   i32  index of the object at which the search for room goes on
 *   +8   i32  class
 *   +12  i32  1: the room in it must be zeroed before use
 *   +16       mark bits, one per object
 *   +80       objects
 *
 * The larger sizes are what divides the room behind the header with little loss.
 */
import { must } from '../../base/assert.ts';

export const blockBits = 12;
export const blockSize = 1 << blockBits;
export const block = { next: 0, cursor: 4, class: 8, dirty: 12, marks: 16, objects: 80 } as const;
const room = blockSize - block.objects;

export const sizes: readonly number[] = [
  8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 264, 328, 400, 496, 664, 800, 1000, 1336, 2008,
];
export const sizeCount = sizes.length;
export const maxSmall = must(sizes[sizeCount - 1], 'largest size');

/** Number of objects in a block, by size index. */
export const objectsPerBlock: readonly number[] = sizes.map((size) => Math.floor(room / size));

const indexByWords = Uint8Array.from({ length: maxSmall / 8 + 1 }, (_, words) => sizes.findIndex((size) => size >= words * 8));

/** Index of the smallest size that holds so many bytes, at most maxSmall. */
export function sizeIndex(bytes: number): number {
  return indexByWords[(bytes + 7) >> 3] as number;
}
