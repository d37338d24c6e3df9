/**
 * Panics in progress of a goroutine: a list of records, the newest first (goroutine.panics), Goexit being one of them.
 *
 *      main | f, defers D | g, panics | gopanic | D | h, panics | gopanic | ...          the stack, growing to the right
 *             ^ caller                  ^ frame
 *
 * A record has a frame of runtime.gopanic on top of where the panic happened, which makes the deferred calls of the frames below, innermost first.
 *
 *  - recover() recovers the newest record if gopanic called the function that calls it directly.
 *  - When that function has returned, the frame that had deferred it goes on, and with all frames above it the records end whose gopanic is there.
 *  - A Goexit that is cut off so goes on all the same.
 *
 * Frames are kept relative to the stack's begin, because stacks move.
 */
import { cell, deferRecord, frameHeader, goroutine, slotSize, Status } from '../memory/cells.ts';
import { Kind } from '../trace/events.ts';
import { previewError, previewInterface } from './preview.ts';
import type { Context } from './context.ts';
import type { PanicRecord } from './index.ts';
import { panicRecord } from './typeShapes.ts';

const flag = { recovered: 1, goexit: 2 } as const;
const noFrame = -1;

function push(ctx: Context, type: number, data: number, flags: number): void {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const p = ctx.heap.allocate(ctx.shapes.panic, panicRecord.size);
  mem.setI32(p + panicRecord.link, mem.i32(g + goroutine.panics));
  mem.setI32(p + panicRecord.type, type);
  mem.setI32(p + panicRecord.data, data);
  mem.setI32(p + panicRecord.flags, flags);
  mem.setI32(p + panicRecord.frame, noFrame);
  mem.setI32(p + panicRecord.caller, noFrame);
  mem.setI32(g + goroutine.panics, p);
}

/** rt.panic */
export function beginPanic(ctx: Context, fp: number, type: number, data: number): number {
  const { mem } = ctx;
  push(ctx, type, data, 0);
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoPanic, ctx.gid, ctx.string(previewPanic(ctx, type, data)));
  mem.setI32(mem.i32(cell.g) + goroutine.fp, fp);
  mem.setI32(cell.status, Status.panic);
  return 1;
}

/**
 * A parked goroutine will raise a run-time error when it goes on: runtime.raise runs on top of the frame it is parked in, as for errors that
 * generated code finds. Every stack has room for that.
 */
export function raiseWhenWoken(ctx: Context, g: number, code: number): void {
  const { mem, frames, program } = ctx;
  const fp = mem.i32(g + goroutine.fp);
  const size = frames.size(mem.i32(fp) >>> 16);
  const top = fp + size;
  mem.setI32(top, program.raise << 16);
  mem.setI32(top + 4, size);
  // Its parameters: the code and two arguments, an i64 each.
  mem.zero(top + frameHeader, 3 * slotSize);
  mem.setI32(top + frameHeader, code);
  mem.setI32(g + goroutine.fp, top);
}

/** rt.Goexit */
export function goexit(ctx: Context, fp: number): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  push(ctx, 0, 0, flag.goexit);
  mem.setI32(g + goroutine.goexit, 1);
  mem.setI32(g + goroutine.fp, fp);
  mem.setI32(cell.status, Status.goexit);
  return 1;
}

export function setPanicFrame(ctx: Context, g: number, fp: number): void {
  const { mem } = ctx;
  const p = mem.i32(g + goroutine.panics);
  if (p !== 0) mem.setI32(p + panicRecord.frame, fp - mem.i32(g + goroutine.stack));
}

/** rt.recover: `deferred` is the distance from the frame at fp to the frame that runs it as a deferred call, 0 if it is none. */
export function recover(ctx: Context, deferred: number, fp: number): void {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const p = mem.i32(g + goroutine.panics);
  if (deferred === 0 || p === 0 || mem.i32(p + panicRecord.flags) !== 0 || mem.i32(p + panicRecord.frame) !== fp - deferred - mem.i32(g + goroutine.stack)) {
    ctx.result(0, 0);
    ctx.result(1, 0);
    return;
  }
  mem.setI32(p + panicRecord.flags, flag.recovered);
  const type = mem.i32(p + panicRecord.type);
  const data = mem.i32(p + panicRecord.data);
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoRecover, ctx.gid, ctx.string(previewPanic(ctx, type, data)));
  ctx.result(0, type);
  ctx.result(1, data);
}

/** runtime.nextDeferred: takes a call from the nearest frame below gopanic that has any. */
export function nextDeferred(ctx: Context): void {
  const record = nearestDeferred(ctx);
  ctx.result(0, record === 0 ? 0 : ctx.mem.i32(record + deferRecord.closure));
  ctx.result(1, record === 0 ? 0 : 1);
}

function nearestDeferred(ctx: Context): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const stack = mem.i32(g + goroutine.stack);
  const p = mem.i32(g + goroutine.panics);
  const before = mem.i32(p + panicRecord.caller);
  for (let fp = stack + (before === noFrame ? mem.i32(p + panicRecord.frame) : before); ; ) {
    const record = takeDeferred(ctx, fp);
    if (record !== 0) {
      mem.setI32(p + panicRecord.caller, fp - stack);
      return record;
    }
    const parent = mem.i32(fp + 4);
    if (parent === 0) return 0;
    fp -= parent;
  }
}

/** Takes the newest record from the list of the frame at fp; 0 if it has none. */
function takeDeferred(ctx: Context, fp: number): number {
  const { mem } = ctx;
  const list = ctx.frames.defers(mem.i32(fp) >>> 16);
  if (list === undefined) return 0;
  const head = list.boxed ? mem.i32(fp + list.offset) : fp + list.offset;
  const record = head === 0 ? 0 : mem.i32(head);
  if (record !== 0) mem.setI32(head, mem.i32(record + deferRecord.next));
  return record;
}

/** runtime.deferredReturned */
export function deferredReturned(ctx: Context): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const p = mem.i32(g + goroutine.panics);
  if ((mem.i32(p + panicRecord.flags) & flag.recovered) === 0) return 0;
  const caller = mem.i32(p + panicRecord.caller);
  const isCutOff = (older: number): boolean => older !== 0 && mem.i32(older + panicRecord.frame) > caller;
  let older = mem.i32(p + panicRecord.link);
  while (isCutOff(older) && mem.i32(older + panicRecord.flags) !== flag.goexit) older = mem.i32(older + panicRecord.link);
  mem.setI32(g + goroutine.panics, older);
  const goesOn = isCutOff(older);
  if (goesOn) mem.setI32(older + panicRecord.caller, noFrame);
  mem.setI32(cell.panicA, mem.i32(g + goroutine.stack) + caller);
  mem.setI32(cell.panicB, goesOn ? 1 : 0);
  mem.setI32(cell.status, Status.recovered);
  return 1;
}

/** runtime.panicValue: none once the goroutine has called Goexit. */
export function panicValue(ctx: Context, i: number): void {
  const { mem } = ctx;
  const panics = panicsOf(ctx, mem.i32(cell.g)).toReversed();
  const value = panics[0]?.goexit === true ? undefined : panics.filter(({ goexit }) => !goexit)[i];
  ctx.result(0, value?.type ?? 0);
  ctx.result(1, value?.data ?? 0);
  ctx.result(2, value === undefined ? 0 : 1);
}

/** runtime.unrecovered */
export function unrecovered(ctx: Context): number {
  ctx.mem.setI32(cell.status, Status.unrecovered);
  return 1;
}

/** The oldest first. */
export function panicsOf(ctx: Context, g: number): PanicRecord[] {
  const { mem } = ctx;
  const list: PanicRecord[] = [];
  for (let p = mem.i32(g + goroutine.panics), newer = 0; p !== 0; newer = p, p = mem.i32(p + panicRecord.link)) {
    const flags = mem.i32(p + panicRecord.flags);
    const recovered = (flags & flag.recovered) !== 0;
    const sameAgain =
      newer !== 0 &&
      mem.i32(newer + panicRecord.type) === mem.i32(p + panicRecord.type) &&
      mem.i32(newer + panicRecord.data) === mem.i32(p + panicRecord.data);
    list.push({
      type: mem.i32(p + panicRecord.type),
      data: mem.i32(p + panicRecord.data),
      recovered,
      repanicked: recovered && sameAgain,
      goexit: (flags & flag.goexit) !== 0,
    });
  }
  return list.reverse();
}

/**
 * What Go prints of an unrecovered panic and of those it happened on top of, given their texts (Goexit has none):
 * "panic: a [recovered]\n\tpanic: b\n".
 */
export function panicReport(records: readonly PanicRecord[], texts: readonly string[]): string {
  let report = '';
  let text = 0;
  records.forEach((p, i) => {
    const before = records[i - 1];
    const indent = before === undefined || before.goexit ? '' : '\t';
    if (p.goexit) return;
    const own = texts[text++] ?? '';
    if (before?.repanicked === true) return;
    report += `${indent}panic: ${own}${p.repanicked ? ' [recovered, repanicked]' : p.recovered ? ' [recovered]' : ''}\n`;
  });
  return report;
}

/** The value for the recording; errors show their text. */
function previewPanic(ctx: Context, type: number, data: number): string {
  const isError = type !== 0 && ctx.type(type).methods.some((method) => method.startsWith('Error('));
  return isError ? previewError(ctx, type, data) : previewInterface(ctx, type, data);
}
