/** State glyphs: a shape for every state, readable without colour. */
import type { GoroutineState } from '../../model/types.ts';
import { inkOf } from './states.ts';
import { circle, el, path, rect, round } from './svg.ts';
import type { Shape } from './svg.ts';

export type GlyphName = GoroutineState | 'ok' | 'lost';

const triangle = 'M-3.6 -5L5 0L-3.6 5Z';
const tick = 'M-5 .4L-1.6 4L5 -4';
const cross = 'M-4.4 -4.4L4.4 4.4M4.4 -4.4L-4.4 4.4';

function strokes(name: GlyphName, ink: string): Shape[] {
  const s = { stroke: ink, 'stroke-width': 1.75, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  switch (name) {
    case 'running':
      return [path(triangle, { ...s, fill: ink })];
    case 'runnable':
      return [path(triangle, s)];
    case 'blocked':
      return [path('M-3 -4.6V4.6M3 -4.6V4.6', { ...s, 'stroke-width': 2.6 })];
    case 'sleeping':
      return [path('M1.2 -5.6A5.6 5.6 0 1 0 5.4 3.2A4.9 4.9 0 0 1 1.2 -5.6Z', { ...s, fill: ink, 'stroke-width': 1 })];
    case 'dead':
      return [rect(-4, -4, 8, 8, 1.5, { fill: ink })];
    case 'panicked':
    case 'lost':
      return [path(cross, { ...s, 'stroke-width': 2.8 })];
    case 'stuck':
      return [circle(0, 0, 5.4, { ...s, fill: 'none', 'stroke-width': 2 }), path('M-3.7 3.7L3.7 -3.7', { ...s, 'stroke-width': 2 })];
    case 'noticed':
    case 'ok':
      return [path(tick, { ...s, 'stroke-width': 2.4 })];
  }
}

/** In a 14 px box centred on (x, y). */
export function glyph(name: GlyphName, x: number, y: number, scale = 1): Shape {
  const ink = name === 'ok' ? 'var(--ok)' : name === 'lost' ? 'var(--bad)' : inkOf(name);
  return el('g', { transform: `translate(${round(x)} ${round(y)})${scale === 1 ? '' : ` scale(${scale})`}` }, strokes(name, ink));
}
