/** Mutex, RWMutex, Once, Cond and semaphore: figures with an owner or a queue. Each centred on the origin. */
import type { CondView, LockView, OnceView, SemaphoreView } from '../../model/types.ts';
import { badge, badgeQueue } from '../../shared/figures/badge.ts';
import { glyph } from '../../shared/figures/glyph.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { circle, path, polar, rect } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { middle, text } from '../../shared/figures/text.ts';
import { captionBelow } from './counters.ts';

export interface LockOptions {
  readonly lit: boolean;
  /** Part of a wait cycle. */
  readonly bad: boolean;
  readonly kind: string;
  /** Whether who waits is shown beside it; on a ring the cards are. */
  readonly queue: boolean;
}

const inkFor = (options: LockOptions, held: boolean): string =>
  options.bad ? 'var(--bad)' : options.lit ? 'var(--now)' : held ? 'var(--line-2)' : 'var(--line)';

export function lockFigure(view: LockView, options: LockOptions, pen: Pen): Shape[] {
  return view.kind === 'Mutex' ? mutex(view, options, pen) : rwMutex(view, options, pen);
}

/** Shackle shut while owned, the owner's badge in the body, the queue outside. */
function mutex(view: LockView, options: LockOptions, pen: Pen): Shape[] {
  const held = view.owner !== 0;
  const ink = inkFor(options, held);
  return [
    path(held ? 'M-12 -18V-26a12 12 0 0 1 24 0V-18' : 'M-12 -18V-30a12 12 0 0 1 24 0V-27', {
      stroke: ink,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
    rect(-22, -18, 44, 38, 9, { fill: 'var(--surface)', stroke: ink, 'stroke-width': 2 }),
    ...(held
      ? [badge(view.owner, 0, 1, pen.measure, { r: 12 })]
      : [circle(0, -2, 3, { fill: ink }), path('M0 0v7', { stroke: ink, 'stroke-width': 2.5, 'stroke-linecap': 'round' })]),
    ...(options.queue
      ? badgeQueue(
          44,
          1,
          view.waiters.map((w) => w.goroutine),
          pen.measure,
        )
      : []),
    ...captionBelow(view.name, options.kind, 0, 41, pen),
  ];
}

/** A wide lock: readers share it side by side, one writer has it alone; each waiter says which it wants to be. */
function rwMutex(view: LockView, options: LockOptions, pen: Pen): Shape[] {
  const inside = view.owner !== 0 ? [view.owner] : view.readers.slice(0, 6);
  const w = Math.max(72, inside.length * 28 + 16);
  const held = inside.length > 0;
  const ink = inkFor(options, true);
  return [
    path(`M-16 -18V-25a12 12 0 0 1 12 -12h8a12 12 0 0 1 12 12V${held ? -18 : -24}`, {
      stroke: ink,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
    rect(-w / 2, -18, w, 38, 9, { fill: 'var(--surface)', stroke: ink, 'stroke-width': 2 }),
    ...inside.map((g, i) => badge(g, (i - (inside.length - 1) / 2) * 28, 1, pen.measure, { r: 12 })),
    ...(options.queue ? view.waiters : [])
      .slice(0, 4)
      .flatMap((q, i) => [
        badge(q.goroutine, w / 2 + 24 + i * 46, 1, pen.measure, { r: 12, hollow: true }),
        text(w / 2 + 38 + i * 46, 5, q.as, 'aside'),
      ]),
    ...captionBelow(view.name, options.kind, 0, 41, pen),
  ];
}

const onceWords = { idle: 'Once, not yet', doing: 'Once, running', done: 'Once, done' } as const;

/** A seal: open, pressing (the runner inside), or done. */
export function onceFigure(view: OnceView, lit: boolean, pen: Pen): Shape[] {
  const done = view.state === 'done';
  const teeth = Array.from({ length: 24 }, (_, i) => polar(0, 0, i % 2 ? 20 : 24, i / 24).join(' ')).join('L');
  const ink = lit ? 'var(--now)' : done ? 'var(--ok)' : 'var(--line-2)';
  return [
    path(`M${teeth}Z`, { stroke: ink, 'stroke-width': 2, 'stroke-linejoin': 'round', fill: done ? 'var(--ok-soft)' : 'var(--surface)' }),
    done ? glyph('ok', 0, 0, 1.4) : view.runner ? badge(view.runner, 0, 0, pen.measure, { r: 12 }) : text(0, 6, '1', 'counter', middle),
    ...badgeQueue(44, 0, view.waiters, pen.measure),
    ...captionBelow(view.name, onceWords[view.state], 0, 46, pen),
  ];
}

/** A bell over its queue: Signal wakes the leftmost, Broadcast all. */
export function condFigure(view: CondView, lit: boolean, pen: Pen): Shape[] {
  const ink = lit ? 'var(--now)' : 'var(--line-2)';
  return [
    path('M-15 9c5 -5 4 -11 5 -16a10 10 0 0 1 20 0c1 5 0 11 5 16Z', {
      stroke: ink,
      'stroke-width': 2,
      'stroke-linejoin': 'round',
      fill: 'var(--surface)',
    }),
    path('M-4 13a4 4 0 0 0 8 0', { stroke: ink, 'stroke-width': 2 }),
    path('M20 0h8', { stroke: 'var(--line)', 'stroke-width': 1.5 }),
    ...badgeQueue(44, 0, view.waiters, pen.measure),
    ...captionBelow(view.name, 'Cond', 0, 46, pen),
  ];
}

/** A gate with its queue: the recording tells who waits, not how many permits each holds. */
export function semaphoreFigure(view: SemaphoreView, lit: boolean, kind: string, pen: Pen): Shape[] {
  const ink = lit ? 'var(--now)' : 'var(--line-2)';
  return [
    rect(-28, -15, 26, 30, 8, { fill: 'var(--surface)', stroke: ink, 'stroke-width': 2 }),
    rect(2, -15, 26, 30, 8, { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' }),
    ...badgeQueue(50, 0, view.waiters, pen.measure),
    ...captionBelow(view.name, kind, 0, 41, pen),
  ];
}
