/**
 * Finalizers: functions that programs want called with an object that nothing else refers to any more (runtime.SetFinalizer).
 *
 * They are in a hash table with open addressing, by object. The table does not keep its objects alive, but what they refer to, so that of two
 * objects with finalizers the one that refers to the other comes first. A collection that finds such an object unreachable keeps it once more,
 * takes it off the table and gives its finalizer a goroutine; the order is that of the addresses.
 *
 *   entry   object (0: empty) | closure | type of the function | type of the object
 */
import { frameHeader, slotSize } from '../memory/cells.ts';
import type { Mark } from '../memory/collector.ts';
import { plain } from '../memory/shapes.ts';
import type { Context } from './context.ts';
import { carrierSize, spawn, spawned } from './goroutine.ts';
import { readyLast } from './runqueue.ts';
import { at } from './state.ts';

const entrySize = 16;
const entryClosure = 4;
const entryFuncType = 8;
const entryType = 12;
const firstCapacity = 16;

interface Due { readonly object: number; readonly type: number; readonly closure: number; readonly funcType: number }

/** rt.SetFinalizer: what is wrong with the arguments, in Go's words; empty if nothing is. A finalizer nil (type 0) takes the object's away. */
export function setFinalizer(ctx: Context, type: number, object: number, funcType: number, closure: number): string {
  const problem = wrongObject(ctx, type, object);
  if (problem !== undefined) return problem;
  // Not on the heap, or without a size: there is nothing that could be collected.
  if (ctx.heap.objectAt(object) !== object || ctx.shapes.typeSize(ctx.type(type).elem) === 0) return '';
  const entry = find(ctx, object);
  if (funcType === 0) {
    if (entry !== 0) rebuild(ctx, ctx.mem.i32(at.finalizerCapacity), (other) => other !== object);
    return '';
  }
  if (entry !== 0) return 'runtime.SetFinalizer: finalizer already set';
  const unfit = wrongFinalizer(ctx, type, funcType);
  if (unfit === undefined) insert(ctx, object, closure, funcType, type);
  return unfit ?? '';
}

function wrongObject(ctx: Context, type: number, object: number): string | undefined {
  if (type === 0) return 'runtime.SetFinalizer: first argument is nil';
  const { kind, name } = ctx.type(type);
  if (kind !== 'pointer') return `runtime.SetFinalizer: first argument is ${name}, not pointer`;
  if (object === 0) return 'nil elem type!';
  const begin = ctx.heap.objectAt(object);
  return begin !== 0 && begin !== object ? 'runtime.SetFinalizer: pointer not at beginning of allocated block' : undefined;
}

function wrongFinalizer(ctx: Context, type: number, funcType: number): string | undefined {
  const { kind, name, params, variadic } = ctx.type(funcType);
  const given = ctx.type(type);
  if (kind !== 'func') return `runtime.SetFinalizer: second argument is ${name}, not a function`;
  const cannotPass = `runtime.SetFinalizer: cannot pass ${given.name} to finalizer ${name}`;
  if (variadic) return `${cannotPass} because dotdotdot`;
  if (params.length !== 1) return cannotPass;
  const wanted = ctx.type(params[0] as number);
  const fits = params[0] === type || wanted.kind === 'interface' || (wanted.kind === 'pointer' && wanted.elem === given.elem);
  return fits ? undefined : cannotPass;
}

/** Programs with finalizers can tell when a variable is used for the last time; for others a variable lives as long as its scope. */
export function hasFinalizers(ctx: Context): boolean {
  return ctx.mem.i32(at.finalizerCapacity) !== 0;
}

// ---- collections

/** Everything that objects with finalizers refer to, and the finalizers themselves. */
export function markFinalizers(ctx: Context, mark: Mark): void {
  mark(ctx.mem.i32(at.finalizers));
  eachEntry(ctx, (entry) => {
    ctx.collector.markContents(ctx.mem.i32(entry));
    mark(ctx.mem.i32(entry + entryClosure));
  });
}

/** Behind marking: takes the objects that nobody refers to off the table, and marks them. */
export function takeDue(ctx: Context, mark: Mark): readonly Due[] {
  const { mem, collector } = ctx;
  const due: Due[] = [];
  eachEntry(ctx, (entry) => {
    const object = mem.i32(entry);
    if (collector.isMarked(object)) return;
    due.push({ object, type: mem.i32(entry + entryType), closure: mem.i32(entry + entryClosure), funcType: mem.i32(entry + entryFuncType) });
  });
  if (due.length > 0) {
    const objects = new Set(due.map(({ object }) => object));
    rebuild(ctx, mem.i32(at.finalizerCapacity), (object) => !objects.has(object));
  }
  for (const { object } of due) mark(object);
  return due.sort((a, b) => a.object - b.object);
}

/** When the collection is over: each finalizer becomes a goroutine, in order behind those that are runnable. */
export function startFinalizers(ctx: Context, due: readonly Due[]): void {
  const { mem } = ctx;
  for (const { object, type, closure, funcType } of due) {
    const func = mem.i32(closure);
    const frame = spawn(ctx, func, closure, 0);
    const param = ctx.func(func).sig.results.reduce((offset, carrier) => offset + carrierSize(carrier), frameHeader);
    const isInterface = ctx.type(ctx.type(funcType).params[0] as number).kind === 'interface';
    if (isInterface) mem.setI32(frame + param, type);
    mem.setI32(frame + param + (isInterface ? slotSize : 0), object);
    spawned(ctx, readyLast);
  }
}

// ---- the table

/** Address of the entry, or of the empty one where it would be; 0 if there is no table. */
function probe(ctx: Context, object: number): number {
  const { mem } = ctx;
  const capacity = mem.i32(at.finalizerCapacity);
  if (capacity === 0) return 0;
  let slot = (Math.imul(object, 0x9e3779b1) >>> 8) & (capacity - 1);
  for (;;) {
    const entry = mem.i32(at.finalizers) + slot * entrySize;
    const found = mem.i32(entry);
    if (found === 0 || found === object) return entry;
    slot = (slot + 1) & (capacity - 1);
  }
}

function find(ctx: Context, object: number): number {
  const entry = probe(ctx, object);
  return entry === 0 || ctx.mem.i32(entry) === 0 ? 0 : entry;
}

function insert(ctx: Context, object: number, ...words: readonly number[]): void {
  const { mem } = ctx;
  if (mem.i32(at.finalizerCount) * 2 >= mem.i32(at.finalizerCapacity)) {
    rebuild(ctx, Math.max(firstCapacity, mem.i32(at.finalizerCapacity) * 2), () => true);
  }
  const entry = probe(ctx, object);
  mem.setI32(entry, object);
  words.forEach((word, i) => mem.setI32(entry + 4 + i * 4, word));
  mem.setI32(at.finalizerCount, mem.i32(at.finalizerCount) + 1);
}

function eachEntry(ctx: Context, visit: (entry: number) => void): void {
  const { mem } = ctx;
  const table = mem.i32(at.finalizers);
  const end = table + mem.i32(at.finalizerCapacity) * entrySize;
  for (let entry = table; entry < end; entry += entrySize) if (mem.i32(entry) !== 0) visit(entry);
}

/** A table of another capacity, or the same one in place, without the entries that are not to be kept. */
function rebuild(ctx: Context, capacity: number, keep: (object: number) => boolean): void {
  const { mem, heap } = ctx;
  const old = mem.i32(at.finalizers);
  const oldCapacity = mem.i32(at.finalizerCapacity);
  const words = new Int32Array(mem.bytes.slice(old, old + oldCapacity * entrySize).buffer);
  if (capacity === oldCapacity) mem.zero(old, capacity * entrySize);
  else mem.setI32(at.finalizers, heap.allocate(plain, capacity * entrySize));
  mem.setI32(at.finalizerCapacity, capacity);
  mem.setI32(at.finalizerCount, 0);
  for (let i = 0; i < words.length; i += 4) {
    const [object, ...rest] = words.subarray(i, i + 4) as unknown as [number, number, number, number];
    if (object !== 0 && keep(object)) insert(ctx, object, ...rest);
  }
}
