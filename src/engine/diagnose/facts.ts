/** What a recording says about its end: who waits for what, since when, and the state of the channels and locks. */
import { Kind, LockMode, ObjectKind, WaitReason, waitReasons } from '../trace/events.ts';
import { textOf, type Trace } from '../trace/trace.ts';

export interface GoroutineFact {
  readonly id: number;
  /** "main.worker" */
  name: string;
  state: 'runnable' | 'waiting' | 'sleeping' | 'dead';
  reason: number;
  object: number;
  /** Step at which it parked. */
  since: number;
  /** Site of the statement it executed last. */
  site: number;
  createdAt: number;
  /** Channels and directions of the select it waits in. */
  cases: { readonly channel: number; readonly send: boolean }[];
}
export interface ChannelFact {
  readonly id: number;
  capacity: number;
  length: number;
  /** Step and goroutine of the close. */
  closed: { readonly step: number; readonly by: number } | undefined;
  /** Goroutines that have ever sent to, received from it. */
  readonly senders: Set<number>;
  readonly receivers: Set<number>;
}
export interface LockFact {
  readonly id: number;
  owner: number;
  since: number;
  readers: number[];
}
export interface Facts {
  readonly goroutines: ReadonlyMap<number, GoroutineFact>;
  readonly channels: ReadonlyMap<number, ChannelFact>;
  readonly locks: ReadonlyMap<number, LockFact>;
  /** Outstanding counts of WaitGroups. */
  readonly counters: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, string>;
  readonly kinds: ReadonlyMap<number, string>;
}

interface Row {
  readonly step: number;
  readonly g: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

class Collector implements Facts {
  readonly goroutines = new Map<number, GoroutineFact>();
  readonly channels = new Map<number, ChannelFact>();
  readonly locks = new Map<number, LockFact>();
  readonly counters = new Map<number, number>();
  readonly names = new Map<number, string>();
  readonly kinds = new Map<number, string>();
  readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  add(kind: number, row: Row): void {
    const { g, a, b, c, d, step } = row;
    const text = (index: number) => textOf(this.trace, index);
    switch (kind) {
      case Kind.GoCreate:
        this.goroutines.set(a, { id: a, name: text(b), state: 'runnable', reason: 0, object: 0, since: step, site: 0, createdAt: c, cases: [] });
        break;
      case Kind.GoBlock:
        this.#blocked(row);
        break;
      case Kind.GoUnblock:
        this.#state(a, 'runnable', step);
        break;
      case Kind.GoEnd:
        this.#state(g, 'dead', step);
        break;
      case Kind.ChanMake:
        this.channels.set(a, { id: a, capacity: b, length: 0, closed: undefined, senders: new Set(), receivers: new Set() });
        this.kinds.set(a, 'channel');
        break;
      case Kind.ChanSend:
        this.#sent(a, g, c);
        break;
      case Kind.ChanRecv:
        this.#received(a, g, c, d);
        break;
      case Kind.ChanClose:
        this.#channel(a, (channel) => (channel.closed = { step, by: g }));
        break;
      case Kind.SelectBegin:
        this.#goroutine(g, (fact) => (fact.cases = []));
        break;
      case Kind.SelectCase:
        this.#goroutine(g, (fact) => fact.cases.push({ channel: b, send: (c & 1) !== 0 }));
        break;
      case Kind.ObjectMake:
        this.kinds.set(a, text(c) || (b === ObjectKind.Channel ? 'channel' : ''));
        break;
      case Kind.ObjectName:
        if (!this.names.has(a)) this.names.set(a, text(b));
        break;
      case Kind.WaitGroupAdd:
        this.counters.set(a, c);
        break;
      case Kind.LockAcquire:
        this.#locked(row);
        break;
      case Kind.LockRelease:
        this.#unlocked(row);
        break;
      default:
    }
  }

  #goroutine(id: number, change: (fact: GoroutineFact) => void): void {
    const fact = this.goroutines.get(id);
    if (fact) change(fact);
  }

  #channel(id: number, change: (fact: ChannelFact) => void): void {
    const fact = this.channels.get(id);
    if (fact) change(fact);
  }

  #state(id: number, state: GoroutineFact['state'], step: number): void {
    this.#goroutine(id, (fact) => Object.assign(fact, { state, since: step, reason: 0, object: 0 }));
  }

  #blocked({ g, a, b, step }: Row): void {
    const state = a === WaitReason.Sleep ? 'sleeping' : 'waiting';
    this.#goroutine(g, (fact) => Object.assign(fact, { state, since: step, reason: a, object: b }));
  }

  #sent(id: number, by: number, peer: number): void {
    this.#channel(id, (channel) => {
      channel.senders.add(by);
      if (peer === 0) channel.length++;
    });
  }

  #received(id: number, by: number, peer: number, ok: number): void {
    this.#channel(id, (channel) => {
      channel.receivers.add(by);
      if (ok !== 0 && peer === 0) channel.length--;
    });
  }

  #locked({ g, a, b, step }: Row): void {
    const lock = this.locks.get(a) ?? { id: a, owner: 0, since: step, readers: [] };
    if (b === LockMode.RLock) lock.readers.push(g);
    else Object.assign(lock, { owner: g, since: step });
    this.locks.set(a, lock);
  }

  #unlocked({ g, a, b }: Row): void {
    const lock = this.locks.get(a);
    if (!lock) return;
    if (b === LockMode.RLock) lock.readers = lock.readers.toSpliced(lock.readers.indexOf(g), 1);
    else lock.owner = 0;
  }
}

/** Facts after the first `length` events (default: all). */
export function factsOf(trace: Trace, length = trace.length): Facts {
  const collector = new Collector(trace);
  for (let i = 0; i < length; i++) {
    collector.add(trace.kind[i] as number, {
      step: trace.step[i] as number,
      g: trace.g[i] as number,
      a: trace.a[i] as number,
      b: trace.b[i] as number,
      c: trace.c[i] as number,
      d: trace.d[i] as number,
    });
  }
  for (let i = 0; i < trace.stepGoroutine.length; i++) {
    const fact = collector.goroutines.get(trace.stepGoroutine[i] as number);
    if (fact) fact.site = trace.stepSite[i] as number;
  }
  return collector;
}

/** "jobs", "ch1", or "a channel" where it has no name. */
export function nameOf(facts: Facts, object: number): string {
  return facts.names.get(object) ?? (facts.kinds.get(object) === undefined ? 'nil' : `an unnamed ${facts.kinds.get(object)}`);
}

/** "goroutine 4 (merge.func1)" */
export function goroutineName(fact: GoroutineFact | undefined, id: number): string {
  return fact ? `goroutine ${id} (${fact.name.replace(/^main\./, '')})` : `goroutine ${id}`;
}

export function reasonText(reason: number): string {
  return waitReasons[reason] ?? '';
}

/** "waits to receive from jobs", "waits for mu, which goroutine 3 holds" */
export function waitText(facts: Facts, fact: GoroutineFact): string {
  const name = nameOf(facts, fact.object);
  switch (fact.reason) {
    case WaitReason.ChanReceive:
      return `waits to receive from ${name}`;
    case WaitReason.ChanSend:
      return `waits to send on ${name}`;
    case WaitReason.ChanReceiveNil:
      return 'receives from a nil channel, which blocks for ever';
    case WaitReason.ChanSendNil:
      return 'sends on a nil channel, which blocks for ever';
    case WaitReason.SelectNoCases:
      return 'is in a select without cases, which blocks for ever';
    case WaitReason.Select:
      return `waits in a select on ${listText(fact.cases.map((c) => nameOf(facts, c.channel)))}`;
    case WaitReason.MutexLock:
    case WaitReason.RWMutexLock:
    case WaitReason.RWMutexRLock: {
      const owner = facts.locks.get(fact.object)?.owner ?? 0;
      if (owner === fact.id) return `waits for ${name}, which it holds itself`;
      return owner === 0 ? `waits for ${name}` : `waits for ${name}, which goroutine ${owner} holds`;
    }
    case WaitReason.WaitGroupWait: {
      const count = facts.counters.get(fact.object) ?? 0;
      return `waits for ${name}, which still counts ${count}`;
    }
    case WaitReason.CondWait:
      return `waits for a Signal or Broadcast of ${name}`;
    case WaitReason.Sleep:
      return 'sleeps';
    default:
      return `waits (${reasonText(fact.reason)})`;
  }
}

export function listText(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
