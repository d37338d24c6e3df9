/** x of every column: cards and pipes side by side, gaps as wide as what may stand in them. */
import type { GraphObject } from '../graph.ts';
import type { Measure } from './fonts.ts';
import type { Node } from './rank.ts';
import { card, margin, mostParked, pipeWidth, receiveGap, receiverPitch, sendGap, senderPitch, showsLevel, slotPitch } from './sizes.ts';

export interface ColumnPlace {
  readonly x: number;
  readonly w: number;
  readonly isChannels: boolean;
}

export interface ChannelRoom {
  readonly w: number;
  readonly meter: boolean;
  readonly senderRoom: number;
  readonly receiverRoom: number;
  readonly labelWidth: number;
  /** Of name and type alone. */
  readonly words: number;
}

/** After a receiving mouth in a crowd, and where room is short. */
const crowdGap = 64;
const widestType = 96;
const widestName = 150;

export interface ChannelOptions {
  readonly measure: Measure;
  /** What the screen has for a pipe. */
  readonly room?: number;
  /** In a crowd: short pipes, and who is parked is counted. */
  readonly crowded?: boolean;
  /** Room is short. */
  readonly snug?: boolean;
}

/** Pipe, parked goroutines and words of a channel. */
export function channelRoom(object: GraphObject, { measure, room = Infinity, crowded = false }: ChannelOptions): ChannelRoom {
  const slots = crowded ? 4 * slotPitch + 12 : room;
  const w = pipeWidth(object.capacity, slots);
  const name = Math.min(widestName, measure(object.name, 'channel'));
  const type = object.typeName === '' ? 0 : Math.min(widestType, measure(`chan ${object.typeName}`, 'aside')) + 8;
  return {
    w,
    meter: showsLevel(object.capacity, slots),
    senderRoom: crowded ? 0 : Math.min(mostParked, object.peakWaiting),
    receiverRoom: crowded ? 0 : Math.min(mostParked, object.peakReceivers),
    labelWidth: Math.min(room, Math.max(w, name + type)),
    words: name + type,
  };
}

/** Words below the pipe: "unbuffered · closed". */
export const countWidth = (object: GraphObject, measure: Measure): number =>
  measure(object.capacity === 0 ? 'unbuffered · closed' : `${object.capacity} / ${object.capacity} · closed`, 'note');

interface Spacing {
  readonly before: number;
  readonly w: number;
  readonly after: number;
}

function spacingOf(
  column: readonly Node[],
  objects: ReadonlyMap<number, GraphObject>,
  options: ChannelOptions,
  cardWidth: number,
): Spacing {
  const { measure, crowded = false, snug = false } = options;
  if (!column[0]?.isChannel) return { before: 0, w: cardWidth, after: 0 };
  const rooms = column.flatMap((n) => {
    const object = objects.get(n.id);
    return object ? [{ ...channelRoom(object, options), peak: object }] : [];
  });
  const most = (f: (r: (typeof rooms)[number]) => number): number => Math.max(0, ...rooms.map(f));
  const before = most(
    (r) => (!crowded && r.peak.peakWaiting > r.senderRoom ? 26 : 0) + r.senderRoom * senderPitch + (r.senderRoom ? 18 : 0),
  );
  const after = most(
    (r) => (!crowded && r.peak.peakReceivers > r.receiverRoom ? 26 : 0) + r.receiverRoom * receiverPitch + (r.receiverRoom ? 30 : 0),
  );
  const pipes = most((r) => r.w);
  // Words may reach over the pipe's end into the gap, as far as a line of edges there allows.
  const words = most((r) => Math.max(r.labelWidth, countWidth(r.peak, measure)));
  return {
    before: Math.max(sendGap, before),
    w: pipes,
    after: Math.max(crowded || snug ? crowdGap : receiveGap, after, words - pipes + 24),
  };
}

/** Two columns of cards with nothing between. */
const bareGap = 104;
/** How much wider a gap may grow where the stage is wider than the picture. */
const stretch = 300;
/** Before what is inserted between columns of cards. */
const insertGap = 56;

export function placeColumns(
  columns: readonly (readonly Node[])[],
  objects: ReadonlyMap<number, GraphObject>,
  options: {
    readonly width: number;
    readonly measure: Measure;
    readonly crowded: boolean;
    readonly snug: boolean;
    readonly start: number;
    readonly cardWidths: readonly number[];
    /** Room for something else before a column. */
    readonly inserted: { readonly before: number; readonly width: number } | undefined;
  },
): { columns: ColumnPlace[]; insertedAt: number } {
  const { inserted } = options;
  const spacing = columns.map((c, i) => spacingOf(c, objects, options, options.cardWidths[i] ?? card.w));
  const gaps = spacing.map((s, i) => {
    const before = spacing[i - 1];
    if (!before) return s.before;
    const bare = !columns[i]?.[0]?.isChannel && !columns[i - 1]?.[0]?.isChannel;
    return bare ? bareGap : Math.max(before.after, s.before, before.after && s.before ? before.after + s.before - 24 : 0);
  });
  if (inserted) gaps[inserted.before] = inserted.width + (inserted.before > 0 ? insertGap : 0);
  const last = lastRoom(columns.at(-1) ?? [], objects, options);
  const needed = spacing.reduce((sum, s, i) => sum + s.w + (gaps[i] ?? 0), 0) + last;
  const inner = gaps.length - 1;
  const spare = options.width - options.start - margin - needed;
  const extra = inner > 0 && spare > 0 ? Math.min(stretch, spare / inner) : 0;
  let x = options.start;
  let insertedAt = 0;
  const placed = spacing.map((s, i): ColumnPlace => {
    const gap = (gaps[i] ?? 0) + (i > 0 ? extra : 0);
    if (i === inserted?.before) insertedAt = x + (i > 0 ? insertGap + extra / 2 : 0);
    x += gap;
    const place = { x, w: s.w, isChannels: columns[i]?.[0]?.isChannel ?? false };
    x += s.w;
    return place;
  });
  return { columns: placed, insertedAt };
}

/** Right of the last column: its words and parked receivers, and a lane. */
function lastRoom(column: readonly Node[], objects: ReadonlyMap<number, GraphObject>, options: ChannelOptions): number {
  const { measure } = options;
  const words = column.flatMap((n) => {
    const object = n.isChannel ? objects.get(n.id) : undefined;
    if (!object) return [];
    const room = channelRoom(object, options);
    return [Math.max(room.receiverRoom * receiverPitch + 12, room.labelWidth - room.w, countWidth(object, measure) - room.w, 24)];
  });
  return Math.max(0, ...words);
}
