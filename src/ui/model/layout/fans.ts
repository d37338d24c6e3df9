/**
 * A place for the fan of each goroutine that selects: as near to its card as nothing else stands, found once a run. It opens only while
 * that goroutine selects, and covers nothing.
 */
import type { RunGraph } from '../graph.ts';
import type { Measure } from './fonts.ts';
import { around, bent, bottom, crosses, curve, grow, meet, right } from './geometry.ts';
import type { Box, Line, Point } from './geometry.ts';
import { leftOf, rightOf, bottomOf, topOf } from './router.ts';
import type { CardPlace, Route } from './types.ts';

export interface FanPlace {
  /** Where the branches begin. */
  readonly at: Point;
  readonly box: Box;
  /** From the card. */
  readonly lead: Line;
}

export const fanStem = 48;
export const fanPitch = 40;
export const fanPill = 176;
const step = 16;

/** Cases of its selects, and a default. */
function casesOf(goroutine: number, graph: RunGraph): number {
  const cases = graph.relations
    .filter((r) => r.goroutine === goroutine && r.viaSelect)
    .map((r) => `${r.object} ${r.role === 'recv' || r.role === 'listen'}`);
  return new Set(cases).size;
}

export function placeFans(
  graph: RunGraph,
  cards: ReadonlyMap<number, CardPlace>,
  figures: readonly Box[],
  routes: Iterable<Route>,
  size: { readonly width: number; readonly height: number },
  measure: Measure,
): Map<number, FanPlace> {
  const lines = [...routes].filter((r) => !r.hidden);
  const fans = new Map<number, FanPlace>();
  for (const g of graph.goroutines) {
    const card = cards.get(g.id)?.box;
    const cases = casesOf(g.id, graph);
    if (!card || cases === 0 || cases > mostCases) continue;
    const w = fanStem + pillWidth(g.id, graph, measure) + 12 + measure('not ready', 'state') + 12;
    const h = (cases + 1) * fanPitch - 4;
    const box = freeSpot(card, { w, h }, figures, lines, size);
    const at: Point = [box.x + 8, box.y + h / 2];
    fans.set(g.id, { at, box, lead: leadTo(at, card) });
  }
  return fans;
}

/** As wide as the longest case: a send names its value too. */
function pillWidth(goroutine: number, graph: RunGraph, measure: Measure): number {
  const names = new Map([
    ...graph.objects.map((o) => [o.id, o.name] as const),
    ...graph.contexts.map((c) => [c.id, `${c.name}.Done()`] as const),
  ]);
  const widths = graph.relations
    .filter((r) => r.goroutine === goroutine && r.viaSelect)
    .map((r) => measure(`<-${names.get(r.object) ?? ''}${r.role === 'send' ? ' 00000' : ''}`, 'code'));
  return Math.min(fanPill, Math.max(96, ...widths.map((w) => Math.ceil(w) + 32)));
}

/** A fan of more would be taller than the stage. */
const mostCases = 8;

function freeSpot(
  card: Box,
  { w, h }: { w: number; h: number },
  figures: readonly Box[],
  lines: readonly Route[],
  size: { width: number; height: number },
): Box {
  const width = Math.max(size.width, w + 16);
  const spots: Box[] = [];
  for (let y = 64; y + h <= size.height + h; y += step) for (let x = 8; x + w <= width - 8; x += step) spots.push({ x, y, w, h });
  const far = (b: Box): number =>
    Math.hypot(b.x + 8 - card.x - card.w, b.y + b.h / 2 - card.y - card.h / 2) + Math.max(0, bottom(b) - size.height) * 2;
  spots.sort((a, b) => far(a) - far(b));
  const clear = spots.filter((s) => figures.every((f) => !meet(grow(s, 6), f)));
  const below: Box = { x: Math.min(card.x, width - w - 8), y: bottom(around([...figures, card])) + 12, w, h };
  return clear.find((s) => lines.every((l) => !crosses(l.points, s))) ?? clear[0] ?? below;
}

/** From the side of the card that looks at the fan. */
function leadTo(at: Point, card: Box): Line {
  const low = bottom(card) - 14;
  if (at[0] > right(card)) return curve(rightOf(card), at);
  if (at[0] < card.x && at[1] > bottom(card)) return bent([[card.x, low], [at[0], low], at]);
  if (at[0] < card.x) return curve(leftOf(card), at);
  const port = at[1] > bottom(card) ? bottomOf(card) : topOf(card);
  return curve([Math.min(Math.max(at[0], card.x + 20), right(card) - 20), port[1]], at);
}
