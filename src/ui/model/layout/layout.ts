/** The stage's layout: a pure function of the run and the width of the stage, made once a run. Nothing moves while stepping. */
import type { RunGraph } from '../graph.ts';
import { down } from './down.ts';
import { placeFans } from './fans.ts';
import type { FanPlace } from './fans.ts';
import { around, bottom, right } from './geometry.ts';
import type { Box } from './geometry.ts';
import { placeNarrow } from './narrow.ts';
import { groupBySite, groupSize } from './groups.ts';
import type { Grouping } from './groups.ts';
import { across, betweenCards, bundlesOf, obstaclesOf, routesOf } from './routes.ts';
import { card, clock, margin, smallCard } from './sizes.ts';
import { snugCard } from './snug.ts';
import type { GroupPlace, LayoutOptions, Level, StageLayout } from './types.ts';
import { placeWide } from './wide.ts';
import type { CardSize, Placed } from './wide.ts';

const mostFull = 12;
const mostSmall = 60;

export function levelOf(graph: RunGraph): Level {
  const entities = graph.goroutines.length + graph.objects.filter((o) => o.kind !== 'context').length;
  return entities <= mostFull ? 'full' : entities <= mostSmall ? 'small' : 'grouped';
}

export function layoutStage(run: RunGraph, options: LayoutOptions): StageLayout {
  const level = levelOf(run);
  const grouping = level === 'grouped' ? groupBySite(run) : undefined;
  const graph = grouping?.graph ?? run;
  const clockBox = clockBoxOf(options);
  const place = (snug: boolean): Placed => {
    const roomy = level === 'grouped' ? levelOf(graph) === 'full' && !options.narrow : level === 'full';
    const own = !roomy ? smallCard : snug || level === 'grouped' ? snugCard(graph, options.measure) : card;
    return (options.narrow ? placeNarrow : placeWide)(graph, options, clockBox, {
      sizeOf: (id) => sizeOf(id, grouping, own),
      grid: level === 'small',
      crowded: level !== 'full',
      snug,
      rings: level === 'full',
    });
  };
  const drawnOut = place(false);
  const placed = level === 'full' && !options.narrow && isTooWide(drawnOut, options) ? place(true) : drawnOut;
  const obstacles = obstaclesOf(placed);
  const all = around([clockBox, ...obstacles.map((o) => o.box)]);
  const ways = { ...placed, obstacles, edges: [all.x - 8, right(all) + 10] as const };
  const routes = routesOf(graph, placed, ways, options.narrow ? down : across);
  const figures = [clockBox, ...ways.obstacles.map((o) => o.box)];
  const lines = [...routes.values()].filter((r) => !r.hidden).map((r) => boxOfPoints(r.points));
  const drawn = around([...figures, ...lines]);
  const width = options.narrow ? Math.max(options.width, right(around(figures))) : right(drawn) + 8;
  const size = { width: Math.max(width, options.width), height: bottom(drawn) + 12 };
  const fans =
    level === 'full' ? placeFans(graph, placed.cards, figures, routes.values(), size, options.measure) : new Map<number, FanPlace>();
  const extent = around([drawn, ...[...fans.values()].map((f) => f.box)]);
  return {
    graph,
    level,
    narrow: options.narrow,
    width: options.narrow ? width : Math.max(right(extent) + 8, right(around([...placed.cards.values()].map((c) => c.box))) + margin),
    height: bottom(extent) + 12,
    clock: { at: [clock.x, clock.y], ruler: rulerOf(options), box: clockBox },
    content: around([...obstacles.map((o) => o.box), ...lines, ...[...fans.values()].map((f) => f.box)]),
    ...placed,
    groups: groupPlaces(grouping, placed),
    standIn: {
      goroutine: (id) => grouping?.goroutineStandIn.get(id) ?? id,
      object: (id) => grouping?.objectStandIn.get(id) ?? id,
    },
    objectGroups: grouping?.objectGroups ?? new Map(),
    routes,
    fans,
    bundles: bundlesOf(graph, placed),
    between: betweenCards(placed, ways),
  };
}

/** Whether it would have to be scaled down. */
function isTooWide({ cards, channels, contexts }: Placed, { width }: LayoutOptions): boolean {
  return [cards, channels, contexts].some((places) => [...places.values()].some(({ box }) => right(box) > width));
}

function sizeOf(id: number, grouping: Grouping | undefined, own: CardSize): CardSize {
  const members = grouping?.groups.get(id)?.members.length ?? 1;
  if (members > 1) return groupSize(members);
  return own;
}

function groupPlaces(grouping: Grouping | undefined, placed: Placed): Map<number, GroupPlace> {
  const places = new Map<number, GroupPlace>();
  for (const [id, group] of grouping?.groups ?? []) {
    const box = placed.cards.get(id)?.box;
    if (box && group.members.length > 1) places.set(id, { ...group, ...groupSize(group.members.length), box });
  }
  return places;
}

function boxOfPoints(points: readonly (readonly [number, number])[]): Box {
  return around(points.map(([x, y]) => ({ x, y, w: 0, h: 0 })));
}

const rulerOf = ({ narrow }: LayoutOptions): number => (narrow ? 96 : clock.ruler);

function clockBoxOf(options: LayoutOptions): Box {
  const { measure } = options;
  const w = Math.ceil(measure('000.000 s', 'figure') / 8) * 8 + 24 + rulerOf(options) + measure('00.000 s', 'note') / 2;
  return { x: clock.x, y: clock.y - 18, w, h: clock.bottom - clock.y + 18 };
}
