/** The lines of all relations: where tokens travel, waits are dashed and contexts tell. */
import type { RunGraph } from '../graph.ts';
import { bent, bottom, curve, curveInto, reversed, right } from './geometry.ts';
import type { Line, Point } from './geometry.ts';
import { channelKey, goroutineKey } from './rank.ts';
import { ringLine } from './ring.ts';
import type { Ring } from './ring.ts';
import {
  bottomOf,
  cardToCard,
  feedback,
  firstFree,
  forward,
  homewards,
  leftOf,
  obstacle,
  rightOf,
  toNode,
  told,
  toObject,
  wayBack,
} from './router.ts';
import type { Obstacle, Ways } from './router.ts';
import { routeKey } from './types.ts';
import type { CardPlace, ChannelPlace, ContextPlace, ObjectPlace, Route, RouteKind } from './types.ts';

export interface Figures {
  readonly cards: ReadonlyMap<number, CardPlace>;
  readonly channels: ReadonlyMap<number, ChannelPlace>;
  readonly objects: ReadonlyMap<number, ObjectPlace>;
  readonly contexts: ReadonlyMap<number, ContextPlace>;
  readonly ring?: Ring;
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

/** How lines run: across the columns, or down the rows of a phone. */
export interface Drafting {
  /** Lines to objects are drawn only while someone waits or the step is theirs. */
  readonly quietObjects: boolean;
  send(card: CardPlace, channel: ChannelPlace, ways: Ways): Line;
  receive(channel: ChannelPlace, card: CardPlace, ways: Ways): Line;
  listen(node: ContextPlace, card: CardPlace, ways: Ways): Line;
  cancel(card: CardPlace, node: ContextPlace, ways: Ways): Line;
}

export function routesOf(graph: RunGraph, figures: Figures, ways: Ways, drafting: Drafting): Map<string, Route> {
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
    const inGrid = place.block !== place.box;
    if (channel) {
      const kind = r.role === 'recv' ? 'recv' : 'send';
      const other = routes.get(routeKey(kind === 'send' ? 'recv' : 'send', r.goroutine, r.object));
      if (other) add(kind, r.goroutine, r.object, reversed(other), true);
      else
        add(
          kind,
          r.goroutine,
          r.object,
          kind === 'send' ? drafting.send(place, channel, ways) : drafting.receive(channel, place, ways),
          inGrid,
        );
    } else if (object) {
      const line = figures.ring?.locks.includes(object.object)
        ? ringLine(place.box, object.at, object.object, figures.ring.locks.length === 2)
        : toObject(place.box, object, isAlone(place, figures), ways, [goroutineKey(r.goroutine), objectKey(r.object)]);
      add('use', r.goroutine, r.object, line, drafting.quietObjects || inGrid);
    }
  }
  for (const c of graph.contexts) add('child', c.parent, c.id, childLine(c.parent, c.id, figures));
  for (const r of graph.relations) {
    const node = figures.contexts.get(r.object);
    const card = figures.cards.get(r.goroutine);
    if (!node || !card) continue;
    if (r.role === 'listen') add('listen', r.goroutine, r.object, drafting.listen(node, card, ways));
    if (r.role === 'cancel') add('cancel', r.goroutine, r.object, drafting.cancel(card, node, ways));
  }
  return routes;
}

function isAlone(place: CardPlace, figures: Figures): boolean {
  for (const other of figures.cards.values())
    if (other !== place && other.box.x < right(place.box) && place.box.x < right(other.box)) return false;
  return true;
}

function sendLine(card: CardPlace, channel: ChannelPlace, ways: Ways): Line {
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const from = rightOf(card.box);
  const to = mouthOf(channel);
  if (channel.flipped) return wayBack(card.box, to, ways, except);
  if (from[0] < to[0] && card.block !== card.box) return outOfGrid(card, to, ways, except);
  if (from[0] < to[0]) return forward(from, to, ways, except);
  return feedback(from, to, undefined, ways, except);
}

function receiveLine(channel: ChannelPlace, card: CardPlace, ways: Ways): Line {
  const except = [goroutineKey(card.goroutine), channelKey(channel.channel)];
  const from = exitOf(channel);
  const [x, y] = leftOf(card.box);
  if (channel.flipped) return homewards(from, card.box, ways, except);
  if (from[0] < x && card.block !== card.box) return intoGrid(from, card, ways, except);
  if (from[0] < x) return forward(from, [x - 8, y], ways, except);
  const below = bottomOf(card.box);
  return feedback(from, [x - 8, y], [below[0], below[1] + 8], ways, except);
}

/** Half of the gap between cards of a grid: lines run there. */
const gridLane = 6;

function outOfGrid(card: CardPlace, to: Point, ways: Ways, except: readonly string[]): Line {
  const from = rightOf(card.box);
  const edge = right(card.block) + 10;
  const lane = from[0] + gridLane;
  const row = bottom(card.box) + gridLane;
  const turned = bent([from, [lane, from[1]], [lane, row], [edge, row], [edge, to[1]], to]);
  return firstFree([curve(from, to), turned], ways, except) ?? turned;
}

function intoGrid(from: Point, card: CardPlace, ways: Ways, except: readonly string[]): Line {
  const [x, y] = leftOf(card.box);
  const edge = card.block.x - 10;
  const row = bottom(card.box) + gridLane;
  const turned = bent([from, [edge, from[1]], [edge, row], [x - gridLane, row], [x - gridLane, y], [x - 2, y]]);
  return firstFree([curve(from, [x - 8, y]), turned], ways, except) ?? turned;
}

/** For all cards of a grid at once. */
export function bundlesOf(graph: RunGraph, figures: Figures): Line[] {
  const bundles = new Map<string, Line>();
  for (const r of graph.relations) {
    const card = figures.cards.get(r.goroutine);
    const channel = figures.channels.get(r.object);
    if (!card || !channel || card.block === card.box) continue;
    const key = `${card.block.x} ${channel.channel} ${r.role}`;
    if (bundles.has(key)) continue;
    if (r.role !== 'recv' && right(card.block) < channel.at[0])
      bundles.set(key, curve([right(card.block) + 4, rightOf(card.block)[1]], mouthOf(channel)));
    if (r.role === 'recv' && exitOf(channel)[0] < card.block.x)
      bundles.set(key, curve(exitOf(channel), [card.block.x - 4, leftOf(card.block)[1]]));
  }
  return [...bundles.values()];
}

const contextReach = 24;

function childLine(parent: number, child: number, figures: Figures): Line | undefined {
  const a = figures.contexts.get(parent);
  const b = figures.contexts.get(child);
  return a && b ? curveInto([a.at[0] + contextReach, a.at[1]], b.entry, [b.at[0] - contextReach - 2, b.at[1]]) : undefined;
}

function listenLine(node: ContextPlace, card: CardPlace, ways: Ways): Line {
  const from: Point = [node.at[0] + contextReach, node.at[1]];
  const [x, y] = leftOf(card.box);
  const level = Math.abs(y - from[1]) < card.box.h / 2 - 8 ? from[1] : y;
  return told(from, node.lane, [x - 8, level], ways, exceptBoth(node, card));
}

/** Who calls the cancel function. */
function cancelLine(card: CardPlace, node: ContextPlace, ways: Ways): Line {
  return toNode(card.box, node.at, contextReach + 4, ways, exceptBoth(node, card));
}

const exceptBoth = (node: ContextPlace, card: CardPlace): string[] => [contextKey(node.context), goroutineKey(card.goroutine)];

export const across: Drafting = { quietObjects: false, send: sendLine, receive: receiveLine, listen: listenLine, cancel: cancelLine };

export function betweenCards(figures: Figures, ways: Ways): (from: number, to: number) => Line | undefined {
  return (from, to) => {
    const a = figures.cards.get(from);
    const b = figures.cards.get(to);
    return a && b && a !== b ? cardToCard(a.box, b.box, ways, [goroutineKey(from), goroutineKey(to)]) : undefined;
  };
}
