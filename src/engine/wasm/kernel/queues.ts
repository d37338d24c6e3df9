/**
 * Run queues and wait queues in WebAssembly: the frequent halves of runtime/runqueue.ts and runtime/waitqueue.ts, which describe them. What is rare
 * (a queue that overflows, a waiter that belongs to a select) is found out beforehand and left to the runtime.
 */
import { goroutine, idleCells } from '../../memory/cells.ts';
import { at, goroutineStatus, localCapacity, record, waiter } from '../../memory/state.ts';
import { add, and, type Code, eqz, load, type Local, op, type Operand, type Value } from './code.ts';

// ---- run queues: head, tail, count

export function pushQueue(code: Code, queue: number, g: Operand): void {
  const tail = code.keep(load(queue + 4));
  code.store(g, 0, goroutine.next);
  code.if(
    eqz(tail),
    () => code.store(queue, g),
    () => code.store(tail, g, goroutine.next),
  );
  code.store(queue + 4, g);
  code.store(queue + 8, add(load(queue + 8), 1));
}

/** Takes the head of a queue that is not empty. */
export function shiftQueue(code: Code, queue: number, into: Local): void {
  code.set(into, load(queue));
  const next = code.keep(load(into, goroutine.next));
  code.store(queue, next);
  code.if(eqz(next), () => code.store(queue + 4, 0));
  code.store(queue + 8, add(load(queue + 8), -1));
  code.store(into, 0, goroutine.next);
}

/** Not zero if `ready` must be left to the runtime: a queue would overflow. */
export function readyOverflows(): Value {
  const full = op('i32.ge_s', load(at.localCount), localCapacity);
  return and(and(full, eqz(load(at.queueIsFifo))), op('i32.ne', load(at.runNext), 0));
}

/** (goroutine): makes it runnable, ahead of the others. Something has happened. */
export function readyFunction(code: Code): void {
  const g = code.parameter(0);
  progress(code);
  code.store(g, goroutineStatus.runnable, record.status);
  code.store(g, 0, record.reason);
  code.store(g, 0, record.waitsFor);
  code.if(
    load(at.queueIsFifo),
    () => pushQueue(code, at.localHead, g),
    () => {
      const displaced = code.keep(load(at.runNext));
      code.store(at.runNext, g);
      code.if(displaced, () => pushQueue(code, at.localHead, displaced));
    },
  );
}

/** Something happened that busy waiting does not do. */
export function progress(code: Code): void {
  code.store(idleCells.statements, op('f64.convert_i32_s', 0), 0, 'f64.store');
  code.store(idleCells.polls, 0);
}

// ---- wait queues: first, last

/** Puts a waiter behind the others of the queue at `owner` + `offset`. */
export function enqueue(code: Code, owner: Operand, offset: number, w: Local): void {
  const last = code.keep(load(owner, offset + 4));
  code.store(w, 0, waiter.next);
  code.store(w, last, waiter.prev);
  code.if(
    eqz(last),
    () => code.store(owner, w, offset),
    () => code.store(last, w, waiter.next),
  );
  code.store(owner, w, offset + 4);
}

/** Takes out the first waiter, which is no select's. */
export function dequeue(code: Code, owner: Operand, offset: number, w: Local): void {
  const next = code.keep(load(w, waiter.next));
  code.store(owner, next, offset);
  code.if(
    eqz(next),
    () => code.store(owner, 0, offset + 4),
    () => code.store(next, 0, waiter.prev),
  );
}
