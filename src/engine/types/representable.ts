/** Which constants a type can hold, and what they become in it (specification, "Representability"). */
import { bitLength, boolConst, toComplex, toFloat, toInt } from './constant.ts';
import type { Const } from './constant.ts';
import { roundComplex, roundReal } from './constant-round.ts';
import type { Basic, BasicName } from './types.ts';

interface IntegerRange {
  readonly bits: number;
  readonly signed: boolean;
}
const integerRanges: Partial<Record<BasicName, IntegerRange>> = {
  int: { bits: 64, signed: true }, int8: { bits: 8, signed: true }, int16: { bits: 16, signed: true }, int32: { bits: 32, signed: true },
  int64: { bits: 64, signed: true }, uint: { bits: 64, signed: false }, uint8: { bits: 8, signed: false },
  uint16: { bits: 16, signed: false }, uint32: { bits: 32, signed: false }, uint64: { bits: 64, signed: false },
  uintptr: { bits: 64, signed: false },
};

export function bitsOf(name: BasicName): number {
  return integerRanges[name]?.bits ?? 0;
}

function inRange(value: bigint, { bits, signed }: IntegerRange): boolean {
  return signed ? BigInt.asIntN(bits, value) === value : value >= 0n && bitLength(value) <= bits;
}

/** The constant as a value of the type; undefined if it cannot be one. Floating-point values are rounded. */
export function representable(c: Const, type: Basic): Const | undefined {
  switch (type.name) {
    case 'bool':
    case 'untyped bool':
      return c.kind === 'bool' ? boolConst(c.value) : undefined;
    case 'string':
    case 'untyped string':
      return c.kind === 'string' ? c : undefined;
    case 'untyped int':
    case 'untyped rune':
      return toInt(c);
    case 'untyped float':
      return toFloat(c);
    case 'untyped complex':
      return toComplex(c);
    case 'float32':
    case 'float64': {
      const real = toFloat(c);
      return real && roundReal(real, type.name === 'float32' ? 32 : 64);
    }
    case 'complex64':
    case 'complex128': {
      const complex = toComplex(c);
      return complex && roundComplex(complex, type.name === 'complex64' ? 32 : 64);
    }
    default: {
      const range = integerRanges[type.name];
      const integer = range && toInt(c);
      return range && integer && inRange(integer.value, range) ? integer : undefined;
    }
  }
}
