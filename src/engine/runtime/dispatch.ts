/** Between slices: who runs now, and what becomes of who ran. */
import { cell } from '../memory/cells.ts';
import { DecisionKind, Kind, waitReasons } from '../trace/events.ts';
import { heapCell } from '../memory/heap.ts';
import { idled, onlySpins } from './clock.ts';
import type { Context } from './context.ts';
import { choose, chooseGoroutine } from './decisions.ts';
import { spawn, spawned } from './goroutine.ts';
import { readyLast, runnableCount } from './runqueue.ts';
import { at, goroutineStatus, record } from './state.ts';
import { advanceClock, fireOverdue } from './timer.ts';

/** Goroutine 1 will run the program's entry. */
export function start(ctx: Context): void {
  storeSchedule(ctx);
  // So that the global queue's turn comes for the first time after 60 picks, as it does in most runs of small programs.
  ctx.mem.setI32(at.tick, 1);
  spawn(ctx, ctx.program.entry, 0, 0);
  ctx.mem.setI32(at.main, ctx.mem.i32(at.spawned));
  spawned(ctx);
}

/** What the kernel must know of the scheduler. */
export function storeSchedule({ mem, scheduler }: Context): void {
  mem.setI32(at.queueIsFifo, scheduler.queue === 'fifo' ? 1 : 0);
  mem.setI32(at.slice, scheduler.quantum);
  mem.setI32(at.defaultRuns, Math.min(scheduler.defaultRunsBefore, 0xffffffff));
}

/** See Runtime.pickNext. */
export function pickNext(ctx: Context): number {
  const { mem } = ctx;
  mem.setI32(cell.g, 0);
  if (mem.i32(at.timerCount) !== 0) {
    fireOverdue(ctx);
    if (mem.i32(at.hidden) === 0 && (onlySpins(ctx) || isDelayed(ctx))) advanceClock(ctx);
  }
  for (;;) {
    const g = takeHidden(ctx) || chooseGoroutine(ctx);
    if (g !== 0) return run(ctx, g);
    if (!advanceClock(ctx)) return 0;
  }
}

/** Whether those who can run are held up until the next timer. */
function isDelayed(ctx: Context): boolean {
  return ctx.scheduler.adversarial && runnableCount(ctx.mem) > 0 && choose(ctx, DecisionKind.Time, 2, () => 'run wait') === 1;
}

/** A hidden goroutine is not scheduled: it runs to its end at once. */
function takeHidden(ctx: Context): number {
  const g = ctx.mem.i32(at.hidden);
  if (g !== 0) {
    ctx.mem.setI32(at.hidden, 0);
    ctx.mem.setI32(at.quantum, 0x7fffffff);
  }
  return g;
}

function run(ctx: Context, g: number): number {
  const { mem } = ctx;
  mem.setI32(g + record.status, goroutineStatus.running);
  mem.setI32(cell.g, g);
  const id = mem.i32(g + record.id);
  if (id !== 0 && id !== mem.i32(at.lastRun)) {
    if (ctx.recorder !== undefined) {
      if (mem.i32(at.stopping) !== 0) ctx.emit(Kind.GoStop, mem.i32(at.stopping), 0);
      ctx.emit(Kind.GoStart, id);
    }
    mem.setI32(at.lastRun, id);
  }
  if (id !== 0) mem.setI32(at.stopping, 0);
  return g;
}

/**
 * The running goroutine has executed so many statements and is suspended. If its time slice is over, it goes behind the others. Returns whether
 * something else than the next goroutine wants attention: the collector, the output's bound.
 */
export function ran(ctx: Context, statements: number): boolean {
  const { mem } = ctx;
  const g = mem.i32(cell.g);
  const left = mem.i32(at.quantum) - statements;
  mem.setI32(at.quantum, left);
  idled(ctx, statements);
  if (g !== 0) {
    if (mem.i32(g + record.status) !== goroutineStatus.running) mem.setI32(cell.g, 0);
    else if (left <= 0) preempt(ctx, g);
  }
  return (mem.i32(heapCell.wanted) | mem.i32(at.outputExceeded)) !== 0;
}

/** Only when another one is chosen it has really stopped. */
function preempt(ctx: Context, g: number): void {
  const { mem } = ctx;
  mem.setI32(at.stopping, mem.i32(g + record.id));
  readyLast(ctx, g);
  mem.setI32(cell.g, 0);
}

/** As Go's dumps say it. */
export function stateWord(ctx: Context, g: number): string {
  const { mem } = ctx;
  switch (mem.i32(g + record.status)) {
    case goroutineStatus.waiting:
      return waitReasons[mem.i32(g + record.reason)] ?? '';
    case goroutineStatus.running:
      return 'running';
    default:
      return 'runnable';
  }
}
