/**
 * Precise mark and sweep, run between slices, when every address a goroutine holds is in its frames. Objects do not move.
 *
 * Marking is by an explicit stack of objects still to be scanned. Sweeping frees blocks without marked objects, and lists the blocks with room
 * at their classes, in order of address; the room itself is found when the allocator gets there, by the mark bits.
 */
import { invariant } from '../../base/assert.ts';
import { cell } from './cells.ts';
import { blocksCell, entry } from './blocks.ts';
import { classState, type Heap, heapCell, large } from './heap.ts';
import { plain } from './shapes.ts';
import { block, blockBits, blockSize, objectsPerBlock, sizeCount, sizes } from './sizes.ts';

/** Marks the object that holds an address: given to those who know roots. Anything outside the heap is ignored. */
export type Mark = (address: number) => void;

const markWords = (block.objects - block.marks) / 4;

export class Collector {
  private readonly heap: Heap;
  /** Objects that the collection under way has found alive. */
  private survivors = 0;
  private pending = new Int32Array(1024);
  private depth = 0;

  constructor(heap: Heap) {
    this.heap = heap;
  }

  /**
   * `roots` marks whatever is reachable from outside the heap, and may mark objects that it scans by itself (their shape is plain).
   * Then `isMarked` holds, and `revive` may mark objects that are to be kept although nothing refers to them. `unreachable` runs between marking and
   * sweeping.
   */
  collect(roots: (mark: Mark) => void, unreachable: () => void, revive: (mark: Mark) => void = () => {}): void {
    this.clear();
    const mark: Mark = (address) => this.mark(address);
    this.markOwn();
    roots(mark);
    this.drain();
    revive(mark);
    this.drain();
    unreachable();
    this.sweep();
  }

  private clear(): void {
    const { mem, blocks } = this.heap;
    const { top } = blocks;
    for (let index = 0; index < top; index++) {
      const kind = blocks.get(index);
      const address = blocks.address(index);
      if (kind === entry.small) mem.zero(address + block.marks, markWords * 4);
      else if (kind === entry.large) mem.setI32(address + large.marked, 0);
    }
  }

  /** The allocator's own objects. */
  private markOwn(): void {
    const { mem, shapes } = this.heap;
    const rows = mem.i32(heapCell.rows);
    for (let shape = 0; shape < shapes.count; shape++) this.mark(mem.i32(rows + (shape << 2)));
    this.mark(mem.i32(heapCell.zeroSized));
  }

  mark(address: number): void {
    const { mem, blocks } = this.heap;
    const index = (address - mem.i32(blocksCell.base)) >> blockBits;
    if (index < 0 || index >= mem.i32(blocksCell.top)) return;
    const kind = blocks.get(index);
    if (kind === entry.small) this.markSmall(blocks.address(index), address);
    else if (kind === entry.large) this.markLarge(blocks.address(index));
    else if ((kind & 3) === entry.further) this.markLarge(blocks.address(index - (kind >> 3)));
  }

  private markSmall(start: number, address: number): void {
    const { mem } = this.heap;
    const number = mem.i32(start + block.class);
    const size = number % sizeCount;
    const bytes = sizes[size] as number;
    const object = ((address - start - block.objects) / bytes) | 0;
    if (address < start + block.objects || object >= (objectsPerBlock[size] as number)) return;
    const word = start + block.marks + ((object >> 5) << 2);
    const bit = 1 << (object & 31);
    const bits = mem.i32(word);
    if ((bits & bit) !== 0) return;
    mem.setI32(word, bits | bit);
    if (number >= sizeCount) this.push(start + block.objects + object * bytes, (number / sizeCount) | 0, bytes);
  }

  private markLarge(start: number): void {
    const { mem } = this.heap;
    if (mem.i32(start + large.marked) !== 0) return;
    mem.setI32(start + large.marked, 1);
    const shape = mem.i32(start + large.shape);
    if (shape !== plain) this.push(start + large.header, shape, mem.i32(start + large.bytes));
  }

  /** Marks what the object at this address refers to, but not the object itself. */
  markContents(address: number): void {
    const { mem, blocks } = this.heap;
    const index = blocks.indexOf(address);
    const start = blocks.address(index);
    if (blocks.get(index) !== entry.small) {
      if (mem.i32(start + large.shape) !== plain) this.push(address, mem.i32(start + large.shape), mem.i32(start + large.bytes));
      return;
    }
    const number = mem.i32(start + block.class);
    if (number >= sizeCount) this.push(address, (number / sizeCount) | 0, sizes[number % sizeCount] as number);
  }

  private push(object: number, shape: number, bytes: number): void {
    if (this.depth + 3 > this.pending.length) {
      const larger = new Int32Array(this.pending.length * 2);
      larger.set(this.pending);
      this.pending = larger;
    }
    this.pending[this.depth] = object;
    this.pending[this.depth + 1] = shape;
    this.pending[this.depth + 2] = bytes;
    this.depth += 3;
  }

  private drain(): void {
    const { mem, shapes } = this.heap;
    while (this.depth > 0) {
      this.depth -= 3;
      const object = this.pending[this.depth] as number;
      const shape = this.pending[this.depth + 1] as number;
      const stride = shapes.stride(shape);
      const refs = shapes.refs(shape);
      const end = object + (this.pending[this.depth + 2] as number) - stride;
      for (let element = object; element <= end; element += stride) {
        for (let i = 0; i < refs.length; i++) {
          const address = mem.i32(element + (refs[i] as number));
          if (address !== 0) this.mark(address);
        }
      }
    }
  }

  /** Whether the object that holds this address has been reached; addresses outside the heap always are. */
  isMarked(address: number): boolean {
    const { mem, blocks } = this.heap;
    const object = this.heap.objectAt(address);
    if (object === 0) return blocks.indexOf(address) < 0;
    const index = blocks.indexOf(object);
    const start = blocks.address(index);
    if (blocks.get(index) !== entry.small) return mem.i32(start + large.marked) !== 0;
    const number = Math.floor((object - start - block.objects) / (sizes[mem.i32(start + block.class) % sizeCount] as number));
    return (mem.i32(start + block.marks + ((number >> 5) << 2)) & (1 << (number & 31))) !== 0;
  }

  private sweep(): void {
    const { heap } = this;
    const { mem, blocks } = heap;
    const before = heap.bytesInUse();
    this.forgetRuns();
    let live = 0;
    this.survivors = 0;
    for (let index = blocks.top - 1; index >= 0; index--) {
      const kind = blocks.get(index);
      if (kind === entry.small) live += this.sweepBlock(index);
      else if (kind === entry.large) live += this.sweepLarge(index);
    }
    mem.setI32(blocksCell.cursor, 0);
    mem.setF64(heapCell.allocated, 0);
    mem.setF64(heapCell.live, live);
    mem.setF64(heapCell.freedBytes, mem.f64(heapCell.freedBytes) + before - live);
    mem.setF64(heapCell.freedObjects, heap.objectsAllocated() - this.survivors);
    mem.setF64(heapCell.trigger, heap.nextTrigger(live));
    mem.setI32(heapCell.collections, mem.i32(heapCell.collections) + 1);
    mem.setI32(heapCell.wanted, 0);
    mem.setI32(cell.poll, 0);
  }

  private forgetRuns(): void {
    const { mem, shapes } = this.heap;
    mem.setF64(heapCell.mallocs, this.heap.objectsAllocated());
    for (let shape = 0; shape < shapes.count; shape++) {
      const row = mem.i32(mem.i32(heapCell.rows) + (shape << 2));
      if (row !== 0) mem.zero(row, sizeCount * classState.size);
    }
  }

  /** Returns the bytes of the block's live objects. */
  private sweepBlock(index: number): number {
    const { mem, blocks } = this.heap;
    const address = blocks.address(index);
    let live = 0;
    for (let i = 0; i < markWords; i++) live += bitCount(mem.i32(address + block.marks + i * 4));
    if (live === 0) {
      blocks.set(index, entry.free);
      return 0;
    }
    this.survivors += live;
    const number = mem.i32(address + block.class);
    const size = number % sizeCount;
    mem.setI32(address + block.cursor, 0);
    mem.setI32(address + block.dirty, 1);
    if (live < (objectsPerBlock[size] as number)) {
      const state = mem.i32(mem.i32(heapCell.rows) + (((number / sizeCount) | 0) << 2)) + (size << 4);
      mem.setI32(address + block.next, mem.i32(state + classState.block));
      mem.setI32(state + classState.block, address);
    }
    return live * (sizes[size] as number);
  }

  private sweepLarge(index: number): number {
    const { mem, blocks } = this.heap;
    if (mem.i32(blocks.address(index) + large.marked) === 0) {
      this.heap.freeLarge(index);
      return 0;
    }
    this.survivors++;
    return Math.ceil((mem.i32(blocks.address(index) + large.bytes) + large.header) / blockSize) * blockSize;
  }
}

function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The heap's own consistency: every entry, every class list. */
export function checkHeap(heap: Heap): void {
  const { mem, blocks, shapes } = heap;
  for (let index = 0; index < blocks.top; index++) {
    const kind = blocks.get(index);
    const known =
      kind === entry.untouched ||
      kind === entry.free ||
      kind === entry.small ||
      kind === entry.large ||
      kind === entry.own ||
      (kind & 7) === entry.further;
    invariant(known, `block ${index} is of no kind: ${kind}`);
    if ((kind & 7) === entry.further)
      invariant(blocks.get(index - (kind >> 3)) === entry.large, `block ${index} belongs to no large object`);
  }
  for (let shape = 0; shape < shapes.count; shape++) {
    const row = mem.i32(mem.i32(heapCell.rows) + (shape << 2));
    for (let size = 0; row !== 0 && size < sizeCount; size++) checkClass(heap, row + (size << 4), shape * sizeCount + size);
  }
}

function checkClass(heap: Heap, state: number, number: number): void {
  const { mem, blocks } = heap;
  for (let object = mem.i32(state); object < mem.i32(state + classState.end); object += 8) {
    invariant(mem.i32(object) === 0 && mem.i32(object + 4) === 0, `free object at ${object} is not zero`);
  }
  for (let address = mem.i32(state + classState.block); address !== 0; address = mem.i32(address + block.next)) {
    invariant(blocks.get(blocks.indexOf(address)) === entry.small, `class ${number} lists a block that is not of small objects`);
    invariant(mem.i32(address + block.class) === number, `class ${number} lists a block of another class`);
  }
}
