/** A trace put together from chunks as they arrive. */
import type { TraceChunk, TraceEnd } from './chunk.ts';
import { traceHash } from './hash.ts';
import { unpackEvents } from './packed.ts';
import type { RecorderEnd } from './recorder.ts';
import { StatementColumn } from './statementColumn.ts';
import { type Trace, traceVersion } from './trace.ts';

const firstCapacity = 1024;
const largestCopy = 1 << 15;

export class TraceAssembly {
  readonly #columns = new EventColumns();
  readonly #strings: string[] = [''];
  readonly #goroutines = new StatementColumn();
  readonly #sites = new StatementColumn();

  /** So many events will come in all. */
  expect(events: number): void {
    this.#columns.reserve(events);
  }

  /** Events so far. */
  get length(): number {
    return this.#columns.length;
  }

  /** False: the chunk does not hold the events it says; nothing of it counts then. */
  add({ events, count, strings, goroutines, sites }: TraceChunk): boolean {
    if (goroutines.length !== sites.length || !this.#columns.add(events, count)) return false;
    for (const text of strings) this.#strings.push(text);
    this.#goroutines.append(goroutines);
    this.#sites.append(sites);
    return true;
  }

  /** `hash` is found out where the end does not say it. */
  finish({ engine, steps, sites, verdict, schedule, hash }: RecorderEnd & Partial<TraceEnd>): Trace {
    const { kind, step, g, a, b, c, d, length } = this.#columns;
    const trace = {
      version: traceVersion,
      engine,
      steps,
      length,
      kind: kind.subarray(0, length),
      step: step.subarray(0, length),
      g: g.subarray(0, length),
      a: a.subarray(0, length),
      b: b.subarray(0, length),
      c: c.subarray(0, length),
      d: d.subarray(0, length),
      strings: this.#strings,
      sites,
      stepGoroutine: this.#goroutines.all(),
      stepSite: this.#sites.all(),
      verdict,
      schedule,
    };
    return { ...trace, hash: hash ?? traceHash(trace) };
  }
}

/**
 * Columns that grow by large steps: memory that nothing has been written to costs nothing yet, and what is copied at a step is little of what there will be.
 * Up to two million events the largest copy is of 32,768.
 */
class EventColumns {
  kind = new Uint8Array(firstCapacity);
  step = new Uint32Array(firstCapacity);
  g = new Int32Array(firstCapacity);
  a = new Int32Array(firstCapacity);
  b = new Int32Array(firstCapacity);
  c = new Int32Array(firstCapacity);
  d = new Int32Array(firstCapacity);
  length = 0;

  /** False: these bytes are not so many packed events. */
  add(packed: Uint8Array, count: number): boolean {
    // Each event takes two bytes, and three that stand together six.
    if (count > packed.length) return false;
    const end = this.length + count;
    this.reserve(end);
    const { kind, step, g, a, b, c, d } = this;
    let at = this.length;
    const well = unpackEvents(packed, (k, s, by, first, second, third, fourth) => {
      kind[at] = k;
      step[at] = s;
      g[at] = by;
      a[at] = first;
      b[at] = second;
      c[at] = third;
      d[at++] = fourth;
    });
    if (!well || at !== end) return false;
    this.length = end;
    return true;
  }

  reserve(count: number): void {
    const now = this.kind.length;
    if (count <= now) return;
    const factor = now <= firstCapacity ? 32 : now <= largestCopy ? 64 : 4;
    const capacity = Math.max(count, now * factor);
    this.kind = larger(this.kind, new Uint8Array(capacity));
    this.step = larger(this.step, new Uint32Array(capacity));
    this.g = larger(this.g, new Int32Array(capacity));
    this.a = larger(this.a, new Int32Array(capacity));
    this.b = larger(this.b, new Int32Array(capacity));
    this.c = larger(this.c, new Int32Array(capacity));
    this.d = larger(this.d, new Int32Array(capacity));
  }
}

/** The larger one, which begins as the old one. */
function larger<T extends Uint8Array | Uint32Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
