/**
 * Whether a recording is possible at all: every event must be a legal step from the state that those before it lead to. Recordings of the engine
 * always are; tests hold it to that, and whoever writes traces by other means can check them.
 */
import { Kind, LockMode, ObjectKind } from './events.ts';
import type { Trace } from './trace.ts';

type Status = 'runnable' | 'running' | 'waiting' | 'dead';

interface ChannelState {
  readonly capacity: number;
  buffered: number;
  closed: boolean;
  /** Timers may take back what they have sent, without an event. */
  ofTimer: boolean;
}

interface Event {
  readonly g: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Sentences about what is wrong, with the number of the event, in order; none if all is well. */
export function validateTrace(trace: Trace, most = 20): string[] {
  return new Validation(trace, most).run();
}

class Validation {
  private readonly trace: Trace;
  private readonly most: number;
  private readonly problems: string[] = [];
  private at = 0;
  private readonly goroutines: Status[] = [];
  private running = 0;
  private readonly channels = new Map<number, ChannelState>();
  private readonly locks = new Map<number, { writer: boolean; readers: number }>();
  private readonly counters = new Map<number, number>();
  private readonly selecting = new Set<number>();
  private readonly kinds = new Map<number, number>();
  private clock = 0;

  constructor(trace: Trace, most: number) {
    this.trace = trace;
    this.most = most;
  }

  run(): string[] {
    const { trace } = this;
    let step = 0;
    for (; this.at < trace.length && this.problems.length < this.most; this.at++) {
      const now = trace.step[this.at] as number;
      this.expect(now >= step && now <= trace.steps, `step ${now} after ${step}`);
      step = now;
      this.event(trace.kind[this.at] as number, this.row());
    }
    this.expect(trace.stepGoroutine.length === trace.stepSite.length, 'statements have a goroutine and a site each');
    return this.problems;
  }

  private row(): Event {
    const { trace, at } = this;
    const word = (column: Int32Array): number => column[at] as number;
    return { g: word(trace.g), a: word(trace.a), b: word(trace.b), c: word(trace.c), d: word(trace.d) };
  }

  private expect(holds: boolean, what: string): void {
    if (!holds) this.problems.push(`event ${this.at}: ${what}`);
  }

  private expectText(index: number): void {
    this.expect(index < this.trace.strings.length, `no string ${index}`);
  }

  private event(kind: number, event: Event): void {
    if (kind < Kind.ChanMake) this.goroutineEvent(kind, event);
    else if (kind < Kind.ObjectMake) this.channelEvent(kind, event);
    else if (kind < Kind.TimerStart) this.objectEvent(kind, event);
    else this.otherEvent(kind, event);
  }

  // ---- goroutines

  private goroutineEvent(kind: number, { g, a, b, d }: Event): void {
    switch (kind) {
      case Kind.GoCreate:
        this.expect(a === this.goroutines.length + 1, `goroutine ${a} is not the next number`);
        this.expectText(b);
        this.expectText(d);
        this.goroutines[a - 1] = 'runnable';
        return;
      case Kind.GoStart:
        this.expect(this.running === 0, `goroutine ${g} starts while ${this.running} runs`);
        this.change(g, 'runnable', 'running');
        this.running = g;
        return;
      case Kind.GoStop:
        this.leave(g, 'runnable');
        return;
      case Kind.GoBlock:
        this.leave(g, 'waiting');
        return;
      case Kind.GoEnd:
        this.leave(g, 'dead');
        return;
      case Kind.GoUnblock:
        this.change(a, 'waiting', 'runnable');
        return;
      case Kind.GoPanic:
      case Kind.GoRecover:
        this.expectText(a);
        return;
      default:
        this.expect(false, `no kind ${kind}`);
    }
  }

  private change(g: number, from: Status, to: Status): void {
    this.expect(this.goroutines[g - 1] === from, `goroutine ${g} is ${this.goroutines[g - 1] ?? 'unknown'}, not ${from}`);
    this.goroutines[g - 1] = to;
  }

  private leave(g: number, to: Status): void {
    this.change(g, 'running', to);
    this.running = 0;
  }

  // ---- channels

  private channelEvent(kind: number, event: Event): void {
    const { g, a, b, c } = event;
    if (kind === Kind.ChanMake) {
      this.object(a, ObjectKind.Channel);
      this.channels.set(a, { capacity: b, buffered: 0, closed: false, ofTimer: false });
    } else if (kind === Kind.SelectBegin) this.selecting.add(g);
    else if (kind === Kind.SelectCase) this.expect(b === 0 || this.channels.has(b), `no channel ${b}`);
    else if (kind === Kind.SelectDone) this.expect(this.selecting.delete(g), `goroutine ${g} is in no select`);
    else {
      const channel = this.channels.get(a);
      if (channel === undefined) this.expect(false, `no channel ${a}`);
      else if (kind === Kind.ChanSend) this.send(channel, g, c);
      else if (kind === Kind.ChanRecv) this.receive(channel, event);
      else if (kind === Kind.ChanClose) {
        this.expect(!channel.closed, `channel ${a} is closed twice`);
        channel.closed = true;
      }
    }
  }

  private send(channel: ChannelState, g: number, peer: number): void {
    this.expect(!channel.closed, 'a send on a closed channel');
    if (g === 0) channel.ofTimer = true;
    if (peer !== 0) return;
    channel.buffered++;
    this.expect(channel.ofTimer || channel.buffered <= channel.capacity, 'more values than the buffer holds');
  }

  private receive(channel: ChannelState, { c: peer, d: ok }: Event): void {
    if (ok === 0) this.expect(channel.closed && channel.buffered === 0, 'a zero value from a channel that is not closed and empty');
    else if (peer === 0 && !channel.ofTimer) {
      channel.buffered--;
      this.expect(channel.buffered >= 0, 'a value from an empty buffer');
    }
  }

  // ---- other objects

  private object(number: number, kind: number): void {
    this.expect(!this.kinds.has(number) && number > 0, `object ${number} appears twice`);
    this.kinds.set(number, kind);
  }

  private objectEvent(kind: number, { a, b, c }: Event): void {
    switch (kind) {
      case Kind.ObjectMake:
        this.object(a, b);
        this.expectText(c);
        return;
      case Kind.ObjectName:
        this.expect(this.kinds.has(a), `object ${a} has a name before it is there`);
        this.expectText(b);
        return;
      case Kind.WaitGroupAdd:
        this.expect(c === (this.counters.get(a) ?? 0) + b && c >= 0, `counter ${a} becomes ${c}`);
        this.counters.set(a, c);
        return;
      case Kind.LockAcquire:
      case Kind.LockRelease:
        this.lock(a, kind === Kind.LockAcquire, b === LockMode.RLock);
        return;
      default:
    }
  }

  private lock(object: number, acquires: boolean, reads: boolean): void {
    const lock = this.locks.get(object) ?? { writer: false, readers: 0 };
    this.locks.set(object, lock);
    if (reads) lock.readers += acquires ? 1 : -1;
    else this.expect(lock.writer !== acquires, acquires ? `lock ${object} is held already` : `lock ${object} is not held`);
    if (!reads) lock.writer = acquires;
    this.expect(lock.readers >= 0 && !(lock.writer && lock.readers > 0), `lock ${object} has a writer and readers`);
  }

  private otherEvent(kind: number, { a, b, c, d }: Event): void {
    switch (kind) {
      case Kind.ClockAdvance: {
        const time = b * 4294967296 + (a >>> 0);
        this.expect(time > this.clock, 'the clock goes back');
        this.clock = time;
        return;
      }
      case Kind.ContextMake:
        this.object(a, ObjectKind.Context);
        return;
      case Kind.Decision:
        this.expect(b >= 2 && c >= 0 && c < b, `alternative ${c} of ${b}`);
        this.expectText(d);
        return;
      case Kind.Output:
        this.expectText(b);
        return;
      default:
    }
  }
}
