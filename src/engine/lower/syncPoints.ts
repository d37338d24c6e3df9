/**
 * Operations by which goroutines synchronise: those on channels, and the calls of packages whose purpose it is. With schedules of that granularity they are the
 * only places where a goroutine that could go on is stopped. What the library does inside is one step, as always.
 */
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type { FuncObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';

const packages: ReadonlySet<string> = new Set(['sync', 'sync/atomic', 'context', 'golang.org/x/sync/errgroup', 'golang.org/x/sync/semaphore', 'golang.org/x/sync/singleflight']);

/** Before an operation of the program on a channel. */
export function syncPoint(f: Fn): void {
  pointBefore(f, !f.library);
}

/** The same, where an operand has not been evaluated yet. */
export function syncOperand(f: Fn, operand: Expr): Expr {
  if (f.library || f.world.options.granularity !== 'sync') return operand;
  const value = f.reuse(operand, 'i32', true);
  syncPoint(f);
  return value;
}

/** Before a call that synchronises, which a thunk may make in the program's name. */
export function pointBefore(f: Fn, synchronises: boolean | undefined): void {
  if (synchronises && f.world.options.granularity === 'sync') f.emit({ k: 'native', native: natives.syncPoint, args: [], results: [], site: f.site });
}

/** Whether the program synchronises by calling this function. */
export function isSynchronising(f: Fn, object: FuncObject): boolean {
  return !f.library && f.world.options.granularity === 'sync' && packages.has(object.pkg?.path ?? '');
}

/** The same of a value of this type: a context.CancelFunc, a method of a sync.Locker. */
export function isOfSynchronising(f: Fn, type: GoType): boolean {
  return !f.library && f.world.options.granularity === 'sync' && packages.has(type.linkName.replace(/^\*?(.*)\.[^.]*$/, '$1'));
}
