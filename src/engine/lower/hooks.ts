/** Functions of the library that only observe: their calls are compiled only where somebody observes. */
import type { FuncObject } from '../types/objects.ts';

const marker = 'interleave:hook';

export function isHook(object: FuncObject): boolean {
  return object.decl !== undefined && object.decl.doc.includes(marker);
}
