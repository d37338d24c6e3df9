/**
 * Who can run, in the order in which they will if nobody interferes. As Go's scheduler with one processor: what a running goroutine makes
 * runnable goes into `runNext` and displaces what was there to the end of the local queue; who gives the processor up goes to the global
 * queue, which is looked at when the local one is empty, and every 61st time before it; the local queue has room for 256 and moves its older
 * half to the global one when it overflows. A scheduler with `queue: 'fifo'` has only the local queue, without bound.
 *
 * Invariants: a goroutine is runnable iff it is in exactly one of the three; a queue's last goroutine has next = 0; counts are right.
 */
import { bug, invariant } from '../../base/assert.ts';
import { cell } from '../memory/cells.ts';
import type { Memory } from '../memory/memory.ts';
import type { Context } from './context.ts';
import { at, globalTurn, goroutineStatus, localCapacity, record } from './state.ts';

/** Cells of a queue: its head; tail and count follow. */
const local = at.localHead;
const global = at.globalHead;

function push(mem: Memory, queue: number, g: number): void {
  const tail = mem.i32(queue + 4);
  mem.setI32(g + record.next, 0);
  if (tail === 0) mem.setI32(queue, g);
  else mem.setI32(tail + record.next, g);
  mem.setI32(queue + 4, g);
  mem.setI32(queue + 8, mem.i32(queue + 8) + 1);
}

function shift(mem: Memory, queue: number): number {
  const g = mem.i32(queue);
  const next = mem.i32(g + record.next);
  mem.setI32(queue, next);
  if (next === 0) mem.setI32(queue + 4, 0);
  mem.setI32(queue + 8, mem.i32(queue + 8) - 1);
  mem.setI32(g + record.next, 0);
  return g;
}

function remove(mem: Memory, queue: number, g: number): boolean {
  let before = 0;
  let current = mem.i32(queue);
  while (current !== 0 && current !== g) {
    before = current;
    current = mem.i32(current + record.next);
  }
  if (current === 0) return false;
  const next = mem.i32(g + record.next);
  if (before === 0) mem.setI32(queue, next);
  else mem.setI32(before + record.next, next);
  if (next === 0) mem.setI32(queue + 4, before);
  mem.setI32(queue + 8, mem.i32(queue + 8) - 1);
  mem.setI32(g + record.next, 0);
  return true;
}

export function runnableCount(mem: Memory): number {
  return (mem.i32(at.runNext) === 0 ? 0 : 1) + mem.i32(at.localCount) + mem.i32(at.globalCount);
}

/** Makes a goroutine runnable, ahead of the others: it was created or woken by what runs now. */
export function ready(ctx: Context, g: number): void {
  const { mem } = ctx;
  mem.setI32(g + record.status, goroutineStatus.runnable);
  mem.setI32(g + record.reason, 0);
  mem.setI32(g + record.waitsFor, 0);
  if (ctx.scheduler.queue === 'fifo') {
    push(mem, local, g);
    return;
  }
  const displaced = mem.i32(at.runNext);
  mem.setI32(at.runNext, g);
  if (displaced !== 0) pushLocal(mem, displaced);
}

/** Puts a goroutine that gives the processor up behind the others. */
export function readyLast(ctx: Context, g: number): void {
  ctx.mem.setI32(g + record.status, goroutineStatus.runnable);
  push(ctx.mem, ctx.scheduler.queue === 'fifo' ? local : global, g);
}

function pushLocal(mem: Memory, g: number): void {
  if (mem.i32(at.localCount) < localCapacity) {
    push(mem, local, g);
    return;
  }
  for (let i = 0; i < localCapacity / 2; i++) push(mem, global, shift(mem, local));
  push(mem, global, g);
}

/** Takes the goroutine whose turn it is, and sets the quantum unless it inherits what is left of it; 0 if none is runnable. */
export function takeNext(ctx: Context): number {
  const { mem } = ctx;
  const globalFirst = mem.i32(at.globalCount) > 0 && mem.i32(at.tick) % globalTurn === 0;
  const next = globalFirst ? 0 : mem.i32(at.runNext);
  if (next !== 0) {
    mem.setI32(at.runNext, 0);
    if (mem.i32(at.quantum) <= 0) mem.setI32(at.quantum, ctx.scheduler.quantum);
    return next;
  }
  const g = globalFirst ? shift(mem, global) : takeQueued(mem);
  if (g !== 0) beginSlice(ctx);
  return g;
}

function beginSlice(ctx: Context): void {
  ctx.mem.setI32(at.tick, (ctx.mem.i32(at.tick) + 1) | 0);
  ctx.mem.setI32(at.quantum, ctx.scheduler.quantum);
}

function takeQueued(mem: Memory): number {
  if (mem.i32(at.localCount) > 0) return shift(mem, local);
  if (mem.i32(at.globalCount) === 0) return 0;
  const g = shift(mem, global);
  for (let i = Math.min(mem.i32(at.globalCount), localCapacity / 2 - 1); i > 0; i--) push(mem, local, shift(mem, global));
  return g;
}

/** Takes this runnable goroutine, out of turn. */
export function takeOutOfTurn(ctx: Context, g: number): void {
  const { mem } = ctx;
  if (mem.i32(at.runNext) === g) mem.setI32(at.runNext, 0);
  else if (!remove(mem, local, g) && !remove(mem, global, g)) bug(`goroutine ${mem.i32(g + record.id)} is not runnable`);
  beginSlice(ctx);
}

/** Lists the runnable goroutines' addresses in queue order, beginning with the one whose turn it is, as far as there is room. */
export function listRunnable(mem: Memory, into: Int32Array): number {
  const globalFirst = mem.i32(at.globalCount) > 0 && mem.i32(at.tick) % globalTurn === 0;
  let count = 0;
  let fromGlobal = mem.i32(at.globalHead);
  if (globalFirst) {
    into[count++] = fromGlobal;
    fromGlobal = mem.i32(fromGlobal + record.next);
  }
  if (mem.i32(at.runNext) !== 0) into[count++] = mem.i32(at.runNext);
  for (let g = mem.i32(at.localHead); g !== 0 && count < into.length; g = mem.i32(g + record.next)) into[count++] = g;
  for (let g = fromGlobal; g !== 0 && count < into.length; g = mem.i32(g + record.next)) into[count++] = g;
  return count;
}

export function checkRunQueues(ctx: Context): void {
  const { mem } = ctx;
  let runnable = 0;
  for (let g = mem.i32(at.allFirst); g !== 0; g = mem.i32(g + record.allNext)) {
    if (mem.i32(g + record.status) === goroutineStatus.runnable) runnable++;
  }
  const list = new Int32Array(runnableCount(mem) + 1);
  const count = listRunnable(mem, list);
  invariant(count === runnable, `${runnable} goroutines are runnable, ${count} are queued`);
  for (const queue of [local, global]) {
    const tail = mem.i32(queue + 4);
    invariant((tail === 0) === (mem.i32(queue) === 0), 'a queue has a head and a tail or neither');
    if (tail !== 0) invariant(mem.i32(tail + record.next) === 0, 'nothing follows a tail');
  }
  for (let i = 0; i < count; i++) {
    invariant(mem.i32((list[i] as number) + record.status) === goroutineStatus.runnable, 'only runnable goroutines are queued');
  }
  invariant(
    mem.i32(cell.g) === 0 ||
      mem.i32(mem.i32(cell.g) + record.status) === goroutineStatus.running ||
      mem.i32(mem.i32(cell.g) + record.status) === goroutineStatus.waiting,
    'the current goroutine runs',
  );
}
