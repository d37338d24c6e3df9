/** Type assertions (specification: "Type assertions"). */
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unbox } from './compare.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { partsOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { cond, i32, i64, not, op, widenU, zeroOf } from './ops.ts';
import { part, retype, reusable, scalars, tempMemory, write, zeroMemory } from './values.ts';
import type { Value } from './values.ts';

/** Whether the dynamic type of the (reusable) interface value is, or for interfaces has the methods of, `type`. */
export function hasType(f: Fn, value: Value, type: GoType): Expr {
  if (!type.is('interface')) return op('i32.eq', part(value), f.typeId(type));
  if (type.shape.methods.length === 0) return op('i32.ne', part(value), i32(0));
  return callDirect(f, natives.implements, [part(value), f.typeId(type)]);
}

/** The dynamic value as `type`, which it has. */
export function dynamicValue(value: Value, type: GoType): Value {
  return type.is('interface') ? retype(value, type) : unbox(type, part(value, 1));
}

export function assertion(f: Fn, e: syntax.TypeAssertExpr, commaOk: boolean): { readonly value: Value; readonly ok: Expr } {
  const type = typeOfAssertion(f, e);
  const value = reusable(f, f.expr(e.x));
  const ok = hasType(f, value, type);
  if (!commaOk) {
    const wanted = widenU(f.typeId(type));
    const from = op('i64.shl', widenU(f.typeId(value.type)), i64(32));
    f.panicIf(not(ok), PanicCode.assertion, op('i64.or', widenU(part(value)), from), wanted);
    return { value: dynamicValue(value, type), ok: i32(1) };
  }
  const held = f.hold(ok, 'i32');
  return { value: valueOrZero(f, value, type, held), ok: held };
}

function typeOfAssertion(f: Fn, e: syntax.TypeAssertExpr): GoType {
  const type = f.typeOf(e.type ?? e);
  return type.is('tuple') ? (type.shape.elems[0] ?? type) : type;
}

function valueOrZero(f: Fn, value: Value, type: GoType, ok: Expr): Value {
  const parts = partsOf(type);
  const dynamic = dynamicValue(value, type);
  if (parts) return scalars(type, ...parts.map((p, i) => cond(p.type, ok, part(dynamic, i), zeroOf(p.type))));
  const copy = tempMemory(f, type);
  f.if(ok, f.body(() => write(f, copy, dynamic)), f.body(() => zeroMemory(f, copy)));
  return copy;
}
