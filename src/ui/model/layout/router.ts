/**
 * Lines that pass through no figure and no words. A router knows all boxes and the free ways: a lane beside every column and two buses
 * below the rows. It tries ways in order of simplicity and takes the first that is free.
 */
import { bent, bottom, crosses, curve, grow, right } from './geometry.ts';
import type { Box, Line, Point } from './geometry.ts';
import type { ObjectPlace } from './types.ts';

/** What lines keep clear of, each with the figure it belongs to. */
export interface Obstacle {
  readonly owner: string;
  readonly box: Box;
}

export interface Ways {
  readonly obstacles: readonly Obstacle[];
  /** y of the bus of feedback, and of the bus to objects standing in the row below. */
  readonly feedbackBus: number;
  readonly objectBus: number;
  /** y of a way above everything that flows. */
  readonly topBus: number;
  /** x left and right of everything. */
  readonly edges: readonly [number, number];
}

export const laneOffset = 8;
/** Lanes of values on the way back lie nearer to the cards than lanes to objects, and arrive beside where waits leave. */
const backLane = 4;
const portShift = 40;

/** Free of all figures but the given ones. Lines end at their own figures' edges, so those do not count. */
export function isFree(line: Line, ways: Ways, except: readonly string[]): boolean {
  return ways.obstacles.every((o) => except.includes(o.owner) || !crosses(line.points, o.box));
}

export function firstFree(candidates: readonly Line[], ways: Ways, except: readonly string[]): Line | undefined {
  return candidates.find((c) => isFree(c, ways, except)) ?? candidates.at(-1);
}

export const leftOf = (b: Box): Point => [b.x, b.y + b.h / 2];
export const rightOf = (b: Box): Point => [right(b), b.y + b.h / 2];
export const bottomOf = (b: Box): Point => [b.x + b.w / 2, bottom(b)];
export const topOf = (b: Box): Point => [b.x + b.w / 2, b.y];

/** Value edge from one port to another to its right: the curve, or round by the bus where figures stand between. */
export function forward(from: Point, to: Point, ways: Ways, except: readonly string[]): Line {
  return must(firstFree([curve(from, to), ...detours(from, to, ways)], ways, except), from, to);
}

/** Back to the left: out on the right, along the shared bus, and in from below or the left. */
export function feedback(from: Point, to: Point, below: Point | undefined, ways: Ways, except: readonly string[]): Line {
  const lane = from[0] + laneOffset;
  const bus = ways.feedbackBus;
  const candidates = below ? [bent([from, [lane, from[1]], [lane, bus], [below[0], bus], below])] : [];
  return must(firstFree([...candidates, ...detours(from, to, ways)], ways, except), from, to);
}

/** From a card down to the mouth of a pipe that lies on the way back. */
export function wayBack(card: Box, mouth: Point, ways: Ways, except: readonly string[]): Line {
  const [cx, cb] = bottomOf(card);
  const from = rightOf(card);
  const lane = from[0] + backLane;
  const candidates = [bent([from, [lane, from[1]], [lane, mouth[1]], mouth]), bent([[cx, cb], [cx, mouth[1]], mouth])];
  return must(firstFree(candidates, ways, except), from, mouth);
}

/** Out of such a pipe to the card it leads to: from below, or by the lane left of it. */
export function homewards(exit: Point, card: Box, ways: Ways, except: readonly string[]): Line {
  const port: Point = [card.x + card.w / 2 - portShift, bottom(card) + 8];
  const [x, y] = leftOf(card);
  const lane = x - 8;
  const candidates = [bent([exit, [port[0], exit[1]], port]), bent([exit, [lane, exit[1]], [lane, y], [x - 2, y]])];
  return must(firstFree(candidates, ways, except), exit, port);
}

/** From a context to a listener: level, curved, or turning in the free lane right of its depth's words. */
export function told(from: Point, lane: number, to: Point, ways: Ways, except: readonly string[]): Line {
  const into = to[0] - 12;
  const candidates = [
    curve(from, to),
    bent([from, [lane, from[1]], [lane, to[1]], to]),
    ...[ways.topBus, ways.feedbackBus].map((bus) => bent([from, [lane, from[1]], [lane, bus], [into, bus], [into, to[1]], to])),
  ];
  return must(firstFree(candidates, ways, except), from, to);
}

/** From a card to a context it cancels, arriving from whichever side is free. */
export function toNode(card: Box, at: Point, reach: number, ways: Ways, except: readonly string[]): Line {
  const from = rightOf(card);
  const to: Point = [at[0] - reach, at[1]];
  const [cx, cb] = bottomOf(card);
  const under: Point = [at[0], at[1] + reach + 24];
  const low = Math.max(cb + 14, under[1] + 12);
  const candidates = [
    curve(from, to),
    bent([[cx, cb], [cx, low], [under[0], low], under]),
    bent([from, [from[0] + laneOffset, from[1]], [from[0] + laneOffset, low], [under[0], low], under]),
    bent([[cx, cb], [cx, ways.feedbackBus], [under[0], ways.feedbackBus], under]),
  ];
  return must(firstFree(candidates, ways, except), from, to);
}

function detours(from: Point, to: Point, ways: Ways): Line[] {
  const out = from[0] + laneOffset;
  const into = to[0] - 14;
  return [ways.topBus, ways.feedbackBus].map((bus) => bent([from, [out, from[1]], [out, bus], [into, bus], [into, to[1]], to]));
}

/**
 * From a card to an object that carries no values. A card alone in its column leaves downwards, the others by a lane beside it; what has
 * a queue on its right is entered from the left or from above.
 */
export function toObject(card: Box, object: ObjectPlace, alone: boolean, ways: Ways, except: readonly string[]): Line {
  const { body, box: full } = object;
  const [cx, cb] = bottomOf(card);
  const [tx, ty] = topOf(body);
  const top: Point = [tx, ty - 4];
  const oy = leftOf(body)[1];
  const rightOpen = right(full) <= right(body) + 12 || full.y + full.h <= body.y + body.h + 1;
  const sideFrom = (x: number): Point | undefined => (x < body.x ? [body.x - 4, oy] : rightOpen ? [right(full) + 6, oy] : undefined);
  const candidates: Line[] = [];
  const side = sideFrom(cx);
  if (cb < body.y) {
    if (Math.abs(cx - tx) < card.w / 2 - 16) candidates.push(bent([[tx, cb], top]));
    if (alone && side) candidates.push(bent([[cx, cb], [cx, oy], side]));
  } else if (Math.abs(card.y + card.h / 2 - oy) < card.h) {
    candidates.push(cx < body.x ? curve(rightOf(card), [body.x - 4, oy]) : curve(leftOf(card), [right(body) + 6, oy]));
  }
  const lanes: [number, Point][] = [
    [right(card) + laneOffset, rightOf(card)],
    [card.x - laneOffset, leftOf(card)],
  ];
  for (const [lane, port] of lanes) {
    const near = sideFrom(lane);
    if (near) candidates.push(bent([port, [lane, port[1]], [lane, oy], near]));
  }
  for (const [lane, port] of lanes) candidates.push(bent([port, [lane, port[1]], [lane, ways.objectBus], [tx, ways.objectBus], top]));
  candidates.push(bent([[cx, cb], [cx, ways.objectBus], [tx, ways.objectBus], top]));
  // Round everything, to a row below the first.
  for (const [lane, port] of lanes) {
    for (const edge of ways.edges) {
      const round: Point[] = [
        [lane, port[1]],
        [lane, ways.objectBus],
        [edge, ways.objectBus],
        [edge, object.bus],
        [tx, object.bus],
      ];
      candidates.push(bent([port, ...round, top]));
    }
  }
  return must(firstFree(candidates, ways, except), rightOf(card), top);
}

/** Between cards, for go statements and wakes. */
export function cardToCard(from: Box, to: Box, ways: Ways, except: readonly string[]): Line {
  const a = rightOf(from);
  const candidates: Line[] = [];
  if (right(from) < to.x) candidates.push(curve([a[0], a[1] - 12], [to.x - 4, leftOf(to)[1] - 12]));
  if (right(to) < from.x) candidates.push(curve([from.x, leftOf(from)[1] - 12], [right(to) + 4, rightOf(to)[1] - 12]));
  if (Math.abs(from.x - to.x) < 1) candidates.push(beside(from, to));
  const into = to.x - 14;
  for (const bus of [ways.topBus, ways.feedbackBus]) {
    candidates.push(
      bent([
        a,
        [a[0] + laneOffset, a[1]],
        [a[0] + laneOffset, bus],
        [into, bus],
        [into, leftOf(to)[1] - 12],
        [to.x - 4, leftOf(to)[1] - 12],
      ]),
    );
  }
  return must(firstFree(candidates, ways, except), a, leftOf(to));
}

/** Within a column: out on the right and back in. */
function beside(from: Box, to: Box): Line {
  const lane = right(from) + 18;
  const y1 = from.y + from.h / 2 - 12;
  const y2 = to.y + to.h / 2 - 12;
  return bent([
    [right(from), y1],
    [lane, y1],
    [lane, y2],
    [right(to) + 4, y2],
  ]);
}

function must(line: Line | undefined, from: Point, to: Point): Line {
  return line ?? curve(from, to);
}

export const obstacle = (owner: string, box: Box, by = -1): Obstacle => ({ owner, box: grow(box, by) });
