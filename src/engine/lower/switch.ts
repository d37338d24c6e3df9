/**
 * Expression switches (specification: "Expression switches").
 *
 *   block out { block Cn { ... block C2 { block C1 { tests: br Ci, else default or out } body1; br out } body2; br out ... } bodyn }
 *
 * Bodies stand in source order, so that fallthrough is falling out of a block. Dense integer constants use a jump table.
 */
import { must } from '../../base/assert.ts';
import type { Expr, LabelId } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { toInt } from '../types/constant.ts';
import { compare } from './compare.ts';
import { withTarget } from './control.ts';
import { exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import { isInteger } from './layout.ts';
import { mark } from './marks.ts';
import { carrier, intConst } from './numbers.ts';
import { cond, i32, i64, op, wrap } from './ops.ts';
import { order } from './order.ts';
import { part, reusable, snapshot } from './values.ts';
import type { Value } from './values.ts';

/** Lays out the bodies of clauses; `test` makes the code that jumps to one of their labels or to `none`. */
export function clauses(f: Fn, list: readonly { readonly isDefault: boolean; readonly body: () => void }[], test: (labels: readonly LabelId[], none: LabelId) => void): void {
  f.block((out) => {
    const labels = list.map(() => f.newLabel());
    const defaultIndex = list.findIndex((clause) => clause.isDefault);
    const none = defaultIndex < 0 ? out : must(labels[defaultIndex], 'default clause');
    withTarget(f, { breakTo: out, continueTo: undefined }, () => {
      let inner = f.body(() => test(labels, none));
      list.forEach((clause, i) => {
        const [label, next] = [must(labels[i], 'label'), labels[i + 1]];
        const before = inner;
        inner = f.body(() => {
          f.emit({ k: 'block', label, body: before });
          const outerFallthrough = f.fallthroughTo;
          f.fallthroughTo = next;
          clause.body();
          f.fallthroughTo = outerFallthrough;
          if (next !== undefined) f.br(out);
        });
      });
      inner.forEach((stmt) => f.emit(stmt));
    });
  });
}

export function switchStatement(f: Fn, s: syntax.SwitchStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  if (s.init) f.dispatch.stmt(f, s.init);
  f.pendingLabel = label;
  let tag: Value | undefined;
  if (s.tag) {
    mark(f, { pos: s.pos, end: s.tag.end });
    order(f, [s.tag]);
    const value = f.expr(s.tag);
    tag = value.k === 'memory' ? snapshot(f, value) : reusable(f, value);
  }
  const bodies = s.clauses.map((clause) => ({ isDefault: clause.exprs === undefined, body: () => f.dispatch.stmts(f, clause.body) }));
  clauses(f, bodies, (labels, none) => {
    if (tag && jumpTable(f, s, tag, labels, none)) return;
    s.clauses.forEach((clause, i) => testClause(f, clause, tag, must(labels[i], 'label')));
    f.br(none);
  });
}

function testClause(f: Fn, clause: syntax.CaseClause, tag: Value | undefined, label: LabelId): void {
  for (const e of clause.exprs ?? []) {
    f.statementScope(() => {
      if (!tag) mark(f, e);
      order(f, [e]);
      const test = tag ? compare(f, '==', tag, caseValue(f, e, tag)) : part(f.expr(e));
      f.if(test, [{ k: 'br', label }]);
    });
  }
}

function caseValue(f: Fn, e: syntax.Expr, tag: Value): Value {
  return e.$tv?.value && !tag.type.is('interface') ? exprAs(f, e, tag.type) : f.expr(e);
}

const fewestForTable = 4;

function jumpTable(f: Fn, s: syntax.SwitchStmt, tag: Value, labels: readonly LabelId[], none: LabelId): boolean {
  if (!isInteger(tag.type)) return false;
  const targets = new Map<number, LabelId>();
  for (const [i, clause] of s.clauses.entries()) {
    for (const e of clause.exprs ?? []) {
      const value = e.$tv?.value && toInt(e.$tv.value)?.value;
      if (value === undefined || value < -(2n ** 31n) || value >= 2n ** 31n) return false;
      if (!targets.has(Number(value))) targets.set(Number(value), must(labels[i], 'label'));
    }
  }
  if (targets.size < fewestForTable) return false;
  const least = Math.min(...targets.keys());
  const count = Math.max(...targets.keys()) - least + 1;
  if (count > targets.size * 4 + 8) return false;
  const table = Array.from({ length: count }, (_, i) => targets.get(least + i) ?? none);
  f.emit({ k: 'switch', value: tableIndex(f, tag, least, count), labels: table, other: none });
  return true;
}

/** Index in the table; anything at or above its length goes to `other`. */
function tableIndex(f: Fn, tag: Value, least: number, count: number): Expr {
  const width = carrier(tag.type);
  const distance = op(`${width}.sub`, part(tag), intConst(tag.type, least));
  if (width === 'i32') return distance;
  const held = f.reuse(distance, 'i64');
  return cond('i32', op('i64.lt_u', held, i64(count)), wrap(held), i32(-1));
}
