/**
 * Channels that only lead back: all their receivers stand left of their senders (a results channel that main drains). They are taken out
 * of the columns and lie on the way back, below the rows, with the sending mouth on the right.
 */
import { channelKey } from './rank.ts';
import type { Flow, Node, Ranking } from './rank.ts';

export interface Folding {
  readonly columns: readonly (readonly Node[])[];
  /** Forward flows between what stays in the columns. */
  readonly flows: readonly Flow[];
  readonly folded: ReadonlySet<number>;
}

export function foldBack(ranking: Ranking): Folding {
  const folded = new Set<number>();
  for (const n of ranking.columns.flat()) {
    if (!n.isChannel) continue;
    const entered = ranking.flows.some((f) => f.to === n.key);
    const leaves = ranking.flows.some((f) => f.from === n.key);
    const leadsBack = ranking.feedback.some((f) => f.from === n.key);
    if (entered && !leaves && leadsBack) folded.add(n.id);
  }
  const gone = new Set([...folded].map(channelKey));
  return {
    columns: ranking.columns.map((c) => c.filter((n) => !gone.has(n.key))).filter((c) => c.length > 0),
    flows: ranking.flows.filter((f) => !gone.has(f.to)),
    folded,
  };
}
