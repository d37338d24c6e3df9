/**
 * What is known about the whole program while it is lowered: functions reached so far, types, selectors called through interfaces,
 * static data, sites. Functions are lowered from a work list, so only what is reached from main and the initialisers is compiled.
 *
 * Methods are reached by rapid type analysis: method m of type T is compiled once T is live (a value of it was converted to an
 * interface) and m's selector is called through an interface. Both sets only grow; `pair` is called once for every pair.
 */
import { bug, must } from '../../base/assert.ts';
import type { Func, FuncId, Layout } from '../ir/ir.ts';
import { columnOf, fileOf, lineOf } from '../syntax/positions.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Site } from '../trace/trace.ts';
import type { FuncObject, VarObject } from '../types/objects.ts';
import { noEnv, TypeTable } from './goTypes.ts';
import type { Env, GoType } from './goTypes.ts';
import { layoutOf, roundUp } from './layout.ts';
import { methodSet } from './lookup.ts';
import type { SetMember } from './lookup.ts';
import { componentsOf, RuntimeTypes } from './runtimeTypes.ts';
import { StaticData } from './staticData.ts';

export interface WorldOptions { readonly trace: boolean; readonly files: (index: number) => string }

/** How the parts of the lowering that need the world are reached from it. */
export interface Makers {
  readonly declared: (world: World, id: FuncId, object: FuncObject, env: Env) => Func;
  /** The function that the dispatch table holds for a method of a live type. */
  readonly dispatched: (world: World, type: GoType, member: SetMember) => FuncId;
  /** Called when a package variable is reached for the first time. */
  readonly initializer: (world: World, variable: VarObject) => void;
}

interface Selector { readonly index: number; readonly key: string }
interface LiveType { readonly type: GoType; readonly members: ReadonlyMap<string, SetMember> }
export interface GlobalVar { readonly name: string; readonly type: GoType; readonly offset: number; readonly library: boolean }

export class World {
  readonly types = new TypeTable();
  readonly runtimeTypes = new RuntimeTypes(this.types);
  readonly data = new StaticData();
  readonly options: WorldOptions;
  private readonly makers: Makers;

  readonly funcs: (Func | undefined)[] = [];
  private readonly queue: (() => void)[] = [];
  private readonly declared = new Map<string, FuncId>();
  private readonly shared = new Map<string, FuncId>();

  readonly sites: Site[] = [{ file: '', line: 0, column: 0, endLine: 0, endColumn: 0, func: '' }];
  private readonly siteNumbers = new Map<string, number>();
  readonly layouts: Layout[] = [];
  private readonly layoutNumbers = new Map<string, number>();

  private readonly selectors = new Map<string, Selector>();
  private readonly liveTypes = new Map<GoType, LiveType>();
  readonly dispatch: number[][] = [];
  private componentsMatter = false;

  private readonly globals = new Map<VarObject, GlobalVar>();
  private globalSize = 0;
  private readonly globalRefs: number[] = [];
  /** Variables that the bodies of range-over-func loops share with the function around them. */
  readonly escaping = new Set<VarObject>();

  constructor(options: WorldOptions, makers: Makers) {
    this.options = options;
    this.makers = makers;
  }

  // ---- functions

  /** Reserves a function that `make` lowers later. */
  declare(make: (id: FuncId) => Func): FuncId {
    const id = this.funcs.length;
    this.funcs.push(undefined);
    this.queue.push(() => {
      this.funcs[id] = make(id);
    });
    return id;
  }
  /** Reserves a function that the caller lowers at once. */
  reserve(): { readonly id: FuncId; readonly fill: (func: Func) => void } {
    const id = this.funcs.push(undefined) - 1;
    return { id, fill: (func) => void (this.funcs[id] = func) };
  }
  /** As `declare`, once per key: for wrappers and thunks. */
  once(key: string, make: (id: FuncId) => Func): FuncId {
    let id = this.shared.get(key);
    if (id === undefined) this.shared.set(key, (id = this.declare(make)));
    return id;
  }
  /** The function declared as `object`, instantiated for `env`. */
  func(object: FuncObject, env: Env): FuncId {
    const key = `${this.types.number(object.origin ?? object)}<${env.key}>`;
    let id = this.declared.get(key);
    if (id === undefined) {
      id = this.declare((self) => this.makers.declared(this, self, object.origin ?? object, env));
      this.declared.set(key, id);
    }
    return id;
  }
  /** Lowers everything reached. */
  run(): void {
    for (let job = this.queue.pop(); job; job = this.queue.pop()) job();
  }
  finished(): readonly Func[] {
    return this.funcs.map((func, id) => func ?? bug(`function ${id} was not lowered`));
  }

  // ---- sites and layouts

  site(pos: Pos, end: Pos, func: string): number {
    if (pos === 0) return 0;
    const key = `${pos}:${end}:${func}`;
    let number = this.siteNumbers.get(key);
    if (number === undefined) {
      number = this.sites.length;
      this.siteNumbers.set(key, number);
      const last = end === 0 ? pos : end;
      this.sites.push({ file: this.options.files(fileOf(pos)), line: lineOf(pos), column: columnOf(pos), endLine: lineOf(last), endColumn: columnOf(last), func });
    }
    return number;
  }

  layout(type: GoType): number {
    return this.layoutOf(layoutOf(type));
  }
  layoutOf({ size, align, refs }: Layout): number {
    const key = `${size}:${align}:${refs.join()}`;
    let number = this.layoutNumbers.get(key);
    if (number === undefined) {
      number = this.layouts.length;
      this.layoutNumbers.set(key, number);
      this.layouts.push({ size, align, refs });
    }
    return number;
  }

  // ---- dynamic types and selectors

  /** The id of a type that becomes the dynamic type of an interface value. */
  liveType(type: GoType): number {
    this.makeLive(type);
    return this.runtimeTypes.id(type);
  }

  private makeLive(type: GoType): void {
    if (this.liveTypes.has(type) || type.is('interface') || type.is('nil')) return;
    const members = new Map(methodSet(this.types, type).map((member) => [member.key, member]));
    const live: LiveType = { type, members };
    this.liveTypes.set(type, live);
    for (const selector of this.selectors.values()) this.pair(live, selector);
    if (this.componentsMatter) this.makeComponentsLive(type, new Set());
  }
  private makeComponentsLive(type: GoType, seen: Set<GoType>): void {
    for (const component of componentsOf(type)) {
      if (seen.has(component)) continue;
      seen.add(component);
      this.makeLive(component);
      if (component.is('interface')) continue;
      this.makeComponentsLive(component, seen);
    }
  }
  /** The library makes interface values of the parts of a value: all component types become live. */
  exposeComponents(): void {
    if (this.componentsMatter) return;
    this.componentsMatter = true;
    const seen = new Set<GoType>();
    for (const type of Array.from(this.liveTypes.keys())) this.makeComponentsLive(type, seen);
  }

  /** The row of the dispatch table for a method called through an interface. */
  selector(key: string): number {
    let selector = this.selectors.get(key);
    if (!selector) {
      selector = { index: this.selectors.size, key };
      this.selectors.set(key, selector);
      this.dispatch.push([]);
      for (const live of Array.from(this.liveTypes.values())) this.pair(live, selector);
    }
    return selector.index;
  }
  private pair(live: LiveType, selector: Selector): void {
    const member = live.members.get(selector.key);
    if (!member) return;
    const row = must(this.dispatch[selector.index], 'row of the dispatch table');
    const id = this.runtimeTypes.id(live.type);
    while (row.length <= id) row.push(0);
    row[id] = this.makers.dispatched(this, live.type, member) + 1;
  }

  // ---- package variables

  global(variable: VarObject): GlobalVar {
    let global = this.globals.get(variable);
    if (!global) {
      const type = this.types.of(must(variable.type, `type of ${variable.name}`), noEnv);
      const { size, align, refs } = layoutOf(type);
      const offset = roundUp(this.globalSize, align);
      this.globalSize = offset + size;
      for (const ref of refs) this.globalRefs.push(offset + ref);
      const library = variable.pkg?.library ?? true;
      global = { name: `${variable.pkg?.name ?? ''}.${variable.name}`, type, offset, library };
      this.globals.set(variable, global);
      this.makers.initializer(this, variable);
    }
    return global;
  }
  globalArea(): { size: number; refs: number[]; vars: { name: string; type: number; offset: number }[] } {
    const vars = [...this.globals.values()].filter((global) => !global.library);
    return {
      size: roundUp(this.globalSize, 8),
      refs: [...this.globalRefs].sort((a, b) => a - b),
      vars: vars.map((global) => ({ name: global.name, type: this.runtimeTypes.id(global.type), offset: global.offset })),
    };
  }
}
