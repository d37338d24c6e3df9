/**
 * The linear memory as TypeScript sees it. Growing a WebAssembly.Memory detaches its buffer, so nobody but this class keeps views.
 * Addresses are byte offsets; wider accesses are aligned, as the layouts make them.
 */
export const pageSize = 65536;

export class Memory {
  readonly wasm: WebAssembly.Memory;
  bytes!: Uint8Array;
  private words!: Int32Array;
  private halves!: Int16Array;
  private floats!: Float32Array;
  private doubles!: Float64Array;
  private longs!: BigInt64Array;

  constructor(wasm: WebAssembly.Memory) {
    this.wasm = wasm;
    this.refresh();
  }

  /** After the memory has grown. */
  refresh(): void {
    const buffer = this.wasm.buffer;
    this.bytes = new Uint8Array(buffer);
    this.words = new Int32Array(buffer);
    this.halves = new Int16Array(buffer);
    this.floats = new Float32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.longs = new BigInt64Array(buffer);
  }

  get size(): number {
    return this.bytes.length;
  }

  /** Makes the memory at least this large. */
  reserve(size: number): void {
    if (size <= this.bytes.length) return;
    this.wasm.grow(Math.ceil((size - this.bytes.length) / pageSize));
    this.refresh();
  }

  i32(address: number): number {
    return this.words[address >> 2] as number;
  }
  setI32(address: number, value: number): void {
    this.words[address >> 2] = value;
  }
  u32(address: number): number {
    return (this.words[address >> 2] as number) >>> 0;
  }
  u8(address: number): number {
    return this.bytes[address] as number;
  }
  setU8(address: number, value: number): void {
    this.bytes[address] = value;
  }
  i8(address: number): number {
    return ((this.bytes[address] as number) << 24) >> 24;
  }
  i16(address: number): number {
    return this.halves[address >> 1] as number;
  }
  u16(address: number): number {
    return (this.halves[address >> 1] as number) & 0xffff;
  }
  f32(address: number): number {
    return this.floats[address >> 2] as number;
  }
  f64(address: number): number {
    return this.doubles[address >> 3] as number;
  }
  setF64(address: number, value: number): void {
    this.doubles[address >> 3] = value;
  }
  /** Exact, but makes a BigInt: not for frequent paths. */
  i64(address: number): bigint {
    return this.longs[address >> 3] as bigint;
  }
  /** A 64-bit integer as a number: exact up to 2^53. */
  long(address: number): number {
    return this.i32(address + 4) * 4294967296 + this.u32(address);
  }
  setLong(address: number, value: number): void {
    const high = Math.floor(value / 4294967296);
    this.setI32(address, (value - high * 4294967296) | 0);
    this.setI32(address + 4, high | 0);
  }

  zero(address: number, size: number): void {
    if (size === 8 && (address & 3) === 0) {
      this.words[address >> 2] = 0;
      this.words[(address >> 2) + 1] = 0;
    } else this.bytes.fill(0, address, address + size);
  }

  /** Copies `size` bytes; small values by words, which is several times faster than a call of copyWithin. */
  copy(to: number, from: number, size: number): void {
    if (size === 8 && ((to | from) & 3) === 0) {
      const words = this.words;
      const low = words[from >> 2] as number;
      words[(to >> 2) + 1] = words[(from >> 2) + 1] as number;
      words[to >> 2] = low;
    } else if (size === 4 && ((to | from) & 3) === 0) {
      this.words[to >> 2] = this.words[from >> 2] as number;
    } else if (size !== 0) {
      this.bytes.copyWithin(to, from, from + size);
    }
  }
}
