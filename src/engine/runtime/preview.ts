/**
 * Values in a few characters, for tokens and event lists: as fmt prints them with %v, but strings are quoted, long things are cut, and what is
 * behind a pointer is shown one level deep. Never calls code of the program.
 */
import type { Func, RuntimeType } from '../ir/ir.ts';
import { frameHeader } from '../memory/cells.ts';
import { wholeText } from '../trace/trace.ts';
import type { Context } from './context.ts';
import { carrierSize } from './goroutine.ts';
import { isPointerShaped } from './interfaces.ts';
import { mapEntries } from './maps.ts';
import { channel } from './state.ts';
import { textAt } from './text.ts';

const longest = 40;
const mostElements = 4;
/** Larger floating-point numbers are shown with an exponent. */
const mostPlain = 1e6;

/** The value of type `type` at `address`. */
export function preview(ctx: Context, type: number, address: number): string {
  return valueText(ctx, ctx.type(type), address, 2);
}

/** Bytes of a whole number that the recording shows as it is (trace/trace.ts), if it is not negative and has 31 bits at most; 0 for other types. */
export function wholeSize({ kind, layout }: RuntimeType): number {
  return wholeKinds.has(kind) ? layout.size : 0;
}

const wholeKinds: ReadonlySet<string> = new Set(['int', 'int32', 'int64', 'uint', 'uint32', 'uint64', 'uintptr']);

/** The same as the recording's "str". */
export function previewIndex(ctx: Context, type: number, address: number): number {
  const { mem } = ctx;
  const size = wholeSize(ctx.type(type));
  if (size > 0 && mem.i32(address) >= 0 && (size === 4 || mem.i32(address + 4) === 0)) return wholeText(mem.i32(address));
  return ctx.valueText(() => preview(ctx, type, address));
}

/** The dynamic value of an interface: `data` is its second word. */
export function previewInterface(ctx: Context, type: number, data: number): string {
  return type === 0 ? 'nil' : interfaceText(ctx, type, data, 2);
}

function interfaceText(ctx: Context, type: number, data: number, depth: number): string {
  const dynamic = ctx.type(type);
  return isPointerShaped(dynamic) ? wordText(ctx, dynamic, data, depth) : valueText(ctx, dynamic, data, depth);
}

function valueText(ctx: Context, type: RuntimeType, address: number, depth: number): string {
  const { mem } = ctx;
  switch (type.kind) {
    case 'bool':
      return mem.u8(address) === 0 ? 'false' : 'true';
    case 'string':
      return quoted(ctx, mem.i32(address), mem.i32(address + 4));
    case 'interface':
      return mem.i32(address) === 0 ? 'nil' : interfaceText(ctx, mem.i32(address), mem.i32(address + 4), depth);
    case 'struct':
      return structText(ctx, type, address, depth);
    case 'array':
      return listText(ctx, type.elem, address, type.length, depth);
    case 'slice':
      return mem.i32(address) === 0 && mem.i32(address + 4) === 0
        ? '[]'
        : listText(ctx, type.elem, mem.i32(address), mem.i32(address + 4), depth);
    default:
      return isPointerShaped(type) ? wordText(ctx, type, mem.i32(address), depth) : numberText(ctx, type, address);
  }
}

export function numberText(ctx: Context, type: RuntimeType, address: number): string {
  const { mem } = ctx;
  switch (type.kind) {
    case 'int':
    case 'int64': {
      const low = mem.i32(address);
      return mem.i32(address + 4) === low >> 31 ? String(low) : String(mem.i64(address));
    }
    case 'int32':
      return String(mem.i32(address));
    case 'int16':
      return String(mem.i16(address));
    case 'int8':
      return String(mem.i8(address));
    case 'uint':
    case 'uint64':
    case 'uintptr':
      return String(BigInt.asUintN(64, mem.i64(address)));
    case 'uint32':
      return String(mem.u32(address));
    case 'uint16':
      return String(mem.u16(address));
    case 'uint8':
      return String(mem.u8(address));
    case 'float32':
      return float32Text(mem.f32(address));
    case 'float64':
      return floatText(mem.f64(address));
    case 'complex64':
      return complexText(float32Text(mem.f32(address)), float32Text(mem.f32(address + 4)));
    case 'complex128':
      return complexText(floatText(mem.f64(address)), floatText(mem.f64(address + 8)));
    default:
      return '?';
  }
}

/** As %v: the shortest digits that read back the same, with an exponent if it is below -4 or above 5. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const magnitude = Math.abs(value);
  return withExponent(magnitude !== 0 && (magnitude < 1e-4 || magnitude >= mostPlain) ? value.toExponential() : String(value));
}

function float32Text(value: number): string {
  for (let digits = 1; digits < 9 && Number.isFinite(value); digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return floatText(shorter);
  }
  return floatText(value);
}

/** Go's exponents have two digits at least. */
function withExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function complexText(real: string, imaginary: string): string {
  return `(${real}${/^[+-]/.test(imaginary) ? '' : '+'}${imaginary}i)`;
}

function quoted(ctx: Context, address: number, length: number): string {
  return JSON.stringify(textAt(ctx, address, Math.min(length, longest))) + (length > longest ? '…' : '');
}

/** A time.Time read from the virtual clock has a mark in its first word, and the clock's nanoseconds in the second: those say more than both numbers. */
function isClockTime(ctx: Context, type: RuntimeType, address: number): boolean {
  return type.name === 'time.Time' && type.pkgPath === 'time' && ctx.mem.i32(address + 4) >> 30 === 1;
}

function structText(ctx: Context, type: RuntimeType, address: number, depth: number): string {
  if (isClockTime(ctx, type, address)) return `${ctx.mem.long(address + 8) / 1e9}s`;
  if (depth === 0 && type.fields.length > 0) return '{…}';
  const fields = type.fields.slice(0, mostElements).map((field) => valueText(ctx, ctx.type(field.type), address + field.offset, depth - 1));
  return cut(`{${fields.join(' ')}${type.fields.length > mostElements ? ' …' : ''}}`);
}

function listText(ctx: Context, elem: number, address: number, length: number, depth: number): string {
  if (depth === 0 && length > 0) return `[…${length}]`;
  const type = ctx.type(elem);
  const shown: string[] = [];
  for (let i = 0; i < Math.min(length, mostElements); i++) shown.push(valueText(ctx, type, address + i * type.layout.size, depth - 1));
  return cut(`[${shown.join(' ')}${length > mostElements ? ' …' : ''}]`);
}

/** Values that are one word. */
function wordText(ctx: Context, type: RuntimeType, word: number, depth: number): string {
  if (word === 0) return type.kind === 'map' ? 'map[]' : 'nil';
  switch (type.kind) {
    case 'pointer':
      return pointerText(ctx, type, word, depth);
    case 'chan':
      return `chan#${ctx.mem.i32(word + channel.number)}`;
    case 'func':
      return `${ctx.program.funcs[ctx.mem.i32(word)]?.name ?? 'func'}`;
    case 'map':
      return mapText(ctx, word, depth);
    default:
      return `0x${word.toString(16)}`;
  }
}

function pointerText(ctx: Context, type: RuntimeType, word: number, depth: number): string {
  const target = ctx.type(type.elem);
  const composite = target.kind === 'struct' || target.kind === 'array' || target.kind === 'slice' || target.kind === 'map';
  return composite && depth > 1 ? cut(`&${valueText(ctx, target, word, depth - 1)}`) : `0x${word.toString(16)}`;
}

function mapText(ctx: Context, map: number, depth: number): string {
  const { type, count, entries } = mapEntries(ctx, map, mostElements);
  if (depth === 0) return `map[…${count}]`;
  const { key, elem } = ctx.type(type);
  const pairs = entries.map(
    (entry) => `${valueText(ctx, ctx.type(key), entry.key, depth - 1)}:${valueText(ctx, ctx.type(elem), entry.value, depth - 1)}`,
  );
  return cut(`map[${pairs.join(' ')}${count > mostElements ? ' …' : ''}]`);
}

function cut(text: string): string {
  return text.length > 2 * longest ? `${text.slice(0, 2 * longest)}…` : text;
}

/** An error for the recording: methods cannot be called here, so its text is taken to be the first string it holds. */
export function previewError(ctx: Context, type: number, data: number): string {
  if (type === 0) return 'nil';
  const dynamic = ctx.type(type);
  const pointer = dynamic.kind === 'pointer';
  const held = pointer ? ctx.type(dynamic.elem) : dynamic;
  const first = held.kind === 'struct' ? held.fields[0] : undefined;
  const text = first === undefined ? held : ctx.type(first.type);
  if (text.kind !== 'string' || data === 0) return interfaceText(ctx, type, data, 2);
  const address = data + (first?.offset ?? 0);
  return textAt(ctx, ctx.mem.i32(address), ctx.mem.i32(address + 4));
}

/** The zero value of a type. */
export function previewZero(ctx: Context, type: number): string {
  const { kind, fields, length, elem } = ctx.type(type);
  switch (kind) {
    case 'bool':
      return 'false';
    case 'string':
      return '""';
    case 'slice':
      return '[]';
    case 'map':
      return 'map[]';
    case 'struct':
      return cut(
        `{${fields
          .slice(0, mostElements)
          .map((field) => previewZero(ctx, field.type))
          .join(' ')}${fields.length > mostElements ? ' …' : ''}}`,
      );
    case 'array':
      return `[${Array.from({ length: Math.min(length, mostElements) }, () => previewZero(ctx, elem)).join(' ')}${length > mostElements ? ' …' : ''}]`;
    case 'complex64':
    case 'complex128':
      return '(0+0i)';
    case 'interface':
    case 'pointer':
    case 'chan':
    case 'func':
    case 'unsafe.Pointer':
      return 'nil';
    default:
      return '0';
  }
}

/** Arguments of basic types that a new goroutine begins with, by name: "id 1, name \"a\"". */
export function previewArguments(ctx: Context, func: Func, fp: number): string {
  const shown: string[] = [];
  let offset = func.sig.results.reduce((sum, carrier) => sum + carrierSize(carrier), frameHeader);
  func.sig.params.forEach((carrier, i) => {
    const dest = func.params[i];
    const variable = func.vars.find(({ param, at }) => param && at.k === 'scalars' && dest?.k === 'local' && at.locals[0] === dest.id);
    const type = variable && ctx.type(variable.type);
    if (type !== undefined && type.kind === 'string')
      shown.push(`${variable?.name} ${quoted(ctx, ctx.mem.i32(fp + offset), ctx.mem.i32(fp + offset + 8))}`);
    else if (type !== undefined && isScalar(type)) shown.push(`${variable?.name} ${valueText(ctx, type, fp + offset, 0)}`);
    offset += carrierSize(carrier);
  });
  return shown.join(', ');
}

/** Held in one slot of a frame as it is in memory: slots are little-endian and normalised. */
function isScalar(type: RuntimeType): boolean {
  return type.kind === 'bool' || (/^(u?int(8|16|32|64|ptr)?|float(32|64))$/.test(type.kind) && type.layout.size <= 8);
}
