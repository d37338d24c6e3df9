/** The recorder: growing columns of events and statements, and a table of strings. */
import { bug } from '../../base/assert.ts';
import type { Kind } from './events.ts';
import { Hash } from './hash.ts';
import type { Recorder, RecorderEnd, RecorderMark } from './recorder.ts';
import type { Trace } from './trace.ts';

const firstCapacity = 1024;
/** Statements recorded one by one; of later ones only the number is known. */
const mostStatements = 4_000_000;
/** Texts of small numbers are by far the most frequent: they are found without a hash of the text. */
const smallNumbers = 1024;

class ColumnRecorder implements Recorder {
  length = 0;
  private kind = new Uint8Array(firstCapacity);
  private step = new Uint32Array(firstCapacity);
  private g = new Int32Array(firstCapacity);
  private a = new Int32Array(firstCapacity);
  private b = new Int32Array(firstCapacity);
  private c = new Int32Array(firstCapacity);
  private d = new Int32Array(firstCapacity);
  private strings: string[] = [''];
  private readonly indices = new Map<string, number>([['', 0]]);
  private readonly numberTexts = new Int32Array(smallNumbers);
  private statements = 0;
  private stepGoroutine = new Uint32Array(firstCapacity);
  private stepSite = new Uint32Array(firstCapacity);
  private mostGoroutine = 0;
  private mostSite = 0;

  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    const at = this.length;
    if (at === this.kind.length) this.growEvents();
    this.kind[at] = kind;
    this.step[at] = step;
    this.g[at] = g;
    this.a[at] = a;
    this.b[at] = b;
    this.c[at] = c;
    this.d[at] = d;
    this.length = at + 1;
  }

  private growEvents(): void {
    const capacity = this.kind.length * 2;
    this.kind = larger(this.kind, new Uint8Array(capacity));
    this.step = larger(this.step, new Uint32Array(capacity));
    this.g = larger(this.g, new Int32Array(capacity));
    this.a = larger(this.a, new Int32Array(capacity));
    this.b = larger(this.b, new Int32Array(capacity));
    this.c = larger(this.c, new Int32Array(capacity));
    this.d = larger(this.d, new Int32Array(capacity));
  }

  string(text: string): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    const index = this.strings.length;
    this.strings.push(text);
    this.indices.set(text, index);
    return index;
  }

  number(value: number): number {
    if (value < 0 || value >= smallNumbers) return this.string(String(value));
    const known = this.numberTexts[value] as number;
    if (known !== 0) return known;
    return (this.numberTexts[value] = this.string(String(value)));
  }

  statement(g: number, site: number): void {
    const at = this.statements;
    if (at >= mostStatements) return;
    if (at === this.stepSite.length) {
      this.stepGoroutine = larger(this.stepGoroutine, new Uint32Array(at * 2));
      this.stepSite = larger(this.stepSite, new Uint32Array(at * 2));
    }
    this.stepGoroutine[at] = g;
    this.stepSite[at] = site;
    this.mostGoroutine = Math.max(this.mostGoroutine, g);
    this.mostSite = Math.max(this.mostSite, site);
    this.statements = at + 1;
  }

  mark(): RecorderMark {
    return { events: this.length, strings: this.strings.length, statements: this.statements };
  }

  truncate({ events, strings, statements }: RecorderMark): void {
    if (events > this.length || strings > this.strings.length || statements > this.statements)
      bug('a recorder cannot be cut back to its future');
    for (let i = strings; i < this.strings.length; i++) this.indices.delete(this.strings[i] as string);
    for (let i = 0; i < smallNumbers; i++) if ((this.numberTexts[i] as number) >= strings) this.numberTexts[i] = 0;
    this.strings.length = strings;
    this.length = events;
    this.statements = statements;
  }

  finish({ engine, steps, sites, verdict, schedule }: RecorderEnd): Trace {
    const { length, statements } = this;
    const narrow = (values: Uint32Array, most: number): Uint16Array | Uint32Array =>
      most < 65536 ? Uint16Array.from(values.subarray(0, statements)) : values.slice(0, statements);
    return {
      version: 1,
      engine,
      steps,
      length,
      kind: this.kind.slice(0, length),
      step: this.step.slice(0, length),
      g: this.g.slice(0, length),
      a: this.a.slice(0, length),
      b: this.b.slice(0, length),
      c: this.c.slice(0, length),
      d: this.d.slice(0, length),
      strings: [...this.strings],
      sites,
      stepGoroutine: narrow(this.stepGoroutine, this.mostGoroutine),
      stepSite: narrow(this.stepSite, this.mostSite),
      verdict,
      hash: this.hash(steps),
      schedule,
    };
  }

  private hash(steps: number): string {
    const hash = new Hash();
    hash.number(steps);
    for (const column of [this.kind, this.step, this.g, this.a, this.b, this.c, this.d]) hash.numbers(column, this.length);
    for (const column of [this.stepGoroutine, this.stepSite]) hash.numbers(column, this.statements);
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
