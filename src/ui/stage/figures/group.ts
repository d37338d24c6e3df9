/**
 * Goroutines made at one place: a square each, its place given by its number, and how many are in which state. Nothing moves, only
 * states change.
 */
import { countRow, mostCounts, squarePitch } from '../../model/layout/groups.ts';
import type { GroupPlace } from '../../model/layout/types.ts';
import type { GoroutineState, GoroutineView } from '../../model/types.ts';
import { glyph } from '../../shared/figures/glyph.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { inkOf } from '../../shared/figures/states.ts';
import { el, path, rect } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { end, fitted, text } from '../../shared/figures/text.ts';
import { chevron } from './groupPanel.ts';
import { countText } from '../../model/count.ts';

export interface GroupView {
  /** By place: undefined where the goroutine has not started. */
  readonly members: readonly (GoroutineView | undefined)[];
  /** "main.go:29, by main" */
  readonly origin: string;
}

const inset = 16;
const squaresTop = 54;

export function groupCard(place: GroupPlace, view: GroupView, pen: Pen): Shape {
  const { w, h } = place.box;
  const running = view.members.find((m) => m?.state === 'running' || m?.state === 'noticed');
  const name = place.first.name;
  const times = `× ${place.members.length}`;
  const nameRoom = w - 2 * inset - pen.measure(times, 'aside') - 28;
  return el(
    'g',
    { class: running ? 'lifted' : undefined },
    rect(0, 0, w, h, 14, { fill: 'var(--surface)', stroke: running ? 'var(--now)' : 'var(--line)', 'stroke-width': running ? 2 : 1.25 }),
    fitted(inset, 24, name, 'name', nameRoom, pen.measure),
    text(inset + Math.min(nameRoom, pen.measure(name, 'name')) + 8, 24, times, 'aside'),
    fitted(inset, 42, place.each > 1 ? `${view.origin}, a square is ${place.each}` : view.origin, 'note', w - 2 * inset, pen.measure),
    chevron(w - 26, 22, false),
    squares(place, view),
    counts(place, view, pen),
  );
}

/** Of several behind one square, the one that says most. */
const loudness: readonly GoroutineState[] = ['panicked', 'stuck', 'running', 'noticed', 'runnable', 'blocked', 'sleeping', 'dead'];

function squares(place: GroupPlace, view: GroupView): Shape[] {
  const outlines = new Map<GoroutineState, string>();
  let lit: Shape | undefined;
  for (let i = 0; i * place.each < view.members.length; i++) {
    const behind = view.members.slice(i * place.each, (i + 1) * place.each).flatMap((m) => m?.state ?? []);
    const state = loudness.find((s) => behind.includes(s));
    if (!state) continue;
    const x = inset + (i % place.columns) * squarePitch;
    const y = squaresTop + Math.floor(i / place.columns) * squarePitch;
    if (state === 'running' || state === 'noticed') {
      lit = rect(x - 2.5, y - 2.5, 10, 10, 2.5, { fill: inkOf(state), stroke: 'var(--surface)', 'stroke-width': 2 });
    } else outlines.set(state, (outlines.get(state) ?? '') + outline(state, x, y));
  }
  const drawn = [...outlines].map(([state, d]) => path(d, styleOf(state)));
  return lit ? [...drawn, lit] : drawn;
}

/** Hollow squares wait, dots sleep, full squares can run. */
function outline(state: GoroutineState, x: number, y: number): string {
  if (state === 'sleeping') return `M${x} ${y + 2.5}a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1 -5 0`;
  if (state === 'blocked' || state === 'stuck') return `M${x + 0.5} ${y + 0.5}h4v4h-4Z`;
  if (state === 'dead') return `M${x + 1.5} ${y + 1.5}h2v2h-2Z`;
  return `M${x} ${y}h5v5h-5Z`;
}

const styleOf = (state: GoroutineState) =>
  state === 'blocked' || state === 'stuck' ? { stroke: inkOf(state), 'stroke-width': 1 } : { fill: inkOf(state) };

interface Count {
  readonly state: GoroutineState;
  readonly words: string;
  readonly count: number;
}

/** By state, the blocked by what they wait for; the smallest give way where lines are few. */
export function countsOf(members: readonly (GoroutineView | undefined)[]): Count[] {
  const found = new Map<string, Count>();
  for (const m of members) {
    if (!m) continue;
    const words = wordsOf(m);
    const known = found.get(words);
    found.set(words, { state: m.state, words, count: (known?.count ?? 0) + 1 });
  }
  const all = [...found.values()].sort((a, b) => loudness.indexOf(a.state) - loudness.indexOf(b.state) || b.count - a.count);
  return all.length <= mostCounts ? all : [...all].sort((a, b) => weight(b) - weight(a)).slice(0, mostCounts);
}
const weight = (c: Count): number => (c.state === 'running' || c.state === 'panicked' || c.state === 'stuck' ? Infinity : c.count);

function wordsOf(m: GoroutineView): string {
  if (m.state === 'running') return `running: ${m.id}`;
  if (m.state === 'sleeping') return 'sleeping';
  return m.waitsForName === '' ? m.word : `${m.word}, ${m.waitsForName}`;
}

function counts(place: GroupPlace, view: GroupView, pen: Pen): Shape[] {
  const { w, h } = place.box;
  const top = h - 6 - mostCounts * countRow + 10;
  return countsOf(view.members).flatMap((c, i) => {
    const y = top + i * countRow;
    const number = countText(c.count);
    return [
      glyph(c.state, inset + 7, y - 4.5, 0.9),
      fitted(inset + 22, y, c.words, 'state', w - 2 * inset - 30 - pen.measure(number, 'state'), pen.measure, { fill: inkOf(c.state) }),
      text(w - inset, y, number, 'state', end),
    ];
  });
}

/** "group worker, 800 goroutines: 37 runnable, 612 chan send, pages" */
export function groupName(place: GroupPlace, view: GroupView): string {
  const counted = countsOf(view.members).map((c) => `${c.count} ${c.words}`);
  return `group ${place.first.name}, ${place.members.length} goroutines: ${counted.length > 0 ? counted.join(', ') : 'not yet started'}`;
}
