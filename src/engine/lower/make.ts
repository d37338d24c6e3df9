/** make and new (specification: "Making slices, maps and channels", "Allocation"). */
import { bug } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { convertNumber } from './convert.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { isUnsigned, sizeOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { makeMap } from './maps.ts';
import { constI64, i32, i64, op, wrap } from './ops.ts';
import { part, scalars } from './values.ts';
import type { Value } from './values.ts';

const maxBytes = 2 ** 31 - 1;

export function make(f: Fn, e: syntax.CallExpr, type: GoType): Value {
  const sizes = e.args.slice(1).map((arg) => sizeArgument(f, arg));
  switch (type.kind) {
    case 'slice':
      return makeSlice(f, type, sizes[0] ?? bug('make without length'), sizes[1]);
    case 'map': {
      const hint = sizes[0] === undefined ? i32(0) : mapHint(sizes[0]);
      return makeMap(f, type, hint);
    }
    case 'chan':
      return makeChannel(f, e, type, sizes[0] ?? i64(0));
    default:
      return bug(`make of ${type.name}`);
  }
}

/** A size as int64; huge unsigned ones become negative, which no check accepts either. */
function sizeArgument(f: Fn, e: syntax.Expr): Expr {
  const constant = e.$tv?.value;
  const int = f.world.types.basic('int');
  if (constant) {
    const value = constant.kind === 'int' ? constant.value : constant.kind === 'float' ? constant.num / constant.den : 0n;
    return i64(value);
  }
  const value = f.expr(e);
  return f.reuse(part(convertNumber(f, value, isUnsigned(value.type) ? f.world.types.basic('uint') : int)), 'i64');
}

function mapHint(size: Expr): Expr {
  const known = constI64(size);
  if (known !== undefined) return i32(Number(known < 0n || known > 1000000n ? 0n : known));
  return { k: 'cond', type: 'i32', cond: op('i64.lt_u', size, i64(1000000)), then: wrap(size), else: i32(0) };
}

function makeSlice(f: Fn, type: GoType, length: Expr, capacity: Expr | undefined): Value {
  const elem = type.as('slice').elem;
  const most = i64(Math.floor(maxBytes / Math.max(sizeOf(elem), 1)));
  f.panicIf(op('i64.gt_u', length, most), PanicCode.makeSliceLen);
  if (capacity) f.panicIf(op('i32.or', op('i64.gt_u', capacity, most), op('i64.lt_s', capacity, length)), PanicCode.makeSliceCap);
  const count = wrap(length);
  const room = capacity ? wrap(capacity) : count;
  const roomValue = f.reuse(room, 'i32');
  const ptr = callDirect(f, natives.newArray, [f.layoutNumber(elem), roomValue], true);
  return scalars(type, ptr, capacity ? count : roomValue, roomValue);
}

function makeChannel(f: Fn, e: syntax.CallExpr, type: GoType, capacity: Expr): Value {
  const size = sizeOf(type.as('chan').elem);
  f.panicIf(op('i64.gt_u', capacity, i64(Math.floor(maxBytes / Math.max(size, 1)))), PanicCode.makeChan);
  const site = f.siteAt(e.pos, e.end);
  return scalars(type, callDirect(f, natives.makeChan, [f.typeId(type), wrap(capacity), i32(site)], true));
}
