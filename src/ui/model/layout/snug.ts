/** A card no wider than what it will ever say, for a run whose columns do not fit side by side otherwise. */
import type { RelationRole, RunGraph } from '../graph.ts';
import type { Measure } from './fonts.ts';
import { card } from './sizes.ts';

/** Left of the words: badge and gaps; right of them: the gap. */
const beside = 50 + 14;
const glyph = 18;
const narrowest = 148;

/** The longest wait reason that a role leads to. */
const reasons: Partial<Record<RelationRole, string>> = {
  wait: 'sync.WaitGroup.Wait',
  lock: 'sync.RWMutex.Lock',
  rlock: 'sync.RWMutex.RLock',
  acquire: 'semacquire',
  do: 'sync.Mutex.Lock',
};
const always = 'chan receive';
/** A word that does not fit is condensed so far. */
const condensed = 0.85;

export function snugCard(graph: RunGraph, measure: Measure): { w: number; h: number } {
  const names = graph.goroutines.map(({ name, args }) => {
    const words = measure(name, 'name') + (args === '' ? 0 : 8 + measure(args, 'aside'));
    return beside + words + 8 + measure(':000', 'aside');
  });
  const words = [always, ...graph.relations.flatMap(({ role }) => reasons[role] ?? [])].map((word) => measure(word, 'state'));
  const states = [...words, condensed * measure('sleeping 0.000 s', 'state')].map((word) => beside + glyph + word);
  return { w: Math.min(card.w, Math.max(narrowest, ...names, ...states)), h: card.h };
}
