/**
 * What is known while functions are lowered: types, sites, and which code stands for which function. There is a world for each program,
 * and under it one for the library, which lives on: a library function whose type arguments are the library's own is lowered once.
 */
import type { Granularity } from '../ir/ir.ts';
import type { Initializer } from '../types/objects.ts';
import { columnOf, fileOf, lineOf } from '../syntax/positions.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Site } from '../trace/trace.ts';
import type { FuncObject, Package, VarObject } from '../types/objects.ts';
import { TypeTable } from './goTypes.ts';
import type { Env, GoType } from './goTypes.ts';
import { neededKinds } from './hooks.ts';
import type { SetMember } from './lookup.ts';
import { Code } from './symbols.ts';
import type { Condition, Lowered } from './symbols.ts';

export interface WorldOptions {
  readonly trace: boolean;
  /** Where the program's own functions can be stopped. */
  readonly granularity: Granularity;
  /** panic(nil) panics with nil itself, as before Go 1.21. */
  readonly nilPanics: boolean;
  readonly files: (index: number) => string;
  /** Where the text of the program came from, if a line directive says so. */
  readonly reported: (pos: Pos) => { readonly file: string; readonly line: number } | undefined;
}

/** How the parts of the lowering that need the world are reached from it. */
export interface Makers {
  readonly declared: (world: World, object: FuncObject, env: Env, name?: string) => Lowered;
  /** A function that is never called, with the signature of a declared one. */
  readonly absent: (world: World, object: FuncObject, env: Env) => Lowered;
  readonly initializer: (world: World, pkg: Package, initializer: Initializer) => Lowered;
  /** The function that the dispatch table holds for a method of a live type. */
  readonly dispatched: (world: World, type: GoType, member: SetMember) => Code;
}

export class World {
  readonly types: TypeTable;
  readonly options: WorldOptions;
  /** The library's world, which may be this one. */
  readonly library: World;
  private readonly makers: Makers;
  private readonly declared = new Map<string, Code>();
  private readonly initializers = new Map<Initializer, Code>();
  private readonly shared = new Map<string, Code>();

  readonly sites: Site[] = [{ file: '', line: 0, column: 0, endLine: 0, endColumn: 0, func: '' }];
  /** Numbers of the sites that begin there. */
  private readonly sitesAt = new Map<Pos, { readonly end: Pos; readonly func: string; readonly number: number }[]>();
  /** Variables that the bodies of range-over-func loops share with the function around them. */
  readonly escaping = new Set<VarObject>();

  constructor(options: WorldOptions, makers: Makers, library?: World) {
    this.options = options;
    this.makers = makers;
    this.library = library ?? this;
    this.types = new TypeTable(library?.types);
  }

  // ---- functions

  /** As a function of its own, once per key: for wrappers and thunks. */
  once(key: string, make: () => Lowered): Code {
    let code = this.shared.get(key);
    if (!code) this.shared.set(key, (code = new Code(make)));
    return code;
  }
  /** The function declared as `object`, instantiated for `env`; `name` for dumps, if it is not the declared one. */
  func(object: FuncObject, env: Env, name?: string): Code {
    const home = this.homeOf(object.pkg?.library ?? true, env.shared);
    const key = `${home.types.number(object.origin ?? object)}<${env.key}>`;
    let code = home.declared.get(key);
    if (!code) home.declared.set(key, (code = new Code(() => home.makers.declared(home, object.origin ?? object, env, name), home.conditionOf(object, env))));
    return code;
  }
  private conditionOf(object: FuncObject, env: Env): Condition | undefined {
    const kinds = neededKinds(object);
    return kinds && { kinds, otherwise: new Code(() => this.makers.absent(this, object, env)) };
  }
  /** The function that initialises package variables. */
  initializer(pkg: Package, initializer: Initializer): Code {
    const home = this.homeOf(pkg.library, true);
    let code = home.initializers.get(initializer);
    if (!code) home.initializers.set(initializer, (code = new Code(() => home.makers.initializer(home, pkg, initializer))));
    return code;
  }
  dispatched(type: GoType, member: SetMember): Code {
    const home = this.homeOf(true, type.shared);
    return home.makers.dispatched(home, type, member);
  }
  private homeOf(library: boolean, shared: boolean): World {
    return library && shared ? this.library : this;
  }

  // ---- sites

  /** Whether stacks give both places the same line. */
  isSameLine(site: number, pos: Pos): boolean {
    const known = this.sites[site];
    const reported = this.options.reported(pos);
    if (known?.reported || reported) return known?.reported?.line === reported?.line && known?.reported?.file === reported?.file;
    return known?.line === lineOf(pos);
  }
  site(pos: Pos, end: Pos, func: string): number {
    if (pos === 0) return 0;
    let here = this.sitesAt.get(pos);
    if (!here) this.sitesAt.set(pos, (here = []));
    const known = here.find((site) => site.end === end && site.func === func);
    if (known) return known.number;
    const number = this.sites.length;
    here.push({ end, func, number });
    const last = end === 0 ? pos : end;
    const reported = this.options.reported(pos);
    const site = { file: this.options.files(fileOf(pos)), line: lineOf(pos), column: columnOf(pos), endLine: lineOf(last), endColumn: columnOf(last), func };
    this.sites.push(reported ? { ...site, reported: { file: reported.file, line: reported.line } } : site);
    return number;
  }
}
