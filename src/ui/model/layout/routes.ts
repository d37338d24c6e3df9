/** The lines of all relations: where tokens travel, waits are dashed and contexts tell. */
import type { RunGraph } from '../graph.ts';
import { curve, reversed, right } from './geometry.ts';
import type { Line, Point } from './geometry.ts';
import { channelKey, goroutineKey } from './rank.ts';
import { bottomOf, cardToCard, feedback, forward, homewards, leftOf, obstacle, rightOf, toNode, told, toObject, wayBack } from './router.ts';
import type { Obstacle, Ways } from './router.ts';
import { routeKey } from './types.ts';
import type { CardPlace, ChannelPlace, ContextPlace, ObjectPlace, Route, RouteKind } from './types.ts';

export interface Figures {
  readonly cards: ReadonlyMap<number, CardPlace>;
  readonly channels: ReadonlyMap<number, ChannelPlace>;
  readonly objects: ReadonlyMap<number, ObjectPlace>;
  readonly contexts: ReadonlyMap<number, ContextPlace>;
}

export const objectKey = (id: number): string => `o${id}`;
export const contextKey = (id: number): string => `x${id}`;

export function obstaclesOf(figures: Figures): Obstacle[] {
  return [
    ...[...figures.cards.values()].map((c) => obstacle(goroutineKey(c.goroutine), c.box)),
    ...[...figures.channels.values()].map((c) => obstacle(channelKey(c.channel), c.box)),
    ...[...figures.objects.values()].map((o) => obstacle(objectKey(o.object.id), o.box)),
    ...[...figures.contexts.values()].map((c) => obstacle(contextKey(c.context), c.box)),
  ];
}

export const mouthOf = (c: ChannelPlace): Point => [c.flipped ? c.at[0] + c.w + 18 : c.at[0] - 18, c.at[1]];
export const exitOf = (c: ChannelPlace): Point => [c.flipped ? c.at[0] - 10 : c.at[0] + c.w + 10, c.at[1]];

export function routesOf(graph: RunGraph, figures: Figures, ways: Ways): Map<string, Route> {
  const routes = new Map<string, Route>();
  const add = (kind: RouteKind, goroutine: number, object: number, line: Line | undefined, hidden = false): void => {
    const key = routeKey(kind, goroutine, object);
    if (line && !routes.has(key)) routes.set(key, { ...line, key, kind, goroutine, object, hidden });
  };
  for (const r of [...graph.relations].sort((a, b) => Number(a.role === 'close') - Number(b.role === 'close'))) {
    const place = figures.cards.get(r.goroutine);
    if (!place) continue;
    const channel = figures.channels.get(r.object);
    const object = figures.objects.get(r.object);
    if (channel) {
      const kind = r.role === 'recv' ? 'recv' : 'send';
      const other = routes.get(routeKey(kind === 'send' ? 'recv' : 'send', r.goroutine, r.object));
      if (other) add(kind, r.goroutine, r.object, reversed(other), true);
      else add(kind, r.goroutine, r.object, kind === 'send' ? sendLine(place, channel, ways) : receiveLine(channel, place, ways));
    } else if (object) {
      add('use', r.goroutine, r.object, toObject(place.box, object.body, object.box, isAlone(place, figures), ways, [goroutineKey(r.goroutine), objectKey(r.object)]));
    }
  }
  for (const c of graph.contexts) add('child', c.parent, c.id, childLine(c.parent, c.id, figures));
  for (const r of graph.relations) {
    if (r.role === 'listen') add('listen', r.goroutine, r.object, listenLine(r.object, r.goroutine, figures, ways));
    if (r.role === 'cancel') add('cancel', r.goroutine, r.object, cancelLine(r.object, r.goroutine, figures, ways));
  }
  return routes;
}

function isAlone(place: CardPlace, figures: Figures): boolean {
  for (const other of figures.cards.values()) if (other !== place && other.box.x < right(place.box) && place.box.x < right(other.box)) return false;
  return true;
}

function sendLine(card: CardPlace, channel: ChannelPlace, ways: Ways): Line {
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const from = rightOf(card.box);
  const to = mouthOf(channel);
  if (channel.flipped) return wayBack(card.box, to, ways, except);
  if (from[0] < to[0]) return forward(from, to, ways, except);
  return feedback(from, to, undefined, ways, except);
}

function receiveLine(channel: ChannelPlace, card: CardPlace, ways: Ways): Line {
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const from = exitOf(channel);
  const [x, y] = leftOf(card.box);
  if (channel.flipped) return homewards(from, card.box, ways, except);
  if (from[0] < x) return forward(from, [x - 8, y], ways, except);
  const below = bottomOf(card.box);
  return feedback(from, [x - 8, y], [below[0], below[1] + 8], ways, except);
}

const contextReach = 24;

function childLine(parent: number, child: number, figures: Figures): Line | undefined {
  const a = figures.contexts.get(parent);
  const b = figures.contexts.get(child);
  return a && b ? curve([a.at[0] + contextReach, a.at[1]], [b.at[0] - contextReach - 2, b.at[1]]) : undefined;
}

function listenLine(context: number, goroutine: number, figures: Figures, ways: Ways): Line | undefined {
  const node = figures.contexts.get(context);
  const card = figures.cards.get(goroutine);
  if (!node || !card) return undefined;
  const from: Point = [node.at[0] + contextReach, node.at[1]];
  const [x, y] = leftOf(card.box);
  const level = Math.abs(y - from[1]) < card.box.h / 2 - 8 ? from[1] : y;
  return told(from, node.lane, [x - 8, level], ways, [contextKey(context), goroutineKey(goroutine)]);
}

/** Who calls the cancel function. */
function cancelLine(context: number, goroutine: number, figures: Figures, ways: Ways): Line | undefined {
  const node = figures.contexts.get(context);
  const card = figures.cards.get(goroutine);
  if (!node || !card) return undefined;
  return toNode(card.box, node.at, contextReach + 4, ways, [contextKey(context), goroutineKey(goroutine)]);
}

export function betweenCards(figures: Figures, ways: Ways): (from: number, to: number) => Line | undefined {
  return (from, to) => {
    const a = figures.cards.get(from);
    const b = figures.cards.get(to);
    return a && b && a !== b ? cardToCard(a.box, b.box, ways, [goroutineKey(from), goroutineKey(to)]) : undefined;
  };
}
