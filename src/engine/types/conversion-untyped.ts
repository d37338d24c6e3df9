/**
 * Untyped operands and the types they take in the end. An untyped expression is recorded as such at first; when its context
 * decides, the type is carried down again to all its operands (updateExprType), which is how `1 << n + 0.0` finds its mistakes.
 */
import type { Expr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import type { Checker } from './checker.ts';
import type { Const } from './constant.ts';
import { invalidate } from './operand.ts';
import type { Operand } from './operand.ts';
import {
  allInteger, defaultType, hasNil, isBoolean, isInteger, isNumeric, isString, isUntyped, isValid, maxUntyped,
} from './predicates.ts';
import { representable } from './representable.ts';
import { isAllTypes, typeSetOf, underIs } from './typeset.ts';
import type { Basic, Type } from './types.ts';
import { under, unalias } from './under.ts';

export type ConversionFailure = 'InvalidUntypedConversion' | 'TruncatedFloat' | 'NumericOverflow' | 'InvalidConstVal';
export type Implicit = { readonly type: Type; readonly value?: Const } | { readonly failure: ConversionFailure };

const refused: Implicit = { failure: 'InvalidUntypedConversion' };

/** The type that the operand takes where `target` is wanted, and its value in that type. */
export function implicitType(x: Operand, target: Type): Implicit {
  if (x.mode === 'invalid' || !isUntyped(x.type) || !isValid(target)) return { type: x.type };
  if (isUntyped(target)) {
    const type = maxUntyped(x.type, target);
    return type ? { type } : refused;
  }
  if (x.mode === 'nil') return hasNil(target) ? { type: target } : refused;
  const tp = unalias(target);
  if (tp.kind === 'TypeParam') {
    const fits = underIs(tp, (u) => u !== undefined && 'type' in implicitType(x, u));
    return fits ? { type: target } : refused;
  }
  const u = under(target);
  if (u.kind === 'Basic') return implicitBasic(x, target, u);
  // A value in an interface must have a concrete type.
  if (u.kind === 'Interface') return isAllTypes(typeSetOf(u)) ? { type: defaultType(x.type) } : refused;
  return refused;
}

function implicitBasic(x: Operand, target: Type, u: Basic): Implicit {
  if (x.mode === 'constant' && x.value) {
    const result = representation(x, u);
    return typeof result === 'string' ? { failure: result } : { type: target, value: result };
  }
  // Results of comparisons and of shifts.
  const fits = x.type.kind === 'Basic' && x.type.name === 'untyped bool' ? isBoolean(target) : isNumericKind(x.type) ? isNumeric(target) : isString(x.type) && isString(target);
  return fits ? { type: target } : refused;
}

function isNumericKind(type: Type): boolean {
  return isUntyped(type) && isNumeric(type);
}

/** The constant as a value of the type, or why it cannot be one. */
export function representation(x: Operand, type: Basic): Const | ConversionFailure {
  const value = x.value && representable(x.value, type);
  if (value) return value;
  if (!isNumeric(x.type) || !isNumeric(type)) return 'InvalidConstVal';
  // A number that is no integer is truncated; one that is too large overflows.
  if (!isInteger(x.type) && isInteger(type)) return 'TruncatedFloat';
  return 'NumericOverflow';
}

/** Makes an untyped operand one of the type, or reports that this is impossible and invalidates it. */
export function convertUntyped(c: Checker, x: Operand, target: Type): void {
  const result = implicitType(x, target);
  if ('failure' in result) {
    reportUnrepresentable(c, x, target, result.failure);
    return;
  }
  setImplicit(c, x, result);
}

export function setImplicit(c: Checker, x: Operand, { type, value }: { type: Type; value?: Const }): void {
  if (value) {
    x.value = value;
    const info = x.expr && c.untyped.get(x.expr);
    if (info) info.value = value;
  }
  if (type !== x.type) {
    x.type = type;
    if (x.expr) updateExprType(c, x.expr, type, false);
  }
}

/** Reports why the operand cannot become the type, and invalidates it. */
export function reportUnrepresentable(c: Checker, x: Operand, target: Type, failure: ConversionFailure): void {
  const [what, where] = [c.describe(x), c.str(target)];
  if (failure === 'TruncatedFloat') c.errorAt(x, failure, `${what} truncated to ${where}`);
  else if (failure === 'NumericOverflow') c.errorAt(x, failure, `${what} overflows ${where}`);
  else c.errorAt(x, failure, `cannot convert ${what} to type ${where}`);
  invalidate(x);
}

/** Makes a constant operand one of the type it claims to be of. */
export function makeRepresentable(c: Checker, x: Operand, type: Basic): void {
  const result = representation(x, type);
  if (typeof result === 'string') reportUnrepresentable(c, x, type, result);
  else x.value = result;
}

/**
 * Gives the expression, known so far as untyped, the type, and its operands too. With `final` the type is recorded even if it
 * is still untyped.
 */
export function updateExprType(c: Checker, e: Expr, type: Type, final: boolean): void {
  // Down the leftmost operands, and from the last of them back up: chains of operators are deep trees.
  const path: Expr[] = [];
  for (let next: Expr | undefined = e; next && c.untyped.has(next); next = leftOperand(next, c.untyped.get(next)?.value !== undefined)) path.push(next);
  for (const node of path.toReversed()) updateOne(c, node, type, final);
}

/** The operands of e but the leftmost have not got their type yet. */
function updateOne(c: Checker, e: Expr, type: Type, final: boolean): void {
  const info = c.untyped.get(e);
  if (!info) return;
  const other = e.kind === 'BinaryExpr' && info.value === undefined && !isComparison(e.op) && e.op !== '<<' && e.op !== '>>';
  if (other) updateExprType(c, e.y, type, final);
  if (!final && isUntyped(type)) {
    info.type = type;
    c.recordType(e, info.mode, type, info.value);
    return;
  }
  c.untyped.delete(e);
  if (info.isShiftOperand && !allInteger(type)) {
    c.error(e, 'InvalidShiftOperand', `invalid operation: shifted operand ${exprString(e)} (type ${c.str(type)}) must be integer`);
    return;
  }
  let { value } = info;
  if (value !== undefined && !isUntyped(type)) {
    const x: Operand = { mode: info.mode, type: info.type, value, expr: e, builtin: undefined };
    convertUntyped(c, x, type);
    if (x.mode === 'invalid') return;
    value = x.value;
  }
  c.recordType(e, info.mode, type, value);
}

/** The leftmost operand that takes the type of e. Operands of a constant never become values at run time, so they may keep their types. */
function leftOperand(e: Expr, constant: boolean): Expr | undefined {
  switch (e.kind) {
    case 'ParenExpr':
      return e.x;
    case 'UnaryExpr':
      return constant ? undefined : e.x;
    case 'BinaryExpr':
      return constant || isComparison(e.op) ? undefined : e.x;
    default:
      return undefined;
  }
}

export function isComparison(op: string): boolean {
  return op === '==' || op === '!=' || op === '<' || op === '<=' || op === '>' || op === '>=';
}

/** At the end: what no context gave a type has its default type (conditions, operands of folded constants). */
export function settleUntyped(c: Checker): void {
  for (const [e, info] of c.untyped) {
    const type = defaultType(info.type);
    const value = info.value && type.kind === 'Basic' ? (representable(info.value, type) ?? info.value) : info.value;
    c.recordType(e, info.mode, type, value);
  }
  c.untyped.clear();
}
