/** A node of the context tree, centred on the origin: a live circle, a deadline arc that drains, a cross once cancelled. */
import type { ContextView } from '../../model/types.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { arc, circle, path, rect } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { captionBelow, centredWords } from './counters.ts';
import { clockText as seconds } from '../../model/duration.ts';

const r = 15;

/** Name above, note below. */
export function contextFigure(view: ContextView, now: number, pen: Pen): Shape[] {
  const name = view.state === 'root' ? [] : captionBelow(view.name, '', 0, -34, pen);
  return [...node(view), ...name, centredWords(contextNote(view, now), 0, view.state === 'root' ? 28 : 45, pen)];
}

/** Not derived yet. */
export function contextToCome(name: string, isRoot: boolean, pen: Pen): Shape[] {
  const ink = { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' };
  return [circle(0, 0, isRoot ? 8 : r, ink), ...(isRoot ? [] : captionBelow(name, '', 0, -34, pen))];
}

const isOver = (view: ContextView): boolean => view.state === 'cancelled' || view.state === 'signalled' || view.state === 'expired';

function node(view: ContextView): Shape[] {
  if (view.state === 'root') return [circle(0, 0, 8, { fill: 'var(--line-2)' })];
  if (view.state === 'value') {
    return [rect(-11, -11, 22, 22, 4, { fill: 'var(--surface)', stroke: 'var(--line-2)', 'stroke-width': 2, transform: 'rotate(45)' })];
  }
  const over = isOver(view);
  return [
    ...(view.state === 'signalled' ? wave() : []),
    ...(view.left === undefined ? [] : deadline(view.left, view.state === 'live')),
    circle(0, 0, r, {
      fill: over ? 'var(--cancel)' : 'var(--surface)',
      stroke: over ? 'var(--cancel)' : 'var(--line-2)',
      'stroke-width': 2,
    }),
    ...(over ? [mark(view.state === 'expired')] : []),
  ];
}

function wave(): Shape[] {
  return [
    circle(0, 0, r + 15, { fill: 'none', stroke: 'var(--cancel)', 'stroke-width': 1.5, opacity: 0.35 }),
    circle(0, 0, r + 9, { fill: 'none', stroke: 'var(--cancel)', 'stroke-width': 2, opacity: 0.7 }),
  ];
}

function deadline(left: number, live: boolean): Shape[] {
  const groove = circle(0, 0, r + 5, { fill: 'none', stroke: 'var(--hair-2)', 'stroke-width': 4 });
  if (left <= 0) return [groove];
  return [groove, path(arc(0, 0, r + 5, 1 - left, 1), { stroke: live ? 'var(--sleeping)' : 'var(--line)', 'stroke-width': 4 })];
}

/** A clock's hands where the deadline passed, a cross where someone cancelled. */
function mark(expired: boolean): Shape {
  const ink = { stroke: 'var(--on-solid)', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return expired ? path('M0 -7V0L5 4', { ...ink, 'stroke-width': 2.25 }) : path('M-5 -5L5 5M5 -5L-5 5', { ...ink, 'stroke-width': 2.5 });
}

/** Constructor, time left or cause, whichever says most. */
export function contextNote(view: ContextView, now: number): string {
  const kind = view.kind.replace(/^context\./, '');
  if (isOver(view)) return view.cause !== '' && view.cause !== view.err ? `cause: ${view.cause}` : view.err.replace(/^context /, '');
  if (view.deadline !== undefined && view.state === 'live') return `${seconds(Math.max(0, view.deadline - now))} left`;
  return kind;
}
