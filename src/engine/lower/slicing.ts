/** Slice expressions (specification: "Slice expressions"). */
import { bug } from '../../base/assert.ts';
import { PanicCode, unsignedIndex } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { constantValue } from './constants.ts';
import { convertNumber } from './convert.ts';
import type { Fn } from './fn.ts';
import { isUnsigned, sizeOf } from './layout.ts';
import { add, cond, constI32, constI64, i32, op, widenU, wrap } from './ops.ts';
import { place } from './places.ts';
import { memoryOperand, throughPointer } from './selectors.ts';
import { addressOf, part, reusable, scalars } from './values.ts';
import type { Value } from './values.ts';

/** What is sliced: its beginning, length and capacity. */
interface Source { readonly ptr: Expr; readonly length: Expr; readonly capacity: Expr; readonly elemSize: number; readonly isSlice: boolean }

export function sliceExpression(f: Fn, e: syntax.SliceExpr): Value {
  const type = f.typeOf(e);
  const bound = (x: syntax.Expr | undefined): Bound | undefined => x && boundValue(f, x);
  const operand = sourceValue(f, e.x);
  const low = bound(e.low);
  const high = bound(e.high);
  const max = bound(e.max);
  const source = sourceOf(f, operand);
  if (type.is('string')) return stringSlice(f, type, source, low, high);
  const limit = max?.value ?? widenU(source.capacity);
  if (max) checkBound(f, max, source.capacity, source.isSlice ? PanicCode.slice3Acap : PanicCode.slice3Alen);
  if (high && max) checkOrder(f, high, max.value, PanicCode.slice3B);
  else if (high) checkBound(f, high, source.capacity, source.isSlice ? PanicCode.sliceAcap : PanicCode.sliceAlen);
  const end = high?.value ?? widenU(source.length);
  if (low) checkOrder(f, low, end, max ? PanicCode.slice3C : PanicCode.sliceB);
  const start = low ? wrap(low.value) : i32(0);
  const capacity = f.reuse(op('i32.sub', wrap(limit), start), 'i32');
  // A slice without capacity must not point at what lies behind.
  const distance = op('i32.mul', start, i32(source.elemSize));
  const ptr = constI32(distance) === 0 ? source.ptr : add(source.ptr, cond('i32', capacity, distance, i32(0)));
  return scalars(type, ptr, op('i32.sub', wrap(end), start), capacity);
}

function sourceValue(f: Fn, x: syntax.Expr): Value {
  const type = f.typeOf(x);
  if (!type.is('array')) return f.expr(x);
  const memory = place(f, x);
  if (memory.k === 'locals') return bug('slice of an array in locals');
  return scalars(f.world.types.pointer(type), addressOf(memory));
}

function sourceOf(f: Fn, value: Value): Source {
  const type = value.type;
  if (type.is('pointer')) {
    const array = memoryOperand(throughPointer(f, value));
    const { elem, length } = array.type.as('array');
    return { ptr: addressOf(array), length: i32(length), capacity: i32(length), elemSize: sizeOf(elem), isSlice: false };
  }
  const held = reusable(f, value);
  if (type.is('string')) return { ptr: part(held), length: part(held, 1), capacity: part(held, 1), elemSize: 1, isSlice: false };
  return { ptr: part(held), length: part(held, 1), capacity: part(held, 2), elemSize: sizeOf(type.as('slice').elem), isSlice: true };
}

/** An int64 that may be used several times. Unsigned 64-bit values above its range become negative, which the unsigned checks reject. */
interface Bound { readonly value: Expr; readonly unsigned: boolean }

function boundValue(f: Fn, e: syntax.Expr): Bound {
  const int = f.world.types.basic('int');
  if (e.$tv?.value) return { value: part(constantValue(f, e.$tv.value, int)), unsigned: false };
  const value = f.expr(e);
  const unsigned = isUnsigned(value.type);
  return { value: f.reuse(part(convertNumber(f, value, unsigned ? f.world.types.basic('uint') : int)), 'i64'), unsigned };
}

/** 0 <= bound <= limit */
function checkBound(f: Fn, { value, unsigned }: Bound, limit: Expr, code: number): void {
  f.panicIf(op('i64.gt_u', value, widenU(limit)), unsigned ? code + unsignedIndex : code, value, widenU(limit));
}
/** 0 <= low <= high, where high has been checked. */
function checkOrder(f: Fn, { value, unsigned }: Bound, high: Expr, code: number): void {
  if (constI64(value) === 0n) return;
  f.panicIf(op('i64.gt_u', value, high), unsigned ? code + unsignedIndex : code, value, high);
}

function stringSlice(f: Fn, type: Value['type'], source: Source, low: Bound | undefined, high: Bound | undefined): Value {
  if (high) checkBound(f, high, source.length, PanicCode.sliceAlen);
  const end = high?.value ?? widenU(source.length);
  if (low) checkOrder(f, low, end, PanicCode.sliceB);
  const start = low ? wrap(low.value) : i32(0);
  const length = f.reuse(op('i32.sub', wrap(end), start), 'i32');
  const ptr = constI32(start) === 0 ? source.ptr : add(source.ptr, cond('i32', length, start, i32(0)));
  return scalars(type, ptr, length);
}
