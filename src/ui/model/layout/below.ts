/** What stands below the rows: pipes that lead back, then objects that carry no values, under the median of their users. */
import type { GraphObject, RunGraph } from '../graph.ts';
import { channelRoom, countWidth } from './columns.ts';
import type { ChannelRoom } from './columns.ts';
import { bodyExtent, boxAt, fullExtent } from './extents.ts';
import type { Caption, Extent } from './extents.ts';
import { around, bottom, meet, right } from './geometry.ts';
import type { Box, Point } from './geometry.ts';
import { median, pushApart } from './rows.ts';
import { card, channelAbove, channelBelow, channelHeight, margin, receiverPitch, senderPitch } from './sizes.ts';
import type { CardPlace, ChannelPlace, LayoutOptions, ObjectPlace } from './types.ts';

/** "612 waiting" under a pipe beside which nobody is drawn. */
export const countLine = 18;

export function usersOf(object: number, graph: RunGraph): number[] {
  return [...new Set(graph.relations.filter((r) => r.object === object).map((r) => r.goroutine))];
}

/** On a phone all words stand in one line above the pipe. */
export const narrowWords = (room: ChannelRoom, count: number): number => Math.max(room.w, room.words + 12 + count);

/** `left` is the pipe's left end. */
export function channelAt(object: GraphObject, left: Point, room: ChannelRoom, flipped: boolean, options: LayoutOptions): ChannelPlace {
  const [x, y] = left;
  const pipe: Box = { x, y: y - channelHeight / 2, w: room.w, h: channelHeight };
  const count = countWidth(object, options.measure);
  const words = options.narrow ? narrowWords(room, count) : Math.max(room.labelWidth, room.w, count);
  const counted = room.senderRoom + room.receiverRoom === 0 && object.peakWaiting + object.peakReceivers > 0;
  const below = options.narrow ? channelHeight / 2 + 4 : channelBelow + (counted ? countLine : 0);
  // Parked goroutines stand before the mouth and behind the other end.
  const before = 12 + (flipped ? room.receiverRoom * receiverPitch : room.senderRoom * senderPitch);
  const behind = 12 + (flipped ? room.senderRoom * senderPitch : room.receiverRoom * receiverPitch);
  const box: Box = { x: x - before, y: y - channelAbove, w: before + Math.max(words + 12, room.w + behind), h: channelAbove + below };
  return { channel: object.id, at: [x, y], ...room, flipped, countBeside: options.narrow, box, pipe };
}

/** Pipes that lead back, one under the other, in the middle between those they lead to and those they come from. */
export function placeFolded(
  folded: readonly GraphObject[],
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  floor: number,
  options: LayoutOptions,
  crowded: boolean,
): ChannelPlace[] {
  let y = floor + 10;
  return folded.map((object) => {
    const room = channelRoom(object, { measure: options.measure, crowded });
    const boxes = (roles: readonly string[]): Box[] =>
      graph.relations.flatMap((r) => (r.object === object.id && roles.includes(r.role) ? (cards.get(r.goroutine)?.box ?? []) : []));
    const receivers = boxes(['recv']);
    const senders = boxes(['send', 'close']);
    const from = Math.max(margin, ...receivers.map((b) => b.x + b.w / 2)) + 40 + room.receiverRoom * receiverPitch;
    const to = Math.min(...senders.map((b) => b.x)) - 40 - room.senderRoom * senderPitch;
    const x = Math.max(from, (from + to - room.w) / 2);
    y += channelAbove;
    const place = channelAt(object, [x, y], room, true, options);
    y += channelBelow + 8;
    return place;
  });
}

export interface Below {
  readonly objects: Map<number, ObjectPlace>;
  readonly feedbackBus: number;
  readonly objectBus: number;
}

/** Locks and cells of two users stand between them where there is room; the rest in rows below, under the median of their users. */
export function placeObjects(
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  taken: readonly Box[],
  floor: number,
  hasFeedback: boolean,
  options: LayoutOptions,
): Below {
  const objects = new Map<number, ObjectPlace>();
  const occupied = [...taken];
  const rest: GraphObject[] = [];
  for (const object of graph.objects) {
    if (object.kind === 'channel' || object.kind === 'context') continue;
    const between = betweenTwo(object, graph, cards, occupied, options);
    if (between) {
      objects.set(object.id, between);
      occupied.push(between.box);
    } else rest.push(object);
  }
  const low = Math.max(floor, ...[...objects.values()].map((o) => bottom(o.box)));
  const feedbackBus = low + 12;
  const objectBus = feedbackBus + (hasFeedback ? 10 : 0);
  const top = rest.length > 1 || hasFeedback ? objectBus + 14 : low + 11;
  for (const place of rowsBelow(rest, graph, cards, top, options)) objects.set(place.object.id, place);
  return { objects, feedbackBus, objectBus };
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
  if (!a || !b || more || Math.abs(a.x - b.x) < a.w) return undefined;
  const [l, r] = a.x < b.x ? [a, b] : [b, a];
  const body = bodyExtent(object);
  const y = (l.y + l.h / 2 + r.y + r.h / 2) / 2 + (body.top - body.bottom) / 2;
  const place = objectAt(object, [(right(l) + r.x) / 2, y], 'below', fullExtent(object, 'below', options.measure));
  return taken.some((t) => meet(t, place.box)) ? undefined : place;
}

export function objectAt(object: GraphObject, at: Point, caption: Caption, extent: Extent): ObjectPlace {
  const body = boxAt(at, bodyExtent(object));
  return { object, at, caption, box: boxAt(at, extent), body, bus: body.y - 10 };
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
      places.push({ ...objectAt(i.object, [x, y + above], i.caption, i.extent), bus: y - 10 });
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
