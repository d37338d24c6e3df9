/** Bodies of functions and function literals. */
import { bug } from '../../base/assert.ts';
import type { BlockStmt, FuncDecl, FuncLit } from '../syntax/nodes.ts';
import type { Checker, Environment, FuncContext } from './checker.ts';
import { settleUntyped } from './conversion-untyped.ts';
import { newScope } from './object.ts';
import { isTerminating } from './return.ts';
import { statementList } from './stmt.ts';
import type { Signature, TypeParam } from './types.ts';
import { under, unalias } from './under.ts';

/** Checks the body in the environment of its declaration; leaves the environment at hand as it was. */
export function functionBody(c: Checker, node: FuncDecl | FuncLit, signature: Signature, body: BlockStmt, env: Environment): void {
  const saved = c.env;
  const func: FuncContext = {
    outer: env.func, node, captures: new Set(), typeParams: typeParamsIn(env, signature), labels: new Map(), branches: [],
  };
  const scope = c.signatureScopes.get(signature) ?? newScope(env.scope, node.pos, node.end);
  c.env = { ...env, scope, signature, func };
  node.$scope = scope;
  node.$vars = { recv: signature.recv, params: signature.params, results: signature.results };
  for (const v of [...(signature.recv ? [signature.recv] : []), ...signature.params, ...signature.results]) c.owners.set(v, func);
  // A return statement with values assigns to named results.
  for (const v of signature.results) if (v.name !== '') v.reassigned = true;
  statementList(c, body.list);
  resolveLabels(c, func);
  if (signature.results.length > 0 && !isTerminating(body, undefined)) c.error(body.rbrace, 'MissingReturn', 'missing return');
  node.$captures = [...func.captures];
  c.env = saved;
}

/** A body checked when everything else has been, in a package without mistakes. */
export function lateCheck(c: Checker, check: () => void): void {
  check();
  c.processDelayed(0);
  settleUntyped(c);
  const wrong = c.diagnostics[0];
  if (wrong) bug(`library: ${c.position(wrong.pos)}: ${wrong.message}`);
}

/** Before the notes on a function's body are read: checks it if that was put off. */
export function ensureChecked(decl: FuncDecl): void {
  const check = decl.$check;
  decl.$check = undefined;
  check?.();
}

/** What is wrong with labels has been said by the parser. */
function resolveLabels(c: Checker, func: FuncContext): void {
  for (const ident of func.branches) {
    const label = func.labels.get(ident.name);
    if (!label) continue;
    label.used = true;
    c.recordUse(ident, label);
  }
}

/** Those of the function and of the functions around it, and for a method those of its receiver's type. */
function typeParamsIn(env: Environment, signature: Signature): readonly TypeParam[] {
  const outer = env.func?.typeParams ?? [];
  const recv = signature.recv?.type;
  const pointer = recv && under(recv).kind === 'Pointer' ? under(recv) : undefined;
  const base = recv && unalias(pointer?.kind === 'Pointer' ? pointer.elem : recv);
  const fromReceiver = base?.kind === 'Named' && base.origin ? base.origin.typeParams : [];
  return [...outer, ...fromReceiver, ...signature.typeParams];
}
