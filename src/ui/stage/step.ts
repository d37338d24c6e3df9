/** Relations and the step: which line means what in this world, and the tokens on their way. */
import { around, lengthOf, pointAt, reversed } from '../model/layout/geometry.ts';
import type { Line, Point } from '../model/layout/geometry.ts';
import { routeKey } from '../model/layout/types.ts';
import type { Route, StageLayout } from '../model/layout/types.ts';
import type { ContextView, Flow, GoroutineView, Token, World } from '../model/types.ts';
import type { ArrowKind } from '../shared/figures/arrows.ts';
import { viewsOf } from './scene.ts';
import type { Selection, Views } from './scene.ts';

export interface Arrow {
  readonly key: string;
  readonly kind: ArrowKind;
  readonly line: Line;
  /** A queue at a channel shows who waits: its line is dashed but has no head. */
  readonly bare: boolean;
  /** One of its ends is still to come. */
  readonly veiled?: boolean;
  readonly words?: Words | undefined;
}

export interface Words {
  readonly text: string;
  readonly at: Point;
  readonly anchor: 'start' | 'end';
  readonly ink: string;
}

/** A value on its way: where it rests, and how it came there. */
export interface Traveller {
  readonly key: string;
  readonly token: Token;
  readonly line: Line;
  readonly rest: Point;
}

const isOver = (c: ContextView): boolean => c.state === 'cancelled' || c.state === 'signalled' || c.state === 'expired';

/** Resting relations; what waits; what was told. */
export function relationsOf(layout: StageLayout, world: World, selection: Selection | undefined): Arrow[] {
  const views = viewsOf(layout, world);
  const arrows: Arrow[] = [];
  for (const route of layout.routes.values()) {
    const kind = kindOf(layout, route, views);
    if (!kind || (route.hidden && kind === 'idle')) continue;
    const bare = kind === 'wait' && (route.kind === 'send' || route.kind === 'recv');
    const words = kind === 'unseen' ? unseenWords(route) : undefined;
    arrows.push({ key: route.key, kind, line: route, bare, veiled: !areMade(route, views), words });
  }
  arrows.push(...cycleOf(layout, world));
  layout.bundles.forEach((line, i) => arrows.push({ key: `bundle ${i}`, kind: 'ready', line, bare: false }));
  if (selection?.kind === 'goroutine') arrows.push(...familyOf(layout, views, selection.id));
  return arrows.sort((a, b) => weight(a.kind) - weight(b.kind));
}

/** On the upper side of the line's start. */
function unseenWords(line: Line): Words {
  const [x, y] = line.points[0] ?? [0, 0];
  return { text: 'signalled, not seen', at: [x + 10, y - 8], anchor: 'start', ink: 'var(--text-3)' };
}

/** Who waits for whom in a circle: from each goroutine to the lock it wants, from the lock to the one who holds it. */
function cycleOf(layout: StageLayout, world: World): Arrow[] {
  const arrows: Arrow[] = [];
  for (const id of deadlocked(world)) {
    for (const lock of world.locks) {
      const route = layout.routes.get(routeKey('use', id, lock.id));
      if (!route) continue;
      const wants = lock.waiters.some((w) => w.goroutine === id);
      if (!wants && lock.owner !== id) continue;
      const line = wants ? route : reversed(route);
      const words = layout.ring?.locks.length === 2 ? cycleWords(line, layout, wants ? 'waits for' : 'held by') : undefined;
      arrows.push({ key: `cycle ${id} ${lock.id}`, kind: 'cycle', line, bare: false, words });
    }
  }
  return arrows;
}

/** Goroutines on a closed chain of lock, owner, lock the owner wants. */
export function deadlocked(world: World): Set<number> {
  const wanted = new Map(world.locks.flatMap((lock) => lock.waiters.map((w) => [w.goroutine, lock.owner] as const)));
  const found = new Set<number>();
  for (const start of wanted.keys()) {
    const seen = new Set<number>();
    let here: number | undefined = start;
    while (here !== undefined && !seen.has(here)) {
      seen.add(here);
      here = wanted.get(here);
      if (here === start) for (const g of seen) found.add(g);
    }
  }
  return found;
}

/** Outside the ring, beside the middle of the line. */
function cycleWords(line: Line, layout: StageLayout, words: string): Words {
  const boxes = (layout.ring?.goroutines ?? []).flatMap((g) => layout.cards.get(g)?.box ?? []);
  const centre = around(boxes);
  const [x, y] = pointAt(line.points, 0.5);
  const [dx, dy] = [x - centre.x - centre.w / 2, y - centre.y - centre.h / 2];
  const length = Math.hypot(dx, dy) || 1;
  return { text: words, at: [x + (dx / length) * 26, y + (dy / length) * 18 + 4], anchor: dx < 0 ? 'end' : 'start', ink: 'var(--bad)' };
}

function areMade(route: Route, views: Views): boolean {
  const goroutine = route.kind === 'child' ? views.contexts.has(route.goroutine) : views.goroutines.has(route.goroutine);
  return goroutine && views.made.has(route.object);
}

const weight = (kind: ArrowKind): number => (kind === 'idle' || kind === 'quiet' ? 0 : kind === 'cycle' ? 2 : 1);

function kindOf(layout: StageLayout, route: Route, views: Views): ArrowKind | undefined {
  const goroutine = views.goroutines.get(route.goroutine);
  switch (route.kind) {
    case 'send':
    case 'recv':
      return waitsAt(layout, goroutine, route) ? 'wait' : 'idle';
    case 'use':
      return goroutine?.waitsFor === route.object && (goroutine.state === 'stuck' || goroutine.state === 'blocked') ? 'wait' : 'idle';
    case 'child':
      return childKind(views.contexts.get(route.goroutine), views.contexts.get(route.object));
    case 'listen':
      return listenKind(views.contexts.get(route.object), route.goroutine);
    case 'cancel':
      return undefined;
  }
}

function waitsAt(layout: StageLayout, g: GoroutineView | undefined, route: Route): boolean {
  if (layout.level !== 'full') return false;
  if (g?.state !== 'blocked' && g?.state !== 'stuck') return false;
  if (g.waitsFor === route.object) return (g.holds !== undefined) === (route.kind === 'send');
  return g.select?.cases.some((c) => c.channel === route.object && c.send === (route.kind === 'send')) ?? false;
}

function childKind(parent: ContextView | undefined, child: ContextView | undefined): ArrowKind | undefined {
  if (!child) return 'ready';
  if (parent && isOver(parent) && isOver(child)) return 'cancel';
  return child.kind === 'context.WithoutCancel' ? 'quiet' : 'ready';
}

function listenKind(context: ContextView | undefined, goroutine: number): ArrowKind | undefined {
  if (!context) return 'idle';
  if (!isOver(context)) return 'idle';
  return context.noticed.some((n) => n.goroutine === goroutine) ? 'cancel' : 'unseen';
}

/** Of the selected goroutine: who made it and whom it made. */
function familyOf(layout: StageLayout, views: Views, id: number): Arrow[] {
  return [...views.goroutines.values()].flatMap((g): Arrow[] => {
    if (g.id !== id && g.createdBy !== id) return [];
    const line = layout.between(layout.standIn.goroutine(g.createdBy), layout.standIn.goroutine(g.id));
    return line ? [{ key: `made ${g.id}`, kind: 'spawn', line, bare: false }] : [];
  });
}

/** What just happened: arrows in blue, tokens two fifths along. */
export function stepOf(layout: StageLayout, world: World): { arrows: Arrow[]; travellers: Traveller[] } {
  const arrows: Arrow[] = [];
  const travellers: Traveller[] = [];
  world.flows.forEach((flow, i) => {
    const lines = linesOf(layout, flow);
    const kind = arrowOf(flow);
    for (const line of lines) arrows.push({ key: `step ${i} ${arrows.length}`, kind, line, bare: false });
    const whole = joined(lines);
    if (flow.token && whole) travellers.push({ key: `value ${i}`, token: flow.token, line: whole, rest: restOf(flow, whole, layout) });
  });
  return { arrows, travellers };
}

function arrowOf(flow: Flow): ArrowKind {
  if (flow.kind === 'spawn') return 'spawn';
  if (flow.kind === 'wake') return 'wake';
  return flow.kind === 'cancel' ? 'cancel' : 'flow';
}

function linesOf(layout: StageLayout, flow: Flow): Line[] {
  const route = (kind: Route['kind'], goroutine: number): Line[] => {
    const found = layout.routes.get(routeKey(kind, layout.standIn.goroutine(goroutine), layout.standIn.object(flow.object)));
    return found ? [found] : [];
  };
  switch (flow.kind) {
    case 'send':
    case 'close':
      return route('send', flow.from);
    case 'receive':
      return route('recv', flow.to);
    case 'handoff':
      return [...route('send', flow.from), ...route('recv', flow.to)];
    case 'lock':
      return route('use', flow.from || flow.to);
    case 'cancel':
      return route('cancel', flow.from);
    case 'spawn':
    case 'wake': {
      const line = layout.between(layout.standIn.goroutine(flow.from), layout.standIn.goroutine(flow.to));
      return line ? [line] : [];
    }
  }
}

function joined(lines: readonly Line[]): Line | undefined {
  const first = lines[0];
  if (!first || lines.length === 1) return first;
  return { d: lines.map((l) => l.d).join(''), points: lines.flatMap((l) => l.points) };
}

/** Room for half a token with its halo at the start of a short line. */
const leastStart = 21;

function restOf(flow: Flow, line: Line, layout: StageLayout): Point {
  const channel = layout.channels.get(layout.standIn.object(flow.object));
  if (flow.kind === 'handoff' && channel) return [channel.at[0] + channel.w / 2, channel.at[1]];
  const length = lengthOf(line.points);
  const ahead = pointAt(line.points, 0.4);
  if (length * 0.4 >= leastStart || length === 0) return ahead;
  const [a, b] = [pointAt(line.points, 0), pointAt(line.points, 1)];
  return [a[0] + ((b[0] - a[0]) / length) * leastStart, a[1] + ((b[1] - a[1]) / length) * leastStart];
}
