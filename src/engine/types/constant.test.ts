import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constBinary, constCompare, constShift, constUnary } from './constant-arithmetic.ts';
import { literalConst } from './constant-literal.ts';
import { constToString, formatG, quote } from './constant-print.ts';
import { fromNumber, toFloat32, toFloat64 } from './constant-round.ts';
import { bitLength, complexConst, floatConst, intConst, stringConst, toInt } from './constant.ts';
import type { Const } from './constant.ts';
import { check, checkGood, show } from './checktest.ts';
import { representable } from './representable.ts';
import { Typ } from './universe.ts';

function literal(lit: 'int' | 'float' | 'imag' | 'char' | 'string', text: string): string {
  const value = literalConst(lit, text);
  return value ? constToString(value) : 'none';
}

describe('constants', () => {
  it('read literals of every form', () => {
    expect(['0x_ff', '0b101', '0o17', '017', '1_000', '0'].map((t) => literal('int', t))).toEqual(['255', '5', '15', '15', '1000', '0']);
    expect(['1e3', '.5', '1.', '0x1p-2', '0x.8p1', '1_0.2_5'].map((t) => literal('float', t))).toEqual(['1000', '0.5', '1', '0.25', '1', '10.25']);
    expect(['1i', '0123i', '2.5i'].map((t) => literal('imag', t))).toEqual(['(0 + 1i)', '(0 + 123i)', '(0 + 2.5i)']);
    expect(["'a'", "'\\n'", "'\\x41'", "'\\u00e9'", "'世'", "'\\''"].map((t) => literal('char', t))).toEqual(['97', '10', '65', '233', '19990', '39']);
  });

  it('keep strings as bytes', () => {
    const bytes = (text: string): number[] => {
      const value = literalConst('string', text);
      return value?.kind === 'string' ? [...value.value].map((unit) => unit.charCodeAt(0)) : [];
    };
    expect(bytes('"\\xff\\377"')).toEqual([255, 255]);
    expect(bytes('"é"')).toEqual([0xc3, 0xa9]);
    expect(bytes('"\\u00e9"')).toEqual([0xc3, 0xa9]);
    expect(bytes('`\\n\r`')).toEqual([92, 110]);
  });

  it('compute exactly', () => {
    const third = constBinary(intConst(1), '/', intConst(3), false);
    expect(constBinary(third, '*', intConst(3), false)).toEqual(floatConst(1n, 1n));
    expect(constBinary(intConst(-7), '/', intConst(2), true)).toEqual(intConst(-3));
    expect(constBinary(intConst(-7), '%', intConst(2), true)).toEqual(intConst(-1));
    expect(constBinary(intConst(0b1100), '&^', intConst(0b0100), true)).toEqual(intConst(0b1000));
    expect(constUnary('^', intConst(1), 8)).toEqual(intConst(254));
    expect(constUnary('^', intConst(1), 0)).toEqual(intConst(-2));
    expect(constShift(intConst(1), '<<', 200)).toEqual(intConst(1n << 200n));
    expect(constBinary(complexConst(intConst(1), intConst(2)), '*', complexConst(intConst(3), intConst(4)), false)).toMatchObject({
      re: intConst(-5), im: intConst(10),
    });
    expect(constCompare(stringConst('a'), '<', stringConst('b'))).toBe(true);
    expect(toInt(floatConst(4n, 2n))).toEqual(intConst(2));
  });

  it('stay affordable in long chains of divisions', () => {
    let x: Const = intConst(1);
    for (let i = 3n; i < 4000n; i += 2n) x = constBinary(x, '+', constBinary(intConst(1), '/', intConst(i), false), false);
    expect(x.kind === 'float' && bitLength(x.den) <= 4096).toBe(true);
  });

  it('round to the nearest float, ties to even, as the host reads decimals', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(toFloat64(fromNumber(x))).toBe(x === 0 ? 0 : x);
        expect(toFloat32(fromNumber(x))).toBe(Math.fround(x) === 0 ? 0 : Math.fround(x));
      }),
    );
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 30n), fc.integer({ min: -340, max: 290 }), (mantissa, exponent) => {
        const value = literalConst('float', `${mantissa}e${exponent}`);
        expect(value && toFloat64(value)).toBe(Number(`${mantissa}e${exponent}`));
      }),
    );
  });

  it('know what a type can hold', () => {
    expect(representable(intConst(255), Typ.uint8)).toEqual(intConst(255));
    expect(representable(intConst(256), Typ.uint8)).toBeUndefined();
    expect(representable(intConst(-1), Typ.uint)).toBeUndefined();
    expect(representable(intConst(1n << 63n), Typ.int64)).toBeUndefined();
    expect(representable(floatConst(3n, 2n), Typ.int)).toBeUndefined();
    expect(representable(floatConst(6n, 2n), Typ.int)).toEqual(intConst(3));
    expect(representable(intConst(16777217), Typ.float32)).toEqual(floatConst(16777216n, 1n));
    expect(representable(intConst(10n ** 400n), Typ.float64)).toBeUndefined();
  });

  it('print as gc does', () => {
    expect([0.1, 100000, 1e6, 1234567, 1e-5, 0.0001, 1.5e300, -2.5].map((x) => formatG(x, 6))).toEqual([
      '0.1', '100000', '1e+06', '1.23457e+06', '1e-05', '0.0001', '1.5e+300', '-2.5',
    ]);
    expect(quote('a"\n\xff\u0001')).toBe('"a\\"\\n\\xff\\x01"');
    expect(quote('\xc3\xa9')).toBe('"é"');
    expect(constToString(stringConst('x'.repeat(100)))).toBe(`"${'x'.repeat(68)}...`);
    expect(constToString(floatConst(10n ** 400n, 1n))).toBe('1e+400');
  });
});

describe('constants beyond the range of fractions', () => {
  it('keep a mantissa of 512 bits and an exponent of 32', () => {
    expect(answer('f', 'const f float64 = 1e500000000 / 1e499999999')).toBe('10');
    expect(answer('f', 'const f float64 = (1e500000 + 1e100) / 1e500000')).toBe('1');
    expect(answer('f', 'const f = 1e500000 > 1e400000 && -1e500000 < 1e-500000 && 1e-500000 > 0 && 1e-500000*1e500000 < 1.1')).toBe('true');
    expect(answer('f', 'const f float64 = 1e-500000000')).toBe('0');
  });

  it('overflow, or become zero', () => {
    const { diagnostics } = check(`package main
      const a = 1e500000000
      const b = a * a
      const c = 1e1000000000
      const d = 1 / (a * 1e146456992)
      const e int = 1e646456992
      var f float64 = a
      const g = 1e-1000000000 == 0
      const h = 1 / 1e-600000000i
      func main() {}`);
    expect(diagnostics.map(show)).toEqual([
      '3:19: constant result is not representable',
      '4:17: malformed constant: 1e1000000000',
      '6:21: cannot use 1e646456992 (untyped float constant 1e+646456992) as int value in constant declaration (truncated)',
      '7:23: cannot use a (untyped float constant 1e+500000000) as float64 value in variable declaration (overflows)',
      '9:21: invalid operation: division by zero',
    ]);
  });
});

/** The value of a constant as messages write it. */
function answer(name: string, source: string): string {
  const constant = checkGood(`package main\nfunc main() {}\n${source}`).pkg.scope.objects.get(name);
  return constant?.kind === 'Const' && constant.value ? constToString(constant.value) : 'none';
}
