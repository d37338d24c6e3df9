/**
 * Maps: entries in the order of insertion, and for more than eight a hash index over them.
 *
 *   entries   | hash | serial | key | value | hash | serial | ...      hash 0: a deleted entry (live ones have odd hashes)
 *   index     i32 words, 0 empty, else entry number + 1; linear probing; deleted entries stay in it until entries are moved together
 *
 * Serial numbers grow along the entries and are never given twice, so that an iteration finds its place again after entries have moved: it
 * visits those that were there at its begin, from one chosen by the schedule on, round to the one before it. What is deleted meanwhile is not
 * visited, what is inserted meanwhile is not either (Go leaves it open).
 */
import { invariant } from '../../base/assert.ts';
import { cell } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import { DecisionKind } from '../trace/events.ts';
import type { Context } from './context.ts';
import { choose } from './decisions.ts';
import { equality, equalValues, hashBytes, hashValue, mixWord, unhashable } from './equality.ts';
import { mapHeader as header, KeyKind, type MapLayout } from './typeShapes.ts';

const mostUnindexed = 8;
const entrySerial = 4;

export function mapNew(ctx: Context, type: number, hint: number): number {
  const map = ctx.heap.allocate(ctx.shapes.map, header.size);
  ctx.mem.setI32(map + header.type, type);
  ctx.mem.setI32(map + header.serial, 1);
  if (hint > 0) resize(ctx, map, ctx.shapes.mapLayout(type), hint);
  return map;
}

export function mapLen(ctx: Context, map: number): number {
  return map === 0 ? 0 : ctx.mem.i32(map + header.count);
}

// ---- finding

/** Odd, so that it is not 0. */
function hashKey(ctx: Context, layout: MapLayout, key: number): number {
  const { mem } = ctx;
  switch (layout.keyKind) {
    case KeyKind.word:
      return mixWord(0, mem.i32(key)) | 1;
    case KeyKind.long:
      return mixWord(mixWord(0, mem.i32(key)), mem.i32(key + 4)) | 1;
    case KeyKind.string:
      return hashBytes(mem.bytes, mem.i32(key), mem.i32(key + 4)) | 1;
    default:
      return hashValue(ctx, layout.key, key) | 1;
  }
}

function sameKey(ctx: Context, layout: MapLayout, a: number, b: number): boolean {
  const { mem } = ctx;
  switch (layout.keyKind) {
    case KeyKind.word:
      return mem.i32(a) === mem.i32(b);
    case KeyKind.long:
      return mem.i32(a) === mem.i32(b) && mem.i32(a + 4) === mem.i32(b + 4);
    case KeyKind.string:
      return sameString(mem.bytes, mem.i32(a), mem.i32(a + 4), mem.i32(b), mem.i32(b + 4));
    default:
      return equalValues(ctx, layout.key, a, b) === equality.equal;
  }
}

function sameString(bytes: Uint8Array, a: number, aLength: number, b: number, bLength: number): boolean {
  if (aLength !== bLength) return false;
  if (a === b) return true;
  for (let i = 0; i < aLength; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

/** Address of the entry with this key, 0 if there is none. */
function find(ctx: Context, map: number, layout: MapLayout, key: number, hash: number): number {
  const { mem } = ctx;
  const entries = mem.i32(map + header.entries);
  const index = mem.i32(map + header.index);
  const { entrySize, keyOffset } = layout;
  if (index === 0) {
    const end = entries + mem.i32(map + header.used) * entrySize;
    for (let entry = entries; entry < end; entry += entrySize) {
      if (mem.i32(entry) === hash && sameKey(ctx, layout, entry + keyOffset, key)) return entry;
    }
    return 0;
  }
  const mask = mem.i32(map + header.mask);
  for (let slot = (hash >>> 1) & mask; ; slot = (slot + 1) & mask) {
    const number = mem.i32(index + (slot << 2));
    if (number === 0) return 0;
    const entry = entries + (number - 1) * entrySize;
    if (mem.i32(entry) === hash && sameKey(ctx, layout, entry + keyOffset, key)) return entry;
  }
}

/** Type of an unhashable key goes to the first result. */
function isUnhashable(ctx: Context, layout: MapLayout): boolean {
  if (layout.keyKind !== KeyKind.other || unhashable() === 0) return false;
  ctx.mem.setI32(cell.results, unhashable());
  return true;
}

const absent = 0;
const notHashable = 1;

/** Address of the value, 0 absent, 1 not hashable. */
export function mapGet(ctx: Context, map: number, key: number): number {
  if (map === 0) return absent;
  const layout = ctx.shapes.mapLayout(ctx.mem.i32(map + header.type));
  const hash = hashKey(ctx, layout, key);
  if (isUnhashable(ctx, layout)) return notHashable;
  const entry = find(ctx, map, layout, key, hash);
  return entry === 0 ? absent : entry + layout.valueOffset;
}

// ---- changing

/** Address of the value, inserted zero if absent; 1 not hashable. */
export function mapSet(ctx: Context, map: number, key: number): number {
  const layout = ctx.shapes.mapLayout(ctx.mem.i32(map + header.type));
  const hash = hashKey(ctx, layout, key);
  if (isUnhashable(ctx, layout)) return notHashable;
  const found = find(ctx, map, layout, key, hash);
  return (found !== 0 ? found : insert(ctx, map, layout, key, hash)) + layout.valueOffset;
}

function insert(ctx: Context, map: number, layout: MapLayout, key: number, hash: number): number {
  const { mem } = ctx;
  const used = mem.i32(map + header.used);
  if (used === mem.i32(map + header.capacity)) {
    const count = mem.i32(map + header.count);
    // With many deleted entries moving together makes enough room.
    resize(ctx, map, layout, count < used - (used >> 2) ? used : Math.max(mostUnindexed, used * 2));
    return insert(ctx, map, layout, key, hash);
  }
  const entry = mem.i32(map + header.entries) + used * layout.entrySize;
  const serial = mem.i32(map + header.serial);
  mem.setI32(entry, hash);
  mem.setI32(entry + entrySerial, serial);
  mem.copy(entry + layout.keyOffset, key, layout.key.layout.size);
  mem.setI32(map + header.serial, serial + 1);
  mem.setI32(map + header.used, used + 1);
  mem.setI32(map + header.count, mem.i32(map + header.count) + 1);
  if (mem.i32(map + header.index) !== 0) enterIndex(ctx, map, used, hash);
  return entry;
}

function enterIndex(ctx: Context, map: number, number: number, hash: number): void {
  const { mem } = ctx;
  const index = mem.i32(map + header.index);
  const mask = mem.i32(map + header.mask);
  let slot = (hash >>> 1) & mask;
  while (mem.i32(index + (slot << 2)) !== 0) slot = (slot + 1) & mask;
  mem.setI32(index + (slot << 2), number + 1);
}

/** Moves the live entries together into room for `capacity`, and makes the index anew. */
function resize(ctx: Context, map: number, layout: MapLayout, capacity: number): void {
  const { mem, heap } = ctx;
  const old = mem.i32(map + header.entries);
  const used = mem.i32(map + header.used);
  const { entrySize } = layout;
  const entries = heap.allocate(layout.entryShape, capacity * entrySize);
  let live = 0;
  for (let i = 0; i < used; i++) {
    const from = old + i * entrySize;
    if (mem.i32(from) !== 0) mem.copy(entries + live++ * entrySize, from, entrySize);
  }
  mem.setI32(map + header.entries, entries);
  mem.setI32(map + header.used, live);
  mem.setI32(map + header.capacity, capacity);
  mem.setI32(map + header.epoch, mem.i32(map + header.epoch) + 1);
  mem.setI32(map + header.index, 0);
  if (capacity <= mostUnindexed) return;
  let slots = 16;
  while (slots < capacity + (capacity >> 1)) slots *= 2;
  mem.setI32(map + header.index, heap.allocate(plain, slots * 4));
  mem.setI32(map + header.mask, slots - 1);
  for (let i = 0; i < live; i++) enterIndex(ctx, map, i, mem.i32(entries + i * entrySize));
}

/** 0, or 1 not hashable. */
export function mapDelete(ctx: Context, map: number, key: number): number {
  if (map === 0) return 0;
  const { mem } = ctx;
  const layout = ctx.shapes.mapLayout(mem.i32(map + header.type));
  const hash = hashKey(ctx, layout, key);
  if (isUnhashable(ctx, layout)) return notHashable;
  const entry = find(ctx, map, layout, key, hash);
  if (entry === 0) return 0;
  mem.setI32(entry, 0);
  mem.zero(entry + layout.keyOffset, layout.entrySize - layout.keyOffset);
  mem.setI32(map + header.count, mem.i32(map + header.count) - 1);
  return 0;
}

export function mapClear(ctx: Context, map: number): void {
  if (map === 0) return;
  const { mem } = ctx;
  const { entrySize } = ctx.shapes.mapLayout(mem.i32(map + header.type));
  mem.zero(mem.i32(map + header.entries), mem.i32(map + header.used) * entrySize);
  if (mem.i32(map + header.index) !== 0) mem.zero(mem.i32(map + header.index), (mem.i32(map + header.mask) + 1) * 4);
  mem.setI32(map + header.count, 0);
  mem.setI32(map + header.used, 0);
  mem.setI32(map + header.epoch, mem.i32(map + header.epoch) + 1);
}

// ---- iterating

/** 32 bytes; the first three words are addresses. */
const iterator = {
  map: 0,
  key: 4,
  value: 8,
  /** Number of the entry to look at next, valid in the epoch `epoch` of the map; in others it is the first with a serial >= `next`. */
  position: 12,
  /** Epoch * 2 + 1 once the iteration has come round to the begin. */
  epoch: 16,
  next: 20,
  /** Serial of the entry it began with, and of the first that was not there at its begin. */
  start: 24,
  limit: 28,
} as const;

export function mapIterInit(ctx: Context, map: number, it: number): void {
  const { mem } = ctx;
  mem.zero(it, 32);
  const count = mapLen(ctx, map);
  if (count === 0) return;
  const { entrySize } = ctx.shapes.mapLayout(mem.i32(map + header.type));
  const chosen = choose(ctx, DecisionKind.Map, count, () => '');
  const first = Math.floor((chosen * mem.i32(map + header.used)) / count);
  const serial = mem.i32(mem.i32(map + header.entries) + first * entrySize + entrySerial);
  mem.setI32(it + iterator.map, map);
  mem.setI32(it + iterator.position, first);
  mem.setI32(it + iterator.epoch, mem.i32(map + header.epoch) << 1);
  mem.setI32(it + iterator.next, serial);
  mem.setI32(it + iterator.start, serial);
  mem.setI32(it + iterator.limit, mem.i32(map + header.serial));
}

export function mapIterNext(ctx: Context, it: number): void {
  const { mem } = ctx;
  const map = mem.i32(it + iterator.map);
  if (map === 0) return;
  const layout = ctx.shapes.mapLayout(mem.i32(map + header.type));
  const entries = mem.i32(map + header.entries);
  const used = mem.i32(map + header.used);
  let round = mem.i32(it + iterator.epoch) & 1;
  let position = place(ctx, it, map, layout);
  for (;;) {
    const entry = entries + position * layout.entrySize;
    const serial = position < used ? mem.i32(entry + entrySerial) : Infinity;
    if (serial >= mem.i32(it + (round === 0 ? iterator.limit : iterator.start))) {
      if (round === 1) return end(ctx, it);
      round = 1;
      position = 0;
      continue;
    }
    position++;
    if (mem.i32(entry) === 0) continue;
    mem.setI32(it + iterator.key, entry + layout.keyOffset);
    mem.setI32(it + iterator.value, entry + layout.valueOffset);
    mem.setI32(it + iterator.position, position);
    mem.setI32(it + iterator.epoch, (mem.i32(map + header.epoch) << 1) | round);
    mem.setI32(it + iterator.next, serial + 1);
    return;
  }
}

/** Number of the entry to look at next: found again by its serial if entries have moved. */
function place(ctx: Context, it: number, map: number, layout: MapLayout): number {
  const { mem } = ctx;
  if (mem.i32(it + iterator.epoch) >> 1 === (mem.i32(map + header.epoch) << 1) >> 1) return mem.i32(it + iterator.position);
  const entries = mem.i32(map + header.entries);
  const next = mem.i32(it + iterator.next);
  let low = 0;
  let high = mem.i32(map + header.used);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mem.i32(entries + middle * layout.entrySize + entrySerial) < next) low = middle + 1;
    else high = middle;
  }
  return low;
}

function end(ctx: Context, it: number): void {
  ctx.mem.setI32(it + iterator.map, 0);
  ctx.mem.setI32(it + iterator.key, 0);
  ctx.mem.setI32(it + iterator.value, 0);
}

// ---- looking, for fmt and for inspection

/** Number of the first live entry at or behind `position`, -1 if there is none. */
export function mapNext(ctx: Context, map: number, position: number): number {
  if (map === 0) return -1;
  const { mem } = ctx;
  const { entrySize } = ctx.shapes.mapLayout(mem.i32(map + header.type));
  const used = mem.i32(map + header.used);
  for (let i = position; i < used; i++) if (mem.i32(mem.i32(map + header.entries) + i * entrySize) !== 0) return i;
  return -1;
}

export function mapKey(ctx: Context, map: number, position: number): number {
  const layout = ctx.shapes.mapLayout(ctx.mem.i32(map + header.type));
  return ctx.mem.i32(map + header.entries) + position * layout.entrySize + layout.keyOffset;
}

export function mapElem(ctx: Context, map: number, position: number): number {
  const layout = ctx.shapes.mapLayout(ctx.mem.i32(map + header.type));
  return ctx.mem.i32(map + header.entries) + position * layout.entrySize + layout.valueOffset;
}

/** Addresses of keys and values of up to `most` entries, in the order of insertion. */
export function mapEntries(
  ctx: Context,
  map: number,
  most: number,
): { readonly type: number; readonly count: number; readonly entries: { readonly key: number; readonly value: number }[] } {
  const entries = [];
  for (let at = mapNext(ctx, map, 0); at >= 0 && entries.length < most; at = mapNext(ctx, map, at + 1)) {
    entries.push({ key: mapKey(ctx, map, at), value: mapElem(ctx, map, at) });
  }
  return { type: ctx.mem.i32(map + header.type), count: mapLen(ctx, map), entries };
}

export function checkMap(ctx: Context, map: number): void {
  const { mem } = ctx;
  const { entrySize } = ctx.shapes.mapLayout(mem.i32(map + header.type));
  let live = 0;
  let last = 0;
  for (let i = 0; i < mem.i32(map + header.used); i++) {
    const entry = mem.i32(map + header.entries) + i * entrySize;
    if (mem.i32(entry) !== 0) live++;
    invariant(mem.i32(entry + entrySerial) > last, 'serials grow along the entries');
    last = mem.i32(entry + entrySerial);
  }
  invariant(live === mem.i32(map + header.count), 'the count of live entries is right');
}
