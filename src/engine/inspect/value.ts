/** Go values in the linear memory as people read them, by their run-time types. */
import { must } from '../../base/assert.ts';
import type { Program, RuntimeType } from '../ir/ir.ts';

export interface Value {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly children?: readonly Value[];
  /** Parts were left out. */
  readonly more?: boolean;
  /** Address of the object it refers to (channel, pointer target), 0 if none: for links to recorded objects. */
  readonly target: number;
}

const maxDepth = 4;
const maxElements = 32;
const maxText = 200;
/** For a variable that is in scope but was not used any more when its object was collected. */
const collected = '(collected)';

export interface Reader {
  readonly program: Program;
  readonly memory: DataView;
  /** Entries of a map, in iteration order: addresses of keys and values, and how many there are in all. */
  mapEntries(map: number, limit: number): { readonly entries: readonly (readonly [key: number, value: number])[]; readonly length: number };
  channelState(channel: number): { readonly length: number; readonly capacity: number; readonly closed: boolean };
  funcName(closure: number): string;
}

export function readValue(reader: Reader, name: string, typeId: number, at: number, depth = 0): Value {
  const type = must(reader.program.types[typeId], 'type');
  const base = { name, type: type.name, target: 0 };
  const { memory } = reader;
  switch (type.kind) {
    case 'string':
      return { ...base, value: quote(reader, memory.getUint32(at, true), memory.getUint32(at + 4, true)) };
    case 'pointer':
      return pointer(reader, base, type, memory.getUint32(at, true), depth);
    case 'chan':
      return channel(reader, base, memory.getUint32(at, true));
    case 'func': {
      const closure = memory.getUint32(at, true);
      return { ...base, value: closure === 0 ? 'nil' : reader.funcName(closure) };
    }
    case 'interface':
      return boxed(reader, base, memory.getUint32(at, true), at + 4, depth);
    case 'slice':
      return slice(reader, base, type, at, depth);
    case 'array':
      return sequence(reader, base, type.elem, at, type.length, depth, '');
    case 'struct':
      return struct(reader, base, type, at, depth);
    case 'map':
      return map(reader, base, type, memory.getUint32(at, true), depth);
    default:
      return { ...base, value: scalarText(memory, type.kind, at) };
  }
}

type Base = Pick<Value, 'name' | 'type' | 'target'>;

/** Text of a number, boolean or complex number. */
export function scalarText(memory: DataView, kind: RuntimeType['kind'], at: number): string {
  switch (kind) {
    case 'bool':
      return memory.getUint8(at) === 0 ? 'false' : 'true';
    case 'int8':
      return String(memory.getInt8(at));
    case 'int16':
      return String(memory.getInt16(at, true));
    case 'int32':
      return String(memory.getInt32(at, true));
    case 'uint8':
      return String(memory.getUint8(at));
    case 'uint16':
      return String(memory.getUint16(at, true));
    case 'uint32':
      return String(memory.getUint32(at, true));
    case 'uint':
    case 'uint64':
      return String(memory.getBigUint64(at, true));
    case 'uintptr':
      return `0x${memory.getBigUint64(at, true).toString(16)}`;
    case 'float32':
      return floatText(memory.getFloat32(at, true));
    case 'float64':
      return floatText(memory.getFloat64(at, true));
    case 'complex64':
      return `(${floatText(memory.getFloat32(at, true))}${signed(memory.getFloat32(at + 4, true))}i)`;
    case 'complex128':
      return `(${floatText(memory.getFloat64(at, true))}${signed(memory.getFloat64(at + 8, true))}i)`;
    case 'unsafe.Pointer':
      return `0x${memory.getUint32(at, true).toString(16)}`;
    default:
      return String(memory.getBigInt64(at, true));
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function signed(value: number): string {
  const text = floatText(value);
  return text.startsWith('-') || text.startsWith('+') ? text : `+${text}`;
}

function quote(reader: Reader, at: number, length: number): string {
  if (at === 0 && length > 0) return collected;
  const shown = Math.min(length, maxText);
  const text = new TextDecoder().decode(new Uint8Array(reader.memory.buffer, at, shown).slice());
  return length > shown ? `${JSON.stringify(text).slice(0, -1)}…"` : JSON.stringify(text);
}

function pointer(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const target = readValue(reader, '*', type.elem, address, depth + 1);
  const value = target.children && depth === 0 ? `&${target.value}` : `0x${address.toString(16)}`;
  if (depth >= maxDepth) return { ...base, value, target: address, more: true };
  return { ...base, value, target: address, children: target.children ?? [target] };
}

function channel(reader: Reader, base: Base, address: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const { length, capacity, closed } = reader.channelState(address);
  const fill = capacity === 0 ? 'unbuffered' : `${length}/${capacity}`;
  return { ...base, value: closed ? `${fill}, closed` : fill, target: address };
}

const pointerShaped: ReadonlySet<RuntimeType['kind']> = new Set(['pointer', 'map', 'chan', 'func', 'unsafe.Pointer']);

/** An interface's value: its dynamic type, and the value in the data word or behind it. */
function boxed(reader: Reader, base: Base, typeId: number, dataWord: number, depth: number): Value {
  if (typeId === 0) return { ...base, value: 'nil' };
  const type = must(reader.program.types[typeId], 'type');
  const at = pointerShaped.has(type.kind) ? dataWord : reader.memory.getUint32(dataWord, true);
  if (at === 0) return { ...base, value: collected };
  const inner = readValue(reader, base.name, typeId, at, depth + 1);
  const target = inner.target || reader.memory.getUint32(dataWord, true);
  return { ...inner, type: `${base.type}(${type.name})`, target };
}

function slice(reader: Reader, base: Base, type: RuntimeType, at: number, depth: number): Value {
  const data = reader.memory.getUint32(at, true);
  const length = reader.memory.getUint32(at + 4, true);
  const capacity = reader.memory.getUint32(at + 8, true);
  if (data === 0) return { ...base, value: 'nil' };
  return sequence(reader, base, type.elem, data, length, depth, `len ${length}, cap ${capacity}`);
}

function sequence(reader: Reader, base: Base, elem: number, data: number, length: number, depth: number, note: string): Value {
  const { layout } = must(reader.program.types[elem], 'type');
  const value = note || `${length} ${length === 1 ? 'element' : 'elements'}`;
  if (depth >= maxDepth) return { ...base, value, more: length > 0 };
  const shown = Math.min(length, maxElements);
  const children = Array.from({ length: shown }, (_, i) => readValue(reader, `[${i}]`, elem, data + i * layout.size, depth + 1));
  return { ...base, value, children, more: length > shown };
}

function struct(reader: Reader, base: Base, type: RuntimeType, at: number, depth: number): Value {
  if (depth >= maxDepth) return { ...base, value: '{…}', more: true };
  const children = type.fields.map((field) => readValue(reader, field.name, field.type, at + field.offset, depth + 1));
  const brief = children.slice(0, 4).map((child) => `${child.name}: ${child.value}`).join(', ');
  return { ...base, value: `{${brief}${children.length > 4 ? ', …' : ''}}`, children };
}

function map(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const { entries, length } = reader.mapEntries(address, maxElements);
  const value = `${length} ${length === 1 ? 'entry' : 'entries'}`;
  if (depth >= maxDepth) return { ...base, value, more: length > 0 };
  const children = entries.map(([key, element]) => {
    const name = readValue(reader, '', type.key, key, maxDepth).value;
    return readValue(reader, `[${name}]`, type.elem, element, depth + 1);
  });
  return { ...base, value, children, more: length > entries.length };
}
