/** What must be known about a function's body before it is lowered. Function literals inside are functions of their own. */
import type * as syntax from '../syntax/nodes.ts';
import { walk } from '../syntax/walk.ts';
import type { LabelObject, VarObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';

export interface Facts {
  readonly defers: boolean;
  /** A defer statement stands in the body of a loop over a function. */
  readonly defersInRange: boolean;
  /** The body of such a loop returns from the function. */
  readonly returnsInRange: boolean;
  readonly gotoTargets: ReadonlySet<LabelObject>;
}

export function isFuncRange(f: Fn, s: syntax.RangeStmt): boolean {
  return f.typeOf(s.x).is('func');
}

/** Also notes the variables that bodies of loops over functions share with what is around them. */
export function factsOf(f: Fn, body: syntax.BlockStmt): Facts {
  const gotoTargets = new Set<LabelObject>();
  let defers = false;
  let defersInRange = false;
  let returnsInRange = false;
  const visit = (root: syntax.Stmt, inRange: boolean): void =>
    walk(root, (node) => {
      if (node.kind === 'FuncLit') return false;
      if (node.kind === 'DeferStmt') {
        defers = true;
        if (inRange) defersInRange = true;
      }
      const label = node.kind === 'BranchStmt' && node.tok === 'goto' ? node.label?.$obj : undefined;
      if (label?.kind === 'Label') gotoTargets.add(label);
      if (node.kind !== 'RangeStmt' || !isFuncRange(f, node)) return true;
      if (returnsInside(node)) returnsInRange = true;
      for (const variable of freeVariables(node)) if (variable.reassigned) f.world.escaping.add(variable);
      visit(node.body, true);
      return false;
    });
  visit(body, false);
  return { defers, defersInRange, returnsInRange, gotoTargets };
}

/** Local variables that the loop's body uses and that are declared outside the loop. */
export function freeVariables(s: syntax.RangeStmt): readonly VarObject[] {
  const found = new Set<VarObject>();
  const note = (variable: VarObject): void => {
    const inside = variable.pos >= s.pos && variable.pos < s.end;
    if (!inside && variable.role !== 'package' && variable.role !== 'field') found.add(variable);
  };
  const roots = [s.body, ...(s.define ? [] : [s.key, s.value])];
  for (const root of roots) {
    if (root) walk(root, (node) => void (node.kind === 'Ident' && node.$obj?.kind === 'Var' && note(node.$obj)));
  }
  return [...found];
}

/** The body of the loop contains a return statement of the function around it. */
export function returnsInside(s: syntax.RangeStmt): boolean {
  let found = false;
  walk(s.body, (node) => {
    if (node.kind === 'ReturnStmt') found = true;
    return node.kind !== 'FuncLit';
  });
  return found;
}
