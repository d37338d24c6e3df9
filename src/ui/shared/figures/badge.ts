/** The round badge of a goroutine. Solid: can run. Hollow: parked, asleep or over. */
import { hueOf, hueOn } from './states.ts';
import { at, rect } from './svg.ts';
import type { Shape } from './svg.ts';
import { middle, text } from './text.ts';
import type { FontName, Measure } from './text.ts';

export interface BadgeOptions {
  readonly r?: number;
  readonly hollow?: boolean;
  readonly faded?: boolean;
}

const fontFor = (r: number): FontName => (r >= 13 ? 'badge14' : r >= 10 ? 'badge12' : 'badge11');

/** Half its width: long numbers make it a lozenge. */
export function badgeHalf(goroutine: number, r: number, measure: Measure): number {
  const label = String(goroutine);
  if (r < 9) return Math.max(r, measure(label, fontFor(r)) / 2 + 4);
  return label.length > 2 ? Math.max(r, measure(label, fontFor(r)) / 2 + 6) : r;
}

/** Centred on (x, y). */
export function badge(goroutine: number, x: number, y: number, measure: Measure, options: BadgeOptions = {}): Shape {
  const { r = 14, hollow = false, faded = false } = options;
  const radius = hollow ? r - 1 : r;
  const half = badgeHalf(goroutine, radius, measure);
  const font = fontFor(r);
  const size = r >= 13 ? 14 : r >= 10 ? 12 : 11;
  const body = hollow
    ? { fill: 'var(--stage)', stroke: faded ? 'var(--line)' : hueOf(goroutine), 'stroke-width': r > 10 ? 2 : 1.75 }
    : { fill: hueOf(goroutine) };
  const ink = hollow ? (faded ? 'var(--text-3)' : 'var(--text)') : hueOn(goroutine);
  return at(
    x,
    y,
    rect(-half, -radius, 2 * half, 2 * radius, radius, body),
    text(0, size * 0.36, String(goroutine), font, { ...middle, fill: ink }),
  );
}

/** Parked goroutines in a row, first in line leftmost, the first centred on (x, y); beyond `most` their number. */
export function badgeQueue(x: number, y: number, goroutines: readonly number[], measure: Measure, r = 12, most = 4): Shape[] {
  const shown = goroutines.length > most ? goroutines.slice(0, most - 1) : goroutines;
  const pitch = 2 * r + 4;
  const shapes = shown.map((g, i) => badge(g, x + i * pitch, y, measure, { r, hollow: true }));
  const rest = goroutines.length - shown.length;
  return rest > 0 ? [...shapes, text(x + shown.length * pitch - r, y + 4.5, `+${rest}`, 'note')] : shapes;
}
