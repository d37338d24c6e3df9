/** Records as the views of types.ts. A view that depends on nothing but its record is kept with it. */
import { contextKindNames, ContextKind, TimerKind, waitReasons } from '../../engine/trace/events.ts';
import { clockText } from './duration.ts';
import type { ModelIndex } from './modelIndex.ts';
import { objectOf } from './state.ts';
import type { ChannelRecord, ContextRecord, GoroutineRecord, LockRecord, SelectRecord, State, TimerRecord } from './state.ts';
import type { ChannelView, ContextView, GoroutineState, GoroutineView, LockView, SelectView, TimerView } from './types.ts';
import { shortFunction } from './names.ts';

/** The moment at which records are looked at. */
export interface Moment {
  readonly index: ModelIndex;
  readonly state: State;
  readonly step: number;
  /** Who executed the statement of this step. */
  readonly current: number;
  readonly ended: boolean;
}

// ---- goroutines

export function goroutineView(moment: Moment, record: GoroutineRecord): GoroutineView {
  const { step, ended, state } = moment;
  const { view } = record;
  const isComplete = view !== undefined && (view.site !== 0 || record.lastStatement === 0);
  if (isComplete && step > record.quietAfter && !ended && (record.timer === 0 || record.viewedAt === state.now)) return view;
  const made = makeGoroutineView(moment, record);
  record.quietAfter = lastSpecialStep(record);
  if (ended || record.status === 'running' || step <= record.quietAfter) return made;
  record.view = made;
  record.viewedAt = state.now;
  return made;
}

/** The last step at which the view depends on the step itself: it has just stopped, noticed or chosen. A running one always does. */
function lastSpecialStep({ stoppedAt, noticedAt, select }: GoroutineRecord): number {
  return Math.max(stoppedAt, noticedAt, select?.chosenAt ?? -1);
}

function makeGoroutineView(moment: Moment, record: GoroutineRecord): GoroutineView {
  const { index } = moment;
  const state = goroutineState(moment, record);
  const site = index.trace.sites[siteOf(moment, record)];
  const sleepLeft = record.status === 'blocked' && record.timer !== 0 ? sleepLeftOf(moment, record) : undefined;
  return {
    id: record.id,
    name: shortFunction(record.func),
    func: record.func,
    args: record.args,
    state,
    word: stateWord(moment, record, state),
    waitsFor: record.status === 'blocked' ? (index.contextOfDone.get(record.waitsFor) ?? record.waitsFor) : 0,
    waitsForName: record.status === 'blocked' ? (index.names[record.waitsFor] ?? '') : '',
    select: selectView(moment, record),
    holds: record.holds,
    sleepLeft: sleepLeft?.share,
    site: siteOf(moment, record),
    line: site?.line ?? 0,
    file: site?.file ?? '',
    createdBy: record.createdBy,
    createdAtSite: record.createdAtSite,
  };
}

function goroutineState({ index, step, current, ended }: Moment, record: GoroutineRecord): GoroutineState {
  if (record.panicking) return 'panicked';
  if (record.status === 'dead') return 'dead';
  if (record.status === 'blocked') {
    if (ended && index.stuckAtEnd.has(record.id)) return 'stuck';
    return record.timer === 0 ? 'blocked' : 'sleeping';
  }
  if (record.noticedAt === step) return 'noticed';
  if (ended || record.id !== current) return 'runnable';
  // Started again in this very step, it has executed nothing since.
  const runs = record.status === 'running' && step > record.startedAt;
  return runs || record.stoppedAt === step ? 'running' : 'runnable';
}

function stateWord(moment: Moment, record: GoroutineRecord, state: GoroutineState): string {
  if (state === 'blocked' || state === 'stuck') return waitReasons[record.reason] ?? 'waiting';
  if (state === 'noticed') return `saw ${moment.index.names[record.noticed] ?? 'ctx'}.Done()`;
  if (state !== 'sleeping') return state;
  return `sleeping ${clockText(sleepLeftOf(moment, record)?.nanos ?? 0)}`;
}

/** The statement it executed last: while it runs, that of the moment; else the last one before it stopped. */
function siteOf({ index, step }: Moment, record: GoroutineRecord): number {
  const statement = record.status === 'running' && step > record.startedAt ? step : record.lastStatement;
  return statement === 0 ? 0 : (index.statements.siteAt(statement) ?? 0);
}

function selectView({ index, step }: Moment, record: GoroutineRecord): SelectView | undefined {
  const { select } = record;
  if (select === undefined || select.internal) return undefined;
  const parked = record.status === 'blocked' && select.chosen === -2;
  return parked || select.chosenAt === step ? makeSelectView(index, select) : undefined;
}

function makeSelectView({ names, contextOfDone }: ModelIndex, select: SelectRecord): SelectView {
  return {
    cases: select.cases.map(({ channel, send, ready, value }, i) => ({
      channel: contextOfDone.get(channel) ?? channel,
      channelName: names[channel] ?? 'nil',
      send,
      ready,
      chosen: select.chosen === i,
      value,
    })),
    hasDefault: select.hasDefault,
    defaultChosen: select.chosen === -1,
  };
}

// ---- objects

export function channelView({ index }: Moment, record: ChannelRecord): ChannelView {
  record.view ??= {
    id: record.id,
    name: index.names[record.id] ?? '',
    elemType: record.elemType,
    capacity: record.capacity,
    closed: record.closed,
    buffer: record.buffer.slice(),
    senders: record.senders.slice(),
    receivers: record.receivers.slice(),
    madeAt: record.madeAt,
  };
  return record.view;
}

export function lockView({ index }: Moment, record: LockRecord): LockView {
  record.view ??= {
    id: record.id,
    kind: record.rw ? 'RWMutex' : 'Mutex',
    name: index.names[record.id] ?? '',
    owner: record.lockedBy,
    readers: record.readers.slice(),
    waiters: record.waiters.slice(),
  };
  return record.view;
}

const timerKinds = {
  [TimerKind.Timer]: 'timer',
  [TimerKind.Ticker]: 'ticker',
  [TimerKind.Func]: 'func',
  [TimerKind.Context]: 'context',
} as const;

/** undefined: over, and nobody can hold it any more. */
export function timerView({ index, step }: Moment, record: TimerRecord): TimerView | undefined {
  const lasting = record.timerKind === TimerKind.Ticker || index.named.has(record.id);
  if (record.state !== 'pending' && record.changedAt !== step && !lasting) return undefined;
  record.view ??= {
    id: record.id,
    name: index.names[record.id] ?? '',
    kind: timerKinds[record.timerKind as keyof typeof timerKinds] ?? 'timer',
    when: record.when,
    startedAt: record.startedAt,
    state: record.state,
    goroutine: 0,
  };
  return record.view;
}

/** The timer of a sleep, while it is pending and at the step in which it ends. */
export function sleepView({ index, step }: Moment, { id: goroutine, sleep }: GoroutineRecord): TimerView | undefined {
  if (sleep === undefined || (sleep.state !== 'pending' && sleep.changedAt !== step)) return undefined;
  const { id, when, startedAt, state } = sleep;
  sleep.view ??= { id, name: index.names[id] ?? '', kind: 'sleep', when, startedAt, state, goroutine };
  return sleep.view;
}

interface TimeLeft {
  readonly nanos: number;
  readonly share: number;
  readonly when: number;
}

function timeLeft({ index, state }: Moment, timer: number, now = state.now): TimeLeft | undefined {
  const record = objectOf(index.slots, state, timer);
  return record?.kind === 'timer' ? remaining(record, now) : undefined;
}

function sleepLeftOf({ state }: Moment, { sleep }: GoroutineRecord): TimeLeft | undefined {
  return sleep === undefined ? undefined : remaining(sleep, state.now);
}

function remaining({ when, startedAt }: { readonly when: number; readonly startedAt: number }, now: number): TimeLeft {
  const nanos = Math.max(0, when - now);
  const whole = when - startedAt;
  return { nanos, share: whole > 0 ? Math.min(1, nanos / whole) : 0, when };
}

export function contextView(moment: Moment, record: ContextRecord): ContextView {
  const { index, step } = moment;
  const rest = timeLeft(moment, record.timer, record.cancelledAt >= 0 ? record.cancelledTime : undefined);
  return {
    id: record.id,
    name: index.names[record.id] ?? '',
    kind: contextKindNames[record.contextKind] ?? 'context',
    parent: record.parent,
    state: contextState(moment, record),
    err: record.err,
    cause: record.cause,
    deadline: rest?.when,
    left: rest?.share,
    doneChannel: record.doneChannel,
    cancelledAt: record.cancelledAt,
    noticed: record.noticed.filter((n) => n.step <= step),
    unaware: record.cancelledAt >= 0 ? unawareListeners(moment, record) : [],
  };
}

function contextState(moment: Moment, record: ContextRecord): ContextView['state'] {
  const { step } = moment;
  if (record.cancelledAt >= 0) {
    if (record.cancelledAt === step || unawareListeners(moment, record).length > 0) return 'signalled';
    return record.err.includes('deadline exceeded') ? 'expired' : 'cancelled';
  }
  if (record.contextKind === ContextKind.Background || record.contextKind === ContextKind.Todo) return 'root';
  return record.contextKind === ContextKind.Value || record.contextKind === ContextKind.WithoutCancel ? 'value' : 'live';
}

/** Goroutines that have looked at Done, are still alive and have not seen the cancellation. */
function unawareListeners({ state, step }: Moment, record: ContextRecord): number[] {
  return record.listeners.filter(
    (g) => state.goroutines[g]?.status !== 'dead' && !record.noticed.some((n) => n.goroutine === g && n.step <= step),
  );
}
