/** Functions of the library that only observe: their calls are compiled only where somebody observes. */
import type { File } from '../syntax/nodes.ts';
import { fileOf, lineOf } from '../syntax/positions.ts';
import type { FuncObject } from '../types/objects.ts';

const marker = '//interleave:hook';

/** Lines of a file below a marker. */
const marked = new WeakMap<File, ReadonlySet<number>>();

export function isHook(object: FuncObject): boolean {
  const { decl, pkg } = object;
  if (!decl || !pkg?.library) return false;
  const file = pkg.files.find(({ index }) => index === fileOf(decl.pos));
  if (!file) return false;
  let lines = marked.get(file);
  if (!lines) marked.set(file, (lines = new Set(file.comments.filter(({ text }) => text.startsWith(marker)).map(({ pos }) => lineOf(pos) + 1))));
  return lines.has(lineOf(decl.pos));
}
