/** Values of constant expressions, and constant data in static memory. */
import { bug, must } from '../../base/assert.ts';
import { imagPart, isNumericConst, realPart, toInt } from '../types/constant.ts';
import type { Const } from '../types/constant.ts';
import { toFloat32, toFloat64 } from '../types/constant-round.ts';
import type { Expr } from '../ir/ir.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { isComplex, isFloat, isInteger, isUnsigned, layoutOf, scalarParts, sizeOf } from './layout.ts';
import { f32, f64, i32, i64 } from './ops.ts';
import { scalars } from './values.ts';
import type { ScalarValue } from './values.ts';
import type { ConstantData, LinkSymbol } from './symbols.ts';

/** The constant as a value of a type that is not an interface. */
export function constantValue(f: Fn, value: Const, type: GoType): ScalarValue {
  if (value.kind === 'bool') return scalars(type, i32(Number(value.value)));
  if (value.kind === 'string') return scalars(type, f.text(value.value), i32(value.value.length));
  if (isFloat(type)) return scalars(type, floatExpr(value, type.kind === 'float32'));
  if (isComplex(type)) {
    const single = type.kind === 'complex64';
    return scalars(type, floatExpr(realPart(value), single), floatExpr(imagPart(value), single));
  }
  const int = toInt(value);
  if (int && isInteger(type)) return scalars(type, integerExpr(type, int.value));
  // An untyped constant converted to unsafe.Pointer or a rune converted to string end here.
  if (int && type.is('unsafe.Pointer')) return scalars(type, i32(Number(int.value)));
  return bug(`constant ${value.kind} as ${type.name}`);
}

function floatExpr(value: Const, single: boolean): Expr {
  if (!isNumericConst(value)) return bug('no number');
  return single ? f32(toFloat32(realPart(value))) : f64(toFloat64(realPart(value)));
}

/** The integer wrapped to the type's width. */
export function integerExpr(type: GoType, value: bigint): Expr {
  const bits = sizeOf(type) * 8;
  const wrapped = isUnsigned(type) ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
  return bits === 64 ? i64(wrapped) : i32(Number(BigInt.asIntN(32, wrapped)));
}

/** Static data while it is made. */
export class ConstantBytes implements ConstantData {
  readonly bytes: Uint8Array;
  readonly align: number;
  readonly addresses: { readonly offset: number; readonly symbol: LinkSymbol }[] = [];

  constructor(size: number, align: number) {
    this.bytes = new Uint8Array(size);
    this.align = align;
  }
}

/** Writes a constant value at an offset; false (perhaps after writing some of it) if it is not constant. */
export function writeConstant(f: Fn, data: ConstantBytes, offset: number, value: ScalarValue): boolean {
  const view = new DataView(data.bytes.buffer);
  return scalarParts(value.type).every((part, i) => {
    const e = value.parts[i];
    const at = offset + part.offset;
    if (e?.k === 'symbol') data.addresses.push({ offset: at, symbol: must(f.symbols.list[e.symbol], 'symbol') });
    if (e?.k !== 'const') return e?.k === 'symbol';
    if (part.type === 'i64') view.setBigInt64(at, BigInt(e.value), true);
    else if (part.type === 'f64') view.setFloat64(at, Number(e.value), true);
    else if (part.type === 'f32') view.setFloat32(at, Number(e.value), true);
    else if (part.store === 'i32.store8') view.setUint8(at, Number(e.value) & 0xff);
    else if (part.store === 'i32.store16') view.setUint16(at, Number(e.value) & 0xffff, true);
    else view.setInt32(at, Number(e.value), true);
    return true;
  });
}

/** Address of a copy of the value in static data, if all of it is constant. */
export function staticCopy(f: Fn, value: ScalarValue): Expr | undefined {
  const data = new ConstantBytes(sizeOf(value.type), layoutOf(value.type).align);
  return writeConstant(f, data, 0, value) ? f.symbol({ k: 'data', data }) : undefined;
}
