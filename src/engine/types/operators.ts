/** Unary and binary operations, comparisons and shifts. */
import { bitLength, isZero, sign, toInt, imagPart, realPart, isNumericConst, boolConst } from './constant.ts';
import type { Const, RealConst } from './constant.ts';
import { overflowed } from './constant-wide.ts';
import { constBinary, constCompare, constShift, constUnary } from './constant-arithmetic.ts';
import type { BinaryExpr, BinaryOp, Expr, UnaryExpr } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { Pos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print.ts';
import { assignableTo } from './assignable.ts';
import { channelElement } from './channel-element.ts';
import type { Checker } from './checker.ts';
import { convertUntyped, isComparison, makeRepresentable, reportUnrepresentable, representation, updateExprType } from './conversion-untyped.ts';
import { expression } from './expr.ts';
import { identical } from './identity.ts';
import { failed, compositeKind, invalidate, newOperand, setConstant, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import {
  allBoolean, allInteger, allNumeric, allNumericOrString, allOrdered, allString, defaultType, hasNil, isComparable, isComplex, isInteger,
  isNonTypeParamInterface, isTypeParam, isTyped, isUnsigned, isUntyped, isValid,
} from './predicates.ts';
import { bitsOf } from './representable.ts';
import type { Type } from './types.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';
import { markAddressed } from './variables.ts';

type Predicate = (type: Type) => boolean;
const unaryPredicates: Readonly<Record<string, Predicate>> = { '+': allNumeric, '-': allNumeric, '^': allInteger, '!': allBoolean };
const binaryPredicates: Readonly<Record<string, Predicate>> = {
  '+': allNumericOrString, '-': allNumeric, '*': allNumeric, '/': allNumeric, '%': allInteger, '&': allInteger, '|': allInteger,
  '^': allInteger, '&^': allInteger, '&&': allBoolean, '||': allBoolean,
};
/** Untyped integers of more bits are refused, as in gc. */
const maxConstantBits = 512;
/** Enough to write the smallest float64 as a shifted constant. */
const maxConstantShift = 1023 - 1 + 52;

// ---- Unary ----------------------------------------------------------------------------------------------------------

export function unary(c: Checker, x: Operand, e: UnaryExpr): void {
  expression(c, undefined, x, e.x);
  if (x.mode === 'invalid') return;
  if (e.op === '&') addressOf(c, x, e);
  else if (e.op === '<-') receive(c, x);
  else arithmeticUnary(c, x, e);
}

function addressOf(c: Checker, x: Operand, e: UnaryExpr): void {
  const operand = unparen(e.x);
  if (operand.kind !== 'CompositeLit' && x.mode !== 'variable') {
    c.errorAt(x, 'UnaddressableOperand', `invalid operation: cannot take address of ${c.describe(x)}`);
    invalidate(x);
    return;
  }
  markAddressed(operand);
  setValue(x, { kind: 'Pointer', elem: x.type });
}

function receive(c: Checker, x: Operand): void {
  const elem = channelElement(c, x, 'recv', (message) => c.errorAt(x, 'InvalidReceive', message));
  if (!elem) return invalidate(x);
  x.mode = 'commaok';
  x.type = elem;
  c.env.hasCallOrRecv = true;
}

function arithmeticUnary(c: Checker, x: Operand, e: UnaryExpr): void {
  let { op } = e;
  if (op === '~') {
    const hint = allInteger(x.type) ? ' (use ^ for bitwise complement)' : '';
    c.error(e, 'UndefinedOp', `cannot use ~ outside of interface or type constraint${hint}`);
    if (!hint) return invalidate(x);
    op = '^';
  }
  if (!defined(c, unaryPredicates, x, op)) return;
  if (x.mode !== 'constant' || !x.value) {
    x.mode = 'value';
    return;
  }
  const u = under(x.type);
  const bits = isUnsigned(x.type) && u.kind === 'Basic' ? bitsOf(u.name) : 0;
  if (op === '+' || op === '-' || op === '^' || op === '!') x.value = constUnary(op, x.value, bits);
  x.expr = e;
  checkOverflow(c, x, e.pos);
}

function defined(c: Checker, predicates: Readonly<Record<string, Predicate>>, x: Operand, op: string): boolean {
  if (predicates[op]?.(x.type)) return true;
  c.errorAt(x, 'UndefinedOp', `invalid operation: operator ${op} not defined on ${c.describe(x)}`);
  invalidate(x);
  return false;
}

// ---- Overflow -------------------------------------------------------------------------------------------------------

const operationNames: Readonly<Record<string, string>> = {
  '+': 'addition ', '-': 'subtraction ', '^': 'bitwise XOR ', '*': 'multiplication ', '<<': 'shift ',
};

/** Typed constants must fit their type, untyped integers must not grow without end. */
export function checkOverflow(c: Checker, x: Operand, operatorPos: Pos): void {
  if (isTyped(x.type)) {
    const u = under(x.type);
    if (u.kind === 'Basic') overflowTyped(c, x, u);
    return;
  }
  const parts = x.value?.kind === 'complex' ? [x.value.re, x.value.im] : [x.value];
  if (parts.some((p) => p?.kind === 'float' && overflowed(p))) {
    c.error(operatorPos, 'InvalidConstVal', 'constant result is not representable');
    return invalidate(x);
  }
  if (x.value?.kind === 'int' && bitLength(x.value.value) > maxConstantBits) {
    const name = x.expr?.kind === 'BinaryExpr' ? (operationNames[x.expr.op] ?? '') : x.expr?.kind === 'UnaryExpr' && x.expr.op === '^' ? 'bitwise complement ' : '';
    c.error(operatorPos, 'InvalidConstVal', `constant ${name}overflow`);
    invalidate(x);
  }
}

function overflowTyped(c: Checker, x: Operand, u: Type & { kind: 'Basic' }): void {
  const result = representation(x, u);
  if (typeof result === 'string') reportUnrepresentable(c, x, x.type, result);
  else x.value = result;
}

// ---- Binary ---------------------------------------------------------------------------------------------------------

/** x op rhs. x has been checked already, lhs is its expression; e is the whole one, undefined for the implicit operation of `lhs op= rhs`. */
export function binary(c: Checker, x: Operand, e: BinaryExpr | undefined, lhs: Expr, rhs: Expr, op: BinaryOp): void {
  const y = newOperand();
  expression(c, undefined, y, rhs);
  if (x.mode === 'invalid') return;
  if (y.mode === 'invalid') {
    invalidate(x);
    x.expr = y.expr;
    return;
  }
  if (op === '<<' || op === '>>') return shift(c, x, y, e, op);
  matchTypes(c, x, y);
  if (failed(x)) return;
  if (isComparison(op)) return comparison(c, x, y, op);
  if (!identical(x.type, y.type)) return mismatch(c, x, y, e, lhs, rhs, op);
  if (!defined(c, binaryPredicates, x, op)) return;
  if ((op === '/' || op === '%') && dividesByZero(c, x, y)) return;
  if (x.mode !== 'constant' || y.mode !== 'constant' || !x.value || !y.value) {
    x.mode = 'value';
    x.value = undefined;
    return;
  }
  x.value = constBinary(x.value, op, y.value, isInteger(x.type));
  x.expr = e;
  checkOverflow(c, x, e ? e.opPos : lhs.pos);
}

function mismatch(c: Checker, x: Operand, y: Operand, e: Expr | undefined, lhs: Expr, rhs: Expr, op: BinaryOp): void {
  if (isValid(x.type) && isValid(y.type)) {
    const text = e ? exprString(e) : `${exprString(lhs)} ${op}= ${exprString(rhs)}`;
    c.errorAt(x, 'MismatchedTypes', `invalid operation: ${text} (mismatched types ${c.str(x.type)} and ${c.str(y.type)})`);
  }
  invalidate(x);
}

/** What complex division divides by is made of squares, which may be zero before the parts are. */
function squareOf(x: RealConst): Const {
  return constBinary(x, '*', x, false);
}

function dividesByZero(c: Checker, x: Operand, y: Operand): boolean {
  if (y.mode !== 'constant' || !y.value || !isNumericConst(y.value)) return false;
  const integer = x.mode === 'constant' || allInteger(x.type);
  if (!integer || !isZero(y.value)) {
    const complexZero = isComplex(x.type) && x.mode === 'constant' && isZero(squareOf(realPart(y.value))) && isZero(squareOf(imagPart(y.value)));
    if (!complexZero) return false;
  }
  c.errorAt(y, 'DivByZero', 'invalid operation: division by zero');
  invalidate(x);
  return true;
}

/** Converts an untyped operand to the other's type, where that could make sense. */
export function matchTypes(c: Checker, x: Operand, y: Operand): void {
  if (!mayConvert(x, y)) return;
  convertUntyped(c, x, y.type);
  if (failed(x)) return;
  convertUntyped(c, y, x.type);
  if (failed(y)) invalidate(x);
}

function mayConvert(x: Operand, y: Operand): boolean {
  if (isTyped(x.type) && isTyped(y.type)) return false;
  if (isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type)) return true;
  if (allBoolean(x.type) !== allBoolean(y.type) || allString(x.type) !== allString(y.type)) return false;
  if (x.mode === 'nil') return hasNil(y.type);
  if (y.mode === 'nil') return hasNil(x.type);
  return under(x.type).kind !== 'Pointer' && under(y.type).kind !== 'Pointer';
}

// ---- Comparison -----------------------------------------------------------------------------------------------------

interface Complaint {
  /** The operand at which it is reported. */
  readonly at: Operand;
  readonly cause: string;
  readonly code: string;
}

/** x op y; with switchCase, x is a case value and y the switch's operand. */
export function comparison(c: Checker, x: Operand, y: Operand, op: BinaryOp, switchCase = false): void {
  if (!isValid(x.type) || !isValid(y.type)) return invalidate(x);
  const complaint = compareComplaint(c, x, y, op);
  if (complaint) {
    const [left, right] = [x.expr ? exprString(x.expr) : 'nil', y.expr ? exprString(y.expr) : 'nil'];
    if (switchCase) c.errorAt(x, complaint.code, `invalid case ${left} in switch on ${right} (${complaint.cause})`);
    else c.errorAt(complaint.at, complaint.code, `invalid operation: ${left} ${op} ${right} (${complaint.cause})`);
    return invalidate(x);
  }
  if (x.mode === 'constant' && y.mode === 'constant' && x.value && y.value) {
    setConstant(x, Typ['untyped bool'], boolConst(constCompare(x.value, op, y.value)));
    return;
  }
  // The operands become values at run time, so they have their final types now.
  if (x.expr) updateExprType(c, x.expr, defaultType(x.type), true);
  if (y.expr) updateExprType(c, y.expr, defaultType(y.type), true);
  setValue(x, Typ['untyped bool']);
}

function compareComplaint(c: Checker, x: Operand, y: Operand, op: BinaryOp): Complaint | undefined {
  if (!assignableTo(c, x, y.type).ok && !assignableTo(c, y, x.type).ok) {
    return { at: y, code: 'MismatchedTypes', cause: `mismatched types ${c.str(x.type)} and ${c.str(y.type)}` };
  }
  const offender = op === '==' || op === '!=' ? notEquatable(x, y) : !allOrdered(x.type) ? x : !allOrdered(y.type) ? y : undefined;
  if (!offender) return undefined;
  const cause = (op === '==' || op === '!=' ? incomparableCause(c, offender.type) : '') || undefinedCause(c, x, y, offender, op);
  return { at: offender, code: 'UndefinedOp', cause };
}

function notEquatable(x: Operand, y: Operand): Operand | undefined {
  if (x.mode === 'nil' || y.mode === 'nil') {
    const type = x.mode === 'nil' ? y.type : x.type;
    return hasNil(type) && !(x.mode === 'nil' && y.mode === 'nil' && isUntyped(type)) ? undefined : y;
  }
  return !isComparable(x.type, true) ? x : !isComparable(y.type, true) ? y : undefined;
}

function undefinedCause(c: Checker, x: Operand, y: Operand, offender: Operand, op: BinaryOp): string {
  if (isTypeParam(x.type) || isTypeParam(y.type)) {
    const param = isTypeParam(x.type) ? offender : y;
    return `type parameter ${c.str(param.type)} cannot use operator ${op}`;
  }
  return `operator ${op} not defined on ${kindString(c, offender.type)}`;
}

function kindString(c: Checker, type: Type): string {
  const kind = compositeKind(type);
  return kind === '' ? (type.kind === 'Basic' && type.name === 'untyped nil' ? 'nil' : c.str(type)) : kind;
}

/** Why values of the type cannot be compared; '' if there is nothing more to say. */
export function incomparableCause(c: Checker, type: Type): string {
  const u = under(type);
  if (u.kind === 'Slice' || u.kind === 'Signature' || u.kind === 'Map') return `${kindString(c, type)} can only be compared to nil`;
  if (isTypeParam(type)) return `incomparable types in type set`;
  if (u.kind === 'Struct') {
    const field = u.fields.find((f) => !isComparable(f.type ?? Typ.invalid, true));
    return field ? `struct containing ${c.str(field.type)} cannot be compared` : '';
  }
  return u.kind === 'Array' ? `${c.str(type)} cannot be compared` : '';
}

// ---- Shifts ---------------------------------------------------------------------------------------------------------

function shift(c: Checker, x: Operand, y: Operand, e: BinaryExpr | undefined, op: '<<' | '>>'): void {
  const integer = x.mode === 'constant' && x.value ? toInt(x.value) : undefined;
  if (!allInteger(x.type) && !(isUntyped(x.type) && integer)) {
    c.errorAt(x, 'InvalidShiftOperand', `invalid operation: shifted operand ${c.describe(x)} must be integer`);
    return invalidate(x);
  }
  if (!validCount(c, y)) return invalidate(x);
  if (x.mode === 'constant' && integer) {
    if (y.mode === 'constant') return constantShift(c, x, y, e, op, integer);
    if (isUntyped(x.type)) {
      // The operand takes the type that the whole expression gets in the end, which must be an integer type then.
      const info = x.expr && c.untyped.get(x.expr);
      if (info) info.isShiftOperand = true;
      x.mode = 'value';
      x.value = undefined;
      return;
    }
  }
  if (!allInteger(x.type)) {
    c.errorAt(x, 'InvalidShiftOperand', `invalid operation: shifted operand ${c.describe(x)} must be integer`);
    return invalidate(x);
  }
  x.mode = 'value';
  x.value = undefined;
}

function validCount(c: Checker, y: Operand): boolean {
  if (y.mode === 'constant' && y.value) {
    const count = toInt(y.value);
    if (count && sign(count) < 0) {
      c.errorAt(y, 'InvalidShiftCount', `invalid operation: negative shift count ${c.describe(y)}`);
      return false;
    }
    if (isUntyped(y.type)) {
      makeRepresentable(c, y, Typ.uint);
      if (failed(y)) return false;
      if (y.expr) updateExprType(c, y.expr, Typ.uint, true);
      return true;
    }
    if (allInteger(y.type)) return true;
  } else if (allInteger(y.type) && !isUntyped(y.type)) {
    return true;
  } else if (isUntyped(y.type)) {
    convertUntyped(c, y, Typ.uint);
    return !failed(y);
  }
  c.errorAt(y, 'InvalidShiftCount', `invalid operation: shift count ${c.describe(y)} must be integer`);
  return false;
}

function constantShift(c: Checker, x: Operand, y: Operand, e: BinaryExpr | undefined, op: '<<' | '>>', value: { kind: 'int'; value: bigint }): void {
  const count = y.value && toInt(y.value);
  if (!count || count.value > BigInt(maxConstantShift)) {
    c.errorAt(y, 'InvalidShiftCount', `invalid operation: invalid shift count ${c.describe(y)}`);
    return invalidate(x);
  }
  if (!isInteger(x.type)) x.type = Typ['untyped int'];
  x.value = constShift(value, op, Number(count.value));
  x.expr = e;
  checkOverflow(c, x, e ? e.opPos : (y.expr?.pos ?? 0));
}
