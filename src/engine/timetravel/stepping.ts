/**
 * Where a debugger's step of one goroutine leads, forwards and backwards.
 *
 * A goroutine's positions are the cursors right after one of its statements, and the one at which it comes into being. Into: the next position.
 * Over: the next one that is no deeper in calls. Out: the next one that is less deep. Backwards the same with "previous", so that a step
 * backwards undoes one forwards.
 */
import { goroutine as record } from '../memory/cells.ts';
import type { Machine } from '../machine/machine.ts';
import type { Session } from './session.ts';

export type Motion = 'into' | 'over' | 'out';
export type Direction = 'forwards' | 'backwards';

/** Statements looked at in one go when searching backwards; doubled as long as nothing is found. */
const firstStretch = 256;

/** The position that the motion leads to from `cursor`; undefined if there is none. */
export function positionAfter(session: Session, cursor: number, id: number, motion: Motion, direction: Direction): number | undefined {
  const depth = new Depth(id);
  const start = depth.of(session.visit(cursor));
  const fits = (machine: Machine): boolean => {
    const now = depth.of(machine);
    if (now === undefined) return false;
    if (motion === 'into' || start === undefined) return true;
    return motion === 'over' ? now <= start : now < start;
  };
  return direction === 'forwards' ? forwards(session, cursor, id, depth, fits) : lastBefore(session, cursor, id, depth, fits);
}

function forwards(session: Session, cursor: number, id: number, depth: Depth, fits: (machine: Machine) => boolean): number | undefined {
  const machine = session.visit(cursor);
  let existed = depth.of(machine) !== undefined;
  while (machine.steps < session.steps) {
    const before = machine.steps;
    machine.advance(1);
    if (machine.steps === before) return undefined;
    const exists = depth.of(machine) !== undefined;
    // Behind its last statement it is nowhere, and no step goes further.
    const ended = existed && !exists && machine.lastGoroutine === id;
    if (!existed && exists) return machine.steps;
    if (ended || (machine.lastGoroutine === id && fits(machine))) return machine.steps;
    existed = exists;
  }
  return undefined;
}

function lastBefore(session: Session, cursor: number, id: number, depth: Depth, fits: (machine: Machine) => boolean): number | undefined {
  for (let end = cursor, stretch = firstStretch; end > 0; stretch *= 2) {
    const begin = Math.max(0, end - stretch);
    const machine = session.visit(begin);
    let found: number | undefined;
    let existed = depth.of(machine) !== undefined;
    if (begin === 0 && existed && fits(machine)) found = 0;
    while (machine.steps < end - 1) {
      const before = machine.steps;
      machine.advance(1);
      if (machine.steps === before) break;
      const exists = depth.of(machine) !== undefined;
      if ((machine.lastGoroutine === id || !existed) && exists && fits(machine)) found = machine.steps;
      existed = exists;
    }
    if (found !== undefined) return found;
    // The last statement of a stretch is the first position of the one behind it.
    end = begin === 0 ? 0 : begin + 1;
  }
  return undefined;
}

/** Finds the depth of one goroutine again and again. */
class Depth {
  private readonly id: number;
  private at = 0;

  constructor(id: number) {
    this.id = id;
  }

  /** Calls of the program's own functions that it is in; undefined if it is not there. */
  of(machine: Machine): number | undefined {
    // A record stays where it is, and is given to another goroutine only when its own has ended.
    if (this.at === 0 || machine.word(this.at + record.id) !== this.id) {
      this.at = machine.goroutine(this.id) ?? 0;
    }
    return this.at === 0 || machine.word(this.at + record.fp) === 0 ? undefined : machine.depth(this.at);
  }
}

/**
 * The latest cursor before `cursor` (or the first one behind it) at which what `probe` reads is not what it is at `cursor`: the statement between
 * the two positions changed it. Undefined if it never differs in that direction.
 */
export function changeFrom(session: Session, cursor: number, probe: (machine: Machine) => string, direction: Direction): number | undefined {
  const here = probe(session.visit(cursor));
  if (direction === 'forwards') {
    const machine = session.visit(cursor);
    while (machine.steps < session.steps) {
      const before = machine.steps;
      machine.advance(1);
      if (machine.steps === before) return undefined;
      if (probe(machine) !== here) return machine.steps;
    }
    return undefined;
  }
  for (let end = cursor, stretch = firstStretch; end > 0; stretch *= 2) {
    const begin = Math.max(0, end - stretch);
    const machine = session.visit(begin);
    let found: number | undefined;
    for (;;) {
      if (probe(machine) !== here) found = machine.steps;
      if (machine.steps >= end - 1) break;
      const before = machine.steps;
      machine.advance(1);
      if (machine.steps === before) break;
    }
    if (found !== undefined) return found;
    end = begin;
  }
  return undefined;
}
