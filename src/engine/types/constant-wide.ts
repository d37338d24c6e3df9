/**
 * Floating-point constants that an exact fraction would need more than 4096 bits for, such as 1e500000: a mantissa of 512 bits times a power of two,
 * as gc keeps them. Their exponents have 32 bits: beyond is an overflow (the exponent is infinite then) or zero.
 */
import type { FloatConst } from './constant.ts';

/** Numerators and denominators of fractions have at most so many bits. */
export const maxFractionBits = 4096;
const mantissaBits = 512;
const maxExponent = 2 ** 31;

/** mantissa * 2 ** exponent */
interface Scaled {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** Number of bits of |x|; 0 for 0. */
export function bitLength(x: bigint): number {
  if (x < 0n) x = -x;
  if (x <= 0xffffffffn) return x === 0n ? 0 : 32 - Math.clz32(Number(x));
  const hex = x.toString(16);
  return hex.length * 4 - (Math.clz32(parseInt(hex[0] ?? '0', 16)) - 28);
}

export function overflowed(c: FloatConst): boolean {
  return c.exp === Infinity;
}

/** The constant as a fraction if that is short enough, else wide. */
export function scaledConst({ mantissa, exponent }: Scaled): FloatConst {
  if (mantissa === 0n) return { kind: 'float', num: 0n, den: 1n };
  const bits = bitLength(mantissa);
  if (bits > mantissaBits) return scaledConst({ mantissa: mantissa >> BigInt(bits - mantissaBits), exponent: exponent + bits - mantissaBits });
  const top = bits + exponent;
  if (top > maxExponent) return { kind: 'float', num: mantissa < 0n ? -1n : 1n, den: 1n, exp: Infinity };
  if (top < -maxExponent) return { kind: 'float', num: 0n, den: 1n };
  if (Math.abs(top) > maxFractionBits) return { kind: 'float', num: mantissa, den: 1n, exp: exponent };
  if (exponent >= 0) return { kind: 'float', num: mantissa << BigInt(exponent), den: 1n };
  let [num, den] = [mantissa, BigInt(-exponent)];
  while (den > 0n && (num & 1n) === 0n) [num, den] = [num >> 1n, den - 1n];
  return { kind: 'float', num, den: 1n << den };
}

/** num/den as a mantissa of 512 bits. */
export function shortened(num: bigint, den: bigint): FloatConst {
  return scaledConst(quotient({ mantissa: num, exponent: 0 }, { mantissa: den, exponent: 0 }));
}

function scaledOf(c: FloatConst): Scaled {
  if (c.exp !== undefined) return { mantissa: c.num, exponent: c.exp };
  return quotient({ mantissa: c.num, exponent: 0 }, { mantissa: c.den, exponent: 0 });
}

function quotient(x: Scaled, y: Scaled): Scaled {
  const shift = Math.max(0, mantissaBits - bitLength(x.mantissa) + bitLength(y.mantissa) + 1);
  return { mantissa: (x.mantissa << BigInt(shift)) / y.mantissa, exponent: x.exponent - y.exponent - shift };
}

function sum(x: Scaled, y: Scaled): Scaled {
  if (x.mantissa === 0n) return y;
  if (y.mantissa === 0n) return x;
  if (x.exponent < y.exponent) return sum(y, x);
  const shift = x.exponent - y.exponent;
  // What lies below all bits of the other does not show.
  if (shift > 4 * mantissaBits) return x;
  return { mantissa: (x.mantissa << BigInt(shift)) + y.mantissa, exponent: y.exponent };
}

/** At least one of the operands is wide. */
export function wideOperation(a: FloatConst, op: '+' | '-' | '*' | '/', b: FloatConst): FloatConst {
  if (overflowed(a)) return a;
  if (overflowed(b)) return b;
  const [x, y] = [scaledOf(a), scaledOf(b)];
  switch (op) {
    case '+':
      return scaledConst(sum(x, y));
    case '-':
      return scaledConst(sum(x, { mantissa: -y.mantissa, exponent: y.exponent }));
    case '*':
      return scaledConst({ mantissa: x.mantissa * y.mantissa, exponent: x.exponent + y.exponent });
    case '/':
      return scaledConst(quotient(x, y));
  }
}

/** mantissa * base ** exponent, for exponents of any size. */
export function scaledPower(mantissa: bigint, base: bigint, exponent: number): FloatConst {
  const bits = Math.abs(exponent) * Math.log2(Number(base));
  // Far enough out for every mantissa that a literal may have.
  if (bits > 2 * maxExponent) return scaledConst({ mantissa, exponent: exponent < 0 ? -2 * maxExponent : 2 * maxExponent });
  let power: Scaled = { mantissa: 1n, exponent: 0 };
  let square: Scaled = { mantissa: base, exponent: 0 };
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = product(power, square);
    square = product(square, square);
  }
  const x = { mantissa, exponent: 0 };
  return scaledConst(exponent < 0 ? quotient(x, power) : product(x, power));
}

/** With some bits to spare, for the errors of many products add up. */
function product(x: Scaled, y: Scaled): Scaled {
  const mantissa = x.mantissa * y.mantissa;
  const excess = Math.max(0, bitLength(mantissa) - mantissaBits - 64);
  return { mantissa: mantissa >> BigInt(excess), exponent: x.exponent + y.exponent + excess };
}
