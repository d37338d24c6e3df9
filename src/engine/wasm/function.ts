/** The code of a function, and its exact version: it can suspend at every statement, call and blocking operation, and be resumed there. */
import { assertUnreachable, bug } from '../../base/assert.ts';
import type { Func } from '../ir/ir.ts';
import { cell, Status } from '../memory/cells.ts';
import { Bytes } from './bytes.ts';
import { blockingNative, callStmt } from './calls.ts';
import { fastFunction, fastLoop } from './fast.ts';
import { type Cases, type CodeContext, Emitter, param } from './emitter.ts';
import { expression } from './expr.ts';
import { type FrameLayout, layoutFrame } from './frame.ts';
import { opcode, valTypeCode } from './instructions.ts';
import { collectImports, type Import } from './imports.ts';
import { type Item, type Linear, linearize } from './linear.ts';
import type { PatchedCode } from './patches.ts';
import { charge, jumpTable, plainStmt, poll, reloadLocal, returnStmt, spillLocal } from './stmt.ts';

/** Resume points are 15 bits of a frame's header. */
const maxResumePoints = 0x7fff;

export interface FunctionCode extends PatchedCode {
  readonly frame: FrameLayout;
  /** Site of each resume point (for panics too): where a suspended frame stands. 0: unknown or library. */
  readonly sites: Int32Array;
  /** Resume point of the deferred calls, or -1. */
  readonly deferPoint: number;
  /** Natives that it calls, in order of first use. */
  readonly imports: readonly Import[];
  /** Where the frame holds the list of deferred calls: see Func.defers. */
  readonly defers: { readonly offset: number; readonly boxed: boolean } | undefined;
}

/** Undefined if the function has too many resume points to be numbered. */
export function generateFunction(context: CodeContext, func: Func): FunctionCode | undefined {
  const frame = layoutFrame(func);
  const linear = linearize(func.body);
  const cases = numberCases(linear);
  if (cases.count > maxResumePoints / 2) return undefined;
  const emitter = new Emitter(context, func, frame, linear, cases, plainStmt);
  for (let i = 0; i < 3; i++) emitter.out.bytes([opcode.block, opcode.void]); // $unwind, $suspend, $fuelOut
  prologue(emitter);
  const sites = body(emitter);
  epilogue(emitter);
  return {
    locals: declareLocals(emitter),
    code: emitter.out.view().slice(),
    patches: emitter.patches,
    frame,
    sites: Int32Array.from([...sites, ...emitter.panicSites]),
    deferPoint: linear.deferPoint === undefined ? -1 : emitter.caseOf(linear.deferPoint),
    imports: collectImports(func),
    defers: func.defers && { offset: frame.locals[func.defers.local] as number, boxed: func.defers.boxed },
  };
}

export function numberCases(linear: Linear): Cases {
  const ofLabel = new Int32Array(linear.labels).fill(-1);
  let count = 1;
  let previousIsLabel = false;
  for (const item of linear.items) {
    if (item.i === 'label') {
      if (!previousIsLabel) count++;
      ofLabel[item.label] = count - 1;
    }
    previousIsLabel = item.i === 'label';
  }
  return { ofLabel, count };
}

/** Reads what the frame holds into locals: the parameters on a fresh call, everything when resumed. */
function prologue(emitter: Emitter): void {
  const { func, frame, out } = emitter;
  const inFrame = func.locals.flatMap((_, id) => ((frame.locals[id] as number) >= 0 ? [id] : []));
  const given = givenLocals(func);
  emitter.get(param.pc);
  out.u8(0x45); // i32.eqz
  emitter.if(() => {
    checkStack(emitter);
    for (const id of given) reloadLocal(emitter, id);
    zeroSlots(emitter);
    fastFunction(emitter);
    out.u8(opcode.else);
    for (const id of inFrame) reloadLocal(emitter, id);
  });
}

/** Those whose values the caller has stored in the frame. */
function givenLocals(func: Func): ReadonlySet<number> {
  const given = new Set(func.params.flatMap((dest) => (dest.k === 'local' ? [dest.id] : [])));
  if (func.closure !== undefined) given.add(func.closure);
  return given;
}

/** A frame that does not fit leaves everything as the caller made it, and begins anew when there is room. */
function checkStack(emitter: Emitter): void {
  const { out } = emitter;
  emitter.get(param.fp);
  emitter.i32(emitter.frame.need);
  out.u8(0x6a);
  emitter.loadCell(cell.limit);
  out.u8(0x4b); // i32.gt_u
  emitter.if(() => {
    emitter.get(param.fp);
    emitter.missingI32({ k: 'header' });
    emitter.memory('i32.store', 0);
    emitter.storeCell(cell.fp, () => emitter.get(param.fp));
    emitter.storeCell(cell.status, () => emitter.i32(Status.stack));
    emitter.storeFuel();
    emitter.i32(-1);
    out.u8(opcode.return);
  });
}

/** Memory slots are always in the frame, so they must be valid from the begin; parameters are. */
function zeroSlots(emitter: Emitter): void {
  const { func, frame, out } = emitter;
  const given = new Set(func.params.flatMap((dest) => (dest.k === 'slot' ? [dest.id] : [])));
  func.slots.forEach((slot, id) => {
    if (given.has(id) || slot.size === 0) return;
    emitter.get(param.fp);
    emitter.i32(frame.slots[id] as number);
    out.u8(0x6a);
    emitter.i32(0);
    emitter.i32(slot.size);
    out.bytes([opcode.bulk, opcode.memoryFill, 0]);
  });
}

function body(emitter: Emitter): readonly number[] {
  const { out, caseCount } = emitter;
  const sites = Array.from({ length: caseCount }, () => 0);
  sites[0] = emitter.func.site;
  emitter.fresh = false;
  out.bytes([opcode.loop, opcode.void]);
  for (let i = 0; i < caseCount; i++) out.bytes([opcode.block, opcode.void]);
  emitter.get(param.pc);
  jumpTable(emitter, Array.from({ length: caseCount }, (_, i) => (i === caseCount - 1 ? [i, 0] : [i])).flat());
  out.u8(opcode.end);
  for (const item of emitter.linear.items) emitItem(emitter, item, sites);
  returnStmt(emitter);
  out.u8(opcode.end); // loop
  out.u8(opcode.unreachable);
  return sites;
}

function emitItem(emitter: Emitter, item: Item, sites: number[]): void {
  switch (item.i) {
    case 'label': {
      const number = emitter.caseOf(item.label);
      if (number === emitter.currentCase) return;
      emitter.out.u8(opcode.end);
      emitter.currentCase = number;
      return;
    }
    case 'plain':
      plainStmt(emitter, item.stmt);
      return;
    case 'jump':
      emitter.jumpCase(emitter.caseOf(item.label));
      return;
    case 'jumpUnless':
      jumpUnless(emitter, item);
      return;
    case 'switch':
      jumpSwitch(emitter, item);
      return;
    case 'suspend':
      suspendPoint(emitter, item, sites);
      return;
    case 'fast':
      fastLoop(emitter, item.loop, item.end);
      return;
    default:
      assertUnreachable(item);
  }
}

function jumpUnless(emitter: Emitter, item: Extract<Item, { i: 'jumpUnless' }>): void {
  const target = emitter.caseOf(item.label);
  expression(emitter, item.cond);
  emitter.out.u8(0x45); // i32.eqz
  const depth = emitter.caseDepth(target);
  if (depth === undefined) emitter.if(() => emitter.jumpBack(target));
  else {
    emitter.out.u8(opcode.brIf);
    emitter.out.u32(depth);
  }
}

/** Labels behind us are reached through the dispatch, by a small chain: lowering makes none on hot paths. */
function jumpSwitch(emitter: Emitter, item: Extract<Item, { i: 'switch' }>): void {
  const depths = [...item.labels, item.other].map((label) => emitter.caseDepth(emitter.caseOf(label)));
  const forward = depths.filter((depth) => depth !== undefined);
  if (forward.length !== depths.length) bug('jump table to a label behind it');
  expression(emitter, item.value);
  jumpTable(emitter, forward);
}

function suspendPoint(emitter: Emitter, item: Extract<Item, { i: 'suspend' }>, sites: number[]): void {
  const { stmt } = item;
  const resume = emitter.caseOf(item.resume);
  switch (stmt.k) {
    case 'mark':
      sites[resume] = emitter.site = stmt.site;
      mark(emitter, resume);
      return;
    case 'poll':
      sites[resume] = emitter.site;
      poll(emitter, resume);
      return;
    case 'call':
      sites[resume] = stmt.site;
      callStmt(emitter, stmt, resume);
      return;
    case 'native':
      sites[resume] = emitter.site = stmt.site;
      blockingNative(emitter, stmt, resume);
      return;
    default:
      assertUnreachable(stmt);
  }
}

/** A statement begins: one unit of fuel, or wait here for more. */
function mark(emitter: Emitter, resume: number): void {
  emitter.get(param.fuel);
  emitter.out.u8(0x45); // i32.eqz
  emitter.if(() => {
    emitter.setPc(resume);
    emitter.brFuelOut();
  });
  charge(emitter, 1, emitter.site);
}

function epilogue(emitter: Emitter): void {
  const { out, func, frame } = emitter;
  out.u8(opcode.end); // $fuelOut
  emitter.storeCell(cell.status, () => emitter.i32(Status.fuel));
  out.u8(opcode.end); // $suspend
  emitter.storeCell(cell.fp, () => emitter.get(param.fp));
  emitter.storeFuel();
  out.u8(opcode.end); // $unwind
  const given = givenLocals(func);
  func.locals.forEach((_, id) => {
    if ((frame.locals[id] as number) >= 0 && (!given.has(id) || emitter.assigned.has(id))) spillLocal(emitter, id);
  });
  emitter.get(param.fp);
  emitter.get(param.pc);
  emitter.missingI32({ k: 'header' });
  out.u8(0x72); // i32.or
  emitter.memory('i32.store', 0);
  emitter.i32(-1);
  out.u8(opcode.end);
}

/** Runs of one type together. */
function declareLocals(emitter: Emitter): Uint8Array {
  const types = [...emitter.func.locals.map((local) => local.type), ...emitter.scratchTypes];
  const runs: { type: (typeof types)[number]; count: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  const bytes = new Bytes(4 * runs.length + 8);
  bytes.u32(runs.length);
  for (const run of runs) {
    bytes.u32(run.count);
    bytes.u8(valTypeCode[run.type]);
  }
  return bytes.view();
}
