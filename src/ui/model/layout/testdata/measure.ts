import { fonts } from '../fonts.ts';
import type { Measure } from '../fonts.ts';

/** A font whose characters are all as wide as a share of its size; code is always 0.602. */
export const roughMeasure =
  (share: number): Measure =>
  (text, font) =>
    text.length * fonts[font].size * (fonts[font].family === 'code' ? 0.602 : share);
