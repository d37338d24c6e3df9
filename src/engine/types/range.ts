/** for ... range: over arrays, slices, strings, maps, channels, integers and functions. */
import type { Expr, RangeStmt } from '../syntax/nodes.ts';
import { assignVar, assignment, initVar } from './assignments.ts';
import type { Checker } from './checker.ts';
import { commonUnder } from './common.ts';
import type { Cause } from './common.ts';
import { declare } from './declare.ts';
import { expression } from './expr.ts';
import { identical } from './identity.ts';
import { newVar } from './object.ts';
import type { VarObject } from './objects.ts';
import { newOperand, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isBoolean, isInteger, isString } from './predicates.ts';
import { scoped, statement } from './stmt.ts';
import type { Signature, Type } from './types.ts';
import { exprString } from '../syntax/print.ts';
import { under } from './under.ts';
import { Typ, runeType } from './universe.ts';

export interface RangeTypes {
  readonly key: Type | undefined;
  readonly value: Type | undefined;
  readonly isFunc: boolean;
}

/** What ranging over the type yields, or why it cannot be ranged over. */
function rangeTypes(c: Checker, type: Type): RangeTypes | Cause {
  const common = commonUnder(type, c.typeName, (t, u) => (u?.kind === 'Chan' && u.dir === 'send' ? `receive from send-only channel ${c.str(t)}` : undefined));
  if ('cause' in common) return common;
  const core = common.type;
  const yields = (key: Type | undefined, value: Type | undefined): RangeTypes => ({ key, value, isFunc: false });
  const pointed = core.kind === 'Pointer' ? under(core.elem) : undefined;
  const u = pointed?.kind === 'Array' ? pointed : core;
  switch (u.kind) {
    case 'Basic':
      if (isString(u)) return yields(Typ.int, runeType);
      if (!isInteger(u)) return { cause: '' };
      return c.allowsVersion(22) ? yields(type, undefined) : { cause: c.versionNeeded(22) };
    case 'Array':
    case 'Slice':
      return yields(Typ.int, u.elem);
    case 'Map':
      return yields(u.key, u.value);
    case 'Chan':
      return yields(u.elem, undefined);
    case 'Signature':
      return c.allowsVersion(23) ? rangeOverFunc(c, u) : { cause: c.versionNeeded(23) };
    default:
      return { cause: '' };
  }
}

function rangeOverFunc(c: Checker, f: Signature): RangeTypes | Cause {
  const must = 'func must be func(yield func(...) bool)';
  if (f.params.length !== 1) return { cause: `${must}: wrong argument count` };
  if (f.results.length > 0) return { cause: `${must}: unexpected results` };
  const common = commonUnder(f.params[0]?.type ?? Typ.invalid, c.typeName);
  if ('cause' in common) return { cause: `${must}: in yield type, ${common.cause}` };
  const yieldFunc = common.type;
  if (yieldFunc.kind !== 'Signature') return { cause: `${must}: argument is not func` };
  const [key, value, extra] = yieldFunc.params;
  if (extra) return { cause: `${must}: yield func has too many parameters` };
  const result = yieldFunc.results[0]?.type;
  if (yieldFunc.results.length !== 1 || !result || !isBoolean(result)) return { cause: `${must}: yield func does not return bool` };
  if (!identical(result, Typ.bool)) return { cause: `${must}: yield func returns user-defined boolean, not bool` };
  return { key: key?.type, value: value?.type, isFunc: true };
}

export function rangeStatement(c: Checker, s: RangeStmt): void {
  const x = newOperand();
  expression(c, undefined, x, s.x);
  const types = x.mode === 'invalid' ? undefined : checkRange(c, s, x);
  scoped(c, s, () => {
    const integer = x.mode !== 'invalid' && isInteger(x.type);
    const sides = [
      { lhs: s.key, type: types?.key },
      { lhs: s.value, type: types?.value },
    ];
    if (s.define) defineVars(c, s, x, sides, integer);
    else if (s.key) assignSides(c, x, sides, integer);
    else if (integer) assignment(c, x, undefined, 'range clause');
    statement(c, s.body);
  });
}

function checkRange(c: Checker, s: RangeStmt, x: Operand): RangeTypes | undefined {
  const found = rangeTypes(c, x.type);
  const shown = c.describe(x);
  if ('cause' in found) {
    c.softError(x.expr ?? s, 'InvalidRangeExpr', `cannot range over ${shown}${found.cause ? `: ${found.cause}` : ''}`);
    return undefined;
  }
  if (!found.key && s.key) c.softError(s.key, 'InvalidIterVar', `range over ${shown} permits no iteration variables`);
  else if (!found.value && s.value) c.softError(s.value, 'InvalidIterVar', `range over ${shown} permits only one iteration variable`);
  else if (s.extra) c.softError(s.extra, 'InvalidIterVar', 'range clause permits at most two iteration variables');
  return found;
}

interface Side {
  readonly lhs: Expr | undefined;
  readonly type: Type | undefined;
}

function defineVars(c: Checker, s: RangeStmt, x: Operand, sides: readonly Side[], integer: boolean): void {
  s.$perIteration = c.allowsVersion(22);
  const fresh: { readonly v: VarObject; readonly ident: Expr & { kind: 'Ident' } }[] = [];
  for (const { lhs, type } of sides) {
    if (!lhs) continue;
    let v: VarObject;
    if (lhs.kind === 'Ident') {
      v = newVar('local', lhs.name, lhs.pos, c.pkg, undefined);
      v.perIteration = s.$perIteration;
      c.recordDefinition(lhs, v);
      if (lhs.name !== '_') fresh.push({ v, ident: lhs });
    } else {
      c.error(lhs, 'InvalidSyntaxTree', `non-name ${exprString(lhs)} on left side of :=`);
      v = newVar('local', '_', lhs.pos, c.pkg, undefined);
    }
    if (integer && type) initVar(c, v, x, 'range clause');
    else if (type) {
      const value = newOperand();
      setValue(value, type);
      value.expr = lhs;
      initVar(c, v, value, 'assignment');
    } else {
      v.type = Typ.invalid;
      v.used = true;
    }
    if (v.type) c.recordType(lhs, 'variable', v.type, undefined);
  }
  if (fresh.length === 0) c.error(s, 'NoNewVar', 'no new variables on left side of :=');
  for (const { v, ident } of fresh) declare(c, c.env.scope, ident, v);
}

function assignInteger(c: Checker, lhs: Expr, x: Operand): void {
  assignVar(c, lhs, undefined, x, 'range clause');
  // If it was untyped it has the type of the variable now.
  if (x.mode !== 'invalid' && !isInteger(x.type)) c.softError(lhs, 'InvalidRangeExpr', `cannot use iteration variable of type ${c.str(x.type)}`);
}

function assignSides(c: Checker, x: Operand, sides: readonly Side[], integer: boolean): void {
  for (const { lhs, type } of sides) {
    if (!lhs) continue;
    if (integer && type) assignInteger(c, lhs, x);
    else if (type) {
      const value = newOperand();
      setValue(value, type);
      value.expr = lhs;
      const recorded = lhs.$tv;
      assignVar(c, lhs, undefined, value, 'assignment');
      if (recorded) lhs.$tv = recorded;
    }
  }
}
