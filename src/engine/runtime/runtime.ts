/** The runtime, put together: see index.ts. */
import { Memory } from '../memory/memory.ts';
import { checkHeap, Collector } from '../memory/collector.ts';
import { Heap, heapCell } from '../memory/heap.ts';
import { Shapes } from '../memory/shapes.ts';
import { now } from './clock.ts';
import { Context } from './context.ts';
import { pickNext, ran, start, stateWord, storeSchedule } from './dispatch.ts';
import { endGoroutine, growStack, liveGoroutines } from './goroutine.ts';
import { natives } from './imports.ts';
import type { CreateRuntime } from './index.ts';
import { mapEntries } from './maps.ts';
import { objectAtAddress } from './objects.ts';
import { beginPanic, panicReport, panicsOf, setPanicFrame } from './panic.ts';
import { fatalText } from './process.ts';
import { collect } from './roots.ts';
import { checkRunQueues } from './runqueue.ts';
import { at, record } from './state.ts';
import { checkTimers, timersPending } from './timer.ts';
import { TypeShapes } from './typeShapes.ts';
import { volatileCells } from './volatile.ts';

export const createRuntime: CreateRuntime = (program, frames, memory, mutableBase, heapBase, options) => {
  const mem = new Memory(memory);
  const shapes = new Shapes();
  const typeShapes = new TypeShapes(program, shapes);
  const heap = new Heap(mem, shapes, options.maxMemory);
  const ctx = new Context({ program, frames, mem, heap, collector: new Collector(heap), shapes: typeShapes, mutableBase, options });
  heap.init(heapBase);
  return {
    imports: natives(ctx),
    start: () => start(ctx),
    pickNext: () => pickNext(ctx),
    ran: (statements) => ran(ctx, statements),
    ended: () => endGoroutine(ctx),
    growStack: (g, needed) => growStack(ctx, g, needed),
    setPanicFrame: (g, fp) => setPanicFrame(ctx, g, fp),
    panics: (g) => panicsOf(ctx, g),
    beginPanic: (fp, type, data) => void beginPanic(ctx, fp, type, data),
    panicReport: (g, texts) => panicReport(panicsOf(ctx, g), texts),
    wantsCollection: () => mem.i32(heapCell.wanted) !== 0,
    collect: () => collect(ctx),
    usedBytes: () => heap.usedBytes(),
    outputExceeded: () => mem.i32(at.outputExceeded) !== 0,
    exitCode: () => mem.i32(at.exitCode),
    fatalText: () => fatalText(ctx),
    mainExited: () => mem.i32(at.mainExited) !== 0,
    goroutines: () => liveGoroutines(ctx),
    stateWord: (g) => stateWord(ctx, g),
    createdAt: (g) => mem.i32(g + record.createdAt),
    now: () => now(ctx),
    mapEntries: (map, most) => mapEntries(ctx, map, most),
    objectAt: (address) => objectAtAddress(ctx, address),
    timersPending: () => timersPending(ctx),
    decisions: () => mem.i32(at.decisions),
    volatileCells: () => volatileCells(ctx),
    restored: () => {
      mem.refresh();
      storeSchedule(ctx);
    },
    drainEvents: () => ctx.drainEvents(),
    checkInvariants: () => {
      checkHeap(heap);
      checkRunQueues(ctx);
      checkTimers(mem);
    },
  };
};
