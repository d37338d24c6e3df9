/** Columns from left to right: positions of cards, pipes and objects. */
import type { GraphObject, RunGraph } from '../graph.ts';
import { channelRoom, countWidth, placeColumns } from './columns.ts';
import type { ColumnPlace } from './columns.ts';
import { boxAt, bodyExtent, fullExtent } from './extents.ts';
import type { Extent } from './extents.ts';
import { around, bottom, meet, right } from './geometry.ts';
import type { Box, Point } from './geometry.ts';
import { rankNodes } from './rank.ts';
import type { Ranking } from './rank.ts';
import { assignRows, median, orderColumns, pushApart } from './rows.ts';
import { card, channelAbove, channelBelow, channelHeight, margin, rowPitch } from './sizes.ts';
import type { CardPlace, ChannelPlace, LayoutOptions, ObjectPlace } from './types.ts';

export interface Placed {
  readonly cards: Map<number, CardPlace>;
  readonly channels: Map<number, ChannelPlace>;
  readonly objects: Map<number, ObjectPlace>;
  readonly ranking: Ranking;
  readonly columns: readonly ColumnPlace[];
  /** Lowest edge of the rows. */
  readonly floor: number;
  readonly feedbackBus: number;
  readonly objectBus: number;
}

export function placeWide(graph: RunGraph, options: LayoutOptions, start: { x: number; y: number }): Placed {
  const objects = new Map(graph.objects.map((o) => [o.id, o]));
  const ranking = rankNodes(graph);
  const nodes = orderColumns(ranking.columns, ranking.flows);
  const { columns } = placeColumns(nodes, objects, {
    width: options.width,
    measure: options.measure,
    start: start.x,
    cardWidths: nodes.map(() => card.w),
  });
  const rows = assignRows(nodes, ranking.flows, (n) => (n.isChannel ? { above: channelAbove, below: channelBelow } : half), rowPitch);
  const cards = new Map<number, CardPlace>();
  const channels = new Map<number, ChannelPlace>();
  const top = start.y;
  nodes.forEach((column, i) => {
    const place = columns[i];
    if (!place) return;
    for (const n of column) {
      const y = top + (rows.get(n.key) ?? 0);
      const object = objects.get(n.id);
      if (!n.isChannel) cards.set(n.id, { goroutine: n.id, box: { x: place.x, y: y - card.h / 2, w: card.w, h: card.h }, small: false });
      else if (object) channels.set(n.id, channelAt(object, [place.x, y], place.w, options));
    }
  });
  const floor = Math.max(top + card.h, ...[...cards.values()].map((c) => bottom(c.box)), ...[...channels.values()].map((c) => bottom(c.box)));
  const below = placeObjects(graph, cards, channels, floor, ranking.feedback.length > 0, options);
  return { cards, channels, objects: below.objects, ranking, columns, floor, feedbackBus: below.feedbackBus, objectBus: below.objectBus };
}

const half = { above: card.h / 2, below: card.h / 2 };

export function channelAt(object: GraphObject, at: Point, columnWidth: number, options: LayoutOptions): ChannelPlace {
  const room = channelRoom(object, options.measure, options.narrow ? options.width - 2 * margin : Infinity);
  const x = at[0] + (columnWidth - room.w) / 2;
  const pipe: Box = { x, y: at[1] - channelHeight / 2, w: room.w, h: channelHeight };
  const words = Math.max(room.labelWidth, room.w, countWidth(object, options.measure));
  const box: Box = { x: x - 12, y: at[1] - channelAbove, w: words + 12, h: channelAbove + channelBelow };
  return { channel: object.id, at: [x, at[1]], ...room, box, pipe };
}

interface Below {
  readonly objects: Map<number, ObjectPlace>;
  readonly feedbackBus: number;
  readonly objectBus: number;
}

/** Locks and cells of two users stand between them where there is room; the rest in rows below, under the median of their users. */
function placeObjects(
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  channels: ReadonlyMap<number, ChannelPlace>,
  floor: number,
  hasFeedback: boolean,
  options: LayoutOptions,
): Below {
  const objects = new Map<number, ObjectPlace>();
  const taken = [...[...cards.values()].map((c) => c.box), ...[...channels.values()].map((c) => c.box)];
  const rest: GraphObject[] = [];
  for (const object of graph.objects) {
    if (object.kind === 'channel' || object.kind === 'context') continue;
    const between = betweenTwo(object, graph, cards, taken, options);
    if (between) {
      objects.set(object.id, between);
      taken.push(between.box);
    } else rest.push(object);
  }
  const low = Math.max(floor, ...[...objects.values()].map((o) => bottom(o.box)));
  const feedbackBus = low + 12;
  const objectBus = feedbackBus + (hasFeedback ? 10 : 0);
  const top = rest.length > 1 || hasFeedback ? objectBus + 14 : low + 11;
  for (const place of rowsBelow(rest, graph, cards, top, options)) objects.set(place.object.id, place);
  return { objects, feedbackBus, objectBus };
}

export function usersOf(object: number, graph: RunGraph): number[] {
  return [...new Set(graph.relations.filter((r) => r.object === object).map((r) => r.goroutine))];
}

const betweenable = new Set<GraphObject['kind']>(['mutex', 'rwmutex', 'atomic']);

function betweenTwo(
  object: GraphObject,
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  taken: readonly Box[],
  options: LayoutOptions,
): ObjectPlace | undefined {
  if (!betweenable.has(object.kind)) return undefined;
  const [a, b, more] = usersOf(object.id, graph).flatMap((g) => cards.get(g)?.box ?? []);
  if (!a || !b || more || Math.abs(a.x - b.x) < card.w) return undefined;
  const [l, r] = a.x < b.x ? [a, b] : [b, a];
  const extent = fullExtent(object, 'below', options.measure);
  const body = bodyExtent(object);
  const y = (l.y + r.y + l.h) / 2 + (body.top - body.bottom) / 2;
  const place = objectAt(object, [(right(l) + r.x) / 2, y], 'below', extent);
  return taken.some((t) => meet(t, place.box)) ? undefined : place;
}

function objectAt(object: GraphObject, at: Point, caption: 'right' | 'below', extent: Extent): ObjectPlace {
  return { object, at, caption, box: boxAt(at, extent), body: boxAt(at, bodyExtent(object)) };
}

const objectGap = 40;

function rowsBelow(
  list: readonly GraphObject[],
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  top: number,
  options: LayoutOptions,
): ObjectPlace[] {
  const all = [...cards.values()].map((c) => c.box);
  const span = all.length > 0 ? around(all) : { x: margin, y: 0, w: card.w, h: 0 };
  const items = list.map((object) => {
    const caption = object.kind === 'waitgroup' ? ('right' as const) : ('below' as const);
    const extent = fullExtent(object, caption, options.measure);
    return { object, caption, extent, wanted: wantedX(object.id, graph, cards, span) };
  });
  const places: ObjectPlace[] = [];
  let y = top;
  for (const row of wrap(items, Math.max(options.width - 2 * margin, span.w))) {
    row.sort((a, b) => a.wanted - b.wanted || a.object.id - b.object.id);
    const above = Math.max(...row.map((i) => i.extent.top));
    const xs = pushApart(
      row.map((i) => i.wanted),
      row.map((i, k) => width(row[k - 1]?.extent) / 2 + width(i.extent) / 2 + objectGap),
    );
    const first = row[0];
    const shift = first ? Math.max(0, margin - ((xs[0] ?? 0) - width(first.extent) / 2)) : 0;
    row.forEach((i, k) => {
      const x = (xs[k] ?? 0) + shift - width(i.extent) / 2 + i.extent.left;
      places.push(objectAt(i.object, [x, y + above], i.caption, i.extent));
    });
    y += above + Math.max(...row.map((i) => i.extent.bottom)) + 24;
  }
  return places;
}

const width = (e: Extent | undefined): number => (e ? e.left + e.right : 0);

function wrap<T extends { readonly extent: Extent }>(items: readonly T[], room: number): T[][] {
  const rows: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    const w = width(item.extent) + objectGap;
    if (used + w > room + objectGap) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(item);
    used += w;
  }
  return rows;
}

/** Median over the columns of its users, so that many workers do not outweigh the one who waits for them. */
function wantedX(object: number, graph: RunGraph, cards: ReadonlyMap<number, CardPlace>, span: Box): number {
  const middles = usersOf(object, graph).flatMap((g) => {
    const box = cards.get(g)?.box;
    return box ? [box.x + box.w / 2] : [];
  });
  return middles.length > 0 ? median([...new Set(middles)]) : span.x + span.w / 2;
}
