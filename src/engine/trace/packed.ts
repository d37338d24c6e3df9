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

const chunkBytes = 1 << 16;

/** A sequence of packed events. */
export class PackedEvents {
  /** Number of events. */
  count = 0;
  readonly #full: Uint8Array[] = [];
  #chunk = new Uint8Array(chunkBytes);
  #length = 0;
  #step = 0;
  #foreign = true;

  add(kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number): void {
    this.#reserve(longestEvent);
    if (this.#foreign) {
      this.#chunk[this.#length++] = Packed.reset;
      this.#step = 0;
      this.#foreign = false;
    }
    const steps = step - this.#step;
    this.#step = step;
    this.#chunk[this.#length++] = kind + stepUnit * Math.min(steps, manySteps);
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
    this.#chunk.set(bytes, this.#length);
    this.#length += bytes.length;
    this.count += count;
    this.#foreign = true;
  }

  /** Calls `take` for each event in turn. */
  unpack(take: (kind: number, step: number, g: number, a: number, b: number, c: number, d: number) => void): void {
    for (const chunk of [...this.#full, this.#chunk.subarray(0, this.#length)]) new Unpacker(chunk).unpack(take);
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#chunk.length) return;
    this.#full.push(this.#chunk.subarray(0, this.#length));
    this.#chunk = new Uint8Array(Math.max(chunkBytes, bytes));
    this.#length = 0;
    this.#foreign = true;
  }

  #put(value: number): void {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    while (rest > 0x7f) {
      this.#chunk[this.#length++] = rest | 0x80;
      rest >>>= 7;
    }
    this.#chunk[this.#length++] = rest;
  }
}

class Unpacker {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  unpack(take: (kind: number, step: number, g: number, a: number, b: number, c: number, d: number) => void): void {
    const { length } = this.#bytes;
    let step = 0;
    while (this.#at < length) {
      const head = this.#bytes[this.#at++] as number;
      const kind = head % stepUnit;
      if (kind === Packed.reset) {
        step = 0;
        continue;
      }
      const steps = (head / stepUnit) | 0;
      step += steps < manySteps ? steps : this.#next();
      const g = this.#next();
      const args = argumentCounts[kind] as number;
      const a = args > 0 ? this.#next() : 0;
      const b = args > 1 ? this.#next() : 0;
      const c = args > 2 ? this.#next() : 0;
      const d = args > 3 ? this.#next() : 0;
      if (kind !== Packed.handOff) take(kind, step, g, a, b, c, d);
      else {
        take(Kind.ChanSend, step, a, c, d, b, 0);
        take(Kind.ChanRecv, step, b, c, d, a, 1);
        take(Kind.GoUnblock, step, g, g === a ? b : a, c, 0, 0);
      }
    }
  }

  #next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1);
    }
  }
}
