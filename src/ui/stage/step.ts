/** Relations and the step: which line means what in this world, and the tokens on their way. */
import { pointAt, lengthOf } from '../model/layout/geometry.ts';
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
  /** Words on its upper side. */
  readonly words?: string;
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
    const words = kind === 'unseen' ? 'signalled, not seen' : undefined;
    arrows.push({ key: route.key, kind, line: route, bare, veiled: !areMade(route, views), words });
  }
  layout.bundles.forEach((line, i) => arrows.push({ key: `bundle ${i}`, kind: 'ready', line, bare: false }));
  if (selection?.kind === 'goroutine') arrows.push(...familyOf(layout, views, selection.id));
  return arrows.sort((a, b) => weight(a.kind) - weight(b.kind));
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
      if (goroutine?.waitsFor !== route.object) return 'idle';
      return goroutine.state === 'stuck' ? 'cycle' : goroutine.state === 'blocked' ? 'wait' : 'idle';
    case 'child':
      return childKind(views.contexts.get(route.goroutine), views.contexts.get(route.object));
    case 'listen':
      return listenKind(views.contexts.get(route.object), route.goroutine);
    case 'cancel':
      return undefined;
  }
}

function waitsAt(layout: StageLayout, g: GoroutineView | undefined, route: Route): boolean {
  if (layout.groups.size > 0 && layout.groups.has(route.goroutine)) return false;
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
