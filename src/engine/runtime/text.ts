/** Strings of the program as strings of ours, and back. */
import { plain } from '../memory/shapes.ts';
import type { Context } from './context.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Invalid bytes become U+FFFD. */
export function textAt(ctx: Context, address: number, length: number): string {
  if (length === 0) return '';
  const { bytes } = ctx.mem;
  if (length < 24) {
    let text = '';
    for (let i = 0; i < length; i++) {
      const byte = bytes[address + i] as number;
      if (byte >= 0x80) return decoder.decode(bytes.slice(address, address + length));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.slice(address, address + length));
}

/** Results `slot` and `slot` + 1 become this string, on the heap. */
export function returnText(ctx: Context, slot: number, text: string): void {
  const bytes = encoder.encode(text);
  const address = bytes.length === 0 ? 0 : ctx.heap.allocate(plain, bytes.length);
  ctx.mem.bytes.set(bytes, address);
  ctx.result(slot, address);
  ctx.result(slot + 1, bytes.length);
}
