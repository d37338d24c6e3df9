/** One event changes the state. What follows from an event alone is here and in the files named fold...; how it looks is in views.ts. */
import { Kind } from '../../engine/trace/events.ts';
import { channelEvent } from './foldChannels.ts';
import type { Event, FoldInput } from './foldEvent.ts';
import { goroutineEvent } from './foldGoroutines.ts';
import { lockEvent } from './foldLocks.ts';
import { timeEvent } from './foldTime.ts';
import type { State } from './state.ts';

/** Folds event number `e`, which must be the first one not yet folded. */
export function fold(input: FoldInput, state: State, e: number): void {
  const { trace } = input;
  state.events = e + 1;
  const step = trace.step[e] ?? 0;
  if (step !== state.flowStep) {
    state.flowStep = step;
    state.flows = [];
    state.runnerBefore = state.runner;
  }
  const event = scratch;
  event.number = e;
  event.input = input;
  event.state = state;
  event.step = step;
  event.g = trace.g[e] ?? 0;
  event.a = trace.a[e] ?? 0;
  event.b = trace.b[e] ?? 0;
  event.c = trace.c[e] ?? 0;
  event.d = trace.d[e] ?? 0;
  const kind = trace.kind[e] ?? 0;
  if (kind < Kind.ChanMake) goroutineEvent(kind, event);
  else if (kind < Kind.ObjectMake) channelEvent(kind, event);
  else if (kind < Kind.TimerStart) lockEvent(kind, event);
  else timeEvent(kind, event);
}

/** One event at a time is folded, millions in a row: they share this object, which nobody keeps. */
const scratch = {} as Event;
