/**
 * Locks that goroutines share two by two in a circle: where a deadlock can close, it is drawn as the ring it is. Goroutines and locks
 * alternate on an ellipse.
 */
import type { GraphObject, RunGraph } from '../graph.ts';
import { bodyExtent } from './extents.ts';
import { cubic, grow, straight } from './geometry.ts';
import type { Box, Line, Point } from './geometry.ts';
import { card } from './sizes.ts';

export interface Ring {
  readonly goroutines: readonly number[];
  /** locks[i] is shared by goroutines i and i+1. */
  readonly locks: readonly GraphObject[];
  readonly rx: number;
  readonly ry: number;
}

const largestRing = 8;
/** How far a lock and its words reach from its middle. */
const lockTop = 44;
const lockBottom = 64;

interface Shared {
  readonly lock: GraphObject;
  readonly users: readonly number[];
}

export function findRing(graph: RunGraph): Ring | undefined {
  const channels = new Set(graph.objects.filter((o) => o.kind === 'channel').map((o) => o.id));
  const flowing = new Set(graph.relations.filter((r) => channels.has(r.object)).map((r) => r.goroutine));
  const shared = graph.objects
    .filter((o) => o.kind === 'mutex' || o.kind === 'rwmutex')
    .map((lock): Shared => ({ lock, users: [...new Set(graph.relations.filter((r) => r.object === lock.id).map((r) => r.goroutine))] }))
    .filter((s) => s.users.length === 2 && s.users.every((u) => !flowing.has(u)));
  const of = (g: number): Shared[] => shared.filter((s) => s.users.includes(g));
  for (const start of graph.goroutines) {
    if (of(start.id).length !== 2) continue;
    const ring = walk(start.id, of);
    if (ring) return { ...ring, ...radii(ring.goroutines.length) };
  }
  return undefined;
}

/** Round by the lower lock first, as long as everyone has exactly two. */
function walk(start: number, of: (g: number) => Shared[]): Pick<Ring, 'goroutines' | 'locks'> | undefined {
  const goroutines = [start];
  const locks: GraphObject[] = [];
  let here = start;
  while (goroutines.length <= largestRing) {
    const next = of(here).find((s) => s.lock !== locks.at(-1));
    const there = next?.users.find((u) => u !== here);
    if (!next || there === undefined || of(there).length !== 2) return undefined;
    locks.push(next.lock);
    if (there === start) return goroutines.length > 1 ? { goroutines, locks } : undefined;
    goroutines.push(there);
    here = there;
  }
  return undefined;
}

const radii = (k: number): { rx: number; ry: number } => (k === 2 ? { rx: 186, ry: 110 } : { rx: 66 * k, ry: 46 * k });

export const ringSize = (ring: Ring): { w: number; h: number } => ({ w: 2 * ring.rx + card.w, h: 2 * ring.ry + lockTop + lockBottom });

/** Middles on the ellipse, from its left end clockwise; even places are goroutines, odd ones locks. */
function spot(ring: Ring, box: Box, place: number): Point {
  const angle = Math.PI * (1 + place / ring.goroutines.length);
  return [box.x + box.w / 2 + ring.rx * Math.cos(angle), box.y + lockTop + ring.ry + ring.ry * Math.sin(angle)];
}

export function ringCards(ring: Ring, box: Box): { goroutine: number; box: Box }[] {
  return ring.goroutines.map((goroutine, i) => {
    const [x, y] = spot(ring, box, 2 * i);
    return { goroutine, box: { x: x - card.w / 2, y: y - card.h / 2, w: card.w, h: card.h } };
  });
}

export function ringLocks(ring: Ring, box: Box): { object: GraphObject; at: Point }[] {
  return ring.locks.map((object, i) => ({ object, at: spot(ring, box, 2 * i + 1) }));
}

/** From a card to a lock beside it on the ring: bowed outwards in a ring of two, else straight. */
export function ringLine(cardBox: Box, lockAt: Point, lock: GraphObject, pair: boolean): Line {
  const from: Point = [cardBox.x + cardBox.w / 2, cardBox.y + cardBox.h / 2];
  const body = bodyExtent(lock);
  const [lx, ly] = lockAt;
  if (!pair) {
    const lockBox = grow({ x: lx - body.left, y: ly - body.top, w: body.left + body.right, h: body.top + body.bottom }, 6);
    return straight(edgeOf(grow(cardBox, 5), from, lockAt), edgeOf(lockBox, lockAt, from));
  }
  const down = Math.sign(ly - from[1]);
  const side = Math.sign(from[0] - lx);
  const start: Point = [from[0], from[1] + down * (cardBox.h / 2 + 4)];
  const end: Point = [lx + side * (body.left + 10), ly];
  return cubic(start, [start[0], start[1] + (end[1] - start[1]) * 0.76], [end[0] + side * 100, ly], end);
}

/** Where the way from the middle of a box to a point leaves the box. */
function edgeOf(box: Box, from: Point, to: Point): Point {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const share = Math.min(
    dx === 0 ? Infinity : (dx > 0 ? box.x + box.w - from[0] : box.x - from[0]) / dx,
    dy === 0 ? Infinity : (dy > 0 ? box.y + box.h - from[1] : box.y - from[1]) / dy,
    1,
  );
  return [from[0] + dx * share, from[1] + dy * share];
}
