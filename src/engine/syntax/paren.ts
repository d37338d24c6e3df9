/** Parentheses and operators on the way to the leftmost operand: where trees are deep in programs that are not. */
import type { BinaryExpr, Expr, ParenExpr } from './nodes.ts';

/** x without the parentheses around it. */
export function unparen(x: Expr): Expr {
  while (x.kind === 'ParenExpr') x = x.x;
  return x;
}

/** The nodes from e down to its leftmost operand, outermost first, and that operand. */
export function leftSpine(e: BinaryExpr | ParenExpr): { readonly spine: readonly (BinaryExpr | ParenExpr)[]; readonly leaf: Expr } {
  const spine: (BinaryExpr | ParenExpr)[] = [];
  let leaf: Expr = e;
  while (leaf.kind === 'BinaryExpr' || leaf.kind === 'ParenExpr') {
    spine.push(leaf);
    leaf = leaf.x;
  }
  return { spine, leaf };
}
