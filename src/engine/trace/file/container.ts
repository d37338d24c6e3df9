/**
 * The outside of a trace file: a signature, the version of the format, and chunks, each with its checksum. All numbers are 32 bits, little endian.
 *
 *   file    89 49 4C 54 0D 0A 1A 0A   version   chunk ...
 *   chunk   kind (4 letters)   number (0, 1, 2 ...)   length   payload   CRC-32 of all that
 *
 * The signature is made as PNG's: its first byte is no ASCII, and whoever changes line ends on the way changes it.
 */
import { crc32 } from './crc.ts';

export const chunkKinds = ['head', 'text', 'evnt', 'stmt', 'tail'] as const;
export type ChunkKind = (typeof chunkKinds)[number];

export interface FileChunk {
  readonly kind: ChunkKind;
  readonly payload: Uint8Array;
}

const signature = Uint8Array.of(0x89, 0x49, 0x4c, 0x54, 0x0d, 0x0a, 0x1a, 0x0a);
const headerBytes = signature.length + 4;
/** Of a chunk, before and behind the payload. */
const before = 12;
const behind = 4;

export function fileHeader(version: number): Uint8Array {
  const bytes = new Uint8Array(headerBytes);
  bytes.set(signature);
  view(bytes).setUint32(signature.length, version, true);
  return bytes;
}

export function fileChunk({ kind, payload }: FileChunk, number: number): Uint8Array {
  const bytes = new Uint8Array(before + payload.length + behind);
  const words = view(bytes);
  for (let i = 0; i < 4; i++) bytes[i] = kind.charCodeAt(i);
  words.setUint32(4, number, true);
  words.setUint32(8, payload.length, true);
  bytes.set(payload, before);
  words.setUint32(before + payload.length, crc32(bytes.subarray(0, before + payload.length)), true);
  return bytes;
}

/** What is wrong with a file, and what to do. */
export interface Damage {
  readonly error: string;
}

/** The file is not what was written. */
export function damage(what: string): Damage {
  return { error: `${what}. Copy it again from where it is whole, or record the program again.` };
}

/** Version of a trace file; undefined if it is none at all. */
export function fileVersion(bytes: Uint8Array): number | Damage | undefined {
  const begin = bytes.subarray(0, signature.length);
  if (begin.length === 0 || begin.some((byte, i) => byte !== signature[i])) {
    const mangled = begin[0] === signature[0] && begin[1] === signature[1] && begin[2] === signature[2];
    return mangled ? damage('its first bytes are changed, as by a transfer that takes it for text') : undefined;
  }
  return bytes.length < headerBytes ? cutOff(bytes.length) : view(bytes).getUint32(signature.length, true);
}

/** The chunks, which are parts of `bytes`: nothing is copied, and nothing is believed before its checksum. */
export function readChunks(bytes: Uint8Array): readonly FileChunk[] | Damage {
  const words = view(bytes);
  const chunks: FileChunk[] = [];
  for (let at = headerBytes; at < bytes.length; ) {
    const left = bytes.length - at - before - behind;
    const length = left < 0 ? 0 : words.getUint32(at + 8, true);
    if (left < 0 || length > left) return cutOff(bytes.length, chunks.length);
    const end = at + before + length;
    if (crc32(bytes.subarray(at, end)) !== words.getUint32(end, true)) return damaged(chunks.length, at, 'its checksum is another');
    const number = words.getUint32(at + 4, true);
    if (number !== chunks.length) return damaged(chunks.length, at, `chunk ${number} stands there`);
    const kind = chunkKinds.find((name) => name === String.fromCharCode(...bytes.subarray(at, at + 4)));
    if (kind === undefined) return damaged(chunks.length, at, 'it is of no known kind');
    chunks.push({ kind, payload: bytes.subarray(at + before, end) });
    at = end + behind;
  }
  return chunks;
}

/** A length that leads beyond the end may be damaged itself; either way the chunk is not there. */
function cutOff(length: number, chunk?: number): Damage {
  const where = chunk === undefined ? 'its header' : `chunk ${chunk}`;
  return damage(`it ends after ${length} bytes, in the middle of ${where}: it was not written or copied to its end`);
}

function damaged(chunk: number, at: number, why: string): Damage {
  return damage(`chunk ${chunk}, at byte ${at}, is damaged: ${why}`);
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
