/** Statements: one case per kind of node. */
import { bug, must } from '../../base/assert.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { assign, assignAll, assignment, assignPairs, increment, prepare, targetType, tuple } from './assign.ts';
import { branch, forStatement, ifStatement, labeledStatement } from './control.ts';
import { builtin } from './builtins.ts';
import { call } from './calls.ts';
import { receive, send } from './channels.ts';
import { exprAs } from './convert.ts';
import { deferStatement, goStatement } from './defer.ts';
import type { Fn } from './fn.ts';
import { leave } from './functions.ts';
import { mark } from './marks.ts';
import { nameVariable } from './naming.ts';
import { order } from './order.ts';
import { rangeStatement } from './range.ts';
import { returnValues } from './returns.ts';
import { selectStatement } from './selectStatement.ts';
import { switchStatement } from './switch.ts';
import { typeSwitchStatement } from './typeSwitch.ts';
import { placeOf } from './values.ts';
import { declare } from './variables.ts';

export function statement(f: Fn, s: syntax.Stmt): void {
  f.statementScope(() => lowerStatement(f, s));
}
export function statements(f: Fn, list: readonly syntax.Stmt[]): void {
  for (const s of list) statement(f, s);
}

function lowerStatement(f: Fn, s: syntax.Stmt): void {
  switch (s.kind) {
    case 'BadStmt':
      return bug('a bad statement reached the lowering');
    case 'EmptyStmt':
      return;
    case 'DeclStmt':
      for (const decl of s.decls) if (decl.kind === 'VarDecl') variableDeclaration(f, decl);
      return;
    case 'LabeledStmt':
      return labeledStatement(f, s);
    case 'BlockStmt':
      return statements(f, s.list);
    case 'IfStmt':
      return ifStatement(f, s);
    case 'ForStmt':
      return forStatement(f, s);
    case 'RangeStmt':
      return rangeStatement(f, s);
    case 'SwitchStmt':
      return switchStatement(f, s);
    case 'TypeSwitchStmt':
      return typeSwitchStatement(f, s);
    case 'SelectStmt':
      return selectStatement(f, s);
    default:
      mark(f, s);
      return simpleStatement(f, s);
  }
}

function simpleStatement(f: Fn, s: Exclude<syntax.Stmt, { kind: 'BadStmt' | 'EmptyStmt' | 'DeclStmt' | 'LabeledStmt' | 'BlockStmt' | 'IfStmt' | 'ForStmt' | 'RangeStmt' | 'SwitchStmt' | 'TypeSwitchStmt' | 'SelectStmt' }>): void {
  switch (s.kind) {
    case 'ExprStmt':
      return expressionStatement(f, s.x);
    case 'SendStmt': {
      order(f, [s.chan, s.value]);
      const channel = f.expr(s.chan);
      return send(f, channel, exprAs(f, s.value, channel.type.as('chan').elem));
    }
    case 'IncDecStmt':
      return increment(f, s);
    case 'AssignStmt':
      return assignment(f, s);
    case 'GoStmt':
      return goStatement(f, s);
    case 'DeferStmt':
      return deferStatement(f, s);
    case 'ReturnStmt':
      return returnStatement(f, s);
    case 'BranchStmt':
      return branch(f, s);
  }
}

function expressionStatement(f: Fn, expr: syntax.Expr): void {
  const e = unparen(expr);
  order(f, [e]);
  if (e.kind === 'CallExpr' && e.$call === 'builtin') builtin(f, e);
  else if (e.kind === 'CallExpr' && e.$call !== 'conversion') call(f, e);
  else if (e.kind === 'UnaryExpr' && e.op === '<-') receive(f, f.expr(e.x));
  else f.expr(e);
}

/** A step only if there are values: declaring a zero variable does nothing one could watch. */
function variableDeclaration(f: Fn, decl: syntax.VarDecl): void {
  f.statementScope(() => {
    if (decl.values.length > 0) mark(f, decl);
    const types = decl.names.map((name) => targetType(f, name));
    order(f, decl.values, decl.values.length === 1, decl.values.length === types.length ? types : []);
    const targets = decl.names.map((name) => prepare(f, name, false));
    const only = decl.values[0];
    if (!only) {
      for (const name of decl.names) {
        if (name.$obj?.kind !== 'Var' || name.name === '_') continue;
        declare(f, name.$obj);
        nameVariable(f, name.$obj);
      }
      return;
    }
    if (decl.values.length === 1 && decl.names.length > 1) {
      const values = tuple(f, only);
      return targets.forEach((target, i) => assign(f, target(), must(values[i], 'value')));
    }
    assignPairs(f, decl.names, targets, decl.values, (e, i) => {
      const type = types[i];
      return type ? exprAs(f, e, type) : f.expr(e);
    });
  });
}

function returnStatement(f: Fn, s: syntax.ReturnStmt): void {
  if (f.rangeBody) return f.rangeBody.returnFrom(f, s);
  storeResults(f, s);
  leave(f);
}

/** Puts the values of a return statement where the results live. */
function storeResults(f: Fn, s: syntax.ReturnStmt): void {
  const values = returnValues(f, s);
  if (values.length === 0) return;
  const targets = f.resultStorage.map((storage, i) => {
    const place = placeOf(storage, must(f.resultTypes[i], 'type of result'), f);
    return () => ({ k: 'place', place, variable: undefined }) as const;
  });
  assignAll(f, targets, values);
}
