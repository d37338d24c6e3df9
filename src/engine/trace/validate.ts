/**
 * Whether a recording is possible at all: every event must be a legal step from the state that those before it lead to. Recordings of the engine
 * always are; tests hold it to that, and whoever writes traces by other means can check them.
 */
import { Kind, LockMode, ObjectKind } from './events.ts';
import { stringArguments } from './text.ts';
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

/**
 * What an argument of an event refers to, for a, b, c, d in turn: o an object that there is by then, O such an object or none (0), G a goroutine or
 * none, s a site. Texts: see text.ts.
 */
const references: Readonly<Record<number, string>> = {
  [Kind.GoCreate]: '..s.', [Kind.GoBlock]: '.O.O', [Kind.GoUnblock]: '.O..',
  [Kind.ChanMake]: '...s', [Kind.ChanSend]: 'o.G.', [Kind.ChanRecv]: 'o.G.', [Kind.ChanClose]: 'o...', [Kind.SelectBegin]: '..s.', [Kind.SelectCase]: '.O..',
  [Kind.ObjectMake]: '...s', [Kind.ObjectName]: 'o...', [Kind.WaitGroupAdd]: 'o...', [Kind.LockAcquire]: 'o...', [Kind.LockRelease]: 'o...',
  [Kind.OnceDo]: 'o...', [Kind.CondSignal]: 'o...', [Kind.AtomicOp]: 'o...',
  [Kind.TimerFire]: 'o...', [Kind.TimerStop]: 'o...',
  [Kind.ContextMake]: '.O..', [Kind.ContextDone]: 'oo..', [Kind.ContextCancel]: 'o..o',
};
const knownKinds: ReadonlySet<number> = new Set(Object.values(Kind));

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
      const [kind, row] = [trace.kind[this.at] as number, this.row()];
      const before = this.problems.length;
      this.expect(knownKinds.has(kind), `no kind ${kind}`);
      this.references(kind, row);
      if (this.problems.length === before) this.event(kind, row);
    }
    if (this.problems.length < this.most) this.statements();
    return this.problems;
  }

  private statements(): void {
    const { steps, stepGoroutine, stepSite, sites } = this.trace;
    const wrong = (what: string): unknown => this.problems.push(`the statements ${what}`);
    if (stepGoroutine.length !== stepSite.length) wrong('have no goroutine and site each');
    if (stepSite.length > steps) wrong(`are ${stepSite.length}, more than the ${steps} steps`);
    if (stepGoroutine.some((g) => g > this.goroutines.length)) wrong('are by goroutines that there are not');
    if (stepSite.some((site) => site > 0 && site >= sites.length)) wrong('have sites that there are not');
  }

  /** Whether everything that an event names is there. */
  private references(kind: number, event: Event): void {
    this.expect(event.g >= 0 && event.g <= this.goroutines.length, `no goroutine ${event.g}`);
    for (const name of (stringArguments[kind] ?? '') as Iterable<'a' | 'b' | 'c' | 'd'>) {
      this.expect(event[name] < this.trace.strings.length, `no string ${event[name]}`);
    }
    const wanted = references[kind] ?? '....';
    for (const [i, name] of (['a', 'b', 'c', 'd'] as const).entries()) this.reference(wanted.charAt(i), event[name]);
  }

  private reference(wanted: string, value: number): void {
    if (wanted === 's') this.expect(value === 0 || (value > 0 && value < this.trace.sites.length), `no site ${value}`);
    if (wanted === 'o' || (wanted === 'O' && value !== 0)) this.expect(this.kinds.has(value), `no object ${value}`);
    if (wanted === 'G') this.expect(value >= 0 && value <= this.goroutines.length, `no goroutine ${value}`);
  }

  private row(): Event {
    const { trace, at } = this;
    const word = (column: Int32Array): number => column[at] as number;
    return { g: word(trace.g), a: word(trace.a), b: word(trace.b), c: word(trace.c), d: word(trace.d) };
  }

  private expect(holds: boolean, what: string): void {
    if (!holds) this.problems.push(`event ${this.at}: ${what}`);
  }

  private event(kind: number, event: Event): void {
    if (kind < Kind.ChanMake) this.goroutineEvent(kind, event);
    else if (kind < Kind.ObjectMake) this.channelEvent(kind, event);
    else if (kind < Kind.TimerStart) this.objectEvent(kind, event);
    else this.otherEvent(kind, event);
  }

  // ---- goroutines

  private goroutineEvent(kind: number, { g, a }: Event): void {
    switch (kind) {
      case Kind.GoCreate:
        this.expect(a === this.goroutines.length + 1, `goroutine ${a} is not the next number`);
        this.goroutines.push('runnable');
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
      default:
    }
  }

  private change(g: number, from: Status, to: Status): void {
    const now = this.goroutines[g - 1];
    this.expect(now === from, `goroutine ${g} is ${now ?? 'unknown'}, not ${from}`);
    if (now !== undefined) this.goroutines[g - 1] = to;
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

  /** Timers have no event of being made, and may be started again. */
  private timer(number: number): void {
    if (!this.kinds.has(number)) this.object(number, ObjectKind.Timer);
  }

  private objectEvent(kind: number, { g, a, b, c }: Event): void {
    switch (kind) {
      case Kind.ObjectMake:
        this.object(a, b);
        return;
      case Kind.ObjectName:
        this.expect(this.kinds.has(a), `object ${a} has a name before it is there`);
        return;
      case Kind.WaitGroupAdd:
        this.expect(c === (this.counters.get(a) ?? 0) + b && (c >= 0 || this.panicsNow(g)), `counter ${a} becomes ${c}`);
        this.counters.set(a, c);
        return;
      case Kind.LockAcquire:
      case Kind.LockRelease:
        this.lock(a, kind === Kind.LockAcquire, b === LockMode.RLock);
        return;
      default:
    }
  }

  /** Whether the next event is a panic of this goroutine. */
  private panicsNow(g: number): boolean {
    const next = this.at + 1;
    return next < this.trace.length && this.trace.kind[next] === Kind.GoPanic && this.trace.g[next] === g;
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
      case Kind.TimerStart:
        this.timer(a);
        return;
      case Kind.ContextMake:
        this.object(a, ObjectKind.Context);
        if (d !== 0) this.timer(d);
        return;
      case Kind.Decision:
        this.expect(b >= 2 && c >= 0 && c < b, `alternative ${c} of ${b}`);
        return;
      case Kind.Output:
        return;
      default:
    }
  }
}
