/** Growing slices as append does: capacities are visible to programs, so they are those of Go on a 64-bit machine. */
import type { Layout, Program, RuntimeType } from '../ir/ir.ts';
import type { Context } from './context.ts';

/** Sizes that Go's allocator rounds small objects up to; larger ones are rounded to pages of 8 kB. */
const goSizes = [
  8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704,
  768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5120, 5376, 6144, 6528, 6784, 6912, 8192,
  9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
];
const goPage = 8192;

function roundedUp(bytes: number): number {
  if (bytes > 32768) return Math.ceil(bytes / goPage) * goPage;
  let low = 0;
  let high = goSizes.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((goSizes[middle] as number) < bytes) low = middle + 1;
    else high = middle;
  }
  return goSizes[low] as number;
}

const slowdown = 256;

/** Capacity that append gives a slice of capacity `old` that must hold `wanted` elements of so many bytes (of Go's). */
export function grownCapacity(old: number, wanted: number, elemSize: number): number {
  let capacity = old;
  if (wanted > old * 2) capacity = wanted;
  else if (old < slowdown) capacity = old * 2;
  else while (capacity < wanted) capacity += Math.floor((capacity + 3 * slowdown) / 4);
  return elemSize === 0 ? wanted : Math.floor(roundedUp(capacity * elemSize) / elemSize);
}

/** Bytes of an element on a 64-bit machine, by layout number; told from the first type with that layout. */
export function goElementSizes(program: Program): Float64Array {
  const key = (layout: Layout): string => `${layout.size}:${layout.align}:${layout.refs.join(',')}`;
  const known = new Map<string, number>();
  for (const type of program.types)
    if (type.kind !== 'interface' || type.id !== 0)
      if (!known.has(key(type.layout))) known.set(key(type.layout), goSize(program, type).size);
  return Float64Array.from(program.layouts, (layout) => known.get(key(layout)) ?? layout.size);
}

function goSize(program: Program, type: RuntimeType): { readonly size: number; readonly align: number } {
  const of = (id: number) => goSize(program, program.types[id] as RuntimeType);
  switch (type.kind) {
    case 'string':
    case 'interface':
      return { size: 16, align: 8 };
    case 'slice':
      return { size: 24, align: 8 };
    case 'pointer':
    case 'map':
    case 'chan':
    case 'func':
    case 'unsafe.Pointer':
      return { size: 8, align: 8 };
    case 'array':
      return { size: of(type.elem).size * type.length, align: of(type.elem).align };
    case 'struct': {
      let size = 0;
      let align = 1;
      for (const field of type.fields) {
        const part = of(field.type);
        size = Math.ceil(size / part.align) * part.align + part.size;
        align = Math.max(align, part.align);
      }
      return { size: Math.ceil(size / align) * align, align };
    }
    default:
      return { size: type.layout.size, align: type.layout.align };
  }
}

export function growSlice(
  ctx: Context,
  goSizes: Float64Array,
  from: number,
  length: number,
  capacity: number,
  wanted: number,
  layout: number,
): void {
  const { mem, heap, shapes } = ctx;
  const size = shapes.layoutSize[layout] as number;
  const grown = grownCapacity(capacity, wanted, goSizes[layout] as number);
  const to = heap.allocate(shapes.layoutShape[layout] as number, grown * size);
  mem.copy(to, from, length * size);
  ctx.result(0, to);
  ctx.result(1, grown);
}
