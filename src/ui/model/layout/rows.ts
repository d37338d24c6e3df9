/** Order within columns (barycentre sweeps) and heights (every node as near to the median of its neighbours as its column allows). */
import type { Flow, Node } from './rank.ts';

const mostSweeps = 4;

function neighboursOf(flows: readonly Flow[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  const add = (a: string, b: string): void => {
    map.set(a, [...(map.get(a) ?? []), b]);
  };
  for (const f of flows) {
    add(f.from, f.to);
    add(f.to, f.from);
  }
  return map;
}

/** Creation order, changed by a sweep only where that undoes crossings. */
export function orderColumns(columns: readonly (readonly Node[])[], flows: readonly Flow[]): Node[][] {
  const neighbours = neighboursOf(flows);
  let best = columns.map((c) => [...c]);
  let least = crossings(best, flows);
  let current = best;
  for (let sweep = 0; sweep < mostSweeps && least > 0; sweep++) {
    current = sweepOnce(current, neighbours, sweep % 2 === 1);
    const count = crossings(current, flows);
    if (count < least) [best, least] = [current, count];
  }
  return best;
}

function sweepOnce(columns: readonly Node[][], neighbours: ReadonlyMap<string, readonly string[]>, backwards: boolean): Node[][] {
  const out = columns.map((c) => [...c]);
  const place = positions(out);
  const indices = out.map((_, i) => i);
  // The column a sweep starts from stands; the others follow it.
  for (const i of (backwards ? indices.reverse() : indices).slice(1)) {
    const column = out[i] ?? [];
    const weight = new Map(
      column.map((n) => {
        const near = (neighbours.get(n.key) ?? []).map((k) => place.get(k) ?? 0);
        return [n.key, near.length ? near.reduce((a, b) => a + b, 0) / near.length : (place.get(n.key) ?? 0)];
      }),
    );
    column.sort((a, b) => (weight.get(a.key) ?? 0) - (weight.get(b.key) ?? 0) || a.id - b.id);
    column.forEach((n, k) => place.set(n.key, share(k, column.length)));
  }
  return out;
}

const share = (index: number, length: number): number => (index + 0.5) / length;
function positions(columns: readonly (readonly Node[])[]): Map<string, number> {
  return new Map(columns.flatMap((c) => c.map((n, i) => [n.key, share(i, c.length)] as const)));
}

function crossings(columns: readonly (readonly Node[])[], flows: readonly Flow[]): number {
  const column = new Map(columns.flatMap((c, i) => c.map((n) => [n.key, i] as const)));
  const row = positions(columns);
  let count = 0;
  for (let i = 0; i < flows.length; i++) {
    for (let j = i + 1; j < flows.length; j++) {
      const [a, b] = [flows[i], flows[j]];
      if (!a || !b || column.get(a.from) !== column.get(b.from) || column.get(a.to) !== column.get(b.to)) continue;
      const apart = ((row.get(a.from) ?? 0) - (row.get(b.from) ?? 0)) * ((row.get(a.to) ?? 0) - (row.get(b.to) ?? 0));
      if (apart < 0) count++;
    }
  }
  return count;
}

/** Half-heights of a node with its words: how far it reaches above and below its middle. */
export interface Reach {
  readonly above: number;
  readonly below: number;
}

/**
 * Middles of all nodes. The column with most goroutines takes rows of the given pitch; the others follow outwards from it, each node at
 * the median of its placed neighbours, pushed apart where they would touch. The topmost reach is at 0.
 */
export function assignRows(
  columns: readonly (readonly Node[])[],
  flows: readonly Flow[],
  reach: (n: Node) => Reach,
  pitch: number,
): Map<string, number> {
  const neighbours = neighboursOf(flows);
  const y = new Map<string, number>();
  const spine = columns.reduce((best, c, i) => (c.length > (columns[best]?.length ?? 0) ? i : best), 0);
  (columns[spine] ?? []).forEach((n, i) => y.set(n.key, i * pitch));
  const spread = (columns[spine]?.length ?? 1) - 1;
  const order = columns.map((_, i) => i).filter((i) => i !== spine);
  order.sort((a, b) => Math.abs(a - spine) - Math.abs(b - spine) || b - a);
  for (const i of order) settle(columns[i] ?? [], neighbours, y, reach, pitch, (spread * pitch) / 2);
  // The spine's own channels may be taller than the pitch: settle it last around its neighbours.
  settle(columns[spine] ?? [], new Map(), y, reach, pitch, (spread * pitch) / 2);
  const top = Math.min(...columns.flat().map((n) => (y.get(n.key) ?? 0) - reach(n).above));
  for (const [key, value] of y) y.set(key, value - top);
  return y;
}

function settle(
  column: readonly Node[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  y: Map<string, number>,
  reach: (n: Node) => Reach,
  pitch: number,
  middle: number,
): void {
  const wanted = column.map((n, i) => {
    const near = (neighbours.get(n.key) ?? []).flatMap((k) => y.get(k) ?? []);
    return near.length ? median(near) : (y.get(n.key) ?? middle + (i - (column.length - 1) / 2) * pitch);
  });
  const sorted = column.map((n, i) => ({ n, wanted: wanted[i] ?? 0 }));
  const gaps = sorted.map((s, i) => {
    const before = sorted[i - 1];
    if (!before) return 0;
    const need = reach(before.n).below + reach(s.n).above + 8;
    return s.n.isChannel ? need : Math.max(pitch, need);
  });
  pushApart(
    sorted.map((s) => s.wanted),
    gaps,
  ).forEach((value, i) => {
    const s = sorted[i];
    if (s) y.set(s.n.key, value);
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const high = sorted[half] ?? 0;
  return sorted.length % 2 ? high : ((sorted[half - 1] ?? high) + high) / 2;
}

/**
 * Positions nearest to the wanted ones (least squares) that keep their order and at least gaps[i] between i-1 and i: blocks that would
 * overlap are merged and centred on their members' wishes (pool adjacent violators).
 */
export function pushApart(wanted: readonly number[], gaps: readonly number[]): number[] {
  const blocks: { start: number; sum: number; offsets: number[] }[] = [];
  wanted.forEach((w, i) => {
    blocks.push({ start: w, sum: w, offsets: [0] });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before) return;
      const gap = gaps[i - last.offsets.length + 1] ?? 0;
      const end = (before.offsets.at(-1) ?? 0) + gap;
      if (before.start + end <= last.start) return;
      blocks.pop();
      const offsets = [...before.offsets, ...last.offsets.map((o) => o + end)];
      const sum = before.sum + last.sum - end * last.offsets.length;
      blocks[blocks.length - 1] = { start: sum / offsets.length, sum, offsets };
    }
  });
  return blocks.flatMap((b) => b.offsets.map((o) => b.start + o));
}
