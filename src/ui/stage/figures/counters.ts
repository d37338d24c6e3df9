/** WaitGroup, errgroup and atomic: figures that count. Each centred on the origin. */
import { captionWidth } from '../../model/layout/sizes.ts';
import type { Caption } from '../../model/layout/extents.ts';
import type { AtomicView, WaitGroupView } from '../../model/types.ts';
import { glyph } from '../../shared/figures/glyph.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { arc, circle, path, polar } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { fitted, middle, text } from '../../shared/figures/text.ts';

export interface CounterOptions {
  readonly r?: number;
  readonly lit?: boolean;
  readonly caption: Caption | 'none';
  readonly kind: string;
}

/** More segments than this would be hairlines: a share of the ring instead. */
const mostSegments = 24;

function ring(count: number, total: number, r: number, lit: boolean): Shape[] {
  const ink = lit ? 'var(--now)' : 'var(--line-2)';
  if (total === 0) return [circle(0, 0, r, { fill: 'none', stroke: 'var(--hair-2)', 'stroke-width': 6 })];
  if (total > mostSegments) {
    const share = Math.min(1, Math.max(0, count / total));
    const rest = share < 1 ? [path(arc(0, 0, r, share, 1), { stroke: 'var(--hair-2)', 'stroke-width': 6 })] : [];
    return share > 0 ? [...rest, path(arc(0, 0, r, 0, share), { stroke: ink, 'stroke-width': 6 })] : rest;
  }
  const gap = total > 1 ? Math.min(0.035, 0.4 / total) : 0;
  return Array.from({ length: total }, (_, i) =>
    path(arc(0, 0, r, i / total + gap / 2, (i + 1) / total - gap / 2), { stroke: i < count ? ink : 'var(--hair-2)', 'stroke-width': 6 }),
  );
}

/** One segment for every Add, filled while outstanding. */
export function waitGroupFigure(view: WaitGroupView, options: CounterOptions, pen: Pen): Shape[] {
  const { r = 24, lit = false } = options;
  return [
    ...ring(view.count, view.total, r, lit),
    text(
      0,
      r < 24 ? 6.5 : 7.5,
      String(view.count),
      (['figure', 'figure', 'counter'] as const)[String(view.count).length - 1] ?? 'name',
      middle,
    ),
    ...caption(view.name, options, r, pen),
  ];
}

function caption(name: string, options: CounterOptions, r: number, pen: Pen): Shape[] {
  if (options.caption === 'none') return [];
  if (options.caption !== 'right') return captionBelow(name, options.caption === 'below' ? options.kind : '', 0, r + 20, pen);
  return [
    fitted(r + 16, -3, name, 'channel', captionWidth, pen.measure),
    fitted(r + 16, 15, options.kind, 'note', captionWidth, pen.measure),
  ];
}

/** Name in code, kind below it, both centred. */
export function captionBelow(name: string, kind: string, x: number, y: number, pen: Pen): Shape[] {
  const shapes = [centred(x, y, name, 'channel', pen)];
  return kind === '' ? shapes : [...shapes, centred(x, y + 17, kind, 'note', pen)];
}
export const centredWords = (words: string, x: number, y: number, pen: Pen): Shape => centred(x, y, words, 'note', pen);
function centred(x: number, y: number, words: string, font: 'channel' | 'note', pen: Pen): Shape {
  const w = Math.min(captionWidth, pen.measure(words, font));
  return fitted(x - w / 2, y, words, font, captionWidth, pen.measure);
}

/** A WaitGroup's ring with a tray for the first error. */
export function errGroupFigure(view: WaitGroupView & { readonly error: string }, options: CounterOptions, pen: Pen): Shape[] {
  const tray = Math.max(52, view.error === '' ? 0 : Math.min(captionWidth, pen.measure(view.error, 'code')) + 20);
  const bad = view.error !== '';
  const words = view.error || 'nil';
  const w = Math.min(tray - 20, pen.measure(words, 'code'));
  return [
    ...waitGroupFigure(view, { ...options, caption: 'none' }, pen),
    path(`M30 8v10h${tray}v-10`, { stroke: bad ? 'var(--bad)' : 'var(--line)', 'stroke-width': 2, 'stroke-linejoin': 'round' }),
    fitted(30 + (tray - w) / 2, 9, words, 'code', tray - 16, pen.measure, { fill: bad ? 'var(--bad)' : 'var(--text-3)' }),
    ...(options.caption === 'none' ? [] : captionBelow(view.name, 'errgroup', 0, 46, pen)),
  ];
}

/** A hexagonal cell, its last operation beside it. */
export function atomicFigure(view: AtomicView, kind: string, lit: boolean, pen: Pen): Shape[] {
  const corners = Array.from({ length: 6 }, (_, i) => polar(0, 0, 25, i / 6 + 1 / 12).join(' ')).join('L');
  const small = pen.measure(view.value, 'counter') > 38;
  const value = small
    ? fitted(-Math.min(40, pen.measure(view.value, 'code')) / 2, 5, view.value, 'code', 40, pen.measure)
    : text(0, 6, view.value, 'counter', middle);
  return [
    path(`M${corners}Z`, {
      fill: 'var(--surface)',
      stroke: lit ? 'var(--now)' : 'var(--line-2)',
      'stroke-width': 2,
      'stroke-linejoin': 'round',
    }),
    value,
    ...(view.op === ''
      ? []
      : [
          fitted(36, -1, view.op, 'code', captionWidth, pen.measure),
          glyph(view.ok ? 'ok' : 'lost', 42, 15, 0.8),
          text(54, 19, view.ok ? 'won' : 'lost', 'note'),
        ]),
    ...captionBelow(view.name, kind, 0, 46, pen),
  ];
}
