/**
 * Semaphores of the library's locks. Waiters stand in one of 256 queues, by the address they wait at; those of one address are told apart from
 * others of the queue by `elem`, and are in their order.
 */
import { cell } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import { Kind } from '../trace/events.ts';
import { progress } from './clock.ts';
import type { Context } from './context.ts';
import { park, wake } from './goroutine.ts';
import { objectNumber } from './objects.ts';
import { at, record, waiter } from './state.ts';
import { enqueue, enqueueFirst, unlinkWaiter } from './waitqueue.ts';

const queues = 256;

function queueOf(ctx: Context, address: number): number {
  return ctx.mem.i32(at.semaphores) + ((address >>> 2) % queues) * 8;
}

/** internal/rt.Semacquire */
export function acquire(ctx: Context, fp: number, address: number, object: number, kind: number, reason: number, front: number): number {
  const { mem } = ctx;
  const permits = mem.i32(address);
  if (permits !== 0) {
    mem.setI32(address, permits - 1);
    return 0;
  }
  if (mem.i32(at.semaphores) === 0) mem.setI32(at.semaphores, ctx.heap.allocate(plain, queues * 8));
  const g = mem.i32(cell.g);
  const w = g + record.waiter;
  mem.setI32(w + waiter.elem, address);
  mem.setI32(w + waiter.channel, object);
  mem.setI32(w + waiter.index, -1);
  const queue = queueOf(ctx, address);
  if (front !== 0) enqueueFirst(mem, queue, w);
  else enqueue(mem, queue, w);
  const number = ctx.options.traced ? objectNumber(ctx, object, kind) : 0;
  mem.setI32(g + record.object, number);
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoBlock, ctx.gid, reason, number);
  return park(ctx, fp, reason, object);
}

/** internal/rt.Semrelease: returns the number of goroutines woken. */
export function release(ctx: Context, address: number, permits: number): number {
  const { mem } = ctx;
  let left = permits;
  if (mem.i32(at.semaphores) !== 0) {
    const queue = queueOf(ctx, address);
    let w = mem.i32(queue);
    while (w !== 0 && left > 0) {
      const next = mem.i32(w + waiter.next);
      if (mem.i32(w + waiter.elem) === address) {
        unlinkWaiter(mem, queue, w);
        const g = mem.i32(w + waiter.g);
        wake(ctx, g, mem.i32(g + record.object));
        left--;
      }
      w = next;
    }
  }
  mem.setI32(address, (mem.i32(address) + left) | 0);
  if (left < permits) progress(ctx);
  return permits - left;
}

/** internal/rt.Waiters */
export function waiters(ctx: Context, address: number): number {
  const { mem } = ctx;
  let count = 0;
  if (mem.i32(at.semaphores) === 0) return 0;
  for (let w = mem.i32(queueOf(ctx, address)); w !== 0; w = mem.i32(w + waiter.next)) if (mem.i32(w + waiter.elem) === address) count++;
  return count;
}
