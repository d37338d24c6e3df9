/**
 * Writing a trace file, as the run goes on or afterwards. The payloads of the container's chunks:
 *
 *   head   JSON: engine, schedule, sites. The first chunk.
 *   text   JSON: array of the texts that the string table grows by
 *   evnt   number of events (32 bits), then the events (../packed.ts)
 *   stmt   number of statements (32 bits), then their goroutines and then their sites, each as the difference from the one before, zigzag LEB128
 *   tail   JSON: steps, verdict, hash, and how many events, statements and strings there must be. The last chunk.
 *
 * JSON is UTF-8; it can hold any text of a program, halves of surrogate pairs included.
 */
import { chunksOf, type TraceChunk, type TraceEnd } from '../chunk.ts';
import { putNumber } from '../packed.ts';
import { type Trace, traceVersion } from '../trace.ts';
import { type ChunkKind, fileChunk, fileHeader } from './container.ts';

type Head = Pick<Trace, 'engine' | 'schedule' | 'sites'>;

/** Gives the bytes of a file part by part. */
export class TraceWriter {
  #number = 0;
  #events = 0;
  #statements = 0;
  #strings = 1;

  begin({ engine, schedule, sites }: Head): Uint8Array {
    return joined([fileHeader(traceVersion), this.#json('head', { engine, schedule, sites })]);
  }

  chunk({ events, count, strings, goroutines, sites }: TraceChunk): Uint8Array {
    this.#events += count;
    this.#statements += sites.length;
    this.#strings += strings.length;
    return joined([
      ...(strings.length > 0 ? [this.#json('text', strings)] : []),
      ...(count > 0 ? [this.#chunk('evnt', counted(count, events))] : []),
      ...(sites.length > 0 ? [this.#chunk('stmt', counted(sites.length, joined([differences(goroutines), differences(sites)])))] : []),
    ]);
  }

  end({ steps, verdict, hash }: Pick<TraceEnd, 'steps' | 'verdict' | 'hash'>): Uint8Array {
    return this.#json('tail', { steps, events: this.#events, statements: this.#statements, strings: this.#strings, verdict, hash });
  }

  #json(kind: ChunkKind, value: unknown): Uint8Array {
    return this.#chunk(kind, new TextEncoder().encode(JSON.stringify(value)));
  }

  #chunk(kind: ChunkKind, payload: Uint8Array): Uint8Array {
    return fileChunk({ kind, payload }, this.#number++);
  }
}

export function encodeTrace(trace: Trace): Uint8Array {
  const writer = new TraceWriter();
  return joined([writer.begin(trace), ...chunksOf(trace).map((chunk) => writer.chunk(chunk)), writer.end(trace)]);
}

function counted(count: number, bytes: Uint8Array): Uint8Array {
  const payload = new Uint8Array(4 + bytes.length);
  new DataView(payload.buffer).setUint32(0, count, true);
  payload.set(bytes, 4);
  return payload;
}

/** Five bytes hold any difference. */
function differences(values: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * values.length);
  let at = 0;
  let last = 0;
  for (const value of values) {
    at = putNumber(bytes, at, value - last);
    last = value;
  }
  return bytes.subarray(0, at);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
