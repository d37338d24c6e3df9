/** Text of drawings: every size, weight and ink there is, and how wide a text is in it. */
import { fonts } from '../../model/layout/fonts.ts';
import type { FontName, Measure } from '../../model/layout/fonts.ts';
import { el, round } from './svg.ts';
import type { Attributes, Shape } from './svg.ts';

export { fonts };
export type { FontName, Measure };

export function text(x: number, y: number, words: string, fontName: FontName, attributes: Attributes = {}): Shape {
  const f = fonts[fontName];
  const shape = el('text', {
    x: round(x),
    y: round(y),
    'font-size': f.size,
    'font-weight': f.weight,
    'font-family': f.family === 'code' ? 'var(--font-code)' : undefined,
    ...attributes,
    fill: attributes['fill'] ?? f.ink,
  });
  return { ...shape, children: [words] };
}
export const middle = { 'text-anchor': 'middle' } as const;
export const end = { 'text-anchor': 'end' } as const;

/** The words that fit: condensed to 85 % at most, then cut with an ellipsis. */
export function fit(
  words: string,
  fontName: FontName,
  max: number,
  measure: Measure,
): { words: string; width: number; condensed: boolean } {
  let cut = words;
  let width = measure(cut, fontName);
  while (width * 0.85 > max && cut.length > 2) {
    cut = `${cut.slice(0, cut.endsWith('…') ? -2 : -1).trimEnd()}…`;
    width = measure(cut, fontName);
  }
  return { words: cut, width: Math.min(width, max), condensed: width > max };
}

/** Text of at most `max` px, from x rightwards. */
export function fitted(
  x: number,
  y: number,
  words: string,
  fontName: FontName,
  max: number,
  measure: Measure,
  attributes: Attributes = {},
): Shape {
  const f = fit(words, fontName, max, measure);
  return text(x, y, f.words, fontName, {
    ...(f.condensed ? { textLength: round(max), lengthAdjust: 'spacingAndGlyphs' } : {}),
    ...attributes,
  });
}
