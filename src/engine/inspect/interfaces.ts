/** Interface values: a type, and the value itself or its address. */
import { must } from '../../base/assert.ts';
import type { RuntimeKind } from '../ir/ir.ts';
import type { Reader } from './types.ts';

/** A value in memory, by its run-time type. */
export interface Place {
  readonly type: number;
  readonly at: number;
  /** A pointer that the program's code does without, because what it points to is in the frame: made up for the inspector, the address may be another one at every look. */
  readonly made?: true;
}

const pointerShaped: ReadonlySet<RuntimeKind> = new Set(['pointer', 'map', 'chan', 'func', 'unsafe.Pointer']);

/** Where the value of an interface lies; undefined: it is nil, or its object has been collected. */
export function boxedPlace({ program, memory }: Reader, at: number): Place | undefined {
  const type = memory.getUint32(at, true);
  if (type === 0) return undefined;
  const inWord = pointerShaped.has(must(program.types[type], 'type').kind);
  const place = { type, at: inWord ? at + 4 : memory.getUint32(at + 4, true) };
  return place.at === 0 ? undefined : place;
}
