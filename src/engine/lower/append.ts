/** append and copy (specification: "Appending to and copying slices"). */
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type { Fn } from './fn.ts';
import { sizeOf } from './layout.ts';
import { add, cond, i32, local, op, widen } from './ops.ts';
import { part, readsMemory, reusable, scalars, snapshot, write } from './values.ts';
import type { Value } from './values.ts';

interface Room { readonly slice: Value; readonly end: Expr }

/** A slice with the same elements and room for `count` more, and the address behind its last element. */
function withRoom(f: Fn, slice: Value, count: Expr): Room {
  const s = reusable(f, slice);
  const elem = s.type.as('slice').elem;
  const length = f.hold(add(part(s, 1), count), 'i32');
  const ptr = f.newLocal('i32', true);
  const capacity = f.newLocal('i32');
  f.set(ptr, part(s));
  f.set(capacity, part(s, 2));
  const args = [part(s), part(s, 1), part(s, 2), length, f.layoutNumber(elem)];
  f.if(op('i32.gt_u', length, local(capacity)), [{ k: 'native', native: natives.growSlice, args, results: [ptr, capacity], site: f.site }]);
  const end = add(local(ptr), op('i32.mul', part(s, 1), i32(sizeOf(elem))));
  return { slice: scalars(s.type, local(ptr), length, local(capacity)), end };
}

export function appendValues(f: Fn, slice: Value, values: readonly Value[]): Value {
  if (values.length === 0) return slice;
  const elem = slice.type.as('slice').elem;
  // Storing one element must not change what another one is read from.
  const fixed = values.length === 1 ? values : values.map((value) => (value.k === 'memory' || value.parts.some(readsMemory) ? snapshot(f, value) : value));
  const room = withRoom(f, slice, i32(values.length));
  const base = sizeOf(elem) === 0 ? i32(0) : f.hold(room.end, 'i32', true);
  fixed.forEach((value, i) => write(f, { k: 'memory', type: elem, base, offset: i * sizeOf(elem) }, value));
  return room.slice;
}

/** append(slice, more...) where `more` is a slice or a string. */
export function appendSlice(f: Fn, slice: Value, more: Value): Value {
  if (more.type.is('nil')) return slice;
  const elem = slice.type.as('slice').elem;
  const from = reusable(f, more);
  const count = part(from, 1);
  const room = withRoom(f, slice, count);
  f.emit({ k: 'copy', to: room.end, from: part(from), size: op('i32.mul', count, i32(sizeOf(elem))) });
  return room.slice;
}

/** copy(to, from): the number of elements copied. */
export function copySlice(f: Fn, to: Value, from: Value, result: Value['type']): Value {
  const [a, b] = [reusable(f, to), reusable(f, from)];
  const size = sizeOf(a.type.as('slice').elem);
  const shorter = cond('i32', op('i32.lt_s', part(a, 1), part(b, 1)), part(a, 1), part(b, 1));
  const count = f.hold(shorter, 'i32');
  f.emit({ k: 'copy', to: part(a), from: part(b), size: op('i32.mul', count, i32(size)) });
  return scalars(result, widen(count));
}
