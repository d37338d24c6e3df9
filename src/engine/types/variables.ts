/** Marks on variables that the compiler's escape analysis lives on: addressed (the variable, or what it points to), reassigned, captured. */
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

/** The pointer variable behind which the operand's memory lies: p in p.f.g, p[i].f and (*p).f, perhaps in p.f where f is reached by another pointer. */
function pointerVariable(e: Expr): VarObject | undefined {
  switch (e.kind) {
    case 'ParenExpr':
      return pointerVariable(unparen(e));
    case 'SelectorExpr':
      return e.$selection?.kind === 'field' ? behind(unparen(e.x)) : undefined;
    case 'IndexExpr':
      return behind(unparen(e.x));
    case 'StarExpr':
      return named(unparen(e.x));
    default:
      return undefined;
  }
}

function behind(x: Expr): VarObject | undefined {
  const kind = x.$tv && under(x.$tv.type).kind;
  if (kind === 'Slice' || kind === 'Map') return undefined;
  return kind === 'Pointer' ? named(x) : pointerVariable(x);
}

function named(e: Expr): VarObject | undefined {
  return e.kind === 'Ident' && e.$obj?.kind === 'Var' ? e.$obj : undefined;
}

/** The operand's address is taken. */
export function markAddressed(e: Expr): void {
  const v = rootVariable(e);
  if (v) v.addressed = true;
  const pointer = pointerVariable(e);
  if (pointer) pointer.pointeeAddressed = true;
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
