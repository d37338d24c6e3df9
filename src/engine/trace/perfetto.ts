/**
 * A recording in the Trace Event Format (JSON), which Perfetto and Chrome's tracing page open. A statement takes a microsecond there, since
 * virtual time stands still while statements are executed. One track for a goroutine: what it runs, what it waits for; arrows are messages and go
 * statements; channels with a buffer are counters.
 */
import { Kind, waitReasons } from './events.ts';
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
  const writer = new Writer(trace);
  const events = writer.write();
  const { engine, schedule, hash, steps, verdict } = trace;
  return `${JSON.stringify({ traceEvents: events, displayTimeUnit: 'ns', otherData: { engine, schedule, hash, steps, verdict: verdict.summary || verdict.kind } })}\n`;
}

class Writer {
  private readonly trace: Trace;
  private readonly events: TraceEvent[] = [];
  private readonly names = new Map<number, string>([[1, 'main.main']]);
  /** Objects' names, as far as the program gives them any. */
  private readonly objects = new Map<number, string>();
  private readonly waiting = new Map<number, { readonly ts: number; readonly name: string }>();
  private readonly buffered = new Map<number, number>();
  /** Sends whose values have not been received, oldest first, by channel: numbers of their arrows. */
  private readonly underWay = new Map<number, number[]>();
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
    const ts = trace.step[event] as number;
    switch (kind) {
      case Kind.GoCreate:
        this.names.set(a, textOf(trace, b));
        if (g !== 0) this.arrow('go', g, a, ts);
        return;
      case Kind.GoBlock:
        this.waiting.set(g, { ts, name: `${waitReasons[a] ?? 'waits'}${b === 0 ? '' : ` ${this.objectName(b)}`}` });
        return;
      case Kind.GoUnblock: {
        const since = this.waiting.get(a);
        this.waiting.delete(a);
        if (since) this.slice(a, since.ts, ts, since.name, 'wait');
        return;
      }
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

  private instant(tid: number, ts: number, name: string): void {
    this.events.push({ ph: 'i', name, cat: 'event', pid, tid, ts, s: tid === 0 ? 'g' : 't' });
  }

  private arrow(name: string, from: number, to: number, ts: number): void {
    const id = ++this.flows;
    this.events.push({ ph: 's', name, cat: 'flow', id, pid, tid: from, ts });
    this.events.push({ ph: 'f', name, cat: 'flow', id, bp: 'e', pid, tid: to, ts });
  }

  /** A hand-off is recorded by both sides: the arrow is drawn at the send. */
  private send(channel: number, g: number, ts: number, peer: number): void {
    if (peer !== 0) return this.arrow(this.objectName(channel), g, peer, ts);
    const id = ++this.flows;
    this.events.push({ ph: 's', name: this.objectName(channel), cat: 'flow', id, pid, tid: g, ts });
    this.underWay.set(channel, [...(this.underWay.get(channel) ?? []), id]);
    this.count(channel, ts, 1);
  }

  private receive(channel: number, g: number, ts: number, peer: number): void {
    if (peer !== 0) return;
    const [id, ...rest] = this.underWay.get(channel) ?? [];
    if (id === undefined) return;
    this.underWay.set(channel, rest);
    this.events.push({ ph: 'f', name: this.objectName(channel), cat: 'flow', id, bp: 'e', pid, tid: g, ts });
    this.count(channel, ts, -1);
  }

  private count(channel: number, ts: number, change: number): void {
    const now = (this.buffered.get(channel) ?? 0) + change;
    this.buffered.set(channel, now);
    this.events.push({ ph: 'C', name: `in ${this.objectName(channel)}`, pid, tid: 0, ts, args: { values: now } });
  }
}
