/** Lowering: from checked packages to intermediate code. */
import { bug } from '../../base/assert.ts';
import type { Program } from '../ir/ir.ts';
import type { Diagnostic } from '../syntax/positions.ts';
import type { FuncObject, Package } from '../types/objects.ts';
import { expression } from './expressions.ts';
import { Fn } from './fn.ts';
import type { Dispatch } from './fn.ts';
import { lowerAbsent, lowerDeclared } from './functions.ts';
import { noEnv } from './goTypes.ts';
import { Initializers, lowerInitializer } from './initializers.ts';
import { Linker } from './linker.ts';
import { dispatched } from './methods.ts';
import { statement, statements } from './statements.ts';
import { Code } from './symbols.ts';
import type { Lowered } from './symbols.ts';
import { World } from './world.ts';
import type { Makers, WorldOptions } from './world.ts';

const dispatch: Dispatch = { expr: expression, stmt: statement, stmts: statements };

const makers: Makers = {
  declared: (world, object, env, name) => lowerDeclared(world, dispatch, object, env, name),
  absent: (world, object, env) => lowerAbsent(world, dispatch, object, env),
  initializer: (world, pkg, initializer) => lowerInitializer(world, dispatch, pkg, initializer),
  dispatched: (world, type, member) => dispatched(world, dispatch, type, member),
};

/** The library's functions as lowered so far, for programs that are recorded and for those that are not. Only library code is kept. */
const libraries = new Map<boolean, World>();

function libraryWorld(trace: boolean): World {
  let world = libraries.get(trace);
  // Library code has no sites, so it names no files.
  if (!world) libraries.set(trace, (world = new World({ trace, granularity: 'statement', nilPanics: false, reported: () => undefined, files: () => bug('site in the library') }, makers)));
  return world;
}

/** `packages` in the order of their dependencies, package main last, without errors. */
export function lowerProgram(packages: readonly Package[], options: WorldOptions): { readonly program: Program; readonly diagnostics: readonly Diagnostic[] } {
  const initializers = new Initializers(packages);
  const world = new World(options, makers, libraryWorld(options.trace));
  const linker: Linker = new Linker(world, (variable) => initializers.reach(world, linker, variable));
  const runtime = packages.find((pkg) => pkg.path === 'runtime') ?? bug('no package runtime');
  const main = packages.at(-1) ?? bug('no package main');
  const raise = linker.func(world.func(functionNamed(runtime, 'raise'), noEnv));
  const gopanic = linker.func(world.func(functionNamed(runtime, 'gopanic'), noEnv));
  initializers.reachAll(world, linker);
  const mainFunction = world.func(functionNamed(main, 'main'), noEnv);
  linker.func(mainFunction);
  linker.run();
  const entry = linker.func(new Code(() => entryFunction(world, [...initializers.order(), mainFunction])));
  linker.run();
  return { program: linker.program({ entry, raise, gopanic }), diagnostics: [] };
}

function functionNamed(pkg: Package, name: string): FuncObject {
  const object = pkg.scope.objects.get(name);
  return object?.kind === 'Func' ? object : bug(`no function ${pkg.path}.${name}`);
}

/** Calls the functions one after the other. */
function entryFunction(world: World, calls: readonly Code[]): Lowered {
  const sig = { params: [], results: [] };
  const f = new Fn({ world, dispatch, name: 'runtime.main', env: noEnv, library: true, hidden: true, pkg: 'runtime' });
  for (const code of calls) f.emit({ k: 'call', callee: f.callee(code), sig, args: [], results: [], site: 0 });
  f.emit({ k: 'return' });
  return f.finish(sig, 0);
}
