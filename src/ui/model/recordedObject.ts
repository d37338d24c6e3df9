/** What the machine says of a variable's value, together with what the recording knows of the object behind it. */
import type { World } from './types.ts';

/** Of a value as it is inspected. */
interface Inspected {
  readonly value: string;
  /** Number of the recorded object that it is. */
  readonly object?: number;
}

/** Numbers of the objects that have a figure in the picture, goroutines apart. */
export function figures(world: World): ReadonlySet<number> {
  const lists = [
    world.channels,
    world.locks,
    world.waitGroups,
    world.onces,
    world.conds,
    world.atomics,
    world.semaphores,
    world.timers,
    world.contexts,
  ];
  return new Set(lists.flatMap((list) => list.map(({ id }) => id)));
}

/** The number under which the value stands in the picture; 0: not in it (or not yet). */
export function figureOf({ object = 0 }: Inspected, world: World): number {
  return figures(world).has(object) ? object : 0;
}

/** The machine cannot tell a context with a timeout from one with a deadline: the recording has seen the call. */
export function valueText({ value, object }: Inspected, world: World): string {
  const kind = value.startsWith('context.') ? world.contexts.find(({ id }) => id === object)?.kind : undefined;
  return kind === undefined ? value : value.replace(/^context\.\w+/, kind);
}
