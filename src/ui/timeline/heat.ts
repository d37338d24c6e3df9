/** Many lanes by group: a strip for every state of a group, its darkness the share of the group that is in it. */
import type { Lane, LaneSegment, TimelineData, World } from '../model/types.ts';
import { badge } from '../shared/figures/badge.ts';
import { glyph } from '../shared/figures/glyph.ts';
import type { GlyphName } from '../shared/figures/glyph.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { line, rect } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { end, fitted, text } from '../shared/figures/text.ts';
import { laneShapes } from './lanes.ts';
import { perStep } from './view.ts';
import type { TimelineView } from './view.ts';
import { countText } from '../model/count.ts';

type State = LaneSegment['state'];
const states = ['running', 'runnable', 'blocked', 'sleeping', 'stuck'] as const satisfies readonly State[];
const inks: Readonly<Record<State, string>> = {
  running: 'var(--now)',
  runnable: 'var(--runnable)',
  blocked: 'var(--blocked)',
  sleeping: 'var(--sleeping)',
  stuck: 'var(--bad)',
  dead: 'var(--dead)',
};

export interface LaneGroup {
  readonly name: string;
  readonly lanes: readonly Lane[];
  /** States that any of them is ever in: the group's strips. */
  readonly states: readonly State[];
}

/** Lanes of one function; of one goroutine only: its lane. */
export function groupLanes(data: TimelineData): LaneGroup[] {
  const byName = new Map<string, Lane[]>();
  for (const lane of data.lanes) {
    const name = lane.label.split(', ')[0] ?? lane.label;
    const list = byName.get(name);
    if (list) list.push(lane);
    else byName.set(name, [lane]);
  }
  return [...byName].map(([name, lanes]) => {
    const seen = new Set(lanes.flatMap((l) => l.segments.map((s) => s.state)));
    return { name, lanes, states: states.filter((s) => seen.has(s)) };
  });
}

const stripPitch = 16;
const stripHeight = 12;
const groupGap = 12;
const bin = 6;

const rowsOf = (g: LaneGroup): number => (g.lanes.length === 1 ? 1 : g.states.length);
export const heatHeight = (groups: readonly LaneGroup[]): number => groups.reduce((sum, g) => sum + rowsOf(g) * stripPitch + groupGap, 0);

/** Goroutines in each state, by bin of 6 px: sums of their segments' shares of it. */
function shares(group: LaneGroup, v: TimelineView): Map<State, Float64Array> {
  const bins = Math.ceil((v.right - v.left) / bin);
  const steps = bin / perStep(v);
  const sums = new Map<State, Float64Array>(group.states.map((s) => [s, new Float64Array(bins)]));
  for (const lane of group.lanes) {
    for (const s of lane.segments) {
      const sum = sums.get(s.state);
      if (!sum || s.to <= v.from || s.from >= v.to) continue;
      const [a, b] = [(s.from - v.from) / steps, (s.to - v.from) / steps];
      for (let k = Math.max(0, Math.floor(a)); k < Math.min(bins, Math.ceil(b)); k++) {
        sum[k] = (sum[k] ?? 0) + Math.min(b, k + 1) - Math.max(a, k);
      }
    }
  }
  return sums;
}

export function heatShapes(groups: readonly LaneGroup[], v: TimelineView, pen: Pen): Shape[] {
  const shapes: Shape[] = [];
  let y = v.top - v.scroll;
  for (const group of groups) {
    const only = group.lanes.length === 1 ? group.lanes[0] : undefined;
    if (only) shapes.push(...laneShapes(only, 0, { ...v, top: y, pitch: stripPitch, scroll: 0, bottom: v.bottom + 100 }, pen));
    else shapes.push(...strips(group, y, v));
    y += rowsOf(group) * stripPitch + groupGap;
    shapes.push(line(0, y - groupGap / 2 + 0.5, v.width, y - groupGap / 2 + 0.5, { stroke: 'var(--hair)' }));
  }
  return shapes;
}

function strips(group: LaneGroup, top: number, v: TimelineView): Shape[] {
  const sums = shares(group, v);
  return group.states.flatMap((state, row) => {
    const sum = sums.get(state) ?? new Float64Array();
    // One at a time runs: its strip says when, not how many.
    const whole = state === 'running' ? Math.max(1e-9, ...sum) : group.lanes.length;
    const cells: Shape[] = [];
    sum.forEach((value, k) => {
      const share = Math.min(1, value / whole);
      if (share < 0.004) return;
      cells.push(
        rect(v.left + k * bin, top + row * stripPitch + 2, bin + 0.3, stripHeight, 0, {
          fill: inks[state],
          opacity: Math.round((0.04 + 0.92 * share) * 100) / 100,
        }),
      );
    });
    return cells;
  });
}

/** Name and size of each group, and how many are in which state now. */
export function heatHeads(groups: readonly LaneGroup[], v: TimelineView, world: World | undefined, pen: Pen): Shape[] {
  const now = new Map(world?.goroutines.map((g) => [g.id, g.state]));
  const shapes: Shape[] = [];
  let y = v.top - v.scroll;
  for (const group of groups) {
    const only = group.lanes.length === 1 ? group.lanes[0] : undefined;
    if (only) {
      shapes.push(
        badge(only.goroutine, 27, y + 8, pen.measure, { r: 8 }),
        fitted(46, y + 12.5, group.name, 'lane', v.left - 60, pen.measure),
      );
    } else {
      shapes.push(fitted(16, y + 14, group.name, 'lane', v.left - 90, pen.measure));
      if (rowsOf(group) > 1) shapes.push(text(16, y + 31, `${countText(group.lanes.length)} goroutines`, 'meta'));
      group.states.forEach((state, row) => {
        const count = group.lanes.filter((l) => sameState(now.get(l.goroutine), state)).length;
        const middleY = y + row * stripPitch + 8;
        shapes.push(glyph(state satisfies GlyphName, v.left - 20, middleY, 0.8));
        shapes.push(text(v.left - 36, middleY + 4, countText(count), 'meta', { ...end, fill: 'var(--text-2)' }));
      });
    }
    y += rowsOf(group) * stripPitch + groupGap;
  }
  return shapes;
}

const sameState = (state: string | undefined, lane: State): boolean => state === lane || (lane === 'running' && state === 'noticed');
