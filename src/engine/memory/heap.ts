/**
 * The allocator. Objects have no headers: small ones lie in blocks of one class, that is of one shape (where addresses are) and one size;
 * large ones have blocks of their own behind 16 bytes (shape, bytes, mark). All memory handed out is zero.
 *
 * A class's state is 16 bytes: the run of free objects being given out, and the blocks that may have further runs.
 *    +0 next free object   +4 end of the run   +8 block being searched (0: none)
 * States lie in rows, a row per shape with a state per size, made at the first object of the shape.
 *
 * Invariants:
 *  - objects in [next free, end) of a class are zero and unmarked;
 *  - mark bits are those of the last collection: what was allocated since lies before its block's cursor, so it is never given out again.
 */
import { bug } from '../../base/assert.ts';
import { cell } from './cells.ts';
import { Blocks, entry } from './blocks.ts';
import type { Memory } from './memory.ts';
import { plain, type Shapes } from './shapes.ts';
import { block, blockBits, blockSize, maxSmall, objectsPerBlock, sizeCount, sizeIndex, sizes } from './sizes.ts';

export const heapCell = {
  /** Address of the table of rows, an i32 per shape. */
  rows: 276,
  /** f64: bytes given out to classes and large objects since the last collection, and the amount that asks for the next. */
  allocated: 280,
  trigger: 288,
  /** f64: bytes that survived the last collection. */
  live: 296,
  /** f64: objects given out to classes so far. */
  mallocs: 304,
  collections: 312,
  wanted: 316,
  /** Address of all values without size. */
  zeroSized: 320,
  /** f64: bytes and objects that collections have found to be garbage. */
  freedBytes: 328,
  freedObjects: 336,
} as const;

export const classState = { free: 0, end: 4, block: 8, size: 16 } as const;
const rowSize = sizeCount * classState.size;

/** Header of a large object. */
export const large = { shape: 0, bytes: 4, marked: 8, header: 16 } as const;

const firstTrigger = 4 << 20;

export class Heap {
  readonly mem: Memory;
  readonly shapes: Shapes;
  readonly blocks: Blocks;
  readonly maxMemory: number;

  constructor(mem: Memory, shapes: Shapes, maxMemory: number) {
    this.mem = mem;
    this.shapes = shapes;
    this.maxMemory = maxMemory;
    this.blocks = new Blocks(mem, maxMemory);
  }

  /** A new, empty heap from this address on. All shapes must be known by now. */
  init(heapBase: number): void {
    const { mem } = this;
    const rows = (heapBase + 7) & ~7;
    const plainRow = (rows + this.shapes.count * 4 + 7) & ~7;
    const base = (plainRow + rowSize + blockSize - 1) & ~(blockSize - 1);
    mem.reserve(base);
    mem.setI32(heapCell.rows, rows);
    mem.setI32(rows + plain * 4, plainRow);
    mem.setF64(heapCell.trigger, this.nextTrigger(0));
    this.blocks.init(base);
    mem.setI32(heapCell.zeroSized, this.allocate(plain, 8));
  }

  /** Address of `bytes` zero bytes, 8-aligned. */
  allocate(shape: number, bytes: number): number {
    if (bytes > maxSmall) return this.allocateLarge(shape, bytes);
    if (bytes === 0) return this.mem.i32(heapCell.zeroSized);
    const size = sizeIndex(bytes);
    const { mem } = this;
    let row = mem.i32(mem.i32(heapCell.rows) + (shape << 2));
    if (row === 0) row = this.makeRow(shape);
    const state = row + (size << 4);
    let object = mem.i32(state);
    if (object === mem.i32(state + classState.end)) object = this.refill(state, shape, size);
    mem.setI32(state, object + (sizes[size] as number));
    return object;
  }

  private makeRow(shape: number): number {
    const row = this.allocate(plain, rowSize);
    this.mem.setI32(this.mem.i32(heapCell.rows) + (shape << 2), row);
    return row;
  }

  /** Gives the class its next run of free objects; returns the run's first. */
  private refill(state: number, shape: number, size: number): number {
    const { mem } = this;
    const bytes = sizes[size] as number;
    for (;;) {
      let current = mem.i32(state + classState.block);
      if (current === 0) {
        current = this.newBlock(shape, size);
        mem.setI32(state + classState.block, current);
      }
      const from = this.nextUnmarked(current, mem.i32(current + block.cursor), objectsPerBlock[size] as number);
      if (from < 0) {
        mem.setI32(state + classState.block, mem.i32(current + block.next));
        continue;
      }
      const to = mem.i32(current + block.cursor);
      const start = current + block.objects + from * bytes;
      const end = current + block.objects + to * bytes;
      if (mem.i32(current + block.dirty) !== 0) mem.zero(start, end - start);
      mem.setI32(state + classState.free, start);
      mem.setI32(state + classState.end, end);
      mem.setF64(heapCell.mallocs, mem.f64(heapCell.mallocs) + (to - from));
      this.account(end - start);
      return start;
    }
  }

  /** Index of the first unmarked object from `from` on, with the block's cursor set behind the run that begins there; -1 if there is none. */
  private nextUnmarked(address: number, from: number, count: number): number {
    let start = from;
    while (start < count && this.marked(address, start)) start++;
    let end = start;
    while (end < count && !this.marked(address, end)) end++;
    this.mem.setI32(address + block.cursor, end);
    return start < count ? start : -1;
  }

  private marked(address: number, index: number): boolean {
    return (this.mem.i32(address + block.marks + ((index >> 5) << 2)) & (1 << (index & 31))) !== 0;
  }

  private newBlock(shape: number, size: number): number {
    const { mem, blocks } = this;
    const index = blocks.take(1);
    const dirty = blocks.get(index) === entry.free;
    blocks.set(index, entry.small);
    const address = blocks.address(index);
    if (dirty) mem.zero(address, block.objects);
    mem.setI32(address + block.class, shape * sizeCount + size);
    mem.setI32(address + block.dirty, dirty ? 1 : 0);
    return address;
  }

  private allocateLarge(shape: number, bytes: number): number {
    const { mem, blocks } = this;
    const count = Math.ceil((bytes + large.header) / blockSize);
    const index = blocks.take(count);
    for (let i = 0; i < count; i++) {
      if (blocks.get(index + i) === entry.free) mem.zero(blocks.address(index + i), blockSize);
      blocks.set(index + i, i === 0 ? entry.large : entry.further + 8 * i);
    }
    const address = blocks.address(index);
    mem.setI32(address + large.shape, shape);
    mem.setI32(address + large.bytes, bytes);
    mem.setF64(heapCell.mallocs, mem.f64(heapCell.mallocs) + 1);
    this.account(count * blockSize);
    return address + large.header;
  }

  /** Frees a large object at once: for stacks and tables that have moved. Small objects are left to the collector. */
  free(address: number): void {
    const index = this.blocks.indexOf(address - large.header);
    if (index < 0) bug(`free of ${address} outside the heap`);
    if (this.blocks.get(index) !== entry.large || address !== this.blocks.address(index) + large.header) return;
    this.freeLarge(index);
  }

  /** Frees the large object that begins at this block; returns its number of blocks. */
  freeLarge(index: number): number {
    const bytes = this.mem.i32(this.blocks.address(index) + large.bytes);
    const count = Math.ceil((bytes + large.header) / blockSize);
    for (let i = 0; i < count; i++) this.blocks.set(index + i, entry.free);
    return count;
  }

  private account(bytes: number): void {
    const { mem } = this;
    const allocated = mem.f64(heapCell.allocated) + bytes;
    mem.setF64(heapCell.allocated, allocated);
    if (allocated >= mem.f64(heapCell.trigger)) this.askForCollection();
  }

  askForCollection(): void {
    this.mem.setI32(heapCell.wanted, 1);
    this.mem.setI32(cell.poll, 1);
  }

  /** As much again as survived, as Go does by default, but in a small budget no more than half of what is left. */
  nextTrigger(live: number): number {
    const left = this.maxMemory - this.usedBytes();
    return Math.max(blockSize, Math.min(Math.max(live, firstTrigger), left / 2));
  }

  usedBytes(): number {
    return this.blocks.address(this.blocks.top);
  }

  /** Bytes handed out and not yet known to be garbage. */
  bytesInUse(): number {
    return this.mem.f64(heapCell.live) + this.mem.f64(heapCell.allocated) - this.unused(true);
  }

  objectsAllocated(): number {
    return this.mem.f64(heapCell.mallocs) - this.unused(false);
  }

  /** Bytes and objects given back so far: what is garbage is known only after a collection. */
  freed(): { readonly bytes: number; readonly objects: number } {
    return { bytes: this.mem.f64(heapCell.freedBytes), objects: this.mem.f64(heapCell.freedObjects) };
  }

  collections(): number {
    return this.mem.i32(heapCell.collections);
  }

  /** What classes hold ready: bytes, or objects. */
  private unused(inBytes: boolean): number {
    const { mem } = this;
    let sum = 0;
    for (let shape = 0; shape < this.shapes.count; shape++) {
      const row = mem.i32(mem.i32(heapCell.rows) + (shape << 2));
      for (let size = 0; row !== 0 && size < sizeCount; size++) {
        const state = row + (size << 4);
        const bytes = mem.i32(state + classState.end) - mem.i32(state + classState.free);
        sum += inBytes ? bytes : bytes / (sizes[size] as number);
      }
    }
    return sum;
  }

  /** Begin of the object that holds this address, 0 if it is not in an object. */
  objectAt(address: number): number {
    const index = this.blocks.indexOf(address);
    if (index < 0) return 0;
    const kind = this.blocks.get(index);
    const start = this.blocks.address(index);
    if (kind === entry.small) return this.smallObjectAt(start, address);
    if (kind === entry.large) return address >= start + large.header ? start + large.header : 0;
    if ((kind & 3) === entry.further) return start - ((kind >> 3) << blockBits) + large.header;
    return 0;
  }

  /** Whether an object of this shape begins at the address. */
  isObject(address: number, shape: number): boolean {
    if (this.objectAt(address) !== address) return false;
    const start = this.blocks.address(this.blocks.indexOf(address));
    if (this.blocks.get(this.blocks.indexOf(address)) !== entry.small) return this.mem.i32(start + large.shape) === shape;
    return Math.floor(this.mem.i32(start + block.class) / sizeCount) === shape;
  }

  private smallObjectAt(start: number, address: number): number {
    const size = this.mem.i32(start + block.class) % sizeCount;
    const bytes = sizes[size] as number;
    const number = Math.floor((address - start - block.objects) / bytes);
    return number >= 0 && number < (objectsPerBlock[size] as number) ? start + block.objects + number * bytes : 0;
  }
}
