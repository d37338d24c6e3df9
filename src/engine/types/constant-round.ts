/** Rounding of exact constants to the floating-point types: to nearest, ties to even, as IEEE 754 and Go want. */
import { bug } from '../../base/assert.ts';
import { bitLength, complexConst, floatConst, fraction, intConst, toFloat } from './constant.ts';
import type { ComplexConst, Const, RealConst } from './constant.ts';

interface Format {
  /** Bits of the significand, the hidden one included. */
  readonly precision: number;
  /** Exponent of the least significant bit of the smallest subnormal. */
  readonly minExponent: number;
  /** Values of this many bits before the binary point and more overflow. */
  readonly maxExponent: number;
}
const float64: Format = { precision: 53, minExponent: -1074, maxExponent: 1024 };
const float32: Format = { precision: 24, minExponent: -149, maxExponent: 128 };

/** The nearest float64; infinite where it overflows. */
export function toFloat64(c: Const): number {
  return nearest(c, float64);
}
/** The nearest float32 (as a number); infinite where it overflows. */
export function toFloat32(c: Const): number {
  return nearest(c, float32);
}

function nearest(c: Const, format: Format): number {
  const real = toFloat(c) ?? bug(`rounding of a ${c.kind} constant`);
  // Far beyond the largest number, or below the smallest.
  if (real.exp !== undefined) return real.exp < 0 ? 0 : real.num < 0n ? -Infinity : Infinity;
  const [num, den] = fraction(real);
  if (num === 0n) return 0;
  const magnitude = num < 0n ? -num : num;
  const rounded = roundFraction(magnitude, den, format);
  // Constants know no negative zero.
  return num < 0n && rounded !== 0 ? -rounded : rounded;
}

function roundFraction(num: bigint, den: bigint, format: Format): number {
  // Choose the exponent so that the quotient has precision or precision+1 bits, but no bit below the smallest subnormal.
  let exponent = Math.max(bitLength(num) - bitLength(den) - format.precision, format.minExponent);
  let { quotient, remainder, divisor } = scaled(num, den, exponent);
  if (bitLength(quotient) > format.precision) {
    exponent++;
    ({ quotient, remainder, divisor } = scaled(num, den, exponent));
  }
  const twice = remainder * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient++;
  if (bitLength(quotient) + exponent > format.maxExponent) return Infinity;
  return timesPowerOfTwo(Number(quotient), exponent);
}

function scaled(num: bigint, den: bigint, exponent: number): { quotient: bigint; remainder: bigint; divisor: bigint } {
  const [n, divisor] = exponent >= 0 ? [num, den << BigInt(exponent)] : [num << BigInt(-exponent), den];
  return { quotient: n / divisor, remainder: n % divisor, divisor };
}

/** Exact: the product is representable; in two steps because 2 ** -1074 * 2 ** 53 and the like pass through the subnormals. */
function timesPowerOfTwo(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

/** The exact constant for a finite number. */
export function fromNumber(x: number): RealConst {
  if (Number.isInteger(x)) return { kind: 'float', num: BigInt(x), den: 1n };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const mantissa = (bits & 0xfffffffffffffn) | (biased === 0 ? 0n : 1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const signed = x < 0 ? -mantissa : mantissa;
  return exponent >= 0 ? intConst(signed << BigInt(exponent)) : floatConst(signed, 1n << BigInt(-exponent));
}

/** The constant as a value of float32 or float64; undefined if it overflows. */
export function roundReal(c: RealConst, bits: 32 | 64): RealConst | undefined {
  const rounded = bits === 32 ? toFloat32(c) : toFloat64(c);
  return Number.isFinite(rounded) ? fromNumber(rounded) : undefined;
}

/** The same for complex64 and complex128, whose parts have `bits`. */
export function roundComplex(c: ComplexConst, bits: 32 | 64): ComplexConst | undefined {
  const [re, im] = [roundReal(c.re, bits), roundReal(c.im, bits)];
  return re && im && complexConst(re, im);
}
