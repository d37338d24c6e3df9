/** The recorder: events, statements in growing columns, and a table of strings. */
import { bug } from '../../base/assert.ts';
import { TraceAssembly } from './assembly.ts';
import type { TraceChunk } from './chunk.ts';
import type { Kind } from './events.ts';
import { PackedEvents } from './packed.ts';
import { type Recorder, type RecorderEnd, recordedStatements } from './recorder.ts';
import { StatementColumn } from './statementColumn.ts';
import type { Trace } from './trace.ts';

/** Different texts that a recording should have: a program that sends ever new ones must not fill the memory with them. */
const mostTexts = 1 << 17;

/** Measured: operations that the runtime does take a microsecond or more, those that the kernel does some 50 nanoseconds, a statement 1 to 4. */
const workOfEvent = 400;
const workOfKernelEvent = 16;

/** How much has been handed out. */
interface Taken {
  readonly pieces: number;
  readonly strings: number;
  readonly statements: number;
}

class ColumnRecorder implements Recorder {
  private readonly packed = new PackedEvents();
  private strings: string[] = [''];
  private readonly indices = new Map<string, number>([['', 0]]);
  private readonly stepGoroutine = new StatementColumn(recordedStatements);
  private readonly stepSite = new StatementColumn(recordedStatements);
  work = 0;
  private taken: Taken = { pieces: 0, strings: 1, statements: 0 };

  get length(): number {
    return this.packed.count;
  }

  event(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    this.packed.add(kind, step, g, a, b, c, d);
    this.work += workOfEvent;
  }

  events(packed: Uint8Array, count: number): void {
    this.packed.append(packed, count);
    this.work += count * workOfKernelEvent;
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
    this.stepGoroutine.appendReversed(words, who, count);
    this.stepSite.appendReversed(words, where, count);
  }

  take(): TraceChunk[] {
    const pieces = this.packed.pieces().slice(this.taken.pieces);
    if (pieces.length === 0 && this.strings.length === this.taken.strings && this.stepSite.length === this.taken.statements) return [];
    const chunks = (pieces.length > 0 ? pieces : [noEvents]).map(({ bytes, count }, i) => ({
      events: bytes.slice(),
      count,
      ...(i === 0 ? this.tablesSince(this.taken) : noTables()),
    }));
    this.taken = { pieces: this.taken.pieces + pieces.length, strings: this.strings.length, statements: this.stepSite.length };
    return chunks;
  }

  private tablesSince({ strings, statements }: Taken): Pick<TraceChunk, 'strings' | 'goroutines' | 'sites'> {
    return {
      strings: this.strings.slice(strings),
      goroutines: this.stepGoroutine.from(statements),
      sites: this.stepSite.from(statements),
    };
  }

  finish(end: RecorderEnd): Trace {
    const assembly = new TraceAssembly();
    assembly.expect(this.length);
    for (const { bytes, count } of this.packed.pieces()) {
      if (!assembly.add({ events: bytes, count, ...noTables() })) bug('the recorder cannot read its own events');
    }
    assembly.add({ events: noEvents.bytes, count: 0, ...this.tablesSince({ pieces: 0, strings: 1, statements: 0 }) });
    return assembly.finish(end);
  }
}

const noEvents = { bytes: new Uint8Array(0), count: 0 };
const noTables = () => ({ strings: [], goroutines: new Uint32Array(0), sites: new Uint32Array(0) });

export function createRecorder(): Recorder {
  return new ColumnRecorder();
}
