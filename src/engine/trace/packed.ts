/**
 * Events while they are being recorded, in few bytes: the kernel (wasm/kernel/events.ts) writes them as it goes, and only who wants columns unpacks them.
 *
 *   event    head, g, then the arguments that its kind has; numbers as zigzag LEB128
 *   head     kind, with 64 added for each step since the event before, up to two; with 192 added the number of steps follows
 *   0        the steps are counted from 0 again: here begins what somebody else has written
 *   handOff  g, sender, receiver, obj, str: stands for ChanSend, ChanRecv, and GoUnblock of the one of the two that is not g
 */
import { Kind } from './events.ts';

export const Packed = { reset: 0, handOff: 63 } as const;
/** Added to the kind for each step. */
export const stepUnit = 64;
/** As many steps or more are written behind the head. */
export const manySteps = 3;
/** No event takes more bytes. */
export const longestEvent = 40;

/** How many of the arguments a, b, c, d each kind has; those left out are 0. */
export const argumentCounts: Uint8Array = (() => {
  const counts = new Uint8Array(64).fill(4);
  for (const kind of [Kind.GoStart, Kind.GoEnd]) counts[kind] = 0;
  for (const kind of [Kind.GoStop, Kind.ChanClose]) counts[kind] = 1;
  for (const kind of [Kind.GoUnblock, Kind.LockAcquire, Kind.LockRelease]) counts[kind] = 2;
  counts[Kind.ChanSend] = 3;
  return counts;
})();

const bufferBytes = 1 << 16;

export type TakeEvent = (kind: number, step: number, g: number, a: number, b: number, c: number, d: number) => void;

/** Packed events that can be read by themselves: they begin with a reset. */
export interface PackedPiece {
  readonly bytes: Uint8Array;
  readonly count: number;
}

/** A sequence of packed events, in pieces of at most a buffer each. */
export class PackedEvents {
  /** Number of events. */
  count = 0;
  readonly #pieces: PackedPiece[] = [];
  /** Events in the pieces. */
  #sealed = 0;
  #buffer = new Uint8Array(bufferBytes);
  /** The buffer's bytes from here on are in no piece yet. */
  #begin = 0;
  #length = 0;
  #step = 0;
  #foreign = true;

  add(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    this.#reserve(longestEvent);
    if (this.#foreign) {
      this.#buffer[this.#length++] = Packed.reset;
      this.#step = 0;
      this.#foreign = false;
    }
    const steps = step - this.#step;
    this.#step = step;
    this.#buffer[this.#length++] = kind + stepUnit * Math.min(steps, manySteps);
    if (steps >= manySteps) this.#put(steps);
    this.#put(g);
    const args = argumentCounts[kind] as number;
    if (args > 0) this.#put(a);
    if (args > 1) this.#put(b);
    if (args > 2) this.#put(c);
    if (args > 3) this.#put(d);
    this.count++;
  }

  /** Events packed by somebody else, beginning with a reset. */
  append(bytes: Uint8Array, count: number): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
    this.count += count;
    this.#foreign = true;
  }

  /** All events so far. */
  pieces(): readonly PackedPiece[] {
    this.#seal();
    return this.#pieces;
  }

  #seal(): void {
    if (this.#length === this.#begin) return;
    this.#pieces.push({ bytes: this.#buffer.subarray(this.#begin, this.#length), count: this.count - this.#sealed });
    this.#sealed = this.count;
    this.#begin = this.#length;
    this.#foreign = true;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    this.#seal();
    this.#buffer = new Uint8Array(Math.max(bufferBytes, bytes));
    this.#begin = 0;
    this.#length = 0;
    this.#foreign = true;
  }

  #put(value: number): void {
    this.#length = putNumber(this.#buffer, this.#length, value);
  }
}

/** Zigzag LEB128 of a 32-bit number: at most five bytes. Returns where the next one goes. */
export function putNumber(bytes: Uint8Array, at: number, value: number): number {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  let place = at;
  while (rest > 0x7f) {
    bytes[place++] = rest | 0x80;
    rest >>>= 7;
  }
  bytes[place++] = rest;
  return place;
}

/** Reads what putNumber wrote. Bytes that are none leave it `failed`. */
export class NumberReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get more(): boolean {
    return this.#at < this.#bytes.length && !this.failed;
  }

  byte(): number {
    if (this.#at < this.#bytes.length) return this.#bytes[this.#at++] as number;
    this.failed = true;
    return 0;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
      if (shift === 28) {
        this.failed = true;
        return 0;
      }
    }
  }
}

/** Calls `take` for each event in turn. False: the bytes are no packed events. */
export function unpackEvents(bytes: Uint8Array, take: TakeEvent): boolean {
  const reader = new NumberReader(bytes);
  let step = 0;
  while (reader.more) {
    const head = reader.byte();
    const kind = head % stepUnit;
    if (kind === Packed.reset) {
      step = 0;
      continue;
    }
    const steps = (head / stepUnit) | 0;
    step += steps < manySteps ? steps : reader.next();
    const g = reader.next();
    const args = argumentCounts[kind] as number;
    const a = args > 0 ? reader.next() : 0;
    const b = args > 1 ? reader.next() : 0;
    const c = args > 2 ? reader.next() : 0;
    const d = args > 3 ? reader.next() : 0;
    if (reader.failed) return false;
    if (kind !== Packed.handOff) take(kind, step, g, a, b, c, d);
    else {
      take(Kind.ChanSend, step, a, c, d, b, 0);
      take(Kind.ChanRecv, step, b, c, d, a, 1);
      take(Kind.GoUnblock, step, g, g === a ? b : a, c, 0, 0);
    }
  }
  return true;
}
