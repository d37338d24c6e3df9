/** What the editor shows of the moment: who stands on which line, the line of the step, and what changed there. */
import type { GoroutineView, Narration, World } from '../model/types.ts';
import { isHollow } from '../shared/figures/states.ts';
import { fileName } from '../state/program.ts';

export interface LineChip {
  readonly goroutine: number;
  readonly hollow: boolean;
}
export type LineTone = 'here' | 'also' | 'err' | 'sig';

export interface Marks {
  /** By line, the goroutine of the step last: nearest to the line's number. */
  readonly chips: ReadonlyMap<number, readonly LineChip[]>;
  readonly tones: ReadonlyMap<number, LineTone>;
  /** The line of the step; 0: none. */
  readonly line: number;
}

export const noMarks: Marks = { chips: new Map(), tones: new Map(), line: 0 };

export function marksOf(world: World, narration: Narration | undefined): Marks {
  const standing = world.goroutines.filter((goroutine) => goroutine.line > 0 && goroutine.file === fileName && goroutine.state !== 'dead');
  const line = standing.find((goroutine) => goroutine.id === world.current)?.line ?? 0;
  const tones = new Map<number, LineTone>(standing.map((goroutine) => [goroutine.line, goroutine.state === 'stuck' ? 'err' : 'also']));
  if (line > 0) tones.set(line, narration?.tone === 'bad' ? 'err' : narration?.tone === 'cancel' ? 'sig' : 'here');
  return { chips: chipsByLine(standing, world.current), tones, line };
}

function chipsByLine(standing: readonly GoroutineView[], current: number): ReadonlyMap<number, readonly LineChip[]> {
  const chips = new Map<number, LineChip[]>();
  const ordered = [...standing].sort((a, b) => Number(a.id === current) - Number(b.id === current) || b.id - a.id);
  for (const goroutine of ordered) {
    const line = chips.get(goroutine.line) ?? [];
    line.push({ goroutine: goroutine.id, hollow: isHollow(goroutine.state) });
    chips.set(goroutine.line, line);
  }
  return chips;
}

/** In UTF-16 units from 1, what gc counts in bytes of UTF-8 from 1. */
export function utf16Column(line: string, byteColumn: number): number {
  let bytes = 1;
  let units = 1;
  for (const character of line) {
    if (bytes >= byteColumn) break;
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    units += character.length;
  }
  return units + Math.max(0, byteColumn - bytes);
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
