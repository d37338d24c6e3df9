/** The order of initialisation of package-level variables (specification, "Package initialization"). */
import type { Checker } from './checker.ts';
import { note } from './declare.ts';
import { ensureChecked } from './function.ts';
import type { ConstObject, FuncObject, Initializer, Obj, VarObject } from './objects.ts';

/** Fills pkg.initOrder, and reports variables that depend on themselves. */
export function initOrder(c: Checker): void {
  const initializers = collectInitializers(c);
  const needs = new Map<Initializer, Set<VarObject>>();
  for (const init of initializers) needs.set(init, reachableVars(c, init));
  reportCycles(c);
  const pending = [...initializers];
  const waiting = new Set(initializers.flatMap((init) => init.lhs));
  while (pending.length > 0) {
    // The first that depends on nothing uninitialised; after a cycle any will do.
    const ready = pending.findIndex((init) => [...(needs.get(init) ?? [])].every((v) => !waiting.has(v) || init.lhs.includes(v)));
    const [next] = pending.splice(ready < 0 ? 0 : ready, 1);
    if (!next) break;
    c.pkg.initOrder.push(next);
    for (const v of next.lhs) waiting.delete(v);
  }
}

function collectInitializers(c: Checker): Initializer[] {
  const list: Initializer[] = [];
  const seen = new Set<VarObject>();
  for (const [object, info] of c.decls) {
    if (object.kind !== 'Var' || !info.init || seen.has(object)) continue;
    const lhs = info.lhs ?? [object];
    for (const v of lhs) seen.add(v);
    list.push({ lhs, rhs: info.init });
  }
  return list;
}

/** Variables that the initialiser needs, also by way of functions. */
function reachableVars(c: Checker, init: Initializer): Set<VarObject> {
  const vars = new Set<VarObject>();
  const seen = new Set<Obj>();
  const visit = (object: Obj): void => {
    for (const dep of dependencies(c, object)) {
      if (dep.kind === 'Var') vars.add(dep);
      else if (dep.kind === 'Func' && !seen.has(dep)) {
        seen.add(dep);
        visit(dep);
      }
    }
  };
  for (const v of init.lhs) visit(v);
  return vars;
}

/** Package-level objects that the object's initialiser or body refers to. */
function dependencies(c: Checker, object: Obj): Iterable<Obj> {
  const info = c.decls.get(object);
  if (info?.funcDecl) ensureChecked(info.funcDecl);
  return info?.deps ?? [];
}

type Dependent = ConstObject | VarObject | FuncObject;

/** Cycles through variables, constants and functions; each object is in one report at most. */
function reportCycles(c: Checker): void {
  const done = new Set<Obj>();
  const path: Dependent[] = [];
  const visit = (object: Dependent): void => {
    const start = path.indexOf(object);
    if (done.has(object)) return;
    if (start >= 0) {
      const cycle = path.slice(start);
      if (cycle.some((o) => o.kind !== 'Func') && !cycle.some((o) => done.has(o))) {
        reportCycle(c, cycle);
        for (const o of cycle) done.add(o);
      }
      return;
    }
    path.push(object);
    for (const dep of dependencies(c, object)) if (dep.kind === 'Var' || dep.kind === 'Func' || dep.kind === 'Const') visit(dep);
    path.pop();
    done.add(object);
  };
  for (const object of c.decls.keys()) if (object.kind === 'Var' || object.kind === 'Const') visit(object);
}

function reportCycle(c: Checker, found: readonly Dependent[]): void {
  const first = found.findIndex((o) => o.kind !== 'Func');
  const cycle = [...found.slice(first), ...found.slice(0, first)];
  const [head] = cycle;
  if (!head) return;
  if (cycle.length === 1) {
    c.error(head.pos, 'InvalidInitCycle', `initialization cycle: ${head.name} refers to itself`);
    return;
  }
  const lines = cycle.map((o, i) => note(c, o.pos, `${o.name} refers to ${(cycle[i + 1] ?? head).name}`));
  c.error(head.pos, 'InvalidInitCycle', `initialization cycle for ${head.name}${lines.join('')}`);
}
