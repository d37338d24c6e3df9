/** Values: the brightest objects in the picture, the same in both themes. */
import type { Token } from '../../model/types.ts';
import { at, rect } from './svg.ts';
import type { Shape } from './svg.ts';
import { fit, middle, text } from './text.ts';
import type { Measure } from './text.ts';

export interface TokenOptions {
  readonly size?: number;
  /** A zero value of a closed channel. */
  readonly ghost?: boolean;
  /** It moves in this step. */
  readonly halo?: boolean;
  /** Most px its words may take. */
  readonly max?: number;
}

/** Words longer than this are cut on the stage; the panels have them in full. */
const widest = 84;

export function tokenWidth(value: string, measure: Measure, size = 28, max = widest): number {
  const font = size >= 28 ? 'value14' : 'value12';
  return Math.max(size, Math.ceil(fit(value, font, max, measure).width) + 12);
}

/** Centred on (x, y). */
export function token(value: Token, x: number, y: number, measure: Measure, options: TokenOptions = {}): Shape {
  const { size = 28, ghost = false, halo = false, max = widest } = options;
  const font = size >= 28 ? 'value14' : 'value12';
  const fs = size >= 28 ? 14 : 12;
  const words = fit(value.text, font, max, measure);
  const w = Math.max(size, Math.ceil(words.width) + 12);
  const ink = `var(--v${value.lineage}-line)`;
  const body = ghost
    ? { fill: 'none', stroke: ink, 'stroke-width': 1.5, 'stroke-dasharray': '3 3' }
    : { fill: `var(--v${value.lineage})`, stroke: ink, 'stroke-width': 1.25 };
  return at(
    x,
    y,
    halo && rect(-w / 2 - 6, -size / 2 - 6, w + 12, size + 12, 13, { fill: 'var(--now-glow)' }),
    halo && rect(-w / 2 - 3, -size / 2 - 3, w + 6, size + 6, 10, { fill: 'none', stroke: 'var(--now)', 'stroke-width': 2 }),
    rect(-w / 2, -size / 2, w, size, 7, body),
    text(0, fs * 0.36, words.words, font, {
      ...middle,
      fill: ghost ? 'var(--text-2)' : 'var(--v-text)',
      ...(words.condensed ? { textLength: max, lengthAdjust: 'spacingAndGlyphs' } : {}),
    }),
  );
}
