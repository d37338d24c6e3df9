/**
 * The state that events are folded into, record by record. A record belongs to the one state whose number it carries (`owner`); a state
 * that does not own a record copies it before the first change. So a checkpoint costs two arrays of pointers, whatever it shares.
 *
 * `view` is what worldAt last made of a record; any change forgets it.
 */
import { must } from '../../base/assert.ts';
import type {
  AtomicView,
  ChannelView,
  CondView,
  ContextView,
  Flow,
  GoroutineView,
  LockView,
  OnceView,
  SemaphoreView,
  TimerView,
  Token,
  WaitGroupView,
} from './types.ts';

export interface SelectRecord {
  readonly cases: { readonly channel: number; readonly send: boolean; readonly ready: boolean; readonly value: string }[];
  readonly hasDefault: boolean;
  /** Not the program's own, but one inside the library. */
  readonly internal: boolean;
  /** -2: not chosen yet, -1: default. */
  chosen: number;
  chosenAt: number;
}

export type Status = 'runnable' | 'running' | 'blocked' | 'dead';

/** The timer of a sleep: it belongs to one goroutine and is over with it. Never changed, only replaced. */
export interface SleepRecord {
  readonly id: number;
  readonly when: number;
  readonly startedAt: number;
  readonly state: 'pending' | 'fired' | 'stopped';
  readonly changedAt: number;
  view: TimerView | undefined;
}

export interface GoroutineRecord {
  owner: number;
  view: GoroutineView | undefined;
  readonly id: number;
  readonly func: string;
  readonly args: string;
  readonly createdBy: number;
  readonly createdAtSite: number;
  status: Status;
  panicking: boolean;
  /** Of the last GoStart; the statements from the next step on are its own while it runs. */
  startedAt: number;
  /** Its last statement before it stopped running; 0: none. */
  lastStatement: number;
  /** Last GoStop, to tell "preempted after this very statement". */
  stoppedAt: number;
  /** While blocked: index of waitReasons, object (0: none), timer of a sleep. */
  reason: number;
  waitsFor: number;
  timer: number;
  /** Its latest sleep. */
  sleep: SleepRecord | undefined;
  /** `view` stands for steps after this one; for a sleeper only at the time `viewedAt`. */
  quietAfter: number;
  viewedAt: number;
  holds: Token | undefined;
  select: SelectRecord | undefined;
  /** Colour that its next send passes on; 0: a new one. */
  lineage: number;
  /** A context whose cancellation has been delivered to it while it was parked; 0: none. */
  toNotice: number;
  noticed: number;
  noticedAt: number;
}

interface Base {
  owner: number;
  readonly id: number;
}
export interface ChannelRecord extends Base {
  readonly kind: 'channel';
  view: ChannelView | undefined;
  readonly elemType: string;
  readonly capacity: number;
  readonly madeAt: number;
  closed: boolean;
  buffer: Token[];
  senders: { readonly goroutine: number; readonly value: Token }[];
  receivers: number[];
  /** A value handed to a parked receiver whose ChanRecv has not been folded yet. */
  inFlight: Token | undefined;
}
export interface LockRecord extends Base {
  readonly kind: 'lock';
  readonly rw: boolean;
  view: LockView | undefined;
  lockedBy: number;
  readers: number[];
  waiters: { readonly goroutine: number; readonly as: 'W' | 'R' }[];
}
export interface WaitGroupRecord extends Base {
  readonly kind: 'waitgroup' | 'errgroup';
  view: WaitGroupView | undefined;
  count: number;
  total: number;
  waiters: number[];
}
export interface OnceRecord extends Base {
  readonly kind: 'once';
  view: OnceView | undefined;
  state: 'idle' | 'doing' | 'done';
  runner: number;
  waiters: number[];
}
export interface QueueRecord extends Base {
  readonly kind: 'cond' | 'semaphore';
  view: CondView | SemaphoreView | undefined;
  waiters: number[];
}
export interface AtomicRecord extends Base {
  readonly kind: 'atomic';
  view: AtomicView | undefined;
  value: string;
  op: string;
  ok: boolean;
}
export interface TimerRecord extends Base {
  readonly kind: 'timer';
  view: TimerView | undefined;
  readonly timerKind: number;
  when: number;
  startedAt: number;
  state: 'pending' | 'fired' | 'stopped';
  /** Step of the last change of state. */
  changedAt: number;
}
export interface ContextRecord extends Base {
  readonly kind: 'context';
  view: ContextView | undefined;
  readonly contextKind: number;
  readonly parent: number;
  readonly timer: number;
  doneChannel: number;
  err: string;
  cause: string;
  cancelledAt: number;
  cancelledTime: number;
  noticed: { readonly goroutine: number; readonly step: number }[];
  /** Goroutines that have looked at its Done channel. */
  listeners: number[];
}
export type ObjectRecord =
  ChannelRecord | LockRecord | WaitGroupRecord | OnceRecord | QueueRecord | AtomicRecord | TimerRecord | ContextRecord;

export interface State {
  /** Number of this state; changes whenever its records become shared. */
  owner: number;
  /** Events folded in. */
  events: number;
  now: number;
  goroutines: (GoroutineRecord | undefined)[];
  /** By slot (Slots below), not by number. */
  objects: (ObjectRecord | undefined)[];
  /** Who was started last, and who had been when the statement of `flowStep` began. */
  runner: number;
  runnerBefore: number;
  lineages: number;
  /** Flows of step `flowStep`; of an earlier step they are past. */
  flows: Flow[];
  flowStep: number;
}

let numbers = 0;

export function emptyState(): State {
  return {
    owner: ++numbers,
    events: 0,
    now: 0,
    goroutines: [],
    objects: [],
    runner: 0,
    runnerBefore: 0,
    lineages: 0,
    flows: [],
    flowStep: 0,
  };
}

/** Both states share all records from now on and own none. */
export function fork(state: State): State {
  state.owner = ++numbers;
  return { ...state, owner: ++numbers, goroutines: state.goroutines.slice(), objects: state.objects.slice(), flows: state.flows.slice() };
}

/** The goroutine's record, to be changed. */
export function changeGoroutine(state: State, id: number): GoroutineRecord {
  let record = must(state.goroutines[id], `goroutine ${id}`);
  if (record.owner !== state.owner) {
    record = { ...record, owner: state.owner, select: record.select && { ...record.select, cases: record.select.cases.slice() } };
    state.goroutines[id] = record;
  }
  record.view = undefined;
  return record;
}

/**
 * Where each object's record is: by object number, its place in State.objects, in the order of the numbers. Sleeps have no place there (a
 * long run has more of them than of everything else together): for their timers it is minus the goroutine that sleeps.
 */
export type Slots = Int32Array;

export function objectOf(slots: Slots, state: State, id: number): ObjectRecord | undefined {
  return state.objects[slots[id] ?? noSlot];
}

export const noSlot = -(2 ** 31);

/** The object's record, to be changed; undefined if the recording never introduced it. */
export function changeObject(slots: Slots, state: State, id: number): ObjectRecord | undefined {
  const slot = slots[id] ?? noSlot;
  let record = state.objects[slot];
  if (record === undefined) return undefined;
  if (record.owner !== state.owner) {
    record = copyOf(record, state.owner);
    state.objects[slot] = record;
  }
  record.view = undefined;
  return record;
}

function copyOf(record: ObjectRecord, owner: number): ObjectRecord {
  switch (record.kind) {
    case 'channel':
      return { ...record, owner, buffer: record.buffer.slice(), senders: record.senders.slice(), receivers: record.receivers.slice() };
    case 'lock':
      return { ...record, owner, readers: record.readers.slice(), waiters: record.waiters.slice() };
    case 'context':
      return { ...record, owner, noticed: record.noticed.slice(), listeners: record.listeners.slice() };
    case 'waitgroup':
    case 'errgroup':
    case 'once':
    case 'cond':
    case 'semaphore':
      return { ...record, owner, waiters: record.waiters.slice() };
    case 'atomic':
    case 'timer':
      return { ...record, owner };
  }
}
