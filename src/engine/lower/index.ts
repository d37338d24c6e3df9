/** Lowering: from checked packages to intermediate code. */
import { bug } from '../../base/assert.ts';
import type { FuncId, Program } from '../ir/ir.ts';
import type { Diagnostic } from '../syntax/positions.ts';
import type { FuncObject, Package } from '../types/objects.ts';
import { expression } from './expressions.ts';
import { Fn } from './fn.ts';
import type { Dispatch } from './fn.ts';
import { lowerDeclared } from './functions.ts';
import { noEnv } from './goTypes.ts';
import { Initializers } from './initializers.ts';
import { dispatched } from './methods.ts';
import { statement, statements } from './statements.ts';
import { World } from './world.ts';
import type { WorldOptions } from './world.ts';

const dispatch: Dispatch = { expr: expression, stmt: statement, stmts: statements };

/** `packages` in the order of their dependencies, package main last, without errors. */
export function lowerProgram(packages: readonly Package[], options: WorldOptions): { readonly program: Program; readonly diagnostics: readonly Diagnostic[] } {
  const initializers = new Initializers(packages, dispatch);
  const world = new World(options, {
    declared: (w, id, object, env) => lowerDeclared(w, dispatch, id, object, env),
    dispatched: (w, type, member) => dispatched(w, dispatch, type, member),
    initializer: (w, variable) => initializers.reach(w, variable),
  });
  const runtime = packages.find((pkg) => pkg.path === 'runtime') ?? bug('no package runtime');
  const main = packages.at(-1) ?? bug('no package main');
  const raise = world.func(functionNamed(runtime, 'raise'), noEnv);
  const gopanic = world.func(functionNamed(runtime, 'gopanic'), noEnv);
  initializers.reachAll(world);
  const mainFunction = world.func(functionNamed(main, 'main'), noEnv);
  world.run();
  const entry = entryFunction(world, [...initializers.order(), mainFunction]);
  world.run();
  // Rows of the type table may bring in more types, but no code.
  const globals = world.globalArea();
  const types = world.runtimeTypes.finish();
  return {
    program: {
      funcs: world.finished(), types, data: world.data.finish(), globals, dispatch: world.dispatch, sites: world.sites, layouts: world.layouts, entry, raise, gopanic,
    },
    diagnostics: [],
  };
}

function functionNamed(pkg: Package, name: string): FuncObject {
  const object = pkg.scope.objects.get(name);
  return object?.kind === 'Func' ? object : bug(`no function ${pkg.path}.${name}`);
}

/** Calls the functions one after the other. */
function entryFunction(world: World, calls: readonly FuncId[]): FuncId {
  const sig = { params: [], results: [] };
  return world.declare((id) => {
    const f = new Fn({ world, dispatch, id, name: 'runtime.main', env: noEnv, library: true, hidden: true, pkg: 'runtime' });
    for (const func of calls) f.emit({ k: 'call', callee: { k: 'func', func, closure: undefined }, sig, args: [], results: [], site: 0 });
    f.emit({ k: 'return' });
    return f.finish(sig, 0);
  });
}
