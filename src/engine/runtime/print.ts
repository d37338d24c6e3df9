/** The predeclared print and println: to standard error, in the runtime's own format. */
import type { Context } from './context.ts';
import { writeText } from './process.ts';
import { textAt } from './text.ts';

const standardError = 2;

export function printString(ctx: Context, address: number, length: number): void {
  writeText(ctx, standardError, textAt(ctx, address, length));
}

export function printInt(ctx: Context, low: number, high: number): void {
  writeText(ctx, standardError, String((BigInt(high) << 32n) | BigInt(low >>> 0)));
}

export function printUint(ctx: Context, low: number, high: number): void {
  writeText(ctx, standardError, String((BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)));
}

export function printFloat(ctx: Context, value: number): void {
  writeText(ctx, standardError, printedFloat(value));
}

export function printBool(ctx: Context, value: number): void {
  writeText(ctx, standardError, value === 0 ? 'false' : 'true');
}

export function printPointer(ctx: Context, value: number): void {
  writeText(ctx, standardError, `0x${(value >>> 0).toString(16)}`);
}

/** "+1.500000e+000": a sign, seven digits, an exponent of three. */
export function printedFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '+';
  const [digits, exponent] = Math.abs(value).toExponential(6).split('e') as [string, string];
  return `${sign}${digits}e${exponent.startsWith('-') ? '-' : '+'}${exponent.slice(1).padStart(3, '0')}`;
}
