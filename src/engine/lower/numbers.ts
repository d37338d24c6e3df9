/** Integer, floating-point and complex arithmetic (specification: "Arithmetic operators"). */
import { bug } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import { PanicCode } from '../ir/ir.ts';
import type { BinaryOp } from '../syntax/nodes.ts';
import { divideComplex, multiplyComplex } from './complex.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { bitsOf, isComplex, isFloat, isUnsigned } from './layout.ts';
import { cond, constI32, constI64, i32, i64, op, wrap } from './ops.ts';
import { part, scalars } from './values.ts';
import type { Value } from './values.ts';

export function carrier(type: GoType): 'i32' | 'i64' {
  return bitsOf(type) === 64 ? 'i64' : 'i32';
}
export function intConst(type: GoType, value: number): Expr {
  return carrier(type) === 'i64' ? i64(value) : i32(value);
}

/** Brings the 32 bits that carry a small integer into its range. */
export function normalize(type: GoType, e: Expr): Expr {
  const known = constI32(e);
  switch (type.kind) {
    case 'int8':
      return known !== undefined ? i32((known << 24) >> 24) : op('i32.extend8_s', e);
    case 'int16':
      return known !== undefined ? i32((known << 16) >> 16) : op('i32.extend16_s', e);
    case 'uint8':
      return op('i32.and', e, i32(0xff));
    case 'uint16':
      return op('i32.and', e, i32(0xffff));
    default:
      return e;
  }
}

const floatOps: Readonly<Partial<Record<BinaryOp, string>>> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };
const integerOps: Readonly<Partial<Record<BinaryOp, string>>> = { '+': 'add', '-': 'sub', '*': 'mul', '&': 'and', '|': 'or', '^': 'xor' };

/** x op y for numbers of the same type; not shifts, not comparisons. */
export function arithmetic(f: Fn, operator: BinaryOp, x: Value, y: Value): Value {
  const type = x.type;
  if (isComplex(type)) return complexArithmetic(f, operator, x, y);
  const a = part(x);
  const b = part(y);
  if (isFloat(type)) return scalars(type, op(`${type.kind === 'float32' ? 'f32' : 'f64'}.${floatOps[operator] ?? bug(`float ${operator}`)}`, a, b));
  return scalars(type, integerArithmetic(f, operator, type, a, b));
}

function integerArithmetic(f: Fn, operator: BinaryOp, type: GoType, a: Expr, b: Expr): Expr {
  const width = carrier(type);
  const simple = integerOps[operator];
  if (simple) {
    const result = op(`${width}.${simple}`, a, b);
    // The bits of normalised operands stay normalised under these.
    return operator === '&' || operator === '|' || operator === '^' ? result : normalize(type, result);
  }
  if (operator === '&^') return op(`${width}.and`, a, op(`${width}.xor`, b, intConst(type, -1)));
  if (operator === '/' || operator === '%') return division(f, operator, type, a, b);
  return bug(`integer ${operator}`);
}

/** Division by zero panics; the smallest integer divided by -1 is itself, which the instruction would trap on. */
function division(f: Fn, operator: '/' | '%', type: GoType, a: Expr, b: Expr): Expr {
  const width = carrier(type);
  const divisor = constI64(b) ?? constI32(b);
  const unsigned = isUnsigned(type);
  if (divisor === undefined) b = f.reuse(b, width);
  if (divisor === undefined || Number(divisor) === 0) f.panicIf(op(`${width}.eqz`, b), PanicCode.divide);
  if (unsigned) return op(`${width}.${operator === '/' ? 'div_u' : 'rem_u'}`, a, b);
  if (operator === '%') return op(`${width}.rem_s`, a, b);
  if (divisor === undefined) {
    a = f.reuse(a, width);
    const negated = op(`${width}.sub`, intConst(type, 0), a);
    return normalize(type, cond(width, op(`${width}.eq`, b, intConst(type, -1)), negated, op(`${width}.div_s`, a, b)));
  }
  if (Number(divisor) === -1) return normalize(type, op(`${width}.sub`, intConst(type, 0), a));
  return op(`${width}.div_s`, a, b);
}

/** x << y and x >> y. Counts of at least the width give 0 or the sign; negative ones panic. */
export function shift(f: Fn, operator: '<<' | '>>', x: Value, y: Value): Value {
  const type = x.type;
  const width = carrier(type);
  const bits = width === 'i64' ? 64 : 32;
  const instruction = operator === '<<' ? 'shl' : isUnsigned(type) ? 'shr_u' : 'shr_s';
  const saturates = instruction === 'shr_s';
  const count = part(y);
  const known = constI64(count) ?? constI32(count);
  if (known !== undefined) {
    // A negative constant count was rejected by the checker.
    const large = Number(known) >= bits || Number(known) < 0;
    if (large && !saturates) return scalars(type, intConst(type, 0));
    const by = intConst(type, large ? bits - 1 : Number(known));
    return scalars(type, normalize(type, op(`${width}.${instruction}`, part(x), by)));
  }
  const countWidth = carrier(y.type);
  const n = f.reuse(count, countWidth);
  if (!isUnsigned(y.type)) f.panicIf(op(`${countWidth}.lt_s`, n, intConst(y.type, 0)), PanicCode.shift);
  const small = op(`${countWidth}.lt_u`, n, intConst(y.type, bits));
  const by = countWidth === width ? n : width === 'i64' ? op('i64.extend_i32_u', n) : wrap(n);
  if (saturates) return scalars(type, op(`${width}.shr_s`, part(x), cond(width, small, by, intConst(type, bits - 1))));
  return scalars(type, normalize(type, cond(width, small, op(`${width}.${instruction}`, part(x), by), intConst(type, 0))));
}

export function negate(x: Value): Value {
  const type = x.type;
  if (isComplex(type)) {
    const width = type.kind === 'complex64' ? 'f32' : 'f64';
    return scalars(type, op(`${width}.neg`, part(x, 0)), op(`${width}.neg`, part(x, 1)));
  }
  if (isFloat(type)) return scalars(type, op(type.kind === 'float32' ? 'f32.neg' : 'f64.neg', part(x)));
  return scalars(type, normalize(type, op(`${carrier(type)}.sub`, intConst(type, 0), part(x))));
}

export function complement(x: Value): Value {
  return scalars(x.type, normalize(x.type, op(`${carrier(x.type)}.xor`, part(x), intConst(x.type, -1))));
}

function complexArithmetic(f: Fn, operator: BinaryOp, x: Value, y: Value): Value {
  const width = x.type.kind === 'complex64' ? 'f32' : 'f64';
  if (operator === '*') return multiplyComplex(f, x, y);
  if (operator === '/') return divideComplex(f, x, y);
  const instruction = `${width}.${operator === '+' ? 'add' : 'sub'}`;
  return scalars(x.type, op(instruction, part(x, 0), part(y, 0)), op(instruction, part(x, 1), part(y, 1)));
}
