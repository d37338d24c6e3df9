/**
 * How concrete types lie in memory, and how their values travel.
 *
 * A value is a list of scalar parts if it has at most `maxParts` of them and contains no array with elements; else it lives in memory.
 *
 *   string      ptr@0 len@4            slice      ptr@0 len@4 cap@8
 *   interface   type@0 data@4          complex    re@0 im@size/2
 *   pointer, map, chan, func, unsafe.Pointer: one 32-bit address
 */
import type { Carrier, Layout, ValType } from '../ir/ir.ts';
import { bug } from '../../base/assert.ts';
import type { GoType } from './goTypes.ts';

/** A scalar of a value: where it lies in memory and how it is moved. */
export interface Part {
  readonly type: ValType;
  readonly ref: boolean;
  readonly offset: number;
  readonly load: string;
  readonly store: string;
}

const maxParts = 4;

interface TypeLayout extends Layout { readonly parts: readonly Part[] | undefined; readonly fieldOffsets: readonly number[] }
const layouts = new WeakMap<GoType, TypeLayout>();

function part(type: ValType, load: string, store: string, offset = 0, ref = false): Part {
  return { type, ref, offset, load, store };
}
const int32Part = part('i32', 'i32.load', 'i32.store');
const basicParts: Readonly<Record<string, Part>> = {
  bool: part('i32', 'i32.load8_u', 'i32.store8'),
  int8: part('i32', 'i32.load8_s', 'i32.store8'),
  uint8: part('i32', 'i32.load8_u', 'i32.store8'),
  int16: part('i32', 'i32.load16_s', 'i32.store16'),
  uint16: part('i32', 'i32.load16_u', 'i32.store16'),
  int32: int32Part,
  uint32: int32Part,
  int: part('i64', 'i64.load', 'i64.store'),
  int64: part('i64', 'i64.load', 'i64.store'),
  uint: part('i64', 'i64.load', 'i64.store'),
  uint64: part('i64', 'i64.load', 'i64.store'),
  uintptr: part('i64', 'i64.load', 'i64.store'),
  float32: part('f32', 'f32.load', 'f32.store'),
  float64: part('f64', 'f64.load', 'f64.store'),
};
const basicSizes: Readonly<Record<string, number>> = { bool: 1, int8: 1, uint8: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, float32: 4 };

function words(refs: readonly number[], count: number): TypeLayout {
  const parts = Array.from({ length: count }, (_, i) => ({ ...int32Part, offset: 4 * i, ref: refs.includes(4 * i) }));
  return { size: 4 * count, align: 4, refs, parts, fieldOffsets: [] };
}

export function layoutOf(type: GoType): TypeLayout {
  let layout = layouts.get(type);
  if (!layout) layouts.set(type, (layout = compute(type)));
  return layout;
}

function compute(type: GoType): TypeLayout {
  const shape = type.shape;
  switch (shape.kind) {
    case 'string':
      return words([0], 2);
    case 'slice':
      return words([0], 3);
    case 'interface':
      return words([4], 2);
    case 'pointer':
    case 'map':
    case 'chan':
    case 'func':
    case 'unsafe.Pointer':
    case 'nil':
      return words([0], 1);
    case 'complex64':
      return { size: 8, align: 4, refs: [], parts: [part('f32', 'f32.load', 'f32.store'), part('f32', 'f32.load', 'f32.store', 4)], fieldOffsets: [] };
    case 'complex128':
      return { size: 16, align: 8, refs: [], parts: [part('f64', 'f64.load', 'f64.store'), part('f64', 'f64.load', 'f64.store', 8)], fieldOffsets: [] };
    case 'array':
      return arrayLayout(shape.elem, shape.length);
    case 'struct':
      return structLayout(shape.fields.map((field) => field.type));
    case 'tuple':
      return bug('layout of a tuple');
    default: {
      const basic = basicParts[shape.kind] ?? bug(`layout of ${shape.kind}`);
      const size = basicSizes[shape.kind] ?? 8;
      return { size, align: size, refs: [], parts: [basic], fieldOffsets: [] };
    }
  }
}

function arrayLayout(elem: GoType, length: number): TypeLayout {
  const inner = layoutOf(elem);
  const size = inner.size * length;
  const refs: number[] = [];
  if (inner.refs.length > 0) for (let i = 0; i < length; i++) for (const ref of inner.refs) refs.push(i * inner.size + ref);
  return { size, align: inner.align, refs, parts: size === 0 ? [] : undefined, fieldOffsets: [] };
}

function structLayout(fields: readonly GoType[]): TypeLayout {
  let size = 0;
  let align = 1;
  const refs: number[] = [];
  const fieldOffsets: number[] = [];
  let parts: Part[] | undefined = [];
  for (const field of fields) {
    const inner = layoutOf(field);
    size = roundUp(size, inner.align);
    align = Math.max(align, inner.align);
    fieldOffsets.push(size);
    for (const ref of inner.refs) refs.push(size + ref);
    if (parts && inner.parts && parts.length + inner.parts.length <= maxParts) for (const p of inner.parts) parts.push({ ...p, offset: p.offset + size });
    else parts = undefined;
    size += inner.size;
  }
  size = roundUp(size, align);
  return { size, align, refs, parts: size === 0 ? [] : parts, fieldOffsets };
}

export function roundUp(value: number, align: number): number {
  return Math.ceil(value / align) * align;
}

export function sizeOf(type: GoType): number {
  return layoutOf(type).size;
}
/** The scalars of the type, or undefined if its values live in memory. */
export function partsOf(type: GoType): readonly Part[] | undefined {
  return layoutOf(type).parts;
}
/** The parts of a type known to have them. */
export function scalarParts(type: GoType): readonly Part[] {
  return partsOf(type) ?? bug(`${type.name} lives in memory`);
}
export function fieldOffset(struct: GoType, index: number): number {
  return layoutOf(struct).fieldOffsets[index] ?? bug(`${struct.name} has no field ${index}`);
}
/** Where the parts of field `index` begin among those of a scalar struct. */
export function fieldPartStart(struct: GoType, index: number): number {
  return struct.as('struct').fields.slice(0, index).reduce((sum, field) => sum + scalarParts(field.type).length, 0);
}

/** Values that sit in the data word of an interface themselves. */
export function isPointerShaped(type: GoType): boolean {
  switch (type.kind) {
    case 'pointer':
    case 'map':
    case 'chan':
    case 'func':
    case 'unsafe.Pointer':
      return true;
    default:
      return false;
  }
}

const carrierLists = new WeakMap<GoType, readonly Carrier[]>();

/** How a value of the type is passed. */
export function carriers(type: GoType): readonly Carrier[] {
  let list = carrierLists.get(type);
  if (!list) {
    const { parts, size, refs } = layoutOf(type);
    list = parts ? parts.map((p) => ({ kind: 'scalar', type: p.type, ref: p.ref })) : [{ kind: 'memory', size, refs }];
    carrierLists.set(type, list);
  }
  return list;
}

const integerKinds: ReadonlySet<string> = new Set(['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr']);

export function isInteger(type: GoType): boolean {
  return integerKinds.has(type.kind);
}
export function isUnsigned(type: GoType): boolean {
  return type.kind === 'bool' || (type.kind.startsWith('u') && isInteger(type));
}
export function isFloat(type: GoType): boolean {
  return type.kind === 'float32' || type.kind === 'float64';
}
export function isComplex(type: GoType): boolean {
  return type.kind === 'complex64' || type.kind === 'complex128';
}
/** Width of an integer type in bits. */
export function bitsOf(type: GoType): number {
  return sizeOf(type) * 8;
}
