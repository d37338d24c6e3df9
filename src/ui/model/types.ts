/**
 * The world at a step: what every view draws. A pure function of a trace and a cursor (world.ts); plain immutable data.
 * Numbers of goroutines and objects, sites, steps and strings as in engine/trace/events.ts.
 */
import type { Trace } from '../../engine/trace/trace.ts';

export type GoroutineState =
  | 'runnable'
  | 'running'
  | 'blocked'
  | 'sleeping'
  | 'dead'
  | 'panicked'
  /** Can never run again (only at the end of a run whose verdict says so). */
  | 'stuck'
  /** Running or runnable, and has just seen a cancelled context (at this step). */
  | 'noticed';

/** A value on its way or at rest. `lineage` 1..8 is its colour: by order of first send, kept through every stage it is passed on. */
export interface Token {
  readonly text: string;
  readonly lineage: number;
}

export interface GoroutineView {
  readonly id: number;
  /** "worker", "main", "merge.func1": the function without its package. */
  readonly name: string;
  /** Full name as in dumps: "main.worker". */
  readonly func: string;
  /** "id 1": the first simple argument, if any. */
  readonly args: string;
  readonly state: GoroutineState;
  /** Go's word for the state: "chan receive", "sleeping 0.400 s", "runnable". */
  readonly word: string;
  /** What it waits for (0: nothing), and by which name. */
  readonly waitsFor: number;
  readonly waitsForName: string;
  /** For select: the cases it is parked on or has just chosen from. */
  readonly select: SelectView | undefined;
  /** The value it holds while parked in a send. */
  readonly holds: Token | undefined;
  /** Sleeping: share of the duration still to go, 0..1. */
  readonly sleepLeft: number | undefined;
  /** Where it is: the last statement it executed or is stopped in (site index, 0 if it has not run). */
  readonly site: number;
  readonly line: number;
  readonly file: string;
  readonly createdBy: number;
  readonly createdAtSite: number;
}
export interface SelectView {
  readonly cases: readonly {
    readonly channel: number;
    readonly channelName: string;
    readonly send: boolean;
    readonly ready: boolean;
    readonly chosen: boolean;
    readonly value: string;
  }[];
  readonly hasDefault: boolean;
  readonly defaultChosen: boolean;
}
export interface ChannelView {
  readonly id: number;
  readonly name: string;
  readonly elemType: string;
  readonly capacity: number;
  readonly closed: boolean;
  /** Front of the queue first. */
  readonly buffer: readonly Token[];
  /** In queue order. */
  readonly senders: readonly { readonly goroutine: number; readonly value: Token }[];
  readonly receivers: readonly number[];
  /** Step at which it was made. Not drawn solid before. */
  readonly madeAt: number;
}
export interface LockView {
  readonly id: number;
  readonly kind: 'Mutex' | 'RWMutex';
  readonly name: string;
  readonly owner: number;
  readonly readers: readonly number[];
  readonly waiters: readonly { readonly goroutine: number; readonly as: 'W' | 'R' }[];
}
export interface WaitGroupView {
  readonly id: number;
  readonly name: string;
  readonly count: number;
  /** Sum of the positive Adds so far. */ readonly total: number;
  readonly waiters: readonly number[];
}
export interface OnceView {
  readonly id: number;
  readonly name: string;
  readonly state: 'idle' | 'doing' | 'done';
  readonly runner: number;
  readonly waiters: readonly number[];
}
export interface CondView {
  readonly id: number;
  readonly name: string;
  readonly waiters: readonly number[];
}
export interface AtomicView {
  readonly id: number;
  readonly name: string;
  readonly value: string;
  readonly op: string;
  readonly ok: boolean;
}
export interface SemaphoreView {
  readonly id: number;
  readonly name: string;
  readonly waiters: readonly number[];
}
export interface TimerView {
  readonly id: number;
  readonly name: string;
  readonly kind: 'sleep' | 'timer' | 'ticker' | 'func' | 'context';
  /** Nanoseconds of the virtual clock. */
  readonly when: number;
  readonly startedAt: number;
  readonly state: 'pending' | 'fired' | 'stopped';
  /** For sleeps: whose. */
  readonly goroutine: number;
}
export interface ContextView {
  readonly id: number;
  readonly name: string;
  /** "context.WithTimeout" */
  readonly kind: string;
  readonly parent: number;
  readonly state: 'live' | 'signalled' | 'cancelled' | 'expired' | 'value' | 'root';
  readonly err: string;
  readonly cause: string;
  readonly deadline: number | undefined;
  /** Share of its time still to go, 0..1, undefined without deadline. */
  readonly left: number | undefined;
  readonly doneChannel: number;
  readonly cancelledAt: number;
  /** Goroutines that have received from its Done channel after the cancellation, with the step. */
  readonly noticed: readonly { readonly goroutine: number; readonly step: number }[];
  /** After the cancellation: goroutines that have looked at its Done channel before and live on without having noticed. */
  readonly unaware: readonly number[];
}

/** The value, message or wake-up of this step, if it has one: the one thing that is blue. */
export interface Flow {
  readonly kind: 'send' | 'receive' | 'handoff' | 'close' | 'spawn' | 'wake' | 'lock' | 'cancel';
  /** Goroutine or 0. */
  readonly from: number;
  readonly to: number;
  /** Channel, lock, ... or 0. */
  readonly object: number;
  readonly token: Token | undefined;
}

export interface World {
  readonly step: number;
  readonly steps: number;
  /** Nanoseconds of the virtual clock. */
  readonly now: number;
  /** Who executed the statement of this step, and where; 0 at step 0. */
  readonly current: number;
  readonly site: number;
  readonly goroutines: readonly GoroutineView[];
  readonly channels: readonly ChannelView[];
  readonly locks: readonly LockView[];
  readonly waitGroups: readonly WaitGroupView[];
  readonly onces: readonly OnceView[];
  readonly conds: readonly CondView[];
  readonly atomics: readonly AtomicView[];
  readonly semaphores: readonly SemaphoreView[];
  readonly timers: readonly TimerView[];
  readonly contexts: readonly ContextView[];
  readonly flows: readonly Flow[];
  readonly output: readonly OutputLine[];
  readonly ended: boolean;
}
export interface OutputLine {
  readonly text: string;
  readonly fd: number;
  /** Step and virtual time of its first part. */ readonly step: number;
  readonly at: number;
}

/** Indexes over a trace, made once per run: see index.ts. Opaque to views but for the fields here. */
export interface Model {
  readonly trace: Trace;
  /** Steps at which something other than plain computation happened, ascending: the stops of next/previous event. */
  readonly eventSteps: Uint32Array;
  readonly goroutineIds: readonly number[];
}

/** One sentence about a step, in parts so that views can mark names and values. */
export interface Narration {
  /** Plain text, the accessible form. */
  readonly text: string;
  readonly parts: readonly NarrationPart[];
  /** What follows from it or why, quieter: "Four values are left; the channel is closed." May be empty. */
  readonly why: string;
  readonly goroutine: number;
  readonly tone: 'plain' | 'bad' | 'cancel';
}
export type NarrationPart =
  { readonly kind: 'strong' | 'text' | 'code'; readonly text: string } | { readonly kind: 'token'; readonly token: Token };

/** A lane of the timeline over the whole run. */
export interface Lane {
  readonly goroutine: number;
  readonly label: string;
  readonly segments: readonly LaneSegment[];
}
export interface LaneSegment {
  readonly from: number;
  readonly to: number;
  readonly state: 'running' | 'runnable' | 'blocked' | 'sleeping' | 'stuck' | 'dead';
  readonly label: string;
}
export interface Message {
  readonly fromGoroutine: number;
  readonly fromStep: number;
  readonly toGoroutine: number;
  readonly toStep: number;
  readonly lineage: number;
  readonly channel: number;
  readonly text: string;
  readonly kind: 'value' | 'spawn' | 'wake' | 'close' | 'cancel';
}
/** `others`: the first few roads not taken (all of them: choiceRoads); `alternatives`: how many roads there were, the one taken included. */
export interface Choice {
  readonly step: number;
  readonly kind: 'run' | 'select' | 'timer';
  readonly taken: string;
  readonly others: readonly string[];
  readonly alternatives: number;
  readonly event: number;
}
export interface ClockJump {
  readonly step: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}
export interface TimelineData {
  readonly steps: number;
  readonly lanes: readonly Lane[];
  readonly messages: readonly Message[];
  readonly choices: readonly Choice[];
  readonly jumps: readonly ClockJump[];
}
