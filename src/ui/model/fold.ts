/**
 * One event changes the state. What follows from an event alone is here; how it looks is in views.ts.
 *
 * Lineage: a value's colour. A goroutine that has received a value and then sends passes the colour on; otherwise a send begins a new one,
 * numbered by order of first send. A value that carries nothing (`struct{}`, a timer's tick) leaves the receiver's colour as it was.
 *
 * Noticing: a receive from a Done channel by a running goroutine is noticed at once. One that was parked there has it delivered while it
 * sleeps on; it notices when it next runs, which is the step after its GoStart (or that very step, if it acts again within it).
 */
import { Kind, LockMode, ObjectKind, TimerKind, WaitReason } from '../../engine/trace/events.ts';
import { textOf, type Trace } from '../../engine/trace/trace.ts';
import { changeGoroutine, changeObject, noSlot, objectOf } from './state.ts';
import type { ChannelRecord, ContextRecord, GoroutineRecord, ObjectRecord, Slots, State } from './state.ts';
import type { Flow, Token } from './types.ts';

export interface FoldInput {
  readonly trace: Trace;
  readonly contextOfDone: ReadonlyMap<number, number>;
  readonly slots: Slots;
  readonly impliedStarts: ReadonlySet<number>;
}

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

interface Event {
  number: number;
  input: FoldInput;
  state: State;
  step: number;
  g: number;
  a: number;
  b: number;
  c: number;
  d: number;
}

/** One event at a time is folded, millions in a row: they share this object, which nobody keeps. */
const scratch = {} as Event;

const change = ({ input, state }: Event, id: number): ObjectRecord | undefined => changeObject(input.slots, state, id);

function place({ input, state }: Event, record: ObjectRecord): void {
  const slot = input.slots[record.id] ?? noSlot;
  if (slot >= 0) state.objects[slot] = record;
}

const text = ({ input }: Event, index: number): string => textOf(input.trace, index);

function flow(event: Event, made: Flow): void {
  event.state.flows.push(made);
}

// ---- goroutines

function goroutineEvent(kind: number, event: Event): void {
  const { state, step, g } = event;
  if (kind === Kind.GoCreate) return create(event);
  if (kind === Kind.GoUnblock) return unblock(event);
  if (g === 0) return;
  const record = changeGoroutine(state, g);
  if (kind === Kind.GoStart) return start(event, record, g);
  noticeEarly(event, record);
  switch (kind) {
    case Kind.GoStop:
      stop(event, record, 'runnable');
      record.stoppedAt = step;
      break;
    case Kind.GoBlock:
      stop(event, record, 'blocked');
      park(event, record);
      break;
    case Kind.GoEnd:
      stop(event, record, 'dead');
      break;
    case Kind.GoPanic:
      record.panicking = true;
      break;
    case Kind.GoRecover:
      record.panicking = false;
      break;
  }
}

function create(event: Event): void {
  const { state, g, a, c } = event;
  state.goroutines[a] = {
    owner: state.owner,
    view: undefined,
    id: a,
    func: text(event, event.b),
    args: text(event, event.d),
    createdBy: g,
    createdAtSite: c,
    status: 'runnable',
    panicking: false,
    startedAt: 0,
    lastStatement: 0,
    stoppedAt: -1,
    reason: 0,
    waitsFor: 0,
    timer: 0,
    sleep: undefined,
    quietAfter: -1,
    viewedAt: 0,
    holds: undefined,
    select: undefined,
    lineage: 0,
    toNotice: 0,
    noticed: 0,
    noticedAt: -1,
  };
  if (g !== 0) flow(event, { kind: 'spawn', from: g, to: a, object: 0, token: undefined });
}

function start(event: Event, record: GoroutineRecord, g: number): void {
  const { state, step } = event;
  record.status = 'running';
  record.startedAt = step;
  state.runner = g;
  if (record.toNotice !== 0) notice(event, record, record.toNotice, step + 1);
}

function stop({ step }: Event, record: GoroutineRecord, status: 'runnable' | 'blocked' | 'dead'): void {
  if (record.status === 'running' && step > record.startedAt) record.lastStatement = step;
  record.status = status;
}

function park(event: Event, record: GoroutineRecord): void {
  const { state, g, a, b, c, d } = event;
  record.reason = a;
  record.waitsFor = b;
  record.timer = a === WaitReason.Sleep ? d : 0;
  if (a === WaitReason.ChanSend || a === WaitReason.ChanSendNil) record.holds = offer(state, record, text(event, c));
  if (a === WaitReason.Select && record.select !== undefined) return parkInSelect(event, record);
  const object = change(event, b);
  if (object === undefined) return;
  if (object.kind === 'channel') {
    if (record.holds === undefined) object.receivers.push(g);
    else object.senders.push({ goroutine: g, value: record.holds });
    listen(event, object.id, g);
  } else if (object.kind === 'lock') {
    object.waiters.push({ goroutine: g, as: a === WaitReason.RWMutexRLock ? 'R' : 'W' });
  } else if ('waiters' in object) object.waiters.push(g);
}

/** Whatever it sends in the end, it is one value's turn: all its send cases offer the same colour. */
function parkInSelect(event: Event, record: GoroutineRecord): void {
  let offering: Token | undefined;
  for (const { channel, send, value } of record.select?.cases ?? []) {
    const object = change(event, channel);
    if (object?.kind !== 'channel') continue;
    if (!send) {
      if (object.receivers.at(-1) !== record.id) object.receivers.push(record.id);
      continue;
    }
    offering ??= offer(event.state, record, value);
    object.senders.push({ goroutine: record.id, value: { text: value, lineage: offering.lineage } });
  }
}

function unblock(event: Event): void {
  const { state, g, a, b } = event;
  const record = changeGoroutine(state, a);
  leaveQueues(event, record);
  record.status = 'runnable';
  record.reason = 0;
  record.waitsFor = 0;
  record.timer = 0;
  record.holds = undefined;
  flow(event, { kind: 'wake', from: g, to: a, object: figureOf(event, b), token: undefined });
  if (event.input.impliedStarts.has(event.number)) start(event, record, a);
}

function leaveQueues(event: Event, record: GoroutineRecord): void {
  const queues = record.reason === WaitReason.Select ? (record.select?.cases.map((c) => c.channel) ?? []) : [record.waitsFor];
  for (const id of queues) {
    const object = change(event, id);
    if (object === undefined) continue;
    if (object.kind === 'channel') {
      remove(object.receivers, (g) => g === record.id);
      remove(object.senders, ({ goroutine }) => goroutine === record.id);
    } else if (object.kind === 'lock') remove(object.waiters, ({ goroutine }) => goroutine === record.id);
    else if ('waiters' in object) remove(object.waiters, (g) => g === record.id);
  }
}

function remove<T>(queue: T[], matches: (item: T) => boolean): void {
  const at = queue.findIndex(matches);
  if (at === 0) queue.shift();
  else if (at > 0) queue.splice(at, 1);
}

// ---- channels

function channelEvent(kind: number, event: Event): void {
  const { state, step, g, a, b, c, d } = event;
  switch (kind) {
    case Kind.ChanMake:
      place(event, {
        owner: state.owner,
        id: a,
        view: undefined,
        kind: 'channel',
        elemType: text(event, c),
        capacity: b,
        madeAt: step,
        closed: false,
        buffer: [],
        senders: [],
        receivers: [],
        inFlight: undefined,
      });
      break;
    case Kind.SelectBegin:
      if (g === 0) break;
      noticeEarly(event, changeGoroutine(state, g)).select = {
        cases: [],
        hasDefault: b === 1,
        internal: c === 0,
        chosen: -2,
        chosenAt: -1,
      };
      break;
    case Kind.SelectCase: {
      const select = g === 0 ? undefined : changeGoroutine(state, g).select;
      if (select === undefined) break;
      select.cases.push({ channel: b, send: (c & 1) === 1, ready: (c & 2) === 2, value: text(event, d) });
      if (!select.internal) listen(event, b, g);
      break;
    }
    case Kind.SelectDone: {
      const select = g === 0 ? undefined : changeGoroutine(state, g).select;
      if (select !== undefined) Object.assign(select, { chosen: a, chosenAt: step });
      break;
    }
    default: {
      const channel = change(event, a);
      if (channel?.kind === 'channel') transfer(kind, event, channel);
    }
  }
}

function transfer(kind: number, event: Event, channel: ChannelRecord): void {
  if (kind === Kind.ChanSend) send(event, channel);
  else if (kind === Kind.ChanRecv) receive(event, channel);
  else if (kind === Kind.ChanClose) {
    channel.closed = true;
    if (!event.input.contextOfDone.has(channel.id))
      flow(event, { kind: 'close', from: event.g, to: 0, object: channel.id, token: undefined });
  }
}

function send(event: Event, channel: ChannelRecord): void {
  const { state, g, b, c } = event;
  const token = g === 0 ? { text: text(event, b), lineage: newLineage(state) } : offered(event, channel);
  // A timer sends only into an empty buffer: what Stop or Reset discarded left no event.
  if (g === 0 && c === 0) channel.buffer.length = 0;
  if (c === 0) channel.buffer.push(token);
  else channel.inFlight = token;
  flow(event, { kind: c === 0 ? 'send' : 'handoff', from: g, to: c, object: channel.id, token });
}

/** The token a goroutine sends: the one it has been holding, else a new one. */
function offered(event: Event, channel: ChannelRecord): Token {
  const record = noticeEarly(event, changeGoroutine(event.state, event.g));
  const held = record.status === 'blocked' ? channel.senders.find(({ goroutine }) => goroutine === event.g)?.value : undefined;
  return held ?? offer(event.state, record, text(event, event.b));
}

function offer(state: State, record: GoroutineRecord, value: string): Token {
  return { text: value, lineage: record.lineage === 0 ? newLineage(state) : record.lineage };
}

function newLineage(state: State): number {
  return (state.lineages++ % 8) + 1;
}

function receive(event: Event, channel: ChannelRecord): void {
  const { state, g, b, c, d, input } = event;
  const handed = channel.inFlight;
  channel.inFlight = undefined;
  const token = d !== 1 ? undefined : (handed ?? channel.buffer.shift() ?? { text: text(event, b), lineage: newLineage(state) });
  const record = g === 0 ? undefined : noticeEarly(event, changeGoroutine(state, g));
  if (record !== undefined && channel.elemType !== 'struct {}' && channel.elemType !== 'time.Time') record.lineage = token?.lineage ?? 0;
  const context = input.contextOfDone.get(channel.id);
  if (context !== undefined && record !== undefined && d !== 1) {
    if (record.status === 'blocked') record.toNotice = context;
    else notice(event, record, context, event.step);
    return;
  }
  if (handed === undefined && record?.status !== 'blocked') flow(event, { kind: 'receive', from: c, to: g, object: channel.id, token });
}

/** The number that stands for an object in the picture: a context for its Done channel. */
function figureOf({ input }: Event, object: number): number {
  return input.contextOfDone.get(object) ?? object;
}

// ---- contexts: listening and noticing

function listen(event: Event, channel: number, g: number): void {
  const { state, input } = event;
  const id = input.contextOfDone.get(channel);
  const known = id === undefined ? undefined : objectOf(input.slots, state, id);
  if (id === undefined || known?.kind !== 'context' || known.listeners.includes(g)) return;
  const context = change(event, id);
  if (context?.kind === 'context') context.listeners.push(g);
}

function notice(event: Event, record: GoroutineRecord, contextId: number, step: number): void {
  record.toNotice = 0;
  record.noticed = contextId;
  record.noticedAt = step;
  const context = change(event, contextId);
  if (context?.kind === 'context' && !context.noticed.some(({ goroutine }) => goroutine === record.id)) {
    context.noticed.push({ goroutine: record.id, step });
  }
}

/** An event of a goroutine within the step of its GoStart: it has noticed already. */
function noticeEarly(event: Event, record: GoroutineRecord): GoroutineRecord {
  const { step, g } = event;
  if (record.noticedAt !== step + 1 || record.id !== g) return record;
  record.noticedAt = step;
  const context = change(event, record.noticed);
  if (context?.kind === 'context')
    context.noticed = context.noticed.map((n) => (n.goroutine === g && n.step === step + 1 ? { goroutine: g, step } : n));
  return record;
}

// ---- locks and counters

function lockEvent(kind: number, event: Event): void {
  const { state, a, b } = event;
  if (kind === Kind.ObjectMake) {
    const made = newObject(state.owner, a, b);
    if (made !== undefined) place(event, made);
    return;
  }
  if (kind === Kind.ObjectName) return;
  const object = change(event, a);
  if (object !== undefined) changeLock(kind, event, object);
}

function newObject(owner: number, id: number, kind: number): ObjectRecord | undefined {
  const base = { owner, id, view: undefined };
  switch (kind) {
    case ObjectKind.WaitGroup:
      return { ...base, kind: 'waitgroup', count: 0, total: 0, waiters: [] };
    case ObjectKind.ErrGroup:
      return { ...base, kind: 'errgroup', count: 0, total: 0, waiters: [] };
    case ObjectKind.Mutex:
      return { ...base, kind: 'lock', rw: false, lockedBy: 0, readers: [], waiters: [] };
    case ObjectKind.RWMutex:
      return { ...base, kind: 'lock', rw: true, lockedBy: 0, readers: [], waiters: [] };
    case ObjectKind.Once:
      return { ...base, kind: 'once', state: 'idle', runner: 0, waiters: [] };
    case ObjectKind.Cond:
      return { ...base, kind: 'cond', waiters: [] };
    case ObjectKind.Semaphore:
      return { ...base, kind: 'semaphore', waiters: [] };
    case ObjectKind.Atomic:
      return { ...base, kind: 'atomic', value: '', op: '', ok: true };
    default:
      return undefined;
  }
}

function changeLock(kind: number, event: Event, object: ObjectRecord): void {
  const { g, a, b, c, d } = event;
  switch (object.kind) {
    case 'lock': {
      const reading = b === LockMode.RLock;
      if (kind === Kind.LockAcquire) {
        if (reading) object.readers.push(g);
        else object.lockedBy = g;
        flow(event, { kind: 'lock', from: g, to: 0, object: a, token: undefined });
      } else if (kind === Kind.LockRelease) {
        // An RWMutex does not know who its readers are: another goroutine may release.
        if (!reading) object.lockedBy = 0;
        else if (object.readers.includes(g)) remove(object.readers, (reader) => reader === g);
        else object.readers.pop();
      }
      break;
    }
    case 'waitgroup':
    case 'errgroup':
      if (kind !== Kind.WaitGroupAdd) break;
      object.count = c;
      object.total += Math.max(0, b);
      break;
    case 'once':
      if (kind !== Kind.OnceDo) break;
      object.state = b === 0 ? 'doing' : 'done';
      object.runner = b === 0 ? g : 0;
      break;
    case 'atomic':
      if (kind !== Kind.AtomicOp) break;
      object.op = text(event, b);
      object.ok = c === 1;
      object.value = text(event, d);
      break;
    default:
  }
}

// ---- time and contexts

/** 64-bit times are split into halves. */
export function time(low: number, high: number): number {
  return (low >>> 0) + high * 2 ** 32;
}

function timeEvent(kind: number, event: Event): void {
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
