/**
 * The heap's blocks of 4 kB and the table that says what each is. The table lies in the heap itself and moves when it must grow.
 *
 * An entry of the table is an i32:
 *    0                    free, never used: zero
 *    4                    free, used before
 *    1                    a block of small objects (its header tells the rest)
 *    2                    the first block of a large object
 *    3 + 8 * distance     a further block of a large object, `distance` blocks behind its first
 *    6                    the runtime's own, never freed
 *
 * Runs are found by next fit: the cursor goes round, and back to the begin after a collection.
 */
import type { Memory } from './memory.ts';
import { blockBits, blockSize } from './sizes.ts';

/** Cells of the heap: offsets in the runtime's region of the memory. See also heap.ts. */
export const blocksCell = {
  /** Address of block 0. */
  base: 256,
  /** Number of blocks in use or used before. */
  top: 260,
  table: 264,
  /** Number of entries for which the table has room. */
  capacity: 268,
  cursor: 272,
} as const;

export const entry = { untouched: 0, free: 4, small: 1, large: 2, further: 3, own: 6 } as const;

/**
 * Thrown through generated code when the memory budget does not even allow the object asked for: the machine catches it around the slice and
 * ends the run with the verdict "memory". Not an error of ours, but no state that could be resumed either.
 */
export class MemoryExhausted extends Error {
  constructor(wanted: number) {
    super(`memory budget exhausted by a request for ${wanted} bytes`);
    this.name = 'MemoryExhausted';
  }
}

export class Blocks {
  private readonly mem: Memory;
  private readonly maxMemory: number;

  constructor(mem: Memory, maxMemory: number) {
    this.mem = mem;
    this.maxMemory = maxMemory;
  }

  /** A new heap from this address on, with a table of one block. */
  init(base: number): void {
    const { mem } = this;
    mem.setI32(blocksCell.base, base);
    mem.setI32(blocksCell.top, 1);
    this.provide(base + blockSize);
    mem.setI32(blocksCell.table, base);
    mem.setI32(blocksCell.capacity, blockSize / 4);
    mem.setI32(blocksCell.cursor, 1);
    this.set(0, entry.own);
  }

  get top(): number {
    return this.mem.i32(blocksCell.top);
  }

  address(index: number): number {
    return this.mem.i32(blocksCell.base) + (index << blockBits);
  }

  get(index: number): number {
    return this.mem.i32(this.mem.i32(blocksCell.table) + (index << 2));
  }

  set(index: number, value: number): void {
    this.mem.setI32(this.mem.i32(blocksCell.table) + (index << 2), value);
  }

  /** Index of the block with this address, -1 if it lies outside. */
  indexOf(address: number): number {
    const index = (address - this.mem.i32(blocksCell.base)) >> blockBits;
    return index >= 0 && index < this.top ? index : -1;
  }

  /** Takes a run of blocks; the caller sets their entries. True in `dirty` if they must be zeroed. */
  take(count: number): number {
    const cursor = this.mem.i32(blocksCell.cursor);
    let index = this.find(cursor, count);
    if (index < 0) index = this.extend(count);
    if (index < 0 && cursor > 0) index = this.find(0, count);
    if (index < 0) throw new MemoryExhausted(count * blockSize);
    this.mem.setI32(blocksCell.cursor, index + count);
    return index;
  }

  private find(from: number, count: number): number {
    const top = this.top;
    let run = 0;
    for (let index = from; index < top; index++) {
      run = (this.get(index) & 3) === 0 ? run + 1 : 0;
      if (run === count) return index - count + 1;
    }
    return -1;
  }

  /** Takes the run behind all others, joined with free blocks before it. */
  private extend(count: number): number {
    let start = this.top;
    while (start > 0 && (this.get(start - 1) & 3) === 0) start--;
    const top = start + count;
    // Addresses of blocks beyond would not fit in 32 bits.
    if (top > this.maxMemory / blockSize) return -1;
    if (top > this.mem.i32(blocksCell.capacity)) {
      if (!this.growTable(top)) return -1;
      return this.extend(count);
    }
    if (!this.provide(this.address(top))) return -1;
    this.mem.setI32(blocksCell.top, top);
    return start;
  }

  private growTable(wanted: number): boolean {
    const { mem } = this;
    const old = mem.i32(blocksCell.table);
    const oldCapacity = mem.i32(blocksCell.capacity);
    const start = this.top;
    let capacity = oldCapacity * 2;
    while (capacity < wanted + (capacity * 4) / blockSize) capacity *= 2;
    const count = (capacity * 4) / blockSize;
    const table = this.address(start);
    if (!this.provide(table + count * blockSize)) return false;
    mem.zero(table, count * blockSize);
    mem.copy(table, old, oldCapacity * 4);
    mem.setI32(blocksCell.table, table);
    mem.setI32(blocksCell.capacity, capacity);
    mem.setI32(blocksCell.top, start + count);
    for (let i = 0; i < count; i++) this.set(start + i, entry.own);
    const first = this.indexOf(old);
    for (let i = 0; i < (oldCapacity * 4) / blockSize; i++) this.set(first + i, entry.free);
    return true;
  }

  /** Makes the memory reach up to this address, within the budget; by a quarter at least, because growing is slow. */
  private provide(end: number): boolean {
    if (end <= this.mem.size) return true;
    if (end > this.maxMemory) return false;
    this.mem.reserve(Math.min(this.maxMemory, Math.max(end, this.mem.size + (this.mem.size >> 2))));
    return true;
  }
}
