/** Composite literals (specification: "Composite literals"). Large ones are built where they are to be; constant ones are copied from static data. */
import { bug, must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import { staticBase } from '../memory/cells.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { toInt } from '../types/constant.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { ConstantBytes, constantValue, writeConstant } from './constants.ts';
import { exprAs } from './convert.ts';
import { fieldOffset, layoutOf, partsOf, sizeOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { makeMap, mapElement } from './maps.ts';
import { add, i32, local, op } from './ops.ts';
import { order } from './order.ts';
import { addressOf, allocate, fieldOf, fieldPlace, part, partsOfValue, scalars, tempMemory, write, zeroMemory, zeroValue } from './values.ts';
import type { MemoryValue, Value } from './values.ts';

export function compositeLiteral(f: Fn, e: syntax.CompositeLit, type: GoType): Value {
  switch (type.kind) {
    case 'pointer':
      return addressOfLiteral(f, e, type);
    case 'map':
      return mapLiteral(f, e, type);
    case 'slice':
      return sliceLiteral(f, e, type);
    case 'struct':
      if (partsOf(type)) return scalarStruct(f, e, type);
      break;
    default:
      break;
  }
  if (partsOf(type)) return zeroValue(f, type);
  const memory = tempMemory(f, type);
  build(f, memory, e);
  return memory;
}

/** Gives memory with any contents the value of a literal of its type, a struct or an array. */
export function build(f: Fn, memory: MemoryValue, e: syntax.CompositeLit): void {
  if (!isComplete(e, memory.type)) zeroMemory(f, memory);
  fill(f, memory, e);
}

/** &T{...}, written so or elided as the element of a literal of pointers. */
export function addressOfLiteral(f: Fn, e: syntax.CompositeLit, pointer: GoType): Value {
  const memory = allocate(f, pointer.as('pointer').elem);
  if (memory.type.is('struct') || memory.type.is('array')) fill(f, memory, e);
  else write(f, memory, compositeLiteral(f, e, memory.type));
  return scalars(pointer, memory.base);
}

/** All bytes that matter are written by its elements. */
function isComplete(e: syntax.CompositeLit, type: GoType): boolean {
  if (type.is('struct')) return e.elements.length === type.shape.fields.length;
  return type.is('array') && e.elements.length === type.shape.length && e.elements.every((element) => element.kind !== 'KeyValueExpr');
}

interface Element { readonly index: number; readonly value: syntax.Expr }

function structElements(e: syntax.CompositeLit, type: GoType): readonly Element[] {
  const fields = type.as('struct').fields;
  return e.elements.map((element, i) => {
    if (element.kind !== 'KeyValueExpr') return { index: i, value: element };
    const name = element.key.kind === 'Ident' ? element.key.name : bug('field key');
    return { index: fields.findIndex((field) => field.name === name), value: element.value };
  });
}

function arrayElements(e: syntax.CompositeLit): readonly Element[] {
  let next = 0;
  return e.elements.map((element) => {
    const keyed = element.kind === 'KeyValueExpr';
    const index = keyed ? Number(must(toInt(must(element.key.$tv?.value, 'constant index')), 'index').value) : next;
    next = index + 1;
    return { index, value: keyed ? element.value : element };
  });
}

function scalarStruct(f: Fn, e: syntax.CompositeLit, type: GoType): Value {
  const fields = type.as('struct').fields;
  const values = fields.map((_, i) => fieldOf(zeroValue(f, type), i));
  for (const { index, value } of structElements(e, type)) values[index] = exprAs(f, value, must(fields[index], 'field').type);
  return scalars(type, ...values.flatMap(partsOfValue));
}

/** Writes the literal's elements into memory that is zero where they leave gaps. */
export function fill(f: Fn, memory: MemoryValue, e: syntax.CompositeLit): void {
  const type = memory.type;
  if (type.is('struct')) {
    const place = (index: number): MemoryValue => {
      const field = fieldPlace(memory, index);
      return field.k === 'memory' ? field : bug('field in locals');
    };
    for (const { index, value } of structElements(e, type)) fillElement(f, place(index), value);
    return;
  }
  const { elem, length } = type.as('array');
  const data = constantElements(f, e, elem, length);
  if (data) return copyStatic(f, memory, data);
  fillArray(f, memory, elem, e);
}

function fillArray(f: Fn, start: MemoryValue, elem: GoType, e: syntax.CompositeLit): void {
  const size = sizeOf(elem);
  for (const { index, value } of arrayElements(e)) fillElement(f, { k: 'memory', type: elem, base: start.base, offset: start.offset + index * size }, value);
}

function fillElement(f: Fn, place: MemoryValue, expr: syntax.Expr): void {
  const e = unparen(expr);
  const inPlace = e.kind === 'CompositeLit' && (place.type.is('struct') || place.type.is('array')) && f.typeOf(e) === place.type;
  if (!inPlace) return write(f, place, e.kind === 'CompositeLit' ? exprAs(f, e, place.type) : exprAs(f, expr, place.type));
  if (place.base.k === 'frameAddr') build(f, place, e);
  else fill(f, place, e);
}

function sliceLiteral(f: Fn, e: syntax.CompositeLit, type: GoType): Value {
  const elem = type.as('slice').elem;
  const length = arrayElements(e).reduce((max, { index }) => Math.max(max, index + 1), 0);
  // An empty literal is not nil: it points anywhere.
  if (length === 0) return scalars(type, i32(staticBase), i32(0), i32(0));
  const ptr = callDirect(f, natives.newArray, [f.layoutNumber(elem), i32(length)], true);
  const memory: MemoryValue = { k: 'memory', type: elem, base: ptr, offset: 0 };
  const data = constantElements(f, e, elem, length);
  if (data) copyStatic(f, memory, data);
  else fillArray(f, memory, elem, e);
  return scalars(type, ptr, i32(length), i32(length));
}

function mapLiteral(f: Fn, e: syntax.CompositeLit, type: GoType): Value {
  const { key, elem } = type.as('map');
  const map = makeMap(f, type, i32(e.elements.length));
  if (fillFromTables(f, map, e)) return map;
  for (const element of e.elements) {
    if (element.kind !== 'KeyValueExpr') bug('map element without key');
    f.statementScope(() => {
      order(f, [element.key, element.value], false);
      const k = exprAs(f, element.key, key);
      const value = exprAs(f, element.value, elem);
      write(f, mapElement(f, map, k), value);
    });
  }
  return map;
}

/** More constant elements than this are put in by a loop over tables of them. */
const mostInCode = 25;

function fillFromTables(f: Fn, map: Value, e: syntax.CompositeLit): boolean {
  const { key, elem } = map.type.as('map');
  const count = e.elements.length;
  const [keySize, elemSize] = [sizeOf(key), sizeOf(elem)];
  if (count <= mostInCode || keySize === 0) return false;
  const keys = new ConstantBytes(keySize * count, layoutOf(key).align);
  const values = new ConstantBytes(elemSize * count, layoutOf(elem).align);
  const constant = e.elements.every((element, i) => {
    if (element.kind !== 'KeyValueExpr') return bug('map element without key');
    return writeLiteral(f, keys, i * keySize, element.key, key) && writeLiteral(f, values, i * elemSize, element.value, elem);
  });
  if (!constant) return false;
  const i = f.newLocal('i32');
  const row = (data: ConstantBytes, size: number): Expr => add(f.symbol({ k: 'data', data }), op('i32.mul', local(i), i32(size)));
  f.set(i, i32(0));
  const again = f.newLabel();
  const body = f.body(() => {
    const place = callDirect(f, natives.mapSet, [part(map), row(keys, keySize)], true);
    f.emit({ k: 'copy', to: place, from: row(values, elemSize), size: i32(elemSize) });
    f.set(i, add(local(i), i32(1)));
    f.if(op('i32.lt_u', local(i), i32(count)), [{ k: 'br', label: again }]);
  });
  f.emit({ k: 'loop', label: again, body });
  return true;
}

// ---- constant literals

const fewestStatic = 3;

/** The bytes of a literal all of whose elements are constant, if it has enough of them. */
function constantElements(f: Fn, e: syntax.CompositeLit, elem: GoType, length: number): ConstantBytes | undefined {
  if (e.elements.length < fewestStatic) return undefined;
  const size = sizeOf(elem);
  const data = new ConstantBytes(size * length, layoutOf(elem).align);
  return arrayElements(e).every(({ index, value }) => writeLiteral(f, data, index * size, value, elem)) ? data : undefined;
}

function writeLiteral(f: Fn, data: ConstantBytes, offset: number, expr: syntax.Expr, type: GoType): boolean {
  const e = unparen(expr);
  const constant = e.$tv?.value;
  if (constant) return !type.is('interface') && writeConstant(f, data, offset, constantValue(f, constant, type));
  if (e.kind !== 'CompositeLit') return false;
  if (type.is('struct')) {
    const fields = type.shape.fields;
    return structElements(e, type).every(({ index, value }) => writeLiteral(f, data, offset + fieldOffset(type, index), value, must(fields[index], 'field').type));
  }
  if (!type.is('array')) return false;
  const size = sizeOf(type.shape.elem);
  return arrayElements(e).every(({ index, value }) => writeLiteral(f, data, offset + index * size, value, type.shape.elem));
}

function copyStatic(f: Fn, memory: MemoryValue, data: ConstantBytes): void {
  f.emit({ k: 'copy', to: addressOf(memory), from: f.symbol({ k: 'data', data }), size: i32(data.bytes.length) });
}
