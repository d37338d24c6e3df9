/**
 * Constant values at full precision, as untyped constants need them.
 *
 * Strings are byte strings: one UTF-16 unit (0..255) per byte of the Go string, so that "\xff" and invalid UTF-8 survive.
 * Floats are exact fractions of BigInts in lowest terms, den > 0; integers beyond what any type holds stay exact.
 */
export type Const = BoolConst | StringConst | IntConst | FloatConst | ComplexConst;
export interface BoolConst { readonly kind: 'bool'; readonly value: boolean }
export interface StringConst { readonly kind: 'string'; readonly value: string }
export interface IntConst { readonly kind: 'int'; readonly value: bigint }
export interface FloatConst { readonly kind: 'float'; readonly num: bigint; readonly den: bigint }
export interface ComplexConst { readonly kind: 'complex'; readonly re: IntConst | FloatConst; readonly im: IntConst | FloatConst }

export type RealConst = IntConst | FloatConst;
export type NumericConst = RealConst | ComplexConst;

/** Fractions with more bits than this are rounded to `mantissaBits`, so that chains of divisions stay affordable. */
const maxFractionBits = 4096;
const mantissaBits = 512;

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
  return bitLength(den) > maxFractionBits ? shortened(num, den) : { kind: 'float', num, den };
}

export function complexConst(re: RealConst, im: RealConst): ComplexConst {
  return { kind: 'complex', re, im };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** Number of bits of |x|; 0 for 0. */
export function bitLength(x: bigint): number {
  if (x < 0n) x = -x;
  if (x <= 0xffffffffn) return x === 0n ? 0 : 32 - Math.clz32(Number(x));
  const hex = x.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0] ?? '0', 16)) - 28);
}

/** num/den rounded (to zero) to a mantissa of 512 bits, as Go's big floats keep. */
function shortened(num: bigint, den: bigint): FloatConst {
  const shift = mantissaBits - bitLength(num) + bitLength(den);
  const mantissa = shift >= 0 ? (num << BigInt(shift)) / den : num / (den << BigInt(-shift));
  if (shift <= 0) return { kind: 'float', num: mantissa << BigInt(-shift), den: 1n };
  let [n, d] = [mantissa, BigInt(shift)];
  while (d > 0n && (n & 1n) === 0n && n !== 0n) [n, d] = [n >> 1n, d - 1n];
  return { kind: 'float', num: n, den: 1n << d };
}

export function isNumericConst(c: Const): c is NumericConst {
  return c.kind === 'int' || c.kind === 'float' || c.kind === 'complex';
}

/** The numerator and denominator of a real constant. */
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
  const [num] = fraction(c);
  return num < 0n ? -1 : num > 0n ? 1 : 0;
}

/** The same number as an integer constant, if it is one. */
export function toInt(c: Const): IntConst | undefined {
  switch (c.kind) {
    case 'int':
      return c;
    case 'float':
      return c.den === 1n ? intConst(c.num) : undefined;
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
