/**
 * Queues of waiters (state.ts), doubly linked, first in first out. A queue is two words: first and last. A goroutine that waits at one place
 * uses the waiter in its record; a select uses one per case from an array that its record points to, and all of them leave their queues in
 * the moment it is woken, so whoever is in a queue can be woken.
 *
 * Stacks do not move while their goroutine is parked, so waiters hold plain addresses of values in frames.
 */
import type { Memory } from '../memory/memory.ts';
import { channel, record, waiter } from './state.ts';

export function enqueue(mem: Memory, queue: number, w: number): void {
  const last = mem.i32(queue + 4);
  mem.setI32(w + waiter.next, 0);
  mem.setI32(w + waiter.prev, last);
  if (last === 0) mem.setI32(queue, w);
  else mem.setI32(last + waiter.next, w);
  mem.setI32(queue + 4, w);
}

export function enqueueFirst(mem: Memory, queue: number, w: number): void {
  const first = mem.i32(queue);
  mem.setI32(w + waiter.next, first);
  mem.setI32(w + waiter.prev, 0);
  if (first === 0) mem.setI32(queue + 4, w);
  else mem.setI32(first + waiter.prev, w);
  mem.setI32(queue, w);
}

export function unlinkWaiter(mem: Memory, queue: number, w: number): void {
  const next = mem.i32(w + waiter.next);
  const prev = mem.i32(w + waiter.prev);
  if (prev === 0) mem.setI32(queue, next);
  else mem.setI32(prev + waiter.next, next);
  if (next === 0) mem.setI32(queue + 4, prev);
  else mem.setI32(next + waiter.prev, prev);
}

export const sendCase = 1 << 16;

/** Takes the first waiter, 0 if there is none; if it is a case of a select, all its other cases leave their queues and it is the chosen one. */
export function dequeue(mem: Memory, queue: number): number {
  const w = mem.i32(queue);
  if (w === 0) return 0;
  const next = mem.i32(w + waiter.next);
  mem.setI32(queue, next);
  if (next === 0) mem.setI32(queue + 4, 0);
  else mem.setI32(next + waiter.prev, 0);
  const index = mem.i32(w + waiter.index);
  if (index >= 0) leaveSelect(mem, w, index);
  return w;
}

function leaveSelect(mem: Memory, chosen: number, index: number): void {
  const g = mem.i32(chosen + waiter.g);
  const cases = mem.i32(g + record.cases);
  const count = mem.i32(g + record.caseCount);
  for (let i = 0; i < count; i++) {
    const w = cases + i * waiter.size;
    if (w === chosen) continue;
    const c = mem.i32(w + waiter.channel);
    unlinkWaiter(mem, c + ((mem.i32(w + waiter.index) & sendCase) === 0 ? channel.receivers : channel.senders), w);
  }
  mem.setI32(g + record.caseCount, 0);
  mem.setI32(mem.i32(g + record.chosen), index & ~sendCase);
}

export function queueLength(mem: Memory, queue: number): number {
  let count = 0;
  for (let w = mem.i32(queue); w !== 0; w = mem.i32(w + waiter.next)) count++;
  return count;
}
