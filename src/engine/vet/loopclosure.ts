/**
 * loopclosure: before Go 1.22 all iterations of a loop shared its variables, so that a function started or deferred at the end of the body sees
 * what later iterations make of them.
 */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { walk, walkFile } from '../syntax/walk.ts';
import type { Obj } from '../types/objects.ts';
import { calledFunction, fullName, type Pass } from './pass.ts';

export function loopclosure(pass: Pass): void {
  for (const file of pass.pkg.files) {
    if (file.goVersion === undefined || Number(file.goVersion.version.split('.')[1]) >= 22) continue;
    walkFile(file, (node) => {
      if (node.kind === 'ForStmt' || node.kind === 'RangeStmt') loop(pass, node);
    });
  }
}

function loop(pass: Pass, s: syntax.ForStmt | syntax.RangeStmt): void {
  const variables = new Set(changedBy(s).flatMap((e) => (e?.kind === 'Ident' && e.$obj ? [e.$obj] : [])));
  const literal = startedAtEnd(s.body);
  if (variables.size === 0 || !literal) return;
  walk(literal.body, (node) => {
    if (node.kind === 'Ident' && variables.has(node.$obj as Obj)) pass.report(node, `loop variable ${node.name} captured by func literal`);
  });
}

/** What the next iteration changes. */
function changedBy(s: syntax.ForStmt | syntax.RangeStmt): readonly (syntax.Expr | undefined)[] {
  if (s.kind === 'RangeStmt') return [s.key, s.value];
  if (s.post?.kind === 'AssignStmt') return s.post.lhs;
  return s.post?.kind === 'IncDecStmt' ? [s.post.x] : [];
}

/** The function literal that the last statement of the body starts, defers, or hands to an errgroup. */
function startedAtEnd(body: syntax.BlockStmt): syntax.FuncLit | undefined {
  const last = body.list.at(-1);
  if (last?.kind === 'GoStmt' || last?.kind === 'DeferStmt') {
    const call = unparen(last.call);
    return call.kind === 'CallExpr' ? asLiteral(call.fun) : undefined;
  }
  const call = last?.kind === 'ExprStmt' ? unparen(last.x) : undefined;
  if (call?.kind !== 'CallExpr') return undefined;
  const f = calledFunction(call);
  return f && fullName(f) === '(*golang.org/x/sync/errgroup.Group).Go' ? asLiteral(call.args[0]) : undefined;
}

function asLiteral(e: syntax.Expr | undefined): syntax.FuncLit | undefined {
  const x = e && unparen(e);
  return x?.kind === 'FuncLit' ? x : undefined;
}
