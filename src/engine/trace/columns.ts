/** The recorder: growing columns of events and statements, and a table of strings. */
import { bug } from '../../base/assert.ts';
import type { Kind } from './events.ts';
import { Hash } from './hash.ts';
import type { Recorder, RecorderEnd, RecorderMark } from './recorder.ts';
import type { Trace } from './trace.ts';

const firstCapacity = 1024;
/** Statements recorded one by one: a person steps through the first ones. Later ones are found by replay. */
const mostStatements = 200_000;

/** Words of an event while recording: kind, step, g, a, b, c, d. Events lie in chunks, so that nothing is copied as their number grows. */
const stride = 7;
const chunkBits = 14;
const chunkEvents = 1 << chunkBits;

class ColumnRecorder implements Recorder {
  length = 0;
  private readonly chunks: Int32Array[] = [new Int32Array(stride * chunkEvents)];
  /** Where the next event goes. */
  private chunk = this.chunkAt(0);
  private place = 0;
  private strings: string[] = [''];
  private readonly indices = new Map<string, number>([['', 0]]);
  private recorded = 0;
  private stepGoroutine = new Uint32Array(firstCapacity);
  private stepSite = new Uint32Array(firstCapacity);
  private mostGoroutine = 0;
  private mostSite = 0;

  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    const { chunk, place } = this;
    chunk[place] = kind;
    chunk[place + 1] = step;
    chunk[place + 2] = g;
    chunk[place + 3] = a;
    chunk[place + 4] = b;
    chunk[place + 5] = c;
    chunk[place + 6] = d;
    this.place = place + stride;
    this.length++;
    if (this.place === chunk.length) this.moveTo(this.length);
  }

  events(words: Int32Array): void {
    for (let from = 0; from < words.length; ) {
      const room = Math.min(words.length - from, this.chunk.length - this.place);
      this.chunk.set(words.subarray(from, from + room), this.place);
      from += room;
      this.moveTo(this.length + room / stride);
    }
  }

  private chunkAt(index: number): Int32Array {
    return (this.chunks[index] ??= new Int32Array(stride * chunkEvents));
  }

  /** The next event is number `length`. */
  private moveTo(length: number): void {
    this.length = length;
    this.chunk = this.chunkAt(length >> chunkBits);
    this.place = (length & (chunkEvents - 1)) * stride;
  }

  /** Copies a word of every event to a column. */
  private column<T extends Uint8Array | Uint32Array | Int32Array>(word: number, into: T): T {
    for (let event = 0; event < this.length; ) {
      const chunk = this.chunkAt(event >> chunkBits);
      const end = Math.min(this.length, event + chunkEvents);
      for (let place = word; event < end; event++, place += stride) into[event] = chunk[place] as number;
    }
    return into;
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
    const end = Math.min(mostStatements, begun + who.length);
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

  mark(): RecorderMark {
    return { events: this.length, strings: this.strings.length, statements: this.recorded };
  }

  truncate({ events, strings, statements }: RecorderMark): void {
    if (events > this.length || strings > this.strings.length || statements > this.recorded)
      bug('a recorder cannot be cut back to its future');
    for (let i = strings; i < this.strings.length; i++) this.indices.delete(this.strings[i] as string);
    this.strings.length = strings;
    this.moveTo(events);
    this.recorded = statements;
  }

  finish({ engine, steps, sites, verdict, schedule }: RecorderEnd): Trace {
    const { length, recorded } = this;
    const narrow = (values: Uint32Array, most: number): Uint16Array | Uint32Array =>
      most < 65536 ? Uint16Array.from(values.subarray(0, recorded)) : values.slice(0, recorded);
    const columns = {
      kind: this.column(0, new Uint8Array(length)),
      step: this.column(1, new Uint32Array(length)),
      g: this.column(2, new Int32Array(length)),
      a: this.column(3, new Int32Array(length)),
      b: this.column(4, new Int32Array(length)),
      c: this.column(5, new Int32Array(length)),
      d: this.column(6, new Int32Array(length)),
    };
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

function larger<T extends Uint8Array | Uint32Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

export function createRecorder(): Recorder {
  return new ColumnRecorder();
}
