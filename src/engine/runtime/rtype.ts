/** What the library asks about types: natives of package internal/rtype. */
import type { RuntimeKind, RuntimeType } from '../ir/ir.ts';
import { must } from '../../base/assert.ts';
import type { Context } from './context.ts';
import { equality, equalValues } from './equality.ts';
import { isPointerShaped, type MethodSets } from './interfaces.ts';
import { mapClear, mapDelete, mapElem, mapGet, mapKey, mapLen, mapNew, mapNext, mapSet } from './maps.ts';
import { returnText } from './text.ts';

type Native = (...args: number[]) => number | void;

/** As reflect.Kind numbers them. */
const kindNumbers: Readonly<Record<RuntimeKind, number>> = {
  bool: 1,
  int: 2,
  int8: 3,
  int16: 4,
  int32: 5,
  int64: 6,
  uint: 7,
  uint8: 8,
  uint16: 9,
  uint32: 10,
  uint64: 11,
  uintptr: 12,
  float32: 13,
  float64: 14,
  complex64: 15,
  complex128: 16,
  array: 17,
  chan: 18,
  func: 19,
  interface: 20,
  map: 21,
  pointer: 22,
  slice: 23,
  string: 24,
  struct: 25,
  'unsafe.Pointer': 26,
};

/** The name of a declared or predeclared type. */
function nameOf(type: RuntimeType): string {
  if (type.defined !== '') return type.defined;
  return type.kind in kindNumbers && kindNumbers[type.kind] <= 16 ? type.kind : type.kind === 'string' ? 'string' : '';
}

/** All without the package's name; results go to the result cells. */
export function typeNatives(ctx: Context, methods: MethodSets): Record<string, Native> {
  const { mem } = ctx;
  const kinds = Uint8Array.from(ctx.program.types, (type) => (type.id === 0 ? 0 : kindNumbers[type.kind]));
  const field = (t: number, i: number) => must(ctx.type(t).fields[i], 'field');
  const pointers = new Map(ctx.program.types.map((type) => [type.kind === 'pointer' && type.defined === '' ? type.elem : 0, type.id]));
  const pointerTo = (t: number) => (t === 0 ? 0 : (pointers.get(t) ?? 0));
  const natives: Record<string, Native> = {
    TypeOf: (t) => ctx.result(0, t as number),
    DataOf: (t, data) => ctx.result(0, dataOf(ctx, t as number, data as number)),
    WordOf: (t, data) => ctx.result(0, t !== 0 && isPointerShaped(ctx.type(t as number)) ? (data as number) : 0),
    Make: (t, address) => make(ctx, t as number, address as number),
    Copy: (t, to, from) => mem.copy(to as number, from as number, ctx.type(t as number).layout.size),
    KindOf: (t) => ctx.result(0, kinds[t as number] as number),
    StringOf: (t) => returnText(ctx, 0, ctx.type(t as number).name),
    NameOf: (t) => returnText(ctx, 0, nameOf(ctx.type(t as number))),
    PkgPathOf: (t) => returnText(ctx, 0, ctx.type(t as number).pkgPath),
    SizeOf: (t) => ctx.result(0, ctx.type(t as number).layout.size),
    ElemOf: (t) => ctx.result(0, ctx.type(t as number).elem),
    KeyOf: (t) => ctx.result(0, ctx.type(t as number).key),
    LenOf: (t) => ctx.result(0, ctx.type(t as number).length),
    Comparable: (t) => ctx.result(0, ctx.type(t as number).comparable ? 1 : 0),
    Implements: (t, iface) => ctx.result(0, methods.implements(ctx, t as number, iface as number) ? 1 : 0),
    NumField: (t) => ctx.result(0, ctx.type(t as number).fields.length),
    FieldName: (t, i) => returnText(ctx, 0, field(t as number, i as number).name),
    FieldType: (t, i) => ctx.result(0, field(t as number, i as number).type),
    FieldOffset: (t, i) => ctx.result(0, field(t as number, i as number).offset),
    FieldExported: (t, i) => ctx.result(0, field(t as number, i as number).exported ? 1 : 0),
    FieldTag: (t, i) => returnText(ctx, 0, field(t as number, i as number).tag),
    FieldEmbedded: (t, i) => ctx.result(0, field(t as number, i as number).embedded ? 1 : 0),
    NumIn: (t) => ctx.result(0, ctx.type(t as number).params.length),
    In: (t, i) => ctx.result(0, must(ctx.type(t as number).params[i as number], 'parameter')),
    NumOut: (t) => ctx.result(0, ctx.type(t as number).results.length),
    Out: (t, i) => ctx.result(0, must(ctx.type(t as number).results[i as number], 'result')),
    Variadic: (t) => ctx.result(0, ctx.type(t as number).variadic ? 1 : 0),
    ChanDir: (t) => ctx.result(0, chanDirs[ctx.type(t as number).chanDir]),
    NumMethod: (t) => ctx.result(0, exportedMethods(ctx.type(t as number)).length),
    MethodName: (t, i) => returnText(ctx, 0, must(exportedMethods(ctx.type(t as number))[i as number], 'method')),
    PointerTo: (t) => ctx.result(0, pointerTo(t as number)),
    New: (t, count) => ctx.result(0, newArray(ctx, t as number, count as number)),
    Equal: (t, a, b) => ctx.result(0, equalValues(ctx, ctx.type(t as number), a as number, b as number) === equality.equal ? 1 : 0),
    MapNew: (t, hint) => ctx.result(0, mapNew(ctx, t as number, hint as number)),
    MapGet: (t, m, key, to) => ctx.result(0, getEntry(ctx, t as number, m as number, key as number, to as number)),
    MapSet: (t, m, key, from) => ctx.result(0, setEntry(ctx, t as number, m as number, key as number, from as number)),
    MapDelete: (_t, m, key) => ctx.result(0, mapDelete(ctx, m as number, key as number) === 0 ? 1 : 0),
    MapClear: (_t, m) => mapClear(ctx, m as number),
    MapLen: (m) => ctx.result(0, mapLen(ctx, m as number)),
    MapNext: (m, position) => ctx.result(0, mapNext(ctx, m as number, position as number)),
    MapKey: (_t, m, position) => ctx.result(0, mapKey(ctx, m as number, position as number)),
    MapElem: (_t, m, position) => ctx.result(0, mapElem(ctx, m as number, position as number)),
    FuncName: (f) => returnText(ctx, 0, f === 0 ? '' : (ctx.program.funcs[mem.i32(f as number)]?.name ?? '')),
  };
  return natives;
}

/** As reflect.ChanDir numbers them. */
const chanDirs = { recv: 1, send: 2, both: 3 } as const;

/** Names of the exported methods, in their order: a selector key is a name and the signature. */
function exportedMethods(type: RuntimeType): string[] {
  const names = type.methods.map((key) => key.slice(0, key.indexOf('(')));
  return names.filter((name) => /^\p{Lu}/u.test(name)).sort();
}

function newArray(ctx: Context, type: number, count: number): number {
  return ctx.heap.allocate(ctx.shapes.typeShape[type] as number, ctx.type(type).layout.size * count);
}

/** Copies the element of a key; 1 if there is one. */
function getEntry(ctx: Context, type: number, map: number, key: number, to: number): number {
  const value = mapGet(ctx, map, key);
  if (value <= 1) return 0;
  ctx.mem.copy(to, value, ctx.type(ctx.type(type).elem).layout.size);
  return 1;
}

/** 0 if the key cannot be hashed. */
function setEntry(ctx: Context, type: number, map: number, key: number, from: number): number {
  const value = mapSet(ctx, map, key);
  if (value <= 1) return 0;
  ctx.mem.copy(value, from, ctx.type(ctx.type(type).elem).layout.size);
  return 1;
}

function dataOf(ctx: Context, type: number, data: number): number {
  if (type === 0 || !isPointerShaped(ctx.type(type))) return type === 0 ? 0 : data;
  const copy = ctx.heap.allocate(ctx.shapes.pointers, 4);
  ctx.mem.setI32(copy, data);
  return copy;
}

/** The interface value that a conversion of the value at `address` gives. */
function make(ctx: Context, id: number, address: number): void {
  const { mem } = ctx;
  const type = ctx.type(id);
  if (type.kind === 'interface') {
    ctx.result(0, mem.i32(address));
    ctx.result(1, mem.i32(address + 4));
    return;
  }
  ctx.result(0, id);
  ctx.result(1, isPointerShaped(type) ? mem.i32(address) : copyOf(ctx, type, address));
}

function copyOf(ctx: Context, type: RuntimeType, address: number): number {
  const { size } = type.layout;
  const copy = ctx.heap.allocate(ctx.shapes.typeShape[type.id] as number, size);
  ctx.mem.copy(copy, address, size);
  return copy;
}
