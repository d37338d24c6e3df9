/** Expression switches and type switches. */
import type { Expr, Ident, SwitchStmt, TypeSwitchStmt } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { boolConst, toFloat, toInt, toComplex } from './constant.ts';
import type { Const } from './constant.ts';
import { convertUntyped } from './conversion-untyped.ts';
import { declare, note } from './declare.ts';
import { checkAssertion, expression } from './expr.ts';
import { identical } from './identity.ts';
import { newVar } from './object.ts';
import type { VarObject } from './objects.ts';
import { comparison } from './operators.ts';
import { failed, invalidate, newOperand, setConstant } from './operand.ts';
import type { Operand } from './operand.ts';
import { hasNil, isComparable, isTypeParam, isValid } from './predicates.ts';
import { multipleDefaults, scoped, statementList } from './stmt.ts';
import type { Type } from './types.ts';
import { variableType } from './typexpr.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

/** A string that is equal for equal constants, whatever kind of number they are. */
export function caseKey(value: Const): string {
  switch (value.kind) {
    case 'bool':
      return `b${value.value}`;
    case 'string':
      return `s${value.value}`;
    default: {
      const integer = toInt(value);
      if (integer) return `n${integer.value}`;
      const real = toFloat(value);
      if (real) return `n${real.num}/${real.den}*${real.exp ?? 0}`;
      const complex = toComplex(value);
      return complex ? `${caseKey(complex.re)}+${caseKey(complex.im)}i` : '';
    }
  }
}

interface SeenCase {
  readonly type: Type;
  readonly pos: number;
}

export function switchStatement(c: Checker, s: SwitchStmt): void {
  const x = newOperand();
  if (s.tag) {
    expression(c, undefined, x, s.tag);
    assignment(c, x, undefined, 'switch expression');
    if (x.mode !== 'invalid' && !isComparable(x.type, true) && !hasNil(x.type)) {
      c.errorAt(x, 'InvalidExprSwitch', `cannot switch on ${c.describe(x)} (${c.str(x.type)} is not comparable)`);
      invalidate(x);
    }
  } else {
    setConstant(x, Typ.bool, boolConst(true));
    const pos = s.clauses[0]?.pos ?? s.rbrace;
    x.expr = { kind: 'Ident', name: 'true', pos, end: pos };
  }
  multipleDefaults(c, s.clauses, (clause) => clause.exprs === undefined);
  const seen = new Map<string, SeenCase[]>();
  for (const clause of s.clauses) {
    for (const e of clause.exprs ?? []) caseValue(c, x, e, seen);
    scoped(c, clause, () => statementList(c, clause.body));
  }
}

function caseValue(c: Checker, x: Operand, e: Expr, seen: Map<string, SeenCase[]>): void {
  const v = newOperand();
  expression(c, undefined, v, e);
  if (x.mode === 'invalid' || v.mode === 'invalid') return;
  convertUntyped(c, v, x.type);
  if (failed(v)) return;
  const result: Operand = { ...v };
  comparison(c, result, { ...x }, '==', true);
  if (result.mode === 'invalid' || v.mode !== 'constant' || !v.value || v.value.kind === 'bool' || v.value.kind === 'complex') return;
  const key = caseKey(v.value);
  const same = seen.get(key) ?? [];
  const previous = same.find((other) => identical(other.type, v.type));
  if (previous) {
    c.errorAt(v, 'DuplicateCase', `duplicate case ${c.describe(v)} in expression switch${note(c, previous.pos, 'previous case')}`);
    return;
  }
  seen.set(key, [...same, { type: v.type, pos: e.pos }]);
}

// ---- Type switches --------------------------------------------------------------------------------------------------

export function typeSwitchStatement(c: Checker, s: TypeSwitchStmt): void {
  let bind: Ident | undefined = s.bind;
  if (bind) {
    c.recordDefinition(bind, undefined);
    if (bind.name === '_') {
      c.softError(bind, 'NoNewVar', 'no new variable on left side of :=');
      bind = undefined;
    }
  }
  const x = newOperand();
  expression(c, undefined, x, s.x);
  if (x.mode === 'invalid') return;
  const subject = switchSubject(c, x);
  multipleDefaults(c, s.clauses, (clause) => clause.exprs === undefined);
  const seen: { readonly type: Type | undefined; readonly e: Expr }[] = [];
  const vars: VarObject[] = [];
  for (const clause of s.clauses) {
    let type: Type | undefined;
    for (const e of clause.exprs ?? []) type = caseType(c, subject, e, seen);
    scoped(c, clause, () => {
      if (bind) {
        // With one type the variable has it; with several or nil, that of the operand.
        const v = newVar('local', bind.name, bind.pos, c.pkg, clause.exprs?.length === 1 && type ? type : x.type);
        declare(c, c.env.scope, undefined, v);
        clause.$implicit = v;
        vars.push(v);
      }
      statementList(c, clause.body);
    });
  }
  if (!bind) return;
  // All the variables count as one.
  const used = vars.some((v) => v.used);
  for (const v of vars) v.used = true;
  if (!used) c.softError(bind, 'UnusedVar', `declared and not used: ${bind.name}`);
}

function switchSubject(c: Checker, x: Operand): Operand | undefined {
  if (isTypeParam(x.type)) c.errorAt(x, 'InvalidTypeSwitch', `cannot use type switch on type parameter value ${c.describe(x)}`);
  else if (under(x.type).kind === 'Interface') return x;
  else c.errorAt(x, 'InvalidTypeSwitch', `${c.describe(x)} is not an interface`);
  return undefined;
}

/** The type of one case; undefined for nil. */
function caseType(c: Checker, x: Operand | undefined, e: Expr, seen: { type: Type | undefined; e: Expr }[]): Type | undefined {
  let type: Type | undefined;
  if (isNil(c, e)) expression(c, undefined, newOperand(), e);
  else {
    type = variableType(c, e);
    if (!isValid(type)) return type;
  }
  const previous = seen.find((other) => (type && other.type ? identical(type, other.type) : type === other.type));
  if (previous) {
    c.error(e, 'DuplicateCase', `duplicate case ${type ? c.str(type) : 'nil'} in type switch${note(c, previous.e.pos, 'previous case')}`);
    return type;
  }
  seen.push({ type, e });
  if (x && type) checkAssertion(c, e, x, type, true);
  return type;
}

function isNil(c: Checker, e: Expr): boolean {
  const inner = unparen(e);
  return inner.kind === 'Ident' && c.lookup(inner.name)?.kind === 'Nil';
}
