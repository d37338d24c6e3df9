/**
 * A recording in the Trace Event Format (JSON), which Perfetto and Chrome's tracing page open. A statement takes a microsecond there, since
 * virtual time stands still while statements are executed. One track for a goroutine: what it runs, what it waits for; arrows are messages and go
 * statements; channels with a buffer are counters.
 *
 * Statement N takes from N-1 to N. What happens during it stands in its middle: readers tie an arrow to the slice around its end.
 */
import { Kind, waitReasons } from './events.ts';
import { jsonItems } from './text.ts';
import { textOf, type Trace } from './trace.ts';

/** As far as we write it; see the "Trace Event Format" document of the Chromium project. */
export interface TraceEvent {
  readonly ph: 'M' | 'X' | 'i' | 's' | 'f' | 'C';
  readonly name: string;
  readonly cat?: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly id?: number;
  readonly bp?: 'e';
  readonly s?: 't' | 'g';
  readonly args?: Readonly<Record<string, string | number>>;
}

const pid = 1;

export function perfettoJson(trace: Trace): string {
  return [...perfettoParts(trace)].join('');
}

/** The same in pieces, since the whole may be longer than a string can be. */
export function* perfettoParts(trace: Trace): Generator<string> {
  const { engine, schedule, hash, steps, verdict } = trace;
  const otherData = { engine, schedule, hash, steps, verdict: verdict.summary || verdict.kind };
  yield `{"displayTimeUnit":"ns","otherData":${JSON.stringify(otherData)},"traceEvents":[`;
  yield* jsonItems(new Writer(trace).write());
  yield ']}\n';
}

class Writer {
  private readonly trace: Trace;
  private readonly events: TraceEvent[] = [];
  private readonly names = new Map<number, string>([[1, 'main.main']]);
  /** Objects' names, as far as the program gives them any. */
  private readonly objects = new Map<number, string>();
  private readonly waiting = new Map<number, { readonly ts: number; readonly name: string }>();
  /** Sends whose values have not been received, oldest first, by channel. */
  private readonly underWay = new Map<number, Queue<{ readonly tid: number; readonly ts: number }>>();
  private flows = 0;
  private event = 0;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  write(): readonly TraceEvent[] {
    const { trace } = this;
    for (let event = 0; event < trace.length; event++) if (trace.kind[event] === Kind.ObjectName) this.name(event);
    for (; this.event < trace.length; this.event++) this.one(trace.kind[this.event] as number);
    for (const [g, { ts, name }] of this.waiting) this.slice(g, ts, trace.steps, name, 'wait');
    this.statements();
    this.events.push({ ph: 'M', name: 'process_name', pid, tid: 0, ts: 0, args: { name: 'Go program' } });
    for (const [g, name] of this.names) this.events.push({ ph: 'M', name: 'thread_name', pid, tid: g, ts: 0, args: { name: `goroutine ${g}: ${name}` } });
    for (const g of this.names.keys()) this.events.push({ ph: 'M', name: 'thread_sort_index', pid, tid: g, ts: 0, args: { sort_index: g } });
    // By time, metadata first: some readers want it so.
    return this.events.sort((a, b) => Number(b.ph === 'M') - Number(a.ph === 'M') || a.ts - b.ts);
  }

  private name(event: number): void {
    const object = this.trace.a[event] as number;
    if (!this.objects.has(object)) this.objects.set(object, textOf(this.trace, this.trace.b[event] as number));
  }

  private objectName(object: number): string {
    return this.objects.get(object) ?? `object ${object}`;
  }

  /** Runs of statements of one goroutine in one function are one slice. */
  private statements(): void {
    const { stepGoroutine, stepSite, sites } = this.trace;
    const placeOf = (i: number): string => sites[stepSite[i] as number]?.func ?? '';
    for (let begin = 0; begin < stepGoroutine.length; ) {
      let end = begin + 1;
      while (end < stepGoroutine.length && stepGoroutine[end] === stepGoroutine[begin] && placeOf(end) === placeOf(begin)) end++;
      const site = sites[stepSite[begin] as number];
      this.slice(stepGoroutine[begin] as number, begin, end, placeOf(begin) || 'running', 'run', { line: site?.line ?? 0, step: begin + 1 });
      begin = end;
    }
  }

  private slice(tid: number, from: number, to: number, name: string, cat: string, args?: TraceEvent['args']): void {
    this.events.push({ ph: 'X', name, cat, pid, tid, ts: from, dur: Math.max(to - from, 0), ...(args && { args }) });
  }

  /** Long because it is a table. */
  private one(kind: number): void {
    const { trace, event } = this;
    const [g, a, b, c] = [trace.g, trace.a, trace.b, trace.c].map((column) => column[event] as number) as [number, number, number, number];
    const step = trace.step[event] as number;
    const ts = Math.max(0, step - 0.5);
    switch (kind) {
      case Kind.GoCreate:
        this.names.set(a, textOf(trace, b));
        if (g !== 0) this.arrow('go', g, a, ts, step);
        return this.waits(a, step, 'runnable');
      case Kind.GoStart:
        return this.goesOn(g, step);
      case Kind.GoStop:
        return this.waits(g, step, 'runnable');
      case Kind.GoBlock:
        return this.waits(g, step, `${waitReasons[a] ?? 'waits'}${b === 0 ? '' : ` ${this.objectName(b)}`}`);
      case Kind.GoUnblock:
        this.goesOn(a, step);
        return this.waits(a, step, 'runnable');
      case Kind.GoPanic:
        return this.instant(g, ts, `panic: ${textOf(trace, a)}`);
      case Kind.ChanSend:
        return this.send(a, g, ts, c);
      case Kind.ChanRecv:
        return this.receive(a, g, ts, c);
      case Kind.ChanClose:
        return this.instant(g, ts, `close ${this.objectName(a)}`);
      case Kind.ContextCancel:
        return this.instant(g, ts, `cancel ${this.objectName(a)}: ${textOf(trace, b)}`);
      case Kind.TimerFire:
        return this.instant(0, ts, `timer ${this.objectName(a)}`);
      case Kind.Output:
        return this.instant(g, ts, `prints ${JSON.stringify(textOf(trace, b))}`);
      default:
    }
  }

  private waits(g: number, step: number, name: string): void {
    this.waiting.set(g, { ts: step, name });
  }

  private goesOn(g: number, step: number): void {
    const since = this.waiting.get(g);
    this.waiting.delete(g);
    if (since && since.ts < step) this.slice(g, since.ts, step, since.name, 'wait');
  }

  private instant(tid: number, ts: number, name: string): void {
    this.events.push({ ph: 'i', name, cat: 'event', pid, tid, ts, s: tid === 0 ? 'g' : 't' });
  }

  /** The clock runs nothing that an arrow could begin in: what it sends is seen as the instant its timer fires. */
  private arrow(name: string, from: number, to: number, sent: number, received = sent): void {
    if (from === 0) return;
    const id = ++this.flows;
    this.events.push({ ph: 's', name, cat: 'flow', id, pid, tid: from, ts: sent });
    this.events.push({ ph: 'f', name, cat: 'flow', id, bp: 'e', pid, tid: to, ts: received });
  }

  /** A hand-off is recorded by both sides: the arrow is drawn at the send. */
  private send(channel: number, g: number, ts: number, peer: number): void {
    if (peer !== 0) return this.arrow(this.objectName(channel), g, peer, ts);
    const queue = this.underWay.get(channel) ?? new Queue();
    this.underWay.set(channel, queue);
    queue.push({ tid: g, ts });
    this.count(channel, ts, queue.length);
  }

  private receive(channel: number, g: number, ts: number, peer: number): void {
    if (peer !== 0) return;
    const queue = this.underWay.get(channel);
    const sent = queue?.shift();
    if (!queue || !sent) return;
    this.arrow(this.objectName(channel), sent.tid, g, sent.ts, ts);
    this.count(channel, ts, queue.length);
  }

  private count(channel: number, ts: number, values: number): void {
    this.events.push({ ph: 'C', name: `in ${this.objectName(channel)}`, pid, tid: 0, ts, args: { values } });
  }
}

/** First in, first out; what has gone out is forgotten in large pieces. */
class Queue<T> {
  #items: T[] = [];
  #first = 0;

  get length(): number {
    return this.#items.length - this.#first;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#first];
    if (item !== undefined) this.#first++;
    if (this.#first > 1000 && this.#first > this.#items.length / 2) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}
