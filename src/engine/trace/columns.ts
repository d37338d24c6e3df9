/** The recorder: events, statements in growing columns, and a table of strings. */
import type { Kind } from './events.ts';
import { Hash } from './hash.ts';
import { PackedEvents } from './packed.ts';
import { type Recorder, type RecorderEnd, recordedStatements } from './recorder.ts';
import type { Trace } from './trace.ts';

const firstCapacity = 1024;

/** Different texts that a recording should have: a program that sends ever new ones must not fill the memory with them. */
const mostTexts = 1 << 17;

class ColumnRecorder implements Recorder {
  private readonly packed = new PackedEvents();
  private strings: string[] = [''];
  private readonly indices = new Map<string, number>([['', 0]]);
  private recorded = 0;
  private stepGoroutine = new Uint32Array(firstCapacity);
  private stepSite = new Uint32Array(firstCapacity);
  private mostGoroutine = 0;
  private mostSite = 0;

  get length(): number {
    return this.packed.count;
  }

  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    this.packed.add(kind, step, g, a, b, c, d);
  }

  events(packed: Uint8Array, count: number): void {
    this.packed.append(packed, count);
  }

  get full(): boolean {
    return this.strings.length >= mostTexts;
  }

  string(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    const index = this.strings.length;
    this.strings.push(text);
    this.indices.set(text, index);
    return index;
  }

  statements(who: Int32Array, where: Int32Array): void {
    const begun = this.recorded;
    const end = Math.min(recordedStatements, begun + who.length);
    if (end > this.stepSite.length) {
      const capacity = Math.max(end, this.stepSite.length * 2);
      this.stepGoroutine = larger(this.stepGoroutine, new Uint32Array(capacity));
      this.stepSite = larger(this.stepSite, new Uint32Array(capacity));
    }
    for (let at = begun, from = who.length - 1; at < end; at++, from--) {
      const g = who[from] as number;
      const site = where[from] as number;
      this.stepGoroutine[at] = g;
      this.stepSite[at] = site;
      if (g > this.mostGoroutine) this.mostGoroutine = g;
      if (site > this.mostSite) this.mostSite = site;
    }
    this.recorded = end;
  }

  finish({ engine, steps, sites, verdict, schedule }: RecorderEnd): Trace {
    const { length, recorded } = this;
    const narrow = (values: Uint32Array, most: number): Uint16Array | Uint32Array =>
      most < 65536 ? Uint16Array.from(values.subarray(0, recorded)) : values.slice(0, recorded);
    const columns = unpacked(this.packed);
    return {
      version: 2,
      engine,
      steps,
      length,
      ...columns,
      strings: [...this.strings],
      sites,
      stepGoroutine: narrow(this.stepGoroutine, this.mostGoroutine),
      stepSite: narrow(this.stepSite, this.mostSite),
      verdict,
      hash: this.hash(steps, Object.values(columns)),
      schedule,
    };
  }

  private hash(steps: number, columns: readonly ArrayLike<number>[]): string {
    const hash = new Hash();
    hash.number(steps);
    for (const column of columns) hash.numbers(column, this.length);
    for (const column of [this.stepGoroutine, this.stepSite]) hash.numbers(column, this.recorded);
    hash.number(this.strings.length);
    for (const text of this.strings) hash.text(text);
    return hash.hex();
  }
}

function unpacked(packed: PackedEvents) {
  const { count } = packed;
  const columns = {
    kind: new Uint8Array(count),
    step: new Uint32Array(count),
    g: new Int32Array(count),
    a: new Int32Array(count),
    b: new Int32Array(count),
    c: new Int32Array(count),
    d: new Int32Array(count),
  };
  let at = 0;
  packed.unpack((kind, step, g, a, b, c, d) => {
    columns.kind[at] = kind;
    columns.step[at] = step;
    columns.g[at] = g;
    columns.a[at] = a;
    columns.b[at] = b;
    columns.c[at] = c;
    columns.d[at++] = d;
  });
  return columns;
}

function larger<T extends Uint8Array | Uint32Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

export function createRecorder(): Recorder {
  return new ColumnRecorder();
}
