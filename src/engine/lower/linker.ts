/**
 * Puts a program together: numbers the functions, types, selectors, layouts and variables that are reached, lays out static data, and gives
 * every function the values of its symbols. Functions are looked at from a work list, so only what is reached from main and the
 * initialisers is compiled.
 *
 * Methods are reached by rapid type analysis: method m of type T is compiled once T is live (a value of it was converted to an
 * interface) and m's selector is called through an interface. Both sets only grow; `pair` is called once for every pair.
 */
import { must } from '../../base/assert.ts';
import type { Func, FuncId, Layout, Program } from '../ir/ir.ts';
import type { VarObject } from '../types/objects.ts';
import { noEnv } from './goTypes.ts';
import type { GoType } from './goTypes.ts';
import { layoutOf, roundUp } from './layout.ts';
import { methodSet } from './lookup.ts';
import type { SetMember } from './lookup.ts';
import { componentsOf, RuntimeTypes } from './runtimeTypes.ts';
import { StaticData } from './staticData.ts';
import type { Code, Condition, ConstantData, LinkSymbol } from './symbols.ts';
import type { World } from './world.ts';

interface Selector { readonly index: number; readonly key: string }
interface LiveType { readonly type: GoType; readonly members: ReadonlyMap<string, SetMember> }
interface GlobalVar { readonly name: string; readonly type: GoType; readonly offset: number; readonly library: boolean }

export class Linker {
  private readonly world: World;
  /** Called when a package variable is reached for the first time. */
  private readonly onVariable: (variable: VarObject) => void;
  private readonly types: RuntimeTypes;
  private readonly data = new StaticData();

  private readonly ids = new Map<Code, FuncId>();
  private readonly codes: Code[] = [];
  private readonly values: Int32Array[] = [];
  private readonly queue: FuncId[] = [];
  /** Reached functions that are needed for kinds of values only of which there is none so far. */
  private readonly waiting = new Map<FuncId, Condition>();
  private readonly liveKinds = new Set<string>();

  private readonly layouts: Layout[] = [];
  private readonly layoutNumbers = new Map<string, number>();

  private readonly selectors = new Map<string, Selector>();
  private readonly liveTypes = new Map<GoType, LiveType>();
  private readonly dispatch: number[][] = [];
  private componentsMatter = false;
  private pointersMatter = false;
  /** Parts of live values that are interfaces: no live types themselves, but pointers to them may be. */
  private readonly interfaceParts = new Set<GoType>();

  private readonly globals = new Map<VarObject, GlobalVar>();
  private globalSize = 0;
  private readonly globalRefs: number[] = [];

  constructor(world: World, onVariable: (variable: VarObject) => void) {
    this.world = world;
    this.onVariable = onVariable;
    this.types = new RuntimeTypes(world.types);
  }

  // ---- functions

  /** The function becomes part of the program. */
  func(code: Code): FuncId {
    let id = this.ids.get(code);
    if (id === undefined) {
      id = this.codes.push(code) - 1;
      this.ids.set(code, id);
      if (code.condition && !code.condition.kinds.some((kind) => this.liveKinds.has(kind))) this.waiting.set(id, code.condition);
      else this.queue.push(id);
    }
    return id;
  }
  /** Interfaces can hold values of this kind. */
  private kindIsLive(kind: string): void {
    if (this.liveKinds.has(kind)) return;
    this.liveKinds.add(kind);
    for (const [id, { kinds }] of this.waiting) {
      if (!kinds.includes(kind)) continue;
      this.waiting.delete(id);
      this.queue.push(id);
    }
  }
  /** What is still waiting is not needed. */
  private replaceWaiting(): void {
    for (const [id, { otherwise }] of this.waiting) {
      this.codes[id] = otherwise;
      this.values[id] = new Int32Array();
    }
    this.waiting.clear();
  }
  /** Follows everything reached. */
  run(): void {
    for (let id = this.queue.pop(); id !== undefined; id = this.queue.pop()) {
      const { symbols } = must(this.codes[id], 'code').lowered;
      this.values[id] = Int32Array.from(symbols, (symbol) => this.value(symbol));
    }
  }
  program(special: Pick<Program, 'entry' | 'raise' | 'gopanic'>): Program {
    this.replaceWaiting();
    // Rows of the type table may bring in more types, but no code.
    const globals = this.globalArea();
    const types = this.types.finish();
    const funcs = this.codes.map((code, id) => withTypes(code.lowered.func, must(this.values[id], 'values')));
    return {
      funcs, values: this.values, types, data: this.data.finish(), globals, dispatch: this.dispatch, sites: this.world.sites, layouts: this.layouts, ...special,
    };
  }

  private value(symbol: LinkSymbol): number {
    switch (symbol.k) {
      case 'func':
        return this.func(symbol.code);
      case 'closure':
        return this.data.word(this.func(symbol.code));
      case 'type':
        return this.types.id(symbol.type);
      case 'liveType':
        this.makeLive(symbol.type);
        return this.types.id(symbol.type);
      case 'selector':
        return this.selector(symbol.key);
      case 'text':
        return this.data.string(symbol.text);
      case 'data':
        return this.constant(symbol.data);
      case 'layout':
        return this.layout(symbol.layout);
      case 'global':
        return this.global(symbol.variable).offset;
      case 'components':
        this.exposeComponents();
        return 0;
      case 'pointers':
        this.exposePointers();
        return 0;
    }
  }

  private constant({ bytes, align, addresses }: ConstantData): number {
    if (addresses.length === 0) return this.data.intern(bytes, align);
    const filled = bytes.slice();
    const view = new DataView(filled.buffer);
    for (const { offset, symbol } of addresses) view.setInt32(offset, this.value(symbol), true);
    return this.data.intern(filled, align);
  }

  private layout({ size, align, refs }: Layout): number {
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

  private makeLive(type: GoType): void {
    if (this.liveTypes.has(type) || type.is('interface') || type.is('nil')) return;
    const members = new Map(methodSet(this.world.types, type).map((member) => [member.key, member]));
    const live: LiveType = { type, members };
    this.liveTypes.set(type, live);
    this.kindIsLive(type.kind);
    for (const selector of this.selectors.values()) this.pair(live, selector);
    if (this.componentsMatter) this.makeComponentsLive(type, new Set());
    if (this.pointersMatter) this.makePointerLive(type);
  }
  private makeComponentsLive(type: GoType, seen: Set<GoType>): void {
    for (const component of componentsOf(type)) {
      if (seen.has(component)) continue;
      seen.add(component);
      if (component.is('interface')) {
        this.interfaceParts.add(component);
        if (this.pointersMatter) this.makePointerLive(component);
        continue;
      }
      this.makeLive(component);
      this.makeComponentsLive(component, seen);
    }
  }
  /** The library makes interface values of the parts of a value: all component types become live. */
  private exposeComponents(): void {
    if (this.componentsMatter) return;
    this.componentsMatter = true;
    const seen = new Set<GoType>();
    for (const type of Array.from(this.liveTypes.keys())) this.makeComponentsLive(type, seen);
  }

  /** The library makes pointers to values, and their parts, interface values; pointers to these too, but there is an end. */
  private exposePointers(): void {
    if (this.pointersMatter) return;
    this.pointersMatter = true;
    for (const type of [...this.liveTypes.keys(), ...this.interfaceParts]) this.makePointerLive(type);
  }
  private makePointerLive(type: GoType): void {
    if (type.is('pointer') && type.shape.elem.is('pointer')) return;
    const pointer = this.world.types.pointer(type);
    this.makeLive(pointer);
    this.types.id(pointer);
  }

  /** The row of the dispatch table for a method called through an interface. */
  private selector(key: string): number {
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
    const id = this.types.id(live.type);
    while (row.length <= id) row.push(0);
    row[id] = this.func(this.world.dispatched(live.type, member)) + 1;
  }

  // ---- package variables

  private global(variable: VarObject): GlobalVar {
    let global = this.globals.get(variable);
    if (!global) {
      const type = this.world.types.of(must(variable.type, `type of ${variable.name}`), noEnv);
      const { size, align, refs } = layoutOf(type);
      const offset = roundUp(this.globalSize, align);
      this.globalSize = offset + size;
      for (const ref of refs) this.globalRefs.push(offset + ref);
      const library = variable.pkg?.library ?? true;
      global = { name: `${variable.pkg?.name ?? ''}.${variable.name}`, type, offset, library };
      this.globals.set(variable, global);
      this.onVariable(variable);
    }
    return global;
  }
  private globalArea(): Program['globals'] {
    const vars = [...this.globals.values()].filter((global) => !global.library);
    return {
      size: roundUp(this.globalSize, 8),
      refs: [...this.globalRefs].sort((a, b) => a - b),
      vars: vars.map((global) => ({ name: global.name, type: this.types.id(global.type), offset: global.offset })),
    };
  }
}

/** Variables are of the program's own functions, which are in no other program. */
function withTypes(func: Func, values: Int32Array): Func {
  if (func.vars.length === 0) return func;
  return { ...func, vars: func.vars.map((variable) => ({ ...variable, type: must(values[variable.type], 'type of variable') })) };
}
