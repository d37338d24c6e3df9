/** Choices of a recording, and the schedules that take another road at one of them. */
import { DecisionKind, Kind } from '../../engine/trace/events.ts';
import { choiceRoads } from '../model/index.ts';
import type { Recording } from './run.ts';

const choosable: ReadonlySet<number> = new Set([DecisionKind.Run, DecisionKind.Select, DecisionKind.Timer]);

/** Events of the choices made during, or right after, the statement of a step. */
export function choicesAt({ trace }: Recording, step: number): readonly number[] {
  const events: number[] = [];
  for (let event = firstEventOf(trace.step, trace.length, step); event < trace.length && trace.step[event] === step; event++) {
    if (trace.kind[event] === Kind.Decision && choosable.has(trace.a[event] ?? -1)) events.push(event);
  }
  return events;
}

export interface Road {
  readonly index: number;
  readonly text: string;
  readonly taken: boolean;
}

/** In the order in which the schedule numbers them. */
export function roadsAt(recording: Recording, event: number): readonly Road[] {
  const { taken, others } = choiceRoads(recording.model, event);
  const at = recording.trace.c[event] ?? 0;
  const before = others.slice(0, at).map((text, index) => ({ index, text, taken: false }));
  const after = others.slice(at).map((text, index) => ({ index: at + 1 + index, text, taken: false }));
  return [...before, { index: at, text: taken, taken: true }, ...after];
}

/**
 * The forks that take a road at a choice. Later ones are dropped: they were decisions of the execution that ends here. Decisions are numbered
 * as they are made, and each of them is an event.
 */
export function forksWith({ trace }: Recording, forks: string, event: number, road: number): string {
  let decision = 0;
  for (let e = 0; e < event; e++) if (trace.kind[e] === Kind.Decision) decision++;
  const kept = forks.split('~').filter((fork) => fork !== '' && Number(fork.split(':')[0]) < decision);
  return [...kept, `${decision}:${road}`].map((fork) => `~${fork}`).join('');
}

/** Steps ascend with the events. */
function firstEventOf(steps: Uint32Array, length: number, step: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle] ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  return low;
}
