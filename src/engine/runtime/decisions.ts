/**
 * The one door for chance. Wherever there are at least two alternatives the scheduler is asked, the decision is numbered and, with a
 * recorder, recorded. Numbers count in the memory, so they are part of a checkpoint.
 */
import { cell } from '../memory/cells.ts';
import type { Memory } from '../memory/memory.ts';
import { DecisionKind, Kind } from '../trace/events.ts';
import { wholeText } from '../trace/trace.ts';
import type { Context } from './context.ts';
import { listRunnable, runnableCount, takeNext, takeOutOfTurn } from './runqueue.ts';
import type { DecisionKindValue } from './scheduler.ts';
import { at, namedDecisions, record } from './state.ts';

/** Alternatives named in a recorded decision; further ones are only counted. */
const named = 32;

/** Scratch: addresses of the runnable goroutines, and their numbers. */
let addresses = new Int32Array(64);
let numbers = new Int32Array(64);
const firstAddresses = new Int32Array(named);

/** Takes the goroutine to run now out of the queues; 0 if none is runnable. */
export function chooseGoroutine(ctx: Context): number {
  const { mem } = ctx;
  const count = runnableCount(mem);
  if (count < 2) return takeNext(ctx);
  const decision = mem.i32(at.decisions);
  mem.setI32(at.decisions, decision + 1);
  if (decision >= ctx.scheduler.defaultRunsBefore) return askForGoroutine(ctx, decision, count);
  if (ctx.recorder !== undefined) {
    listRunnable(mem, firstAddresses);
    recordRun(ctx, decision, count, 0, firstAddresses);
  }
  return takeNext(ctx);
}

function askForGoroutine(ctx: Context, decision: number, count: number): number {
  const { mem, scheduler } = ctx;
  if (count > addresses.length) {
    addresses = new Int32Array(count * 2);
    numbers = new Int32Array(count * 2);
  }
  listRunnable(mem, addresses);
  for (let i = 0; i < count; i++) numbers[i] = mem.i32((addresses[i] as number) + record.id);
  const index = scheduler.next(decision, numbers, count, mem.i32(at.stopping));
  if (ctx.recorder !== undefined) recordRun(ctx, decision, count, index, addresses);
  if (index === 0) return takeNext(ctx);
  const g = addresses[index] as number;
  takeOutOfTurn(ctx, g);
  return g;
}

/** Only the first decisions name all alternatives: in a long run with many goroutines the lists would fill the memory. */
function recordRun(ctx: Context, decision: number, count: number, index: number, list: Int32Array): void {
  const { mem } = ctx;
  const text =
    decision < namedDecisions ? ctx.string(goroutineNames(mem, list, count)) : wholeText(mem.i32((list[index] as number) + record.id));
  ctx.emit(Kind.Decision, ctx.gid, DecisionKind.Run, count, index, text);
}

function goroutineNames(mem: Memory, list: Int32Array, count: number): string {
  let names = '';
  for (let i = 0; i < count && i < named; i++) names += (i === 0 ? '' : ' ') + mem.i32((list[i] as number) + record.id);
  return names;
}

/** Index of one of `count` alternatives; `names` says what they are, for the recording. */
export function choose(ctx: Context, kind: DecisionKindValue, count: number, names: () => string): number {
  if (count < 2) return 0;
  const decision = ctx.mem.i32(at.decisions);
  ctx.mem.setI32(at.decisions, decision + 1);
  const index = ctx.scheduler.choose(decision, kind, count);
  if (ctx.recorder !== undefined) recordDecision(ctx, kind, count, index, names);
  return index;
}

function recordDecision(ctx: Context, kind: DecisionKindValue, count: number, index: number, names: () => string): void {
  ctx.emit(Kind.Decision, ctx.gid, kind, count, index, ctx.valueText(names));
}

const everything = 0x7fffffff;

/** 64 random bits for the program, into the first result. */
export function randomBits(ctx: Context): void {
  const { mem, scheduler } = ctx;
  const decision = mem.i32(at.decisions);
  mem.setI32(at.decisions, decision + 1);
  const low = scheduler.bits(decision, 0);
  const high = scheduler.bits(decision, 1);
  mem.setI32(cell.results, low);
  mem.setI32(cell.results + 4, high);
  if (ctx.recorder !== undefined) recordDecision(ctx, DecisionKind.Random, everything, low & everything, () => hex(high) + hex(low));
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
