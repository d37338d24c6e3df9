/** A trace put together from chunks as they arrive. */
import type { TraceChunk, TraceEnd } from './chunk.ts';
import { traceHash } from './hash.ts';
import { unpackEvents } from './packed.ts';
import type { RecorderEnd } from './recorder.ts';
import { type Trace, traceVersion } from './trace.ts';

const firstCapacity = 1024;

export class TraceAssembly {
  readonly #columns: EventColumns;
  readonly #strings: string[] = [''];
  #goroutines = new Uint32Array(firstCapacity);
  #sites = new Uint32Array(firstCapacity);
  #statements = 0;

  /** Room for so many events to begin with. */
  constructor(capacity = firstCapacity) {
    this.#columns = new EventColumns(capacity);
  }

  /** Events so far. */
  get length(): number {
    return this.#columns.length;
  }

  /** False: the chunk does not hold the events it says; nothing of it counts then. */
  add({ events, count, strings, goroutines, sites }: TraceChunk): boolean {
    if (goroutines.length !== sites.length || !this.#columns.add(events, count)) return false;
    for (const text of strings) this.#strings.push(text);
    const statements = this.#statements + sites.length;
    if (statements > this.#sites.length) {
      const capacity = Math.max(statements, this.#sites.length * 2);
      this.#goroutines = larger(this.#goroutines, new Uint32Array(capacity));
      this.#sites = larger(this.#sites, new Uint32Array(capacity));
    }
    this.#goroutines.set(goroutines, this.#statements);
    this.#sites.set(sites, this.#statements);
    this.#statements = statements;
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
      stepGoroutine: narrow(this.#goroutines.subarray(0, this.#statements)),
      stepSite: narrow(this.#sites.subarray(0, this.#statements)),
      verdict,
      schedule,
    };
    return { ...trace, hash: hash ?? traceHash(trace) };
  }
}

/** Columns that grow. */
class EventColumns {
  kind: Uint8Array;
  step: Uint32Array;
  g: Int32Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
  d: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.step = new Uint32Array(capacity);
    [this.g, this.a, this.b, this.c, this.d] = Array.from({ length: 5 }, () => new Int32Array(capacity)) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  }

  /** False: these bytes are not so many packed events. */
  add(packed: Uint8Array, count: number): boolean {
    const begun = this.length;
    const end = begun + count;
    // Each event takes two bytes, and three that stand together six.
    if (count > packed.length) return false;
    this.reserve(end);
    const { kind, step, g, a, b, c, d } = this;
    let at = begun;
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

  private reserve(count: number): void {
    if (count <= this.kind.length) return;
    const capacity = Math.max(count, this.kind.length * 2);
    this.kind = larger(this.kind, new Uint8Array(capacity));
    this.step = larger(this.step, new Uint32Array(capacity));
    this.g = larger(this.g, new Int32Array(capacity));
    this.a = larger(this.a, new Int32Array(capacity));
    this.b = larger(this.b, new Int32Array(capacity));
    this.c = larger(this.c, new Int32Array(capacity));
    this.d = larger(this.d, new Int32Array(capacity));
  }
}

/** In sixteen bits each if they fit. */
export function narrow(values: Uint32Array): Uint16Array | Uint32Array {
  return values.every((value) => value < 65536) ? Uint16Array.from(values) : values.slice();
}

/** The larger one, which begins as the old one. */
export function larger<T extends Uint8Array | Uint32Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
