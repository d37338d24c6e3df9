import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { concurrentProgram } from '../../testing/concurrentPrograms.ts';
import { recordProgram } from '../../testing/record.ts';
import { tutorial } from '../../testing/tutorial.ts';
import { outputOf } from '../compare.ts';
import { Kind } from '../events.ts';
import { plainEvent, traceJson, traceText } from '../text.ts';
import { type Trace, traceVersion } from '../trace.ts';
import { validateTrace } from '../validate.ts';
import { chunkKinds, fileChunk, type FileChunk, fileHeader, readChunks } from './container.ts';
import { crc32 } from './crc.ts';
import { decodeTrace } from './decode.ts';
import { encodeTrace } from './encode.ts';
import { upgraders } from './upgrade.ts';

const small = recordProgram('package main\n\nfunc main() {\n\tc := make(chan string, 1)\n\tc <- "é"\n\tprintln(<-c)\n}\n', 'go');
const programs = [...Object.values(tutorial), ...Array.from({ length: 5 }, (_, seed) => concurrentProgram(seed))];

function reread(trace: Trace): Trace {
  return read(encodeTrace(trace));
}
function read(bytes: Uint8Array): Trace {
  const found = decodeTrace(bytes);
  if ('error' in found) throw new Error(found.error);
  return found;
}
/** Whatever is refused is refused with whole sentences that say what to do. */
function refusal(bytes: Uint8Array): string {
  const found = decodeTrace(bytes);
  if (!('error' in found)) return '';
  expect(found.error).toMatch(/\. (Copy it again from where it is whole, or record the program again|Read it with the newer one that wrote it|`interleave trace --format binary PROGRAM\.go` writes one)\.$/);
  return found.error;
}

/** A fixed sequence of numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

describe('A trace file', () => {
  it('holds a recording as it was', () => {
    for (const [i, text] of programs.entries()) {
      const trace = recordProgram(text, i % 2 === 0 ? 'go' : 'random,3', 800);
      expect(reread(trace)).toEqual(trace);
    }
  });

  it('can hold any text', () => {
    const strings = ['', 'half a pair: \ud800', '\u0000\n"', '😀', 'x'.repeat(100_000)];
    const output = recordProgram('package main\n\nfunc main() { println("a", "b", "c", "d", "e") }\n');
    const trace = { ...output, strings: [...strings, ...output.strings.slice(strings.length)] };
    const file = encodeTrace(trace);
    // The hash is that of other strings.
    expect(refusal(file)).toContain('the hash is another');
    const chunks = readChunks(file) as readonly FileChunk[];
    expect(JSON.parse(new TextDecoder().decode(chunks.find(({ kind }) => kind === 'text')?.payload))).toEqual(trace.strings.slice(1));
  });

  it('is smaller than the columns', () => {
    const pings = 'package main\n\nfunc main() {\n\tc := make(chan int)\n\tgo func() {\n\t\tfor i := 0; ; i++ {\n\t\t\tc <- i\n\t\t}\n\t}()\n\tfor {\n\t\t<-c\n\t}\n}\n';
    const trace = recordProgram(pings, 'random,3', 30_000);
    const file = encodeTrace(trace);
    expect(file.length).toBeLessThan((trace.length * 25 + trace.stepSite.length * 4) / 3);
    // Two of its chunks of events, each in the other's place and with its number.
    const chunks = [...(readChunks(file) as readonly FileChunk[])];
    const [one, other] = chunks.flatMap(({ kind }, i) => (kind === 'evnt' ? [i] : [])) as [number, number];
    [chunks[one], chunks[other]] = [chunks[other] as FileChunk, chunks[one] as FileChunk];
    const swapped = [fileHeader(traceVersion), ...chunks.map((chunk, i) => fileChunk(chunk, i))];
    expect(refusal(new Uint8Array(Buffer.concat(swapped)))).toContain('the hash is another');
  });

  it('has the checksum that everybody has', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});

describe('A damaged trace file is refused', () => {
  const file = encodeTrace(small);

  it('wherever it is cut off', () => {
    for (let length = 0; length < file.length; length++) expect(refusal(file.subarray(0, length)), `${length} bytes`).not.toBe('');
    expect(refusal(file)).toBe('');
    expect(refusal(file.subarray(0, file.length - 9))).toMatch(/^it ends after \d+ bytes, in the middle of chunk \d+: it was not written or copied to its end\./);
  });

  it('whichever bit is another, and wherever a byte is missing or too much', () => {
    for (let at = 0; at < file.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const copy = file.slice();
        copy[at] = (copy[at] as number) ^ (1 << bit);
        expect(refusal(copy), `bit ${bit} of byte ${at}`).not.toBe('');
      }
      expect(refusal(Uint8Array.of(...file.subarray(0, at), ...file.subarray(at + 1)))).not.toBe('');
      expect(refusal(Uint8Array.of(...file.subarray(0, at), 0, ...file.subarray(at)))).not.toBe('');
    }
  });

  it('with chunks in another order, twice, or not at all', () => {
    const chunks = readChunks(file) as readonly FileChunk[];
    const whole = chunks.map((chunk, i) => fileChunk(chunk, i));
    const made = (parts: readonly Uint8Array[]) => Uint8Array.of(...fileHeader(traceVersion), ...parts.flatMap((part) => [...part]));
    expect(refusal(made(whole))).toBe('');
    for (let i = 0; i < whole.length; i++) {
      expect(refusal(made(whole.filter((_, n) => n !== i)))).not.toBe('');
      expect(refusal(made([...whole.slice(0, i), ...whole.slice(i, i + 1), ...whole.slice(i)]))).not.toBe('');
      for (let j = 0; j < i; j++) {
        const swapped = whole.map((part, n) => (n === i ? (whole[j] ?? part) : n === j ? (whole[i] ?? part) : part));
        expect(refusal(made(swapped))).toMatch(/chunk \d+, at byte \d+, is damaged: chunk \d+ stands there/);
        // Numbered anew, so that only what they hold is wrong.
        const renumbered = chunks.map((chunk, n) => fileChunk(n === i ? (chunks[j] ?? chunk) : n === j ? (chunks[i] ?? chunk) : chunk, n));
        if (chunks[i]?.kind === 'head' || chunks[j]?.kind === 'head' || chunks[i]?.kind === 'tail') expect(refusal(made(renumbered))).not.toBe('');
      }
    }
  });

  it('of a version to come, or of one that had no files', () => {
    const ofVersion = (version: number) => Uint8Array.of(...fileHeader(version), ...file.subarray(12));
    expect(refusal(ofVersion(3))).toBe('it is of version 3 of the format, and this Interleave reads versions up to 2. Read it with the newer one that wrote it.');
    expect(refusal(ofVersion(0xffffffff))).toContain('version 4294967295');
    for (const version of [0, 1]) expect(refusal(ofVersion(version))).toContain('had no files of this kind');
  });

  it('when it is something else', () => {
    const text = (value: string) => refusal(new TextEncoder().encode(value));
    expect(text('')).toContain('it is empty');
    expect(text('package main\n')).toContain('it is no trace.');
    expect(text('{')).toContain('is none');
    expect(text('{}')).toContain('no version');
    expect(text(`{"version":2,"events":${'['.repeat(500_000)}`)).not.toBe('');
    expect(text(`{"version":2,"events":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)).not.toBe('');
    expect(text('{"version":1e999}')).not.toBe('');
    expect(text('{"version":9}')).toContain('version 9');
    expect(refusal(new TextEncoder().encode(new TextDecoder('latin1').decode(file)))).not.toBe('');
  });

  it('with right checksums and wrong contents, whatever they are, in time and memory in proportion', () => {
    const random = numbers(7);
    const chunks = readChunks(file) as readonly FileChunk[];
    let accepted = 0;
    for (let round = 0; round < 6000; round++) {
      const mutated = chunks.map((chunk) => ({ ...chunk, payload: chunk.payload.slice() }));
      const { payload } = mutated[random(mutated.length)] ?? { payload: new Uint8Array(0) };
      for (let i = random(4); i >= 0; i--) payload[random(payload.length)] = random(2) === 0 ? random(256) : ([0, 0xff, 0x7f, 0x80][random(4)] ?? 0);
      const bytes = Uint8Array.of(...fileHeader(traceVersion), ...mutated.flatMap((chunk, i) => [...fileChunk(chunk, i)]));
      if (refusal(bytes) === '') accepted++;
    }
    // A letter of a file's name or of a sentence may be another: the hash does not cover those.
    expect(accepted).toBeLessThan(3000);
    expect(accepted).toBeGreaterThan(0);
  }, 60_000);

  it('that promises more than it holds', () => {
    const chunks = readChunks(file) as readonly FileChunk[];
    for (const promised of [1, 0x7fffffff, 0xffffffff]) {
      for (const kind of ['evnt', 'stmt'] as const) {
        const changed = chunks.map((chunk) => {
          if (chunk.kind !== kind) return chunk;
          const payload = chunk.payload.slice();
          new DataView(payload.buffer).setUint32(0, promised, true);
          return { kind, payload };
        });
        expect(refusal(Uint8Array.of(...fileHeader(traceVersion), ...changed.flatMap((chunk, i) => [...fileChunk(chunk, i)])))).toMatch(/is not what it says/);
      }
    }
    expect(chunkKinds).toContain('evnt');
  });
});

describe('Validation', () => {
  it('of columns of any numbers ends, with sentences', () => {
    const random = numbers(11);
    const kinds = Object.values(Kind);
    const word = () => (random(3) === 0 ? random(4) : [0, 1, -1, 0x7fffffff, -0x80000000, 99][random(6)]) ?? 0;
    let legal = 0;
    for (let round = 0; round < 3000; round++) {
      const length = 1 + random(12);
      const column = () => Int32Array.from({ length }, word);
      const kind = Uint8Array.from({ length }, () => (random(8) === 0 ? random(256) : (kinds[random(kinds.length)] ?? 0)));
      const trace = { ...small, length, kind, step: Uint32Array.from({ length }, () => random(9)), g: column(), a: column(), b: column(), c: column(), d: column() };
      const found = validateTrace(trace);
      for (const problem of found) expect(problem).toMatch(/^(event \d+:|the statements) /);
      if (found.length === 0) legal++;
    }
    expect(legal).toBeLessThan(30);
  });

  it('finds most single changes of a recording', () => {
    const trace = recordProgram(tutorial['workerpool'] ?? '', 'go', 800);
    const random = numbers(3);
    let found = 0;
    const rounds = 2000;
    for (let round = 0; round < rounds; round++) {
      const name = (['kind', 'step', 'g', 'a'] as const)[random(4)] ?? 'kind';
      const column = trace[name].slice();
      const at = random(trace.length);
      column[at] = (column[at] as number) ^ (1 << random(name === 'kind' ? 8 : 31));
      if (validateTrace({ ...trace, [name]: column }, 1).length > 0) found++;
    }
    expect(found / rounds).toBeGreaterThan(0.8);
  });
});

describe('An export as JSON', () => {
  it('can be read again: the events are the same', () => {
    for (const text of programs.slice(0, 6)) {
      const trace = recordProgram(text, 'random,3', 500);
      const again = read(new TextEncoder().encode(traceJson(trace)));
      expect(again.length).toBe(trace.length);
      for (let i = 0; i < trace.length; i++) expect(plainEvent(again, i)).toEqual(plainEvent(trace, i));
      expect(traceJson({ ...again, hash: trace.hash })).toBe(traceJson(trace));
      expect(reread(again)).toEqual(again);
    }
  });

  it('is refused with a sentence wherever it is cut off or changed', () => {
    const text = traceJson(small);
    const encoder = new TextEncoder();
    for (let length = 1; length < text.length - 1; length += 7) expect(refusal(encoder.encode(text.slice(0, length)))).not.toBe('');
    const random = numbers(5);
    const characters = '{}[],:"0-9e1xnull';
    for (let round = 0; round < 3000; round++) {
      const at = random(text.length);
      refusal(encoder.encode(text.slice(0, at) + characters.charAt(random(characters.length)) + text.slice(at + random(2))));
    }
  }, 30_000);
});

describe('A trace of version 1', () => {
  const testdata = join(import.meta.dirname, 'testdata');
  /** Exported by the engine of that time: `trace --format json jobs.go`. */
  const old = readFileSync(join(testdata, 'jobs-v1.json'));

  it('is upgraded: whole numbers stand for themselves', () => {
    const trace = read(old);
    expect(trace.version).toBe(traceVersion);
    expect(validateTrace(trace)).toEqual([]);
    const sent = Array.from(trace.kind.keys()).filter((event) => trace.kind[event] === Kind.ChanSend);
    expect(sent.map((event) => trace.b[event])).toEqual([-8, -9, -10]);
    expect(trace.strings.filter((text) => /^\d+$/.test(text))).toEqual([]);
    expect(outputOf(trace)).toBe('1 did 8\n2 did 7\n1 did 9\n');
  });

  it('says what it said', () => {
    const document = JSON.parse(old.toString()) as { readonly events: readonly unknown[] };
    const trace = read(old);
    expect(Array.from({ length: trace.length }, (_, i) => plainEvent(trace, i))).toEqual(document.events);
    expect(traceText(trace)).toContain(`ChanRecv 1 "7"`);
  });

  it('has an upgrader, as every version between it and this one', () => {
    expect(Object.keys(upgraders).map(Number)).toEqual(Array.from({ length: traceVersion - 1 }, (_, i) => i + 1));
  });
});
