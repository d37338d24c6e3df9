/** A growing byte buffer with WebAssembly's number encodings. */
export class Bytes {
  #data: Uint8Array;
  #length = 0;

  constructor(capacity = 256) {
    this.#data = new Uint8Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** The bytes written so far; valid until the next write. */
  view(): Uint8Array {
    return this.#data.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#data.length) return;
    const data = new Uint8Array(Math.max(this.#data.length * 2, this.#length + more));
    data.set(this.view());
    this.#data = data;
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#data[this.#length++] = value;
  }

  bytes(values: Uint8Array | readonly number[]): void {
    this.#reserve(values.length);
    this.#data.set(values, this.#length);
    this.#length += values.length;
  }

  /** Unsigned LEB128 of an integer below 2^32. */
  u32(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.#data[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#data[this.#length++] = rest;
  }

  /** Signed LEB128 of a 32-bit integer. */
  s32(value: number): void {
    this.#reserve(5);
    let rest = value | 0;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) {
        this.#data[this.#length++] = low;
        return;
      }
      this.#data[this.#length++] = low | 0x80;
    }
  }

  /** Signed LEB128 of a 64-bit integer. */
  s64(value: bigint | number): void {
    const wide = BigInt.asIntN(64, BigInt(value));
    if (wide >= -0x80000000n && wide <= 0x7fffffffn) {
      this.s32(Number(wide));
      return;
    }
    let rest = wide;
    for (;;) {
      const low = Number(rest & 0x7fn);
      rest >>= 7n;
      if ((rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0)) {
        this.u8(low);
        return;
      }
      this.u8(low | 0x80);
    }
  }

  f32(value: number): void {
    this.bytes(new Uint8Array(new Float32Array([value]).buffer));
  }

  f64(value: number): void {
    this.bytes(new Uint8Array(new Float64Array([value]).buffer));
  }

  /** A length-prefixed UTF-8 name. */
  name(text: string): void {
    const encoded = new TextEncoder().encode(text);
    this.u32(encoded.length);
    this.bytes(encoded);
  }
}
