/**
 * Goroutines: their records, stacks, birth and end.
 *
 * A record (state.ts) is a heap object without addresses as far as the collector's marking goes: live ones are found through the list of all
 * goroutines, and roots.ts marks what they hold. The record of a goroutine that has ended is kept with its first stack for the next one.
 */
import { bug } from '../../base/assert.ts';
import { cell, firstStack, frameHeader, goroutine, slotSize, Status } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import type { Carrier, FuncSig } from '../ir/ir.ts';
import { Kind } from '../trace/events.ts';
import { previewArguments } from './preview.ts';
import type { Context } from './context.ts';
import { isTiredOfPolling, polled, progress } from './clock.ts';
import { readyLast, ready, runnableCount } from './runqueue.ts';
import { at, goroutineStatus, record, waiter } from './state.ts';

/** Bytes that a carrier takes in a frame. */
export function carrierSize(carrier: Carrier): number {
  return carrier.kind === 'scalar' ? slotSize : Math.max(slotSize, (carrier.size + slotSize - 1) & -slotSize);
}

/** Offset of the closure pointer in a frame: behind results and parameters. */
export function closureOffset(sig: FuncSig): number {
  return [...sig.results, ...sig.params].reduce((sum, carrier) => sum + carrierSize(carrier), frameHeader);
}

/** Makes a goroutine with an empty first frame; it is not runnable before `spawned`. Returns its first frame. */
export function spawn(ctx: Context, func: number, closure: number, site: number, hidden = false): number {
  const { mem } = ctx;
  const size = ctx.frames.size(func);
  const g = makeRecord(ctx, size);
  const stack = mem.i32(g + goroutine.stack);
  mem.zero(stack, size);
  mem.setI32(stack, func << 16);
  if (closure !== 0) mem.setI32(stack + closureOffset(ctx.func(func).sig), closure);
  mem.setI32(g + goroutine.fp, stack);
  mem.setI32(g + record.id, hidden ? 0 : mem.i32(at.lastId) + 1);
  if (!hidden) mem.setI32(at.lastId, mem.i32(at.lastId) + 1);
  mem.setI32(g + record.creator, ctx.gid);
  mem.setI32(g + record.createdAt, site);
  mem.setI32(g + record.func, func);
  mem.setI32(g + record.status, goroutineStatus.idle);
  mem.setI32(at.spawned, g);
  link(ctx, g);
  return stack;
}

/** The goroutine made last has its arguments: it becomes runnable. */
export function spawned(ctx: Context, enqueue = ready): void {
  const { mem } = ctx;
  const g = mem.i32(at.spawned);
  mem.setI32(at.spawned, 0);
  if (ctx.recorder !== undefined) {
    const id = mem.i32(g + record.func);
    const func = ctx.func(id);
    // The entry runs the initialisers first; what people know is main.
    const name = ctx.string(id === ctx.program.entry ? 'main.main' : func.name);
    ctx.emit(
      Kind.GoCreate,
      ctx.gid,
      mem.i32(g + record.id),
      name,
      mem.i32(g + record.createdAt),
      ctx.valueText(() => previewArguments(ctx, func, mem.i32(g + record.fp))),
    );
  }
  progress(ctx);
  enqueue(ctx, g);
}

function makeRecord(ctx: Context, frame: number): number {
  const { mem, heap } = ctx;
  let g = mem.i32(at.free);
  if (g === 0) {
    g = heap.allocate(plain, record.size);
    mem.setI32(g + record.waiter + waiter.g, g);
  } else {
    mem.setI32(at.free, mem.i32(g + goroutine.next));
    mem.setI32(g + goroutine.next, 0);
  }
  if (mem.i32(g + goroutine.stackEnd) - mem.i32(g + goroutine.stack) < frame || mem.i32(g + goroutine.stack) === 0) {
    const size = stackSize(frame);
    const stack = heap.allocate(plain, size);
    mem.setI32(g + goroutine.stack, stack);
    mem.setI32(g + goroutine.stackEnd, stack + size);
  }
  return g;
}

function stackSize(needed: number): number {
  let size: number = firstStack;
  while (size < needed) size *= 2;
  return size;
}

function link(ctx: Context, g: number): void {
  const { mem } = ctx;
  const first = mem.i32(at.allFirst);
  mem.setI32(g + record.allNext, first);
  mem.setI32(g + record.allPrev, 0);
  if (first !== 0) mem.setI32(first + record.allPrev, g);
  mem.setI32(at.allFirst, g);
  mem.setI32(at.allCount, mem.i32(at.allCount) + 1);
}

function unlink(ctx: Context, g: number): void {
  const { mem } = ctx;
  const next = mem.i32(g + record.allNext);
  const before = mem.i32(g + record.allPrev);
  if (before === 0) mem.setI32(at.allFirst, next);
  else mem.setI32(before + record.allNext, next);
  if (next !== 0) mem.setI32(next + record.allPrev, before);
  mem.setI32(at.allCount, mem.i32(at.allCount) - 1);
}

/** The running goroutine has ended: its record is ready for another. */
export function endGoroutine(ctx: Context): void {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  if (g === 0) bug('nobody runs who could end');
  if (ctx.recorder !== undefined && mem.i32(g + record.id) !== 0) ctx.emit(Kind.GoEnd, mem.i32(g + record.id));
  if (g === mem.i32(at.main)) {
    mem.setI32(at.main, 0);
    mem.setI32(at.mainExited, mem.i32(g + goroutine.goexit));
  }
  progress(ctx);
  unlink(ctx, g);
  recycle(ctx, g);
  mem.setI32(cell.g, 0);
}

function recycle(ctx: Context, g: number): void {
  const { mem, heap } = ctx;
  const stack = mem.i32(g + goroutine.stack);
  const size = mem.i32(g + goroutine.stackEnd) - stack;
  const self = g + record.waiter + waiter.g;
  mem.zero(g, record.size);
  mem.setI32(self, g);
  mem.setI32(g + record.status, goroutineStatus.dead);
  if (size <= 2 * firstStack) {
    mem.setI32(g + goroutine.stack, stack);
    mem.setI32(g + goroutine.stackEnd, stack + size);
  } else {
    heap.free(stack);
  }
  mem.setI32(g + goroutine.next, mem.i32(at.free));
  mem.setI32(at.free, g);
}

/** Moves the stack to one with room for `needed` bytes from the innermost frame on. Returns the new fp, 0 at the limit. */
export function growStack(ctx: Context, g: number, needed: number): number {
  const { mem, heap } = ctx;
  const stack = mem.i32(g + goroutine.stack);
  const offset = mem.i32(g + goroutine.fp) - stack;
  const old = mem.i32(g + goroutine.stackEnd) - stack;
  const size = stackSize(Math.max(offset + needed, old * 2));
  if (size > ctx.options.maxMemory / 4) return 0;
  const moved = heap.allocate(plain, size);
  mem.copy(moved, stack, old);
  heap.free(stack);
  mem.setI32(g + goroutine.stack, moved);
  mem.setI32(g + goroutine.stackEnd, moved + size);
  mem.setI32(g + goroutine.fp, moved + offset);
  return moved + offset;
}

/** Parks the running goroutine, in the frame at fp. The result is a blocking native's. */
export function park(ctx: Context, fp: number, reason: number, waitsFor: number): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  mem.setI32(g + goroutine.fp, fp);
  mem.setI32(g + record.status, goroutineStatus.waiting);
  mem.setI32(g + record.reason, reason);
  mem.setI32(g + record.waitsFor, waitsFor);
  mem.setI32(at.lastRun, -1);
  mem.setI32(cell.status, Status.blocked);
  return 1;
}

/** Makes a parked goroutine runnable; `object` is the number of what it was waiting for. */
export function wake(ctx: Context, g: number, object: number): void {
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoUnblock, ctx.gid, ctx.mem.i32(g + record.id), object);
  progress(ctx);
  ready(ctx, g);
}

/** Behind an operation that waiting loops do (see clock.ts): the end of the time slice, if it has been done often enough and others can run. */
export function endPoll(ctx: Context, fp: number): number {
  polled(ctx);
  return isTiredOfPolling(ctx) && runnableCount(ctx.mem) > 0 ? goBehind(ctx, fp, 0) : 0;
}

/** runtime.Gosched: the running goroutine goes behind the others. */
export function gosched(ctx: Context, fp: number): number {
  return goBehind(ctx, fp, 1);
}

/** Before an operation that synchronises (granularity sync): here a time slice can end. Only when another one is chosen the goroutine has really stopped. */
export function syncPoint(ctx: Context, fp: number): number {
  const { mem, scheduler } = ctx;
  const inTurn = mem.i32(cell.given) - mem.i32(cell.fuel);
  const inSlice = scheduler.quantum - mem.i32(at.quantum) + inTurn;
  if (inSlice < scheduler.syncQuantum || ctx.gid === 0 || runnableCount(mem) === 0) return 0;
  const g = mem.i32(cell.g);
  mem.setI32(g + goroutine.fp, fp);
  mem.setI32(at.stopping, ctx.gid);
  readyLast(ctx, g);
  mem.setI32(cell.status, Status.blocked);
  return 1;
}

/** `why` as in the event GoStop. */
function goBehind(ctx: Context, fp: number, why: number): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  mem.setI32(g + goroutine.fp, fp);
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoStop, ctx.gid, why);
  readyLast(ctx, g);
  mem.setI32(at.lastRun, -1);
  mem.setI32(cell.status, Status.blocked);
  return 1;
}

/** Addresses of the live goroutines, hidden ones excluded, by number. */
export function liveGoroutines(ctx: Context): number[] {
  const { mem } = ctx;
  const list: number[] = [];
  for (let g = mem.i32(at.allFirst); g !== 0; g = mem.i32(g + record.allNext)) if (mem.i32(g + record.id) !== 0) list.push(g);
  return list.sort((a, b) => mem.i32(a + record.id) - mem.i32(b + record.id));
}
