/**
 * Crowds: goroutines made at one place stand as one card, channels and objects of one place as one figure. The smaller graph keeps the
 * first of each group for all of it; the rest of the layout does not know the difference.
 */
import type { GraphGoroutine, GraphObject, Relation, RunGraph } from '../graph.ts';

export interface Group {
  /** Its first member, which stands for it. */
  readonly first: GraphGoroutine;
  readonly members: readonly GraphGoroutine[];
}

export interface Grouping {
  readonly graph: RunGraph;
  readonly groups: ReadonlyMap<number, Group>;
  /** Objects that stand for several, by the first of them. */
  readonly objectGroups: ReadonlyMap<number, readonly GraphObject[]>;
  readonly goroutineStandIn: ReadonlyMap<number, number>;
  readonly objectStandIn: ReadonlyMap<number, number>;
}

/** So many objects of one place are still drawn one by one. */
const mostAlike = 3;
/** More contexts than this are told in their panel alone. */
const mostContexts = 16;

export function groupBySite(graph: RunGraph): Grouping {
  const bySite = collect(graph.goroutines, (g) => (g.createdBy === 0 ? `main ${g.id}` : `${g.createdAtSite} ${g.func}`));
  const groups = new Map<number, Group>();
  const goroutineStandIn = new Map<number, number>();
  for (const members of bySite) {
    const first = members[0];
    if (!first) continue;
    groups.set(first.id, { first, members });
    for (const m of members) goroutineStandIn.set(m.id, first.id);
  }
  const { objectGroups, objectStandIn } = groupObjects(graph.objects);
  const standIns = { goroutineStandIn, objectStandIn };
  return {
    graph: {
      goroutines: [...groups.values()].map((g) => g.first),
      objects: graph.objects.filter((o) => objectStandIn.get(o.id) === o.id).map((o) => widened(o, objectGroups.get(o.id))),
      relations: mergedRelations(graph.relations, standIns),
      contexts: graph.contexts.length <= mostContexts ? graph.contexts : [],
    },
    groups,
    objectGroups,
    ...standIns,
  };
}

function groupObjects(objects: readonly GraphObject[]): {
  objectGroups: Map<number, readonly GraphObject[]>;
  objectStandIn: Map<number, number>;
} {
  const objectGroups = new Map<number, readonly GraphObject[]>();
  const objectStandIn = new Map<number, number>();
  for (const alike of collect(objects, (o) => `${o.kind} ${o.createdAtSite} ${o.createdAtSite === 0 ? o.id : ''}`)) {
    const first = alike[0];
    if (!first) continue;
    const grouped = alike.length > mostAlike;
    if (grouped) objectGroups.set(first.id, alike);
    for (const o of alike) objectStandIn.set(o.id, grouped ? first.id : o.id);
  }
  return { objectGroups, objectStandIn };
}

/** The name says how many it stands for; a pipe holds what they hold together. */
function widened(o: GraphObject, alike: readonly GraphObject[] | undefined): GraphObject {
  if (!alike) return o;
  const sum = (f: (o: GraphObject) => number): number => alike.reduce((s, a) => s + f(a), 0);
  return {
    ...o,
    name: `${baseName(o.name)} × ${alike.length}`,
    capacity: sum((a) => a.capacity),
    peakWaiting: sum((a) => a.peakWaiting),
    peakReceivers: sum((a) => a.peakReceivers),
  };
}
export const baseName = (name: string): string => name.replace(/ #\d+$/, '');

function collect<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    const list = lists.get(k);
    if (list) list.push(item);
    else lists.set(k, [item]);
  }
  return [...lists.values()];
}

function mergedRelations(relations: readonly Relation[], standIns: Pick<Grouping, 'goroutineStandIn' | 'objectStandIn'>): Relation[] {
  const merged = new Map<string, Relation>();
  for (const r of relations) {
    const goroutine = standIns.goroutineStandIn.get(r.goroutine) ?? r.goroutine;
    const object = standIns.objectStandIn.get(r.object) ?? r.object;
    const key = `${goroutine} ${object} ${r.role}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, count: known.count + r.count } : { ...r, goroutine, object });
  }
  return [...merged.values()];
}

/** Squares of a group's card: 5 px at a pitch of 6, one a goroutine, or one for several. */
export const squarePitch = 6;
const mostSquares = 1000;
const manyMembers = 400;
export const countRow = 22;
/** Lines of counts that are kept free, one for each state that may come. */
export const mostCounts = 4;

export interface GroupSize {
  readonly w: number;
  readonly h: number;
  readonly columns: number;
  readonly each: number;
}

export function groupSize(members: number): GroupSize {
  const each = Math.ceil(members / mostSquares);
  const squares = Math.ceil(members / each);
  const wide = squares >= manyMembers;
  const columns = wide ? 40 : 30;
  const rows = Math.ceil(squares / columns);
  return { w: wide ? 272 : 212, h: 52 + rows * squarePitch + 14 + mostCounts * countRow + 6, columns, each };
}
