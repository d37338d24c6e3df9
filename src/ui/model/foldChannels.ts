/**
 * What events change about channels and selects.
 *
 * Lineage: a value's colour. A goroutine that has received a value and then sends passes the colour on; otherwise a send begins a new one,
 * numbered by order of first send. A value that carries nothing (`struct{}`, a timer's tick) leaves the receiver's colour as it was.
 */
import { Kind } from '../../engine/trace/events.ts';
import { change, flow, place, text } from './foldEvent.ts';
import type { Event } from './foldEvent.ts';
import { listen, notice, noticeEarly } from './foldNotice.ts';
import { changeGoroutine } from './state.ts';
import type { ChannelRecord, GoroutineRecord, State } from './state.ts';
import type { Token } from './types.ts';

export function channelEvent(kind: number, event: Event): void {
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

export function offer(state: State, record: GoroutineRecord, value: string): Token {
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
