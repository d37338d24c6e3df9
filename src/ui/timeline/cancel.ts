/** The wave of a cancellation across the lanes: hollow where it is signalled, full where it is noticed, and what lies between. */
import type { Message, TimelineData } from '../model/types.ts';
import { circle, path } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { laneY, xOf } from './view.ts';
import type { TimelineView } from './view.ts';

const ring = (x: number, y: number, full: boolean): Shape =>
  circle(x, y, full ? 6 : 5, {
    fill: full ? 'var(--cancel)' : 'var(--surface)',
    stroke: full ? 'var(--surface)' : 'var(--cancel)',
    'stroke-width': 2,
  });

/** Waves in view, each with the lanes it reaches; `lane` finds a goroutine's. */
export function cancelShapes(data: TimelineData, v: TimelineView, lane: ReadonlyMap<number, number>): Shape[] {
  const waves = new Map<string, Message[]>();
  for (const m of data.messages) {
    if (m.kind !== 'cancel' || m.toStep < v.from || m.fromStep > v.to) continue;
    const key = `${m.fromGoroutine} ${m.fromStep}`;
    waves.set(key, [...(waves.get(key) ?? []), m]);
  }
  return [...waves.values()].flatMap((wave) => waveShapes(wave, v, lane));
}

function waveShapes(wave: readonly Message[], v: TimelineView, lane: ReadonlyMap<number, number>): Shape[] {
  const first = wave[0];
  if (!first) return [];
  const x = xOf(v, first.fromStep - 0.5);
  const from = lane.get(first.fromGoroutine);
  const listeners = wave.flatMap((m) => {
    const row = lane.get(m.toGoroutine);
    return row === undefined ? [] : [{ y: laneY(v, row), x: xOf(v, m.toStep - 0.3) }];
  });
  const ys = [...listeners.map((l) => l.y), ...(from === undefined ? [] : [laneY(v, from)])];
  if (listeners.length === 0) return [];
  return [
    path(`M${x} ${Math.min(...ys)}V${Math.max(...ys)}`, { stroke: 'var(--cancel)', 'stroke-width': 2 }),
    ...listeners.flatMap((l) => [
      path(`M${x} ${l.y - 10}H${l.x}V${l.y - 6}`, {
        stroke: 'var(--cancel)',
        'stroke-width': 1.75,
        'stroke-dasharray': '1 4',
        'stroke-linecap': 'round',
      }),
      ring(x, l.y, false),
      ring(l.x, l.y, true),
    ]),
    ...(from === undefined ? [] : [ring(x, laneY(v, from), true)]),
  ];
}
