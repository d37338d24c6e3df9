/** Go values in the linear memory as people read them, by their run-time types. */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { libraryWords } from './library.ts';
import { collected, quote, scalarText } from './scalars.ts';
import type { Reader, Value } from './types.ts';

const maxDepth = 4;
const maxElements = 32;
/** Elements of a slice, array or map that are named in its one line. */
const maxBrief = 8;

export function readValue(reader: Reader, name: string, typeId: number, at: number, depth = 0): Value {
  const type = must(reader.program.types[typeId], 'type');
  const base = { name, type: type.name, target: 0 };
  const { memory } = reader;
  const words = libraryWords(reader, type, at, (part, partType, partAt) => readValue(reader, part, partType, partAt, depth + 1));
  if (words) return { ...base, ...words, ...recorded(reader, at) };
  switch (type.kind) {
    case 'string':
      return { ...base, value: quote(memory, memory.getUint32(at, true), memory.getUint32(at + 4, true)) };
    case 'pointer':
      return pointer(reader, base, type, memory.getUint32(at, true), depth);
    case 'chan':
      return channel(reader, base, type, memory.getUint32(at, true), depth);
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

function pointer(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const target = readValue(reader, '*', type.elem, address, depth + 1);
  if (hasWords(reader, type.elem, address)) return { ...target, ...base, target: address };
  const value = target.children && depth === 0 ? `&${target.value}` : `0x${address.toString(16)}`;
  if (depth >= maxDepth) return { ...base, value, target: address, more: true };
  return { ...base, value, target: address, children: target.children ?? [target] };
}

function recorded(reader: Reader, address: number): { readonly object?: number } {
  const object = reader.objectAt(address);
  return object === 0 ? {} : { object };
}

/** Whether a value is shown in words, which then stand for a pointer to it too. */
function hasWords(reader: Reader, typeId: number, at: number): boolean {
  return (
    libraryWords(reader, must(reader.program.types[typeId], 'type'), at, (name) => ({ name, type: '', value: '', target: 0 })) !== undefined
  );
}

/** "1/3, closed", "unbuffered, 2 senders waiting"; its parts are what is in the buffer, front first. */
function channel(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const state = reader.channel(address, maxElements);
  const value = [
    state.capacity === 0 ? 'unbuffered' : `${state.length}/${state.capacity}`,
    ...(state.closed ? ['closed'] : []),
    ...parked(state.senders, 'sender'),
    ...parked(state.receivers, 'receiver'),
  ].join(', ');
  const shown = { ...base, value, target: address, ...recorded(reader, address) };
  if (depth >= maxDepth || state.length === 0) return shown;
  const children = state.values.map((at, i) => readValue(reader, `[${i}]`, type.elem, at, depth + 1));
  return { ...shown, children, more: state.length > children.length };
}

const parked = (count: number, who: string): string[] => (count === 0 ? [] : [`${count} ${who}${count === 1 ? '' : 's'} waiting`]);

const pointerShaped: ReadonlySet<RuntimeType['kind']> = new Set(['pointer', 'map', 'chan', 'func', 'unsafe.Pointer']);

/** An interface's value: its dynamic type, and the value in the data word or behind it. */
function boxed(reader: Reader, base: Base, typeId: number, dataWord: number, depth: number): Value {
  if (typeId === 0) return { ...base, value: 'nil' };
  const type = must(reader.program.types[typeId], 'type');
  const at = pointerShaped.has(type.kind) ? dataWord : reader.memory.getUint32(dataWord, true);
  if (at === 0) return { ...base, value: collected };
  const inner = readValue(reader, base.name, typeId, at, depth + 1);
  const target = inner.target || reader.memory.getUint32(dataWord, true);
  return { ...inner, type: isInternal(reader, type) ? base.type : `${base.type}(${type.name})`, target };
}

/** Types of the library that programs cannot name: who made the value is in its words. */
function isInternal(reader: Reader, type: RuntimeType): boolean {
  const named = type.kind === 'pointer' ? must(reader.program.types[type.elem], 'type') : type;
  return named.pkgPath !== '' && named.pkgPath !== 'main' && /^[a-z]/.test(named.defined);
}

function slice(reader: Reader, base: Base, type: RuntimeType, at: number, depth: number): Value {
  const data = reader.memory.getUint32(at, true);
  const length = reader.memory.getUint32(at + 4, true);
  const capacity = reader.memory.getUint32(at + 8, true);
  if (data === 0) return { ...base, value: 'nil' };
  return sequence(reader, base, type.elem, data, length, depth, capacity === length ? '' : `, cap ${capacity}`);
}

/** "[1 2 3], cap 4", as fmt prints it. */
function sequence(reader: Reader, base: Base, elem: number, data: number, length: number, depth: number, note: string): Value {
  if (depth >= maxDepth) return { ...base, value: `[${length === 0 ? '' : '…'}]${note}`, more: length > 0 };
  const { layout } = must(reader.program.types[elem], 'type');
  const shown = Math.min(length, maxElements);
  const children = Array.from({ length: shown }, (_, i) => readValue(reader, `[${i}]`, elem, data + i * layout.size, depth + 1));
  const value = `[${brief(children, (child) => child.value, length)}]${length > maxBrief ? ` len ${length}` : ''}${note}`;
  return { ...base, value, children, more: length > shown };
}

/** The first few of so many, with a space between. */
function brief(children: readonly Value[], textOf: (child: Value) => string, length: number): string {
  return [...children.slice(0, maxBrief).map(textOf), ...(length > maxBrief ? ['…'] : [])].join(' ');
}

function struct(reader: Reader, base: Base, type: RuntimeType, at: number, depth: number): Value {
  if (depth >= maxDepth) return { ...base, value: '{…}', more: true };
  const children = type.fields.map((field) => readValue(reader, field.name, field.type, at + field.offset, depth + 1));
  const brief = children
    .slice(0, 4)
    .map((child) => `${child.name}: ${child.value}`)
    .join(', ');
  return { ...base, value: `{${brief}${children.length > 4 ? ', …' : ''}}`, children };
}

/** "map["a":1 "b":2]", in the order of iteration. */
function map(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const { entries, length } = reader.mapEntries(address, maxElements);
  if (depth >= maxDepth) return { ...base, value: `map[${length === 0 ? '' : '…'}]`, more: length > 0 };
  const children = entries.map(([key, element]) => {
    const name = readValue(reader, '', type.key, key, maxDepth).value;
    return readValue(reader, `[${name}]`, type.elem, element, depth + 1);
  });
  const value = `map[${brief(children, (child) => `${child.name.slice(1, -1)}:${child.value}`, length)}]`;
  return { ...base, value: length > maxBrief ? `${value} len ${length}` : value, children, more: length > entries.length };
}
