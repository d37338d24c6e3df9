import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryExhausted } from './blocks.ts';
import { checkHeap, Collector } from './collector.ts';
import { Heap, heapCell } from './heap.ts';
import { Memory } from './memory.ts';
import { plain, Shapes } from './shapes.ts';

function makeHeap(maxMemory = 64 << 20) {
  const mem = new Memory(new WebAssembly.Memory({ initial: 1, maximum: 4096 }));
  const shapes = new Shapes();
  /** Two addresses and a number. */
  const pair = shapes.of({ size: 12, refs: [0, 4] });
  const heap = new Heap(mem, shapes, maxMemory);
  heap.init(2000);
  return { mem, heap, pair, collector: new Collector(heap) };
}

describe('the allocator', () => {
  it('gives zero, aligned, disjoint memory of any size', () => {
    const { mem, heap, pair } = makeHeap();
    const taken: [number, number][] = [];
    for (let i = 0; i < 3000; i++) {
      const size = 1 + ((i * 7919) % (i % 50 === 0 ? 20_000 : 300));
      const address = heap.allocate(i % 3 === 0 ? pair : plain, size);
      expect(address % 8).toBe(0);
      expect(mem.bytes.subarray(address, address + size).every((byte) => byte === 0)).toBe(true);
      mem.bytes.fill(i % 3 === 0 ? 0 : 0xff, address, address + size);
      taken.push([address, size]);
    }
    taken.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < taken.length; i++)
      expect((taken[i] as [number, number])[0]).toBeGreaterThanOrEqual(
        (taken[i - 1] as [number, number])[0] + (taken[i - 1] as [number, number])[1],
      );
    checkHeap(heap);
  });

  it('gives all values without size one address that is not nil', () => {
    const { heap } = makeHeap();
    expect(heap.allocate(plain, 0)).toBe(heap.allocate(plain, 0));
    expect(heap.allocate(plain, 0)).toBeGreaterThan(1024);
  });

  it('finds the object of an address inside it', () => {
    const { heap, pair } = makeHeap();
    const small = heap.allocate(pair, 12);
    const big = heap.allocate(plain, 50_000);
    expect(heap.objectAt(small + 11)).toBe(small);
    expect(heap.objectAt(big)).toBe(big);
    expect(heap.objectAt(big + 49_999)).toBe(big);
    expect(heap.objectAt(100)).toBe(0);
    expect(heap.isObject(small, pair)).toBe(true);
    expect(heap.isObject(small + 4, pair)).toBe(false);
    expect(heap.isObject(big, pair)).toBe(false);
  });

  it('throws when the budget does not allow the object', () => {
    const { heap } = makeHeap(1 << 20);
    expect(() => heap.allocate(plain, 2 << 20)).toThrow(MemoryExhausted);
    expect(() => {
      for (;;) heap.allocate(plain, 1000);
    }).toThrow(MemoryExhausted);
    expect(heap.usedBytes()).toBeLessThanOrEqual(1 << 20);
  });

  it('grows its table with the heap', () => {
    const { heap } = makeHeap(200 << 20);
    const addresses = Array.from({ length: 60 }, () => heap.allocate(plain, 1 << 20));
    for (const address of addresses) expect(heap.objectAt(address + 1000)).toBe(address);
    checkHeap(heap);
  });
});

/** A graph of pairs in the heap beside one of JS objects. */
interface Node {
  readonly address: number;
  readonly value: number;
  left: Node | undefined;
  right: Node | undefined;
}

describe('the collector', () => {
  it('keeps whatever the roots reach, and gives the rest out again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(3)), { minLength: 1, maxLength: 400 }), (commands) => {
        const { mem, heap, pair, collector } = makeHeap();
        const roots: (Node | undefined)[] = Array.from({ length: 10 });
        let serial = 0;
        const check = (node: Node | undefined, seen: Set<Node>): void => {
          if (node === undefined || seen.has(node)) return;
          seen.add(node);
          expect(mem.i32(node.address + 8)).toBe(node.value);
          expect(mem.i32(node.address)).toBe(node.left?.address ?? 0);
          expect(mem.i32(node.address + 4)).toBe(node.right?.address ?? 0);
          check(node.left, seen);
          check(node.right, seen);
        };
        for (const [to, from, what] of commands) {
          if (what === 0) roots[to] = undefined;
          else if (what === 3) {
            collector.collect(
              (mark) => roots.forEach((node) => node && mark(node.address + 8)),
              () => {},
            );
            const live = new Set<Node>();
            roots.forEach((node) => check(node, live));
            checkHeap(heap);
          } else {
            const node: Node = {
              address: heap.allocate(pair, 12),
              value: ++serial,
              left: roots[to],
              right: what === 1 ? roots[from] : undefined,
            };
            expect([mem.i32(node.address), mem.i32(node.address + 4), mem.i32(node.address + 8)]).toEqual([0, 0, 0]);
            mem.setI32(node.address, node.left?.address ?? 0);
            mem.setI32(node.address + 4, node.right?.address ?? 0);
            mem.setI32(node.address + 8, node.value);
            roots[to] = node;
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets a program that makes garbage for ever live in little memory', () => {
    const { mem, heap, pair, collector } = makeHeap(16 << 20);
    let list = 0;
    for (let i = 0; i < 300_000; i++) {
      const node = heap.allocate(pair, 12);
      const big = i % 100 === 0 ? heap.allocate(plain, 20_000) : 0;
      mem.setI32(node, i % 1000 === 0 ? 0 : list);
      mem.setI32(node + 4, big);
      list = node;
      if (mem.i32(heapCell.wanted) !== 0)
        collector.collect(
          (mark) => mark(list),
          () => {},
        );
    }
    expect(heap.usedBytes()).toBeLessThan(16 << 20);
    checkHeap(heap);
  });

  it('knows during a collection what has been reached', () => {
    const { mem, heap, pair, collector } = makeHeap();
    const kept = heap.allocate(pair, 12);
    const through = heap.allocate(plain, 30_000);
    const lost = heap.allocate(plain, 16);
    mem.setI32(kept + 4, through + 20_000);
    let answers: boolean[] = [];
    collector.collect(
      (mark) => mark(kept),
      () => (answers = [kept, kept + 4, through + 1, lost, 64].map((address) => collector.isMarked(address))),
    );
    expect(answers).toEqual([true, true, true, false, true]);
  });

  it('counts what is in use', () => {
    const { heap, collector } = makeHeap();
    const before = heap.objectsAllocated();
    const address = heap.allocate(plain, 24);
    for (let i = 0; i < 99; i++) heap.allocate(plain, 24);
    expect(heap.objectsAllocated() - before).toBe(100);
    collector.collect(
      (mark) => mark(address),
      () => {},
    );
    expect(heap.objectsAllocated() - before).toBe(100);
    expect(heap.collections()).toBe(1);
    expect(heap.bytesInUse()).toBeLessThan(2000);
  });
});
