/** Go values in the linear memory as people read them, by their run-time types. */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { libraryWords } from './library.ts';
import { boxedPlace } from './interfaces.ts';
import { collected, quote, scalarText } from './scalars.ts';
import type { Reader, Value } from './types.ts';

const maxDepth = 4;
/** Elements of a slice, array, map or buffer that are given at once. */
export const maxElements = 32;
/** Elements of a slice, array or map that are named in its one line. */
const maxBrief = 8;

/** `from`: which of the elements come first. */
export function readValue(reader: Reader, name: string, typeId: number, at: number, depth = 0, from = 0): Value {
  const type = must(reader.program.types[typeId], 'type');
  const base = { name, type: type.name, target: 0 };
  const { memory } = reader;
  const words = libraryWords(reader, type, at, (part, partType, partAt) => readValue(reader, part, partType, partAt, depth + 1));
  if (words) return { ...base, ...words, ...recorded(reader, at) };
  switch (type.kind) {
    case 'string':
      return { ...base, value: quote(memory, memory.getUint32(at, true), memory.getUint32(at + 4, true)) };
    case 'pointer':
      return pointer(reader, base, type, memory.getUint32(at, true), depth, from);
    case 'chan':
      return channel(reader, base, type, memory.getUint32(at, true), depth, from);
    case 'func':
      return closure(reader, base, memory.getUint32(at, true), depth);
    case 'interface':
      return boxed(reader, base, at, depth, from);
    case 'slice':
      return slice(reader, base, type, at, depth, from);
    case 'array':
      return sequence(reader, base, { elem: type.elem, data: at, length: type.length, note: '' }, depth, from);
    case 'struct':
      return struct(reader, base, type, at, depth);
    case 'map':
      return map(reader, base, type, memory.getUint32(at, true), depth, from);
    default:
      return { ...base, value: scalarText(memory, type.kind, at) };
  }
}

type Base = Pick<Value, 'name' | 'type' | 'target'>;

function pointer(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number, from: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const number = `0x${address.toString(16)}`;
  const words = hasWords(reader, type.elem, address);
  if (depth >= maxDepth && !words) return { ...base, value: number, target: address, more: true };
  const target = readValue(reader, '*', type.elem, address, depth + 1, from);
  if (words) return { ...target, ...base, target: address };
  const children = target.children ?? [target];
  const value = target.children && depth === 0 ? `&${target.value}` : number;
  return { ...base, value, target: address, children, ...(target.more && { more: true }), ...(target.parts && { parts: target.parts }) };
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

/** The function's name; its parts are the variables of its surroundings that it uses. */
function closure(reader: Reader, base: Base, address: number, depth: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const value = reader.funcName(address);
  const captured = reader.captured(address);
  if (captured.length === 0) return { ...base, value };
  if (depth >= maxDepth) return { ...base, value, more: true };
  return { ...base, value, children: captured.map(({ name, type, at }) => readValue(reader, name, type, at, depth + 1)) };
}

/** "1/3, closed", "unbuffered, 2 senders waiting"; its parts are what is in the buffer, front first. */
function channel(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number, from: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const state = reader.channel(address, from + maxElements);
  const value = [
    state.capacity === 0 ? 'unbuffered' : `${state.length}/${state.capacity}`,
    ...(state.closed ? ['closed'] : []),
    ...parked(state.senders, 'sender'),
    ...parked(state.receivers, 'receiver'),
  ].join(', ');
  const shown = { ...base, value, target: address, ...recorded(reader, address) };
  if (depth >= maxDepth || state.length === 0) return shown;
  const children = state.values.slice(from).map((at, i) => readValue(reader, `[${from + i}]`, type.elem, at, depth + 1));
  return { ...shown, children, ...partly(children, from, state.length) };
}

const parked = (count: number, who: string): string[] => (count === 0 ? [] : [`${count} ${who}${count === 1 ? '' : 's'} waiting`]);

/** An interface's value: its dynamic type, and the value in the data word or behind it. */
function boxed(reader: Reader, base: Base, at: number, depth: number, from: number): Value {
  const typeId = reader.memory.getUint32(at, true);
  if (typeId === 0) return { ...base, value: 'nil' };
  const type = must(reader.program.types[typeId], 'type');
  const place = boxedPlace(reader, at);
  if (place === undefined) return { ...base, value: collected };
  const inner = readValue(reader, base.name, typeId, place.at, depth, from);
  const target = inner.target || reader.memory.getUint32(at + 4, true);
  return { ...inner, type: isInternal(reader, type) ? base.type : `${base.type}(${type.name})`, target };
}

/** Types of the library that programs cannot name: who made the value is in its words. */
function isInternal(reader: Reader, type: RuntimeType): boolean {
  const named = type.kind === 'pointer' ? must(reader.program.types[type.elem], 'type') : type;
  return named.pkgPath !== '' && named.pkgPath !== 'main' && /^[a-z]/.test(named.defined);
}

function slice(reader: Reader, base: Base, type: RuntimeType, at: number, depth: number, from: number): Value {
  const data = reader.memory.getUint32(at, true);
  const length = reader.memory.getUint32(at + 4, true);
  const capacity = reader.memory.getUint32(at + 8, true);
  if (data === 0) return { ...base, value: 'nil' };
  return sequence(reader, base, { elem: type.elem, data, length, note: capacity === length ? '' : `, cap ${capacity}` }, depth, from);
}

interface Elements {
  readonly elem: number;
  readonly data: number;
  readonly length: number;
  /** Stands behind them. */
  readonly note: string;
}

/** "[1 2 3], cap 4", as fmt prints it. */
function sequence(reader: Reader, base: Base, { elem, data, length, note }: Elements, depth: number, from: number): Value {
  if (depth >= maxDepth) return { ...base, value: `[${length === 0 ? '' : '…'}]${note}`, more: length > 0 };
  const { layout } = must(reader.program.types[elem], 'type');
  const part = (i: number): Value => readValue(reader, `[${i}]`, elem, data + i * layout.size, depth + 1);
  const children = Array.from({ length: Math.max(0, Math.min(length - from, maxElements)) }, (_, i) => part(from + i));
  const first = from === 0 ? children : Array.from({ length: Math.min(length, maxBrief) }, (_, i) => part(i));
  const value = `[${brief(first, (child) => child.value, length)}]${length > maxBrief ? ` len ${length}` : ''}${note}`;
  return { ...base, value, children, ...partly(children, from, length) };
}

const partly = (children: readonly Value[], from: number, parts: number): Pick<Value, 'more' | 'parts'> =>
  from + children.length < parts ? { more: true, parts } : {};

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
function map(reader: Reader, base: Base, type: RuntimeType, address: number, depth: number, from: number): Value {
  if (address === 0) return { ...base, value: 'nil' };
  const { entries, length } = reader.mapEntries(address, from + maxElements);
  if (depth >= maxDepth) return { ...base, value: `map[${length === 0 ? '' : '…'}]`, more: length > 0 };
  const part = ([key, element]: readonly [number, number]): Value => readValue(reader, `[${keyText(reader, type, key)}]`, type.elem, element, depth + 1);
  const children = entries.slice(from).map(part);
  const first = from === 0 ? children : entries.slice(0, maxBrief).map(part);
  const value = `map[${brief(first, (child) => `${child.name.slice(1, -1)}:${child.value}`, length)}]`;
  return { ...base, value: length > maxBrief ? `${value} len ${length}` : value, children, ...partly(children, from, length) };
}

/** Of structs and arrays that are keys, so many levels are in the text. */
const keyDepth = 2;

/** A key as its part's name has it, between "[" and "]". */
export function keyText(reader: Reader, type: RuntimeType, key: number): string {
  return readValue(reader, '', type.key, key, maxDepth - keyDepth).value;
}
