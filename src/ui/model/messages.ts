/**
 * The arrows of the timeline.
 *
 *  value   from the statement that offered it to the receive it serves: through a buffer in the order of sending, which is how the buffer
 *          gives values back; from a parked sender from where it parked; to a parked receiver within the step of the send
 *  close   from a close to everybody it wakes      wake    any other waking, by a goroutine
 *  spawn   from a go statement                     cancel  from the cancellation (by goroutine 0: a deadline) to where it is noticed
 */
import { Kind } from '../../engine/trace/events.ts';
import { fold } from './fold.ts';
import type { ModelIndex } from './modelIndex.ts';
import { emptyState, objectOf } from './state.ts';
import type { State } from './state.ts';
import type { Flow, Message } from './types.ts';

interface Scan {
  readonly index: ModelIndex;
  readonly state: State;
  readonly found: Message[];
  /** Sends whose values lie in a buffer, by channel, oldest first. */
  readonly waiting: Map<number, { readonly flow: Flow; readonly step: number }[]>;
  /** Where each goroutine parked last. */
  readonly parkedAt: Map<number, number>;
  readonly cancelledBy: Map<number, { readonly g: number; readonly step: number }>;
  /** Channels closed, and goroutines given a value, in the step being scanned. */
  step: number;
  readonly closed: Set<number>;
  readonly served: Set<number>;
}

export function messages(index: ModelIndex): Message[] {
  const { trace } = index;
  const scan: Scan = {
    index,
    state: emptyState(),
    found: [],
    waiting: new Map(),
    parkedAt: new Map(),
    cancelledBy: new Map(),
    step: 0,
    closed: new Set(),
    served: new Set(),
  };
  for (let e = 0; e < trace.length; e++) scanEvent(scan, e);
  for (const record of scan.state.objects) {
    const cancelled = record?.kind === 'context' ? scan.cancelledBy.get(record.id) : undefined;
    if (record?.kind !== 'context' || cancelled === undefined) continue;
    for (const { goroutine, step } of record.noticed) {
      const at = Math.min(step, trace.steps);
      add(scan, {
        kind: 'cancel',
        fromGoroutine: cancelled.g,
        fromStep: cancelled.step,
        toGoroutine: goroutine,
        toStep: at,
        channel: record.id,
      });
    }
  }
  return scan.found.sort((a, b) => a.toStep - b.toStep);
}

function add(scan: Scan, message: Omit<Message, 'lineage' | 'text'> & { readonly lineage?: number; readonly text?: string }): void {
  scan.found.push({ lineage: 0, text: '', ...message });
}

function scanEvent(scan: Scan, e: number): void {
  const {
    index: { trace },
    state,
  } = scan;
  const step = trace.step[e] ?? 0;
  if (step !== scan.step) {
    scan.step = step;
    scan.closed.clear();
    scan.served.clear();
  }
  const before = step === state.flowStep ? state.flows.length : 0;
  fold(scan.index, state, e);
  const flow = state.flows.length > before ? state.flows.at(-1) : undefined;
  if (trace.kind[e] === Kind.GoBlock) scan.parkedAt.set(trace.g[e] ?? 0, step);
  else if (flow !== undefined) scanFlow(scan, flow, step);
}

function scanFlow(scan: Scan, flow: Flow, step: number): void {
  const { from, to, object, token } = flow;
  switch (flow.kind) {
    case 'send':
      queueOf(scan, object).push({ flow, step: offeredAt(scan, from, step) });
      break;
    case 'handoff':
      value(scan, flow, offeredAt(scan, from, step), to, step);
      scan.served.add(to).add(from);
      break;
    case 'receive': {
      const sent = token === undefined ? undefined : queueOf(scan, object).shift();
      if (sent !== undefined) value(scan, sent.flow, sent.step, to, step);
      break;
    }
    case 'spawn':
      add(scan, { kind: 'spawn', fromGoroutine: from, fromStep: step, toGoroutine: to, toStep: step, channel: 0 });
      break;
    case 'close':
      scan.closed.add(object);
      break;
    case 'cancel':
      scan.cancelledBy.set(object, { g: from, step });
      break;
    case 'wake':
      wake(scan, flow, step);
      break;
    case 'lock':
  }
}

/** A sender that is parked offered its value where it parked. */
function offeredAt(scan: Scan, g: number, step: number): number {
  return scan.state.goroutines[g]?.status === 'blocked' ? (scan.parkedAt.get(g) ?? step) : step;
}

function value(scan: Scan, sent: Flow, fromStep: number, to: number, toStep: number): void {
  const { from, object, token } = sent;
  add(scan, {
    kind: 'value',
    fromGoroutine: from,
    fromStep,
    toGoroutine: to,
    toStep,
    channel: object,
    lineage: token?.lineage ?? 0,
    text: token?.text ?? '',
  });
}

/** Cancellation is told by its noticing, a hand-off by its value, a timer's waking by the clock. */
function wake(scan: Scan, { from, to, object }: Flow, step: number): void {
  if (from === 0 || scan.served.has(to) || objectOf(scan.index.slots, scan.state, object)?.kind === 'context') return;
  add(scan, {
    kind: scan.closed.has(object) ? 'close' : 'wake',
    fromGoroutine: from,
    fromStep: step,
    toGoroutine: to,
    toStep: step,
    channel: object,
  });
}

function queueOf(scan: Scan, channel: number): { readonly flow: Flow; readonly step: number }[] {
  const queue = scan.waiting.get(channel) ?? [];
  scan.waiting.set(channel, queue);
  return queue;
}
