/** Where everything of a run stands: a function of the whole trace and the width, the same at every step. */
import type { GraphGoroutine, GraphObject, RunGraph } from '../graph.ts';
import type { Caption } from './extents.ts';
import type { FanPlace } from './fans.ts';
import type { Measure } from './fonts.ts';
import type { Box, Line, Point } from './geometry.ts';
import type { Ring } from './ring.ts';

export interface LayoutOptions {
  /** Of the stage, in CSS pixels. */
  readonly width: number;
  /** A phone: columns become rows, top to bottom. */
  readonly narrow: boolean;
  readonly measure: Measure;
}

/** full: up to 12 entities; small: up to 60; grouped: beyond, by creation site. */
export type Level = 'full' | 'small' | 'grouped';

export interface CardPlace {
  readonly goroutine: number;
  readonly box: Box;
  readonly small: boolean;
  /** Of all cards that stand together as a grid; its own box if it stands alone. */
  readonly block: Box;
}

export interface ChannelPlace {
  readonly channel: number;
  /** The middle of the left end: the sending mouth, unless flipped. */
  readonly at: Point;
  readonly w: number;
  readonly meter: boolean;
  readonly senderRoom: number;
  readonly receiverRoom: number;
  readonly labelWidth: number;
  /** On the way back: the sending mouth is on the right, the front of the queue on the left. */
  readonly flipped: boolean;
  /** A phone: all words in one line above. */
  readonly countBeside: boolean;
  /** Pipe and words. */
  readonly box: Box;
  /** Of the pipe alone. */
  readonly pipe: Box;
}

export interface ObjectPlace {
  readonly object: GraphObject;
  readonly at: Point;
  /** Figure, queue and words. */
  readonly box: Box;
  /** Of the figure alone. */
  readonly body: Box;
  /** y above its row, free of figures. */
  readonly bus: number;
  readonly caption: Caption;
}

export interface ContextPlace {
  readonly context: number;
  readonly at: Point;
  readonly box: Box;
  /** 0 for roots; the wave of a cancellation goes down level by level. */
  readonly depth: number;
  /** x left and right of all words of its depth, where lines can turn. */
  readonly entry: number;
  readonly lane: number;
}

/** Goroutines made at one place, as one card with a square each; its box is the card of its first member. */
export interface GroupPlace {
  readonly first: GraphGoroutine;
  readonly members: readonly GraphGoroutine[];
  readonly box: Box;
  /** Squares in a row, and how many goroutines a square stands for. */
  readonly columns: number;
  readonly each: number;
}

/**
 * send and recv carry values; use: any other object; listen: from a context to a goroutine; cancel: from
 * the one who calls its cancel function; child: from a context to one derived from it.
 */
export type RouteKind = 'send' | 'recv' | 'use' | 'listen' | 'cancel' | 'child';

export interface Route extends Line {
  readonly key: string;
  readonly kind: RouteKind;
  /** 0 for child routes, whose `object` is the child. */
  readonly goroutine: number;
  readonly object: number;
  /** Not drawn at rest: it would run along another, or a bundle stands for it. */
  readonly hidden: boolean;
}

export const routeKey = (kind: RouteKind, goroutine: number, object: number): string => `${kind} ${goroutine} ${object}`;

export interface StageLayout {
  /** What is drawn: the run's graph, or in a crowd the graph of its groups. */
  readonly graph: RunGraph;
  readonly level: Level;
  readonly narrow: boolean;
  readonly width: number;
  readonly height: number;
  readonly clock: { readonly at: Point; readonly ruler: number; readonly box: Box };
  /** Around everything but the clock. */
  readonly content: Box;
  readonly cards: ReadonlyMap<number, CardPlace>;
  /** By first member; groups of one have a card. */
  readonly groups: ReadonlyMap<number, GroupPlace>;
  /** Who stands on the stage for a goroutine or object: itself, or the first of its group. */
  readonly standIn: { readonly goroutine: (id: number) => number; readonly object: (id: number) => number };
  readonly objectGroups: ReadonlyMap<number, readonly GraphObject[]>;
  readonly channels: ReadonlyMap<number, ChannelPlace>;
  readonly objects: ReadonlyMap<number, ObjectPlace>;
  readonly contexts: ReadonlyMap<number, ContextPlace>;
  readonly routes: ReadonlyMap<string, Route>;
  /** Locks shared in a circle. */
  readonly ring?: Ring;
  /** Where the cases of a goroutine's select are spread out. */
  readonly fans: ReadonlyMap<number, FanPlace>;
  /** Level small: what stands for the resting relations between a grid of cards and a pipe. */
  readonly bundles: readonly Line[];
  /** Between any two cards, around everything else: for go statements and wakes, which are drawn only in their step. */
  readonly between: (from: number, to: number) => Line | undefined;
}
