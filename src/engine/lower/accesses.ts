/**
 * Accesses to memory that other goroutines may know. With schedules of that granularity each is a step of its own, so that what a processor does
 * between two statements can be seen: `x++` reads, may be interrupted, and writes.
 */
import type { Fn } from './fn.ts';
import { read, snapshot, write } from './values.ts';
import type { Place, Value } from './values.ts';

/** Variables on the heap, package variables, and whatever is behind a pointer. */
function isShared(f: Fn, place: Place): boolean {
  return f.world.options.granularity === 'access' && !f.library && place.k === 'memory' && place.base.k !== 'frameAddr';
}

export function readShared(f: Fn, place: Place): Value {
  if (!isShared(f, place)) return read(place);
  f.emit({ k: 'mark', site: f.site });
  return snapshot(f, read(place));
}

export function writeShared(f: Fn, place: Place, value: Value): void {
  if (isShared(f, place)) f.emit({ k: 'mark', site: f.site });
  write(f, place, value);
}
