/** The static data: bytes that never change, at fixed addresses. Equal contents are stored once. */
import { staticBase } from '../memory/cells.ts';
import { roundUp } from './layout.ts';

export class StaticData {
  private bytes = new Uint8Array(4096);
  private used = 0;
  private readonly interned = new Map<string, number>();

  /** Address of a copy of these bytes. `align` is 1, 4 or 8. */
  intern(bytes: Uint8Array, align: number): number {
    const key = `${align}:${String.fromCharCode.apply(null, [...bytes.subarray(0, 4096)])}`;
    const shareable = bytes.length <= 4096;
    const known = shareable ? this.interned.get(key) : undefined;
    if (known !== undefined) return known;
    const address = this.reserve(bytes.length, align);
    this.bytes.set(bytes, address - staticBase);
    if (shareable) this.interned.set(key, address);
    return address;
  }

  /** Address of a string constant, one byte per UTF-16 unit; 0 for the empty one. */
  string(text: string): number {
    if (text === '') return 0;
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return this.intern(bytes, 1);
  }

  /** Address of an object holding this 32-bit word: the closure of a function without captures. */
  word(value: number): number {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setInt32(0, value, true);
    return this.intern(bytes, 4);
  }

  private reserve(size: number, align: number): number {
    const start = roundUp(this.used, align);
    const end = start + Math.max(size, 1);
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.used = end;
    return staticBase + start;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, roundUp(this.used, 8));
  }
}
