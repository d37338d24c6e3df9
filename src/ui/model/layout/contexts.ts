/**
 * The tree of contexts, from left to right: every node level with the goroutines that listen to it, or with the middle of what is derived
 * from it. It stands left of its listeners where nothing else stands between; else above everything that flows.
 */
import type { GraphContext, RunGraph } from '../graph.ts';
import type { Measure } from './fonts.ts';
import type { Box, Point } from './geometry.ts';
import { median, pushApart } from './rows.ts';
import { captionWidth } from './sizes.ts';
import type { ContextPlace } from './types.ts';

/** Room of a node: rings, name above and note below. */
export const contextAbove = 46;
export const contextBelow = 52;
export const contextPitch = contextAbove + contextBelow;
const nodeRadius = 24;

export interface TreeShape {
  readonly depth: ReadonlyMap<number, number>;
  /** x of every depth, from the tree's left edge, and the widest words there. */
  readonly x: readonly number[];
  readonly half: readonly number[];
  readonly width: number;
}

export const contextName = (c: GraphContext): string => (c.parent === 0 ? '' : c.name);

/** The longest note a node may get: its kind, what is left, or a usual error. */
const notes = ['deadline exceeded', '0.000 s left'];

function halfWidth(c: GraphContext, measure: Measure): number {
  const kind = c.kind.replace(/^context\./, '');
  const words = c.parent === 0 ? [kind] : [kind, ...(c.timer ? notes : ['canceled'])];
  const widest = Math.max(measure(contextName(c), 'channel'), ...words.map((w) => measure(w, 'note')));
  return Math.max(nodeRadius, Math.min(captionWidth, widest) / 2);
}

export function treeShape(graph: RunGraph, measure: Measure): TreeShape {
  const depth = new Map<number, number>();
  for (const c of graph.contexts) depth.set(c.id, c.parent === 0 ? 0 : (depth.get(c.parent) ?? 0) + 1);
  const half: number[] = [];
  for (const c of graph.contexts) {
    const d = depth.get(c.id) ?? 0;
    half[d] = Math.max(half[d] ?? 0, halfWidth(c, measure));
  }
  const x: number[] = [];
  half.forEach((h, d) => {
    const before = x[d - 1];
    x.push(before === undefined ? h : before + Math.max(104, (half[d - 1] ?? 0) + h + (branches(graph, depth, d) ? 48 : 16)));
  });
  return { depth, x, half, width: (x.at(-1) ?? 0) + (half.at(-1) ?? 0) };
}

/** Whether any context is the parent of several at this depth: their lines need room to bend. */
function branches(graph: RunGraph, depth: ReadonlyMap<number, number>, d: number): boolean {
  const parents = graph.contexts.filter((c) => depth.get(c.id) === d && c.parent !== 0).map((c) => c.parent);
  return new Set(parents).size < parents.length;
}

export const listenersOf = (graph: RunGraph, context: number): number[] =>
  graph.relations.filter((r) => r.role === 'listen' && r.object === context).map((r) => r.goroutine);

/** Middles of all nodes: wishes from the leaves up, then apart within each depth. */
function heights(graph: RunGraph, shape: TreeShape, cardY: (goroutine: number) => number | undefined): Map<number, number> {
  const wish = new Map<number, number>();
  const order = leavesFirst(graph, shape);
  let next = 0;
  for (const c of order) {
    const own = listenersOf(graph, c.id).flatMap((g) => cardY(g) ?? []);
    const children = graph.contexts.filter((k) => k.parent === c.id).flatMap((k) => wish.get(k.id) ?? []);
    const wanted = own.length > 0 && children.length === 0 ? median(own) : children.length > 0 ? median(children) : next;
    wish.set(c.id, wanted);
    next = Math.max(next, wanted + contextPitch);
  }
  const y = new Map<number, number>();
  shape.x.forEach((_, d) => {
    const level = order
      .filter((c) => shape.depth.get(c.id) === d)
      .sort((a, b) => (wish.get(a.id) ?? 0) - (wish.get(b.id) ?? 0) || a.id - b.id);
    pushApart(
      level.map((c) => wish.get(c.id) ?? 0),
      level.map(() => contextPitch),
    ).forEach((value, i) => {
      const c = level[i];
      if (c) y.set(c.id, value);
    });
  });
  return y;
}

/** Children before their parent, siblings in creation order. */
function leavesFirst(graph: RunGraph, shape: TreeShape): GraphContext[] {
  const out: GraphContext[] = [];
  const visit = (c: GraphContext): void => {
    for (const child of graph.contexts) if (child.parent === c.id) visit(child);
    out.push(c);
  };
  for (const c of graph.contexts) if ((shape.depth.get(c.id) ?? 0) === 0) visit(c);
  return out;
}

export function placeTree(
  graph: RunGraph,
  shape: TreeShape,
  options: {
    readonly left: number;
    readonly top: number;
    readonly measure: Measure;
    readonly cardY: (goroutine: number) => number | undefined;
  },
): Map<number, ContextPlace> {
  const y = heights(graph, shape, options.cardY);
  const highest = Math.min(...y.values());
  const down = Math.max(0, options.top + contextAbove - highest);
  const places = new Map<number, ContextPlace>();
  for (const c of graph.contexts) {
    const depth = shape.depth.get(c.id) ?? 0;
    const at: Point = [options.left + (shape.x[depth] ?? 0), (y.get(c.id) ?? 0) + down];
    places.set(c.id, {
      context: c.id,
      at,
      box: boxOf(at, halfWidth(c, options.measure)),
      depth,
      entry: at[0] - (shape.half[depth] ?? 0) - 6,
      lane: at[0] + (shape.half[depth] ?? 0) + 8,
    });
  }
  return places;
}

const boxOf = ([x, y]: Point, half: number): Box => ({ x: x - half, y: y - contextAbove, w: 2 * half, h: contextAbove + contextBelow });
