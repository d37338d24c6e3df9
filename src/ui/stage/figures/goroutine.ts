/** The card of a goroutine: round things act. */
import type { GoroutineState, GoroutineView } from '../../model/types.ts';
import { hatchId } from '../../shared/figures/arrows.ts';
import { badge, badgeHalf } from '../../shared/figures/badge.ts';
import { glyph } from '../../shared/figures/glyph.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { inkOf, isHollow } from '../../shared/figures/states.ts';
import { el, rect } from '../../shared/figures/svg.ts';
import type { Attributes, Shape } from '../../shared/figures/svg.ts';
import { end, fit, fitted, text } from '../../shared/figures/text.ts';
import { token } from '../../shared/figures/token.ts';

const outlines: Readonly<Record<GoroutineState, string>> = {
  running: 'var(--now)',
  runnable: 'var(--line-2)',
  blocked: 'var(--line)',
  sleeping: 'var(--line)',
  dead: 'var(--hair-2)',
  panicked: 'var(--bad)',
  stuck: 'var(--bad)',
  noticed: 'var(--cancel)',
};

function fillOf(state: GoroutineState): string {
  if (state === 'running' || state === 'runnable') return 'var(--surface)';
  if (state === 'panicked') return 'var(--bad-soft)';
  return state === 'noticed' ? 'var(--cancel-soft)' : 'var(--stage)';
}

const isLoud = (state: GoroutineState): boolean => state === 'running' || state === 'panicked' || state === 'stuck' || state === 'noticed';

function body(state: GoroutineState, { w, h }: CardSize, now: boolean, pen: Pen): Shape[] {
  const final = state === 'panicked' || state === 'stuck' || state === 'noticed';
  const shapes = [
    rect(0, 0, w, h, 14, {
      fill: fillOf(state),
      stroke: now && !final ? 'var(--now)' : outlines[state],
      'stroke-width': now || isLoud(state) ? 2 : 1.25,
      'stroke-dasharray': state === 'dead' ? '2 4' : undefined,
    }),
  ];
  if (now) shapes.unshift(rect(-5, -5, w + 10, h + 10, 19, { fill: 'var(--now-glow)' }));
  if (state === 'stuck') shapes.push(rect(1, 1, w - 2, h - 2, 13, { fill: `url(#${hatchId(pen.scope)})` }));
  return shapes;
}

const lift = (state: GoroutineState): Attributes => ({ class: isHollow(state) ? undefined : 'lifted' });

export interface CardSize {
  readonly w: number;
  readonly h: number;
}

export interface CardLook {
  /** The step is its own, even if it parked or ended in it: outlined in blue. */
  readonly now: boolean;
  /** It shows the value it is parked with, as no queue at a channel does. */
  readonly holds: boolean;
}

/** 212 by 64, top left at the origin. */
export function goroutineCard(view: GoroutineView, { w, h }: CardSize, look: CardLook, pen: Pen): Shape {
  const { measure } = pen;
  const { state } = view;
  const left = 22 + badgeHalf(view.id, 14, measure) + 14;
  const line = view.line ? `:${view.line}` : '';
  const room = w - left - 14 - (line ? measure(line, 'aside') + 8 : 0);
  const name = fit(view.name, 'name', room, measure);
  const rest = room - name.width - 8;
  return el(
    'g',
    lift(state),
    body(state, { w, h }, look.now, pen),
    badge(view.id, left - 24 - (badgeHalf(view.id, 14, measure) - 14), h / 2, measure, {
      hollow: isHollow(state),
      faded: state === 'dead',
    }),
    fitted(left, h / 2 - 7, view.name, 'name', room, measure, { fill: state === 'dead' ? 'var(--text-3)' : undefined }),
    view.args !== '' && rest > 24 && fitted(left + name.width + 8, h / 2 - 7, view.args, 'aside', rest, measure),
    line !== '' && text(w - 14, h / 2 - 7, line, 'aside', end),
    glyph(state, left + 6, h / 2 + 13),
    fitted(left + 18, h / 2 + 17.5, view.word, 'state', w - left - 30, measure, { fill: inkOf(state) }),
    view.sleepLeft !== undefined && sleepBar(left, h - 9, w - left - 14, view.sleepLeft),
    look.holds && view.holds && token(view.holds, w + 2, h / 2, measure),
  );
}

function sleepBar(x: number, y: number, w: number, left: number): Shape[] {
  return [rect(x, y, w, 3, 1.5, { fill: 'var(--hair-2)' }), rect(x, y, Math.max(0, w * left), 3, 1.5, { fill: 'var(--sleeping)' })];
}

/** 112 by 72, for small screens and crowds. */
export function goroutineSmallCard(view: GoroutineView, { w, h }: CardSize, look: CardLook, pen: Pen): Shape {
  const { measure } = pen;
  const half = badgeHalf(view.id, 13, measure);
  const word = view.state === 'sleeping' ? view.word.replace(/^sleeping /, '') : view.word;
  return el(
    'g',
    lift(view.state),
    body(view.state, { w, h }, look.now, pen),
    badge(view.id, 11 + half, 24, measure, { r: 13, hollow: isHollow(view.state), faded: view.state === 'dead' }),
    fitted(18 + 2 * half, 29, view.name, 'name', w - 2 * half - 24, measure, { fill: view.state === 'dead' ? 'var(--text-3)' : undefined }),
    glyph(view.state, 24, 53),
    fitted(38, 57.5, word, 'state', w - 44, measure, { fill: inkOf(view.state) }),
    look.holds && view.holds && token(view.holds, w - 4, h - 4, measure, { size: 20, max: 40 }),
  );
}

/** Not started yet: its place, its number and its name. */
export function goroutineToComeCard(g: Pick<GoroutineView, 'id' | 'name'>, { w, h }: CardSize, pen: Pen): Shape {
  const half = badgeHalf(g.id, 14, pen.measure);
  const left = w < 150 ? 18 + 2 * half : 22 + half + 14;
  const middle = w < 150 ? 24 : h / 2;
  return el(
    'g',
    {},
    rect(0, 0, w, h, 14, { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' }),
    badge(g.id, left - half - 10, middle, pen.measure, { hollow: true, faded: true }),
    fitted(left, middle + 5, g.name, 'name', w - left - 14, pen.measure, { fill: 'var(--text-3)' }),
  );
}
