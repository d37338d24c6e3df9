/** What depends on the cursor: veil, playhead, lane heads, the step's own message. */
import type { GoroutineView, TimelineData, World } from '../model/types.ts';
import { badge } from '../shared/figures/badge.ts';
import { glyph } from '../shared/figures/glyph.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { isHollow } from '../shared/figures/states.ts';
import { line, path, rect } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { fitted, middle, text } from '../shared/figures/text.ts';
import { heatHeads } from './heat.ts';
import type { LaneGroup } from './heat.ts';
import { messageShapes, rowsOf } from './marks.ts';
import { laneY, lowerBound, mostLabelled, stepText, ticksOf, tickText, xOf } from './view.ts';
import type { TimelineView } from './view.ts';

export interface Cursor {
  readonly step: number;
  readonly world: World | undefined;
  /** Lane under the pointer, -1: none. */
  readonly hovered: number;
}

export function overlayOf(data: TimelineData, groups: readonly LaneGroup[], v: TimelineView, cursor: Cursor, pen: Pen): Shape[] {
  const { step } = cursor;
  return [
    ...(groups.length > 0 ? [] : nowMessages(data, v, step)),
    ...veil(data, v, step),
    ...jumpLabels(data, v, pen),
    ...(groups.length > 0 ? groupHeads(data, groups, v, cursor, pen) : headShapes(data, v, cursor, pen)),
    ...rulerLabels(v, step, pen),
    ...playhead(v, step, pen),
  ];
}

/** Messages that arrive or leave in this step. */
function nowMessages(data: TimelineData, v: TimelineView, step: number): Shape[] {
  if (step === 0) return [];
  const first = lowerBound(data.messages, step, (m) => m.toStep);
  const next = lowerBound(data.messages, step + 1, (m) => m.toStep);
  const arriving = data.messages.slice(first, next);
  const subject = arriving.filter((m) => m.kind === 'value');
  const rows = rowsOf(data);
  return (subject.length > 0 ? subject : arriving.filter((m) => m.kind === 'spawn')).flatMap((m) => messageShapes(m, rows, v, true));
}

export function veil(data: TimelineData, v: TimelineView, step: number): Shape[] {
  if (step >= data.steps) return [];
  const x = Math.max(v.left - 8, xOf(v, step));
  return x < v.width ? [rect(x, 25, v.width - x, v.bottom - 25, 0, { fill: 'var(--shade)' })] : [];
}

export function jumpLabels(data: TimelineData, v: TimelineView, pen: Pen): Shape[] {
  let free = -Infinity;
  return data.jumps.flatMap((j) => {
    const x = xOf(v, j.step);
    const w = pen.measure(j.label, 'meta');
    if (x < v.left || x > v.right + 8 || x - w / 2 - 7 < free) return [];
    free = x + w / 2 + 9;
    return [
      rect(x - w / 2 - 7, v.bottom + 6, w + 14, 20, 10, { fill: 'var(--sleeping-soft)' }),
      text(x, v.bottom + 20, j.label, 'meta', { ...middle, fill: 'var(--sleeping)' }),
    ];
  });
}

function groupHeads(data: TimelineData, groups: readonly LaneGroup[], v: TimelineView, { world }: Cursor, pen: Pen): Shape[] {
  return [...frame(data, v), ...heatHeads(groups, v, world, pen), ...cover(v)];
}

function headShapes(data: TimelineData, v: TimelineView, { world, hovered }: Cursor, pen: Pen): Shape[] {
  const views = new Map(world?.goroutines.map((g) => [g.id, g]));
  const shapes = frame(data, v);
  data.lanes.forEach((lane, i) => {
    const y = laneY(v, i);
    if (y + v.pitch / 2 <= v.top - 5 || y - v.pitch / 2 >= v.bottom) return;
    if (i > 0) shapes.push(line(0, y - v.pitch / 2 + 0.5, v.left - 8, y - v.pitch / 2 + 0.5, { stroke: 'var(--hair)' }));
    const labelled = data.lanes.length <= mostLabelled || hovered === i;
    shapes.push(...head(lane.goroutine, lane.label, views.get(lane.goroutine), y, v, labelled, pen));
  });
  return [...shapes, ...cover(v)];
}

function frame(data: TimelineData, v: TimelineView): Shape[] {
  return [
    rect(0, 25, v.left - 8, v.bottom - 25, 0, { fill: 'var(--surface)' }),
    ...(data.jumps.length > 0 ? [text(16, v.bottom + 20, 'clock', 'meta')] : []),
    line(v.left - 8.5, 25, v.left - 8.5, v.bottom, { stroke: 'var(--hair)' }),
  ];
}

/** Above the first lane again, over lanes that were scrolled under it. */
function cover(v: TimelineView): Shape[] {
  return [
    rect(0, 25, v.left - 9, v.top - 30, 0, { fill: 'var(--surface)' }),
    text(16, 42, 'choices', 'meta'),
    text(16, 14, 'step', 'meta'),
  ];
}

function head(
  id: number,
  label: string,
  view: GoroutineView | undefined,
  y: number,
  v: TimelineView,
  labelled: boolean,
  pen: Pen,
): Shape[] {
  const thin = v.pitch < 24;
  const hollow = !view || isHollow(view.state);
  return [
    badge(id, thin ? 24 : 28, y, pen.measure, { r: thin ? 7 : 11, hollow, faded: !view || view.state === 'dead' }),
    ...(labelled ? [fitted(48, y + 4.5, label, 'lane', v.left - 38 - 48, pen.measure, view ? {} : { fill: 'var(--text-3)' })] : []),
    ...(view ? [glyph(view.state, v.left - 26, y, thin ? 0.7 : 0.9)] : []),
  ];
}

export function rulerLabels(v: TimelineView, step: number, pen: Pen): Shape[] {
  const flag = xOf(v, step);
  const half = flagWidth(step, pen) / 2;
  return ticksOf(v).flatMap((s) => {
    const x = xOf(v, s);
    const words = tickText(s);
    return Math.abs(x - flag) > half + pen.measure(words, 'meta') / 2 + 4 ? [text(x, 14, words, 'meta', middle)] : [];
  });
}

const flagWidth = (step: number, pen: Pen): number => Math.max(30, pen.measure(stepText(step), 'flag') + 16);

/** Its flag is the scrubber's thumb and holds the step. */
export function playhead(v: TimelineView, step: number, pen: Pen): Shape[] {
  const x = xOf(v, step);
  if (x < v.left - 1 || x > v.width + 1) return [];
  const w = flagWidth(step, pen);
  return [
    line(x, 22, x, v.bottom, { stroke: 'var(--now)', 'stroke-width': 2 }),
    rect(x - w / 2, 1, w, 20, 6, { fill: 'var(--now)' }),
    path(`M${x - 5} 20L${x} 26L${x + 5} 20Z`, { fill: 'var(--now)' }),
    text(x, 15.5, stepText(step), 'flag', middle),
  ];
}
