/** Everything of the timeline that does not depend on the cursor: lanes, messages, choices, clock jumps. */
import type { Choice, Message, TimelineData } from '../model/types.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { circle, line, path, rect } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { cancelShapes } from './cancel.ts';
import { heatShapes } from './heat.ts';
import type { LaneGroup } from './heat.ts';
import { laneShapes, laneWords } from './lanes.ts';
import { laneY, lowerBound, mostLabelled, perStep, ticksOf, xOf } from './view.ts';
import type { TimelineView } from './view.ts';

/** More messages than this in view would be a thicket: then only the step's own is shown. */
const mostMessages = 240;

export function marksOf(data: TimelineData, groups: readonly LaneGroup[], v: TimelineView, pen: Pen): Shape[] {
  if (groups.length > 0) return [...heatShapes(groups, v, pen), ...rules(v), ...jumpGaps(data, v), ...choiceTrack(data, v)];
  const rows = rowsOf(data);
  return [
    ...rules(v),
    ...data.lanes.flatMap((lane, i) => laneShapes(lane, i, v, pen)),
    ...jumpGaps(data, v),
    ...data.lanes.flatMap((lane, i) => laneWords(lane, i, v, pen)),
    ...messagesInView(data, v).flatMap((m) => messageShapes(m, rows, v, false)),
    ...(data.lanes.length <= mostLabelled ? cancelShapes(data, v, rows) : []),
    ...choiceTrack(data, v),
  ];
}

/** Lanes by goroutine. */
export const rowsOf = (data: TimelineData): Map<number, number> => new Map(data.lanes.map((l, i) => [l.goroutine, i]));

/** On its own ground: lanes may have been scrolled under it. */
function choiceTrack(data: TimelineData, v: TimelineView): Shape[] {
  const ground = v.scroll > 0 ? [rect(v.left - 8, 25, v.width, v.top - 30, 0, { fill: 'var(--surface)' })] : [];
  return [...ground, ...choiceShapes(data.choices, v)];
}

export function rules(v: TimelineView): Shape[] {
  return [
    ...ticksOf(v).map((s) => line(xOf(v, s), 20, xOf(v, s), v.bottom, { stroke: 'var(--hair)', 'stroke-width': 1 })),
    line(0, 24.5, v.width, 24.5, { stroke: 'var(--hair)' }),
    line(0, v.top - 4.5, v.width, v.top - 4.5, { stroke: 'var(--hair)' }),
  ];
}

export function jumpGaps(data: TimelineData, v: TimelineView): Shape[] {
  return data.jumps
    .filter((j) => j.step >= v.from && j.step <= v.to)
    .flatMap((j) => {
      const x = xOf(v, j.step);
      const dots = { stroke: 'var(--sleeping)', 'stroke-width': 1.25, 'stroke-dasharray': '1 4', 'stroke-linecap': 'round' };
      return [
        rect(x - 4, 25, 8, v.bottom - 25, 0, { fill: 'var(--surface)' }),
        path(`M${x - 4} 25V${v.bottom}M${x + 4} 25V${v.bottom}`, dots),
      ];
    });
}

export function messagesInView(data: TimelineData, v: TimelineView): Message[] {
  if (data.lanes.length > mostLabelled) return [];
  const inView = data.messages.filter((m) => m.kind === 'value' && m.toStep >= v.from && m.fromStep <= v.to);
  return inView.length > mostMessages ? [] : inView;
}

const inkOf = (m: Message): string => {
  if (m.kind === 'wake') return 'var(--runnable)';
  if (m.kind === 'spawn') return 'var(--line)';
  return m.kind === 'cancel' || (m.kind === 'close' && m.lineage === 0) ? 'var(--cancel)' : `var(--v${m.lineage}-line)`;
};

/** From the sender's lane to the receiver's: leaves the edge of one bar, arrives at the edge of the other. */
export function messageShapes(m: Message, rows: ReadonlyMap<number, number>, v: TimelineView, now: boolean): Shape[] {
  const a = rows.get(m.fromGoroutine);
  const b = rows.get(m.toGoroutine);
  if (a === undefined || b === undefined || a === b) return [];
  const down = b > a ? 1 : -1;
  const [x1, y1] = [xOf(v, m.fromStep - 0.5), laneY(v, a) + down * 8];
  const [x2, y2] = [xOf(v, m.toStep - 0.5), laneY(v, b) - down * 9];
  const bend = Math.min(60, Math.abs(x2 - x1) * 0.5);
  const ink = now ? 'var(--now)' : inkOf(m);
  return [
    path(`M${x1} ${y1}C${x1 + bend} ${y1 + down * 14} ${x2 - bend} ${y2 - down * 14} ${x2} ${y2}`, {
      stroke: ink,
      'stroke-width': now ? 2.5 : 1.25,
      'stroke-dasharray': m.kind === 'spawn' ? '2 3' : undefined,
      opacity: now ? undefined : 0.75,
    }),
    circle(x1, y1, 2.5, { fill: ink }),
    path(`M${x2 - 3.5} ${y2 - down * 5.5}L${x2} ${y2}L${x2 + 3.5} ${y2 - down * 5.5}Z`, { fill: ink }),
  ];
}

/** Closer together than this, choices are shown as density. */
const dotRoom = 7;

export function choiceShapes(choices: readonly Choice[], v: TimelineView): Shape[] {
  const first = lowerBound(choices, v.from, (c) => c.step);
  const last = lowerBound(choices, v.to + 1e-6, (c) => c.step);
  const shown = choices.slice(first, last);
  if (shown.length * dotRoom > (v.right - v.left) * 1.4) return density(shown, v);
  return shown.flatMap((c) => dots(c, v, 'var(--line-2)'));
}

/** Filled: the road taken; hollow: those not taken, at most two. */
export function dots(c: Choice, v: TimelineView, ink: string): Shape[] {
  const x = xOf(v, c.step);
  const others = Math.min(c.others.length, 2);
  const y = 38 - others * 4.25;
  return [
    circle(x, y, 4, { fill: ink }),
    ...Array.from({ length: others }, (_, i) =>
      circle(x, y + (i + 1) * 8.5, 2.75, { fill: 'var(--surface)', stroke: ink, 'stroke-width': 1.25 }),
    ),
  ];
}

function density(choices: readonly Choice[], v: TimelineView): Shape[] {
  const bin = 6;
  const counts = new Map<number, number>();
  for (const c of choices) {
    const k = Math.floor((xOf(v, c.step) - v.left) / bin);
    counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return [...counts].map(([k, n]) =>
    rect(v.left + k * bin, 32, bin + 0.3, 12, 0, { fill: 'var(--line-2)', opacity: Math.round((0.08 + (0.72 * n) / most) * 100) / 100 }),
  );
}

/** The choice under the pointer, with a target of 24 px. */
export function choiceAt(choices: readonly Choice[], v: TimelineView, x: number): Choice | undefined {
  const reach = 12 / perStep(v);
  const at = v.from + (x - v.left) / perStep(v);
  let nearest: Choice | undefined;
  for (let i = lowerBound(choices, at - reach, (c) => c.step); i < choices.length; i++) {
    const c = choices[i];
    if (!c || c.step > at + reach) break;
    if (!nearest || Math.abs(c.step - at) < Math.abs(nearest.step - at)) nearest = c;
  }
  return nearest;
}
