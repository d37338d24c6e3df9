/** One event while it is folded into a state, and the small change of doing so. */
import { textOf, type Trace } from '../../engine/trace/trace.ts';
import { changeObject, noSlot } from './state.ts';
import type { ObjectRecord, Slots, State } from './state.ts';
import type { Flow } from './types.ts';

export interface FoldInput {
  readonly trace: Trace;
  readonly contextOfDone: ReadonlyMap<number, number>;
  readonly slots: Slots;
  readonly impliedStarts: ReadonlySet<number>;
}

export interface Event {
  number: number;
  input: FoldInput;
  state: State;
  step: number;
  g: number;
  a: number;
  b: number;
  c: number;
  d: number;
}

export const change = ({ input, state }: Event, id: number): ObjectRecord | undefined => changeObject(input.slots, state, id);

export function place({ input, state }: Event, record: ObjectRecord): void {
  const slot = input.slots[record.id] ?? noSlot;
  if (slot >= 0) state.objects[slot] = record;
}

export const text = ({ input }: Event, index: number): string => textOf(input.trace, index);

export function flow(event: Event, made: Flow): void {
  event.state.flows.push(made);
}

/** The number that stands for an object in the picture: a context for its Done channel. */
export function figureOf({ input }: Event, object: number): number {
  return input.contextOfDone.get(object) ?? object;
}

export function remove<T>(queue: T[], matches: (item: T) => boolean): void {
  const at = queue.findIndex(matches);
  if (at === 0) queue.shift();
  else if (at > 0) queue.splice(at, 1);
}
