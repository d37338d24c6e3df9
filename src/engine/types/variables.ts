/** Marks on variables that the compiler's escape analysis lives on: addressed, reassigned, captured. */
import type { Expr } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { Checker, FuncContext } from './checker.ts';
import type { VarObject } from './objects.ts';
import { under } from './under.ts';

/** The variable that holds the operand's memory: x in x.f.g and in x[i] for arrays; none behind a pointer, slice or map. */
function rootVariable(e: Expr): VarObject | undefined {
  switch (e.kind) {
    case 'ParenExpr':
      return rootVariable(unparen(e));
    case 'Ident':
      return e.$obj?.kind === 'Var' ? e.$obj : undefined;
    case 'SelectorExpr':
      if (e.$selection?.kind === 'qualified') return e.$selection.object.kind === 'Var' ? e.$selection.object : undefined;
      return e.$selection?.kind === 'field' && !e.$selection.indirect ? rootVariable(e.x) : undefined;
    case 'IndexExpr':
      return e.x.$tv && under(e.x.$tv.type).kind === 'Array' ? rootVariable(e.x) : undefined;
    default:
      return undefined;
  }
}

/** The operand's address is taken. */
export function markAddressed(e: Expr): void {
  const v = rootVariable(e);
  if (v) v.addressed = true;
}

/** The operand, or a part of a variable, is assigned to. */
export function markReassigned(e: Expr): void {
  const v = rootVariable(e);
  if (v) v.reassigned = true;
}

/** Uses in the function at hand of a variable that an enclosing one declares: all functions in between capture it. */
export function noteUse(c: Checker, v: VarObject): void {
  const owner = c.owners.get(v);
  if (!owner) return;
  for (let f: FuncContext | undefined = c.env.func; f && f !== owner; f = f.outer) {
    f.captures.add(v);
    v.captured = true;
  }
}
