/** Channels and select of a rehearsal: hand-off between parked senders and receivers, queues in order. */
import { bug, must } from '../../../base/assert.ts';
import { DecisionKind, Kind, WaitReason } from '../../../engine/trace/events.ts';
import { Processor } from './processor.ts';
import type { Parking, Received } from './processor.ts';

export interface Case {
  readonly channel: Channel | undefined;
  readonly send?: string;
}

interface Waiter {
  readonly g: number;
  readonly value: string;
  readonly index: number;
  readonly ticket: { used: boolean };
}
export interface Channel {
  readonly id: number;
  readonly capacity: number;
  readonly buffer: string[];
  closed: boolean;
  senders: Waiter[];
  receivers: Waiter[];
}

export class Channels extends Processor {
  make(line: number, name: string, capacity = 0, elemType = 'int'): Channel {
    this.begin(line);
    const id = this.out.newObject();
    this.out.emit(Kind.ChanMake, this.actor, id, capacity, this.out.string(elemType), this.out.currentSite);
    this.name(id, name);
    return { id, capacity, buffer: [], closed: false, senders: [], receivers: [] };
  }

  protected name(id: number, name: string): void {
    if (name !== '') this.out.emit(Kind.ObjectName, this.actor, id, this.out.string(name));
  }

  *send(line: number, channel: Channel | undefined, value: string): Parking {
    this.begin(line);
    if (channel === undefined) {
      yield* this.park(WaitReason.ChanSendNil, 0, value);
      return;
    }
    if (this.trySend(this.current, channel, value)) return;
    channel.senders.push({ g: this.current, value, index: -1, ticket: { used: false } });
    yield* this.park(WaitReason.ChanSend, channel.id, value);
  }

  *recv(line: number, channel: Channel | undefined): Parking<Received> {
    this.begin(line);
    if (channel === undefined) return yield* this.park(WaitReason.ChanReceiveNil, 0);
    const received = this.tryReceive(channel);
    if (received !== undefined) return received;
    channel.receivers.push({ g: this.current, value: '', index: -1, ticket: { used: false } });
    return yield* this.park(WaitReason.ChanReceive, channel.id);
  }

  /** `g` 0: a timer. */
  protected trySend(g: number, channel: Channel, value: string): boolean {
    if (channel.closed) bug('send on closed channel in a rehearsal');
    const receiver = this.dequeue(channel.receivers);
    if (receiver !== undefined) {
      this.out.emit(Kind.ChanSend, g, channel.id, this.out.string(value), receiver.g);
      this.chosen(receiver);
      this.out.emit(Kind.ChanRecv, receiver.g, channel.id, this.out.string(value), g, 1);
      this.deliver(receiver.g, { value, ok: true, index: receiver.index });
      this.ready(receiver.g, channel.id);
      return true;
    }
    if (channel.buffer.length >= channel.capacity) return false;
    channel.buffer.push(value);
    this.out.emit(Kind.ChanSend, g, channel.id, this.out.string(value));
    return true;
  }

  private tryReceive(channel: Channel, index = -1): Received | undefined {
    const g = this.current;
    const front = channel.buffer.shift();
    const sender = this.dequeue(channel.senders);
    if (front !== undefined) {
      this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string(front), 0, 1);
      if (sender !== undefined) {
        channel.buffer.push(sender.value);
        this.chosen(sender);
        this.out.emit(Kind.ChanSend, sender.g, channel.id, this.out.string(sender.value));
        this.release(sender, channel);
      }
      return { value: front, ok: true, index };
    }
    if (sender !== undefined) {
      this.chosen(sender);
      this.out.emit(Kind.ChanSend, sender.g, channel.id, this.out.string(sender.value), g);
      this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string(sender.value), sender.g, 1);
      this.release(sender, channel);
      return { value: sender.value, ok: true, index };
    }
    if (!channel.closed) return undefined;
    this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string('0'), 0, 0);
    return { value: '0', ok: false, index };
  }

  private release(sender: Waiter, channel: Channel): void {
    this.deliver(sender.g, { value: '', ok: true, index: sender.index });
    this.ready(sender.g, channel.id);
  }

  private chosen(waiter: Waiter): void {
    if (waiter.index >= 0) this.out.emit(Kind.SelectDone, waiter.g, waiter.index);
  }

  private dequeue(queue: Waiter[]): Waiter | undefined {
    for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) {
      if (waiter.ticket.used) continue;
      waiter.ticket.used = true;
      return waiter;
    }
    return undefined;
  }

  close(line: number, channel: Channel): void {
    this.begin(line);
    this.shut(channel);
  }

  protected shut(channel: Channel): void {
    channel.closed = true;
    this.out.emit(Kind.ChanClose, this.actor, channel.id);
    for (let waiter = this.dequeue(channel.receivers); waiter !== undefined; waiter = this.dequeue(channel.receivers)) {
      this.chosen(waiter);
      this.out.emit(Kind.ChanRecv, waiter.g, channel.id, this.out.string('0'), 0, 0);
      this.deliver(waiter.g, { value: '0', ok: false, index: waiter.index });
      this.ready(waiter.g, channel.id);
    }
  }

  /** The operands are evaluated in the statement. `index` of the result: the case, -1 for default. */
  *select(line: number, operands: () => readonly Case[], hasDefault = false): Parking<Received> {
    this.begin(line);
    const cases = operands();
    this.out.emit(Kind.SelectBegin, this.current, cases.length, hasDefault ? 1 : 0, this.out.currentSite);
    const open = cases.map((c) => this.caseReady(c));
    cases.forEach((c, i) => this.emitCase(c, i, open[i] === true));
    const ready = cases.map((_, i) => i).filter((i) => open[i] === true);
    if (ready.length === 0) return hasDefault ? this.takeDefault() : yield* this.parkInSelect(cases);
    const at = ready.length === 1 ? 0 : (this.options.choose?.(ready.length, 'select') ?? 0);
    if (ready.length > 1) this.decide(DecisionKind.Select, at, ready);
    return this.takeCase(cases, must(ready[at], 'case'));
  }

  private emitCase(c: Case, index: number, ready: boolean): void {
    const bits = (c.send === undefined ? 0 : 1) + (ready ? 2 : 0);
    this.out.emit(Kind.SelectCase, this.current, index, c.channel?.id ?? 0, bits, this.out.string(c.send ?? ''));
  }

  private caseReady({ channel, send }: Case): boolean {
    if (channel === undefined) return false;
    const waiting = (queue: readonly Waiter[]): boolean => queue.some((waiter) => !waiter.ticket.used);
    if (send === undefined) return channel.closed || channel.buffer.length > 0 || waiting(channel.senders);
    return channel.buffer.length < channel.capacity || waiting(channel.receivers);
  }

  private takeDefault(): Received {
    this.out.emit(Kind.SelectDone, this.current, -1);
    return { value: '', ok: false, index: -1 };
  }

  private takeCase(cases: readonly Case[], index: number): Received {
    const { channel, send } = must(cases[index], 'case');
    this.out.emit(Kind.SelectDone, this.current, index);
    if (send === undefined) return must(this.tryReceive(must(channel, 'channel'), index), 'a value');
    this.trySend(this.current, must(channel, 'channel'), send);
    return { value: '', ok: true, index };
  }

  private *parkInSelect(cases: readonly Case[]): Parking<Received> {
    const ticket = { used: false };
    cases.forEach(({ channel, send }, index) => {
      const queue = send === undefined ? channel?.receivers : channel?.senders;
      queue?.push({ g: this.current, value: send ?? '', index, ticket });
    });
    return yield* this.park(cases.length === 0 ? WaitReason.SelectNoCases : WaitReason.Select, 0);
  }
}
