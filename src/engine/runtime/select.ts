/**
 * Select, in two passes as Go's: if cases are ready one of them is taken, and which is a decision; else the goroutine waits in the queues of
 * all channels, and whoever comes first takes it out of all of them (waitqueue.ts).
 */
import { PanicCode } from '../ir/ir.ts';
import { cell } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import { DecisionKind, Kind, WaitReason } from '../trace/events.ts';
import { previewIndex } from './preview.ts';
import { afterReceive, tryReceive, trySend } from './channel.ts';
import type { Context } from './context.ts';
import { choose } from './decisions.ts';
import { endPoll, park } from './goroutine.ts';
import { channel, record, waiter } from './state.ts';
import { enqueue, sendCase } from './waitqueue.ts';

/** A case as the code lays it out in its frame. */
const selectCase = { channel: 0, sends: 4, value: 8, size: 16 } as const;

/** Indices of the cases ready now. */
let ready = new Int32Array(16);

/** Frame offsets: of the cases, of where the chosen index goes. */
export function select(ctx: Context, fp: number, cases: number, count: number, hasDefault: number, chosen: number, site: number): number {
  const { mem } = ctx;
  const first = fp + cases;
  const n = findReady(ctx, first, count);
  if (ctx.recorder !== undefined) recordBegin(ctx, fp, first, count, hasDefault, site, n);
  if (n > 0) {
    const index = ready[choose(ctx, DecisionKind.Select, n, () => ready.subarray(0, n).join(' '))] as number;
    mem.setI32(fp + chosen, index);
    if (ctx.recorder !== undefined) ctx.emit(Kind.SelectDone, ctx.gid, index);
    return perform(ctx, fp, first + index * selectCase.size);
  }
  if (hasDefault !== 0) {
    mem.setI32(fp + chosen, -1);
    if (ctx.recorder !== undefined) ctx.emit(Kind.SelectDone, ctx.gid, -1);
    return endPoll(ctx, fp);
  }
  return waitAtAll(ctx, fp, first, count, fp + chosen);
}

function findReady(ctx: Context, first: number, count: number): number {
  const { mem } = ctx;
  if (count > ready.length) ready = new Int32Array(count * 2);
  let n = 0;
  for (let i = 0; i < count; i++) {
    const at = first + i * selectCase.size;
    const c = mem.i32(at + selectCase.channel);
    if (c !== 0 && isReady(ctx, c, mem.i32(at + selectCase.sends))) ready[n++] = i;
  }
  return n;
}

function isReady(ctx: Context, c: number, sends: number): boolean {
  const { mem } = ctx;
  if (mem.i32(c + channel.closed) !== 0) return true;
  if (sends === 0) return mem.i32(c + channel.count) > 0 || mem.i32(c + channel.senders) !== 0;
  return mem.i32(c + channel.count) < mem.i32(c + channel.capacity) || mem.i32(c + channel.receivers) !== 0;
}

function perform(ctx: Context, fp: number, at: number): number {
  const { mem } = ctx;
  const c = mem.i32(at + selectCase.channel);
  const offset = mem.i32(at + selectCase.value);
  if (mem.i32(at + selectCase.sends) === 0) {
    tryReceive(ctx, c, offset < 0 ? 0 : fp + offset);
    return afterReceive(ctx, fp);
  }
  if (mem.i32(c + channel.closed) !== 0) return ctx.raise(PanicCode.sendClosed);
  trySend(ctx, c, fp + offset, ctx.gid);
  return 0;
}

function waitAtAll(ctx: Context, fp: number, first: number, count: number, chosen: number): number {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const waiters = provideWaiters(ctx, g, count);
  let used = 0;
  for (let i = 0; i < count; i++) {
    const at = first + i * selectCase.size;
    const c = mem.i32(at + selectCase.channel);
    if (c === 0) continue;
    const sends = mem.i32(at + selectCase.sends) !== 0;
    const offset = mem.i32(at + selectCase.value);
    const w = waiters + used * waiter.size;
    mem.setI32(w + waiter.g, g);
    mem.setI32(w + waiter.elem, offset < 0 ? 0 : fp + offset);
    mem.setI32(w + waiter.channel, c);
    mem.setI32(w + waiter.index, sends ? i | sendCase : i);
    enqueue(mem, c + (sends ? channel.senders : channel.receivers), w);
    used++;
  }
  mem.setI32(g + record.caseCount, used);
  mem.setI32(g + record.chosen, chosen);
  const reason = count === 0 ? WaitReason.SelectNoCases : WaitReason.Select;
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoBlock, ctx.gid, reason);
  return park(ctx, fp, reason, 0);
}

/** The goroutine's array of waiters, with room for so many. */
function provideWaiters(ctx: Context, g: number, count: number): number {
  const { mem, heap } = ctx;
  if (mem.i32(g + record.caseCapacity) < count) {
    mem.setI32(g + record.cases, heap.allocate(plain, count * waiter.size));
    mem.setI32(g + record.caseCapacity, count);
  }
  return mem.i32(g + record.cases);
}

function recordBegin(ctx: Context, fp: number, first: number, count: number, hasDefault: number, site: number, readyCount: number): void {
  const { mem } = ctx;
  ctx.emit(Kind.SelectBegin, ctx.gid, count, hasDefault, site);
  for (let i = 0, next = 0; i < count; i++) {
    const at = first + i * selectCase.size;
    const c = mem.i32(at + selectCase.channel);
    const sends = mem.i32(at + selectCase.sends) !== 0;
    const isNext = next < readyCount && ready[next] === i;
    if (isNext) next++;
    const number = c === 0 ? 0 : mem.i32(c + channel.number);
    const value = c !== 0 && sends ? previewIndex(ctx, mem.i32(c + channel.elemType), fp + mem.i32(at + selectCase.value)) : 0;
    ctx.emit(Kind.SelectCase, ctx.gid, i, number, (sends ? 1 : 0) + (isNext ? 2 : 0), value);
  }
}
