/** Comparison operators (specification: "Comparison operators"). Results are i32 0 or 1. */
import { bug } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import { cell } from '../memory/cells.ts';
import type { BinaryOp } from '../syntax/nodes.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { bitsOf, isFloat, isInteger, isPointerShaped, isUnsigned, partsOf } from './layout.ts';
import { and, callDirect } from './lazy.ts';
import { constI32, eqz, i32, load, not, op, widenU } from './ops.ts';
import { mayPanicComparing } from './runtimeTypes.ts';
import { addressOf, fieldOf, inMemory, part, partsOfValue, read, reusable, scalars } from './values.ts';
import type { MemoryValue, Value } from './values.ts';

const orderings: Readonly<Partial<Record<BinaryOp, string>>> = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };

export function compare(f: Fn, operator: BinaryOp, x: Value, y: Value): Expr {
  if (operator === '==') return equal(f, x, y);
  if (operator === '!=') return not(equal(f, x, y));
  const ordering = orderings[operator] ?? bug(`comparison ${operator}`);
  return ordered(f, ordering, x, y);
}

function ordered(f: Fn, ordering: string, x: Value, y: Value): Expr {
  const type = x.type;
  if (type.is('string')) {
    const sign = callDirect(f, natives.stringCompare, [...partsOfValue(x), ...partsOfValue(y)]);
    return op(`i32.${ordering}_s`, sign, i32(0));
  }
  if (isFloat(type)) return op(`${type.kind === 'float32' ? 'f32' : 'f64'}.${ordering}`, part(x), part(y));
  const width = bitsOf(type) === 64 ? 'i64' : 'i32';
  return op(`${width}.${ordering}_${isUnsigned(type) ? 'u' : 's'}`, part(x), part(y));
}

/** x == y. One of them may be nil, or one an interface and the other not. */
export function equal(f: Fn, x: Value, y: Value): Expr {
  if (y.type.is('nil')) return isNil(x);
  if (x.type.is('nil')) return isNil(y);
  if (x.type.is('interface') && !y.type.is('interface')) return equalsDynamic(f, x, y);
  if (y.type.is('interface') && !x.type.is('interface')) return equalsDynamic(f, y, x);
  const shape = x.type.shape;
  switch (shape.kind) {
    case 'string':
      return equalStrings(f, x, y);
    case 'interface':
      return equalInterfaces(f, x, y);
    case 'struct':
    case 'array':
      return equalComposites(f, x, y);
    case 'complex64':
    case 'complex128': {
      const eq = shape.kind === 'complex64' ? 'f32.eq' : 'f64.eq';
      return op('i32.and', op(eq, part(x, 0), part(y, 0)), op(eq, part(x, 1), part(y, 1)));
    }
    case 'float32':
    case 'float64':
      return op(shape.kind === 'float32' ? 'f32.eq' : 'f64.eq', part(x), part(y));
    default: {
      if (isInteger(x.type) && bitsOf(x.type) === 64) return op('i64.eq', part(x), part(y));
      const [a, b] = [part(x), part(y)];
      return constI32(b) === 0 ? eqz(a) : op('i32.eq', a, b);
    }
  }
}

/** Of slices and interfaces the first word tells. */
function isNil(x: Value): Expr {
  return x.type.is('nil') ? i32(1) : eqz(part(x));
}

export function equalStrings(f: Fn, x: Value, y: Value): Expr {
  if (constI32(part(y, 1)) === 0) return eqz(part(x, 1));
  if (constI32(part(x, 1)) === 0) return eqz(part(y, 1));
  const [a, b] = [reusable(f, x), reusable(f, y)];
  const sameLength = op('i32.eq', part(a, 1), part(b, 1));
  return and(f, sameLength, () => callDirect(f, natives.stringEqual, [...partsOfValue(a), ...partsOfValue(b)]));
}

/** The result of a comparison in the runtime: 2 means that the dynamic type, whose id is in the first result cell, cannot be compared. */
function checkedResult(f: Fn, result: Expr, mayPanic: boolean): Expr {
  if (mayPanic) f.panicIf(op('i32.eq', result, i32(2)), PanicCode.uncomparable, widenU(load('i32.load', i32(0), cell.results)));
  return result;
}

function equalInterfaces(f: Fn, x: Value, y: Value): Expr {
  const args = [...partsOfValue(x), ...partsOfValue(y)];
  return checkedResult(f, callDirect(f, natives.interfaceEqual, args), true);
}

/** An interface equals a value of another type if its dynamic type and value are that. */
function equalsDynamic(f: Fn, dynamic: Value, value: Value): Expr {
  const type = value.type;
  const [a, b] = [reusable(f, dynamic), reusable(f, value)];
  return and(f, op('i32.eq', part(a), f.typeId(type)), () => equal(f, unbox(type, part(a, 1)), b));
}

/** The value of this type behind the data word of an interface. */
export function unbox(type: GoType, data: Expr): Value {
  return isPointerShaped(type) ? scalars(type, data) : read({ k: 'memory', type, base: data, offset: 0 });
}

function equalComposites(f: Fn, x: Value, y: Value): Expr {
  const shape = x.type.shape;
  if (shape.kind === 'struct' && (partsOf(x.type) || shape.fields.length <= 4)) {
    const [a, b] = [reusable(f, x), reusable(f, y)];
    const compared = shape.fields.map((field, i) => ({ field, i })).filter(({ field }) => field.name !== '_');
    const from = (k: number): Expr => {
      const next = compared[k];
      if (!next) return i32(1);
      const same = equal(f, fieldOf(a, next.i), fieldOf(b, next.i));
      return k === compared.length - 1 ? same : and(f, same, () => from(k + 1));
    };
    return from(0);
  }
  if (partsOf(x.type)) return i32(1);
  const [a, b] = [inMemory(f, x), inMemory(f, y)] satisfies [MemoryValue, MemoryValue];
  const id = f.typeId(x.type);
  return checkedResult(f, callDirect(f, natives.valueEqual, [id, addressOf(a), addressOf(b)]), mayPanicComparing(x.type));
}
