/**
 * Expressions, checked top down: each function fills the operand it is given; a mode of 'invalid' says that the mistake has been
 * reported. Everything goes through rawExpression, which records types on the tree.
 */
import type { BasicLit, BinaryExpr, Expr, FuncLit, ParenExpr, StarExpr, TypeAssertExpr } from '../syntax/nodes.ts';
import { leftSpine, unparen } from '../syntax/paren.ts';
import { exprString } from '../syntax/print.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { binary, checkOverflow, unary } from './operators.ts';
import { callExpression, functionInstance } from './call.ts';
import type { Checker } from './checker.ts';
import { compositeLiteral } from './literals.ts';
import { literalConst } from './constant-literal.ts';
import { functionBody } from './function.ts';
import { identical } from './identity.ts';
import { assertionCause } from './implements.ts';
import { indexExpression, sliceExpression } from './index-expr.ts';
import { failed, invalidate, newOperand, setConstant, setValue, valueOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { isGenericType, isTypeParam, isValid } from './predicates.ts';
import { selector } from './selector.ts';
import { underIs } from './typeset.ts';
import { identifier, typeExpression, validVarType, variableType } from './typexpr.ts';
import type { BasicName, Signature, Type } from './types.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

/** What an expression is as a statement: only calls and receives may stand alone. */
export type ExprKind = 'conversion' | 'expression' | 'statement';

/** The function type that a generic function without type arguments is assigned to, which they are inferred from. */
export interface Target {
  readonly signature: Signature;
  readonly description: string;
}
export function makeTarget(type: Type | undefined, description: string): Target | undefined {
  const u = type && under(type);
  return u?.kind === 'Signature' ? { signature: u, description } : undefined;
}

/**
 * `hint` is the element type of an enclosing composite literal, for elements that are literals without a type.
 * With `allowGeneric` the result may be a generic function or type without its arguments.
 */
export function rawExpression(
  c: Checker, target: Target | undefined, x: Operand, e: Expr, hint: Type | undefined, allowGeneric: boolean,
): ExprKind {
  x.mode = 'invalid';
  x.type = Typ.invalid;
  x.value = undefined;
  const kind = dispatch(c, target, x, e, hint);
  if (!allowGeneric) notGeneric(c, target, x);
  c.record(x);
  return kind;
}

/** A single value. */
export function expression(c: Checker, target: Target | undefined, x: Operand, e: Expr): void {
  rawExpression(c, target, x, e, undefined, false);
  exclude(c, x, valueOnly);
  singleValue(c, x);
}
export function genericExpression(c: Checker, x: Operand, e: Expr): void {
  rawExpression(c, undefined, x, e, undefined, true);
  exclude(c, x, valueOnly);
  singleValue(c, x);
}
export function expressionWithHint(c: Checker, x: Operand, e: Expr, hint: Type): void {
  rawExpression(c, undefined, x, e, hint, false);
  exclude(c, x, valueOnly);
  singleValue(c, x);
}
export function expressionOrType(c: Checker, x: Operand, e: Expr, allowGeneric: boolean): void {
  rawExpression(c, undefined, x, e, undefined, allowGeneric);
  exclude(c, x, ['novalue']);
  singleValue(c, x);
}

/** One value or the several of a call; with allowCommaOk the two of v, ok := e. The first is invalid after a mistake. */
export function multiExpression(c: Checker, e: Expr, allowCommaOk: boolean): { list: Operand[]; commaOk: boolean } {
  const x = newOperand();
  rawExpression(c, undefined, x, e, undefined, false);
  exclude(c, x, valueOnly);
  if (x.type.kind === 'Tuple' && x.mode !== 'invalid') {
    return { list: x.type.vars.map((v) => valueOperand(e, v.type ?? Typ.invalid)), commaOk: false };
  }
  if (allowCommaOk && (x.mode === 'mapindex' || x.mode === 'commaok')) {
    return { list: [x, valueOperand(e, Typ['untyped bool'])], commaOk: true };
  }
  return { list: [x], commaOk: false };
}

/** A list of expressions; a single call may give several values. */
export function expressionList(c: Checker, list: readonly Expr[]): Operand[] {
  const [first] = list;
  if (list.length === 1 && first) return multiExpression(c, first, false).list;
  return list.map((e) => {
    const x = newOperand();
    expression(c, undefined, x, e);
    return x;
  });
}

const valueOnly = ['novalue', 'builtin', 'type'] as const;

/** Reports operands of the modes. */
export function exclude(c: Checker, x: Operand, modes: readonly Operand['mode'][]): void {
  if (!modes.includes(x.mode)) return;
  if (x.mode === 'novalue') c.errorAt(x, 'TooManyValues', `${c.describe(x)} used as value${modes.includes('type') ? '' : ' or type'}`);
  else if (x.mode === 'builtin') c.errorAt(x, 'UncalledBuiltin', `${c.describe(x)} must be called`);
  else c.errorAt(x, 'NotAnExpr', `${c.describe(x)} is not an expression`);
  invalidate(x);
}

export function singleValue(c: Checker, x: Operand): void {
  if (x.mode !== 'value' || x.type.kind !== 'Tuple') return;
  c.errorAt(x, 'TooManyValues', `multiple-value ${c.describe(x)} in single-value context`);
  invalidate(x);
}

/** Checks expressions after a mistake elsewhere, so that their variables count as used. Whether all are right. */
export function use(c: Checker, ...list: readonly (Expr | undefined)[]): boolean {
  return list.map((e) => useOne(c, e, false)).every(Boolean);
}
/** The same for left-hand sides, whose variables are not used thereby. */
export function useLeft(c: Checker, ...list: readonly (Expr | undefined)[]): boolean {
  return list.map((e) => useOne(c, e, true)).every(Boolean);
}

function useOne(c: Checker, e: Expr | undefined, left: boolean): boolean {
  if (!e) return true;
  const inner = unparen(e);
  const x = newOperand();
  if (inner.kind === 'Ident') {
    if (inner.name === '_') return true;
    const object = left ? c.lookup(inner.name) : undefined;
    const v = object?.kind === 'Var' && object.pkg === c.pkg ? object : undefined;
    const wasUsed = v?.used;
    expressionOrType(c, x, inner, true);
    if (v && wasUsed !== undefined) v.used = wasUsed;
  } else rawExpression(c, undefined, x, inner, undefined, true);
  return x.mode !== 'invalid';
}

function notGeneric(c: Checker, target: Target | undefined, x: Operand): void {
  if (x.mode === 'invalid' || x.mode === 'novalue') return;
  let what = '';
  if (isGenericType(x.type) && x.mode === 'type') what = 'type';
  else if (x.type.kind === 'Signature' && x.type.typeParams.length > 0) {
    if (target) {
      functionInstance(c, target, x, undefined);
      return;
    }
    what = 'function';
  }
  if (what === '') return;
  c.errorAt(x, 'WrongTypeArgCount', `cannot use generic ${what} ${x.expr ? exprString(x.expr) : ''} without instantiation`);
  invalidate(x);
  x.type = Typ.invalid;
}

/** The core: what to do with each sort of expression. */
function dispatch(c: Checker, target: Target | undefined, x: Operand, e: Expr, hint: Type | undefined): ExprKind {
  x.expr = e;
  switch (e.kind) {
    case 'BadExpr':
      return 'statement';
    case 'Ident':
      identifier(c, x, e, false);
      break;
    case 'BasicLit':
      basicLiteral(c, x, e);
      break;
    case 'CompositeLit':
      compositeLiteral(c, x, e, hint);
      break;
    case 'FuncLit':
      functionLiteral(c, x, e);
      break;
    case 'ParenExpr':
    case 'BinaryExpr':
      return operation(c, x, e);
    case 'SelectorExpr':
      selector(c, x, e, false);
      break;
    case 'IndexExpr':
      if (indexExpression(c, x, e)) functionInstance(c, target, x, e);
      break;
    case 'SliceExpr':
      sliceExpression(c, x, e);
      break;
    case 'TypeAssertExpr':
      typeAssertion(c, x, e);
      break;
    case 'CallExpr':
      return callExpression(c, target, x, e);
    case 'StarExpr':
      indirection(c, x, e);
      break;
    case 'UnaryExpr':
      unary(c, x, e);
      if (x.mode !== 'invalid' && e.op === '<-') {
        x.expr = e;
        return 'statement';
      }
      break;
    case 'KeyValueExpr':
      c.error(e, 'InvalidSyntaxTree', 'unexpected key:value expression');
      break;
    case 'EllipsisExpr':
      c.error(e, 'BadDotDotDotSyntax', "invalid use of '...'");
      break;
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType':
      x.mode = 'type';
      x.type = typeExpression(c, e);
      if (!isValid(x.type)) invalidate(x);
      break;
    default:
      assertUnreachable(e);
  }
  x.expr = e;
  return x.mode === 'invalid' ? 'statement' : 'expression';
}

/**
 * Operators and parentheses, from the leftmost operand outwards: chains of them are deep trees. What `rawExpression` and `expression` do with an
 * operand is done here for every one on the way.
 */
function operation(c: Checker, x: Operand, e: BinaryExpr | ParenExpr): ExprKind {
  const { spine, leaf } = leftSpine(e);
  let kind = rawExpression(c, undefined, x, leaf, undefined, false);
  for (const node of spine.toReversed()) {
    if (node.kind === 'BinaryExpr') {
      exclude(c, x, valueOnly);
      singleValue(c, x);
      binary(c, x, node, node.x, node.y, node.op);
      kind = failed(x) ? 'statement' : 'expression';
    }
    x.expr = node;
    if (node === e) break;
    notGeneric(c, undefined, x);
    c.record(x);
  }
  return kind;
}

const literalTypes: Readonly<Record<BasicLit['lit'], BasicName>> = {
  int: 'untyped int', float: 'untyped float', imag: 'untyped complex', char: 'untyped rune', string: 'untyped string',
};

/** gc's limit for the digits of a number. */
const longestNumber = 10_000;

function basicLiteral(c: Checker, x: Operand, e: BasicLit): void {
  const numeric = e.lit === 'int' || e.lit === 'float' || e.lit === 'imag';
  if (numeric && e.text.length > longestNumber) {
    c.error(e, 'InvalidConstVal', `excessively long constant: ${e.text.slice(0, 10)}... (${e.text.length} chars)`);
    return;
  }
  const value = literalConst(e.lit, e.text);
  if (value === undefined) {
    if (numeric) c.error(e, 'InvalidConstVal', `malformed constant: ${e.text}`);
    return;
  }
  setConstant(x, Typ[literalTypes[e.lit]], value);
  checkOverflow(c, x, e.pos);
}

function functionLiteral(c: Checker, x: Operand, e: FuncLit): void {
  const type = typeExpression(c, e.type);
  if (type.kind !== 'Signature') return;
  const { decl, iota, func, scope, file } = c.env;
  // The body may mention the variable or type being declared: wait until that is done.
  c.later(() => {
    functionBody(c, e, type, e.body, { ...c.environment(scope, decl, file), iota, func });
  });
  setValue(x, type);
}

function indirection(c: Checker, x: Operand, e: StarExpr): void {
  expressionOrType(c, x, e.x, false);
  if (x.mode === 'invalid') return;
  if (x.mode === 'type') {
    validVarType(c, e.x, x.type);
    x.type = { kind: 'Pointer', elem: x.type };
    return;
  }
  if (x.mode === 'nil') {
    c.errorAt(x, 'InvalidIndirection', `invalid operation: cannot indirect ${c.describe(x)}`);
    return invalidate(x);
  }
  let elem: Type | undefined;
  const ok = eachUnder(x.type, (u) => {
    if (u?.kind !== 'Pointer') {
      c.errorAt(x, 'InvalidIndirection', `invalid operation: cannot indirect ${c.describe(x)}`);
      return false;
    }
    if (elem && !identical(u.elem, elem)) {
      c.errorAt(x, 'InvalidIndirection', `invalid operation: pointers of ${c.describe(x)} must have identical base types`);
      return false;
    }
    elem = u.elem;
    return true;
  });
  if (!ok || !elem) return invalidate(x);
  x.mode = 'variable';
  x.type = elem;
}

/** f of the underlying type, or of those of all terms of a type parameter. */
export function eachUnder(type: Type, f: (u: Type | undefined) => boolean): boolean {
  const t = unalias(type);
  return t.kind === 'TypeParam' ? underIs(t, f) : f(under(t));
}

function typeAssertion(c: Checker, x: Operand, e: TypeAssertExpr): void {
  expression(c, undefined, x, e.x);
  if (x.mode === 'invalid') return;
  const fail = (message: string): void => {
    c.errorAt(x, 'InvalidAssert', `invalid operation: ${message}`);
    invalidate(x);
  };
  if (!e.type) {
    c.error(e, 'InvalidSyntaxTree', 'use of .(type) outside type switch');
    return invalidate(x);
  }
  if (isTypeParam(x.type)) return fail(`cannot use type assertion on type parameter value ${c.describe(x)}`);
  if (under(x.type).kind !== 'Interface') return fail(`${c.describe(x)} is not an interface`);
  const type = variableType(c, e.type);
  if (!isValid(type)) return invalidate(x);
  checkAssertion(c, e, x, type, false);
  x.mode = 'commaok';
  x.type = type;
}

/** x.(type), or a case of a type switch on x, must be possible. */
export function checkAssertion(c: Checker, e: Expr, x: Operand, type: Type, typeSwitch: boolean): void {
  const cause = assertionCause(c, x.type, type);
  if (cause === undefined) return;
  const detail = typeSwitch
    ? `impossible type switch case: ${exprString(e)}\n\t${c.describe(x)} cannot have dynamic type ${c.str(type)} ${cause}`
    : `impossible type assertion: ${exprString(e)}\n\t${c.str(type)} does not implement ${c.str(x.type)} ${cause}`;
  c.error(e, 'ImpossibleAssert', detail);
}
