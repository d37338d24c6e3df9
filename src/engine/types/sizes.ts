/** Sizes and alignments as on a 64-bit machine: what unsafe.Sizeof answers. The memory layout of the machine is another matter. */
import type { Struct, Type } from './types.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

const wordSize = 8;
const basicSizes: Readonly<Record<string, number>> = {
  bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, float32: 4, int64: 8, uint64: 8, float64: 8, complex64: 8,
  complex128: 16, string: 16,
};

export function sizeOf(type: Type): number {
  const u = under(type);
  switch (u.kind) {
    case 'Basic':
      return basicSizes[u.name] ?? wordSize;
    case 'Array':
      return Math.max(u.length, 0) * sizeOf(u.elem);
    case 'Slice':
      return 3 * wordSize;
    case 'Interface':
      return 2 * wordSize;
    case 'Struct':
      return sizeOfStruct(u);
    default:
      return wordSize;
  }
}

export function alignOf(type: Type): number {
  const u = under(type);
  switch (u.kind) {
    case 'Array':
      return alignOf(u.elem);
    case 'Struct':
      return Math.max(1, ...u.fields.map((field) => alignOf(field.type ?? Typ.invalid)));
    case 'Basic':
      return u.name === 'complex64' ? 4 : Math.min(Math.max(sizeOf(u), 1), wordSize);
    default:
      return wordSize;
  }
}

export function offsetsOf(struct: Struct): readonly number[] {
  let offset = 0;
  return struct.fields.map((field) => {
    const type = field.type ?? Typ.invalid;
    const start = align(offset, alignOf(type));
    offset = start + sizeOf(type);
    return start;
  });
}

function sizeOfStruct(struct: Struct): number {
  const last = struct.fields[struct.fields.length - 1];
  if (!last) return 0;
  const lastSize = sizeOf(last.type ?? Typ.invalid);
  const end = (offsetsOf(struct).at(-1) ?? 0) + lastSize;
  // A trailing field without size gets a byte, so that its address is inside the struct.
  return align(lastSize === 0 && end > 0 ? end + 1 : end, alignOf(struct));
}

function align(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
