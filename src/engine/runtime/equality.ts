/** Equality and hashing of values by their types, as == and maps need them. */
import { assertUnreachable } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { cell } from '../memory/cells.ts';
import type { Context } from './context.ts';
import { isPointerShaped } from './interfaces.ts';
import { stringEqual } from './strings.ts';

export const equality = { differ: 0, equal: 1, uncomparable: 2 } as const;

/** A dynamic type that cannot be compared: its id goes to the first result. */
function uncomparable(ctx: Context, type: number): number {
  ctx.mem.setI32(cell.results, type);
  return equality.uncomparable;
}

export function interfaceEqual(ctx: Context, typeA: number, dataA: number, typeB: number, dataB: number): number {
  if (typeA !== typeB) return equality.differ;
  if (typeA === 0) return equality.equal;
  const type = ctx.type(typeA);
  if (!type.comparable) return uncomparable(ctx, typeA);
  if (isPointerShaped(type)) return truth(dataA === dataB);
  return equalValues(ctx, type, dataA, dataB);
}

export function valueEqual(ctx: Context, type: number, a: number, b: number): number {
  return equalValues(ctx, ctx.type(type), a, b);
}

function truth(equal: boolean): number {
  return equal ? equality.equal : equality.differ;
}

export function equalValues(ctx: Context, type: RuntimeType, a: number, b: number): number {
  const { mem } = ctx;
  switch (type.kind) {
    case 'bool':
    case 'int8':
    case 'uint8':
      return truth(mem.u8(a) === mem.u8(b));
    case 'int16':
    case 'uint16':
      return truth(mem.u16(a) === mem.u16(b));
    case 'int32':
    case 'uint32':
    case 'pointer':
    case 'chan':
    case 'map':
    case 'func':
    case 'unsafe.Pointer':
      return truth(mem.i32(a) === mem.i32(b));
    case 'int':
    case 'int64':
    case 'uint':
    case 'uint64':
    case 'uintptr':
      return truth(mem.i32(a) === mem.i32(b) && mem.i32(a + 4) === mem.i32(b + 4));
    case 'float32':
      return truth(mem.f32(a) === mem.f32(b));
    case 'float64':
      return truth(mem.f64(a) === mem.f64(b));
    case 'complex64':
      return truth(mem.f32(a) === mem.f32(b) && mem.f32(a + 4) === mem.f32(b + 4));
    case 'complex128':
      return truth(mem.f64(a) === mem.f64(b) && mem.f64(a + 8) === mem.f64(b + 8));
    case 'string':
      return stringEqual(ctx, mem.i32(a), mem.i32(a + 4), mem.i32(b), mem.i32(b + 4));
    case 'interface':
      return interfaceEqual(ctx, mem.i32(a), mem.i32(a + 4), mem.i32(b), mem.i32(b + 4));
    case 'struct':
      return equalFields(ctx, type, a, b);
    case 'array':
      return equalElements(ctx, type, a, b);
    case 'slice':
      return uncomparable(ctx, type.id);
    default:
      return assertUnreachable(type.kind);
  }
}

function equalFields(ctx: Context, type: RuntimeType, a: number, b: number): number {
  for (const field of type.fields) {
    if (field.name === '_') continue;
    const result = equalValues(ctx, ctx.type(field.type), a + field.offset, b + field.offset);
    if (result !== equality.equal) return result;
  }
  return equality.equal;
}

function equalElements(ctx: Context, type: RuntimeType, a: number, b: number): number {
  const elem = ctx.type(type.elem);
  const { size } = elem.layout;
  for (let i = 0; i < type.length; i++) {
    const result = equalValues(ctx, elem, a + i * size, b + i * size);
    if (result !== equality.equal) return result;
  }
  return equality.equal;
}

// ---- hashing

/** Type id of the dynamic type that the last `hashValue` could not hash, else 0. */
let unhashableType = 0;

export function unhashable(): number {
  return unhashableType;
}

export function mixWord(hash: number, word: number): number {
  let h = Math.imul(hash ^ word, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

export function hashBytes(bytes: Uint8Array, address: number, length: number): number {
  let h = 0x811c9dc5 ^ length;
  for (let i = address, end = address + length; i < end; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  return h ^ (h >>> 15);
}

/** Equal values have equal hashes. If a dynamic type is not hashable `unhashable()` tells which. */
export function hashValue(ctx: Context, type: RuntimeType, address: number): number {
  unhashableType = 0;
  return hash(ctx, type, address, 0);
}

function hash(ctx: Context, type: RuntimeType, address: number, seed: number): number {
  const { mem } = ctx;
  switch (type.kind) {
    case 'bool':
    case 'int8':
    case 'uint8':
      return mixWord(seed, mem.u8(address));
    case 'int16':
    case 'uint16':
      return mixWord(seed, mem.u16(address));
    case 'float32':
      return hashFloat(seed, mem.f32(address));
    case 'float64':
      return hashFloat(seed, mem.f64(address));
    case 'complex64':
      return hashFloat(hashFloat(seed, mem.f32(address)), mem.f32(address + 4));
    case 'complex128':
      return hashFloat(hashFloat(seed, mem.f64(address)), mem.f64(address + 8));
    case 'string':
      return mixWord(seed, hashBytes(mem.bytes, mem.i32(address), mem.i32(address + 4)));
    case 'interface':
      return hashInterface(ctx, mem.i32(address), mem.i32(address + 4), seed);
    case 'struct':
      return type.fields.reduce(
        (sum, field) => (field.name === '_' ? sum : hash(ctx, ctx.type(field.type), address + field.offset, sum)),
        seed,
      );
    case 'array':
      return hashElements(ctx, type, address, seed);
    case 'map':
    case 'func':
    case 'slice':
      unhashableType = type.id;
      return 0;
    default:
      return type.layout.size === 8 ? mixWord(mixWord(seed, mem.i32(address)), mem.i32(address + 4)) : mixWord(seed, mem.i32(address));
  }
}

function hashElements(ctx: Context, type: RuntimeType, address: number, seed: number): number {
  const elem = ctx.type(type.elem);
  let sum = seed;
  for (let i = 0; i < type.length; i++) sum = hash(ctx, elem, address + i * elem.layout.size, sum);
  return sum;
}

const floatBits = new Float64Array(1);
const floatWords = new Int32Array(floatBits.buffer);

/** Both zeros hash alike. */
function hashFloat(seed: number, value: number): number {
  floatBits[0] = value === 0 ? 0 : value;
  return mixWord(mixWord(seed, floatWords[0] as number), floatWords[1] as number);
}

function hashInterface(ctx: Context, typeId: number, data: number, seed: number): number {
  if (typeId === 0) return mixWord(seed, 0);
  const type = ctx.type(typeId);
  if (!type.comparable) {
    unhashableType = typeId;
    return 0;
  }
  return isPointerShaped(type) ? mixWord(seed, data) : hash(ctx, type, data, mixWord(seed, typeId));
}
