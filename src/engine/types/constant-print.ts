/** Constants as gc prints them in messages: integers in full, floats with six digits, strings quoted and shortened. */
import { bitLength, isZero, toFloat } from './constant.ts';
import type { Const, RealConst } from './constant.ts';
import { toFloat64 } from './constant-round.ts';

const maxStringLength = 72;

export function constToString(c: Const): string {
  switch (c.kind) {
    case 'bool':
      return String(c.value);
    case 'string':
      return shortQuoted(c.value);
    case 'int':
      return c.value.toString();
    case 'float':
      return realToString(c);
    case 'complex':
      return `(${realToString(c.re)} + ${realToString(c.im)}i)`;
  }
}

function realToString(c: RealConst): string {
  if (c.kind === 'int') return c.value.toString();
  const x = toFloat64(c);
  if (!Number.isFinite(x) || (x === 0 && !isZero(c))) return hugeToString(c);
  const short = formatG(x, 6);
  // A fraction that six digits do not show as one: use as many as needed.
  return c.den !== 1n && !short.includes('.') ? formatG(x, 17) : short;
}

/** Beyond float64: mantissa and decimal exponent by way of logarithms. */
function hugeToString(c: RealConst): string {
  const f = toFloat(c);
  if (f === undefined) return '0';
  const log2 = (x: bigint) => {
    const shift = Math.max(bitLength(x) - 60, 0);
    return Math.log2(Number(x >> BigInt(shift))) + shift;
  };
  const exponent = (log2(f.num < 0n ? -f.num : f.num) + (f.exp ?? 0) - log2(f.den)) * Math.LOG10E * Math.LN2;
  const whole = Math.floor(exponent);
  return `${f.num < 0n ? '-' : ''}${formatG(10 ** (exponent - whole), 6)}e${whole < 0 ? '-' : '+'}${Math.abs(whole)}`;
}

/** Go's %.{digits}g. */
export function formatG(x: number, digits: number): string {
  if (x === 0) return '0';
  const [mantissa = '', exp = '0'] = Math.abs(x).toExponential(digits - 1).split('e');
  const exponent = Number(exp);
  const significant = mantissa.replace('.', '').replace(/0+$/, '') || '0';
  const minus = x < 0 ? '-' : '';
  let limit = digits;
  if (limit > significant.length && significant.length >= exponent + 1) limit = significant.length;
  if (exponent < -4 || exponent >= limit) {
    const tail = significant.length > 1 ? `.${significant.slice(1)}` : '';
    const shown = Math.abs(exponent).toString().padStart(2, '0');
    return `${minus}${significant[0] ?? ''}${tail}e${exponent < 0 ? '-' : '+'}${shown}`;
  }
  if (exponent < 0) return `${minus}0.${'0'.repeat(-exponent - 1)}${significant}`;
  const whole = significant.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = significant.slice(exponent + 1);
  return `${minus}${whole}${rest ? `.${rest}` : ''}`;
}

function shortQuoted(bytes: string): string {
  const quoted = quote(bytes);
  const points = [...quoted];
  return points.length <= maxStringLength ? quoted : `${points.slice(0, maxStringLength - 3).join('')}...`;
}

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '\\': '\\\\', '"': '\\"',
};

/** Go's strconv.Quote of a byte string. */
export function quote(bytes: string): string {
  let out = '"';
  for (let i = 0; i < bytes.length; ) {
    const { text, size } = decodeAt(bytes, i);
    i += size;
    out += text === undefined ? `\\x${hex(bytes.charCodeAt(i - 1), 2)}` : quotedPoint(text);
  }
  return `${out}"`;
}

function quotedPoint(text: string): string {
  const known = escapes[text];
  if (known !== undefined) return known;
  const code = text.codePointAt(0) ?? 0;
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(text)) return text;
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(x: number, width: number): string {
  return x.toString(16).padStart(width, '0');
}

/** The code point at byte i; text is undefined (and size 1) where the bytes are not valid UTF-8. */
function decodeAt(bytes: string, i: number): { text: string | undefined; size: number } {
  const first = bytes.charCodeAt(i);
  if (first < 0x80) return { text: bytes[i], size: 1 };
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const raw = Uint8Array.from(bytes.slice(i, i + size), (unit) => unit.charCodeAt(0));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return raw.length === size && text.length > 0 ? { text, size } : { text: undefined, size: 1 };
  } catch {
    return { text: undefined, size: 1 };
  }
}
