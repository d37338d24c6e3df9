import type { Trace } from './trace.ts';

/** Hashes of recordings: 64 bits over numbers and strings, as two 32-bit halves mixed differently: to tell whether two recordings are equal, not against malice. */
class Hash {
  private a = 0x9e3779b9 | 0;
  private b = 0x7f4a7c15 | 0;

  number(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x85ebca6b);
    this.a ^= this.a >>> 13;
    this.b = Math.imul(this.b + value, 0xc2b2ae35);
    this.b = (this.b << 15) | (this.b >>> 17);
  }

  numbers(values: ArrayLike<number>, length: number): void {
    this.number(length);
    for (let i = 0; i < length; i++) this.number(values[i] as number);
  }

  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.number(value.charCodeAt(i));
  }

  hex(): string {
    const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return word(this.a ^ (this.b >>> 16)) + word(this.b ^ (this.a >>> 15));
  }
}

/** Over all columns and tables. Engine, schedule, sites and verdict follow from program and run, and are left out. */
export function traceHash(trace: Omit<Trace, 'hash'>): string {
  const { length, steps, kind, step, g, a, b, c, d, stepGoroutine, stepSite, strings } = trace;
  const hash = new Hash();
  hash.number(steps);
  for (const column of [kind, step, g, a, b, c, d]) hash.numbers(column, length);
  for (const column of [stepGoroutine, stepSite]) hash.numbers(column, column.length);
  hash.number(strings.length);
  for (const text of strings) hash.text(text);
  return hash.hex();
}
