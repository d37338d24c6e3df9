/** Lanes of goroutines: a bar in its hue while it runs, and what it does instead while it does not. */
import type { Lane, LaneSegment } from '../model/types.ts';
import { hatchId } from '../shared/figures/arrows.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { hueOf } from '../shared/figures/states.ts';
import { line, path, rect } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { text } from '../shared/figures/text.ts';
import { laneY, lowerBound, perStep, xOf } from './view.ts';
import type { TimelineView } from './view.ts';

/** Segments in view; of those narrower than half a pixel only the first in each. */
export function visibleSegments(lane: Lane, v: TimelineView): LaneSegment[] {
  const { segments } = lane;
  const least = 0.5 / perStep(v);
  const found: LaneSegment[] = [];
  let i = lowerBound(segments, v.from, (s) => s.to);
  for (let s = segments[i]; s && s.from <= v.to; s = segments[i]) {
    found.push(s);
    i =
      s.to - s.from >= least
        ? i + 1
        : Math.max(
            i + 1,
            lowerBound(segments, s.from + least, (other) => other.to),
          );
  }
  return found;
}

export function laneShapes(lane: Lane, index: number, v: TimelineView, pen: Pen): Shape[] {
  const y = laneY(v, index);
  if (y < v.top - v.pitch || y > v.bottom + v.pitch) return [];
  const thin = v.pitch < 24;
  const shapes: Shape[] = index > 0 ? [line(0, y - v.pitch / 2 + 0.5, v.width, y - v.pitch / 2 + 0.5, { stroke: 'var(--hair)' })] : [];
  const segments = visibleSegments(lane, v);
  for (const s of segments) shapes.push(...segmentShapes(s, lane.goroutine, y, thin, v, pen));
  return shapes;
}

/** Reasons stand on their lines, above the gaps of clock jumps. */
export function laneWords(lane: Lane, index: number, v: TimelineView, pen: Pen): Shape[] {
  const y = laneY(v, index);
  if (v.pitch < 24 || y < v.top - v.pitch || y > v.bottom + v.pitch) return [];
  return visibleSegments(lane, v).flatMap((s) => labelOf(s, y, v, pen));
}

function span(s: LaneSegment, v: TimelineView): { x: number; w: number } {
  const x = Math.max(v.left - 20, xOf(v, s.from));
  return { x, w: Math.max(Math.min(v.width + 20, xOf(v, s.to)) - x, 2) };
}

function segmentShapes(s: LaneSegment, goroutine: number, y: number, thin: boolean, v: TimelineView, pen: Pen): Shape[] {
  const { x, w } = span(s, v);
  const half = thin ? 5 : 8;
  switch (s.state) {
    case 'running':
      return [rect(x + 0.5, y - half, Math.max(1, w - 1), 2 * half, Math.min(3.5, w / 3), { fill: hueOf(goroutine) })];
    case 'runnable':
      if (w < 6) return [line(x, y, x + w, y, { stroke: 'var(--runnable)', 'stroke-width': 2 })];
      return [rect(x + 1.5, y - half / 2, w - 3, half, 3, { fill: 'none', stroke: 'var(--runnable)', 'stroke-width': 1.25 })];
    case 'sleeping':
      return [
        line(x + Math.min(3, w / 3), y, x + w - Math.min(3, w / 3), y, {
          stroke: 'var(--sleeping)',
          'stroke-width': 2.5,
          'stroke-dasharray': '.1 6',
          'stroke-linecap': 'round',
        }),
      ];
    case 'blocked':
      return [
        line(x + Math.min(2, w / 3), y, x + w - Math.min(2, w / 3), y, { stroke: 'var(--blocked)', 'stroke-width': 1.75 }),
        ...(w > 6 ? [path(`M${x + 2} ${y - 4}v8`, { stroke: 'var(--blocked)', 'stroke-width': 1.75 })] : []),
      ];
    case 'stuck':
      return [
        rect(x + 1, y - 5, Math.max(2, w - 2), 10, 3, { fill: 'var(--bad-soft)' }),
        rect(x + 1, y - 5, Math.max(2, w - 2), 10, 3, { fill: `url(#${hatchId(pen.scope)})`, stroke: 'var(--bad)', 'stroke-width': 1.5 }),
      ];
    case 'dead':
      return [rect(x, y - 4, 8, 8, 1.5, { fill: 'var(--dead)' })];
  }
}

/** The reason on the line, where there is room. */
function labelOf(s: LaneSegment, y: number, v: TimelineView, pen: Pen): Shape[] {
  if (s.label === '' || s.state === 'stuck') return [];
  const x = Math.max(v.left, xOf(v, s.from));
  const w = Math.min(v.right, xOf(v, s.to)) - x;
  const words = pen.measure(s.label, 'meta');
  if (words + 28 >= w) return [];
  return [rect(x + 8, y - 8, words + 8, 16, 0, { fill: 'var(--surface)' }), text(x + 12, y + 4, s.label, 'meta')];
}
