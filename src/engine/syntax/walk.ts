/** Visiting a syntax tree without knowing its nodes. */
import { assertUnreachable } from '../../base/assert.ts';
import type { CaseClause, CommClause, Decl, Expr, Field, File, Stmt } from './nodes.ts';

export type Node = Expr | Stmt | Decl | CaseClause | CommClause;

/** Visits node and all below it in source order; a node is not descended into if `enter` returns false for it. Without recursion: trees may be deep. */
export function walk(node: Node, enter: (node: Node) => boolean | void): void {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (enter(next) === false) continue;
    const first = waiting.length;
    forEachChild(next, (child) => void waiting.push(child));
    reverseFrom(waiting, first);
  }
}

function reverseFrom(list: Node[], first: number): void {
  for (let i = first, j = list.length - 1; i < j; i++, j--) [list[i], list[j]] = [list[j] as Node, list[i] as Node];
}

export function walkFile(file: File, enter: (node: Node) => boolean | void): void {
  enter(file.packageName);
  for (const decl of file.decls) walk(decl, enter);
}

/**
 * Calls `visit` for the direct children in source order. Every node is visited once: a type that neighbouring fields share after the last
 * of their names, and what a const spec repeats only with the spec that it stands in. Fields are no nodes, their names, types and tags are.
 */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  if (isStmt(node)) visitStmt(node, visit);
  else if (isDecl(node)) visitDecl(node, visit);
  else visitExpr(node, visit);
}

type StmtLike = Stmt | CaseClause | CommClause;

function isStmt(node: Node): node is StmtLike {
  return node.kind.endsWith('Stmt') || node.kind === 'CaseClause' || node.kind === 'CommClause';
}

function isDecl(node: Node): node is Decl {
  return node.kind.endsWith('Decl');
}

type Visit = (child: Node) => void;

function maybe(node: Node | undefined, visit: Visit): void {
  if (node !== undefined) visit(node);
}

function each(list: readonly Node[] | undefined, visit: Visit): void {
  if (list !== undefined) for (const node of list) visit(node);
}

function visitFields(fields: readonly Field[] | undefined, visit: Visit): void {
  fields?.forEach((field, i) => {
    maybe(field.name, visit);
    if (fields[i + 1]?.type === field.type) return;
    visit(field.type);
    maybe(field.tag, visit);
  });
}

/** Long because it is a table. */
function visitExpr(x: Expr, visit: Visit): void {
  switch (x.kind) {
    case 'BadExpr':
    case 'Ident':
    case 'BasicLit': return;
    case 'CompositeLit':
      maybe(x.type, visit);
      return each(x.elements, visit);
    case 'KeyValueExpr': return each([x.key, x.value], visit);
    case 'FuncLit': return each([x.type, x.body], visit);
    case 'ParenExpr':
    case 'StarExpr':
    case 'UnaryExpr': return visit(x.x);
    case 'SelectorExpr': return each([x.x, x.sel], visit);
    case 'IndexExpr':
      visit(x.x);
      return each(x.indices, visit);
    case 'SliceExpr':
      visit(x.x);
      maybe(x.low, visit);
      maybe(x.high, visit);
      return maybe(x.max, visit);
    case 'TypeAssertExpr':
      visit(x.x);
      return maybe(x.type, visit);
    case 'CallExpr':
      visit(x.fun);
      return each(x.args, visit);
    case 'BinaryExpr': return each([x.x, x.y], visit);
    case 'ArrayType':
      if (x.length !== 'dots') maybe(x.length, visit);
      return visit(x.elem);
    case 'StructType': return visitFields(x.fields, visit);
    case 'FuncType':
      visitFields(x.typeParams, visit);
      visitFields(x.params, visit);
      return visitFields(x.results, visit);
    case 'InterfaceType': return visitFields(x.elements, visit);
    case 'MapType': return each([x.key, x.value], visit);
    case 'ChanType': return visit(x.elem);
    case 'EllipsisExpr': return maybe(x.elem, visit);
    default: return assertUnreachable(x);
  }
}

/** Long because it is a table. */
function visitStmt(s: StmtLike, visit: Visit): void {
  switch (s.kind) {
    case 'BadStmt':
    case 'EmptyStmt': return;
    case 'DeclStmt': return each(s.decls, visit);
    case 'LabeledStmt': return each([s.label, s.body], visit);
    case 'ExprStmt':
    case 'IncDecStmt': return visit(s.x);
    case 'SendStmt': return each([s.chan, s.value], visit);
    case 'AssignStmt':
      each(s.lhs, visit);
      return each(s.rhs, visit);
    case 'GoStmt':
    case 'DeferStmt': return visit(s.call);
    case 'ReturnStmt': return each(s.results, visit);
    case 'BranchStmt': return maybe(s.label, visit);
    case 'BlockStmt': return each(s.list, visit);
    case 'IfStmt':
      maybe(s.init, visit);
      each([s.cond, s.then], visit);
      return maybe(s.else, visit);
    case 'SwitchStmt':
      maybe(s.init, visit);
      maybe(s.tag, visit);
      return each(s.clauses, visit);
    case 'TypeSwitchStmt':
      maybe(s.init, visit);
      maybe(s.bind, visit);
      visit(s.x);
      return each(s.clauses, visit);
    case 'SelectStmt': return each(s.clauses, visit);
    case 'CaseClause':
      each(s.exprs, visit);
      return each(s.body, visit);
    case 'CommClause':
      maybe(s.comm, visit);
      return each(s.body, visit);
    case 'ForStmt':
      maybe(s.init, visit);
      maybe(s.cond, visit);
      maybe(s.post, visit);
      return visit(s.body);
    case 'RangeStmt':
      maybe(s.key, visit);
      maybe(s.value, visit);
      return each([s.x, s.body], visit);
    default: return assertUnreachable(s);
  }
}

function visitDecl(d: Decl, visit: Visit): void {
  switch (d.kind) {
    case 'BadDecl': return;
    case 'ImportDecl':
      maybe(d.name, visit);
      return visit(d.path);
    case 'ConstDecl':
      each(d.names, visit);
      if (d.implicit) return;
      maybe(d.type, visit);
      return each(d.values, visit);
    case 'VarDecl':
      each(d.names, visit);
      maybe(d.type, visit);
      return each(d.values, visit);
    case 'TypeDecl':
      visit(d.name);
      visitFields(d.typeParams, visit);
      return visit(d.type);
    case 'FuncDecl':
      if (d.recv !== undefined) visitFields([d.recv], visit);
      each([d.name, d.type], visit);
      return maybe(d.body, visit);
    default: return assertUnreachable(d);
  }
}
