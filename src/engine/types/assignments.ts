/** Initialisation and assignment. */
import type { Expr, Ident, ReturnStmt } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { exprString } from '../syntax/print.ts';
import { assignableTo } from './assignable.ts';
import type { Checker } from './checker.ts';
import { implicitType, setImplicit } from './conversion-untyped.ts';
import { declare } from './declare.ts';
import { expression, expressionList, makeTarget, multiExpression, singleValue, use, useLeft } from './expr.ts';
import { newField, newVar } from './object.ts';
import type { ConstObject, VarObject } from './objects.ts';
import { invalidate, newOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { defaultType, isNonTypeParamInterface, isUntyped, isUntypedNumeric, isUntypedNil, isValid } from './predicates.ts';
import type { Type } from './types.ts';
import { Typ } from './universe.ts';
import { markReassigned } from './variables.ts';
import { noPos } from '../syntax/positions.ts';

/**
 * x is assigned to a variable of the type (undefined: to the blank identifier), in `context` as messages name it. An untyped x gets
 * its type thereby; x is invalid if it cannot be assigned.
 */
export function assignment(c: Checker, x: Operand, type: Type | undefined, context: string): void {
  singleValue(c, x);
  switch (x.mode) {
    case 'invalid':
      return;
    case 'constant':
    case 'variable':
    case 'mapindex':
    case 'value':
    case 'nil':
    case 'commaok':
      break;
    default:
      c.errorAt(x, 'IncompatibleAssign', `cannot assign ${c.describe(x)} to ${type ? c.str(type) : '_'} in ${context}`);
      return invalidate(x);
  }
  if (isUntyped(x.type) && !assignUntyped(c, x, type, context)) return invalidate(x);
  if (x.type.kind === 'Signature' && x.type.typeParams.length > 0) {
    c.errorAt(x, 'WrongTypeArgCount', `cannot use generic function ${c.describe(x)} without instantiation in ${context}`);
    return invalidate(x);
  }
  if (!type) return;
  const result = assignableTo(c, x, type);
  if (result.ok) return;
  const cause = result.cause ? `: ${result.cause}` : '';
  c.errorAt(x, result.code, `cannot use ${c.describe(x)} as ${c.str(type)} value in ${context}${cause}`);
  invalidate(x);
}

function assignUntyped(c: Checker, x: Operand, type: Type | undefined, context: string): boolean {
  let target = type;
  if (x.mode === 'nil') {
    if (!type) {
      c.errorAt(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
      return false;
    }
  } else if (!type || isNonTypeParamInterface(type)) target = defaultType(x.type);
  const result = implicitType(x, target ?? defaultType(x.type));
  if ('failure' in result) {
    const why = result.failure === 'TruncatedFloat' ? ' (truncated)' : result.failure === 'NumericOverflow' ? ' (overflows)' : '';
    c.errorAt(x, why ? result.failure : 'IncompatibleAssign', `cannot use ${c.describe(x)} as ${c.str(target)} value in ${context}${why}`);
    return false;
  }
  setImplicit(c, x, result);
  return true;
}

export function initConst(c: Checker, object: ConstObject, x: Operand): void {
  if (x.mode === 'invalid' || !isValid(x.type) || (object.type && !isValid(object.type))) {
    object.type ??= Typ.invalid;
    return;
  }
  if (x.mode !== 'constant') {
    c.errorAt(x, 'InvalidConstInit', `${c.describe(x)} is not constant`);
    object.type ??= Typ.invalid;
    return;
  }
  object.type ??= x.type;
  assignment(c, x, object.type, 'constant declaration');
  if (x.mode === 'constant') object.value = x.value;
}

/** A variable without a type takes that of its value. One whose value is a mistake counts as used: that would only be a second complaint. */
export function initVar(c: Checker, v: VarObject, x: Operand, context: string): void {
  initialise(c, v, x, context);
  if (x.mode === 'invalid') v.used = true;
}

function initialise(c: Checker, v: VarObject, x: Operand, context: string): void {
  if (x.mode === 'invalid' || !isValid(x.type) || (v.type && !isValid(v.type))) {
    v.type ??= Typ.invalid;
    return invalidate(x);
  }
  if (!v.type) {
    if (isUntypedNil(x.type)) {
      c.errorAt(x, 'UntypedNilUse', `use of untyped nil in ${context}`);
      v.type = Typ.invalid;
      return invalidate(x);
    }
    v.type = defaultType(x.type);
  }
  assignment(c, x, v.type, context);
}

/** vars = rhs; with returnStmt the values that it returns. */
export function initVars(c: Checker, vars: readonly VarObject[], rhs: readonly Expr[], returnStmt: ReturnStmt | undefined): void {
  const context = returnStmt ? 'return statement' : 'assignment';
  const [first] = rhs;
  if (vars.length === rhs.length && !(rhs.length === 1 && first && unparen(first).kind === 'CallExpr')) {
    let failed = false;
    vars.forEach((v, i) => {
      const x = newOperand();
      const e = rhs[i];
      if (!e) return;
      expression(c, makeTarget(v.type, returnStmt && v.name === '' ? 'result variable' : v.name), x, e);
      initVar(c, v, x, context);
      failed ||= x.mode === 'invalid';
    });
    if (failed) giveTypes(vars);
    return;
  }
  if (rhs.length !== 1 || !first) {
    if (use(c, ...rhs)) {
      if (returnStmt) returnError(c, returnStmt, vars, expressionList(c, rhs));
      else assignError(c, rhs, vars.length, rhs.length);
    }
    return giveTypes(vars);
  }
  const { list, commaOk } = multiExpression(c, first, vars.length === 2 && !returnStmt);
  if (list.length === vars.length) {
    vars.forEach((v, i) => {
      const x = list[i];
      if (x) initVar(c, v, x, context);
    });
    if (commaOk) recordCommaOk(c, first, list);
    return;
  }
  if (list[0]?.mode !== 'invalid') {
    if (returnStmt) returnError(c, returnStmt, vars, list);
    else assignError(c, rhs, vars.length, list.length);
  }
  giveTypes(vars);
}

function giveTypes(vars: readonly VarObject[]): void {
  for (const v of vars) {
    v.type ??= Typ.invalid;
    v.used = true;
  }
}

function recordCommaOk(c: Checker, e: Expr, list: readonly Operand[]): void {
  const [x, ok] = list;
  if (!x || !ok || x.mode === 'invalid' || ok.mode === 'invalid') return;
  c.recordCommaOk(e, x.type, ok.type, (types) => types.map((type) => newField('', noPos, c.pkg, type, false)));
}

// ---- Assignment statements ------------------------------------------------------------------------------------------

/** lhs = rhs */
export function assignVars(c: Checker, lhs: readonly Expr[], rhs: readonly Expr[]): void {
  const [first] = rhs;
  if (lhs.length === rhs.length && !(rhs.length === 1 && first && unparen(first).kind === 'CallExpr')) {
    const results = lhs.map((l, i) => assignVar(c, l, rhs[i], undefined, 'assignment'));
    if (!results.every(Boolean)) countAsUsed(c, lhs);
    return;
  }
  if (rhs.length !== 1 || !first) {
    countAsUsed(c, lhs);
    const fine = [useLeft(c, ...lhs), use(c, ...rhs)].every(Boolean);
    if (fine) assignError(c, rhs, lhs.length, rhs.length);
    return;
  }
  const { list, commaOk } = multiExpression(c, first, lhs.length === 2);
  if (list.length === lhs.length) {
    const results = lhs.map((l, i) => assignVar(c, l, undefined, list[i], 'assignment'));
    if (!results.every(Boolean)) countAsUsed(c, lhs);
    if (commaOk) recordCommaOk(c, first, list);
    return;
  }
  if (list[0]?.mode !== 'invalid') assignError(c, rhs, lhs.length, list.length);
  useLeft(c, ...lhs);
  countAsUsed(c, lhs);
}

/** After a failed assignment a complaint about variables that nothing else uses would only be a second one. */
function countAsUsed(c: Checker, lhs: readonly Expr[]): void {
  for (const e of lhs) {
    const inner = unparen(e);
    const object = inner.kind === 'Ident' ? c.lookup(inner.name) : undefined;
    if (object?.kind === 'Var' && object.pkg === c.pkg) object.used = true;
  }
}

/** lhs = rhs, or lhs = x where the right-hand side has been evaluated. Whether it went well. */
export function assignVar(c: Checker, lhs: Expr, rhs: Expr | undefined, x: Operand | undefined, context: string): boolean {
  const type = leftHandSide(c, lhs);
  if (type === 'invalid') {
    if (x) invalidate(x);
    else use(c, rhs);
    return false;
  }
  let value = x;
  if (!value) {
    value = newOperand();
    if (rhs) expression(c, type === 'blank' ? undefined : makeTarget(type, exprString(lhs)), value, rhs);
  }
  const isBlank = type === 'blank';
  assignment(c, value, isBlank ? undefined : type, isBlank && context === 'assignment' ? 'assignment to _ identifier' : context);
  return value.mode !== 'invalid';
}

/** The type of what is assigned to. Assigning to a variable does not use it. */
function leftHandSide(c: Checker, lhs: Expr): Type | 'blank' | 'invalid' {
  const inner = unparen(lhs);
  if (inner.kind === 'Ident' && inner.name === '_') {
    c.recordDefinition(inner, undefined);
    return 'blank';
  }
  const object = inner.kind === 'Ident' ? c.lookup(inner.name) : undefined;
  const v = object?.kind === 'Var' && object.pkg === c.pkg ? object : undefined;
  const wasUsed = v?.used;
  const x = newOperand();
  expression(c, undefined, x, lhs);
  if (v && wasUsed !== undefined) v.used = wasUsed;
  if (x.mode === 'invalid' || !isValid(x.type)) return 'invalid';
  if (x.mode === 'variable' || x.mode === 'mapindex') {
    markReassigned(inner);
    return x.type;
  }
  reportUnassignable(c, x, inner);
  return 'invalid';
}

function reportUnassignable(c: Checker, x: Operand, inner: Expr): void {
  if (inner.kind === 'SelectorExpr' && inner.x.$tv?.mode === 'mapindex') {
    c.errorAt(x, 'UnaddressableFieldAssign', `cannot assign to struct field ${exprString(inner)} in map`);
    return;
  }
  c.errorAt(x, 'UnassignableOperand', `cannot assign to ${x.mode === 'nil' ? 'nil' : c.describeShort(x)} (neither addressable nor a map index expression)`);
}

/** lhs := rhs */
export function shortVarDecl(c: Checker, at: { readonly pos: number }, lhs: readonly Expr[], rhs: readonly Expr[]): void {
  const mark = c.delayedCount;
  const { scope } = c.env;
  const fresh: { readonly v: VarObject; readonly ident: Ident }[] = [];
  const seen = new Set<string>();
  let mistaken = false;
  const vars: VarObject[] = [];
  for (const e of lhs) {
    const v = shortVar(c, e, seen, fresh);
    if (v) vars.push(v);
    else {
      mistaken = true;
      vars.push(newVar('local', '_', e.pos, c.pkg, undefined));
    }
  }
  initVars(c, vars, rhs, undefined);
  c.processDelayed(mark);
  if (fresh.length === 0 && !mistaken) {
    c.softError(at.pos, 'NoNewVar', 'no new variables on left side of :=');
    return;
  }
  for (const { v, ident } of fresh) declare(c, scope, ident, v);
}

/** The variable that a name on the left of := denotes: one of this very scope, or a new one. */
function shortVar(c: Checker, e: Expr, seen: Set<string>, fresh: { v: VarObject; ident: Ident }[]): VarObject | undefined {
  if (e.kind !== 'Ident') {
    useLeft(c, e);
    c.error(e, 'BadDecl', `non-name ${exprString(e)} on left side of :=`);
    return undefined;
  }
  if (e.name !== '_') {
    if (seen.has(e.name)) {
      c.error(e, 'RepeatedDecl', `${e.name} repeated on left side of :=`);
      return undefined;
    }
    seen.add(e.name);
  }
  const known = c.env.scope.objects.get(e.name);
  if (known) {
    c.recordUse(e, known);
    if (known.kind === 'Var') {
      known.reassigned = true;
      c.recordType(e, 'variable', known.type ?? Typ.invalid, undefined);
      return known;
    }
    c.error(e, 'UnassignableOperand', `cannot assign to ${e.name}`);
    return undefined;
  }
  const v = newVar('local', e.name, e.pos, c.pkg, undefined);
  if (e.name === '_') c.recordDefinition(e, v);
  else fresh.push({ v, ident: e });
  return v;
}

// ---- Mismatched counts ----------------------------------------------------------------------------------------------

function measure(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

export function assignError(c: Checker, rhs: readonly Expr[], l: number, r: number): void {
  const [first] = rhs;
  if (!first) return;
  const [vars, values] = [measure(l, 'variable'), measure(r, 'value')];
  const call = unparen(first);
  if (rhs.length === 1 && call.kind === 'CallExpr') {
    c.error(first, 'WrongAssignCount', `assignment mismatch: ${vars} but ${exprString(call.fun)} returns ${values}`);
  } else c.error(first, 'WrongAssignCount', `assignment mismatch: ${vars} but ${values}`);
}

function returnError(c: Checker, s: ReturnStmt, want: readonly VarObject[], have: readonly Operand[]): void {
  const [l, r] = [want.length, have.length];
  const at = (r > l ? have[l] : have[r - 1])?.expr ?? s;
  const lines = `\n\thave ${typesSummary(c, have.map((x) => x.type), false, false)}\n\twant ${typesSummary(c, want.map((v) => v.type), false, false)}`;
  c.error(at, 'WrongResultCount', `${r > l ? 'too many' : 'not enough'} return values${lines}`);
}

/** "(int, string, ...T)": numbers without a type are just numbers. */
export function typesSummary(c: Checker, types: readonly (Type | undefined)[], variadic: boolean, hasDots: boolean): string {
  const shown = types.map((t, i) => {
    const last = i === types.length - 1;
    if (last && variadic && t?.kind === 'Slice') return `...${c.str(t.elem)}`;
    return `${typeSummary(c, t)}${last && hasDots ? '...' : ''}`;
  });
  return `(${shown.join(', ')})`;
}

function typeSummary(c: Checker, t: Type | undefined): string {
  if (!t || !isValid(t)) return 'unknown type';
  if (isUntyped(t)) return isUntypedNumeric(t) ? 'number' : t.name.replace('untyped ', '');
  return c.str(t);
}

