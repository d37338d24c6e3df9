/**
 * A function while it is being lowered: its locals, memory slots, labels and the statements made so far.
 *
 * Statements are appended to the current list by `emit`; `collect` redirects them for a while. Memory slots for temporary values are used
 * again once the Go statement that needed them is done (`statementScope`).
 */
import { bug } from '../../base/assert.ts';
import type { Callee, DebugVar, Dest, Expr, Func, FuncSig, LabelId, Layout, Local, LocalId, MemSlot, SlotId, Stmt, ValType } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { Pos } from '../syntax/positions.ts';
import type { LabelObject, VarObject } from '../types/objects.ts';
import type { Type } from '../types/types.ts';
import type { Env, GoType } from './goTypes.ts';
import { layoutOf, roundUp } from './layout.ts';
import { i32, isSimple, load, local } from './ops.ts';
import type { Recovering } from './recover.ts';
import { SymbolTable } from './symbols.ts';
import type { Code, LinkSymbol, Lowered } from './symbols.ts';
import { markTemps } from './temps.ts';
import type { Value } from './values.ts';
import type { World } from './world.ts';

/** Where a variable lives. `boxed`: the local holds the address of the variable on the heap. `closure`: copied into the closure object. */
export type Storage =
  | { readonly k: 'scalars'; readonly locals: readonly LocalId[] }
  | { readonly k: 'slot'; readonly slot: SlotId }
  | { readonly k: 'boxed'; readonly local: LocalId }
  | { readonly k: 'closure'; readonly offset: number };

/** Where break and continue go. */
export interface Target {
  readonly label: LabelObject | undefined;
  readonly breakTo: LabelId;
  readonly continueTo: LabelId | undefined;
}

/** The mutually recursive parts of the lowering, tied together in dispatch.ts. */
export interface Dispatch {
  readonly expr: (f: Fn, e: syntax.Expr) => Value;
  readonly stmt: (f: Fn, s: syntax.Stmt) => void;
  readonly stmts: (f: Fn, list: readonly syntax.Stmt[]) => void;
}

export interface FnInit {
  readonly world: World;
  readonly dispatch: Dispatch;
  readonly name: string;
  readonly env: Env;
  readonly library: boolean;
  readonly hidden?: boolean;
  /** Import path of the package the code is in. */
  readonly pkg: string;
}

export class Fn {
  readonly world: World;
  readonly dispatch: Dispatch;
  readonly name: string;
  readonly env: Env;
  readonly library: boolean;
  readonly hidden: boolean;
  readonly pkg: string;

  readonly symbols = new SymbolTable();
  private readonly locals: Local[] = [];
  private readonly slots: MemSlot[] = [];
  private labels = 0;
  private current: Stmt[] = [];

  readonly params: Exclude<Dest, undefined>[] = [];
  readonly results: Exclude<Dest, undefined>[] = [];
  closure: LocalId | undefined;
  usesRecover = false;
  /** For calls of recover in bodies of range-over-func loops. */
  recovering: Recovering | undefined;
  readonly debug: DebugVar[] = [];
  readonly storage = new Map<VarObject, Storage>();
  /** Pointers whose storage holds what they point to: see pointees.ts. */
  pointees: ReadonlySet<VarObject> = new Set();
  /** Values of expressions that are evaluated before their statement: see order.ts. */
  readonly ordered = new Map<syntax.Expr, readonly Value[]>();

  resultTypes: readonly GoType[] = [];
  /** Result variables in order, named or not; in the body of a range-over-func loop those of the function around it. */
  resultVariables: readonly VarObject[] = [];
  resultStorage: Storage[] = [];
  /** Leaving the body: deferred calls follow behind this label. */
  exit: LabelId = -1;
  exitUsed = false;
  /** Local with the list of deferred calls (or its box), if the function has defer statements. */
  defers: Storage | undefined;
  /** It makes the calls of the list itself; the body of a range-over-func loop only adds to the list. */
  runsDefers = false;

  readonly targets: Target[] = [];
  /** Label of the statement about to be lowered, for its break and continue. */
  pendingLabel: LabelObject | undefined;
  readonly gotoLabels = new Map<LabelObject, LabelId>();
  /** Label of the next clause's body. */
  fallthroughTo: LabelId | undefined;
  /** Set in the body of a range-over-func loop: how return, break and continue leave it. */
  rangeBody: RangeBody | undefined;

  /** Site of the statement that is being lowered. */
  site = 0;
  private literals = 0;
  private rangeBodies = 0;
  private readonly freeSlots = new Map<string, SlotId[]>();
  private borrowed: { readonly key: string; readonly slot: SlotId }[] = [];

  constructor(init: FnInit) {
    this.world = init.world;
    this.dispatch = init.dispatch;
    this.name = init.name;
    this.env = init.env;
    this.library = init.library;
    this.hidden = init.hidden ?? false;
    this.pkg = init.pkg;
  }

  // ---- making code

  emit(stmt: Stmt): void {
    this.current.push(stmt);
  }
  /** The statements that `make` emits, and what it returns. */
  collect<T>(make: () => T): { readonly value: T; readonly stmts: Stmt[] } {
    const outer = this.current;
    this.current = [];
    try {
      const value = make();
      return { value, stmts: this.current };
    } finally {
      this.current = outer;
    }
  }
  body(make: () => void): Stmt[] {
    return this.collect(make).stmts;
  }
  newLabel(): LabelId {
    return this.labels++;
  }
  newLocal(type: ValType, ref = false): LocalId {
    this.locals.push({ type, ref, temp: false });
    return this.locals.length - 1;
  }
  newSlot(size: number, refs: readonly number[]): SlotId {
    this.slots.push({ size: roundUp(size, 8), refs });
    return this.slots.length - 1;
  }
  /** A slot for the rest of the current statement; its contents are undefined. */
  tempSlot({ size, refs }: Pick<Layout, 'size' | 'refs'>): SlotId {
    const bytes = roundUp(Math.max(size, 1), 8);
    const key = `${bytes}:${refs.join()}`;
    const slot = this.freeSlots.get(key)?.pop() ?? this.newSlot(bytes, refs);
    this.borrowed.push({ key, slot });
    return slot;
  }
  statementScope(make: () => void): void {
    const outer = this.borrowed;
    this.borrowed = [];
    make();
    for (const { key, slot } of this.borrowed) this.freeSlots.set(key, [...(this.freeSlots.get(key) ?? []), slot]);
    this.borrowed = outer;
  }

  set(id: LocalId, value: Expr): void {
    if (value.k === 'local' && value.id === id) return;
    this.emit({ k: 'set', local: id, value });
  }
  /** Evaluates now, into a fresh local. */
  hold(value: Expr, type: ValType, ref = false): Expr {
    if (value.k === 'const' || value.k === 'symbol') return value;
    const id = this.newLocal(type, ref);
    this.set(id, value);
    return local(id);
  }
  /** The same value as an expression that may be used several times within the statement. */
  reuse(value: Expr, type: ValType, ref = false): Expr {
    return isSimple(value) ? value : this.hold(value, type, ref);
  }
  panicIf(cond: Expr, code: number, a?: Expr, b?: Expr): void {
    if (cond.k === 'const' && Number(cond.value) === 0) return;
    this.emit({ k: 'panicIf', cond, code, a, b, site: this.site });
  }
  if(cond: Expr, then: readonly Stmt[], other: readonly Stmt[] = []): void {
    if (then.length > 0 || other.length > 0) this.emit({ k: 'if', cond, then, else: other });
  }
  br(label: LabelId): void {
    this.emit({ k: 'br', label });
  }
  block(make: (label: LabelId) => void): void {
    const label = this.newLabel();
    this.emit({ k: 'block', label, body: this.body(() => make(label)) });
  }

  // ---- Go

  type(type: Type): GoType {
    return this.world.types.of(type, this.env);
  }
  typeOf(e: syntax.Expr): GoType {
    const tv = e.$tv;
    if (!tv) return bug(`no type of ${e.kind} in ${this.name}`);
    return this.type(tv.type);
  }
  expr(e: syntax.Expr): Value {
    return this.dispatch.expr(this, e);
  }
  siteAt(pos: Pos, end: Pos): number {
    return this.library ? 0 : this.world.site(pos, end, this.name);
  }
  /** "main.f.func1" for the next function literal in this function, "main.f.func1.1" for one inside that. */
  literalName(): string {
    this.literals += 1;
    return /\.func\d+(\.\d+)*$/.test(this.name) ? `${this.name}.${this.literals}` : `${this.name}.func${this.literals}`;
  }
  rangeBodyName(): string {
    this.rangeBodies += 1;
    return `${this.name}-range${this.rangeBodies}`;
  }
  closureLocal(): LocalId {
    this.closure ??= this.newLocal('i32', true);
    return this.closure;
  }
  /** A word of the goroutine's record. */
  goroutineWord(cellG: number, offset: number): Expr {
    return load('i32.load', load('i32.load', { k: 'const', type: 'i32', value: 0 }, cellG), offset);
  }

  // ---- what the linker knows

  symbol(symbol: LinkSymbol): Expr {
    return { k: 'symbol', symbol: this.symbols.id(symbol) };
  }
  typeId(type: GoType): Expr {
    return this.symbol({ k: 'type', type });
  }
  layoutNumber(type: GoType): Expr {
    return this.symbol({ k: 'layout', layout: layoutOf(type) });
  }
  /** Address of a string's bytes. */
  text(text: string): Expr {
    return text === '' ? i32(0) : this.symbol({ k: 'text', text });
  }
  callee(code: Code, closure?: Expr): Callee {
    return { k: 'func', func: this.symbols.id({ k: 'func', code }), closure };
  }

  finish(sig: FuncSig, site: number): Lowered {
    const body = this.current;
    const keep = new Set<LocalId>();
    const keepDest = (dest: Exclude<Dest, undefined>): unknown => dest.k === 'local' && keep.add(dest.id);
    this.results.forEach(keepDest);
    for (const variable of this.debug) {
      if (variable.at.k === 'scalars') variable.at.locals.forEach((id) => keep.add(id));
      if (variable.at.k === 'boxed') keep.add(variable.at.local);
    }
    if (this.defers?.k === 'scalars') this.defers.locals.forEach((id) => keep.add(id));
    for (const storage of this.resultStorage) if (storage.k === 'boxed') keep.add(storage.local);
    const locals = markTemps(this.locals, body, { params: this.params, closure: this.closure, keep });
    const func = {
      name: this.name, sig, locals, slots: this.slots, params: this.params, results: this.results, closure: this.closure, body,
      library: this.library, usesRecover: this.usesRecover, hidden: this.hidden, defers: this.deferHead(), vars: this.debug, site,
    };
    return { func, symbols: this.symbols.list };
  }

  private deferHead(): Func['defers'] {
    if (!this.defers || !this.runsDefers) return undefined;
    if (this.defers.k === 'boxed') return { local: this.defers.local, boxed: true };
    const head = this.defers.k === 'scalars' ? this.defers.locals[0] : undefined;
    return head === undefined ? bug('list of deferred calls in memory') : { local: head, boxed: false };
  }
}

/** How control leaves the body of a range-over-func loop for the function around it. */
export interface RangeBody {
  readonly returnFrom: (f: Fn, s: syntax.ReturnStmt) => void;
  readonly leave: (f: Fn, how: Leave) => void;
}
export type Leave = { readonly k: 'return' } | { readonly k: 'branch'; readonly tok: 'break' | 'continue' | 'goto'; readonly label: LabelObject | undefined };
