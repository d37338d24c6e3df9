/** What events change about goroutines: made, started, stopped, parked, woken. */
import { Kind, WaitReason } from '../../engine/trace/events.ts';
import { offer } from './foldChannels.ts';
import { change, figureOf, flow, remove, text } from './foldEvent.ts';
import type { Event } from './foldEvent.ts';
import { listen, notice, noticeEarly } from './foldNotice.ts';
import { changeGoroutine } from './state.ts';
import type { GoroutineRecord } from './state.ts';
import type { Token } from './types.ts';

export function goroutineEvent(kind: number, event: Event): void {
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
