/** Statements. */
import type { BranchStmt, CommClause, Expr, ExprStmt, IfStmt, IncDecStmt, LabeledStmt, ReturnStmt, SelectStmt, SendStmt, Stmt } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { exprString } from '../syntax/print.ts';
import { assignment, assignVar, assignVars, initVars, shortVarDecl } from './assignments.ts';
import { channelElement } from './channel-element.ts';
import type { Checker } from './checker.ts';
import { localDeclarations } from './decl.ts';
import { note } from './declare.ts';
import { expression, rawExpression, use } from './expr.ts';
import { newLabel } from './object.ts';
import { binary } from './operators.ts';
import { newOperand } from './operand.ts';
import { allBoolean, allNumeric } from './predicates.ts';
import { rangeStatement } from './range.ts';
import { switchStatement, typeSwitchStatement } from './switch.ts';
import { objectString } from './typestring.ts';

export function statementList(c: Checker, list: readonly Stmt[]): void {
  for (const s of list) statement(c, s);
}

/** Breaks, continues, gotos and fallthroughs in the wrong place have been found by the parser. */
export function statement(c: Checker, s: Stmt): void {
  const mark = c.delayedCount;
  dispatch(c, s);
  // Function literals, before the scope that they see changes.
  c.processDelayed(mark);
}

function dispatch(c: Checker, s: Stmt): void {
  switch (s.kind) {
    case 'BadStmt':
    case 'EmptyStmt':
      return;
    case 'DeclStmt':
      return localDeclarations(c, s.decls);
    case 'LabeledStmt':
      return labeled(c, s);
    case 'ExprStmt':
      return expressionStatement(c, s);
    case 'SendStmt':
      return send(c, s);
    case 'IncDecStmt':
      return incDec(c, s);
    case 'AssignStmt':
      if (s.define) return shortVarDecl(c, { pos: s.opPos }, s.lhs, s.rhs);
      if (s.op) return assignOperation(c, s.lhs, s.rhs, s.op, s.opPos);
      return assignVars(c, s.lhs, s.rhs);
    case 'GoStmt':
      return suspendedCall(c, 'go', s.call);
    case 'DeferStmt':
      return suspendedCall(c, 'defer', s.call);
    case 'ReturnStmt':
      return returnStatement(c, s);
    case 'BranchStmt':
      return branch(c, s);
    case 'BlockStmt':
      return scoped(c, s, () => statementList(c, s.list));
    case 'IfStmt':
      return ifStatement(c, s);
    case 'SwitchStmt':
      return scoped(c, s, () => {
        if (s.init) statement(c, s.init);
        switchStatement(c, s);
      });
    case 'TypeSwitchStmt':
      return scoped(c, s, () => {
        if (s.init) statement(c, s.init);
        typeSwitchStatement(c, s);
      });
    case 'SelectStmt':
      return select(c, s);
    case 'ForStmt':
      return scoped(c, s, () => {
        if (s.init) statement(c, s.init);
        freshPerIteration(c, s);
        if (s.cond) condition(c, s.cond, 'for');
        if (s.post) statement(c, s.post);
        statement(c, s.body);
      });
    case 'RangeStmt':
      return rangeStatement(c, s);
    default:
      return assertUnreachable(s);
  }
}

/** The scope of an if reaches to the end of its last else. */
function ifStatement(c: Checker, s: IfStmt): void {
  let open = 0;
  let next: Stmt | undefined = s;
  for (; next?.kind === 'IfStmt'; next = next.else) {
    c.openScope(next);
    open++;
    if (next.init) statement(c, next.init);
    condition(c, next.cond, 'if');
    statement(c, next.then);
  }
  if (next) statement(c, next);
  for (; open > 0; open--) c.closeScope();
}

/** Runs f in a scope of its own. */
export function scoped(c: Checker, node: { readonly pos: number; readonly end: number }, f: () => void): void {
  c.openScope(node);
  f();
  c.closeScope();
}

function freshPerIteration(c: Checker, s: Stmt & { kind: 'ForStmt' }): void {
  if (s.init?.kind !== 'AssignStmt' || !s.init.define) return;
  s.$perIteration = c.allowsVersion(22);
  for (const object of c.env.scope.objects.values()) if (object.kind === 'Var') object.perIteration = s.$perIteration;
}

function condition(c: Checker, e: Expr, what: 'if' | 'for'): void {
  const x = newOperand();
  expression(c, undefined, x, e);
  if (x.mode !== 'invalid' && !allBoolean(x.type)) c.error(e, 'InvalidCond', `non-boolean condition in ${what} statement`);
}

function labeled(c: Checker, s: LabeledStmt): void {
  const { func } = c.env;
  const label = newLabel(s.label.name, s.label.pos, c.pkg);
  if (func && !func.labels.has(label.name)) func.labels.set(label.name, label);
  s.$label = label;
  c.recordDefinition(s.label, label);
  statement(c, s.body);
}

function expressionStatement(c: Checker, s: ExprStmt): void {
  const x = newOperand();
  const kind = rawExpression(c, undefined, x, s.x, undefined, false);
  if (x.mode === 'builtin') c.errorAt(x, 'UncalledBuiltin', `${c.describe(x)} must be called`);
  else if (x.mode === 'type') c.errorAt(x, 'NotAnExpr', `${c.describe(x)} is not an expression`);
  else if (kind !== 'statement') c.errorAt(x, 'UnusedExpr', `${c.describe(x)} is not used`);
}

function send(c: Checker, s: SendStmt): void {
  const [ch, value] = [newOperand(), newOperand()];
  expression(c, undefined, ch, s.chan);
  expression(c, undefined, value, s.value);
  if (ch.mode === 'invalid' || value.mode === 'invalid') return;
  const elem = channelElement(c, ch, 'send', (message) => c.error(s, 'InvalidSend', message));
  if (elem) assignment(c, value, elem, 'send');
}

function incDec(c: Checker, s: IncDecStmt): void {
  const x = newOperand();
  expression(c, undefined, x, s.x);
  if (x.mode === 'invalid') return;
  if (!allNumeric(x.type)) {
    c.error(s.x, 'NonNumericIncDec', `invalid operation: ${exprString(s.x)}${s.op} (non-numeric type ${c.str(x.type)})`);
    return;
  }
  assignVar(c, s.x, undefined, x, 'assignment');
}

function assignOperation(c: Checker, lhs: readonly Expr[], rhs: readonly Expr[], op: Parameters<typeof binary>[5], opPos: number): void {
  const [l, r] = [lhs[0], rhs[0]];
  if (!l || !r || lhs.length !== 1 || rhs.length !== 1) {
    c.error(opPos, 'MultiValAssignOp', `assignment operation ${op}= requires single-valued expressions`);
    return;
  }
  const x = newOperand();
  expression(c, undefined, x, l);
  binary(c, x, undefined, l, r, op);
  assignVar(c, l, undefined, x, 'assignment operation');
}

function suspendedCall(c: Checker, keyword: 'go' | 'defer', call: Expr): void {
  const code = keyword === 'go' ? 'InvalidGo' : 'InvalidDefer';
  if (unparen(call).kind !== 'CallExpr') {
    c.error(call, code, `expression in ${keyword} must be function call`);
    use(c, call);
    return;
  }
  const x = newOperand();
  const kind = rawExpression(c, undefined, x, call, undefined, false);
  if (kind === 'statement') return;
  const what = kind === 'conversion' ? 'requires function call, not conversion' : `discards result of ${c.describe(x)}`;
  c.errorAt(x, kind === 'conversion' ? code : 'UnusedResults', `${keyword} ${what}`);
}

function returnStatement(c: Checker, s: ReturnStmt): void {
  const results = c.env.signature?.results ?? [];
  const [named] = results;
  if (s.results.length > 0 || (named && named.name === '')) return initVars(c, results, s.results, s);
  if (!named) return;
  for (const v of results) {
    const found = c.lookup(v.name);
    if (!found || found === v || v.name === '_') continue;
    c.error(s, 'OutOfScopeResult', `result parameter ${v.name} not in scope at return${note(c, found.pos, `inner declaration of ${objectString(found, c.qualifier)}`)}`);
  }
}

function branch(c: Checker, s: BranchStmt): void {
  if (s.label) c.env.func?.branches.push(s.label);
}

function select(c: Checker, s: SelectStmt): void {
  multipleDefaults(c, s.clauses, (clause) => clause.comm === undefined);
  for (const clause of s.clauses) {
    if (!isCommunication(clause)) {
      c.error(clause.comm ?? clause, 'InvalidSelectCase', 'select case must be send or receive (possibly with assignment)');
      continue;
    }
    scoped(c, clause, () => {
      if (clause.comm) statement(c, clause.comm);
      statementList(c, clause.body);
    });
  }
}

function isCommunication(clause: CommClause): boolean {
  const { comm } = clause;
  if (!comm || comm.kind === 'SendStmt') return true;
  const rhs = comm.kind === 'ExprStmt' ? comm.x : comm.kind === 'AssignStmt' && comm.rhs.length === 1 && !comm.op ? comm.rhs[0] : undefined;
  const x = rhs && unparen(rhs);
  return x?.kind === 'UnaryExpr' && x.op === '<-';
}

export function multipleDefaults<T extends { readonly pos: number }>(c: Checker, clauses: readonly T[], isDefault: (clause: T) => boolean): void {
  const [first, ...others] = clauses.filter(isDefault);
  for (const other of others) c.error(other.pos, 'DuplicateDefault', `multiple defaults (first at ${c.position(first?.pos ?? 0)})`);
}
