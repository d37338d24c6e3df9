/** The values of literals. The scanner has checked their form, so only sizes can be wrong here. */
import { complexConst, floatConst, intConst, stringConst, zero } from './constant.ts';
import { overflowed, scaledPower } from './constant-wide.ts';
import type { Const, IntConst, RealConst, StringConst } from './constant.ts';

/** Up to this exponent (of ten) the value is exact. */
const maxExactExponent = 1200;

/** Undefined if the literal is malformed (reported by the scanner) or too large for any constant. */
export function literalConst(lit: 'int' | 'float' | 'imag' | 'char' | 'string', text: string): Const | undefined {
  switch (lit) {
    case 'int':
      return parseInteger(text);
    case 'float':
      return parseReal(text);
    case 'imag': {
      const im = parseImaginary(text.slice(0, -1));
      return im && complexConst(zero, im);
    }
    case 'char':
      return parseRune(text);
    case 'string':
      return parseString(text);
  }
}

function parseInteger(text: string): IntConst | undefined {
  const digits = text.replaceAll('_', '').toLowerCase();
  const legacyOctal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  return /^(0x[0-9a-f]+|0o[0-7]+|0b[01]+|[0-9]+)$/.test(legacyOctal) ? intConst(BigInt(legacyOctal)) : undefined;
}

/** 0123i is decimal for historical reasons. */
function parseImaginary(text: string): RealConst | undefined {
  const digits = text.replaceAll('_', '');
  if (/^[0-9]+$/.test(digits)) return intConst(BigInt(digits));
  return parseInteger(text) ?? parseReal(text);
}

function parseReal(text: string): RealConst | undefined {
  const digits = text.replaceAll('_', '').toLowerCase();
  const hexadecimal = /^0x([0-9a-f]*)\.?([0-9a-f]*)p([+-]?[0-9]+)$/.exec(digits);
  if (hexadecimal) {
    const [, whole = '', part = '', exponent = '0'] = hexadecimal;
    return scaled(BigInt(`0x${whole}${part || ''}` === '0x' ? '0' : `0x${whole}${part}`), 2n, Number(exponent) - 4 * part.length);
  }
  const decimal = /^([0-9]*)\.?([0-9]*)(?:e([+-]?[0-9]+))?$/.exec(digits);
  if (!decimal) return undefined;
  const [, whole = '', part = '', exponent = '0'] = decimal;
  return scaled(BigInt(whole + part || '0'), 10n, Number(exponent) - part.length);
}

function scaled(mantissa: bigint, base: bigint, exponent: number): RealConst | undefined {
  if (mantissa === 0n) return floatConst(0n, 1n);
  if (Math.abs(exponent) > maxExactExponent) {
    const value = scaledPower(mantissa, base, exponent);
    return overflowed(value) ? undefined : value;
  }
  const power = base ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? floatConst(mantissa * power, 1n) : floatConst(mantissa, power);
}

function parseRune(text: string): IntConst | undefined {
  const body = text.slice(1, -1);
  if (!body.startsWith('\\')) {
    const code = body.codePointAt(0);
    return code === undefined ? undefined : intConst(code);
  }
  return intConst(unescape(body, 0).value);
}

/** The bytes of a string literal. */
function parseString(text: string): StringConst {
  const body = text.slice(1, -1);
  if (text.startsWith('`')) return stringConst(utf8(body.replaceAll('\r', '')));
  if (!body.includes('\\')) return stringConst(utf8(body));
  let out = '';
  for (let i = 0; i < body.length; ) {
    const next = body.indexOf('\\', i);
    if (next !== i) {
      const end = next < 0 ? body.length : next;
      out += utf8(body.slice(i, end));
      i = end;
      continue;
    }
    const { value, size, isByte } = unescape(body, i);
    out += isByte ? String.fromCharCode(value & 0xff) : utf8(String.fromCodePoint(Math.min(value, 0x10ffff)));
    i += size;
  }
  return stringConst(out);
}

const simpleEscapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92, "'": 39, '"': 34 };
const digitsOfEscape: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The escape sequence at text[i] === '\\'. isByte: it stands for one byte (\x and octal) rather than a code point. */
function unescape(text: string, i: number): { value: number; size: number; isByte: boolean } {
  const kind = text[i + 1] ?? '';
  const simple = simpleEscapes[kind];
  if (simple !== undefined) return { value: simple, size: 2, isByte: false };
  const count = digitsOfEscape[kind];
  if (count !== undefined) return { value: parseInt(text.slice(i + 2, i + 2 + count), 16) || 0, size: 2 + count, isByte: kind === 'x' };
  return { value: parseInt(text.slice(i + 1, i + 4), 8) || 0, size: 4, isByte: true };
}

const encoder = new TextEncoder();

/** A JavaScript string as a byte string. */
export function utf8(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const byte of encoder.encode(text)) out += String.fromCharCode(byte);
  return out;
}
