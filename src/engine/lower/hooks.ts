/**
 * What comments of the library say about functions, in a line directly above them:
 *  - `//interleave:hook`: it only observes; its calls are compiled only where somebody observes.
 *  - `//interleave:kinds float32 float64`: it is only called for values of these kinds. A program in which no interface can hold such a value does without it.
 */
import type { File } from '../syntax/nodes.ts';
import { fileOf, lineOf } from '../syntax/positions.ts';
import type { FuncObject } from '../types/objects.ts';

const prefix = '//interleave:';

/** What stands behind the prefix, by the line below. */
const remarks = new WeakMap<File, ReadonlyMap<number, string>>();

function remarkOn(object: FuncObject): string {
  const { decl, pkg } = object;
  if (!decl || !pkg?.library) return '';
  const file = pkg.files.find(({ index }) => index === fileOf(decl.pos));
  if (!file) return '';
  let lines = remarks.get(file);
  if (!lines) remarks.set(file, (lines = remarksOf(file)));
  return lines.get(lineOf(decl.pos)) ?? '';
}

function remarksOf(file: File): Map<number, string> {
  const found = file.comments.filter(({ text }) => text.startsWith(prefix));
  return new Map(found.map(({ text, pos }) => [lineOf(pos) + 1, text.slice(prefix.length).trim()]));
}

export function isHook(object: FuncObject): boolean {
  return remarkOn(object) === 'hook';
}

/** The kinds of values without which the function is not needed; undefined if it always is. */
export function neededKinds(object: FuncObject): readonly string[] | undefined {
  const [what, ...kinds] = remarkOn(object).split(' ');
  return what === 'kinds' ? kinds : undefined;
}
