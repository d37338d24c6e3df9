/** What is worked out once per run, kept beside its Model and out of the views' sight. */
import { Kind, TimerKind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { must } from '../../base/assert.ts';
import { nameObjects } from './names.ts';
import { outputParts } from './output.ts';
import type { OutputIndex } from './output.ts';
import { Timeline } from './seek.ts';
import { noSlot } from './state.ts';
import { StatementLog } from './statements.ts';
import type { Slots } from './state.ts';
import { sourceReader } from './sourceText.ts';
import type { SourceReader, Sources } from './sourceText.ts';
import type { Model } from './types.ts';

export interface ModelIndex {
  readonly trace: Trace;
  readonly names: readonly (string | undefined)[];
  /** Objects that a variable holds. */
  readonly named: ReadonlySet<number>;
  readonly contextOfDone: ReadonlyMap<number, number>;
  readonly slots: Slots;
  readonly impliedStarts: ReadonlySet<number>;
  readonly output: OutputIndex;
  /** Goroutines that the verdict says can never run again. */
  readonly stuckAtEnd: ReadonlySet<number>;
  readonly states: Timeline;
  readonly statements: StatementLog;
  readonly statementAt: SourceReader;
}

const indexes = new WeakMap<Model, ModelIndex>();

export function indexOf(model: Model): ModelIndex {
  return must(indexes.get(model), 'index of a model: it was not made by buildModel');
}

/** `sources`: for sentences that quote the program; without them they name its lines. */
export function buildModel(trace: Trace, sources: Sources = {}): Model {
  const { names, contextOfDone } = nameObjects(trace);
  const named = new Set<number>();
  const goroutineIds: number[] = [];
  for (let e = 0; e < trace.length; e++) {
    if (trace.kind[e] === Kind.ObjectName) named.add(trace.a[e] ?? 0);
    if (trace.kind[e] === Kind.GoCreate) goroutineIds.push(trace.a[e] ?? 0);
  }
  const model: Model = { trace, eventSteps: eventSteps(trace), goroutineIds };
  const slots = slotsOf(trace, names);
  const impliedStarts = findImpliedStarts(trace);
  const states = new Timeline({ trace, contextOfDone, slots, impliedStarts });
  indexes.set(model, {
    trace,
    names,
    named,
    contextOfDone,
    slots,
    impliedStarts,
    output: outputParts(trace),
    stuckAtEnd: stuckAtEnd(trace, states),
    states,
    statements: new StatementLog(trace),
    statementAt: sourceReader(sources),
  });
  return model;
}

/** With a global deadlock everybody who is blocked; else the blocked parties of the verdict (the others may merely have been left behind). */
function stuckAtEnd(trace: Trace, states: Timeline): ReadonlySet<number> {
  const { verdict } = trace;
  if (verdict.kind !== 'deadlock') return new Set(verdict.parties.map((p) => p.goroutine));
  const blocked = states.at(trace.steps).goroutines.filter((g) => g?.status === 'blocked');
  return new Set(blocked.map((g) => g?.id ?? 0));
}

/** Names and bookkeeping happen beside something else; a run that ends is an event. */
const quiet: ReadonlySet<number> = new Set([Kind.ObjectName, Kind.GoStart, Kind.ContextDone]);

function eventSteps(trace: Trace): Uint32Array {
  const steps: number[] = [];
  for (let e = 0; e < trace.length; e++) {
    const step = trace.step[e] ?? 0;
    if (step > 0 && steps.at(-1) !== step && !quiet.has(trace.kind[e] ?? 0)) steps.push(step);
  }
  if (trace.steps > 0 && steps.at(-1) !== trace.steps) steps.push(trace.steps);
  return Uint32Array.from(steps);
}

function slotsOf(trace: Trace, names: readonly (string | undefined)[]): Slots {
  const slots = new Int32Array(names.length).fill(noSlot);
  for (let e = 0; e < trace.length; e++) {
    if (trace.kind[e] === Kind.TimerStart && trace.d[e] === TimerKind.Sleep) slots[trace.a[e] ?? 0] = -(trace.g[e] ?? 0);
  }
  let next = 0;
  names.forEach((name, id) => {
    if (name !== undefined && slots[id] === noSlot) slots[id] = next++;
  });
  return slots;
}

/**
 * GoUnblock events after which the goroutine runs on although nobody is started: it was the last to run, and a recording may leave out the
 * start of whoever ran last. By event number.
 */
function findImpliedStarts(trace: Trace): ReadonlySet<number> {
  const found = new Set<number>();
  let lastStarted = 0;
  let candidate = -1;
  for (let e = 0; e < trace.length; e++) {
    if (e > 0 && trace.step[e] !== trace.step[e - 1]) {
      if (candidate >= 0) found.add(candidate);
      candidate = -1;
    }
    const kind = trace.kind[e];
    if (kind === Kind.GoUnblock && trace.a[e] === lastStarted) candidate = e;
    else if (kind === Kind.GoStart) {
      lastStarted = trace.g[e] ?? 0;
      candidate = -1;
    }
  }
  if (candidate >= 0) found.add(candidate);
  return found;
}
