/** Shapes painted on a canvas, for more marks than elements are good for. The same shapes, the same colours. */
import { fonts } from '../model/layout/fonts.ts';
import { familiesOf } from '../shared/figures/measure.ts';
import type { Shape } from '../shared/figures/svg.ts';

/** Tokens as colours of the theme now in force: resolved once a theme by setting each on a probe. */
export function createInk(host: HTMLElement): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (!value.startsWith('var(')) return value;
    let colour = known.get(value);
    if (colour === undefined) {
      const probe = document.createElement('i');
      probe.style.color = value;
      host.append(probe);
      colour = getComputedStyle(probe).color;
      probe.remove();
      known.set(value, colour);
    }
    return colour;
  };
}

export interface Painter {
  paint(shapes: readonly Shape[], width: number, height: number): void;
}

export function createPainter(host: HTMLElement, canvas: HTMLCanvasElement): Painter | undefined {
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  return {
    paint(shapes, width, height) {
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, width, height);
      const ink = createInk(host);
      const families = familiesOf(host);
      for (const s of shapes) paintShape(pen, s, ink, families);
    },
  };
}

type Ink = (value: string) => string;

function paintShape(pen: CanvasRenderingContext2D, shape: Shape, ink: Ink, families: { ui: string; code: string }): void {
  const a = shape.attributes;
  const n = (name: string): number => Number(a[name] ?? 0);
  pen.globalAlpha = a['opacity'] === undefined ? 1 : n('opacity');
  if (shape.tag === 'text') {
    const family = a['font-family'] === undefined ? families.ui : families.code;
    pen.font = `${a['font-weight'] ?? fonts.meta.weight} ${a['font-size'] ?? fonts.meta.size}px ${family}`;
    pen.textAlign = a['text-anchor'] === 'middle' ? 'center' : a['text-anchor'] === 'end' ? 'right' : 'left';
    pen.fillStyle = ink(String(a['fill'] ?? 'var(--text)'));
    pen.fillText(shape.children.filter((c) => typeof c === 'string').join(''), n('x'), n('y'));
    return;
  }
  const outline = outlineOf(shape, n);
  if (!outline) {
    for (const child of shape.children) if (typeof child !== 'string') paintShape(pen, child, ink, families);
    return;
  }
  const fill = String(a['fill'] ?? (shape.tag === 'line' ? 'none' : 'black'));
  // Patterns stay with SVG; on canvas their outline says it.
  if (fill !== 'none' && !fill.startsWith('url')) {
    pen.fillStyle = ink(fill);
    pen.fill(outline);
  }
  if (a['stroke'] !== undefined) {
    pen.strokeStyle = ink(String(a['stroke']));
    pen.lineWidth = Number(a['stroke-width'] ?? 1);
    pen.lineCap = a['stroke-linecap'] === 'round' ? 'round' : 'butt';
    pen.setLineDash(
      String(a['stroke-dasharray'] ?? '')
        .split(/[ ,]+/)
        .filter(Boolean)
        .map(Number),
    );
    pen.stroke(outline);
  }
}

function outlineOf(shape: Shape, n: (name: string) => number): Path2D | undefined {
  const outline = new Path2D();
  switch (shape.tag) {
    case 'rect':
      outline.roundRect(n('x'), n('y'), n('width'), n('height'), n('rx'));
      return outline;
    case 'circle':
      outline.arc(n('cx'), n('cy'), n('r'), 0, 2 * Math.PI);
      return outline;
    case 'line':
      outline.moveTo(n('x1'), n('y1'));
      outline.lineTo(n('x2'), n('y2'));
      return outline;
    case 'path':
      return new Path2D(String(shape.attributes['d'] ?? ''));
    default:
      return undefined;
  }
}
