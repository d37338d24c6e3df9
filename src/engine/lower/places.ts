/** Addressable operands (specification: "Address operators"): variables, dereferences, elements, fields. */
import { bug } from '../../base/assert.ts';
import { PanicCode, unsignedIndex } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { VarObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';
import { isUnsigned, sizeOf } from './layout.ts';
import { add, constI32, constI64, i32, i64, op, widen, widenU, wrap } from './ops.ts';
import { carrier } from './numbers.ts';
import { ownedPointee } from './pointeeVariables.ts';
import { find, memoryOperand, throughPointer, walkPath } from './selectors.ts';
import type { Operand } from './selectors.ts';
import { deref, fieldPlace, part, reusable, variablePlace } from './values.ts';
import type { MemoryValue, Place, Value } from './values.ts';
import type { GoType } from './goTypes.ts';

export function isAddressable(e: syntax.Expr): boolean {
  return e.$tv?.mode === 'variable';
}

/** The place of an expression of mode "variable". */
export function place(f: Fn, expr: syntax.Expr): Place {
  const e = unparen(expr);
  switch (e.kind) {
    case 'Ident':
      return e.$obj?.kind === 'Var' ? variablePlace(f, e.$obj) : bug(`${e.name} is no variable`);
    case 'StarExpr': {
      const pointee = ownedPointee(f, e.x);
      if (pointee) return pointee;
      const pointer = f.expr(e.x);
      return deref(f, pointer.type.as('pointer').elem, part(pointer));
    }
    case 'SelectorExpr':
      return selectorPlace(f, e);
    case 'IndexExpr':
      return indexPlace(f, e);
    default:
      return bug(`${e.kind} is not addressable`);
  }
}

function selectorPlace(f: Fn, e: syntax.SelectorExpr): Place {
  const qualified = qualifiedVariable(e);
  if (qualified) return variablePlace(f, qualified);
  const found = find(f, f.typeOf(e.x), e.sel);
  if (found.kind !== 'field') return bug(`${e.sel.name} is no field`);
  const start = operand(f, e.x);
  if (start.k === 'locals') return found.path.reduce((p: Place, index) => fieldOfPlace(f, p, index), start);
  return memoryOperand(walkPath(f, start, found.path));
}

/** A field of a struct in locals may itself be a pointer to a struct in memory. */
function fieldOfPlace(f: Fn, from: Place, index: number): Place {
  const holder = from.type.is('pointer') ? memoryOperand(throughPointer(f, readPlace(from))) : from;
  return fieldPlace(holder, index);
}

export function qualifiedVariable(e: syntax.SelectorExpr): VarObject | undefined {
  return e.$selection === undefined || e.$selection.kind === 'qualified' ? (e.sel.$obj?.kind === 'Var' ? e.sel.$obj : undefined) : undefined;
}

/** The expression as a place if it is one, else its value. Of a pointer that owns its pointee: the pointee. */
export function operand(f: Fn, e: syntax.Expr): Place | Operand {
  return ownedPointee(f, e) ?? (isAddressable(e) ? place(f, e) : f.expr(e));
}

/** An operand in memory if it is there already, else its value. */
export function operandInMemory(f: Fn, e: syntax.Expr): Operand {
  const x = operand(f, e);
  return x.k === 'locals' ? readPlace(x) : x;
}

// ---- elements

function indexPlace(f: Fn, e: syntax.IndexExpr): Place {
  const index = e.indices[0] ?? bug('index expression without index');
  const type = f.typeOf(e.x);
  if (type.is('slice')) return sliceElement(f, f.expr(e.x), f.expr(index));
  const holder = operandInMemory(f, e.x);
  return arrayElement(f, memoryOperand(throughPointer(f, holder)), f.expr(index));
}

export function sliceElement(f: Fn, slice: Value, index: Value): MemoryValue {
  const s = reusable(f, slice);
  const elem = s.type.as('slice').elem;
  const i = checkedIndex(f, index, part(s, 1));
  return elementAt(f, elem, { k: 'memory', type: elem, base: part(s), offset: 0 }, i);
}

export function arrayElement(f: Fn, array: MemoryValue, index: Value): MemoryValue {
  const { elem, length } = array.type.as('array');
  return elementAt(f, elem, array, checkedIndex(f, index, i32(length)));
}

/** Element i of what begins at `start`; i is in range. */
export function elementAt(f: Fn, elem: GoType, start: MemoryValue, i: Expr): MemoryValue {
  const size = sizeOf(elem);
  const known = constI32(i);
  if (known !== undefined) return { k: 'memory', type: elem, base: start.base, offset: start.offset + known * size };
  return { k: 'memory', type: elem, base: displaced(f, start.base, op('i32.mul', i, i32(size))), offset: start.offset };
}

/** base + distance, without ever holding an address of the frame in a local. */
function displaced(f: Fn, base: Expr, distance: Expr): Expr {
  if (base.k === 'frameAddr') return add(base, f.hold(distance, 'i32'));
  const [frame, before] = base.k === 'op' ? base.args : [];
  if (frame?.k === 'frameAddr' && before) return add(frame, f.hold(add(before, distance), 'i32'));
  return f.hold(add(base, distance), 'i32', true);
}

/** The index as i32, after the check that it is within 0..length-1 by one unsigned comparison. */
export function checkedIndex(f: Fn, index: Value, length: Expr): Expr {
  const known = constI64(part(index)) ?? constI32(part(index));
  const size = constI32(length);
  if (known !== undefined && size !== undefined && Number(known) >= 0 && Number(known) < size) return i32(Number(known));
  if (known !== undefined && Number(known) >= 0 && Number(known) < 2 ** 31) {
    f.panicIf(op('i32.le_u', length, i32(Number(known))), PanicCode.index, i64(known), widenU(length));
    return i32(Number(known));
  }
  const width = carrier(index.type);
  const i = f.reuse(part(index), width);
  if (width === 'i64') {
    const code = isUnsigned(index.type) ? PanicCode.index + unsignedIndex : PanicCode.index;
    f.panicIf(op('i64.ge_u', i, widenU(length)), code, i, widenU(length));
    return wrap(i);
  }
  f.panicIf(op('i32.ge_u', i, length), PanicCode.index, isUnsigned(index.type) ? widenU(i) : widen(i), widenU(length));
  return i;
}

function readPlace(p: Place): Value {
  return p.k === 'memory' ? p : { k: 'scalars', type: p.type, parts: p.locals.map((id) => ({ k: 'local', id })) };
}
