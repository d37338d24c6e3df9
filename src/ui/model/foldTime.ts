/** What events change about the clock, timers and contexts. */
import { Kind, TimerKind } from '../../engine/trace/events.ts';
import { change, flow, place, text } from './foldEvent.ts';
import type { Event } from './foldEvent.ts';
import { changeGoroutine, noSlot } from './state.ts';
import type { ContextRecord } from './state.ts';

/** 64-bit times are split into halves. */
export function time(low: number, high: number): number {
  return (low >>> 0) + high * 2 ** 32;
}

export function timeEvent(kind: number, event: Event): void {
  const { state, step, g, a, b, c, d } = event;
  switch (kind) {
    case Kind.TimerStart:
      if (d === TimerKind.Sleep) {
        if (g !== 0)
          changeGoroutine(state, g).sleep = {
            id: a,
            when: time(b, c),
            startedAt: state.now,
            state: 'pending',
            changedAt: step,
            view: undefined,
          };
        break;
      }
      place(event, {
        owner: state.owner,
        id: a,
        view: undefined,
        kind: 'timer',
        timerKind: d,
        when: time(b, c),
        startedAt: state.now,
        state: 'pending',
        changedAt: step,
      });
      break;
    case Kind.TimerFire:
    case Kind.TimerStop:
      endTimer(event, kind === Kind.TimerFire ? 'fired' : 'stopped');
      break;
    case Kind.ClockAdvance:
      state.now = time(a, b);
      break;
    case Kind.ContextMake:
      place(event, {
        owner: state.owner,
        id: a,
        view: undefined,
        kind: 'context',
        contextKind: c,
        parent: b,
        timer: d,
        doneChannel: 0,
        err: '',
        cause: '',
        cancelledAt: -1,
        cancelledTime: 0,
        noticed: [],
        listeners: [],
      });
      break;
    default:
      contextEvent(kind, event);
  }
}

function endTimer(event: Event, end: 'fired' | 'stopped'): void {
  const { state, input, step, a } = event;
  const slot = input.slots[a] ?? noSlot;
  if (slot < 0 && slot !== noSlot) {
    const sleeper = changeGoroutine(state, -slot);
    if (sleeper.sleep?.id === a) sleeper.sleep = { ...sleeper.sleep, state: end, changedAt: step, view: undefined };
    return;
  }
  const timer = change(event, a);
  if (timer?.kind === 'timer') Object.assign(timer, { state: end, changedAt: step });
}

function contextEvent(kind: number, event: Event): void {
  const { a, b } = event;
  const context = kind === Kind.ContextDone || kind === Kind.ContextCancel ? change(event, a) : undefined;
  if (context?.kind !== 'context') return;
  if (kind === Kind.ContextDone) context.doneChannel = b;
  else cancel(event, context);
}

function cancel(event: Event, context: ContextRecord): void {
  context.err = text(event, event.b);
  context.cause = text(event, event.c);
  context.cancelledAt = event.step;
  context.cancelledTime = event.state.now;
  flow(event, { kind: 'cancel', from: event.g, to: 0, object: context.id, token: undefined });
}
