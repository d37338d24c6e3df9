/**
 * Constant values at full precision, as untyped constants need them.
 *
 * Strings are byte strings: one UTF-16 unit (0..255) per byte of the Go string, so that "\xff" and invalid UTF-8 survive.
 * Floats are exact fractions of BigInts in lowest terms, den > 0, or wide (constant-wide.ts); integers beyond what any type holds stay exact.
 */
import { bitLength, maxFractionBits, shortened } from './constant-wide.ts';

export { bitLength } from './constant-wide.ts';

export type Const = BoolConst | StringConst | IntConst | FloatConst | ComplexConst;
export interface BoolConst { readonly kind: 'bool'; readonly value: boolean }
export interface StringConst { readonly kind: 'string'; readonly value: string }
export interface IntConst { readonly kind: 'int'; readonly value: bigint }
/** num / den, or with an exponent (then den is 1) num * 2 ** exp. */
export interface FloatConst { readonly kind: 'float'; readonly num: bigint; readonly den: bigint; readonly exp?: number }
export interface ComplexConst { readonly kind: 'complex'; readonly re: IntConst | FloatConst; readonly im: IntConst | FloatConst }

export type RealConst = IntConst | FloatConst;
export type NumericConst = RealConst | ComplexConst;

export const zero: IntConst = { kind: 'int', value: 0n };

export function boolConst(value: boolean): BoolConst {
  return { kind: 'bool', value };
}
export function stringConst(value: string): StringConst {
  return { kind: 'string', value };
}
export function intConst(value: bigint | number): IntConst {
  return { kind: 'int', value: BigInt(value) };
}

/** The fraction num/den in lowest terms; den must not be zero. */
export function floatConst(num: bigint, den: bigint): FloatConst {
  if (den < 0n) return floatConst(-num, -den);
  if (den !== 1n) {
    const divisor = gcd(num < 0n ? -num : num, den);
    if (divisor !== 1n) [num, den] = [num / divisor, den / divisor];
  }
  return bitLength(den) > maxFractionBits || bitLength(num) > maxFractionBits ? shortened(num, den) : { kind: 'float', num, den };
}

export function complexConst(re: RealConst, im: RealConst): ComplexConst {
  return { kind: 'complex', re, im };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function isNumericConst(c: Const): c is NumericConst {
  return c.kind === 'int' || c.kind === 'float' || c.kind === 'complex';
}

/** The numerator and denominator of a real constant that is not wide. */
export function fraction(c: RealConst): readonly [bigint, bigint] {
  return c.kind === 'int' ? [c.value, 1n] : [c.num, c.den];
}

export function isZero(c: Const): boolean {
  switch (c.kind) {
    case 'int':
      return c.value === 0n;
    case 'float':
      return c.num === 0n;
    case 'complex':
      return isZero(c.re) && isZero(c.im);
    default:
      return false;
  }
}

/** -1, 0 or 1; for complex constants whether they are zero. */
export function sign(c: NumericConst): number {
  if (c.kind === 'complex') return isZero(c) ? 0 : 1;
  const num = c.kind === 'int' ? c.value : c.num;
  return num < 0n ? -1 : num > 0n ? 1 : 0;
}

/** The same number as an integer constant, if it is one. */
export function toInt(c: Const): IntConst | undefined {
  switch (c.kind) {
    case 'int':
      return c;
    case 'float':
      return c.den === 1n && c.exp === undefined ? intConst(c.num) : undefined;
    case 'complex':
      return isZero(c.im) ? toInt(c.re) : undefined;
    default:
      return undefined;
  }
}

/** The same number as a real constant, if it is one. */
export function toFloat(c: Const): FloatConst | undefined {
  switch (c.kind) {
    case 'int':
      return { kind: 'float', num: c.value, den: 1n };
    case 'float':
      return c;
    case 'complex':
      return isZero(c.im) ? toFloat(c.re) : undefined;
    default:
      return undefined;
  }
}

export function toComplex(c: Const): ComplexConst | undefined {
  if (c.kind === 'complex') return c;
  return c.kind === 'int' || c.kind === 'float' ? complexConst(c, zero) : undefined;
}

export function realPart(c: NumericConst): RealConst {
  return c.kind === 'complex' ? c.re : c;
}
export function imagPart(c: NumericConst): RealConst {
  return c.kind === 'complex' ? c.im : zero;
}
