/** The table of contexts: the tree line by line, a parent before its children, in the order of their making. */
import { clockText } from './duration.ts';
import type { ContextView, World } from './types.ts';

export const contextColumns = ['Context', 'Made by', 'State', 'Seen by'] as const;

export interface ContextRow {
  readonly view: ContextView;
  readonly name: string;
  /** 0 for roots. */
  readonly depth: number;
  readonly madeBy: string;
  /** "live, 3.800 s left", "canceled at step 61: context canceled". */
  readonly state: string;
  readonly seenBy: readonly Seen[];
}

export interface Seen {
  readonly goroutine: number;
  /** "after 2 steps", "at once", "not yet". */
  readonly when: string;
}

export function contextRows(world: World): ContextRow[] {
  const children = new Map<number, ContextView[]>();
  for (const view of world.contexts) children.set(view.parent, [...(children.get(view.parent) ?? []), view]);
  const rowsUnder = (parent: number, depth: number): ContextRow[] =>
    (children.get(parent) ?? []).flatMap((view) => [rowOf(view, world, depth), ...rowsUnder(view.id, depth + 1)]);
  return rowsUnder(0, 0);
}

function rowOf(view: ContextView, world: World, depth: number): ContextRow {
  const madeBy = view.kind.replace('context.', '');
  return { view, depth, name: view.name, madeBy, state: stateOf(view, world.now), seenBy: seenBy(view) };
}

function stateOf({ state, deadline, cancelledAt, err, cause }: ContextView, now: number): string {
  if (cancelledAt >= 0) return `canceled at step ${cancelledAt}: ${cause === '' || cause === err ? err : cause}`;
  if (state === 'root' || state === 'value') return '';
  return deadline === undefined ? 'live' : `live, ${clockText(deadline - now)} left`;
}

function seenBy({ cancelledAt, noticed, unaware }: ContextView): Seen[] {
  const seen = noticed.map(({ goroutine, step }) => ({ goroutine, when: after(step - cancelledAt) }));
  return [...seen, ...unaware.map((goroutine) => ({ goroutine, when: 'not yet' }))];
}

function after(steps: number): string {
  if (steps <= 0) return 'at once';
  return `after ${steps} step${steps === 1 ? '' : 's'}`;
}
