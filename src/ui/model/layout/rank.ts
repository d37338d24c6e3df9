/**
 * Columns by dataflow: rank by longest path over sends and receives, feedback left out. Goroutines have even ranks, channels odd ones, so
 * the two kinds of column alternate.
 */
import type { RunGraph } from '../graph.ts';

export interface Node {
  readonly key: string;
  readonly id: number;
  readonly isChannel: boolean;
  readonly createdAt: number;
}
export interface Flow {
  readonly from: string;
  readonly to: string;
}
export interface Ranking {
  /** Left to right; empty ranks are gone. */
  readonly columns: readonly (readonly Node[])[];
  readonly rank: ReadonlyMap<string, number>;
  readonly flows: readonly Flow[];
  readonly feedback: readonly Flow[];
}

export const goroutineKey = (id: number): string => `g${id}`;
export const channelKey = (id: number): string => `c${id}`;

export function nodesOf(graph: RunGraph): Node[] {
  const goroutines = graph.goroutines.map((g): Node => ({
    key: goroutineKey(g.id),
    id: g.id,
    isChannel: false,
    createdAt: g.createdAtStep,
  }));
  const channels = graph.objects
    .filter((o) => o.kind === 'channel')
    .map((o): Node => ({ key: channelKey(o.id), id: o.id, isChannel: true, createdAt: o.createdAtStep }));
  // Main first; what it makes comes later even if both happen at step 0.
  return [...goroutines, ...channels].sort((a, b) => a.createdAt - b.createdAt || Number(a.isChannel) - Number(b.isChannel) || a.id - b.id);
}

/** Where a goroutine both sends and receives on a channel, the first of the two decides; the other way back is feedback by nature. */
function flowsOf(graph: RunGraph): Flow[] {
  const channels = new Set(graph.objects.filter((o) => o.kind === 'channel').map((o) => o.id));
  const flows = new Map<string, Flow>();
  const relations = graph.relations
    .filter((r) => channels.has(r.object) && (r.role === 'send' || r.role === 'recv' || r.role === 'close'))
    .sort((a, b) => Number(a.role === 'close') - Number(b.role === 'close') || a.firstStep - b.firstStep);
  for (const r of relations) {
    const pair = `${r.goroutine} ${r.object}`;
    if (flows.has(pair)) continue;
    const [g, c] = [goroutineKey(r.goroutine), channelKey(r.object)];
    flows.set(pair, r.role === 'recv' ? { from: c, to: g } : { from: g, to: c });
  }
  return [...flows.values()];
}

/** Depth first in creation order: an edge back to a node still open is feedback. */
function splitFeedback(nodes: readonly Node[], flows: readonly Flow[]): { forward: Flow[]; feedback: Flow[] } {
  const place = new Map(nodes.map((n, i) => [n.key, i]));
  const out = new Map<string, Flow[]>();
  for (const f of flows) out.set(f.from, [...(out.get(f.from) ?? []), f]);
  for (const list of out.values()) list.sort((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
  const state = new Map<string, 'open' | 'done'>();
  const feedback = new Set<Flow>();
  const visit = (key: string): void => {
    state.set(key, 'open');
    for (const f of out.get(key) ?? []) {
      const there = state.get(f.to);
      if (there === 'open') feedback.add(f);
      else if (!there) visit(f.to);
    }
    state.set(key, 'done');
  };
  for (const n of nodes) if (!state.has(n.key)) visit(n.key);
  return { forward: flows.filter((f) => !feedback.has(f)), feedback: [...feedback] };
}

function longestPaths(nodes: readonly Node[], forward: readonly Flow[]): Map<string, number> {
  const rank = new Map(nodes.map((n) => [n.key, n.isChannel ? 1 : 0]));
  const waiting = new Map<string, number>();
  const out = new Map<string, string[]>();
  for (const f of forward) {
    waiting.set(f.to, (waiting.get(f.to) ?? 0) + 1);
    out.set(f.from, [...(out.get(f.from) ?? []), f.to]);
  }
  const ready = nodes.filter((n) => !waiting.has(n.key)).map((n) => n.key);
  for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
    for (const to of out.get(key) ?? []) {
      rank.set(to, Math.max(rank.get(to) ?? 0, (rank.get(key) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return rank;
}

/** What nothing flows into stands directly before what it feeds. */
function pullSources(nodes: readonly Node[], forward: readonly Flow[], rank: Map<string, number>): void {
  for (const kind of [true, false]) {
    for (const n of nodes) {
      if (n.isChannel !== kind || forward.some((f) => f.to === n.key)) continue;
      const fed = forward.filter((f) => f.from === n.key).map((f) => rank.get(f.to) ?? 0);
      if (fed.length > 0) rank.set(n.key, Math.max(rank.get(n.key) ?? 0, Math.min(...fed) - 1));
    }
  }
}

/** Goroutines that pass no values stand a column after the first, where whoever made them is. */
function placeSilent(graph: RunGraph, flows: readonly Flow[], rank: Map<string, number>): void {
  const flowing = new Set(flows.flatMap((f) => [f.from, f.to]));
  for (const g of graph.goroutines) {
    const key = goroutineKey(g.id);
    if (flowing.has(key) || g.createdBy === 0) continue;
    const creator = rank.get(goroutineKey(g.createdBy)) ?? 0;
    rank.set(key, creator === 0 ? 2 : creator);
  }
}

export function rankNodes(graph: RunGraph): Ranking {
  const nodes = nodesOf(graph);
  const flows = flowsOf(graph);
  const { forward, feedback } = splitFeedback(nodes, flows);
  const rank = longestPaths(nodes, forward);
  pullSources(nodes, forward, rank);
  placeSilent(graph, flows, rank);
  const ranks = [...new Set(rank.values())].sort((a, b) => a - b);
  const columns = ranks.map((r) => nodes.filter((n) => rank.get(n.key) === r));
  return { columns, rank, flows: forward, feedback };
}
