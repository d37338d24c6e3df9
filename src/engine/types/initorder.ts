/** The order of initialisation of package-level variables (specification, "Package initialization"). */
import type { Checker } from './checker.ts';
import { note } from './declare.ts';
import { ensureChecked } from './function.ts';
import type { ConstObject, FuncObject, Initializer, Obj, VarObject } from './objects.ts';

/**
 * Fills pkg.initOrder, and reports variables that depend on themselves. As in gc, variables without initialisers have their turn too: what is
 * declared first among those that depend on nothing comes next.
 */
export function initOrder(c: Checker): void {
  const initializers = collectInitializers(c);
  const needs = new Map([...initializers].map(([object, init]) => [object, neededBy(c, object, init)]));
  reportCycles(c);
  const order = new Queue([...c.decls.keys()].filter((object) => object.kind === 'Var'), needs);
  const done = new Set<Initializer>();
  for (let object = order.next(); object !== undefined; object = order.next()) {
    const init = initializers.get(object);
    if (init && !done.has(init)) c.pkg.initOrder.push(init);
    if (init) done.add(init);
  }
}

/** Objects in the order of their declarations, each as soon as what it needs has been given; after a cycle any that is left. */
class Queue {
  private readonly objects: readonly Obj[];
  private readonly missing: Int32Array;
  private readonly given: Uint8Array;
  private readonly dependents = new Map<Obj, number[]>();
  /** No object before this one is ready. */
  private first = 0;

  constructor(objects: readonly Obj[], needs: ReadonlyMap<Obj, ReadonlySet<Obj>>) {
    this.objects = objects;
    this.missing = new Int32Array(objects.length);
    this.given = new Uint8Array(objects.length);
    const known = new Set(objects);
    objects.forEach((object, i) => {
      for (const other of needs.get(object) ?? []) {
        if (!known.has(other)) continue;
        this.missing[i] = (this.missing[i] ?? 0) + 1;
        const list = this.dependents.get(other);
        if (list) list.push(i);
        else this.dependents.set(other, [i]);
      }
    });
  }

  next(): Obj | undefined {
    let i = this.first;
    while (i < this.objects.length && (this.given[i] === 1 || this.missing[i] !== 0)) i++;
    if (i === this.objects.length) i = this.given.indexOf(0);
    const object = this.objects[i];
    if (object === undefined) return undefined;
    this.given[i] = 1;
    this.first = i + 1;
    for (const dependent of this.dependents.get(object) ?? []) {
      this.missing[dependent] = (this.missing[dependent] ?? 0) - 1;
      if (this.missing[dependent] === 0) this.first = Math.min(this.first, dependent);
    }
    return object;
  }
}

/** The initialiser of each variable that has one. */
function collectInitializers(c: Checker): Map<Obj, Initializer> {
  const found = new Map<Obj, Initializer>();
  for (const [object, info] of c.decls) {
    if (object.kind !== 'Var' || !info.init || found.has(object)) continue;
    const lhs = info.lhs ?? [object];
    const init = { lhs, rhs: info.init };
    for (const v of lhs) found.set(v, init);
  }
  return found;
}

/** Other variables that the variable's initialiser needs, also by way of functions. */
function neededBy(c: Checker, variable: Obj, init: Initializer): Set<Obj> {
  const needed = new Set<Obj>();
  const seen = new Set<Obj>();
  const visit = (object: Obj): void => {
    for (const dep of dependencies(c, object)) {
      if (dep.kind === 'Var') needed.add(dep);
      else if (dep.kind === 'Func' && !seen.has(dep)) {
        seen.add(dep);
        visit(dep);
      }
    }
  };
  visit(variable);
  for (const v of init.lhs) needed.delete(v);
  return needed;
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
  // At the earliest of its variables and constants.
  const first = found.reduce((best, o, i) => (o.kind !== 'Func' && (best < 0 || o.pos < (found[best]?.pos ?? 0)) ? i : best), -1);
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
