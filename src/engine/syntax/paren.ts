import type { Expr } from './nodes.ts';

/** x without the parentheses around it. */
export function unparen(x: Expr): Expr {
  while (x.kind === 'ParenExpr') x = x.x;
  return x;
}
