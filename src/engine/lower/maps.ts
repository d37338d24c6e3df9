/** Map operations. Keys are handed to the runtime by address: a memory slot of the frame if they are not in memory already. */
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import { cell } from '../memory/cells.ts';
import type { Fn } from './fn.ts';
import { partsOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { cond, eqz, i32, load, local, not, op, widenU, zeroOf } from './ops.ts';
import { mayPanicComparing } from './runtimeTypes.ts';
import { addressOf, inMemory, part, scalars, tempMemory, write, zeroMemory } from './values.ts';
import type { MemoryValue, Value } from './values.ts';

/** The runtime answers 1 for a key that cannot be hashed; the id of its dynamic type is in the first result cell. */
function checkHashable(f: Fn, map: Value, answer: Expr): void {
  if (!mayPanicComparing(map.type.as('map').key)) return;
  f.panicIf(op('i32.eq', answer, i32(1)), PanicCode.unhashable, widenU(load('i32.load', i32(0), cell.results)));
}

export function makeMap(f: Fn, type: Value['type'], hint: Expr): Value {
  return scalars(type, callDirect(f, natives.mapNew, [f.typeId(type), hint], true));
}

/** The map to ask. Even in a nil map a key that cannot be hashed is not looked up, which an empty one finds out. */
function askedMap(f: Fn, map: Value): Expr {
  if (!mayPanicComparing(map.type.as('map').key)) return part(map);
  const asked = f.newLocal('i32', true);
  f.set(asked, part(map));
  f.if(eqz(local(asked)), f.body(() => f.set(asked, part(makeMap(f, map.type, i32(0))))));
  return local(asked);
}

/** m[k] as it is now, and whether it is present. */
export function mapIndex(f: Fn, map: Value, key: Value): { readonly value: Value; readonly ok: Expr } {
  const elem = map.type.as('map').elem;
  const address = callDirect(f, natives.mapGet, [askedMap(f, map), addressOf(inMemory(f, key))], true);
  checkHashable(f, map, address);
  const parts = partsOf(elem);
  if (parts) {
    const values = parts.map((p) => f.hold(cond(p.type, address, load(p.load, address, p.offset), zeroOf(p.type)), p.type, p.ref));
    return { value: scalars(elem, ...values), ok: not(eqz(address)) };
  }
  const copy = tempMemory(f, elem);
  f.if(address, f.body(() => write(f, copy, { k: 'memory', type: elem, base: address, offset: 0 })), f.body(() => zeroMemory(f, copy)));
  return { value: copy, ok: not(eqz(address)) };
}

/** The place of m[k], inserted if absent. Valid until the map changes: store there at once. */
export function mapElement(f: Fn, map: Value, key: Value): MemoryValue {
  const m = f.reuse(part(map), 'i32', true);
  f.panicIf(eqz(m), PanicCode.nilMap);
  const address = callDirect(f, natives.mapSet, [m, addressOf(inMemory(f, key))], true);
  checkHashable(f, map, address);
  return { k: 'memory', type: map.type.as('map').elem, base: address, offset: 0 };
}

export function mapDelete(f: Fn, map: Value, key: Value): void {
  checkHashable(f, map, callDirect(f, natives.mapDelete, [askedMap(f, map), addressOf(inMemory(f, key))]));
}
