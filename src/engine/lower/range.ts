/** for range (specification: "For statements with range clause"). One step per iteration, when it takes the next element. */
import { bug } from '../../base/assert.ts';
import type { Expr, LabelId, Stmt } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { VarObject } from '../types/objects.ts';
import { assign, prepare } from './assign.ts';
import type { Prepared } from './assign.ts';
import { receive } from './channels.ts';
import { exprAs } from './convert.ts';
import { withTarget } from './control.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { isUnsigned } from './layout.ts';
import { callNative, fitsInExpression } from './lazy.ts';
import { at, mark, pollIn } from './marks.ts';
import { carrier, intConst } from './numbers.ts';
import { add, eqz, i32, load, local, not, op, widenU } from './ops.ts';
import { order } from './order.ts';
import { ownedPointee } from './pointeeVariables.ts';
import { elementAt, isAddressable, operandInMemory } from './places.ts';
import { rangeOverFunction } from './rangeFunction.ts';
import { isBlank } from './returns.ts';
import { deref, part, partsOfValue, read, reusable, scalars, snapshot, tempMemory, variablePlace, write } from './values.ts';
import type { MemoryValue, Value } from './values.ts';
import { declare } from './variables.ts';

/** A loop under construction: `values` gives what an iteration assigns, `advance` moves on. Both may leave by `br out`. */
interface Loop {
  /** Before the step of an iteration: leaves if there is no next element. */
  readonly test: (out: LabelId) => void;
  /** After the step: the iteration's values; leaves if only now it is known that there are none. */
  readonly values: (out: LabelId) => readonly (() => Value)[];
  readonly advance: () => void;
}

export function rangeStatement(f: Fn, s: syntax.RangeStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  const spot = { pos: s.pos, end: s.x.end };
  at(f, spot);
  const type = f.typeOf(s.x);
  if (type.is('func')) {
    f.pendingLabel = label;
    return rangeOverFunction(f, s);
  }
  const { value: loop, stmts } = f.collect(() => {
    order(f, [s.x]);
    return loopOver(f, s, type);
  });
  // An operand that has to wait or calls is a statement one can stop at.
  if (!fitsInExpression(stmts)) mark(f, spot);
  stmts.forEach((stmt) => f.emit(stmt));
  f.pendingLabel = label;
  if (s.define && s.$perIteration === false) declareOnce(f, s);
  emitLoop(f, s, spot, loop);
}

/** Before Go 1.22 all iterations share their variables. */
function declareOnce(f: Fn, s: syntax.RangeStmt): void {
  for (const variable of loopVariables(s)) {
    if (variable.captured) f.world.escaping.add(variable);
    declare(f, variable);
  }
}

function loopVariables(s: syntax.RangeStmt): readonly VarObject[] {
  return [s.key, s.value].flatMap((e) => (e?.kind === 'Ident' && e.name !== '_' && e.$obj?.kind === 'Var' ? [e.$obj] : []));
}

function emitLoop(f: Fn, s: syntax.RangeStmt, spot: { readonly pos: number; readonly end: number }, loop: Loop): void {
  const again = f.newLabel();
  f.block((out) => {
    const body: Stmt[] = f.body(() => {
      loop.test(out);
      mark(f, spot);
      f.statementScope(() => assignIteration(f, s, loop.values(out)));
      f.block((next) => withTarget(f, { breakTo: out, continueTo: next }, () => f.dispatch.stmts(f, s.body.list)));
      loop.advance();
      f.br(again);
    });
    f.emit({ k: 'loop', label: again, body: pollIn(f, body) });
  });
}

/** Gives the iteration variables their values; each iteration declares its own. */
export function assignIteration(f: Fn, s: syntax.RangeStmt, values: readonly (() => Value)[]): void {
  const shared = s.define && s.$perIteration === false;
  if (!s.define) order(f, [s.key, s.value]);
  const targets = [s.key, s.value].map((e) => {
    if (!e || isBlank(e)) return undefined;
    return shared && e.kind === 'Ident' && e.$obj?.kind === 'Var' ? sharedVariable(f, e.$obj) : prepare(f, e, true);
  });
  targets.forEach((target, i) => {
    const value = values[i];
    if (target && value) assign(f, target(), value());
  });
}

function sharedVariable(f: Fn, variable: VarObject): Prepared {
  return () => ({ k: 'place', place: variablePlace(f, variable), variable: undefined });
}

function loopOver(f: Fn, s: syntax.RangeStmt, type: GoType): Loop {
  switch (type.kind) {
    case 'slice':
      return overSlice(f, s);
    case 'array':
    case 'pointer':
      return overArray(f, s, type);
    case 'string':
      return overString(f, s);
    case 'map':
      return overMap(f, s, type);
    case 'chan':
      return overChannel(f, s);
    default:
      return overInteger(f, s);
  }
}

function overInteger(f: Fn, s: syntax.RangeStmt): Loop {
  const type = s.key && !isBlank(s.key) ? f.typeOf(s.key) : f.typeOf(s.x);
  const limit = snapshot(f, exprAs(f, s.x, type));
  const width = carrier(type);
  const i = f.newLocal(width);
  f.set(i, intConst(type, 0));
  return {
    test: (out) => f.if(op(`${width}.ge_${isUnsigned(type) ? 'u' : 's'}`, local(i), part(limit)), [{ k: 'br', label: out }]),
    values: () => [() => scalars(type, local(i))],
    advance: () => f.set(i, op(`${width}.add`, local(i), intConst(type, 1))),
  };
}

/** Counts an i32 from 0 to length - 1. */
function counting(f: Fn, length: Expr, element: (i: Expr) => Value): Loop {
  const i = f.newLocal('i32');
  f.set(i, i32(0));
  const int = f.world.types.basic('int');
  return {
    test: (out) => f.if(op('i32.ge_s', local(i), length), [{ k: 'br', label: out }]),
    values: () => [() => scalars(int, widenU(local(i))), () => element(local(i))],
    advance: () => f.set(i, add(local(i), i32(1))),
  };
}

/** The operand as it is before the loop: a variable that never changes can be used as it is. */
function fixedOperand(f: Fn, e: syntax.Expr): Value {
  const x = unparen(e);
  const value = f.expr(x);
  const variable = x.kind === 'Ident' && x.$obj?.kind === 'Var' ? x.$obj : undefined;
  const constant = variable !== undefined && variable.role !== 'package' && !variable.reassigned && !variable.addressed;
  return constant ? reusable(f, value) : snapshot(f, value);
}

function overSlice(f: Fn, s: syntax.RangeStmt): Loop {
  const slice = fixedOperand(f, s.x);
  const elem = slice.type.as('slice').elem;
  const start: MemoryValue = { k: 'memory', type: elem, base: part(slice), offset: 0 };
  return counting(f, part(slice, 1), (i) => read(elementAt(f, elem, start, i)));
}

/** The elements are those of a copy, unless they are reached by a pointer. Without a second variable nothing is looked at. */
function overArray(f: Fn, s: syntax.RangeStmt, type: GoType): Loop {
  const array = type.is('pointer') ? type.shape.elem : type;
  const { elem, length } = array.as('array');
  if (isBlank(s.value)) {
    if (type.is('pointer') || !isAddressable(s.x)) f.expr(s.x);
    return counting(f, i32(length), () => bug('element of a range that wants none'));
  }
  const start = type.is('pointer') ? pointedArray(f, array, s.x) : copyOfArray(f, s.x);
  return counting(f, i32(length), (i) => read(elementAt(f, elem, start, i)));
}

function pointedArray(f: Fn, array: GoType, pointer: syntax.Expr): MemoryValue {
  const pointee = ownedPointee(f, pointer);
  if (pointee) return pointee.k === 'memory' ? pointee : bug('array in locals');
  return deref(f, array, part(snapshot(f, f.expr(pointer))));
}

function copyOfArray(f: Fn, e: syntax.Expr): MemoryValue {
  const value = operandInMemory(f, e);
  const copy = tempMemory(f, value.type);
  if (value.k === 'memory') write(f, copy, value);
  return copy;
}

function overString(f: Fn, s: syntax.RangeStmt): Loop {
  const text = fixedOperand(f, s.x);
  const [i, rune, width] = [f.newLocal('i32'), f.newLocal('i32'), f.newLocal('i32')];
  f.set(i, i32(0));
  const types = f.world.types;
  return {
    test: (out) => f.if(op('i32.ge_u', local(i), part(text, 1)), [{ k: 'br', label: out }]),
    values: () => {
      f.set(rune, load('i32.load8_u', add(part(text), local(i)), 0));
      f.set(width, i32(1));
      const decode = f.body(() => {
        const results = callNative(f, natives.decodeRune, [...partsOfValue(text), local(i)]);
        [rune, width].forEach((id, k) => f.set(id, results[k] ?? bug('result of decodeRune')));
      });
      f.if(op('i32.ge_u', local(rune), i32(0x80)), decode);
      return [() => scalars(types.basic('int'), widenU(local(i))), () => scalars(types.basic('int32'), local(rune))];
    },
    advance: () => f.set(i, add(local(i), local(width))),
  };
}

const iterator = { size: 32, align: 4, refs: [0, 4, 8], key: 4, value: 8 } as const;

function overMap(f: Fn, s: syntax.RangeStmt, type: GoType): Loop {
  const { key, elem } = type.as('map');
  const slot = f.tempSlot(iterator);
  const address: Expr = { k: 'frameAddr', slot, offset: 0 };
  f.emit({ k: 'native', native: natives.mapIterInit, args: [part(f.expr(s.x)), address], results: [], site: f.site });
  const at = (offset: number, of: GoType) => (): Value => {
    const base = f.hold(load('i32.load', address, offset), 'i32', true);
    const value = read({ k: 'memory', type: of, base, offset: 0 });
    return value.k === 'scalars' ? reusable(f, value) : value;
  };
  return {
    test: (out) => {
      f.emit({ k: 'native', native: natives.mapIterNext, args: [address], results: [], site: f.site });
      f.if(eqz(load('i32.load', address, iterator.key)), [{ k: 'br', label: out }]);
    },
    values: () => [at(iterator.key, key), at(iterator.value, elem)],
    advance: () => {},
  };
}

function overChannel(f: Fn, s: syntax.RangeStmt): Loop {
  const channel = fixedOperand(f, s.x);
  return {
    test: () => {},
    values: (out) => {
      const { value, ok } = receive(f, channel);
      f.if(not(ok()), [{ k: 'br', label: out }]);
      return [() => value];
    },
    advance: () => {},
  };
}
