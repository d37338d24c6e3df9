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
import { ConstantBytes, constantValue, writeConstant } from './constants.ts';
import { isInteger, layoutOf, sizeOf } from './layout.ts';
import { mark } from './marks.ts';
import { carrier, intConst } from './numbers.ts';
import { add, cond, i32, i64, local, op, wrap } from './ops.ts';
import { order } from './order.ts';
import { memoryAt, part, read, reusable, snapshot } from './values.ts';
import type { Value } from './values.ts';

/** Lays out the bodies of clauses; `test` makes the code that jumps to one of their labels or to `none`. */
export function clauses(f: Fn, list: readonly { readonly isDefault: boolean; readonly body: () => void }[], test: (labels: readonly LabelId[], none: LabelId) => void): void {
  f.block((out) => {
    const labels = list.map(() => f.newLabel());
    const defaultIndex = list.findIndex((clause) => clause.isDefault);
    const none = defaultIndex < 0 ? out : must(labels[defaultIndex], 'default clause');
    withTarget(f, { breakTo: out, continueTo: undefined }, () => {
      if (list.length > mostNested) return flatClauses(f, list, test, { labels, none, out });
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

/** More clauses than this are not nested: everything that descends the code would descend as deep. */
const mostNested = 100;

/** Tests, then the bodies one behind the other: label Ci, body, br out. */
function flatClauses(f: Fn, list: Parameters<typeof clauses>[1], test: Parameters<typeof clauses>[2], to: { readonly labels: readonly LabelId[]; readonly none: LabelId; readonly out: LabelId }): void {
  test(to.labels, to.none);
  list.forEach((clause, i) => {
    f.emit({ k: 'label', label: must(to.labels[i], 'label') });
    const outerFallthrough = f.fallthroughTo;
    f.fallthroughTo = to.labels[i + 1];
    clause.body();
    f.fallthroughTo = outerFallthrough;
    f.br(to.out);
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
    if (tag && (jumpTable(f, s, tag, labels, none) || searchTable(f, s, tag, labels, none))) return;
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

/** Many constants that are not dense are searched for in a table; where one is found says where to go. */
function searchTable(f: Fn, s: syntax.SwitchStmt, tag: Value, labels: readonly LabelId[], none: LabelId): boolean {
  const cases = s.clauses.flatMap((clause, i) => (clause.exprs ?? []).map((e) => ({ constant: e.$tv?.value, label: must(labels[i], 'label') })));
  if (cases.length <= mostNested || !(tag.type.is('string') || isInteger(tag.type))) return false;
  const size = sizeOf(tag.type);
  const data = new ConstantBytes(size * cases.length, layoutOf(tag.type).align);
  if (!cases.every(({ constant }, i) => constant && writeConstant(f, data, i * size, constantValue(f, constant, tag.type)))) return false;
  const i = f.newLocal('i32');
  f.set(i, i32(0));
  f.block((found) => {
    const again = f.newLabel();
    const body = f.body(() => {
      const row = memoryAt(f, tag.type, add(f.symbol({ k: 'data', data }), op('i32.mul', local(i), i32(size))));
      f.if(compare(f, '==', tag, read(row)), [{ k: 'br', label: found }]);
      f.set(i, add(local(i), i32(1)));
      f.if(op('i32.lt_u', local(i), i32(cases.length)), [{ k: 'br', label: again }]);
    });
    f.emit({ k: 'loop', label: again, body });
  });
  f.emit({ k: 'switch', value: local(i), labels: cases.map(({ label }) => label), other: none });
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
