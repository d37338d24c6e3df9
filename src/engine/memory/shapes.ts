/**
 * What the collector needs to know of an object: it is an array of elements of `stride` bytes, each with heap addresses at `refs`. Objects are
 * zeroed up to their size, so scanning whole elements up to the size class is right whatever their number.
 *
 * Shape numbers depend on the program alone, never on the order of execution: they stand in the memory (as part of a block's class).
 */
import { must } from '../../base/assert.ts';
import type { Layout } from '../ir/ir.ts';

/** Holds no addresses. */
export const plain = 0;

export class Shapes {
  private readonly numbers = new Map<string, number>();
  private readonly strides: number[] = [8];
  private readonly offsets: Int32Array[] = [new Int32Array(0)];

  get count(): number {
    return this.strides.length;
  }

  /** The shape of arrays of this layout, equal for equal layouts. */
  of(layout: Pick<Layout, 'size' | 'refs'>): number {
    if (layout.refs.length === 0) return plain;
    const key = `${layout.size}:${layout.refs.join(',')}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.strides.length;
    this.numbers.set(key, number);
    this.strides.push(layout.size);
    this.offsets.push(Int32Array.from(layout.refs));
    return number;
  }

  stride(shape: number): number {
    return this.strides[shape] as number;
  }

  refs(shape: number): Int32Array {
    return must(this.offsets[shape], 'shape');
  }
}
