/**
 * State of the generation of one function: bytes, locals, and where branches lead.
 *
 *   block $unwind            ; a callee has suspended (or this function, through $suspend): spill and return -1
 *     block $suspend         ; this function suspends: tell the machine where and with how much fuel
 *       block $fuelOut       ; ... because fuel is used up
 *         if pc = 0          ; fresh calls: the fast version (fast.ts); to go on in the exact one: set pc, branch behind this
 *         loop $dispatch     ; to go back: set pc, branch here
 *           block case N-1 ... block case 0
 *             br_table pc
 *           end  code of case 0
 *           end  code of case 1 ...
 *
 * In the code of case i the blocks of the cases behind it are open, so that a jump forwards is one branch.
 */
import { must } from '../../base/assert.ts';
import type { Func, LabelId, Stmt, SymbolId, ValType } from '../ir/ir.ts';
import { cell } from '../memory/cells.ts';
import type { Notes } from '../memory/log.ts';
import { Bytes } from './bytes.ts';
import type { FrameLayout } from './frame.ts';
import { memoryAccess, opcode } from './instructions.ts';
import type { Linear } from './linear.ts';
import type { Missing, Patch } from './patches.ts';

/** Parameters of every function: frame address, fuel, resume point; the result is the fuel left, or -1 when it suspended. */
export const param = { fp: 0, fuel: 1, pc: 2 } as const;
const firstLocal = 3;

/** Type of every Go function: the first of the module. */
export const functionType = 0;

/** What generated code depends on besides the function: the same in every program that the function is part of. */
export interface CodeContext {
  callee(symbol: SymbolId): Func;
  readonly notes: Notes;
}

/** Numbers of the places a function can be entered at: labels that lie together share one. Case 0 is the begin. */
export interface Cases {
  readonly ofLabel: Int32Array;
  readonly count: number;
}

export class Emitter {
  readonly out = new Bytes(1024);
  /** Structured constructs opened inside the code of the current case. */
  nest = 0;
  currentCase = 0;
  /** Before the dispatch: no case is open yet. */
  fresh = true;
  /** Site of the statement being generated, for run-time errors. */
  site = 0;
  /** Statements that have been charged and not begun yet: a run-time error gives their fuel back. */
  ahead = 0;
  readonly scratchTypes: ValType[] = [];
  /** Locals that have been given a value by the code so far: the frame does not hold it. */
  readonly assigned = new Set<number>();
  readonly #free: Record<ValType, number[]> = { i32: [], i64: [], f32: [], f64: [] };
  readonly #structured: { label: LabelId; depth: number }[] = [];
  readonly #panicSites: number[] = [];
  readonly context: CodeContext;
  readonly patches: Patch[] = [];
  readonly func: Func;
  readonly frame: FrameLayout;
  readonly linear: Linear;
  readonly cases: Int32Array;
  readonly caseCount: number;
  /** Code for a statement inside an expression; handed in because statements contain expressions too. */
  readonly statement: (stmt: Stmt) => void;

  constructor(context: CodeContext, func: Func, frame: FrameLayout, linear: Linear, cases: Cases, statement: (emitter: Emitter, stmt: Stmt) => void) {
    this.statement = (stmt) => statement(this, stmt);
    this.context = context;
    this.func = func;
    this.frame = frame;
    this.linear = linear;
    this.cases = cases.ofLabel;
    this.caseCount = cases.count;
  }

  // ---- Instructions

  i32(value: number): void {
    this.out.u8(opcode.i32Const);
    this.out.s32(value);
  }

  /** An operand that the linker fills in. */
  missing(missing: Missing): void {
    this.patches.push({ at: this.out.length, missing });
  }

  /** An i32 constant that the linker fills in. */
  missingI32(missing: Missing): void {
    this.out.u8(opcode.i32Const);
    this.missing(missing);
  }

  callNative(name: string): void {
    this.out.u8(opcode.call);
    this.missing({ k: 'native', name });
  }

  get(local: number): void {
    this.out.u8(opcode.localGet);
    this.out.u32(local);
  }

  set(local: number): void {
    this.out.u8(opcode.localSet);
    this.out.u32(local);
  }

  tee(local: number): void {
    this.out.u8(opcode.localTee);
    this.out.u32(local);
  }

  /** A load or store by name; operands are on the stack. */
  memory(op: string, offset: number): void {
    const access = must(memoryAccess[op], op);
    this.out.u8(access.code);
    // Go's memory may be less aligned than natural (fields of packed temporaries): a smaller hint is always right.
    this.out.u32(access.align);
    this.out.u32(offset);
  }

  /** Stores what `value` pushes in a fixed cell. */
  storeCell(address: number, value: () => void, op = 'i32.store'): void {
    this.i32(0);
    value();
    this.memory(op, address);
  }

  loadCell(address: number): void {
    this.i32(0);
    this.memory('i32.load', address);
  }

  if(then: () => void, result?: number): void {
    this.out.u8(opcode.if);
    this.out.u8(result ?? opcode.void);
    this.nest++;
    then();
    this.nest--;
    this.out.u8(opcode.end);
  }

  // ---- Locals

  local(id: number): number {
    return firstLocal + id;
  }

  /** A local of the function gets the value on the stack. */
  assign(id: number): void {
    this.assigned.add(id);
    this.set(this.local(id));
  }

  scratch(type: ValType): number {
    const free = this.#free[type].pop();
    if (free !== undefined) return free;
    this.scratchTypes.push(type);
    return firstLocal + this.func.locals.length + this.scratchTypes.length - 1;
  }

  release(type: ValType, local: number): void {
    this.#free[type].push(local);
  }

  // ---- Branches

  /** A structured block or loop is open while `body` runs; `br label` inside leads to it. */
  structured(kind: number, label: LabelId, body: () => void): void {
    this.out.u8(kind);
    this.out.u8(opcode.void);
    this.nest++;
    this.#structured.push({ label, depth: this.nest });
    body();
    this.#structured.pop();
    this.nest--;
    this.out.u8(opcode.end);
  }

  /** Depth of a statement label, or undefined if it lies behind us and must be reached through the dispatch. */
  labelDepth(label: LabelId): number | undefined {
    const inner = this.#structured.findLast((s) => s.label === label);
    if (inner) return this.nest - inner.depth;
    return this.caseDepth(this.caseOf(must(this.linear.targets.get(label), 'label')));
  }

  caseOf(itemLabel: number): number {
    return this.cases[itemLabel] as number;
  }

  caseDepth(target: number): number | undefined {
    return !this.fresh && target > this.currentCase ? this.nest + target - this.currentCase - 1 : undefined;
  }

  br(depth: number): void {
    this.out.u8(opcode.br);
    this.out.u32(depth);
  }

  jumpLabel(label: LabelId): void {
    const depth = this.labelDepth(label);
    if (depth !== undefined) this.br(depth);
    else this.jumpBack(this.caseOf(must(this.linear.targets.get(label), 'label')));
  }

  jumpCase(target: number): void {
    const depth = this.caseDepth(target);
    if (depth !== undefined) this.br(depth);
    else this.jumpBack(target);
  }

  jumpBack(target: number): void {
    this.setPc(target);
    this.br(this.#dispatchDepth());
  }

  setPc(pc: number): void {
    this.i32(pc);
    this.set(param.pc);
  }

  #dispatchDepth(): number {
    return this.fresh ? this.nest - 1 : this.nest + this.caseCount - 1 - this.currentCase;
  }

  brFuelOut(): void {
    this.br(this.#dispatchDepth() + 1);
  }

  brSuspend(): void {
    this.br(this.#dispatchDepth() + 2);
  }

  brUnwind(): void {
    this.br(this.#dispatchDepth() + 3);
  }

  /** A pc that only tells the statement: a goroutine that panics is never resumed at it. */
  panicPc(): number {
    let index = this.#panicSites.indexOf(this.site);
    if (index < 0) index = this.#panicSites.push(this.site) - 1;
    return this.caseCount + index;
  }

  get panicSites(): readonly number[] {
    return this.#panicSites;
  }

  /** Before a run-time error or a branch: the statements charged and not begun are not executed. */
  refund(): void {
    if (this.ahead === 0) return;
    this.get(param.fuel);
    this.i32(this.ahead);
    this.out.u8(0x6a); // i32.add
    this.set(param.fuel);
    if (this.context.notes === 'events') this.keepSite(this.site);
  }

  /** This is the last statement executed. */
  keepSite(site: number): void {
    this.storeCell(cell.site, () => this.i32(site));
  }

  storeFuel(): void {
    this.storeCell(cell.fuel, () => this.get(param.fuel));
  }
}
