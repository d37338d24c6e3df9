/**
 * Values of Go expressions, and places that hold them.
 *
 * A scalar value is a list of pure expressions, one per part of its type; a memory value is an address where it can be read until the
 * statement ends or something is stored there. `base` is always simple, so it may be used many times.
 */
import { bug } from '../../base/assert.ts';
import type { Expr, LocalId } from '../ir/ir.ts';
import { PanicCode } from '../ir/ir.ts';
import type { VarObject } from '../types/objects.ts';
import type { Fn, Storage } from './fn.ts';
import { noEnv } from './goTypes.ts';
import type { GoType } from './goTypes.ts';
import { fieldOffset, fieldPartStart, layoutOf, partsOf, scalarParts } from './layout.ts';
import { add, eqz, i32, isConst, load, local, zeroOf } from './ops.ts';
import { natives } from '../ir/natives.ts';

export interface ScalarValue { readonly k: 'scalars'; readonly type: GoType; readonly parts: readonly Expr[] }
export interface MemoryValue { readonly k: 'memory'; readonly type: GoType; readonly base: Expr; readonly offset: number }
export type Value = ScalarValue | MemoryValue;

/** An assignable place. */
export type Place = MemoryValue | { readonly k: 'locals'; readonly type: GoType; readonly locals: readonly LocalId[] };

export function scalars(type: GoType, ...parts: Expr[]): ScalarValue {
  return { k: 'scalars', type, parts };
}
export function partsOfValue(value: Value): readonly Expr[] {
  return value.k === 'scalars' ? value.parts : bug(`${value.type.name} is a memory value`);
}
/** Part i of a scalar value; the only one by default. */
export function part(value: Value, i = 0): Expr {
  return partsOfValue(value)[i] ?? bug(`${value.type.name} has no part ${i}`);
}
export function addressOf(memory: MemoryValue): Expr {
  if (memory.offset === 0) return memory.base;
  const base = memory.base;
  if (base.k === 'frameAddr' || base.k === 'globalAddr') return { ...base, offset: base.offset + memory.offset };
  return add(base, i32(memory.offset));
}

/** The memory at an address that was computed now: bound to a local unless it is simple. */
export function memoryAt(f: Fn, type: GoType, address: Expr): MemoryValue {
  return { k: 'memory', type, base: f.reuse(address, 'i32', true), offset: 0 };
}
export function slotMemory(type: GoType, slot: number): MemoryValue {
  return { k: 'memory', type, base: { k: 'frameAddr', slot, offset: 0 }, offset: 0 };
}
/** Memory behind a pointer, which must not be nil. */
export function deref(f: Fn, type: GoType, pointer: Expr): MemoryValue {
  const memory = memoryAt(f, type, pointer);
  const known = memory.base.k === 'symbol' || (memory.base.k === 'const' && Number(memory.base.value) !== 0);
  if (!known) f.panicIf(eqz(memory.base), PanicCode.nil);
  return memory;
}

/** Reads a place: loads of scalars, or the memory itself. */
export function read(place: Place): Value {
  if (place.k === 'locals') return scalars(place.type, ...place.locals.map(local));
  const parts = partsOf(place.type);
  return parts ? scalars(place.type, ...parts.map((p) => load(p.load, place.base, place.offset + p.offset))) : place;
}

/** Writes a place. */
export function write(f: Fn, place: Place, value: Value): void {
  if (place.k === 'locals') {
    const parts = parallel(f, partsOfValue(value), place);
    place.locals.forEach((id, i) => f.set(id, parts[i] ?? bug('too few parts')));
    return;
  }
  const parts = partsOf(place.type);
  if (!parts) {
    if (value.k !== 'memory') bug(`scalars for ${place.type.name}`);
    const size = layoutOf(place.type).size;
    f.emit({ k: 'copy', to: addressOf(place), from: addressOf(value), size: i32(size) });
    return;
  }
  const values = partsOfValue(value);
  // A later part must not be read from what an earlier store has changed.
  const held = values.length > 1 ? values.map((v, i) => (i > 0 && readsMemory(v) ? f.hold(v, parts[i]?.type ?? 'i32', parts[i]?.ref) : v)) : values;
  parts.forEach((p, i) => f.emit({ k: 'store', op: p.store, addr: place.base, offset: place.offset + p.offset, value: held[i] ?? bug('too few parts') }));
}

/** Parts that may read the locals about to be set are evaluated first. */
function parallel(f: Fn, parts: readonly Expr[], place: { readonly type: GoType; readonly locals: readonly LocalId[] }): readonly Expr[] {
  if (parts.length < 2) return parts;
  const types = scalarParts(place.type);
  return parts.map((p, i) => {
    const earlier = new Set(place.locals.slice(0, i));
    return mentions(p, earlier) ? f.hold(p, types[i]?.type ?? 'i32', types[i]?.ref) : p;
  });
}

/** Whether the expression reads one of these locals. */
export function mentions(e: Expr, locals: ReadonlySet<LocalId>): boolean {
  switch (e.k) {
    case 'local':
      return locals.has(e.id);
    case 'op':
      return e.args.some((arg) => mentions(arg, locals));
    case 'load':
      return mentions(e.addr, locals);
    case 'cond':
      return mentions(e.cond, locals) || mentions(e.then, locals) || mentions(e.else, locals);
    case 'seq':
      return true;
    default:
      return false;
  }
}
export function readsMemory(e: Expr): boolean {
  switch (e.k) {
    case 'load':
    case 'seq':
      return true;
    case 'op':
      return e.args.some(readsMemory);
    case 'cond':
      return readsMemory(e.cond) || readsMemory(e.then) || readsMemory(e.else);
    default:
      return false;
  }
}

/** Values above this size do not burden the frame. */
const maxTempSize = 4096;

/** Memory for the rest of the statement, with undefined contents. */
export function tempMemory(f: Fn, type: GoType): MemoryValue {
  const layout = layoutOf(type);
  return layout.size > maxTempSize ? allocate(f, type) : slotMemory(type, f.tempSlot(layout));
}

/** The value as it is now, whatever is assigned later in the statement. */
export function snapshot(f: Fn, value: Value): Value {
  if (value.k === 'memory') {
    const copy = tempMemory(f, value.type);
    write(f, copy, value);
    return copy;
  }
  const parts = scalarParts(value.type);
  return scalars(value.type, ...value.parts.map((e, i) => (isConst(e) ? e : f.hold(e, parts[i]?.type ?? 'i32', parts[i]?.ref))));
}

/** The value with parts that may be used several times within the statement. */
export function reusable(f: Fn, value: Value): Value {
  if (value.k === 'memory') return value;
  const parts = scalarParts(value.type);
  return scalars(value.type, ...value.parts.map((e, i) => f.reuse(e, parts[i]?.type ?? 'i32', parts[i]?.ref)));
}

/** The same bits seen as another type of the same layout. */
export function retype(value: Value, type: GoType): Value {
  return { ...value, type };
}

export function zeroValue(f: Fn, type: GoType): Value {
  const parts = partsOf(type);
  if (parts) return scalars(type, ...parts.map((p) => zeroOf(p.type)));
  const memory = tempMemory(f, type);
  zeroMemory(f, memory);
  return memory;
}
export function zeroMemory(f: Fn, memory: MemoryValue): void {
  f.emit({ k: 'zero', to: addressOf(memory), size: i32(layoutOf(memory.type).size) });
}

/** Field `index` of a struct value. */
export function fieldOf(value: Value, index: number): Value {
  const field = value.type.as('struct').fields[index] ?? bug('no such field');
  if (value.k === 'memory') return read({ k: 'memory', type: field.type, base: value.base, offset: value.offset + fieldOffset(value.type, index) });
  const start = fieldPartStart(value.type, index);
  return scalars(field.type, ...value.parts.slice(start, start + scalarParts(field.type).length));
}
export function fieldPlace(place: Place, index: number): Place {
  const field = place.type.as('struct').fields[index] ?? bug('no such field');
  if (place.k === 'memory') return { k: 'memory', type: field.type, base: place.base, offset: place.offset + fieldOffset(place.type, index) };
  const start = fieldPartStart(place.type, index);
  return { k: 'locals', type: field.type, locals: place.locals.slice(start, start + scalarParts(field.type).length) };
}

/** An address where the value can be read during this statement. */
export function inMemory(f: Fn, value: Value): MemoryValue {
  if (value.k === 'memory') return value;
  const copy = slotMemory(value.type, f.tempSlot(layoutOf(value.type)));
  write(f, copy, value);
  return copy;
}

const mostBytes = 2 ** 30;

/** A new zero value of the type on the heap. */
export function allocate(f: Fn, type: GoType): MemoryValue {
  const address = f.newLocal('i32', true);
  const { size } = layoutOf(type);
  if (type.is('array') && size > 4096) {
    // More than the address space holds is as good as all of it: there is not enough memory.
    const count = Math.min(type.shape.length, Math.floor(mostBytes / layoutOf(type.shape.elem).size));
    f.emit({ k: 'native', native: natives.newArray, args: [f.layoutNumber(type.shape.elem), i32(count)], results: [address], site: 0 });
  } else {
    f.emit({ k: 'native', native: natives.new, args: [f.layoutNumber(type)], results: [address], site: 0 });
  }
  return { k: 'memory', type, base: local(address), offset: 0 };
}

/** The place of a variable. */
export function placeOf(storage: Storage, type: GoType, f: Fn): Place {
  switch (storage.k) {
    case 'scalars':
      return { k: 'locals', type, locals: storage.locals };
    case 'slot':
      return slotMemory(type, storage.slot);
    case 'boxed':
      return { k: 'memory', type, base: local(storage.local), offset: 0 };
    case 'closure':
      return { k: 'memory', type, base: local(f.closureLocal()), offset: storage.offset };
  }
}

/** The place of a variable that is in scope here. */
export function variablePlace(f: Fn, variable: VarObject): Place {
  if (variable.role === 'package') {
    const type = f.world.types.of(variable.type ?? bug(`type of ${variable.name}`), noEnv);
    return { k: 'memory', type, base: { k: 'globalAddr', symbol: f.symbols.id({ k: 'global', variable }), offset: 0 }, offset: 0 };
  }
  const storage = f.storage.get(variable) ?? bug(`variable ${variable.name} has no storage in ${f.name}`);
  return placeOf(storage, f.type(variable.type ?? bug(`type of ${variable.name}`)), f);
}
