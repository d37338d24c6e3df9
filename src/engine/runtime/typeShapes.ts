/** Shapes of the objects that programs and the runtime allocate, all known before the heap is made. */
import { must } from '../../base/assert.ts';
import type { Layout, Program, RuntimeType } from '../ir/ir.ts';
import type { Shapes } from '../memory/shapes.ts';
import { channel } from './state.ts';

/** How keys are hashed and compared. */
export const KeyKind = { word: 0, long: 1, string: 2, other: 3 } as const;
type KeyKind = (typeof KeyKind)[keyof typeof KeyKind];

export interface MapLayout {
  readonly key: RuntimeType;
  readonly keyKind: KeyKind;
  /** An entry: hash, serial, key, value. */
  readonly keyOffset: number;
  readonly valueOffset: number;
  readonly entrySize: number;
  readonly entryShape: number;
}

export class TypeShapes {
  /** By layout number and by type id: the shape, and the size of one element. */
  readonly layoutShape: Int32Array;
  readonly layoutSize: Int32Array;
  readonly typeShape: Int32Array;
  readonly channel: number;
  readonly map: number;
  readonly panic: number;
  readonly pointers: number;
  /** By type id. */
  private readonly maps: (MapLayout | undefined)[];

  private readonly typeSizes: Int32Array;

  constructor(program: Program, shapes: Shapes) {
    this.typeSizes = Int32Array.from(program.types, (type) => type.layout.size);
    this.layoutShape = Int32Array.from(program.layouts, (layout) => shapes.of(layout));
    this.layoutSize = Int32Array.from(program.layouts, (layout) => layout.size);
    this.typeShape = Int32Array.from(program.types, (type) => shapes.of(type.layout));
    this.channel = shapes.of({ size: channel.size, refs: [channel.buffer, channel.timer] });
    this.map = shapes.of({ size: mapHeader.size, refs: [mapHeader.entries, mapHeader.index] });
    this.panic = shapes.of({ size: panicRecord.size, refs: [panicRecord.link, panicRecord.data] });
    this.pointers = shapes.of({ size: 4, refs: [0] });
    this.maps = program.types.map((type) => {
      if (type.kind !== 'map') return undefined;
      return mapLayout(must(program.types[type.key], 'key type'), must(program.types[type.elem], 'element type').layout, shapes);
    });
  }

  /** Bytes of a value of this type. */
  typeSize(id: number): number {
    return this.typeSizes[id] as number;
  }

  mapLayout(type: number): MapLayout {
    return must(this.maps[type], 'map layout');
  }
}

const entryHeader = 8;

function mapLayout(key: RuntimeType, value: Layout, shapes: Shapes): MapLayout {
  const keyOffset = align(entryHeader, key.layout.align);
  const valueOffset = align(keyOffset + key.layout.size, value.align);
  const entrySize = align(valueOffset + value.size, Math.max(4, key.layout.align, value.align));
  const refs = [...key.layout.refs.map((ref) => keyOffset + ref), ...value.refs.map((ref) => valueOffset + ref)];
  return { key, keyKind: keyKindOf(key), keyOffset, valueOffset, entrySize, entryShape: shapes.of({ size: entrySize, refs }) };
}

function keyKindOf(key: RuntimeType): KeyKind {
  switch (key.kind) {
    case 'string':
      return KeyKind.string;
    case 'int':
    case 'int64':
    case 'uint':
    case 'uint64':
    case 'uintptr':
      return KeyKind.long;
    case 'int32':
    case 'uint32':
    case 'pointer':
    case 'chan':
    case 'unsafe.Pointer':
      return KeyKind.word;
    default:
      return KeyKind.other;
  }
}

function align(offset: number, to: number): number {
  return (offset + to - 1) & -Math.max(1, to);
}

/** See panic.ts. */
export const panicRecord = {
  link: 0,
  type: 4,
  data: 8,
  flags: 12,
  /** The frame of runtime.gopanic that makes deferred calls for it, relative to the stack's begin. */
  frame: 16,
  /** The frame whose deferred call was made last, likewise; -1 before the first. */
  caller: 20,
  size: 24,
} as const;

/** See maps.ts. */
export const mapHeader = {
  type: 0,
  /** Live entries. */
  count: 4,
  entries: 8,
  /** Entries in use, dead ones included, and room for. */
  used: 12,
  capacity: 16,
  /** Hash index: i32 words, 0 empty, else entry number + 1; its length is a power of two. */
  index: 20,
  mask: 24,
  /** Grows whenever entries change their numbers. */
  epoch: 28,
  /** Serial of the next entry. */
  serial: 32,
  size: 40,
} as const;
