/**
 * Panics in progress of a goroutine: a list of records, the newest first (goroutine.panics), Goexit being one of them. The machine walks the
 * frames; it says by `setPanicFrame` which frame's deferred calls run for the newest record.
 *
 *  - recover() recovers the newest record if it is called by a function that the loop of deferred calls in the record's frame called directly.
 *  - When that loop has ended (`deferReturn`), a recovered record is dropped, with the older ones whose deferred calls were cut off by it:
 *    those whose frame is this one or lies further in. Otherwise the record goes on to the caller.
 *  - A Goexit that was cut off goes on all the same.
 *
 * Frames are kept relative to the stack's begin, because stacks move.
 */
import { cell, frameHeader, goroutine, slotSize, Status } from '../memory/cells.ts';
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
  const parent = fp - deferred - mem.i32(g + goroutine.stack);
  let p = mem.i32(g + goroutine.panics);
  // Panics further in that have been recovered are over, though their frames still have deferred calls to make.
  while (p !== 0 && mem.i32(p + panicRecord.flags) === flag.recovered && mem.i32(p + panicRecord.frame) > parent) p = mem.i32(p + panicRecord.link);
  if (deferred === 0 || p === 0 || mem.i32(p + panicRecord.flags) !== 0 || mem.i32(p + panicRecord.frame) !== parent) {
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

/** rt.deferReturn: the deferred calls of the frame at fp have run. */
export function deferReturn(ctx: Context, fp: number): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const p = mem.i32(g + goroutine.panics);
  const frame = fp - mem.i32(g + goroutine.stack);
  if (p === 0 || mem.i32(p + panicRecord.frame) !== frame) return 0;
  if ((mem.i32(p + panicRecord.flags) & flag.recovered) === 0) return unwind(ctx, g, fp);
  const older = dropCutOff(ctx, mem.i32(p + panicRecord.link), frame);
  mem.setI32(g + goroutine.panics, older);
  if (older === 0 || mem.i32(older + panicRecord.flags) !== flag.goexit || mem.i32(older + panicRecord.frame) < frame) return 0;
  mem.setI32(older + panicRecord.frame, frame);
  return unwind(ctx, g, fp);
}

function unwind(ctx: Context, g: number, fp: number): number {
  ctx.mem.setI32(g + goroutine.fp, fp);
  ctx.mem.setI32(cell.status, Status.unwind);
  return 1;
}

/** The newest of these records whose deferred calls still go on. */
function dropCutOff(ctx: Context, newest: number, frame: number): number {
  const { mem } = ctx;
  let p = newest;
  while (p !== 0 && mem.i32(p + panicRecord.frame) >= frame && mem.i32(p + panicRecord.flags) !== flag.goexit)
    p = mem.i32(p + panicRecord.link);
  return p;
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
