/** A column over statements, in sixteen bits each as long as they suffice: most of what a recording of a short run takes. */

const firstCapacity = 1024;
const largest = 0xffff;

export class StatementColumn {
  readonly #most: number;
  #values: Uint16Array | Uint32Array = new Uint16Array(firstCapacity);
  #length = 0;

  /** So many values are kept, the first ones. */
  constructor(most = Infinity) {
    this.#most = most;
  }

  static of(values: Uint32Array): StatementColumn {
    const column = new StatementColumn();
    column.append(values);
    return column;
  }

  get length(): number {
    return this.#length;
  }

  /** So many words from an index on, the last one first. */
  appendReversed(words: Int32Array, index: number, count: number): void {
    const end = Math.min(this.#most, this.#length + count);
    this.#reserve(end);
    let at = this.#length;
    for (let from = index + count - 1; at < end; at++, from--) {
      const value = words[from] as number;
      if (value > largest) this.#widen();
      this.#values[at] = value;
    }
    this.#length = end;
  }

  append(values: Uint32Array): void {
    const end = Math.min(this.#most, this.#length + values.length);
    this.#reserve(end);
    if (values.some((value) => value > largest)) this.#widen();
    this.#values.set(values.subarray(0, end - this.#length), this.#length);
    this.#length = end;
  }

  /** Few large steps: memory that nothing has been written to costs nothing yet. */
  #reserve(length: number): void {
    const old = this.#values;
    if (length <= old.length) return;
    const capacity = Math.min(this.#most, Math.max(length, old.length * 16));
    this.#values = old instanceof Uint16Array ? new Uint16Array(capacity) : new Uint32Array(capacity);
    this.#values.set(old);
  }

  #widen(): void {
    if (this.#values instanceof Uint16Array) this.#values = Uint32Array.from(this.#values);
  }

  /** A copy of all, as narrow as it can be. */
  all(): Uint16Array | Uint32Array {
    return this.#values.slice(0, this.#length);
  }

  /** A copy of those from this index on. */
  from(index: number): Uint32Array {
    return Uint32Array.from(this.#values.subarray(index, this.#length));
  }
}
