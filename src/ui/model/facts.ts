/** What is known about one step when it is put into words. */
import { textOf } from '../../engine/trace/trace.ts';
import { Kind } from '../../engine/trace/events.ts';
import { indexOf } from './modelIndex.ts';
import type { ModelIndex } from './modelIndex.ts';
import type { ChannelView, Model, World } from './types.ts';
import { worldAt } from './world.ts';

export interface Fact {
  readonly kind: number;
  readonly g: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface StepFacts {
  readonly index: ModelIndex;
  readonly world: World;
  readonly step: number;
  /** Who executed the statement. */
  readonly actor: number;
  readonly all: readonly Fact[];
  /** What the actor itself did. */
  readonly own: readonly Fact[];
  /** Goroutines that the actor woke. */
  readonly woken: readonly number[];
}

export function factsOf(model: Model, step: number): StepFacts {
  const index = indexOf(model);
  const world = worldAt(model, step);
  const all = factsAt(model, step);
  const own = all.filter((fact) => fact.g === world.current);
  return {
    index,
    world,
    step,
    actor: world.current,
    all,
    own,
    woken: own.filter((fact) => fact.kind === Kind.GoUnblock).map((fact) => fact.a),
  };
}

function factsAt({ trace }: Model, step: number): Fact[] {
  const facts: Fact[] = [];
  for (let e = firstEvent(trace.step, trace.length, step); e < trace.length && trace.step[e] === step; e++) {
    facts.push({
      kind: trace.kind[e] ?? 0,
      g: trace.g[e] ?? 0,
      a: trace.a[e] ?? 0,
      b: trace.b[e] ?? 0,
      c: trace.c[e] ?? 0,
      d: trace.d[e] ?? 0,
    });
  }
  return facts;
}

/** The first event of a step >= `step`. */
function firstEvent(steps: Uint32Array, length: number, step: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function stringOf({ index }: StepFacts, at: number): string {
  return textOf(index.trace, at);
}

export function nameOf({ index }: StepFacts, object: number): string {
  return index.names[object] ?? 'something';
}

export function channelOf({ world }: StepFacts, object: number): ChannelView | undefined {
  return world.channels.find((channel) => channel.id === object);
}

/** "worker id 1", "main" */
export function goroutineTitle({ world }: StepFacts, id: number): string {
  const goroutine = world.goroutines.find((g) => g.id === id);
  if (goroutine === undefined) return '';
  return goroutine.args === '' ? goroutine.name : `${goroutine.name} ${goroutine.args}`;
}
