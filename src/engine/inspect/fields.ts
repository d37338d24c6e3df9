/** The fields of a struct of the library by name. A name that is not there is a mistake of ours: the library and its reader belong together. */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { scalarText } from './scalars.ts';
import type { Reader } from './types.ts';

export class Fields {
  readonly reader: Reader;
  readonly #type: RuntimeType;
  readonly #at: number;

  constructor(reader: Reader, type: RuntimeType, at: number) {
    this.reader = reader;
    this.#type = type;
    this.#at = at;
  }

  /** Type and address of a field. */
  place(name: string): { readonly type: number; readonly at: number } {
    const field = must(
      this.#type.fields.find((candidate) => candidate.name === name),
      `${this.#type.name}.${name}`,
    );
    return { type: field.type, at: this.#at + field.offset };
  }

  /** A field that is a struct itself. */
  inner(name: string): Fields {
    const { type, at } = this.place(name);
    return new Fields(this.reader, must(this.reader.program.types[type], 'type'), at);
  }

  /** What a field points to. */
  behind(name: string): Fields | undefined {
    const { type, at } = this.place(name);
    const target = this.reader.memory.getUint32(at, true);
    const pointer = must(this.reader.program.types[type], 'type');
    return target === 0 ? undefined : new Fields(this.reader, must(this.reader.program.types[pointer.elem], 'type'), target);
  }

  integer(name: string): number {
    return Number(this.wide(name));
  }

  wide(name: string): bigint {
    return BigInt(this.#scalar(name));
  }

  flag(name: string): boolean {
    return this.#scalar(name) === 'true';
  }

  float(name: string): number {
    return Number(this.#scalar(name));
  }

  /** A word of a field of several: length of a slice or string (1), data word of an interface (1). */
  word(name: string, index = 0): number {
    return this.reader.memory.getUint32(this.place(name).at + 4 * index, true);
  }

  #scalar(name: string): string {
    const { type, at } = this.place(name);
    return scalarText(this.reader.memory, must(this.reader.program.types[type], 'type').kind, at);
  }
}
