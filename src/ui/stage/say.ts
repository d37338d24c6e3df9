/** Accessible names of figures: those of the tables, and of what the run has not made yet. */
import { clockText } from '../model/duration.ts';
import type { GraphContext, GraphGoroutine, GraphObject } from '../model/graph.ts';
import { atomicName, condName, lockName, onceName, semaphoreName, timerName, waitGroupName } from '../model/tables.ts';
import type { World } from '../model/types.ts';

const find = <T extends { readonly id: number }>(views: readonly T[], id: number): T | undefined => views.find((v) => v.id === id);

/** Of an object that carries no values. */
export function objectName({ kind, id, typeName, name }: GraphObject, world: World): string {
  const said = <T>(view: T | undefined, say: (v: T) => string): string => (view ? say(view) : `${typeName} ${name}`);
  switch (kind) {
    case 'waitgroup':
    case 'errgroup':
      return said(find(world.waitGroups, id), waitGroupName);
    case 'mutex':
    case 'rwmutex':
      return said(find(world.locks, id), (v) => lockName(world, v));
    case 'once':
      return said(find(world.onces, id), (v) => onceName(world, v));
    case 'cond':
      return said(find(world.conds, id), condName);
    case 'semaphore':
      return said(find(world.semaphores, id), semaphoreName);
    case 'atomic':
      return said(find(world.atomics, id), atomicName);
    case 'timer':
      return said(find(world.timers, id), timerName);
    case 'channel':
    case 'context':
      return `${typeName} ${name}`;
  }
}

export function clockName(world: World): string {
  const pending = world.timers.filter((t) => t.state === 'pending').length;
  return `virtual clock at ${clockText(world.now)}, ${pending === 1 ? '1 timer' : `${pending} timers`} pending`;
}

export const goroutineToCome = (g: GraphGoroutine): string => `goroutine ${g.name} #${g.id}, not yet started`;
export const objectToCome = (o: GraphObject): string => `${o.kind === 'channel' ? 'channel' : o.typeName} ${o.name}, not yet made`;
export const contextToComeName = (c: GraphContext): string => `${c.kind} ${c.name}, not yet made`;
