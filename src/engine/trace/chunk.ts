/**
 * What a recording has grown by: it is handed out in chunks while the run goes on, to a page or to a file. The chunks of a run, put together
 * (assembly.ts), are its trace, whatever moments they were cut at.
 */
import { bug } from '../../base/assert.ts';
import { PackedEvents } from './packed.ts';
import type { RecorderEnd } from './recorder.ts';
import type { Trace } from './trace.ts';

export interface TraceChunk {
  /** Events as packed.ts describes, beginning with a reset: some 64 KiB at most. */
  readonly events: Uint8Array;
  readonly count: number;
  /** What the string table grows by. Events refer only to texts of their own and of earlier chunks. */
  readonly strings: readonly string[];
  /** What the list of statements grows by. */
  readonly goroutines: Uint32Array;
  readonly sites: Uint32Array;
}

/** What is known when the last chunk has been handed out. */
export interface TraceEnd extends RecorderEnd {
  readonly hash: string;
}

/** The chunks of a recording that has ended. */
export function chunksOf(trace: Trace): TraceChunk[] {
  const packed = new PackedEvents();
  const { kind, step, g, a, b, c, d } = trace;
  for (let i = 0; i < trace.length; i++) packed.add(word(kind, i) as never, word(step, i), word(g, i), word(a, i), word(b, i), word(c, i), word(d, i));
  const pieces = packed.pieces();
  const rest = { strings: trace.strings.slice(1), goroutines: Uint32Array.from(trace.stepGoroutine), sites: Uint32Array.from(trace.stepSite) };
  return (pieces.length > 0 ? pieces : [noEvents]).map(({ bytes, count }, i) => ({ events: bytes, count, ...(i === 0 ? rest : nothing) }));
}

const noEvents = { bytes: new Uint8Array(0), count: 0 };
const nothing = { strings: [], goroutines: new Uint32Array(0), sites: new Uint32Array(0) };

function word(column: ArrayLike<number>, i: number): number {
  return column[i] ?? bug(`no event ${i}`);
}
