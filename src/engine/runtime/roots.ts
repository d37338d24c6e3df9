/** What is reachable from outside the heap: globals, goroutines with their frames and panics, the runtime's tables. */
import { goroutine } from '../memory/cells.ts';
import type { Mark } from '../memory/collector.ts';
import type { Context } from './context.ts';
import { hasFinalizers, markFinalizers, startFinalizers, takeDue } from './finalizers.ts';
import { forgetUnreachable } from './objects.ts';
import { at, record, waiter } from './state.ts';
import { pendingTimers } from './timer.ts';

/** Runs a collection; all goroutines are suspended. */
export function collect(ctx: Context): void {
  ctx.mem.setI32(at.free, 0);
  let due: ReturnType<typeof takeDue> = [];
  ctx.collector.collect(
    (mark) => markRoots(ctx, mark),
    () => {
      forgetUnreachable(ctx);
      if (hasFinalizers(ctx)) forgetDeadVariables(ctx);
    },
    (mark) => (due = takeDue(ctx, mark)),
  );
  startFinalizers(ctx, due);
}

function markRoots(ctx: Context, mark: Mark): void {
  const { mem } = ctx;
  for (const ref of ctx.program.globals.refs) mark(mem.i32(ctx.mutableBase + ref));
  for (const table of [at.semaphores, at.objects, at.fatalText]) mark(mem.i32(table));
  markFinalizers(ctx, mark);
  pendingTimers(mem, mark);
  for (let g = mem.i32(at.allFirst); g !== 0; g = mem.i32(g + record.allNext)) markGoroutine(ctx, g, mark);
}

function markGoroutine(ctx: Context, g: number, mark: Mark): void {
  const { mem } = ctx;
  mark(g);
  mark(mem.i32(g + goroutine.stack));
  mark(mem.i32(g + goroutine.panics));
  mark(mem.i32(g + record.waitsFor));
  mark(mem.i32(g + record.cases));
  for (let i = 0; i < mem.i32(g + record.caseCount); i++) mark(mem.i32(mem.i32(g + record.cases) + i * waiter.size + waiter.channel));
  for (let fp = mem.i32(g + goroutine.fp); ;) {
    for (const root of ctx.frames.roots(mem.i32(fp), hasFinalizers(ctx))) mark(mem.i32(fp + root));
    const parent = mem.i32(fp + 4);
    if (parent === 0) return;
    fp -= parent;
  }
}

/** Variables that are in scope but not used any more must not show what lies now where their objects were. */
function forgetDeadVariables(ctx: Context): void {
  const { mem, collector } = ctx;
  for (let g = mem.i32(at.allFirst); g !== 0; g = mem.i32(g + record.allNext)) {
    for (let fp = mem.i32(g + goroutine.fp); ; fp -= mem.i32(fp + 4)) {
      for (const ref of ctx.frames.refs(mem.i32(fp) >>> 16)) if (!collector.isMarked(mem.i32(fp + ref))) mem.setI32(fp + ref, 0);
      if (mem.i32(fp + 4) === 0) break;
    }
  }
}
