/**
 * Breakpoints on what is recorded: a channel is sent to, a goroutine blocks, a context is cancelled. They stop at the step at which it has just
 * happened. Their condition is about the frame in which it happens: after the event, so that `v := <-c` can ask for v; before it if that frame is gone,
 * as when a goroutine ends.
 */
import type { Condition } from './conditions.ts';
import type { Hit } from './hits.ts';
import { variablesOf } from './inspect/frames.ts';
import { readerOf } from './inspect/reader.ts';
import type { Machine } from './machine/machine.ts';
import type { Session } from './timetravel/session.ts';
import type { Direction } from './timetravel/stepping.ts';
import { type EventWord, isAbout, isCalled, isOf } from './trace/eventWords.ts';
import type { Trace } from './trace/trace.ts';

export interface EventBreakpoint {
  /** None: any. */
  readonly events: readonly EventWord[];
  /** Only what happens to the object with this number. */
  readonly object?: number | undefined;
  /** Only what this goroutine does, or what is done to it. */
  readonly goroutine?: number | undefined;
}

export function eventHit(
  session: Session, trace: Trace, step: number, breakpoint: EventBreakpoint, condition: Condition | undefined, direction: Direction,
): Hit | undefined {
  const errors: string[] = [];
  let evaluated = false;
  for (const batch of batches(wantedFrom(trace, step, breakpoint, direction), condition && direction === 'backwards' ? firstBatch : 1)) {
    let found: number | undefined;
    // In the order of happening: going on to a later step costs little, going back a checkpoint.
    for (const event of batch.sort((a, b) => a - b)) {
      const answer = condition ? holdsAt(session, trace, event, breakpoint.goroutine, condition) : true;
      if (answer === true) found = event;
      if (typeof answer !== 'string') evaluated = true;
      else if (!isElsewhere(answer, session)) errors.push(answer);
    }
    if (found !== undefined) return { step: trace.step[found] as number, event: found };
  }
  return errors[0] === undefined || evaluated ? undefined : { error: errors[0] };
}

/** A condition may be about variables of one function, while others cause such events too. */
function isElsewhere(error: string, { executable: { program } }: Session): boolean {
  const name = /^undefined: (\w+)$/.exec(error)?.[1];
  return name !== undefined && program.funcs.some(({ library, vars }) => !library && vars.some((variable) => variable.name === name));
}

const firstBatch = 16;
const largestBatch = 4096;

/** Batches of one, or of ever more. */
function* batches(events: Iterable<number>, first: number): Generator<number[]> {
  let size = first;
  let batch: number[] = [];
  for (const event of events) {
    batch.push(event);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    if (first > 1) size = Math.min(size * 2, largestBatch);
  }
  if (batch.length > 0) yield batch;
}

function* wantedFrom(trace: Trace, step: number, { events, object, goroutine }: EventBreakpoint, direction: Direction): Generator<number> {
  for (const event of eventsFrom(trace, step, direction)) {
    if (object !== undefined && !isAbout(trace, event, object)) continue;
    if (goroutine !== undefined && !isOf(trace, event, goroutine)) continue;
    if (isCalled(trace, event, events)) yield event;
  }
}

/** Events of later steps in their order, or of earlier ones the last one first. */
function* eventsFrom(trace: Trace, step: number, direction: Direction): Generator<number> {
  if (direction === 'forwards') for (let event = firstAfter(trace, step); event < trace.length; event++) yield event;
  else for (let event = firstAfter(trace, step - 1) - 1; event >= 0; event--) yield event;
}

/** The first event of a step later than this one. */
function firstAfter(trace: Trace, step: number): number {
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((trace.step[middle] as number) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holdsAt(session: Session, trace: Trace, event: number, wanted: number | undefined, condition: Condition): boolean | string {
  const step = trace.step[event] as number;
  // What the scheduler or a timer does to a goroutine is seen by that.
  const id = wanted ?? ((trace.g[event] as number) || (trace.a[event] as number));
  const before = depthOf(session.visit(step - 1), id);
  const after = depthOf(session.visit(step), id);
  const gone = before !== undefined && (after === undefined || after < before);
  const machine = session.visit(gone ? step - 1 : step);
  const reader = readerOf(machine);
  return condition.holds(reader, variablesOf(machine, reader, machine.goroutine(id), before));
}

function depthOf(machine: Machine, id: number): number | undefined {
  const g = machine.goroutine(id);
  return g === undefined ? undefined : machine.depth(g);
}
