/** A phone: columns become rows, top to bottom. One card in a row is full, several are small, three beside each other. */
import type { GraphObject, RunGraph } from '../graph.ts';
import { channelAt, narrowWords, objectAt, placeObjects, usersOf } from './below.ts';
import { channelRoom, countWidth } from './columns.ts';
import { placeTree, treeShape } from './contexts.ts';
import { fullExtent } from './extents.ts';
import type { Extent } from './extents.ts';
import { foldBack } from './fold.ts';
import { bottom } from './geometry.ts';
import type { Box } from './geometry.ts';
import { rankNodes } from './rank.ts';
import type { Node } from './rank.ts';
import { orderColumns } from './rows.ts';
import { card, channelAbove, channelBelow, margin, receiverPitch, senderPitch, smallCard } from './sizes.ts';
import type { CardPlace, ChannelPlace, ContextPlace, LayoutOptions, ObjectPlace } from './types.ts';
import type { CardSize, Packing, Placed } from './wide.ts';

/** From a card's foot to the words above a pipe, and from a pipe's middle to the cards below it. */
const beforePipe = 38;
const afterPipe = 140;
const cardPitchX = 123;
const cardPitchY = 84;
const firstCard = 80;
const betweenCards = 56;

interface Column {
  readonly cards: Map<number, CardPlace>;
  readonly channels: Map<number, ChannelPlace>;
  readonly objects: Map<number, ObjectPlace>;
  /** Where the next row may begin. */
  y: number;
}

export function placeNarrow(graph: RunGraph, options: LayoutOptions, clock: Box, packing: Packing): Placed {
  const ranking = rankNodes(graph);
  const folding = foldBack(ranking);
  const ordered = orderColumns(folding.columns, folding.flows);
  const column: Column = { cards: new Map(), channels: new Map(), objects: new Map(), y: firstCard };
  const contexts = placeContexts(graph, options, clock, column);
  const topBus = column.y - 8;
  const objects = new Map(graph.objects.map((o) => [o.id, o]));
  ordered.forEach((row, i) => {
    if (i > 0 && !row[0]?.isChannel && !ordered[i - 1]?.[0]?.isChannel) column.y += betweenCards;
    if (row[0]?.isChannel)
      placePipes(
        row.flatMap((n) => objects.get(n.id) ?? []),
        column,
        options,
        false,
      );
    else placeCards(row, graph, column, options, packing);
  });
  placePipes(
    graph.objects.filter((o) => folding.folded.has(o.id)),
    column,
    options,
    true,
  );
  const rest = { ...graph, objects: graph.objects.filter((o) => !column.objects.has(o.id)) };
  const boxes = [...[...column.cards.values()].map((c) => c.box), ...[...column.channels.values()].map((c) => c.box)];
  const floor = Math.max(firstCard, ...boxes.map(bottom), ...[...column.objects.values()].map((o) => bottom(o.box)));
  const below = placeObjects(rest, column.cards, boxes, floor, false, options);
  return {
    ...below,
    cards: column.cards,
    channels: column.channels,
    objects: new Map([...column.objects, ...below.objects]),
    contexts,
    topBus,
  };
}

function placeContexts(graph: RunGraph, options: LayoutOptions, clock: Box, column: Column): Map<number, ContextPlace> {
  if (graph.contexts.length === 0) return new Map();
  const places = placeTree(graph, treeShape(graph, options.measure), {
    left: margin,
    top: bottom(clock),
    measure: options.measure,
    cardY: () => undefined,
  });
  column.y = Math.max(...[...places.values()].map((c) => bottom(c.box))) + 28;
  return places;
}

function placeCards(row: readonly Node[], graph: RunGraph, column: Column, options: LayoutOptions, packing: Packing): void {
  const only = row.length === 1 ? row[0] : undefined;
  const size = only ? packing.sizeOf(only.id) : smallCard;
  if (only && size.w > 150) {
    const beside = besideOf(only.id, graph, column, options, margin + size.w);
    const box: Box = { x: beside ? margin : (options.width - size.w) / 2, y: column.y, w: size.w, h: size.h };
    column.cards.set(only.id, { goroutine: only.id, box, small: false, block: box });
    column.y = Math.max(bottom(box), beside ? placeBeside(beside, box, column, options) : 0);
    return;
  }
  const across = Math.max(1, Math.floor((options.width - 2 * margin + cardPitchX - smallCard.w) / cardPitchX));
  const { w, h } = only ? size : row.length === 2 && !packing.crowded ? half(options) : smallCard;
  const pitch = w + cardPitchX - smallCard.w;
  const left = (options.width - (Math.min(across, row.length) - 1) * pitch - w) / 2;
  row.forEach((n, i) => {
    const box: Box = { x: left + (i % across) * pitch, y: column.y + Math.floor(i / across) * cardPitchY, w, h };
    column.cards.set(n.id, { goroutine: n.id, box, small: w < 150, block: box });
  });
  column.y += (Math.ceil(row.length / across) - 1) * cardPitchY + h;
}

/** Two cards share the width. */
const half = ({ width }: LayoutOptions): CardSize => ({
  w: Math.min(card.w, (width - 2 * margin - (cardPitchX - smallCard.w)) / 2),
  h: card.h,
});

interface Beside {
  readonly object: GraphObject;
  readonly extent: Extent;
}

/** The first counter or lock of a lone card that ends at `x`, if there is room for it on the right. */
function besideOf(goroutine: number, graph: RunGraph, column: Column, options: LayoutOptions, x: number): Beside | undefined {
  const object = graph.objects.find(
    (o) => o.kind !== 'channel' && o.kind !== 'context' && !column.objects.has(o.id) && usersOf(o.id, graph)[0] === goroutine,
  );
  if (!object) return undefined;
  const extent = fullExtent(object, 'name', options.measure);
  return extent.left + extent.right > options.width - margin - x - 40 ? undefined : { object, extent };
}

function placeBeside({ object, extent }: Beside, box: Box, column: Column, options: LayoutOptions): number {
  const x = options.width - margin - Math.max(extent.right, 40);
  const place = objectAt(object, [x, box.y + box.h / 2], 'name', extent);
  column.objects.set(object.id, place);
  return bottom(place.box) - 16;
}

/** Pipes in lines, each line centred. */
function placePipes(objects: readonly GraphObject[], column: Column, options: LayoutOptions, flipped: boolean): void {
  if (objects.length === 0) return;
  const room = options.width - 2 * margin;
  const items = objects.map((object) => {
    const fitting = channelRoom(object, { measure: options.measure, room: room - 16 });
    const words = narrowWords(fitting, countWidth(object, options.measure));
    return { object, fitting, words, w: Math.min(room, words) };
  });
  column.y += flipped ? afterPipe - channelAbove - channelBelow - 30 : beforePipe;
  for (const line of lines(items, room)) {
    const used = line.reduce((sum, i) => sum + i.w, 0) + (line.length - 1) * pipeGap;
    // The way back enters on the right: room for a token there.
    let x = margin + (room - used) / 2 - (flipped ? 12 : 0);
    const y = column.y + channelAbove;
    for (const i of line) {
      // The words begin where the pipe does, and may be longer.
      const left = Math.min(x + (i.w - i.fitting.w) / 2, options.width - margin - 12 - i.words);
      const beside = { ...i.fitting, ...parked(left, i.fitting, line.length > 1, options) };
      column.channels.set(i.object.id, channelAt(i.object, [left, y], beside, flipped, options));
      x += i.w + pipeGap;
    }
    column.y = y + channelBelow + 12;
  }
  column.y += afterPipe - channelBelow - 12;
}

const pipeGap = 32;

/** Beside a wide pipe there is no room for who is parked; then their cards show it. */
function parked(
  left: number,
  fitting: { readonly w: number; readonly senderRoom: number; readonly receiverRoom: number },
  shared: boolean,
  options: LayoutOptions,
) {
  const before = shared ? 0 : Math.max(0, Math.floor((left - margin - 10) / senderPitch));
  const after = shared ? 0 : Math.max(0, Math.floor((options.width - margin - left - fitting.w - 12) / receiverPitch));
  return { senderRoom: Math.min(before, fitting.senderRoom), receiverRoom: Math.min(after, fitting.receiverRoom) };
}

function lines<T extends { readonly w: number }>(items: readonly T[], room: number): T[][] {
  const out: T[][] = [];
  let used = Infinity;
  for (const item of items) {
    if (used + pipeGap + item.w > room) {
      out.push([]);
      used = -pipeGap;
    }
    out.at(-1)?.push(item);
    used += pipeGap + item.w;
  }
  return out;
}
