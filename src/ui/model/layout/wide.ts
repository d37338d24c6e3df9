/** Columns from left to right: positions of cards, pipes, contexts and objects. */
import type { GraphObject, RunGraph } from '../graph.ts';
import { channelAt, countLine, objectAt, placeFolded, placeObjects } from './below.ts';
import { channelRoom, placeColumns } from './columns.ts';
import { contextPitch, listenersOf, placeTree, treeShape } from './contexts.ts';
import type { TreeShape } from './contexts.ts';
import { fullExtent } from './extents.ts';
import { foldBack } from './fold.ts';
import type { Folding } from './fold.ts';
import { bottom, right } from './geometry.ts';
import type { Box } from './geometry.ts';
import { goroutineKey, rankNodes } from './rank.ts';
import type { Node } from './rank.ts';
import { findRing, ringCards, ringLocks, ringSize } from './ring.ts';
import type { Ring } from './ring.ts';
import { assignRows, orderColumns } from './rows.ts';
import { channelAbove, channelBelow, margin, rowPitch } from './sizes.ts';
import type { CardPlace, ChannelPlace, ContextPlace, LayoutOptions, ObjectPlace } from './types.ts';

export interface CardSize {
  readonly w: number;
  readonly h: number;
}

export interface Placed {
  readonly cards: Map<number, CardPlace>;
  readonly channels: Map<number, ChannelPlace>;
  readonly objects: Map<number, ObjectPlace>;
  readonly contexts: Map<number, ContextPlace>;
  readonly ring?: Ring;
  /** y of the ways that lines take round everything else. */
  readonly topBus: number;
  readonly feedbackBus: number;
  readonly objectBus: number;
}

/** Cards of a column one under the other, or (crowded) in a grid that is one block to the rest of the layout. */
export interface Packing {
  readonly sizeOf: (goroutine: number) => CardSize;
  readonly grid: boolean;
  /** Pipes are short and count who is parked. */
  readonly crowded: boolean;
  /** No more room between cards and pipes than a token needs. */
  readonly snug: boolean;
  /** Whether locks shared in a circle are drawn as one. */
  readonly rings: boolean;
}

const gridGap = 12;
/** Room right of the tree for the lines to its listeners and the note on them. */
const listenGap = 140;

export function placeWide(graph: RunGraph, options: LayoutOptions, clock: Box, packing: Packing): Placed {
  const objects = new Map(graph.objects.map((o) => [o.id, o]));
  const ranking = rankNodes(graph);
  const folding = foldBack(ranking);
  const ordered = orderColumns(folding.columns, folding.flows);
  const ring = packing.rings ? findRing(graph) : undefined;
  const blocks = blocksOf(ordered, packing, ring);
  const tree = graph.contexts.length > 0 ? treeShape(graph, options.measure) : undefined;
  const spot = tree ? treeSpot(graph, ordered) : undefined;
  const bandTop = bottom(clock) + 2;
  const rowsTop = !tree ? bandTop : spot === 'above' ? bandTop + treeHeight(tree) : bandTop + 12;
  const columns = placeColumns(ordered, objects, {
    width: options.width,
    measure: options.measure,
    crowded: packing.crowded,
    snug: packing.snug,
    start: margin,
    cardWidths: blocks.map((b) => Math.max(0, ...b.map((k) => k.w))),
    inserted: tree && typeof spot === 'number' ? { before: spot, width: tree.width + listenGap } : undefined,
  });
  const rows = assignRows(
    blocks.map((column) => column.map((b) => b.node)),
    folding.flows.map((f) => ({ from: blockKey(blocks, f.from), to: blockKey(blocks, f.to) })),
    (n) => reachOf(n, blocks, packing),
    tree && isWide(tree) ? contextPitch : rowPitch,
  );
  const cards = new Map<number, CardPlace>();
  const channels = new Map<number, ChannelPlace>();
  const fixed = new Map<number, ObjectPlace>();
  blocks.forEach((column, i) => {
    const x = columns.columns[i]?.x ?? margin;
    const w = columns.columns[i]?.w ?? 0;
    for (const b of column) {
      const y = rowsTop + (rows.get(b.node.key) ?? 0);
      const object = objects.get(b.node.id);
      if (b.ring) placeRing(b.ring, { x: x + (w - b.w) / 2, y: y - b.h / 2, w: b.w, h: b.h }, cards, fixed, options);
      else if (!b.node.isChannel) for (const c of cardsOf(b, x, y, w, packing)) cards.set(c.goroutine, c);
      else if (object) channels.set(object.id, centredChannel(object, x, w, y, options, packing.crowded));
    }
  });
  const contexts = tree ? placeContexts(graph, tree, spot, cards, columns.insertedAt, clock, options) : new Map<number, ContextPlace>();
  const below = placeBelow(
    graph,
    folding,
    { cards, channels, contexts, fixed },
    rowsTop,
    ranking.feedback.length > 0,
    options,
    packing.crowded,
  );
  return { cards, channels, contexts, ring, ...below };
}

interface Standing {
  readonly cards: Map<number, CardPlace>;
  readonly channels: Map<number, ChannelPlace>;
  readonly contexts: ReadonlyMap<number, ContextPlace>;
  /** Objects that have their place already. */
  readonly fixed: ReadonlyMap<number, ObjectPlace>;
}

function placeBelow(
  run: RunGraph,
  folding: Folding,
  { cards, channels, contexts, fixed }: Standing,
  rowsTop: number,
  hasFeedback: boolean,
  options: LayoutOptions,
  crowded: boolean,
): Pick<Placed, 'objects' | 'topBus' | 'feedbackBus' | 'objectBus'> {
  const graph = { ...run, objects: run.objects.filter((o) => !fixed.has(o.id)) };
  const taken = [cards, channels, contexts, fixed].flatMap((places) => [...places.values()].map((p) => p.box));
  const floor = Math.max(rowsTop, ...taken.map(bottom));
  const folded = placeFolded(
    graph.objects.filter((o) => folding.folded.has(o.id)),
    graph,
    cards,
    floor,
    options,
    crowded,
  );
  for (const c of folded) channels.set(c.channel, c);
  const low = Math.max(floor, ...folded.map((c) => bottom(c.box)));
  const straightBack = hasFeedback && folded.length === 0;
  const below = placeObjects(graph, cards, [...taken, ...folded.map((c) => c.box)], low, straightBack, options);
  return { ...below, objects: new Map([...fixed, ...below.objects]), topBus: rowsTop - 8 };
}

function placeRing(ring: Ring, box: Box, cards: Map<number, CardPlace>, fixed: Map<number, ObjectPlace>, options: LayoutOptions): void {
  for (const c of ringCards(ring, box)) cards.set(c.goroutine, { ...c, small: false, block: c.box });
  for (const { object, at } of ringLocks(ring, box)) {
    fixed.set(object.id, objectAt(object, at, 'name', fullExtent({ ...object, peakWaiting: 0 }, 'name', options.measure)));
  }
}

// ---- blocks: what stands in a column as one

interface Block {
  readonly node: Node;
  readonly members: readonly Node[];
  readonly w: number;
  readonly h: number;
  readonly across: number;
  readonly ring?: Ring;
}

function blocksOf(ordered: readonly (readonly Node[])[], packing: Packing, ring: Ring | undefined): Block[][] {
  return ordered.map((column) => {
    const first = column[0];
    if (!first) return [];
    const onRing = column.filter((n) => !n.isChannel && ring?.goroutines.includes(n.id));
    if (ring && onRing.length === ring.goroutines.length) {
      const rest = column
        .filter((n) => !onRing.includes(n))
        .map((node) => ({ node, members: [node], ...packing.sizeOf(node.id), across: 1 }));
      return [{ node: onRing[0] ?? first, members: onRing, ...ringSize(ring), across: 1, ring }, ...rest];
    }
    if (first.isChannel) return column.map((node) => ({ node, members: [node], w: 0, h: 0, across: 1 }));
    if (packing.grid && column.length > 1) return [gridBlock(first, column, packing)];
    return column.map((node) => ({ node, members: [node], ...packing.sizeOf(node.id), across: 1 }));
  });
}

/** As many rows as fit beside the rest of the picture, then columns. */
const mostGridRows = 6;

function gridBlock(node: Node, members: readonly Node[], packing: Packing): Block {
  const across = Math.ceil(members.length / mostGridRows);
  const down = Math.ceil(members.length / across);
  const { w, h } = packing.sizeOf(node.id);
  return { node, members, across, w: across * (w + gridGap) - gridGap, h: down * (h + gridGap) - gridGap };
}

function cardsOf(b: Block, x: number, y: number, columnWidth: number, packing: Packing): CardPlace[] {
  const block: Box = { x: x + (columnWidth - b.w) / 2, y: y - b.h / 2, w: b.w, h: b.h };
  return b.members.map((m, i) => {
    const { w, h } = packing.sizeOf(m.id);
    const box: Box = {
      x: block.x + (i % b.across) * (w + gridGap),
      y: block.y + Math.floor(i / b.across) * (h + gridGap),
      w,
      h,
    };
    return { goroutine: m.id, box, small: w < 150, block: b.members.length > 1 ? block : box };
  });
}

function blockKey(blocks: readonly (readonly Block[])[], key: string): string {
  for (const column of blocks) for (const b of column) if (b.members.some((m) => m.key === key)) return b.node.key;
  return key;
}

function reachOf(n: Node, blocks: readonly (readonly Block[])[], packing: Packing): { above: number; below: number } {
  if (n.isChannel) return { above: channelAbove, below: channelBelow + (packing.crowded ? countLine : 0) };
  const block = blocks.flat().find((b) => b.node.key === n.key);
  return { above: (block?.h ?? 0) / 2, below: (block?.h ?? 0) / 2 };
}

function centredChannel(object: GraphObject, x: number, w: number, y: number, options: LayoutOptions, crowded: boolean): ChannelPlace {
  const room = channelRoom(object, { measure: options.measure, crowded });
  return channelAt(object, [x + (w - room.w) / 2, y], room, false, options);
}

// ---- where the tree of contexts stands

/** Before the column with most listeners if only cards stand left of it; else above. */
function treeSpot(graph: RunGraph, columns: readonly (readonly Node[])[]): number | 'above' {
  const listeners = new Set(graph.contexts.flatMap((c) => listenersOf(graph, c.id).map(goroutineKey)));
  const counts = columns.map((c) => c.filter((n) => listeners.has(n.key)).length);
  const most = Math.max(0, ...counts);
  const at = most === 0 ? Math.min(1, columns.length) : counts.lastIndexOf(most);
  const bordersChannels = columns[at - 1]?.[0]?.isChannel ?? false;
  return bordersChannels || columns[at]?.[0]?.isChannel ? 'above' : at;
}

/** Nodes of one depth need more than a row each: rows then follow them, so that a listener is level with its node. */
const isWide = (tree: TreeShape): boolean => new Set(tree.depth.values()).size < tree.depth.size;

const treeHeight = (tree: TreeShape): number => {
  const perDepth = tree.x.map((_, d) => [...tree.depth.values()].filter((k) => k === d).length);
  return Math.max(...perDepth) * contextPitch - 24;
};

function placeContexts(
  graph: RunGraph,
  tree: TreeShape,
  spot: number | 'above' | undefined,
  cards: ReadonlyMap<number, CardPlace>,
  insertedAt: number,
  clock: Box,
  options: LayoutOptions,
): Map<number, ContextPlace> {
  if (spot === 'above')
    return placeTree(graph, tree, { left: right(clock) + 40, top: 12, measure: options.measure, cardY: () => undefined });
  const cardY = (g: number): number | undefined => {
    const box = cards.get(g)?.box;
    return box && box.y + box.h / 2;
  };
  return placeTree(graph, tree, { left: insertedAt, top: 12, measure: options.measure, cardY });
}
