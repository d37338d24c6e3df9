/**
 * The virtual clock. Statements take no time: the clock stands still while anybody can run, and then goes to the next timer.
 *
 * So that busy waiting ends as it does in life, a run in which nothing has happened for many statements (no value passed, nobody woken, made
 * or ended) lets the clock go on although somebody runs. If the statements contain what waiting loops do (yielding, reading the clock, a
 * select that takes its default) that is soon; a long calculation is given much more time.
 */
import type { Context } from './context.ts';
import { at } from './state.ts';

export const busyWaitStatements = 200_000;
export const calculationStatements = 20_000_000;
/** A loop of at most so many statements with one poll in it waits. */
const statementsPerPoll = 1000;

export function now(ctx: Context): number {
  return ctx.mem.f64(at.clock);
}

/** Something happened that busy waiting does not do. */
export function progress(ctx: Context): void {
  ctx.mem.setF64(at.idleStatements, 0);
  ctx.mem.setI32(at.polls, 0);
}

/**
 * So many polls in a row without anything happening use up a time slice, if others can run. A time slice is a number of statements here, which for
 * a waiting loop would be thousands of rounds of the same: in life its rounds are slow compared with what it waits for.
 */
const pollsPerSlice = 16;

export function isTiredOfPolling(ctx: Context): boolean {
  return ctx.mem.i32(at.polls) % pollsPerSlice === 0;
}

/** Something happened that waiting loops do. */
export function polled(ctx: Context): void {
  ctx.mem.setI32(at.polls, ctx.mem.i32(at.polls) + 1);
}

export function idled(ctx: Context, statements: number): void {
  ctx.mem.setF64(at.idleStatements, ctx.mem.f64(at.idleStatements) + statements);
}

export function onlySpins(ctx: Context): boolean {
  const statements = ctx.mem.f64(at.idleStatements);
  if (statements < busyWaitStatements) return false;
  return statements >= calculationStatements || ctx.mem.i32(at.polls) * statementsPerPoll >= statements;
}
