/** The narrow timeline of a phone: who ran when, where choices were, and a thumb. */
import type { TimelineData } from '../model/types.ts';
import { hueOf } from '../shared/figures/states.ts';
import { circle, line, rect } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { visibleSegments } from './lanes.ts';
import { lowerBound, xOf } from './view.ts';
import type { TimelineView } from './view.ts';

const edge = 16;
export const stripHeight = 84;
const lanesTop = 22;
const lanesHeight = 52;

export function stripView(width: number, range: { readonly from: number; readonly to: number }): TimelineView {
  return {
    width,
    height: stripHeight,
    left: edge,
    right: width - edge,
    top: lanesTop,
    bottom: lanesTop + lanesHeight,
    pitch: 13,
    scroll: 0,
    ...range,
  };
}

/** Beyond this many lanes they would be hairs: the first ones stand for the rest. */
const mostStripLanes = 13;

export function stripMarks(data: TimelineData, v: TimelineView): Shape[] {
  const lanes = data.lanes.slice(0, mostStripLanes);
  const pitch = Math.min(13, lanesHeight / Math.max(1, lanes.length));
  const bar = Math.max(2, Math.min(8, pitch - 3));
  const first = lowerBound(data.choices, v.from, (c) => c.step);
  const last = lowerBound(data.choices, v.to + 1e-6, (c) => c.step);
  const room = Math.max(1, Math.ceil(((last - first) * 8) / (v.right - v.left)));
  return [
    ...data.choices
      .slice(first, last)
      .filter((_, i) => i % room === 0)
      .map((c) => circle(xOf(v, c.step), 12, 3.5, { fill: 'var(--line-2)' })),
    ...lanes.flatMap((lane, i) => {
      const y = lanesTop + 6 + i * pitch;
      const runs = visibleSegments(lane, v).filter((s) => s.state === 'running');
      return [
        line(v.left, y, v.right, y, { stroke: 'var(--hair-2)' }),
        ...runs.map((s) => {
          const x = Math.max(v.left, xOf(v, s.from));
          return rect(x, y - bar / 2, Math.max(1, Math.min(v.right, xOf(v, s.to)) - x), bar, Math.min(2, bar / 3), {
            fill: hueOf(lane.goroutine),
          });
        }),
      ];
    }),
  ];
}

export function stripOverlay(data: TimelineData, v: TimelineView, step: number): Shape[] {
  const x = xOf(v, step);
  return [
    ...(step < data.steps ? [rect(x, 2, Math.max(0, v.width - x), 74, 0, { fill: 'var(--shade)' })] : []),
    line(x, 4, x, 74, { stroke: 'var(--now)', 'stroke-width': 2 }),
    circle(x, 76, 8, { fill: 'var(--now)', stroke: 'var(--surface)', 'stroke-width': 2 }),
  ];
}
