/**
 * Assignments (specification: "Assignment statements"): first the operands on the left and the values on the right are evaluated, then
 * the assignments are made from left to right. Checks of an index or pointer on the left belong to the second phase.
 */
import { bug, must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { VarObject } from '../types/objects.ts';
import { readShared, writeShared } from './accesses.ts';
import { assertion } from './assertions.ts';
import { call } from './calls.ts';
import { receive } from './channels.ts';
import { convert, exprAs } from './convert.ts';
import { concat, shiftCount } from './expressions.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { isInteger } from './layout.ts';
import { mapElement, mapIndex } from './maps.ts';
import { onLine } from './marks.ts';
import { nameVariable } from './naming.ts';
import { arithmetic, intConst, shift } from './numbers.ts';
import { f32, f64 } from './ops.ts';
import { order } from './order.ts';
import { declarePointee, ownedPointee } from './pointeeVariables.ts';
import { arrayElement, isAddressable, place, qualifiedVariable, sliceElement } from './places.ts';
import { find, memoryOperand, throughPointer, walkPath } from './selectors.ts';
import { deref, fieldPlace, part, read, reusable, scalars, snapshot, variablePlace, write } from './values.ts';
import type { Place, Value } from './values.ts';
import { declare } from './variables.ts';

/** What an expression on the left denotes. */
export type Target =
  | { readonly k: 'blank' }
  | { readonly k: 'place'; readonly place: Place; readonly variable: VarObject | undefined }
  | { readonly k: 'define'; readonly variable: VarObject; readonly type: GoType }
  | { readonly k: 'map'; readonly map: Value; readonly key: Value };

/** Evaluates the operands now and gives the target, with its checks, when called. `frozen`: other assignments come in between. */
export type Prepared = () => Target;

export function prepare(f: Fn, expr: syntax.Expr, frozen: boolean): Prepared {
  const e = unparen(expr);
  const keep = (value: Value): Value => (frozen && value.k === 'scalars' ? snapshot(f, value) : value);
  if (e.kind === 'Ident') return prepareIdentifier(f, e);
  if (e.kind === 'IndexExpr') {
    const type = f.typeOf(e.x);
    if (type.is('map')) {
      const map = keep(f.expr(e.x));
      const key = keep(exprAs(f, must(e.indices[0], 'key'), type.shape.key));
      return () => ({ k: 'map', map, key });
    }
  }
  const where = preparePlace(f, e, keep);
  return () => ({ k: 'place', place: where(), variable: undefined });
}

function prepareIdentifier(f: Fn, e: syntax.Ident): Prepared {
  const variable = e.$obj?.kind === 'Var' ? e.$obj : undefined;
  if (e.name === '_' || !variable) return () => ({ k: 'blank' });
  if (e.$defines) return () => ({ k: 'define', variable, type: f.type(must(variable.type, 'type of variable')) });
  return () => ({ k: 'place', place: variablePlace(f, variable), variable });
}

function preparePlace(f: Fn, expr: syntax.Expr, keep: (value: Value) => Value): () => Place {
  const e = unparen(expr);
  switch (e.kind) {
    case 'Ident':
      return () => place(f, e);
    case 'StarExpr': {
      const pointee = ownedPointee(f, e.x);
      if (pointee) return () => pointee;
      const pointer = keep(f.expr(e.x));
      return () => onLine(f, e, () => deref(f, pointer.type.as('pointer').elem, part(pointer)));
    }
    case 'SelectorExpr':
      return prepareField(f, e, keep);
    case 'IndexExpr':
      return prepareElement(f, e, keep);
    default:
      return bug(`assignment to ${e.kind}`);
  }
}

/** An operand that is a place itself is prepared as one; a pointer or slice is evaluated. */
function prepareHolder(f: Fn, e: syntax.Expr, keep: (value: Value) => Value): () => Place | Value {
  const pointee = ownedPointee(f, e);
  if (pointee) return () => pointee;
  if (isAddressable(e) && !f.typeOf(e).is('pointer')) return preparePlace(f, e, keep);
  const value = keep(f.expr(e));
  return () => value;
}

function prepareField(f: Fn, e: syntax.SelectorExpr, keep: (value: Value) => Value): () => Place {
  const variable = qualifiedVariable(e);
  if (variable) return () => variablePlace(f, variable);
  const { path } = find(f, f.typeOf(e.x), e.sel);
  const holder = prepareHolder(f, e.x, keep);
  return () => onLine(f, e, () => {
    const start = holder();
    if (start.k !== 'locals') return memoryOperand(walkPath(f, start, path));
    return path.reduce((p: Place, index) => fieldPlace(p.type.is('pointer') ? memoryOperand(throughPointer(f, read(p))) : p, index), start);
  });
}

function prepareElement(f: Fn, e: syntax.IndexExpr, keep: (value: Value) => Value): () => Place {
  const indexExpr = must(e.indices[0], 'index');
  if (f.typeOf(e.x).is('slice')) {
    const slice = keep(f.expr(e.x));
    const index = keep(f.expr(indexExpr));
    return () => onLine(f, e, () => sliceElement(f, slice, index));
  }
  const holder = prepareHolder(f, e.x, keep);
  const index = keep(f.expr(indexExpr));
  return () => onLine(f, e, () => {
    const start = holder();
    return arrayElement(f, memoryOperand(throughPointer(f, start.k === 'locals' ? read(start) : start)), index);
  });
}

export function assign(f: Fn, target: Target, value: Value): void {
  switch (target.k) {
    case 'blank':
      // A value that nobody wants is not loaded: what can panic has been emitted.
      return;
    case 'define':
      declare(f, target.variable, convert(f, value, target.type));
      return nameVariable(f, target.variable);
    case 'place':
      writeShared(f, target.place, convert(f, value, target.place.type));
      if (target.variable) nameVariable(f, target.variable);
      return;
    case 'map': {
      const converted = convert(f, value, target.map.type.as('map').elem);
      return write(f, mapElement(f, target.map, target.key), converted);
    }
  }
}

/** Of what can be assigned to; undefined for the blank identifier. */
export function targetType(f: Fn, expr: syntax.Expr): GoType | undefined {
  const e = unparen(expr);
  if (e.kind === 'Ident') return e.name === '_' || e.$obj?.kind !== 'Var' ? undefined : f.type(must(e.$obj.type, 'type of variable'));
  return f.typeOf(e);
}

export function assignment(f: Fn, s: syntax.AssignStmt): void {
  const types = s.lhs.length === s.rhs.length && !s.define ? s.lhs.map((e) => targetType(f, e)) : [];
  order(f, [...s.lhs, ...s.rhs], s.rhs.length === 1 && !s.op, [...s.lhs.map(() => undefined), ...types]);
  if (s.op) return operation(f, must(s.lhs[0], 'operand'), s.op, must(s.rhs[0], 'operand'));
  const [left] = s.lhs;
  const [right] = s.rhs;
  if (left && right && s.lhs.length === 1) {
    if (declarePointee(f, left, right)) return;
    const target = prepare(f, left, false);
    const value = valueFor(f, right, targetType(f, left));
    return assign(f, target(), value);
  }
  const targets = s.lhs.map((e) => prepare(f, e, true));
  if (right && s.rhs.length === 1) return assignResults(f, targets, right);
  assignPairs(f, s.lhs, targets, s.rhs, (e, i) => valueFor(f, e, targetType(f, must(s.lhs[i], 'operand'))));
}

/** As many values as targets. Pointees are built where they are to be, when it is their values' turn. */
export function assignPairs(f: Fn, left: readonly syntax.Expr[], prepared: readonly Prepared[], right: readonly syntax.Expr[], valueOf: (e: syntax.Expr, i: number) => Value): void {
  const targets: Prepared[] = [];
  const values: Value[] = [];
  right.forEach((e, i) => {
    if (declarePointee(f, must(left[i], 'operand'), e)) return;
    targets.push(must(prepared[i], 'target'));
    values.push(valueOf(e, i));
  });
  assignAll(f, targets, values);
}

function valueFor(f: Fn, e: syntax.Expr, type: GoType | undefined): Value {
  return type ? exprAs(f, e, type) : f.expr(e);
}

/** a, b = f() or one of the forms that also tell whether there was a value. */
export function assignResults(f: Fn, targets: readonly Prepared[], e: syntax.Expr): void {
  const values = tuple(f, e);
  targets.forEach((target, i) => assign(f, target(), must(values[i], 'value')));
}

/** The values of a call with several results, or of a comma-ok form. */
export function tuple(f: Fn, expr: syntax.Expr): readonly Value[] {
  const e = unparen(expr);
  const bool = f.world.types.basic('bool');
  const withOk = (value: Value, ok: Expr): readonly Value[] => [value, scalars(bool, ok)];
  switch (e.kind) {
    case 'CallExpr':
      return call(f, e);
    case 'IndexExpr': {
      const map = f.expr(e.x);
      const { value, ok } = mapIndex(f, map, exprAs(f, must(e.indices[0], 'key'), map.type.as('map').key));
      return withOk(value, f.hold(ok, 'i32'));
    }
    case 'TypeAssertExpr': {
      const { value, ok } = assertion(f, e, true);
      return withOk(value.k === 'scalars' ? snapshot(f, value) : value, ok);
    }
    case 'UnaryExpr': {
      const { value, ok } = receive(f, f.expr(e.x));
      return withOk(value, ok());
    }
    default:
      return bug(`${e.kind} has no two values`);
  }
}

/** Parallel assignment. All values but the first are fixed before anything is assigned, the first is read just before. */
export function assignAll(f: Fn, prepared: readonly Prepared[], values: readonly Value[]): void {
  const many = values.length > 1;
  const fixed = values.map((value, i) => (many && (i > 0 || value.k === 'memory') ? snapshot(f, value) : value));
  prepared.forEach((target, i) => assign(f, target(), must(fixed[i], 'value')));
}

// ---- x op= y, x++

const mayPanic: ReadonlySet<syntax.BinaryOp> = new Set(['/', '%', '<<', '>>']);

export function operation(f: Fn, left: syntax.Expr, op: syntax.BinaryOp, right: syntax.Expr): void {
  const target = prepare(f, left, false);
  const type = f.typeOf(left);
  const operand = op === '<<' || op === '>>' ? shiftCount(f, right) : exprAs(f, right, type);
  update(f, target(), (old) => combine(f, op, old, operand), mayPanic.has(op));
}

export function increment(f: Fn, s: syntax.IncDecStmt): void {
  order(f, [s.x]);
  const target = prepare(f, s.x, false);
  const type = f.typeOf(s.x);
  const one = isInteger(type) ? scalars(type, intConst(type, 1)) : scalars(type, ...oneParts(type));
  update(f, target(), (old) => combine(f, s.op === '++' ? '+' : '-', old, one), false);
}

function oneParts(type: GoType): Expr[] {
  if (type.kind === 'float32') return [f32(1)];
  if (type.kind === 'float64') return [f64(1)];
  return type.kind === 'complex64' ? [f32(1), f32(0)] : [f64(1), f64(0)];
}

function combine(f: Fn, op: syntax.BinaryOp, old: Value, operand: Value): Value {
  if (op === '<<' || op === '>>') return shift(f, op, old, operand);
  return old.type.is('string') ? concat(f, old, operand) : arithmetic(f, op, old, operand);
}

function update(f: Fn, target: Target, change: (old: Value) => Value, late: boolean): void {
  if (target.k === 'place') return writeShared(f, target.place, change(readShared(f, target.place)));
  if (target.k !== 'map') return bug('update of nothing');
  const key = reusable(f, target.key);
  if (late) {
    // A panic of the operation must not leave a new entry behind.
    const value = change(mapIndex(f, target.map, key).value);
    return assign(f, { ...target, key }, value);
  }
  const element = mapElement(f, target.map, key);
  write(f, element, change(read(element)));
}
