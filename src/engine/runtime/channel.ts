/**
 * Channels, as Go's: values go directly from a parked sender to a receiver or the other way, and otherwise through a ring buffer; who waits
 * waits in order.
 *
 * Invariants:
 *  - At least one of the queues is empty, except that a select may stand in both queues of an unbuffered channel.
 *  - Receivers wait only if the buffer is empty, senders only if it is full.
 *  - Nobody waits at a closed channel.
 */
import { invariant } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import { cell, goroutine } from '../memory/cells.ts';
import { Kind, WaitReason } from '../trace/events.ts';
import { wholeText } from '../trace/trace.ts';
import { previewIndex, previewZero, wholeSize } from './preview.ts';
import { progress } from './clock.ts';
import type { Context } from './context.ts';
import { endPoll, park, wake } from './goroutine.ts';
import { newObject } from './objects.ts';
import { raiseWhenWoken } from './panic.ts';
import { channel, record, waiter } from './state.ts';
import { dequeue, enqueue, sendCase } from './waitqueue.ts';

/** `type` is the channel's type. */
export function makeChannel(ctx: Context, type: number, capacity: number, site: number): number {
  const { mem, heap } = ctx;
  const { elem } = ctx.type(type);
  const { layout } = ctx.type(elem);
  const c = heap.allocate(ctx.shapes.channel, channel.size);
  mem.setI32(c + channel.capacity, capacity);
  mem.setI32(c + channel.elemSize, layout.size);
  mem.setI32(c + channel.elemType, elem);
  mem.setI32(c + channel.wholeSize, wholeSize(ctx.type(elem)));
  mem.setI32(c + channel.number, newObject(ctx));
  if (capacity > 0) mem.setI32(c + channel.buffer, heap.allocate(ctx.shapes.typeShape[elem] as number, capacity * layout.size));
  if (ctx.recorder !== undefined)
    ctx.emit(Kind.ChanMake, ctx.gid, mem.i32(c + channel.number), capacity, ctx.string(ctx.type(elem).name), site);
  return c;
}

// ---- sending

export function send(ctx: Context, fp: number, c: number, offset: number): number {
  if (c === 0) return parkForEver(ctx, fp, WaitReason.ChanSendNil);
  const { mem } = ctx;
  if (mem.i32(c + channel.closed) !== 0) return ctx.raise(PanicCode.sendClosed);
  const value = fp + offset;
  if (trySend(ctx, c, value, ctx.gid)) return 0;
  if (ctx.recorder !== undefined) {
    const text = elementText(ctx, c, value);
    ctx.emit(Kind.GoBlock, ctx.gid, WaitReason.ChanSend, mem.i32(c + channel.number), text);
  }
  waitAt(ctx, c, c + channel.senders, value);
  return park(ctx, fp, WaitReason.ChanSend, c);
}

/** Sends without waiting, if that is possible, on a channel that is not closed. `sender` is for the recording. */
export function trySend(ctx: Context, c: number, value: number, sender: number): boolean {
  const { mem } = ctx;
  const size = mem.i32(c + channel.elemSize);
  const w = dequeue(mem, c + channel.receivers);
  if (w !== 0) {
    const g = mem.i32(w + waiter.g);
    const target = mem.i32(w + waiter.elem);
    if (target !== 0) mem.copy(target, value, size);
    mem.setI32(g + goroutine.ok, 1);
    if (ctx.recorder !== undefined) recordHandOff(ctx, c, value, sender, mem.i32(g + record.id), 0, w);
    wake(ctx, g, mem.i32(c + channel.number));
    return true;
  }
  const count = mem.i32(c + channel.count);
  const capacity = mem.i32(c + channel.capacity);
  if (count >= capacity) return false;
  const index = mem.i32(c + channel.sendIndex);
  mem.copy(mem.i32(c + channel.buffer) + index * size, value, size);
  mem.setI32(c + channel.sendIndex, index + 1 === capacity ? 0 : index + 1);
  mem.setI32(c + channel.count, count + 1);
  if (ctx.recorder !== undefined) ctx.emit(Kind.ChanSend, sender, mem.i32(c + channel.number), elementText(ctx, c, value));
  progress(ctx);
  return true;
}

// ---- receiving

export function receive(ctx: Context, fp: number, c: number, offset: number): number {
  if (c === 0) return parkForEver(ctx, fp, WaitReason.ChanReceiveNil);
  const target = offset < 0 ? 0 : fp + offset;
  if (tryReceive(ctx, c, target)) return afterReceive(ctx, fp);
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoBlock, ctx.gid, WaitReason.ChanReceive, ctx.mem.i32(c + channel.number));
  waitAt(ctx, c, c + channel.receivers, target);
  return park(ctx, fp, WaitReason.ChanReceive, c);
}

/** A receive from a closed channel, over and over, is what a waiting loop does. */
export function afterReceive(ctx: Context, fp: number): number {
  const { mem } = ctx;
  return mem.i32(mem.i32(cell.g) + goroutine.ok) === 0 ? endPoll(ctx, fp) : 0;
}

/** Receives without waiting, if that is possible, and sets the running goroutine's `ok`. */
export function tryReceive(ctx: Context, c: number, target: number): boolean {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  if (mem.i32(c + channel.count) > 0) {
    receiveBuffered(ctx, c, target);
    mem.setI32(g + goroutine.ok, 1);
    return true;
  }
  const w = dequeue(mem, c + channel.senders);
  if (w !== 0) {
    const value = mem.i32(w + waiter.elem);
    const sender = mem.i32(w + waiter.g);
    if (target !== 0) mem.copy(target, value, mem.i32(c + channel.elemSize));
    mem.setI32(g + goroutine.ok, 1);
    if (ctx.recorder !== undefined) recordHandOff(ctx, c, value, mem.i32(sender + record.id), ctx.gid, w, 0);
    wake(ctx, sender, mem.i32(c + channel.number));
    return true;
  }
  if (mem.i32(c + channel.closed) === 0) return false;
  if (target !== 0) mem.zero(target, mem.i32(c + channel.elemSize));
  mem.setI32(g + goroutine.ok, 0);
  if (ctx.recorder !== undefined) ctx.emit(Kind.ChanRecv, ctx.gid, mem.i32(c + channel.number), zeroText(ctx, c), 0, 0);
  return true;
}

/** Takes the buffer's front; a parked sender's value goes behind the buffer. */
function receiveBuffered(ctx: Context, c: number, target: number): void {
  const { mem } = ctx;
  const size = mem.i32(c + channel.elemSize);
  const capacity = mem.i32(c + channel.capacity);
  const index = mem.i32(c + channel.receiveIndex);
  const slot = mem.i32(c + channel.buffer) + index * size;
  const next = index + 1 === capacity ? 0 : index + 1;
  if (target !== 0) mem.copy(target, slot, size);
  if (ctx.recorder !== undefined) ctx.emit(Kind.ChanRecv, ctx.gid, mem.i32(c + channel.number), elementText(ctx, c, slot), 0, 1);
  mem.setI32(c + channel.receiveIndex, next);
  const w = dequeue(mem, c + channel.senders);
  if (w === 0) {
    mem.zero(slot, size);
    mem.setI32(c + channel.count, mem.i32(c + channel.count) - 1);
    progress(ctx);
    return;
  }
  // The buffer was full: the freed slot is also the one behind the last.
  const g = mem.i32(w + waiter.g);
  mem.copy(slot, mem.i32(w + waiter.elem), size);
  mem.setI32(c + channel.sendIndex, next);
  mem.setI32(g + goroutine.ok, 1);
  if (ctx.recorder !== undefined) {
    recordChosen(ctx, w);
    ctx.emit(Kind.ChanSend, mem.i32(g + record.id), mem.i32(c + channel.number), elementText(ctx, c, slot));
  }
  wake(ctx, g, mem.i32(c + channel.number));
}

// ---- closing, length

/** Receivers get a zero value, senders panic; all are woken in order, receivers first. */
export function close(ctx: Context, c: number): number {
  if (c === 0) return ctx.raise(PanicCode.closeNil);
  const { mem } = ctx;
  if (mem.i32(c + channel.closed) !== 0) return ctx.raise(PanicCode.closeClosed);
  mem.setI32(c + channel.closed, 1);
  const number = mem.i32(c + channel.number);
  if (ctx.recorder !== undefined) ctx.emit(Kind.ChanClose, ctx.gid, number);
  progress(ctx);
  for (let w = dequeue(mem, c + channel.receivers); w !== 0; w = dequeue(mem, c + channel.receivers)) {
    const g = mem.i32(w + waiter.g);
    const target = mem.i32(w + waiter.elem);
    if (target !== 0) mem.zero(target, mem.i32(c + channel.elemSize));
    mem.setI32(g + goroutine.ok, 0);
    if (ctx.recorder !== undefined) {
      recordChosen(ctx, w);
      ctx.emit(Kind.ChanRecv, mem.i32(g + record.id), number, zeroText(ctx, c), 0, 0);
    }
    wake(ctx, g, number);
  }
  for (let w = dequeue(mem, c + channel.senders); w !== 0; w = dequeue(mem, c + channel.senders)) {
    const g = mem.i32(w + waiter.g);
    if (ctx.recorder !== undefined) recordChosen(ctx, w);
    raiseWhenWoken(ctx, g, PanicCode.sendClosed);
    wake(ctx, g, number);
  }
  return 0;
}

/** Channels of timers look unbuffered. */
export function length(ctx: Context, c: number): number {
  return c === 0 || ctx.mem.i32(c + channel.timer) !== 0 ? 0 : ctx.mem.i32(c + channel.count);
}

export function capacity(ctx: Context, c: number): number {
  return c === 0 || ctx.mem.i32(c + channel.timer) !== 0 ? 0 : ctx.mem.i32(c + channel.capacity);
}

// ---- timers

/** A timer's send: dropped if the buffer is full. */
export function offerTime(ctx: Context, c: number, value: number): void {
  trySend(ctx, c, value, 0);
}

/** Forgets what is in the buffer: after Stop and Reset of a timer nothing old is received. */
export function discardBuffered(ctx: Context, c: number): boolean {
  const { mem } = ctx;
  if (mem.i32(c + channel.count) === 0) return false;
  mem.setI32(c + channel.count, 0);
  mem.setI32(c + channel.receiveIndex, mem.i32(c + channel.sendIndex));
  return true;
}

// ---- waiting

function parkForEver(ctx: Context, fp: number, reason: number): number {
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoBlock, ctx.gid, reason);
  return park(ctx, fp, reason, 0);
}

function waitAt(ctx: Context, c: number, queue: number, elem: number): void {
  const { mem } = ctx;
  const w = mem.i32(cell.g) + record.waiter;
  mem.setI32(w + waiter.elem, elem);
  mem.setI32(w + waiter.channel, c);
  mem.setI32(w + waiter.index, -1);
  enqueue(mem, queue, w);
}

// ---- recording

function elementText(ctx: Context, c: number, value: number): number {
  return previewIndex(ctx, ctx.mem.i32(c + channel.elemType), value);
}

function zeroText(ctx: Context, c: number): number {
  return ctx.mem.i32(c + channel.wholeSize) > 0 ? wholeText(0) : ctx.string(previewZero(ctx, ctx.mem.i32(c + channel.elemType)));
}

/** The woken goroutine was in a select: its case is chosen now. */
export function recordChosen(ctx: Context, w: number): void {
  const index = ctx.mem.i32(w + waiter.index);
  if (index >= 0) ctx.emit(Kind.SelectDone, ctx.mem.i32(ctx.mem.i32(w + waiter.g) + record.id), index & ~sendCase);
}

/** One of the two was parked, at a waiter that may be a select's. */
function recordHandOff(
  ctx: Context,
  c: number,
  value: number,
  sender: number,
  receiver: number,
  parkedSender: number,
  parkedReceiver: number,
): void {
  const number = ctx.mem.i32(c + channel.number);
  const text = elementText(ctx, c, value);
  if (parkedSender !== 0) recordChosen(ctx, parkedSender);
  ctx.emit(Kind.ChanSend, sender, number, text, receiver);
  if (parkedReceiver !== 0) recordChosen(ctx, parkedReceiver);
  ctx.emit(Kind.ChanRecv, receiver, number, text, sender, 1);
}

export function checkChannel(ctx: Context, c: number): void {
  const { mem } = ctx;
  const receivers = mem.i32(c + channel.receivers);
  const senders = mem.i32(c + channel.senders);
  const count = mem.i32(c + channel.count);
  const bothSelect = receivers !== 0 && senders !== 0 && mem.i32(receivers + waiter.index) >= 0 && mem.i32(senders + waiter.index) >= 0;
  invariant(receivers === 0 || senders === 0 || bothSelect, 'one of the queues is empty');
  invariant(receivers === 0 || count === 0, 'receivers wait only at an empty buffer');
  invariant(senders === 0 || count === mem.i32(c + channel.capacity), 'senders wait only at a full buffer');
  invariant(mem.i32(c + channel.closed) === 0 || (receivers === 0 && senders === 0), 'nobody waits at a closed channel');
}
