/** The stage's layout: a pure function of the run and the width of the stage, made once a run. Nothing moves while stepping. */
import type { RunGraph } from '../graph.ts';
import { around, bottom, right } from './geometry.ts';
import type { Box } from './geometry.ts';
import { betweenCards, obstaclesOf, routesOf } from './routes.ts';
import { card, clock, margin } from './sizes.ts';
import type { LayoutOptions, Level, StageLayout } from './types.ts';
import { placeWide } from './wide.ts';

const mostFull = 12;
const mostSmall = 60;

export function levelOf(graph: RunGraph): Level {
  const entities = graph.goroutines.length + graph.objects.filter((o) => o.kind !== 'context').length;
  return entities <= mostFull ? 'full' : entities <= mostSmall ? 'small' : 'grouped';
}

export function layoutStage(graph: RunGraph, options: LayoutOptions): StageLayout {
  const clockBox = clockBoxOf(options);
  const placed = placeWide(graph, options, clockBox, { sizeOf: () => card, grid: false });
  const ways = { ...placed, obstacles: obstaclesOf(placed) };
  const routes = routesOf(graph, placed, ways);
  const boxes = [clockBox, ...ways.obstacles.map((o) => o.box), ...[...routes.values()].map((r) => boxOfPoints(r.points))];
  const extent = around(boxes);
  return {
    graph,
    level: levelOf(graph),
    narrow: options.narrow,
    width: right(extent) + margin - 8,
    height: bottom(extent) + 12,
    clock: { at: [clock.x, clock.y], ruler: clock.ruler, box: clockBox },
    cards: placed.cards,
    groups: [],
    channels: placed.channels,
    objects: placed.objects,
    contexts: placed.contexts,
    routes,
    bundles: [],
    labels: [],
    between: betweenCards(placed, ways),
  };
}

function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  return around(points.map(([x, y]) => ({ x, y, w: 0, h: 0 })));
}

function clockBoxOf({ measure, narrow }: LayoutOptions): Box {
  const ruler = narrow ? 96 : clock.ruler;
  const w = Math.ceil(measure('000.000 s', 'figure') / 8) * 8 + 24 + ruler + measure('00.000 s', 'note') / 2;
  return { x: clock.x, y: clock.y - 18, w, h: clock.bottom - clock.y + 18 };
}
