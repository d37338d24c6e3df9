/** The virtual clock with its pending timers, and the dial of a single timer. */
import type { TimerView } from '../../model/types.ts';
import { badge } from '../../shared/figures/badge.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { arc, circle, line, path, polar } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { middle, text } from '../../shared/figures/text.ts';
import { clockText as seconds } from '../../model/duration.ts';
import { captionBelow } from './counters.ts';

interface Tick {
  readonly when: number;
  /** Share of the ruler, 0..1. */
  readonly at: number;
  readonly goroutine: number;
  readonly label: string;
}

/** Pending timers in order; at one instant they share a tick, and labels that would meet are left to the later one. */
function ticksOf(now: number, timers: readonly TimerView[]): Tick[] {
  const pending = timers.filter((t) => t.state === 'pending').sort((a, b) => a.when - b.when || a.id - b.id);
  const last = pending.at(-1)?.when ?? now;
  const span = Math.max(1, last - now);
  const ticks: Tick[] = [];
  for (const t of pending) {
    const named = t.name !== '' && t.kind !== 'sleep' ? `${t.name} ` : '';
    if (ticks.at(-1)?.when === t.when) continue;
    ticks.push({ when: t.when, at: last > now ? (t.when - now) / span : 1, goroutine: t.goroutine, label: `${named}${seconds(t.when)}` });
  }
  return ticks;
}

export const clockRuler = 136;

/** Left end at the origin, the figures' middle on y = 0. */
export function clockFigure(now: number, timers: readonly TimerView[], ruler: number, pen: Pen): Shape[] {
  const words = seconds(now);
  const start = Math.ceil(pen.measure(words, 'figure') / 8) * 8 + 24;
  const ticks = ticksOf(now, timers);
  const shapes = [
    text(0, 7.5, words, 'figure'),
    line(start, 0, start + ruler, 0, { stroke: 'var(--line)', 'stroke-width': 1.5 }),
    circle(start, 0, 4.5, { fill: 'var(--now)' }),
  ];
  let free = Infinity;
  const labels: Shape[] = [];
  for (const t of [...ticks].reverse()) {
    const x = start + 18 + t.at * (ruler - 18);
    shapes.push(line(x, -7, x, 7, { stroke: 'var(--line-2)', 'stroke-width': 1.5 }));
    shapes.push(
      t.goroutine
        ? badge(t.goroutine, x, 0, pen.measure, { r: 9, hollow: true })
        : circle(x, 0, 6, { fill: 'var(--stage)', stroke: 'var(--sleeping)', 'stroke-width': 3 }),
    );
    const w = pen.measure(t.label, 'note');
    if (x + w / 2 + 8 > free) continue;
    labels.push(text(x, 26, t.label, 'note', middle));
    free = x - w / 2;
  }
  return [...shapes, ...labels];
}

/** What the layout keeps free for the clock: the widest time and label. */
export function clockWidth(pen: Pick<Pen, 'measure'>, ruler: number): number {
  return Math.ceil(pen.measure('000.000 s', 'figure') / 8) * 8 + 24 + ruler + pen.measure('00.000 s', 'note') / 2;
}

/** A dial: what is left of the duration as an arc. */
export function timerFigure(view: TimerView, now: number, pen: Pen): Shape[] {
  const r = 20;
  const stopped = view.state === 'stopped';
  const fired = view.state === 'fired';
  const duration = view.when - view.startedAt;
  const left = view.state === 'pending' && duration > 0 ? Math.min(1, Math.max(0, (view.when - now) / duration)) : 0;
  const [hx, hy] = polar(0, 0, r - 8, 1 - left);
  const ink = fired ? 'var(--now)' : 'var(--line-2)';
  const what = stopped ? 'stopped' : fired ? 'fired' : `${seconds(view.when - now)} left`;
  return [
    circle(0, 0, r, {
      fill: 'var(--surface)',
      stroke: stopped ? 'var(--line)' : 'var(--hair-2)',
      'stroke-width': 4,
      'stroke-dasharray': stopped ? '3 4' : undefined,
    }),
    ...(fired ? [circle(0, 0, r, { fill: 'var(--dead-soft)', stroke: 'var(--line-2)', 'stroke-width': 4 })] : []),
    ...(left > 0 ? [path(arc(0, 0, r, 1 - left, 1), { stroke: 'var(--sleeping)', 'stroke-width': 4 })] : []),
    ...(view.kind === 'ticker' ? tickMarks(r) : []),
    ...(stopped
      ? [path('M-6 -6L6 6', { stroke: 'var(--line)', 'stroke-width': 2 })]
      : [
          line(0, 0, hx, hy, { stroke: fired ? 'var(--line-2)' : ink, 'stroke-width': 2, 'stroke-linecap': 'round' }),
          circle(0, 0, 2, { fill: 'var(--line-2)' }),
        ]),
    ...captionBelow(view.name, what, 0, 42, pen),
  ];
}

/** Not started yet, or over. */
export function timerToCome(name: string, pen: Pen): Shape[] {
  return [
    circle(0, 0, 20, { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' }),
    ...captionBelow(name, '', 0, 42, pen),
  ];
}

function tickMarks(r: number): Shape[] {
  return Array.from({ length: 8 }, (_, i) => {
    const [a, b] = polar(0, 0, r - 5, i / 8);
    const [c, d] = polar(0, 0, r - 8, i / 8);
    return line(a, b, c, d, { stroke: 'var(--line-2)', 'stroke-width': 1.75 });
  });
}
