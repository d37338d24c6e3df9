/**
 * Which heap addresses of a frame may still be used, by resume point: the collector's roots in a suspended frame.
 *
 * The usual backward flow of liveness over the linear items, a set of bits for each label. A bit is a local, an address in a memory slot, or
 * (if it has many) the whole slot. A slot is used wherever it is mentioned, but for being stored to. What the deferred calls need is needed
 * everywhere, because anything may panic.
 */
import type { Callee, Expr, Func, SlotId, Stmt } from '../ir/ir.ts';
import type { FrameLayout } from './frame.ts';
import type { Cases } from './emitter.ts';
import { numberCases } from './function.ts';
import { type Item, type Linear, linearize } from './linear.ts';

export interface FrameRoots {
  /** By resume point, offsets of the addresses that the code may still use. Points beyond are those of panics. */
  readonly live: readonly (readonly number[])[];
  readonly afterPanic: readonly number[];
  /** Offsets of what an inspector shows between these lines. */
  readonly shown: readonly { readonly refs: readonly number[]; readonly fromLine: number; readonly toLine: number; readonly always: boolean }[];
}

export function frameRoots(func: Func, frame: FrameLayout): FrameRoots {
  const linear = linearize(func.body);
  const cases = numberCases(linear);
  const flow = new Flow(func, linear, rootsOf(func, frame));
  flow.run();
  return { ...flow.result(cases), shown: shownRoots(func, frame) };
}

/** Numbers of the bits of each local and slot, and the offsets in the frame that each bit stands for. */
interface Roots { readonly ofLocal: readonly (readonly number[])[]; readonly ofSlot: readonly (readonly number[])[]; readonly offsets: readonly (readonly number[])[] }

const none: readonly number[] = [];
const mostBitsOfSlot = 16;

function rootsOf(func: Func, frame: FrameLayout): Roots {
  const offsets: (readonly number[])[] = [];
  const bit = (at: readonly number[]): number => offsets.push(at) - 1;
  const ofLocal = func.locals.map((local, id) => (local.ref && (frame.locals[id] as number) >= 0 ? [bit([frame.locals[id] as number])] : none));
  const ofSlot = func.slots.map(({ refs }, id) => {
    const at = refs.map((ref) => (frame.slots[id] as number) + ref);
    if (at.length === 0) return none;
    return at.length <= mostBitsOfSlot ? at.map((offset) => bit([offset])) : [bit(at)];
  });
  return { ofLocal, ofSlot, offsets };
}

function shownRoots(func: Func, frame: FrameLayout): FrameRoots['shown'] {
  const isRef = new Set(frame.refs);
  return func.vars.map(({ at, fromLine, toLine, param }) => {
    const offsets = (() => {
      switch (at.k) {
        case 'scalars':
          return at.locals.map((id) => frame.locals[id] as number);
        case 'slot':
          return (func.slots[at.slot]?.refs ?? []).map((ref) => (frame.slots[at.slot] as number) + ref);
        case 'boxed':
          return [frame.locals[at.local] as number];
        case 'captured':
          return [frame.prefix.closure];
      }
    })();
    return { refs: offsets.filter((offset) => isRef.has(offset)), fromLine, toLine, always: param };
  });
}

/** Long because of its tables of what statements and expressions use. */
class Flow {
  private readonly func: Func;
  private readonly linear: Linear;
  private readonly roots: Roots;
  private readonly words: number;
  /** What is live at each label. */
  private readonly at: Uint32Array[];
  /** By label, slots that the runtime looks at while the goroutine waits there. */
  private readonly waiting = new Map<number, Uint32Array>();
  /** Slots whose offsets are stored: those of the cases of select. */
  private readonly exposed: Uint32Array;
  /** What is live at the place being looked at. */
  private readonly now: Uint32Array;

  constructor(func: Func, linear: Linear, roots: Roots) {
    this.func = func;
    this.linear = linear;
    this.roots = roots;
    this.words = (roots.offsets.length + 31) >> 5;
    this.at = Array.from({ length: linear.labels }, () => new Uint32Array(this.words));
    this.now = new Uint32Array(this.words);
    this.exposed = new Uint32Array(this.words);
  }

  /** Passes from the end to the begin until nothing changes. */
  run(): void {
    const { items } = this.linear;
    for (let changed = this.words > 0; changed; ) {
      changed = false;
      this.now.fill(0);
      this.useResults();
      for (let i = items.length - 1; i >= 0; i--) if (this.item(items[i] as Item)) changed = true;
    }
  }

  result({ ofLabel, count }: Cases): Pick<FrameRoots, 'live' | 'afterPanic'> {
    const { deferPoint } = this.linear;
    const always = new Uint32Array(this.words);
    if (deferPoint !== undefined) {
      always.set(this.at[deferPoint] as Uint32Array);
      if (this.func.defers) setBits(always, this.roots.ofLocal[this.func.defers.local]);
    }
    const points = Array.from({ length: count }, () => always.slice());
    this.at.forEach((bits, label) => {
      const point = points[ofLabel[label] as number];
      if (point) unite(point, bits);
    });
    for (const [label, bits] of this.waiting) unite(points[ofLabel[label] as number] as Uint32Array, bits);
    unite(points[0] as Uint32Array, this.now);
    return { live: points.map((bits) => this.offsets(bits)), afterPanic: this.offsets(always) };
  }

  private offsets(bits: Uint32Array): readonly number[] {
    return this.roots.offsets.flatMap((offsets, bit) => (((bits[bit >> 5] as number) & (1 << (bit & 31))) !== 0 ? offsets : []));
  }

  /** Goes back over an item. Returns whether a label has got more. */
  private item(item: Item): boolean {
    switch (item.i) {
      case 'label': {
        const bits = this.at[item.label] as Uint32Array;
        const changed = unite(bits, this.now);
        this.now.set(bits);
        return changed;
      }
      case 'jump':
        this.now.set(this.at[item.label] as Uint32Array);
        return false;
      case 'jumpUnless':
        this.join(item.label);
        this.use(item.cond);
        return false;
      case 'switch':
        this.now.fill(0);
        for (const label of [...item.labels, item.other]) this.join(label);
        this.use(item.value);
        return false;
      case 'suspend':
        this.suspending(item.stmt, item.resume);
        return false;
      case 'fast':
        // The same loop once more: it uses what the code behind it does.
        return false;
      case 'plain':
        if (item.stmt.k === 'call') this.overwrite(item.stmt.results);
        else this.plain(item.stmt, true);
        return false;
    }
  }

  private join(label: number): void {
    unite(this.now, this.at[label] as Uint32Array);
  }

  private suspending(stmt: Extract<Item, { i: 'suspend' }>['stmt'], resume: number): void {
    if (stmt.k === 'call') this.callee(stmt.callee);
    if (stmt.k === 'native') return this.blocking(stmt, resume);
    if (stmt.k === 'call') stmt.args.forEach((arg) => this.use(arg));
  }

  private blocking({ native, args }: Extract<Stmt, { k: 'native' }>, resume: number): void {
    const slots = args.flatMap((arg) => (arg.k === 'frameOffset' ? (this.roots.ofSlot[arg.slot] ?? none) : none));
    if (native.name === 'rt.chanRecv') clearBits(this.now, slots);
    else {
      const bits = native.name === 'rt.select' ? this.exposed.slice() : new Uint32Array(this.words);
      setBits(bits, slots);
      this.waiting.set(resume, bits);
      unite(this.now, bits);
    }
    for (const arg of args) if (arg.k !== 'frameOffset') this.use(arg);
  }

  private overwrite(results: Extract<Stmt, { k: 'call' }>['results']): void {
    for (const dest of results) {
      if (dest) clearBits(this.now, (dest.k === 'local' ? this.roots.ofLocal : this.roots.ofSlot)[dest.id]);
    }
  }

  private callee(callee: Callee): void {
    if (callee.k === 'method') this.use(callee.type);
    else if (callee.closure) this.use(callee.closure);
  }

  private useResults(): void {
    for (const dest of this.func.results) setBits(this.now, (dest.k === 'local' ? this.roots.ofLocal : this.roots.ofSlot)[dest.id]);
  }

  /** `certain`: the statement is executed whenever the place is reached, so that what it sets was not needed before. */
  private plain(stmt: Stmt, certain: boolean): void {
    switch (stmt.k) {
      case 'set':
        if (certain) clearBits(this.now, this.roots.ofLocal[stmt.local]);
        return this.use(stmt.value);
      case 'store':
        if (stmt.value.k === 'frameOffset') setBits(this.exposed, this.roots.ofSlot[stmt.value.slot]);
        if (stmt.addr.k !== 'frameAddr') this.use(stmt.addr);
        else if (certain && stmt.op === 'i32.store') this.overwriteWord(stmt.addr.slot, stmt.addr.offset + stmt.offset);
        return this.use(stmt.value);
      case 'copy':
        if (!(certain && this.overwritesSlot(stmt.to, stmt.size))) this.use(stmt.to);
        this.use(stmt.from);
        return this.use(stmt.size);
      case 'zero':
        if (!(certain && this.overwritesSlot(stmt.to, stmt.size))) this.use(stmt.to);
        return this.use(stmt.size);
      case 'native':
        if (certain) for (const id of stmt.results) clearBits(this.now, this.roots.ofLocal[id]);
        return stmt.args.forEach((arg) => this.use(arg));
      case 'go':
        this.callee(stmt.callee);
        return stmt.args.forEach((arg) => this.use(arg));
      case 'panicIf':
        return [stmt.cond, stmt.a, stmt.b].forEach((e) => e && this.use(e));
      case 'if':
        this.structured([...stmt.then, ...stmt.else]);
        return this.use(stmt.cond);
      case 'block':
      case 'loop':
        return this.structured(stmt.body);
      case 'br':
      case 'goto':
        return this.leave([stmt.label]);
      case 'switch':
        this.leave([...stmt.labels, stmt.other]);
        return this.use(stmt.value);
      case 'return':
        if (certain) this.now.fill(0);
        return this.useResults();
      default:
        return;
    }
  }

  /** All that is used inside is used; what is set inside is not known to be. */
  private structured(body: readonly Stmt[]): void {
    for (const stmt of body) this.plain(stmt, false);
  }

  private leave(labels: readonly number[]): void {
    for (const label of labels) {
      const target = this.linear.targets.get(label);
      if (target !== undefined) this.join(target);
    }
  }

  private overwritesSlot(to: Expr, size: Expr): boolean {
    if (to.k !== 'frameAddr' || to.offset !== 0 || size.k !== 'const') return false;
    if (Number(size.value) + 7 < (this.func.slots[to.slot]?.size ?? Infinity)) return false;
    clearBits(this.now, this.roots.ofSlot[to.slot]);
    return true;
  }

  private overwriteWord(slot: SlotId, offset: number): void {
    const i = this.func.slots[slot]?.refs.indexOf(offset) ?? -1;
    const bits = this.roots.ofSlot[slot] ?? none;
    if (i >= 0 && bits.length === this.func.slots[slot]?.refs.length) clearBits(this.now, bits.slice(i, i + 1));
  }

  private use(e: Expr): void {
    switch (e.k) {
      case 'local':
        return setBits(this.now, this.roots.ofLocal[e.id]);
      case 'frameAddr':
      case 'frameOffset':
        return setBits(this.now, this.roots.ofSlot[e.slot]);
      case 'op':
        return e.args.forEach((arg) => this.use(arg));
      case 'load':
        return this.use(e.addr);
      case 'cond':
        return [e.cond, e.then, e.else].forEach((x) => this.use(x));
      case 'seq':
        this.use(e.value);
        return this.structured(e.stmts);
      default:
        return;
    }
  }
}

function setBits(bits: Uint32Array, numbers: readonly number[] = none): void {
  for (const bit of numbers) bits[bit >> 5] = (bits[bit >> 5] as number) | (1 << (bit & 31));
}

function clearBits(bits: Uint32Array, numbers: readonly number[] = none): void {
  for (const bit of numbers) bits[bit >> 5] = (bits[bit >> 5] as number) & ~(1 << (bit & 31));
}

/** Whether `into` has got more. */
function unite(into: Uint32Array, bits: Uint32Array): boolean {
  let changed = false;
  for (let i = 0; i < into.length; i++) {
    const united = ((into[i] as number) | (bits[i] as number)) >>> 0;
    if (united !== into[i]) changed = true;
    into[i] = united;
  }
  return changed;
}
