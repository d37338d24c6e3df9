/** if, for, labels and branches. */
import { bug, must } from '../../base/assert.ts';
import type { Expr, LabelId, Stmt } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { LabelObject } from '../types/objects.ts';
import type { Fn, Target } from './fn.ts';
import { mark, pollIn } from './marks.ts';
import { not } from './ops.ts';
import { order } from './order.ts';
import { allocate, part, read, variablePlace, write } from './values.ts';
import { variableType } from './variables.ts';

/** So many ifs of a chain become nested code; what follows them is reached by a jump, for deep code costs stack in all that visits it. */
const longestNest = 32;

/**
 *   if a {} else { if b {} else ... }        or for long chains        block out { if a { ...; br out }; if b { ...; br out }; ... }
 */
export function ifStatement(f: Fn, s: syntax.IfStmt): void {
  const clauses: syntax.IfStmt[] = [];
  let last: syntax.Stmt | undefined = s;
  for (; last?.kind === 'IfStmt'; last = last.else) clauses.push(last);
  if (clauses.length <= longestNest) return nestedIfs(f, clauses, last);
  f.block((out) => {
    for (const clause of clauses) f.emit({ k: 'if', cond: ifCondition(f, clause), then: [...ifBody(f, clause), { k: 'br', label: out }], else: [] });
    if (last) f.dispatch.stmt(f, last);
  });
}

function nestedIfs(f: Fn, [first, ...others]: readonly syntax.IfStmt[], last: syntax.Stmt | undefined): void {
  if (!first) {
    if (last) f.dispatch.stmt(f, last);
    return;
  }
  const cond = ifCondition(f, first);
  f.emit({ k: 'if', cond, then: ifBody(f, first), else: f.body(() => nestedIfs(f, others, last)) });
}

function ifCondition(f: Fn, s: syntax.IfStmt): Expr {
  if (s.init) f.dispatch.stmt(f, s.init);
  mark(f, s.cond);
  order(f, [s.cond]);
  return part(f.expr(s.cond));
}

function ifBody(f: Fn, s: syntax.IfStmt): readonly Stmt[] {
  return f.body(() => f.dispatch.stmts(f, s.then.list));
}

/** Lowers a loop or switch that break (and continue) can name. */
export function withTarget(f: Fn, target: Omit<Target, 'label'>, make: () => void): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  f.targets.push({ ...target, label });
  make();
  f.targets.pop();
}

/**
 *   block out { loop { cond? else out; block next { body }; copies; post; again } }
 */
export function forStatement(f: Fn, s: syntax.ForStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  if (s.init) f.dispatch.stmt(f, s.init);
  f.pendingLabel = label;
  const again = f.newLabel();
  f.block((out) => {
    const body = f.body(() => {
      if (s.cond) {
        mark(f, s.cond);
        f.statementScope(() => leaveUnless(f, must(s.cond, 'condition'), out));
      } else if (s.body.list.length === 0) mark(f, { pos: s.pos, end: s.body.pos });
      f.block((next) => withTarget(f, { breakTo: out, continueTo: next }, () => f.dispatch.stmts(f, s.body.list)));
      if (s.$perIteration !== false) freshCopies(f, s.init);
      if (s.post) f.dispatch.stmt(f, s.post);
      f.br(again);
    });
    f.emit({ k: 'loop', label: again, body: pollIn(f, body) });
  });
}

function leaveUnless(f: Fn, cond: syntax.Expr, out: LabelId): void {
  order(f, [cond]);
  f.if(not(part(f.expr(cond))), [{ k: 'br', label: out }]);
}

/** Every iteration has its own copy of the loop's variables; only boxed ones can be told apart. */
function freshCopies(f: Fn, init: syntax.Stmt | undefined): void {
  if (init?.kind !== 'AssignStmt' || !init.define) return;
  for (const e of init.lhs) {
    const variable = e.kind === 'Ident' && e.$obj?.kind === 'Var' ? e.$obj : undefined;
    const storage = variable && f.storage.get(variable);
    if (!variable || storage?.k !== 'boxed' || !variable.perIteration) continue;
    const box = allocate(f, variableType(f, variable));
    write(f, box, read(variablePlace(f, variable)));
    f.set(storage.local, box.base);
  }
}

export function labeledStatement(f: Fn, s: syntax.LabeledStmt): void {
  const object = s.$label ?? bug('label without object');
  const target = f.gotoLabels.get(object);
  if (target !== undefined) f.emit({ k: 'label', label: target });
  const kind = s.body.kind;
  if (kind === 'ForStmt' || kind === 'RangeStmt' || kind === 'SwitchStmt' || kind === 'TypeSwitchStmt' || kind === 'SelectStmt') {
    f.pendingLabel = object;
    f.dispatch.stmt(f, s.body);
    f.pendingLabel = undefined;
    return;
  }
  f.dispatch.stmt(f, s.body);
}

export function branch(f: Fn, s: syntax.BranchStmt): void {
  const label = s.label?.$obj?.kind === 'Label' ? s.label.$obj : undefined;
  switch (s.tok) {
    case 'fallthrough':
      return f.br(must(f.fallthroughTo, 'clause to fall into'));
    case 'goto': {
      const target = f.gotoLabels.get(must(label, 'label'));
      if (target !== undefined) return f.emit({ k: 'goto', label: target });
      return must(f.rangeBody, 'function around goto').leave(f, { k: 'branch', tok: 'goto', label });
    }
    default: {
      const to = targetOf(f, s.tok, label);
      if (to !== undefined) return f.br(to);
      return must(f.rangeBody, `target of ${s.tok}`).leave(f, { k: 'branch', tok: s.tok, label });
    }
  }
}

/** The label of the innermost (or named) statement that the branch leaves or continues, if it is in this function. */
export function targetOf(f: Fn, tok: 'break' | 'continue', label: LabelObject | undefined): number | undefined {
  for (let i = f.targets.length - 1; i >= 0; i--) {
    const target = f.targets[i];
    if (!target || (label && target.label !== label)) continue;
    const to = tok === 'continue' ? target.continueTo : target.breakTo;
    if (to !== undefined) return to;
  }
  return undefined;
}
