/**
 * Numbers of the objects of a recording, in order of first appearance. A channel holds its own; locks, timers, contexts and the like are found by
 * (address, kind) in a hash table with open addressing. The kind is part of the key because a struct and its first field have one address.
 *
 *   entry   address (0: empty) | kind | number | 1 once it has a name
 *   or      address | 0 | text address | text length      the name of something that has not appeared yet
 */
import { plain } from '../memory/shapes.ts';
import { Kind, ObjectKind } from '../trace/events.ts';
import type { Context } from './context.ts';
import { at, channel, objectEntry, objectHash } from './state.ts';
import { textAt } from './text.ts';

const pendingName = 0;
const firstCapacity = 64;

export function newObject(ctx: Context): number {
  const number = ctx.mem.i32(at.lastObject) + 1;
  ctx.mem.setI32(at.lastObject, number);
  return number;
}

const typeNames: readonly string[] = (() => {
  const names: string[] = [];
  names[ObjectKind.WaitGroup] = 'sync.WaitGroup';
  names[ObjectKind.Mutex] = 'sync.Mutex';
  names[ObjectKind.RWMutex] = 'sync.RWMutex';
  names[ObjectKind.Once] = 'sync.Once';
  names[ObjectKind.Cond] = 'sync.Cond';
  names[ObjectKind.Semaphore] = 'semaphore.Weighted';
  names[ObjectKind.Atomic] = 'atomic';
  names[ObjectKind.ErrGroup] = 'errgroup.Group';
  return names;
})();

/** Number of the object; at its first appearance a new one, announced in the recording unless it is a kind with an event of its own. */
export function objectNumber(ctx: Context, address: number, kind: number): number {
  const known = knownObject(ctx, address, kind);
  if (known !== 0) return known;
  const number = newObject(ctx);
  const name = typeNames[kind];
  if (ctx.recorder !== undefined && name !== undefined) ctx.emit(Kind.ObjectMake, ctx.gid, number, kind, ctx.string(name), ctx.site);
  const entry = insert(ctx, address, kind);
  ctx.mem.setI32(entry + objectEntry.number, number);
  if (name !== undefined) takePendingName(ctx, address, kind);
  return number;
}

/** 0 if it has not appeared. */
export function knownObject(ctx: Context, address: number, kind: number): number {
  const entry = find(ctx, address, kind);
  return entry === 0 ? 0 : ctx.mem.i32(entry + objectEntry.number);
}

/** Number of whatever object lies at this address, of any kind; 0 if there is none. */
export function objectAtAddress(ctx: Context, address: number): number {
  if (ctx.heap.isObject(address, ctx.shapes.channel)) return ctx.mem.i32(address + channel.number);
  for (const kind of Object.values(ObjectKind)) {
    const number = knownObject(ctx, address, kind);
    if (number !== 0) return number;
  }
  return 0;
}

// ---- names

/**
 * A variable got the channel, context or address of a sync object `address`. The first name stays. Objects appear when they are first used, so a
 * name given earlier is kept for them.
 */
export function nameObject(ctx: Context, address: number, text: number, length: number): void {
  if (address === 0) return;
  if (ctx.heap.isObject(address, ctx.shapes.channel)) nameChannel(ctx, address, text, length);
  else if (!nameKnown(ctx, address, text, length) && find(ctx, address, pendingName) === 0) {
    const entry = insert(ctx, address, pendingName);
    ctx.mem.setI32(entry + objectEntry.number, text);
    ctx.mem.setI32(entry + objectEntry.named, length);
  }
}

function nameChannel(ctx: Context, c: number, text: number, length: number): void {
  const { mem } = ctx;
  if (mem.i32(c + channel.named) !== 0) return;
  mem.setI32(c + channel.named, 1);
  emitName(ctx, mem.i32(c + channel.number), text, length);
}

function nameKnown(ctx: Context, address: number, text: number, length: number): boolean {
  let found = false;
  for (const kind of Object.values(ObjectKind)) {
    const entry = find(ctx, address, kind);
    if (entry === 0) continue;
    found = true;
    if (ctx.mem.i32(entry + objectEntry.named) === 0) emitName(ctx, ctx.mem.i32(entry + objectEntry.number), text, length);
    ctx.mem.setI32(entry + objectEntry.named, 1);
  }
  return found;
}

/** The object has appeared and been announced: it takes the name that was kept for it. */
export function takePendingName(ctx: Context, address: number, kind: number): void {
  const pending = find(ctx, address, pendingName);
  const entry = find(ctx, address, kind);
  if (pending === 0 || entry === 0 || ctx.mem.i32(entry + objectEntry.named) !== 0) return;
  ctx.mem.setI32(entry + objectEntry.named, 1);
  emitName(ctx, ctx.mem.i32(entry + objectEntry.number), ctx.mem.i32(pending + objectEntry.number), ctx.mem.i32(pending + objectEntry.named));
}

function emitName(ctx: Context, number: number, text: number, length: number): void {
  if (ctx.recorder !== undefined && length !== 0) ctx.emit(Kind.ObjectName, ctx.gid, number, ctx.string(textAt(ctx, text, length)));
}

// ---- the table

/** Address of the entry, or of the empty one where it would be; 0 if there is no table. */
function probe(ctx: Context, address: number, kind: number): number {
  const { mem } = ctx;
  const capacity = mem.i32(at.objectCapacity);
  if (capacity === 0) return 0;
  const table = mem.i32(at.objects);
  let slot = (Math.imul(address + kind, objectHash.factor) >>> objectHash.shift) & (capacity - 1);
  for (;;) {
    const entry = table + slot * objectEntry.size;
    const found = mem.i32(entry);
    if (found === 0 || (found === address && mem.i32(entry + objectEntry.kind) === kind)) return entry;
    slot = (slot + 1) & (capacity - 1);
  }
}

function find(ctx: Context, address: number, kind: number): number {
  const entry = probe(ctx, address, kind);
  return entry === 0 || ctx.mem.i32(entry) === 0 ? 0 : entry;
}

/** A new entry for a key that is not there. */
function insert(ctx: Context, address: number, kind: number): number {
  const { mem } = ctx;
  if (mem.i32(at.objectCount) * 2 >= mem.i32(at.objectCapacity))
    rebuild(ctx, Math.max(firstCapacity, mem.i32(at.objectCapacity) * 2), () => true);
  const entry = probe(ctx, address, kind);
  mem.setI32(entry, address);
  mem.setI32(entry + objectEntry.kind, kind);
  mem.setI32(at.objectCount, mem.i32(at.objectCount) + 1);
  return entry;
}

function rebuild(ctx: Context, capacity: number, keep: (address: number) => boolean): void {
  const { mem, heap } = ctx;
  const old = mem.i32(at.objects);
  const oldCapacity = mem.i32(at.objectCapacity);
  const entries = new Int32Array(mem.bytes.slice(old, old + oldCapacity * objectEntry.size).buffer);
  if (capacity === oldCapacity) mem.zero(old, capacity * objectEntry.size);
  else {
    mem.setI32(at.objects, heap.allocate(plain, capacity * objectEntry.size));
    if (old !== 0) heap.free(old);
  }
  mem.setI32(at.objectCapacity, capacity);
  let count = 0;
  for (let i = 0; i < entries.length; i += 4) {
    const address = entries[i] as number;
    if (address === 0 || !keep(address)) continue;
    const entry = probe(ctx, address, entries[i + 1] as number);
    for (let word = 0; word < 4; word++) mem.setI32(entry + word * 4, entries[i + word] as number);
    count++;
  }
  mem.setI32(at.objectCount, count);
}

/** During a collection, behind marking: forgets objects that are no more, because their addresses may be given to others. */
export function forgetUnreachable(ctx: Context): void {
  const capacity = ctx.mem.i32(at.objectCapacity);
  if (capacity !== 0) rebuild(ctx, capacity, (address) => ctx.collector.isMarked(address));
}
