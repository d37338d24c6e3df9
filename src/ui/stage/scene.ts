/**
 * What the stage shows of a world: figures at their places, relations, and what just happened. Pure data; stage.ts puts it on the page.
 */
import { figures } from '../model/recordedObject.ts';
import type { GraphObject } from '../model/graph.ts';
import type { ChannelPlace, GroupPlace, ObjectPlace, StageLayout } from '../model/layout/types.ts';
import type { Point } from '../model/layout/geometry.ts';
import { channelName, contextName, goroutineName } from '../model/tables.ts';
import type { ChannelView, ContextView, Flow, GoroutineView, World } from '../model/types.ts';
import { arrow } from '../shared/figures/arrows.ts';
import type { Pen } from '../shared/figures/pen.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { flat, rect } from '../shared/figures/svg.ts';
import { channelFigure } from './figures/channel.ts';
import { contextFigure, contextToCome } from './figures/context.ts';
import { groupCard, groupName } from './figures/group.ts';
import { memberAt, memberShapes, panelShapes, shownMembers } from './figures/groupPanel.ts';
import { goroutineCard, goroutineSmallCard, goroutineToComeCard } from './figures/goroutine.ts';
import { selectFan, selectWords } from './figures/select.ts';
import { groupView, pooledChannels } from './crowd.ts';
import { objectFigure } from './objects.ts';
import { contextToComeName, goroutineToCome, objectName, objectToCome } from './say.ts';

/** What can be selected on the stage. */
export type Selection = { readonly kind: 'goroutine' | 'object'; readonly id: number };

/** What the reader has asked for, beyond the cursor. */
export interface Looking {
  readonly selection: Selection | undefined;
  /** First member of the group that is open. */
  readonly opened: number | undefined;
}

export interface Item {
  readonly key: string;
  readonly at: Point;
  readonly label: string;
  readonly shapes: readonly Shape[];
  readonly select: Selection | undefined;
  /** First member of the group that a click on it opens or closes. */
  readonly opens?: number;
  /** Wears the ring of selection. */
  readonly chosen: boolean;
  /** Not made yet: veiled. */
  readonly veiled: boolean;
}

export interface Views {
  readonly goroutines: ReadonlyMap<number, GoroutineView>;
  readonly channels: ReadonlyMap<number, ChannelView>;
  readonly contexts: ReadonlyMap<number, ContextView>;
  /** Objects that exist. */
  readonly made: ReadonlySet<number>;
}

export function viewsOf(layout: StageLayout, world: World): Views {
  return {
    goroutines: new Map(world.goroutines.map((g) => [g.id, g])),
    channels: new Map(pooledChannels(layout, world).map((c) => [c.id, c])),
    contexts: new Map(world.contexts.map((c) => [c.id, c])),
    made: figures(world),
  };
}

/** Objects that the step touched: their outlines are lit. */
export function litBy(layout: StageLayout, flows: readonly Flow[]): Set<number> {
  return new Set(flows.filter((f) => f.object !== 0 && f.kind !== 'wake').map((f) => layout.standIn.object(f.object)));
}

export function itemsOf(layout: StageLayout, world: World, looking: Looking, pen: Pen): Item[] {
  const views = viewsOf(layout, world);
  const lit = litBy(layout, world.flows);
  const { selection } = looking;
  const items = [
    ...contextItems(layout, world, views, pen),
    ...objectItems(layout, world, lit, pen),
    ...channelItems(layout, views, lit, pen),
    ...cardItems(layout, views, world.current, selection, pen),
    ...fanItems(layout, world, views, selection, pen),
    ...panelItems(layout, views, looking.opened, pen),
  ];
  return items.map((item) => ({ ...item, chosen: (item.chosen ?? false) || isSame(item.select, selection) }));
}

type Drawn = Omit<Item, 'chosen'> & { readonly chosen?: boolean };
const isSame = (a: Selection | undefined, b: Selection | undefined): boolean => a !== undefined && a.kind === b?.kind && a.id === b.id;

/** The ring of focus and selection: 2 px, 4 px off the figure. */
const ring = (x: number, y: number, w: number, h: number, r: number): Shape =>
  rect(x - 5, y - 5, w + 10, h + 10, r + 5, { class: 'ring', fill: 'none' });

function cardItems(layout: StageLayout, views: Views, current: number, selection: Selection | undefined, pen: Pen): Drawn[] {
  return layout.graph.goroutines.flatMap((g): Drawn[] => {
    const place = layout.cards.get(g.id);
    if (!place) return [];
    const { box } = place;
    const group = layout.groups.get(g.id);
    if (group) return [groupItem(group, views, selection, pen)];
    const view = views.goroutines.get(g.id);
    const card = place.small ? goroutineSmallCard : goroutineCard;
    const figure = view
      ? card(view, box, { now: g.id === current, holds: !isQueued(view, layout, views) }, pen)
      : goroutineToComeCard(g, box, pen);
    return [
      {
        key: `g${g.id}`,
        at: [box.x, box.y],
        label: view ? goroutineName(view) : goroutineToCome(g),
        shapes: [figure, ring(0, 0, box.w, box.h, 14)],
        select: view && { kind: 'goroutine', id: g.id },
        veiled: !view,
      },
    ];
  });
}

function groupItem(place: GroupPlace, views: Views, selection: Selection | undefined, pen: Pen): Drawn {
  const { box } = place;
  const view = groupView(place, views.goroutines);
  return {
    key: `group ${place.first.id}`,
    at: [box.x, box.y],
    label: groupName(place, view),
    shapes: [groupCard(place, view, pen), ring(0, 0, box.w, box.h, 14)],
    select: undefined,
    opens: place.first.id,
    chosen: selection?.kind === 'goroutine' && place.members.some((m) => m.id === selection.id),
    veiled: view.members.every((m) => m === undefined),
  };
}

/** The open group: its panel, and every member as a figure of its own. */
function panelItems(layout: StageLayout, views: Views, opened: number | undefined, pen: Pen): Drawn[] {
  const place = opened === undefined ? undefined : layout.groups.get(opened);
  if (!place) return [];
  const { x, y } = place.box;
  const label = `members of group ${place.first.name}`;
  return [
    { key: 'panel', at: [x, y], label, shapes: panelShapes(place, pen), select: undefined, opens: place.first.id, veiled: false },
    ...shownMembers(place).map((m, i): Drawn => {
      const view = views.goroutines.get(m.id);
      const [dx, dy] = memberAt(i);
      return {
        key: `member ${m.id}`,
        at: [x + dx, y + dy],
        label: view ? goroutineName(view) : goroutineToCome(m),
        shapes: [...memberShapes(m.id, view, pen), ring(-14, -12, 56, 24, 8)],
        select: view && { kind: 'goroutine', id: m.id },
        veiled: false,
      };
    }),
  ];
}

/** The select of the selected goroutine, or else of the one that has just stepped. */
function fanItems(layout: StageLayout, world: World, views: Views, selection: Selection | undefined, pen: Pen): Drawn[] {
  const asked = selection?.kind === 'goroutine' ? selection.id : world.current;
  const id = views.goroutines.get(asked)?.select ? asked : world.current;
  const view = views.goroutines.get(id);
  const place = layout.fans.get(id);
  if (!view?.select || !place) return [];
  const lead = arrow(place.lead.d, 'idle', pen.scope, { stroke: 'var(--line-2)', transform: `translate(${-place.at[0]} ${-place.at[1]})` });
  return [
    {
      key: `fan ${id}`,
      at: place.at,
      label: `select of goroutine ${view.name} #${id}: ${selectWords(view.select)}`,
      shapes: [lead, ...selectFan(view.select, pen)],
      select: undefined,
      veiled: false,
    },
  ];
}

/** Whether it stands with its value at the mouth of its channel. */
function isQueued(view: GoroutineView, layout: StageLayout, views: Views): boolean {
  const room = layout.channels.get(view.waitsFor)?.senderRoom ?? 0;
  const queue = views.channels.get(view.waitsFor)?.senders ?? [];
  return queue.slice(0, room).some((s) => s.goroutine === view.id);
}

function channelItems(layout: StageLayout, views: Views, lit: ReadonlySet<number>, pen: Pen): Drawn[] {
  return layout.graph.objects.flatMap((object): Drawn[] => {
    const place = layout.channels.get(object.id);
    if (!place) return [];
    const view = views.channels.get(object.id);
    return [
      {
        key: `c${object.id}`,
        at: place.at,
        label: view ? channelName(view) : objectToCome(object),
        shapes: [channelFigure(view ?? emptyChannel(object), { ...place, lit: lit.has(object.id) }, pen), channelRing(place)],
        select: view && { kind: 'object', id: object.id },
        veiled: !view,
      },
    ];
  });
}

const channelRing = (place: ChannelPlace): Shape => ring(-6, -place.pipe.h / 2, place.w + 12, place.pipe.h, 6);

function emptyChannel(object: GraphObject): ChannelView {
  return {
    id: object.id,
    name: object.name,
    elemType: object.typeName,
    capacity: object.capacity,
    closed: false,
    buffer: [],
    senders: [],
    receivers: [],
    madeAt: object.createdAtStep,
  };
}

function objectItems(layout: StageLayout, world: World, lit: ReadonlySet<number>, pen: Pen): Drawn[] {
  return [...layout.objects.values()].map((place): Drawn => {
    const figure = objectFigure(place, world, lit.has(place.object.id), pen);
    return {
      key: `o${place.object.id}`,
      at: place.at,
      label: figure.made ? objectName(place.object, world) : objectToCome(place.object),
      shapes: flat([figure.shapes, bodyRing(place)]),
      select: figure.made ? { kind: 'object', id: place.object.id } : undefined,
      veiled: !figure.made,
    };
  });
}

const bodyRing = ({ at, body }: ObjectPlace): Shape => ring(body.x - at[0], body.y - at[1], body.w, body.h, 12);

function contextItems(layout: StageLayout, world: World, views: Views, pen: Pen): Drawn[] {
  return layout.graph.contexts.flatMap((c): Drawn[] => {
    const place = layout.contexts.get(c.id);
    if (!place) return [];
    const view = views.contexts.get(c.id);
    return [
      {
        key: `x${c.id}`,
        at: place.at,
        label: view ? contextName(view) : contextToComeName(c),
        shapes: [...(view ? contextFigure(view, world.now, pen) : contextToCome(c.name, c.parent === 0, pen)), ring(-18, -18, 36, 36, 18)],
        select: view && { kind: 'object', id: c.id },
        veiled: !view,
      },
    ];
  });
}
