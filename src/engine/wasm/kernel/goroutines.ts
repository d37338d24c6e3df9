/** Birth and end of goroutines in WebAssembly, as runtime/goroutine.ts describes them, for records and stacks that are used again. */
import { cell, firstStack, goroutine } from '../../memory/cells.ts';
import { at, goroutineStatus, record, waiter } from '../../memory/state.ts';
import { add, called, type Code, eqz, load, type Local, mul, op, or, sub, type Value } from './code.ts';
import type { Links } from './kernel.ts';
import { readyOverflows } from './queues.ts';

/** (function, closure or 0, site) → the first frame of a new goroutine. */
export function spawn(code: Code, links: Links): void {
  const [func, closure, site] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  code.block((runtime) => {
    const g = code.keep(load(at.free));
    code.leaveIf(runtime, eqz(g));
    const stack = code.keep(load(g, goroutine.stack));
    const frame = code.keep(add(mul(func, 8), links.frameTable));
    const size = code.keep(load(frame));
    code.leaveIf(runtime, or(eqz(stack), op('i32.lt_u', sub(load(g, goroutine.stackEnd), stack), size)));
    code.store(at.free, load(g, goroutine.next));
    code.store(g, 0, goroutine.next);
    code.zero(stack, size);
    code.store(stack, op('i32.shl', func, 16));
    code.if(closure, () => code.store(add(stack, load(frame, 4)), closure));
    const id = code.keep(add(load(at.lastId), 1));
    code.store(at.lastId, id);
    code.store(g, stack, goroutine.fp);
    code.store(g, id, record.id);
    code.store(g, load(load(cell.g), record.id), record.creator);
    code.store(g, site, record.createdAt);
    code.store(g, func, record.func);
    code.store(g, goroutineStatus.idle, record.status);
    code.store(at.spawned, g);
    link(code, g);
    code.return(stack);
  });
  code.return(called(links.runtime('rt.spawn'), func, closure, site));
}

/** (): the goroutine made last has its arguments. */
export function spawned(code: Code, links: Links): void {
  code.if(readyOverflows(), () => {
    code.call(links.runtime('rt.spawned'));
    code.return();
  });
  const g = code.keep(load(at.spawned));
  code.store(at.spawned, 0);
  code.call(links.kernel('ready'), g);
}

function link(code: Code, g: Local): void {
  const first = code.keep(load(at.allFirst));
  code.store(g, first, record.allNext);
  code.store(g, 0, record.allPrev);
  code.if(first, () => code.store(first, g, record.allPrev));
  code.store(at.allFirst, g);
  code.store(at.allCount, add(load(at.allCount), 1));
}

/** Not zero if the end of this goroutine must be left to the runtime: it ends the program, it is panicking, or its stack is not kept. */
export function endsSpecially(g: Local): Value {
  const main = op('i32.eq', g, load(at.main));
  const large = op('i32.gt_u', sub(load(g, goroutine.stackEnd), load(g, goroutine.stack)), 2 * firstStack);
  return or(or(main, large), load(g, goroutine.panics));
}

/** (goroutine): it has returned from its first function; its record is ready for another. */
export function ended(code: Code): void {
  const g = code.parameter(0);
  const next = code.keep(load(g, record.allNext));
  const before = code.keep(load(g, record.allPrev));
  code.if(
    before,
    () => code.store(before, next, record.allNext),
    () => code.store(at.allFirst, next),
  );
  code.if(next, () => code.store(next, before, record.allPrev));
  code.store(at.allCount, add(load(at.allCount), -1));
  const stack = code.keep(load(g, goroutine.stack));
  const end = code.keep(load(g, goroutine.stackEnd));
  code.zero(g, record.size);
  code.store(g, g, record.waiter + waiter.g);
  code.store(g, goroutineStatus.dead, record.status);
  code.store(g, stack, goroutine.stack);
  code.store(g, end, goroutine.stackEnd);
  code.store(g, load(at.free), goroutine.next);
  code.store(at.free, g);
}
