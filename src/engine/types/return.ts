/** Whether control can run off the end of a function (specification, "Terminating statements"). */
import type { CaseClause, CommClause, IfStmt, Stmt } from '../syntax/nodes.ts';

/** `label` is the statement's own label, for breaks that name it. Run after the body is checked: calls of panic are known then. */
export function isTerminating(s: Stmt, label: string | undefined): boolean {
  switch (s.kind) {
    case 'ReturnStmt':
      return true;
    case 'BranchStmt':
      return s.tok === 'goto' || s.tok === 'fallthrough';
    case 'ExprStmt':
      return isPanic(s);
    case 'BlockStmt':
      return listTerminates(s.list);
    case 'IfStmt':
      return ifTerminates(s);
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
      return s.clauses.some((clause) => clause.exprs === undefined) && s.clauses.every((clause) => clauseTerminates(clause, label));
    case 'SelectStmt':
      return s.clauses.every((clause) => clauseTerminates(clause, label));
    case 'ForStmt':
      return s.cond === undefined && !hasBreak(s.body, label, true);
    case 'LabeledStmt':
      return isTerminating(s.body, s.label.name);
    default:
      return false;
  }
}

function ifTerminates(s: IfStmt): boolean {
  let next: Stmt | undefined = s;
  for (; next?.kind === 'IfStmt'; next = next.else) if (!isTerminating(next.then, undefined)) return false;
  return next !== undefined && isTerminating(next, undefined);
}

function isPanic(s: Stmt): boolean {
  let x = s.kind === 'ExprStmt' ? s.x : undefined;
  while (x?.kind === 'ParenExpr') x = x.x;
  if (x?.kind !== 'CallExpr' || x.$call !== 'builtin') return false;
  let fun = x.fun;
  while (fun.kind === 'ParenExpr') fun = fun.x;
  return fun.kind === 'Ident' && fun.$obj?.kind === 'Builtin' && fun.$obj.name === 'panic';
}

function listTerminates(list: readonly Stmt[]): boolean {
  const last = list.findLast((s) => s.kind !== 'EmptyStmt');
  return last !== undefined && isTerminating(last, undefined);
}

function clauseTerminates(clause: CaseClause | CommClause, label: string | undefined): boolean {
  return listTerminates(clause.body) && !clause.body.some((s) => hasBreak(s, label, true));
}

/** A break out of the statement at hand: one with its label or, where `implicit`, one without. */
function hasBreak(s: Stmt, label: string | undefined, implicit: boolean): boolean {
  const inside = (list: readonly Stmt[], implicitInside: boolean) => list.some((x) => hasBreak(x, label, implicitInside));
  switch (s.kind) {
    case 'BranchStmt':
      return s.tok === 'break' && (s.label ? s.label.name === label : implicit);
    case 'BlockStmt':
      return inside(s.list, implicit);
    case 'IfStmt':
      return ifHasBreak(s, label, implicit);
    case 'LabeledStmt':
      return hasBreak(s.body, label, implicit);
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt':
      return label !== undefined && s.clauses.some((clause: CaseClause | CommClause) => inside(clause.body, false));
    case 'ForStmt':
    case 'RangeStmt':
      return label !== undefined && hasBreak(s.body, label, false);
    default:
      return false;
  }
}

function ifHasBreak(s: IfStmt, label: string | undefined, implicit: boolean): boolean {
  let next: Stmt | undefined = s;
  for (; next?.kind === 'IfStmt'; next = next.else) if (hasBreak(next.then, label, implicit)) return true;
  return next !== undefined && hasBreak(next, label, implicit);
}
