/**
 * The builtin recover. It recovers if its function was called as a deferred call by whoever deals with the panic: the machine compares the frame
 * of that one with the frame that lies `deferred` below the function's own.
 *
 * In the body of a loop over a function it counts as called by the function around the loop, whose frame is further down. That function leaves
 * its `deferred` and its place on the stack in two variables, which the body shares.
 */
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import { cell, goroutine } from '../memory/cells.ts';
import type * as syntax from '../syntax/nodes.ts';
import { walk } from '../syntax/walk.ts';
import type { VarObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { callNative } from './lazy.ts';
import { add, cond, i32, load, op } from './ops.ts';
import { part, read, scalars, variablePlace } from './values.ts';
import type { Value } from './values.ts';
import { declare, hiddenVariable } from './variables.ts';

/** What the function around a loop over a function leaves to the bodies inside. */
export interface Recovering {
  readonly distance: VarObject;
  /** Where its frame lies, from the begin of the stack: stacks move. */
  readonly place: VarObject;
}

export function callRecover(f: Fn, result: GoType): Value {
  return scalars(result, ...callNative(f, natives.recover, [distanceFromHere(f), { k: 'fp' }], [false, true]));
}

/** The distance to whoever runs the function that the statement at hand belongs to, from that function's frame; 0 if it is no deferred call. */
export function deferredDistance(f: Fn): Expr {
  if (f.recovering) return valueOf(f, f.recovering.distance);
  f.usesRecover = true;
  return { k: 'deferred' };
}

function distanceFromHere(f: Fn): Expr {
  const { recovering } = f;
  const distance = deferredDistance(f);
  if (!recovering) return distance;
  return cond('i32', distance, add(op('i32.sub', placeOnStack(), valueOf(f, recovering.place)), distance), i32(0));
}

function placeOnStack(): Expr {
  return op('i32.sub', { k: 'fp' }, load('i32.load', load('i32.load', i32(0), cell.g), goroutine.stack));
}

function valueOf(f: Fn, variable: VarObject): Expr {
  return part(read(variablePlace(f, variable)));
}

/** The variables that the body of the loop needs for calls of recover; declared by the function around the outermost loop. */
export function shareRecovering(f: Fn, s: syntax.RangeStmt): readonly VarObject[] {
  if (!recoversInside(s)) return [];
  if (!f.rangeBody) {
    const type = f.world.types.basic('int32');
    const [distance, place] = [hiddenVariable({ kind: 'Basic', name: 'int32' }), hiddenVariable({ kind: 'Basic', name: 'int32' })];
    f.recovering = undefined;
    declare(f, distance, scalars(type, deferredDistance(f)));
    declare(f, place, scalars(type, placeOnStack()));
    f.recovering = { distance, place };
  }
  return f.recovering ? [f.recovering.distance, f.recovering.place] : [];
}

function recoversInside(s: syntax.RangeStmt): boolean {
  let found = false;
  walk(s.body, (node) => {
    if (node.kind === 'Ident' && node.$obj?.kind === 'Builtin' && node.$obj.name === 'recover') found = true;
    return node.kind !== 'FuncLit';
  });
  return found;
}
