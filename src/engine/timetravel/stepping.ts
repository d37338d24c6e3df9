/**
 * Where a debugger's step of one goroutine leads, forwards and backwards.
 *
 * A goroutine's positions are the cursors at which it stands before the statement that is executed next, and the one behind its last statement: there
 * it has ended, or is stuck. Into: the next position. Over: the next one that is no deeper in calls (level.ts). Out: the next one that is less deep.
 * Backwards the same with "previous", so that a step backwards undoes one forwards.
 */
import type { Machine } from '../machine/machine.ts';
import { type Level, Levels } from './level.ts';
import type { Session } from './session.ts';

export type Motion = 'into' | 'over' | 'out';
export type Direction = 'forwards' | 'backwards';

/** Statements looked at in one go; doubled as long as nothing is found. */
const firstStretch = 256;
const longestStretch = 1 << 16;

/** The position that the motion leads to from `cursor`; undefined if there is none. */
export function positionAfter(session: Session, cursor: number, id: number, motion: Motion, direction: Direction): number | undefined {
  const levels = new Levels(id);
  const start = levels.of(session.visit(cursor));
  const fits = (now: Level): boolean => {
    if (motion === 'into' || start === undefined) return true;
    // Inside a call made from here there may be the body of a loop further out.
    const within = now.frame > start.frame && now.call < start.call;
    return !within && (motion === 'over' ? now.call <= start.call : now.call < start.call);
  };
  return direction === 'forwards' ? firstAfter(session, cursor, levels, id, fits) : lastBefore(session, cursor, levels, id, fits);
}

type Fits = (level: Level) => boolean;

function firstAfter(session: Session, cursor: number, levels: Levels, id: number, fits: Fits): number | undefined {
  let last = cursor;
  for (const statement of ownAfter(session, id, cursor)) {
    const position = statement - 1;
    if (position > cursor && fitsAt(session, position, levels, fits)) return position;
    last = statement;
  }
  if (last === cursor) return undefined;
  const end = levels.of(session.visit(last));
  return end === undefined || fits(end) ? last : undefined;
}

function lastBefore(session: Session, cursor: number, levels: Levels, id: number, fits: Fits): number | undefined {
  const [later] = ownAfter(session, id, cursor);
  let last = later === undefined;
  for (let end = cursor, stretch = firstStretch; end > 0; stretch = Math.min(2 * stretch, longestStretch)) {
    const begin = Math.max(0, end - stretch);
    const own = ownWithin(session, id, begin, end);
    let found: number | undefined;
    // In the order of happening: going on to a later step costs little, going back a checkpoint.
    for (const statement of own) if (fitsAt(session, statement - 1, levels, fits)) found = statement - 1;
    const stuck = last ? own.at(-1) : undefined;
    if (stuck !== undefined && stuck < cursor && fitsAt(session, stuck, levels, fits)) found = stuck;
    if (found !== undefined) return found;
    last &&= own.length === 0;
    end = begin;
  }
  return undefined;
}

function fitsAt(session: Session, cursor: number, levels: Levels, fits: Fits): boolean {
  const level = levels.of(session.visit(cursor));
  return level !== undefined && fits(level);
}

/** Cursors behind the goroutine's own statements, from begin+1 to end. */
function ownWithin(session: Session, id: number, begin: number, end: number): number[] {
  const { goroutine } = session.statements(begin, end);
  const found: number[] = [];
  for (let i = 0; i < goroutine.length; i++) if (goroutine[i] === id) found.push(begin + i + 1);
  return found;
}

function* ownAfter(session: Session, id: number, cursor: number): Generator<number> {
  for (let begin = cursor, stretch = firstStretch; begin < session.steps; stretch = Math.min(2 * stretch, longestStretch)) {
    const end = Math.min(begin + stretch, session.steps);
    yield* ownWithin(session, id, begin, end);
    begin = end;
  }
}

/**
 * The latest cursor before `cursor` (or the first one behind it) at which what `probe` reads is not what it is at `cursor`: the statement between
 * the two positions changed it. Undefined if it never differs in that direction.
 */
export function changeFrom<T>(session: Session, cursor: number, probe: (machine: Machine) => T, direction: Direction): number | undefined {
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
