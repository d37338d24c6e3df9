/** Edges: one stroke, dash and head for every meaning. */
import { circle, el, line, path } from './svg.ts';
import type { Attributes, Shape } from './svg.ts';

export type ArrowKind =
  'flow' | 'idle' | 'quiet' | 'ready' | 'wake' | 'spawn' | 'wait' | 'cycle' | 'owns' | 'hb' | 'missing' | 'cancel' | 'unseen';

const strokes: Readonly<Record<ArrowKind, Attributes>> = {
  flow: { stroke: 'var(--now)', 'stroke-width': 2.25, 'marker-end': 'now' },
  idle: { stroke: 'var(--line)', 'stroke-width': 1 },
  /** A relation at rest that is not one of values: contexts that carry none, waits of nobody. */
  quiet: { stroke: 'var(--line)', 'stroke-width': 1, 'stroke-dasharray': '2 4' },
  ready: { stroke: 'var(--line)', 'stroke-width': 1.5, 'marker-end': 'line' },
  wake: { stroke: 'var(--runnable)', 'stroke-width': 2, 'stroke-dasharray': '1 5', 'stroke-linecap': 'round', 'marker-end': 'runnable' },
  spawn: { stroke: 'var(--line-2)', 'stroke-width': 1.5, 'marker-start': 'dot', 'marker-end': 'line-2' },
  wait: { stroke: 'var(--blocked)', 'stroke-width': 1.75, 'stroke-dasharray': '6 4', 'marker-end': 'blocked' },
  cycle: { stroke: 'var(--bad)', 'stroke-width': 2.75, 'marker-end': 'bad' },
  owns: { stroke: 'var(--line-2)', 'stroke-width': 2, 'marker-end': 'knob' },
  hb: { stroke: 'var(--line-2)', 'stroke-width': 1.5, 'marker-end': 'line-2' },
  missing: { stroke: 'var(--bad)', 'stroke-width': 2.25, 'stroke-dasharray': '7 6' },
  cancel: { stroke: 'var(--cancel)', 'stroke-width': 2.5, 'marker-end': 'cancel' },
  /** Signalled and not yet seen. */
  unseen: { stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' },
};

/** `scope` makes ids unique, so that one page can hold several drawings. */
export const headId = (scope: string, name: string): string => `${scope}-head-${name}`;
export const hatchId = (scope: string): string => `${scope}-hatch`;

export function arrow(d: string, kind: ArrowKind, scope: string, more: Attributes = {}): Shape {
  const { 'marker-start': start, 'marker-end': end, ...stroke } = strokes[kind];
  return path(d, {
    ...stroke,
    'marker-start': start && `url(#${headId(scope, String(start))})`,
    'marker-end': end && `url(#${headId(scope, String(end))})`,
    ...more,
  });
}

const pointed = (scope: string, token: string): Shape =>
  el(
    'marker',
    {
      id: headId(scope, token),
      viewBox: '0 0 10 10',
      refX: 8.5,
      refY: 5,
      markerWidth: 9,
      markerHeight: 9,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto-start-reverse',
    },
    path('M1 1L9 5L1 9Z', { fill: `var(--${token})` }),
  );
const round = (scope: string, name: string, size: number, r: number): Shape =>
  el(
    'marker',
    {
      id: headId(scope, name),
      viewBox: `0 0 ${size} ${size}`,
      refX: size / 2,
      refY: size / 2,
      markerWidth: size,
      markerHeight: size,
      markerUnits: 'userSpaceOnUse',
    },
    circle(size / 2, size / 2, r, { fill: 'var(--line-2)' }),
  );

/** Heads and hatches that a drawing of this scope refers to. */
export function definitions(scope: string): Shape {
  return el(
    'defs',
    {},
    ['now', 'line', 'line-2', 'runnable', 'blocked', 'bad', 'cancel'].map((token) => pointed(scope, token)),
    round(scope, 'dot', 8, 3),
    round(scope, 'knob', 10, 4),
    el(
      'pattern',
      { id: hatchId(scope), width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      line(0, 0, 0, 7, { stroke: 'var(--bad)', 'stroke-width': 1.5, opacity: 0.22 }),
    ),
  );
}
