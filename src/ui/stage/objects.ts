/** Which figure an object that carries no values has, and its state in this world. */
import { kindWords } from '../model/layout/extents.ts';
import type { ObjectPlace } from '../model/layout/types.ts';
import type { World } from '../model/types.ts';
import type { Pen } from '../shared/figures/pen.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { atomicFigure, errGroupFigure, waitGroupFigure } from './figures/counters.ts';
import { condFigure, lockFigure, onceFigure, semaphoreFigure } from './figures/locks.ts';
import { timerFigure, timerToCome } from './figures/time.ts';

export interface ObjectFigure {
  readonly shapes: readonly Shape[];
  readonly made: boolean;
}

const by = <T extends { readonly id: number }>(views: readonly T[], id: number): T | undefined => views.find((v) => v.id === id);

export function objectFigure(place: ObjectPlace, world: World, lit: boolean, pen: Pen): ObjectFigure {
  const { object, caption } = place;
  const { id, name } = object;
  const kind = caption === 'name' ? '' : kindWords(object);
  const counter = { caption, kind, lit };
  const figure = <T>(view: T | undefined, blank: T, draw: (v: T) => readonly Shape[]): ObjectFigure => ({
    shapes: draw(view ?? blank),
    made: view !== undefined,
  });
  switch (object.kind) {
    case 'waitgroup':
      return figure(by(world.waitGroups, id), { id, name, count: 0, total: 0, waiters: [] }, (v) => waitGroupFigure(v, counter, pen));
    case 'errgroup': {
      const blank = { id, name, count: 0, total: 0, waiters: [], error: '' };
      return figure(by(world.waitGroups, id), blank, (v) => errGroupFigure({ ...v, error: '' }, counter, pen));
    }
    case 'mutex':
    case 'rwmutex': {
      const blank = {
        id,
        name,
        kind: object.kind === 'mutex' ? ('Mutex' as const) : ('RWMutex' as const),
        owner: 0,
        readers: [],
        waiters: [],
      };
      return figure(by(world.locks, id), blank, (v) =>
        lockFigure(v, { lit, kind, bad: isStuck(v, world), queue: caption !== 'name' }, pen),
      );
    }
    case 'once':
      return figure(by(world.onces, id), { id, name, state: 'idle' as const, runner: 0, waiters: [] }, (v) => onceFigure(v, lit, pen));
    case 'cond':
      return figure(by(world.conds, id), { id, name, waiters: [] }, (v) => condFigure(v, lit, pen));
    case 'semaphore':
      return figure(by(world.semaphores, id), { id, name, waiters: [] }, (v) => semaphoreFigure(v, lit, kind, pen));
    case 'atomic':
      return figure(by(world.atomics, id), { id, name, value: '0', op: '', ok: true }, (v) => atomicFigure(v, kind, lit, pen));
    case 'timer': {
      const view = by(world.timers, id);
      return { shapes: view ? timerFigure(view, world.now, pen) : timerToCome(name, pen), made: view !== undefined };
    }
    case 'channel':
    case 'context':
      return { shapes: [], made: false };
  }
}

/** Held by one that can never run again, wanted by another such: part of a wait cycle. */
function isStuck(lock: { readonly owner: number; readonly waiters: readonly { readonly goroutine: number }[] }, world: World): boolean {
  const stuck = (id: number): boolean => world.goroutines.some((g) => g.id === id && g.state === 'stuck');
  return stuck(lock.owner) && lock.waiters.some((w) => stuck(w.goroutine));
}
