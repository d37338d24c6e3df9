/**
 * A moment as a link: the program, how it was run, and where the reader stood. Everything is in the fragment, which never reaches a server.
 *
 *   fragment = "1" base64url( crc32 of the rest, 4 bytes little endian | deflated JSON )
 *   JSON     = [text, strategy, seed, step, selected kind (0 none, 1 goroutine, 2 object), selected number, hash of the recording]
 *
 * A link may come from anywhere: decoding never throws, never inflates past a bound and says what is wrong. Version 1, its dictionary
 * included, never changes.
 */
import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { maxProgramLength } from './program.ts';
import type { Selected } from './selection.ts';
import { maxSeed } from './strategies.ts';

export interface Moment {
  readonly text: string;
  /** With its forks, as in a schedule: "go", "random~10:3". */
  readonly strategy: string;
  readonly seed: number;
  readonly step: number;
  readonly selected: Selected;
  /** Hash of the recording it was taken from; another one means that the engine has changed since. Empty: not known. */
  readonly hash: string;
}

export type Decoded =
  { readonly kind: 'none' } | { readonly kind: 'moment'; readonly moment: Moment } | { readonly kind: 'bad'; readonly why: BadLink };

export type BadLink = 'foreign' | 'newer' | 'damaged' | 'too long';

const version = '1';
/** Characters of a fragment that are looked at. */
const maxFragment = 800_000;
/** Bytes that a link may inflate to; a program of the greatest length in JSON stays below. */
const maxInflated = 6 * maxProgramLength + 4096;
/** Bytes inflated between two looks at the bound: at most 1,032 times as many come out. */
const inflateChunk = 512;
const maxStrategy = 4000;

export const longLink = 2000;

/** Frequent text of programs: deflate refers to it instead of repeating it. */
const dictionary = strToU8(
  'sync.RWMutex.RLock().RUnlock() atomic.Int64 errors.New( context.WithCancel(context.Background()) context.WithTimeout(ctx, cancel := ' +
    'time.After(time.Second) time.Sleep(time.Millisecond * 100 strings.  case <-ctx.Done():\n\t\t\treturn ctx.Err()\n\t\tdefault:\n' +
    'results <- job * 2 close(results) for i := 0; i < 10; i++ {\n\t\tgo func() {\n\t\t\tdefer wg.Done()\n\t\t\tmu.Lock()\n\t\t\tdefer mu.Unlock()\n\t\t}()\n' +
    'for job := range jobs {\n\t\tfmt.Printf("%d\\n", \n\tfmt.Println(" make(chan struct{}) var mu sync.Mutex\n\tvar wg sync.WaitGroup\n\twg.Add(1)\n\twg.Wait()\n}\n' +
    'func worker(id int, jobs <-chan int, results chan<- int, wg *sync.WaitGroup) {\n\tselect {\n\tcase v, ok := <-ch:\n\t\tif ok {\n\t\t\tif err != nil {\n' +
    'package main\n\nimport (\n\t"context"\n\t"fmt"\n\t"sync"\n\t"time"\n)\n\nfunc main() {\n\tch := make(chan int)\n\tgo func() {\n',
);

export function encodeLink(moment: Moment): string {
  const { selected } = moment;
  const kind = selected.kind === 'none' ? 0 : selected.kind === 'goroutine' ? 1 : 2;
  const id = selected.kind === 'none' ? 0 : selected.id;
  const json = JSON.stringify([moment.text, moment.strategy, moment.seed, moment.step, kind, id, moment.hash]);
  const packed = deflateSync(strToU8(json), { level: 9, dictionary });
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, crc32(packed), true);
  bytes.set(packed, 4);
  return version + toBase64Url(bytes);
}

/** `fragment` as in location.hash, with or without its "#". */
export function decodeLink(fragment: string): Decoded {
  const body = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (body === '') return { kind: 'none' };
  if (body.length > maxFragment) return bad('too long');
  if (!/^[A-Za-z0-9_-]+$/.test(body)) return bad('foreign');
  if (!body.startsWith(version)) return bad(/^[2-9]/.test(body) && body.length > 20 ? 'newer' : 'foreign');
  try {
    return unpack(body.slice(version.length));
  } catch {
    return bad('damaged');
  }
}

function bad(why: BadLink): Decoded {
  return { kind: 'bad', why };
}

function unpack(base64: string): Decoded {
  const bytes = fromBase64Url(base64);
  if (bytes.length < 5) return bad('damaged');
  const packed = bytes.subarray(4);
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) !== crc32(packed)) return bad('damaged');
  const plain = inflateBounded(packed);
  if (!plain) return bad('too long');
  const moment = parseMoment(JSON.parse(strFromU8(plain)));
  return moment ? { kind: 'moment', moment } : bad('damaged');
}

/** Undefined as soon as it grows past the bound. Throws on what deflate could not have made. */
function inflateBounded(packed: Uint8Array): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const inflate = new Inflate({ dictionary }, (part, final) => {
    parts.push(part);
    size += part.length;
    ended = final;
  });
  for (let at = 0; at < packed.length && size <= maxInflated; at += inflateChunk) {
    inflate.push(packed.subarray(at, at + inflateChunk), at + inflateChunk >= packed.length);
  }
  if (size > maxInflated) return undefined;
  if (!ended) throw new Error('ends early');
  return join(parts, size);
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function parseMoment(found: unknown): Moment | undefined {
  if (!Array.isArray(found) || found.length !== 7) return undefined;
  const [text, strategy, seed, step, kind, id, hash] = found as readonly unknown[];
  if (!isText(text, maxProgramLength) || !isText(strategy, maxStrategy) || !isText(hash, 64)) return undefined;
  if (!isCount(seed, maxSeed) || !isCount(step, Number.MAX_SAFE_INTEGER) || !isCount(kind, 2) || !isCount(id, Number.MAX_SAFE_INTEGER))
    return undefined;
  const selected: Selected = kind === 0 ? { kind: 'none' } : { kind: kind === 1 ? 'goroutine' : 'object', id };
  return { text, strategy, seed, step, selected, hash };
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max;
}
function isCount(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= max;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** CRC-32 as in ISO 3309 (zip, PNG). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
