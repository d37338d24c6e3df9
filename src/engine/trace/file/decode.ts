/**
 * Reading what encode.ts or an export as JSON wrote. Whatever the bytes are, it ends soon, takes memory in proportion to them, and gives a trace that
 * validate.ts accepts or a sentence about what is wrong and what to do.
 */
import { TraceAssembly } from '../assembly.ts';
import type { TraceChunk } from '../chunk.ts';
import { traceHash } from '../hash.ts';
import { NumberReader } from '../packed.ts';
import { type Trace, traceVersion } from '../trace.ts';
import { validateTrace } from '../validate.ts';
import { damage, type Damage, type FileChunk, fileVersion, readChunks } from './container.ts';
import { readJson } from './json.ts';
import { isCount, isDictionary, isList, isSite, isText, isVerdict, parsed } from './shapes.ts';
import { ofTheFuture } from './upgrade.ts';

export function decodeTrace(bytes: Uint8Array): Trace | Damage {
  const found = readTrace(bytes);
  if ('error' in found) return found;
  const [problem] = validateTrace(found, 1);
  return problem === undefined ? found : damage(`it is no recording of a run: ${problem}`);
}

function readTrace(bytes: Uint8Array): Trace | Damage {
  const version = fileVersion(bytes);
  if (version === undefined) return notBinary(bytes);
  if (typeof version !== 'number') return version;
  if (version > traceVersion) return ofTheFuture(version);
  // Before version 2 there were no binary files.
  if (version < 2) return damage(`it says that it is of version ${version}, which had no files of this kind`);
  const chunks = readChunks(bytes);
  return 'error' in chunks ? chunks : assemble(chunks);
}

function notBinary(bytes: Uint8Array): Trace | Damage {
  if (bytes.length === 0) return damage('it is empty');
  if (bytes[0] === openingBrace) return readJson(new TextDecoder().decode(bytes));
  return { error: 'it is no trace. `interleave trace --format binary PROGRAM.go` writes one.' };
}

const openingBrace = 0x7b;

/** The container's checksums have been right: what is wrong from here on was written so. */
function assemble(chunks: readonly FileChunk[]): Trace | Damage {
  const [head, ...rest] = chunks;
  const tail = rest.pop();
  if (head?.kind !== 'head' || tail?.kind !== 'tail') return damage('it has no first or no last chunk: the run was not recorded to its end');
  const assembly = new TraceAssembly();
  const counts = { events: 0, statements: 0, strings: 1 };
  for (const [i, chunk] of rest.entries()) {
    const part = partOf(chunk);
    if (part === undefined || !assembly.add(part)) return damage(`chunk ${i + 1} is not what it says (${chunk.kind})`);
    counts.events += part.count;
    counts.statements += part.sites.length;
    counts.strings += part.strings.length;
  }
  return finish(assembly, counts, json(head), json(tail));
}

function finish(assembly: TraceAssembly, counts: Readonly<Record<string, number>>, head: unknown, tail: unknown): Trace | Damage {
  if (!isDictionary(head) || !isDictionary(tail)) return damage('its first or last chunk is not what it says');
  const { engine, schedule, sites } = head;
  const { steps, verdict, hash } = tail;
  if (!isText(engine) || !isText(schedule) || !isList(sites, isSite)) return damage('its first chunk is not what it says');
  if (!isCount(steps) || !isVerdict(verdict) || !isText(hash)) return damage('its last chunk is not what it says');
  const missing = Object.entries(counts).find(([name, count]) => tail[name] !== count);
  if (missing) return damage(`it has ${missing[1]} ${missing[0]}, but its last chunk counts ${String(tail[missing[0]])}`);
  const trace = assembly.finish({ engine, schedule, sites, steps, verdict, hash });
  if (traceHash(trace) !== hash) return damage('what it holds is not what was recorded: the hash is another');
  return trace;
}

const noStatements = { goroutines: new Uint32Array(0), sites: new Uint32Array(0) };
const noEvents = { events: new Uint8Array(0), count: 0 };

function partOf(chunk: FileChunk): TraceChunk | undefined {
  const { kind, payload } = chunk;
  if (kind === 'text') {
    const strings = json(chunk);
    return isList(strings, isText) ? { ...noEvents, strings, ...noStatements } : undefined;
  }
  if ((kind !== 'evnt' && kind !== 'stmt') || payload.length < 4) return undefined;
  const count = new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  const bytes = payload.subarray(4);
  if (count > bytes.length) return undefined;
  if (kind === 'evnt') return { events: bytes, count, strings: [], ...noStatements };
  const reader = new NumberReader(bytes);
  const [goroutines, sites] = [sums(reader, count), sums(reader, count)];
  return reader.failed || reader.more ? undefined : { ...noEvents, strings: [], goroutines, sites };
}

function sums(reader: NumberReader, count: number): Uint32Array {
  const values = new Uint32Array(count);
  let last = 0;
  for (let i = 0; i < count && !reader.failed; i++) values[i] = last = (last + reader.next()) >>> 0;
  return values;
}

function json({ payload }: FileChunk): unknown {
  return parsed(new TextDecoder().decode(payload));
}
