/**
 * Where variables live, and their declaration.
 *
 * A variable is boxed on the heap if its address is taken, or if a function literal uses it and it changes after its declaration;
 * literals that use an unchanging variable get a copy. All others are scalar locals or memory slots of the frame.
 */
import { bug, must } from '../../base/assert.ts';
import type { DebugVar, LocalId } from '../ir/ir.ts';
import { columnOf, lineOf, type Pos } from '../syntax/positions.ts';
import type { VarObject } from '../types/objects.ts';
import type { Basic, Type } from '../types/types.ts';
import type { Fn, Storage } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { layoutOf } from './layout.ts';
import { allocate, placeOf, read, write, zeroMemory, zeroValue } from './values.ts';
import type { Place, Value } from './values.ts';

/** Larger arrays and structs do not burden the frame. */
export const maxSlotSize = 1024;

export function variableType(f: Fn, variable: VarObject): GoType {
  return f.type(must(variable.type, `type of ${variable.name}`));
}

export function isBoxed(f: Fn, variable: VarObject): boolean {
  if (f.world.escaping.has(variable)) return true;
  const layout = layoutOf(variableType(f, variable));
  return variable.addressed || (variable.captured && (variable.reassigned || variable.role === 'result')) || (!layout.parts && layout.size > maxSlotSize);
}

/** Chooses where the variable lives in this function. */
export function addStorage(f: Fn, variable: VarObject): Storage {
  const known = f.storage.get(variable);
  if (known) return known;
  const type = variableType(f, variable);
  const storage: Storage = isBoxed(f, variable) ? { k: 'boxed', local: f.newLocal('i32', true) } : unboxedStorage(f, type);
  f.storage.set(variable, storage);
  addDebug(f, variable, type, storage);
  return storage;
}

export function unboxedStorage(f: Fn, type: GoType): Storage {
  const layout = layoutOf(type);
  if (!layout.parts) return { k: 'slot', slot: f.newSlot(layout.size, layout.refs) };
  return { k: 'scalars', locals: layout.parts.map((p) => f.newLocal(p.type, p.ref)) };
}

export function addDebug(f: Fn, variable: VarObject, type: GoType, storage: Storage, special: Pick<DebugVar, 'inClosure' | 'pointee'> = {}): void {
  if (f.library || f.hidden || variable.name === '' || variable.name === '_') return;
  const fromLine = lineOf(variable.pos);
  const fromColumn = columnOf(variable.pos);
  const toLine = variable.parent ? lineOf(variable.parent.end) : fromLine;
  const param = variable.role === 'param' || variable.role === 'receiver';
  f.debug.push({ name: variable.name, type: f.symbols.id({ k: 'type', type }), at: debugPlace(storage), fromLine, fromColumn, toLine, param, ...special });
}

/** A result without a name, which is there while the calls deferred are made: at the closing brace. */
export function addUnnamedResult(f: Fn, index: number, type: GoType, storage: Storage, rbrace: Pos): void {
  if (f.library || f.hidden) return;
  const line = lineOf(rbrace);
  const name = `~r${index}`;
  f.debug.push({ name, type: f.symbols.id({ k: 'type', type }), at: debugPlace(storage), fromLine: line, fromColumn: columnOf(rbrace) - 1, toLine: line, param: false });
}

function debugPlace(storage: Storage): DebugVar['at'] {
  switch (storage.k) {
    case 'scalars':
      return { k: 'scalars', locals: storage.locals };
    case 'slot':
      return { k: 'slot', slot: storage.slot };
    case 'boxed':
      return { k: 'boxed', local: storage.local };
    case 'closure':
      return { k: 'captured', offset: storage.offset, boxed: false };
  }
}

/** The variable comes into being, with this value or zero. A boxed one gets a new box each time. */
export function declare(f: Fn, variable: VarObject, value?: Value): Place {
  const type = variableType(f, variable);
  const storage = addStorage(f, variable);
  if (storage.k === 'boxed') {
    const box = allocate(f, type);
    if (value) write(f, box, value);
    f.set(storage.local, box.base);
    return placeOf(storage, type, f);
  }
  const place = placeOf(storage, type, f);
  if (value) write(f, place, value);
  else if (place.k === 'memory') zeroMemory(f, place);
  else write(f, place, zeroValue(f, type));
  return place;
}

/** Declares a variable whose value arrives in these locals or this slot. */
export function declareParam(f: Fn, variable: VarObject): void {
  const type = variableType(f, variable);
  if (!isBoxed(f, variable)) {
    const storage = addStorage(f, variable);
    addParam(f, storage);
    return;
  }
  const arriving = unboxedStorage(f, type);
  addParam(f, arriving);
  f.storage.delete(variable);
  declare(f, variable, read(placeOf(arriving, type, f)));
}

export function addParam(f: Fn, storage: Storage): void {
  f.params.push(...dests(storage));
}

export function dests(storage: Storage): ({ readonly k: 'local'; readonly id: LocalId } | { readonly k: 'slot'; readonly id: number })[] {
  if (storage.k === 'scalars') return storage.locals.map((id) => ({ k: 'local', id }));
  return storage.k === 'slot' ? [{ k: 'slot', id: storage.slot }] : bug('a boxed parameter');
}

/** A variable that no source text declares, written once or through a box. */
export function hiddenVariable(type: Type & Basic): VarObject {
  return {
    kind: 'Var', name: '', pos: 0, pkg: undefined, parent: undefined, type, used: true, role: 'local', embedded: false, addressed: false, pointeeAddressed: false,
    captured: false, reassigned: true, perIteration: false,
  };
}
