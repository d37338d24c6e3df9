/** Conversions, explicit and implied by assignment (specification: "Conversions", "Assignability"). */
import { bug } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { constantValue, staticCopy } from './constants.ts';
import { bitsOf, isComplex, isFloat, isInteger, isPointerShaped, isUnsigned, sizeOf } from './layout.ts';
import { callNative } from './lazy.ts';
import { cond, f64, i32, i64, op, widen, widenU, wrap } from './ops.ts';
import { carrier, normalize } from './numbers.ts';
import { allocate, memoryAt, part, partsOfValue, read, retype, scalars, write, zeroValue } from './values.ts';
import type { Value } from './values.ts';

/** The expression's value, converted to the type of what it is assigned to. */
export function exprAs(f: Fn, e: syntax.Expr, to: GoType): Value {
  const constant = e.$tv?.value;
  if (constant && !to.is('interface')) return constantValue(f, constant, to);
  return convert(f, f.expr(e), to);
}

export function convert(f: Fn, value: Value, to: GoType): Value {
  const from = value.type;
  if (from === to) return value;
  if (from.is('nil')) return zeroValue(f, to);
  if (to.is('interface')) return from.is('interface') ? retype(value, to) : toInterface(f, value, to);
  if (to.is('string') && !from.is('string')) return toText(f, value, to);
  if (isNumber(from) && isNumber(to)) return convertNumber(f, value, to);
  const bytes = to.is('slice') && from.is('string');
  if (bytes) return fromText(f, value, to);
  if (from.is('slice') && to.is('array')) return sliceToArray(f, value, to);
  if (from.is('slice') && to.is('pointer')) return sliceToArrayPointer(f, value, to);
  if (from.is('unsafe.Pointer') && isInteger(to)) return convertNumber(f, retype(value, f.world.types.basic('uint32')), to);
  if (isInteger(from) && to.is('unsafe.Pointer')) return scalars(to, bitsOf(from) === 64 ? wrap(part(value)) : part(value));
  // What is left has the same layout: the same underlying types, or pointers.
  return retype(value, to);
}

function isNumber(type: GoType): boolean {
  return isInteger(type) || isFloat(type) || isComplex(type);
}

/** Wraps a concrete value: its type id and itself, or the address of a copy. Constants are copied to static data once and for all. */
export function toInterface(f: Fn, value: Value, to: GoType): Value {
  const id = f.symbol({ k: 'liveType', type: value.type });
  if (isPointerShaped(value.type)) return scalars(to, id, part(value));
  const fixed = value.k === 'scalars' ? staticCopy(f, value) : undefined;
  if (fixed !== undefined) return scalars(to, id, fixed);
  const copy = allocate(f, value.type);
  write(f, copy, value);
  return scalars(to, id, copy.base);
}

// ---- numbers

export function convertNumber(f: Fn, value: Value, to: GoType): Value {
  const from = value.type;
  if (isComplex(from) || isComplex(to)) return scalars(to, ...partsOfValue(value).map((e) => convertFloat(e, floatWidth(from), floatWidth(to))));
  return scalars(to, convertScalar(f, part(value), from, to));
}

function floatWidth(type: GoType): 'f32' | 'f64' {
  return type.kind === 'float32' || type.kind === 'complex64' ? 'f32' : 'f64';
}
function convertFloat(e: Expr, from: 'f32' | 'f64', to: 'f32' | 'f64'): Expr {
  if (from === to) return e;
  return op(to === 'f64' ? 'f64.promote_f32' : 'f32.demote_f64', e);
}

function convertScalar(f: Fn, e: Expr, from: GoType, to: GoType): Expr {
  if (isFloat(from)) return isFloat(to) ? convertFloat(e, floatWidth(from), floatWidth(to)) : floatToInteger(f, e, from, to);
  if (isFloat(to)) return op(`${floatWidth(to)}.convert_${carrier(from)}_${isUnsigned(from) ? 'u' : 's'}`, e);
  if (carrier(to) === 'i64') {
    if (carrier(from) === 'i64') return e;
    return isUnsigned(from) ? widenU(e) : widen(e);
  }
  const low = carrier(from) === 'i64' ? wrap(e) : e;
  const fits = bitsOf(from) < bitsOf(to) && (isUnsigned(from) || !isUnsigned(to));
  return fits ? low : normalize(to, low);
}

const twoTo63 = f64(2 ** 63);
const smallest = i64(-(1n << 63n));

/** Out of range gives what amd64's instructions give: the smallest int64 (int32 for targets up to 32 bits), cut to the target's width. */
function floatToInteger(f: Fn, e: Expr, from: GoType, to: GoType): Expr {
  const x = f.reuse(convertFloat(e, floatWidth(from), 'f64'), 'f64');
  const wide = (v: Expr): Expr => cond('i64', op('f64.lt', op('f64.abs', v), twoTo63), op('i64.trunc_sat_f64_s', v), smallest);
  if (to.kind === 'uint64' || to.kind === 'uint' || to.kind === 'uintptr') {
    const above = f.reuse(op('f64.sub', x, twoTo63), 'f64');
    return cond('i64', op('f64.lt', x, twoTo63), wide(x), op('i64.xor', wide(above), smallest));
  }
  if (bitsOf(to) === 64) return wide(x);
  if (to.kind === 'uint32') return wrap(wide(x));
  const inRange = op('i32.and', op('f64.gt', x, f64(-2147483649)), op('f64.lt', x, f64(2147483648)));
  return normalize(to, cond('i32', inRange, op('i32.trunc_sat_f64_s', x), i32(-0x80000000)));
}

// ---- strings and slices

function toText(f: Fn, value: Value, to: GoType): Value {
  const from = value.type;
  if (isInteger(from)) {
    const rune = convertScalar(f, part(value), from, f.world.types.basic(isUnsigned(from) ? 'uint64' : 'int64'));
    return scalars(to, ...callNative(f, natives.intToString, [rune], [true]));
  }
  if (!from.is('slice')) return bug(`string of ${from.name}`);
  if (sizeOf(from.shape.elem) === 4) return scalars(to, ...callNative(f, natives.runesToString, [part(value, 0), part(value, 1)], [true]));
  const length = f.reuse(part(value, 1), 'i32');
  return scalars(to, copyBytes(f, part(value), length), length);
}

function fromText(f: Fn, value: Value, to: GoType): Value {
  if (to.is('slice') && sizeOf(to.shape.elem) === 4) {
    const [ptr, length] = callNative(f, natives.stringToRunes, partsOfValue(value), [true]);
    return scalars(to, ptr ?? bug('no pointer'), length ?? bug('no length'), length ?? bug('no length'));
  }
  const length = f.reuse(part(value, 1), 'i32');
  return scalars(to, copyBytes(f, part(value), length), length, length);
}

function copyBytes(f: Fn, ptr: Expr, length: Expr): Expr {
  const result = f.newLocal('i32', true);
  f.emit({ k: 'native', native: natives.copyBytes, args: [ptr, length], results: [result], site: f.site });
  return { k: 'local', id: result };
}

function sliceToArrayPointer(f: Fn, value: Value, to: GoType): Value {
  const { length } = to.as('pointer').elem.as('array');
  const have = f.reuse(part(value, 1), 'i32');
  f.panicIf(op('i32.lt_s', have, i32(length)), PanicCode.sliceToArray, widenU(have), i64(length));
  return scalars(to, part(value));
}

function sliceToArray(f: Fn, value: Value, to: GoType): Value {
  const pointer = sliceToArrayPointer(f, value, f.world.types.pointer(to));
  return read(memoryAt(f, to, part(pointer)));
}
