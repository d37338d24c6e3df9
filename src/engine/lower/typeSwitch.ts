/** Type switches (specification: "Type switches"). */
import { must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { dynamicValue, hasType } from './assertions.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { mark } from './marks.ts';
import { eqz } from './ops.ts';
import { order } from './order.ts';
import { clauses } from './switch.ts';
import { part, reusable } from './values.ts';
import type { Value } from './values.ts';
import { declare, variableType } from './variables.ts';

export function typeSwitchStatement(f: Fn, s: syntax.TypeSwitchStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  if (s.init) f.dispatch.stmt(f, s.init);
  f.pendingLabel = label;
  mark(f, { pos: s.pos, end: s.x.end });
  const guard = unparen(s.x);
  const operand = guard.kind === 'TypeAssertExpr' ? guard.x : guard;
  order(f, [operand]);
  const value = reusable(f, f.expr(operand));
  const bodies = s.clauses.map((clause) => ({
    isDefault: clause.exprs === undefined,
    body: () => {
      bind(f, clause, value);
      f.dispatch.stmts(f, clause.body);
    },
  }));
  clauses(f, bodies, (labels, none) => {
    s.clauses.forEach((clause, i) => {
      for (const e of clause.exprs ?? []) f.if(matches(f, value, e), [{ k: 'br', label: must(labels[i], 'label') }]);
    });
    f.br(none);
  });
}

/** The type of a case; undefined for nil. */
function caseType(f: Fn, e: syntax.Expr): GoType | undefined {
  const x = unparen(e);
  const isNil = x.$tv?.mode === 'nil' || (x.kind === 'Ident' && x.$obj?.kind === 'Nil');
  return isNil ? undefined : f.typeOf(e);
}

function matches(f: Fn, value: Value, e: syntax.Expr): Expr {
  const type = caseType(f, e);
  return type ? hasType(f, value, type) : eqz(part(value));
}

/** In a clause with one type the variable has that type, else the interface's. */
function bind(f: Fn, clause: syntax.CaseClause, value: Value): void {
  const variable = clause.$implicit;
  if (variable?.kind !== 'Var') return;
  const type = variableType(f, variable);
  declare(f, variable, type === value.type ? value : dynamicValue(value, type));
}
