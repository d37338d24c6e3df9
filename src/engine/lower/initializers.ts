/**
 * Package initialisation (specification: "Package initialization"). The initialisers of the program's own variables all run; those of the
 * library only if a variable is reached. Each is a function of its own, called by the entry function in order.
 */
import { must } from '../../base/assert.ts';
import type { Initializer, Package, VarObject } from '../types/objects.ts';
import { assignAll, tuple } from './assign.ts';
import type { Prepared } from './assign.ts';
import { exprAs } from './convert.ts';
import { Fn } from './fn.ts';
import type { Dispatch } from './fn.ts';
import { packagePrefix } from './functions.ts';
import { noEnv } from './goTypes.ts';
import type { Linker } from './linker.ts';
import { mark } from './marks.ts';
import { order } from './order.ts';
import type { Code, Lowered } from './symbols.ts';
import { variablePlace } from './values.ts';
import type { World } from './world.ts';

export class Initializers {
  private readonly packages: readonly Package[];
  private readonly owners = new Map<VarObject, { readonly pkg: Package; readonly initializer: Initializer }>();
  private readonly reached = new Map<Initializer, Code>();
  private readonly inits = new Map<Package, Code[]>();

  constructor(packages: readonly Package[]) {
    this.packages = packages;
    for (const pkg of packages) for (const initializer of pkg.initOrder) for (const variable of initializer.lhs) this.owners.set(variable, { pkg, initializer });
  }

  /** A package variable is used: its initialiser is needed. */
  reach(world: World, linker: Linker, variable: VarObject): void {
    const owner = this.owners.get(variable);
    if (owner) this.add(world, linker, owner.pkg, owner.initializer);
  }

  /** The initialisers that run in any case, and the init functions. */
  reachAll(world: World, linker: Linker): void {
    for (const pkg of this.packages) {
      if (!pkg.library) for (const initializer of pkg.initOrder) this.add(world, linker, pkg, initializer);
      const inits = pkg.inits.map((decl, i) => {
        const object = must(decl.$func, 'init function');
        return world.func(object, noEnv, `${packagePrefix(object)}.init.${i}`);
      });
      inits.forEach((code) => linker.func(code));
      this.inits.set(pkg, inits);
    }
  }

  /** The functions to call, in order; complete once all that is reached has been followed. */
  order(): readonly Code[] {
    return this.packages.flatMap((pkg) => {
      const variables = pkg.initOrder.flatMap((initializer) => this.reached.get(initializer) ?? []);
      return [...variables, ...(this.inits.get(pkg) ?? [])];
    });
  }

  private add(world: World, linker: Linker, pkg: Package, initializer: Initializer): void {
    if (this.reached.has(initializer)) return;
    const code = world.initializer(pkg, initializer);
    this.reached.set(initializer, code);
    linker.func(code);
  }
}

/** The function that evaluates and assigns. */
export function lowerInitializer(world: World, dispatch: Dispatch, pkg: Package, { lhs, rhs }: Initializer): Lowered {
  const prefix = pkg.name === 'main' ? 'main' : pkg.path;
  const f = new Fn({ world, dispatch, name: `${prefix}.init`, env: noEnv, library: pkg.library, pkg: pkg.path });
  const spot = { pos: lhs[0]?.pos ?? rhs.pos, end: rhs.end };
  f.statementScope(() => {
    mark(f, spot);
    const targets = lhs.map((variable): Prepared => () => (variable.name === '_' ? { k: 'blank' } : { k: 'place', place: variablePlace(f, variable), variable: undefined }));
    const only = lhs[0];
    order(f, [rhs]);
    const type = only?.type && f.type(only.type);
    if (lhs.length > 1) assignAll(f, targets, tuple(f, rhs));
    else assignAll(f, targets, [type ? exprAs(f, rhs, type) : f.expr(rhs)]);
  });
  f.emit({ k: 'return' });
  return f.finish({ params: [], results: [] }, f.siteAt(spot.pos, spot.end));
}
