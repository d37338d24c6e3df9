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

  statements(words: Int32Array, who: number, where: number, count: number): void {
    const begun = this.recorded;
    const end = Math.min(recordedStatements, begun + count);
    if (end > this.stepSite.length) {
      const capacity = Math.max(end, this.stepSite.length * 2);
      this.stepGoroutine = larger(this.stepGoroutine, new Uint32Array(capacity));
      this.stepSite = larger(this.stepSite, new Uint32Array(capacity));
    }
    const { stepGoroutine, stepSite } = this;
    for (let at = begun, from = count - 1; at < end; at++, from--) {
      stepGoroutine[at] = words[who + from] as number;
      stepSite[at] = words[where + from] as number;
    }
    this.recorded = end;
  }

  finish({ engine, steps, sites, verdict, schedule }: RecorderEnd): Trace {
    const { length, recorded } = this;
    const narrow = (values: Uint32Array): Uint16Array | Uint32Array => {
      const used = values.subarray(0, recorded);
      return used.every((value) => value < 65536) ? Uint16Array.from(used) : used.slice();
    };
    const columns = unpacked(this.packed);
    return {
      version: 2,
      engine,
      steps,
      length,
      ...columns,
      strings: [...this.strings],
      sites,
      stepGoroutine: narrow(this.stepGoroutine),
      stepSite: narrow(this.stepSite),
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
