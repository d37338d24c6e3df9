/**
 * Timers: a binary heap in memory, ordered by (when, order of starting). Entries of 24 bytes:
 *    +0 f64 when   +8 f64 sequence   +16 i32 owner: an rt.Timer, or a sleeping goroutine with 1 added   +20 i32 era
 * A timer started for a time that has passed has when = -1: it fires before anything else happens. An rt.Timer's State holds its place in the
 * heap plus one.
 *
 * The era counts the clock's moves. Timers due at one instant fire together if they were started in one era, as Go's do when a processor comes back
 * from idling: three workers that fell asleep together wake together. One that was started later is a little late in life, because waking up
 * took time: it fires when those before it have been dealt with.
 *
 * The clock goes only to timers that somebody will notice: sleepers, functions, channels on which a goroutine waits. Others fire, in order, when
 * the clock passes them.
 */
import { invariant } from '../../base/assert.ts';
import { cell } from '../memory/cells.ts';
import type { Memory } from '../memory/memory.ts';
import { plain } from '../memory/shapes.ts';
import { DecisionKind, Kind, ObjectKind, TimerKind, WaitReason } from '../trace/events.ts';
import { discardBuffered, offerTime } from './channel.ts';
import { now, progress } from './clock.ts';
import type { Context } from './context.ts';
import { choose } from './decisions.ts';
import { park, spawn, spawned, wake } from './goroutine.ts';
import { newObject, objectNumber } from './objects.ts';
import { at, channel, record } from './state.ts';

/** The layout of rt.Timer: see stdlib/go/internal/rt/rt.go. */
export const timer = { when: 0, period: 8, kind: 16, channel: 20, func: 24, state: 28, value: 32, now: 40, size: 56 } as const;

const entrySize = 24;
const sequence = 8;
const owner = 16;
const era = 20;
/** Owners with this bit are sleeping goroutines. */
const sleeper = 1;
const overdue = -1;
/** So many of the timers due at one instant are offered as a choice. */
const offered = 32;

function entryAt(mem: Memory, index: number): number {
  return mem.i32(at.timers) + index * entrySize;
}

function before(mem: Memory, a: number, b: number): boolean {
  const whenA = mem.f64(a);
  const whenB = mem.f64(b);
  return whenA !== whenB ? whenA < whenB : mem.f64(a + sequence) < mem.f64(b + sequence);
}

/** Writes an entry to its place and tells its owner. */
function place(mem: Memory, index: number, when: number, order: number, who: number, started: number): void {
  const entry = entryAt(mem, index);
  mem.setF64(entry, when);
  mem.setF64(entry + sequence, order);
  mem.setI32(entry + owner, who);
  mem.setI32(entry + era, started);
  if ((who & sleeper) === 0) mem.setI32(who + timer.state, index + 1);
}

function move(mem: Memory, from: number, to: number): void {
  const entry = entryAt(mem, from);
  place(mem, to, mem.f64(entry), mem.f64(entry + sequence), mem.i32(entry + owner), mem.i32(entry + era));
}

function add(ctx: Context, when: number, who: number): void {
  const { mem } = ctx;
  const count = mem.i32(at.timerCount);
  if (count === mem.i32(at.timerCapacity)) grow(ctx);
  const order = mem.f64(at.timerSequence);
  mem.setF64(at.timerSequence, order + 1);
  mem.setI32(at.timerCount, count + 1);
  place(mem, count, when, order, who, mem.i32(at.era));
  siftUp(mem, count);
}

function grow(ctx: Context): void {
  const { mem, heap } = ctx;
  const capacity = mem.i32(at.timerCapacity);
  const old = mem.i32(at.timers);
  const larger = heap.allocate(plain, Math.max(8, capacity * 2) * entrySize);
  mem.copy(larger, old, capacity * entrySize);
  if (old !== 0) heap.free(old);
  mem.setI32(at.timers, larger);
  mem.setI32(at.timerCapacity, Math.max(8, capacity * 2));
}

function siftUp(mem: Memory, index: number): void {
  const entry = entryAt(mem, index);
  const when = mem.f64(entry);
  const order = mem.f64(entry + sequence);
  const who = mem.i32(entry + owner);
  const started = mem.i32(entry + era);
  let hole = index;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const other = entryAt(mem, parent);
    if (mem.f64(other) < when || (mem.f64(other) === when && mem.f64(other + sequence) < order)) break;
    move(mem, parent, hole);
    hole = parent;
  }
  place(mem, hole, when, order, who, started);
}

function siftDown(mem: Memory, index: number): void {
  const count = mem.i32(at.timerCount);
  let current = index;
  for (;;) {
    let least = current;
    for (let child = 2 * current + 1; child <= 2 * current + 2; child++) {
      if (child < count && before(mem, entryAt(mem, child), entryAt(mem, least))) least = child;
    }
    if (least === current) return;
    const entry = entryAt(mem, current);
    const when = mem.f64(entry);
    const order = mem.f64(entry + sequence);
    const who = mem.i32(entry + owner);
    const started = mem.i32(entry + era);
    move(mem, least, current);
    place(mem, least, when, order, who, started);
    current = least;
  }
}

function removeAt(mem: Memory, index: number): void {
  const who = mem.i32(entryAt(mem, index) + owner);
  const last = mem.i32(at.timerCount) - 1;
  mem.setI32(at.timerCount, last);
  if (index !== last) {
    move(mem, last, index);
    siftDown(mem, index);
    siftUp(mem, index);
  }
  mem.setI32(entryAt(mem, last) + owner, 0);
  if ((who & sleeper) === 0) mem.setI32(who + timer.state, 0);
}

// ---- starting and stopping

/** rt.Sleep: parks the running goroutine for so many nanoseconds. */
export function sleep(ctx: Context, fp: number, nanos: number): number {
  if (nanos <= 0) return 0;
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const when = now(ctx) + nanos;
  if (ctx.options.traced && mem.i32(g + record.timer) === 0) mem.setI32(g + record.timer, newObject(ctx));
  if (ctx.recorder !== undefined) {
    const number = mem.i32(g + record.timer);
    emitTime(ctx, Kind.TimerStart, ctx.gid, number, when, TimerKind.Sleep);
    ctx.emit(Kind.GoBlock, ctx.gid, WaitReason.Sleep, 0, 0, number);
  }
  add(ctx, when, g | sleeper);
  return park(ctx, fp, WaitReason.Sleep, 0);
}

/** internal/rt.Idle: parks the running goroutine until nobody else can run. It is a sleeper whose time has come: the clock need not move to wake it. */
export function idle(ctx: Context, fp: number): number {
  if (ctx.recorder !== undefined) ctx.emit(Kind.GoBlock, ctx.gid, WaitReason.SynctestWait, 0);
  add(ctx, now(ctx), ctx.mem.i32(cell.g) | sleeper);
  return park(ctx, fp, WaitReason.SynctestWait, 0);
}

/** internal/rt.NextTimer: nanoseconds until the clock would go on if nobody could run, -1 if it would not. */
export function untilNextTimer(ctx: Context): number {
  const next = nextNoticed(ctx);
  return next === Infinity ? -1 : Math.max(0, next - now(ctx));
}

export function startTimer(ctx: Context, t: number): void {
  const { mem } = ctx;
  if (mem.i32(t + timer.state) !== 0) removeAt(mem, mem.i32(t + timer.state) - 1);
  const when = mem.long(t + timer.when);
  const bound = mem.i32(t + timer.channel);
  if (bound !== 0) mem.setI32(bound + channel.timer, t);
  const number = timerNumber(ctx, t);
  if (ctx.recorder !== undefined) emitTime(ctx, Kind.TimerStart, ctx.gid, number, when, mem.i32(t + timer.kind));
  add(ctx, when <= now(ctx) ? overdue : when, t);
}

/** Reports whether it was pending, or a value that it had sent was discarded. */
export function stopTimer(ctx: Context, t: number): boolean {
  const { mem } = ctx;
  const pending = mem.i32(t + timer.state) !== 0;
  if (pending) {
    removeAt(mem, mem.i32(t + timer.state) - 1);
    if (ctx.recorder !== undefined) ctx.emit(Kind.TimerStop, ctx.gid, timerNumber(ctx, t));
  }
  const bound = mem.i32(t + timer.channel);
  const discarded = bound !== 0 && discardBuffered(ctx, bound);
  return pending || discarded;
}

function timerNumber(ctx: Context, t: number): number {
  return ctx.options.traced ? objectNumber(ctx, t, ObjectKind.Timer) : 0;
}

function emitTime(ctx: Context, kind: typeof Kind.TimerStart, g: number, object: number, when: number, how: number): void {
  const high = Math.floor(when / 4294967296);
  ctx.emit(kind, g, object, (when - high * 4294967296) | 0, high, how);
}

// ---- firing

/** Fires timers whose time had passed when they were started. */
export function fireOverdue(ctx: Context): void {
  const { mem } = ctx;
  while (mem.i32(at.timerCount) > 0 && mem.i32(at.hidden) === 0 && mem.f64(mem.i32(at.timers)) < now(ctx)) fire(ctx, 0);
}

/** Moves the clock to the next timer that somebody will notice and fires it; false if there is none. */
export function advanceClock(ctx: Context): boolean {
  const { mem } = ctx;
  const goal = nextNoticed(ctx);
  if (goal === Infinity) return false;
  while (mem.f64(entryAt(mem, 0)) < goal) passTimer(ctx, goal);
  setClock(ctx, goal);
  fireTogether(ctx, goal);
  progress(ctx);
  return true;
}

/** Fires the timers due at `when` of the earliest era among them, in the order that the schedule chooses. */
function fireTogether(ctx: Context, when: number): void {
  const { mem } = ctx;
  const together = mem.i32(entryAt(mem, 0) + era);
  while (
    mem.i32(at.timerCount) > 0 &&
    mem.f64(entryAt(mem, 0)) === when &&
    mem.i32(entryAt(mem, 0) + era) === together &&
    mem.i32(at.hidden) === 0
  ) {
    fire(ctx, chooseDue(ctx, when, together));
  }
}

/** Fires the earliest timer, which nobody will notice. A ticker whose channel is full goes without its ticks until `goal`. */
function passTimer(ctx: Context, goal: number): void {
  const { mem } = ctx;
  const when = mem.f64(entryAt(mem, 0));
  const t = mem.i32(entryAt(mem, 0) + owner);
  const period = mem.long(t + timer.period);
  if (period > 0 && mem.i32(mem.i32(t + timer.channel) + channel.count) > 0) {
    removeAt(mem, 0);
    const next = when + period * Math.ceil((goal - when) / period);
    mem.setLong(t + timer.when, next);
    add(ctx, next, t);
    return;
  }
  setClock(ctx, when);
  fire(ctx, 0);
}

function nextNoticed(ctx: Context): number {
  const { mem } = ctx;
  const count = mem.i32(at.timerCount);
  if (count === 0) return Infinity;
  if (isNoticed(mem, mem.i32(entryAt(mem, 0) + owner))) return mem.f64(entryAt(mem, 0));
  let next = Infinity;
  for (let i = 1; i < count; i++) {
    const entry = entryAt(mem, i);
    if (mem.f64(entry) < next && isNoticed(mem, mem.i32(entry + owner))) next = mem.f64(entry);
  }
  return next;
}

/** A timer is pending that somebody will notice. */
export function timersPending(ctx: Context): boolean {
  return nextNoticed(ctx) !== Infinity;
}

function isNoticed(mem: Memory, who: number): boolean {
  if ((who & sleeper) !== 0) return true;
  const bound = mem.i32(who + timer.channel);
  return bound === 0 || mem.i32(bound + channel.receivers) !== 0;
}

/** Place of the timer to fire among those due at `when`, which is the earliest time there is. */
function chooseDue(ctx: Context, when: number, together: number): number {
  const due = firstDue(ctx.mem, when).filter((index) => ctx.mem.i32(entryAt(ctx.mem, index) + era) === together);
  if (due.length === 1) return 0;
  const names = (): string => due.map((index) => ownerNumber(ctx, ctx.mem.i32(entryAt(ctx.mem, index) + owner))).join(' ');
  return due[choose(ctx, DecisionKind.Timer, due.length, names)] as number;
}

/** Places of the first timers due at this, the earliest, time, in their order: the heap is walked from its top along equal times. */
function firstDue(mem: Memory, when: number): number[] {
  const due: number[] = [];
  const reached = [0];
  while (due.length < offered) {
    const next = reached.shift();
    if (next === undefined) break;
    due.push(next);
    for (let child = 2 * next + 1; child <= 2 * next + 2; child++) {
      if (child >= mem.i32(at.timerCount) || mem.f64(entryAt(mem, child)) !== when) continue;
      const later = reached.findIndex((index) => before(mem, entryAt(mem, child), entryAt(mem, index)));
      reached.splice(later < 0 ? reached.length : later, 0, child);
    }
  }
  return due;
}

function ownerNumber(ctx: Context, who: number): number {
  return (who & sleeper) === 0 ? timerNumber(ctx, who) : ctx.mem.i32((who & ~sleeper) + record.timer);
}

function setClock(ctx: Context, time: number): void {
  if (time <= now(ctx)) return;
  ctx.mem.setF64(at.clock, time);
  ctx.mem.setI32(at.era, ctx.mem.i32(at.era) + 1);
  if (ctx.recorder === undefined) return;
  const high = Math.floor(time / 4294967296);
  ctx.emit(Kind.ClockAdvance, 0, (time - high * 4294967296) | 0, high);
}

function fire(ctx: Context, index: number): void {
  const { mem } = ctx;
  const who = mem.i32(entryAt(mem, index) + owner);
  removeAt(mem, index);
  if (ctx.recorder !== undefined) ctx.emit(Kind.TimerFire, 0, ownerNumber(ctx, who));
  if ((who & sleeper) !== 0) wake(ctx, who & ~sleeper, 0);
  else fireTimer(ctx, who);
}

function fireTimer(ctx: Context, t: number): void {
  const { mem } = ctx;
  rearm(ctx, t);
  const kind = mem.i32(t + timer.kind);
  if (kind === TimerKind.Timer || kind === TimerKind.Ticker) {
    mem.setLong(t + timer.now, now(ctx));
    offerTime(ctx, mem.i32(t + timer.channel), t + timer.value);
    return;
  }
  const closure = mem.i32(t + timer.func);
  const hidden = kind === TimerKind.Context;
  spawn(ctx, mem.i32(closure), closure, 0, hidden);
  if (hidden) {
    mem.setI32(at.hidden, mem.i32(at.spawned));
    mem.setI32(at.spawned, 0);
  } else spawned(ctx);
}

/** A ticker is due again at its next tick that has not passed. */
function rearm(ctx: Context, t: number): void {
  const { mem } = ctx;
  const period = mem.long(t + timer.period);
  if (period <= 0) return;
  const when = mem.long(t + timer.when);
  const next = when + period * (1 + Math.max(0, Math.floor((now(ctx) - when) / period)));
  mem.setLong(t + timer.when, next);
  add(ctx, next, t);
}

/** Calls `visit` with every rt.Timer that is pending: roots of the collector. */
export function pendingTimers(mem: Memory, visit: (t: number) => void): void {
  visit(mem.i32(at.timers));
  for (let i = mem.i32(at.timerCount) - 1; i >= 0; i--) {
    const who = mem.i32(entryAt(mem, i) + owner);
    if ((who & sleeper) === 0) visit(who);
  }
}

export function checkTimers(mem: Memory): void {
  for (let i = 0; i < mem.i32(at.timerCount); i++) {
    const who = mem.i32(entryAt(mem, i) + owner);
    if (i > 0) invariant(!before(mem, entryAt(mem, i), entryAt(mem, (i - 1) >> 1)), 'no timer is due before its parent in the heap');
    if ((who & sleeper) === 0) invariant(mem.i32(who + timer.state) === i + 1, 'a timer knows its place');
    else invariant(mem.i32((who & ~sleeper) + record.reason) === WaitReason.Sleep, 'who is in the heap sleeps');
  }
}
