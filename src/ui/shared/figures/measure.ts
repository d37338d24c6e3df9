/** Measuring with the real fonts of the page. */
import { fonts } from './text.ts';
import type { FontName, Measure } from './text.ts';

export function cssFont(name: FontName, families: { readonly ui: string; readonly code: string }): string {
  const f = fonts[name];
  return `${f.weight} ${f.size}px ${families[f.family]}`;
}

/** The font stacks behind --font-ui and --font-code, as canvas needs them. */
export function familiesOf(element: Element): { ui: string; code: string } {
  const style = getComputedStyle(element);
  return {
    ui: style.getPropertyValue('--font-ui').trim() || 'sans-serif',
    code: style.getPropertyValue('--font-code').trim() || 'monospace',
  };
}

export function createMeasure(element: Element): Measure {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return roughMeasure;
  const families = familiesOf(element);
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      pen.font = cssFont(font, families);
      width = pen.measureText(text).width;
      widths.set(key, width);
    }
    return width;
  };
}

/** Without a canvas (tests, workers): about as wide as a wide system font. */
export const roughMeasure: Measure = (text, font) => text.length * fonts[font].size * (fonts[font].family === 'code' ? 0.602 : 0.6);
