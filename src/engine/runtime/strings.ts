/** Strings: (pointer, length) over bytes that are never written again, UTF-8 by convention. */
import { cell } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import type { Context } from './context.ts';

const replacement = 0xfffd;

export function concat(ctx: Context, a: number, aLength: number, b: number, bLength: number): void {
  const { mem } = ctx;
  if (aLength === 0 || bLength === 0) {
    ctx.result(0, aLength === 0 ? b : a);
    ctx.result(1, aLength + bLength);
    return;
  }
  const to = ctx.heap.allocate(plain, aLength + bLength);
  copyText(ctx, to, a, aLength);
  copyText(ctx, to + aLength, b, bLength);
  mem.setI32(cell.results, to);
  mem.setI32(cell.results + 8, aLength + bLength);
}

/** Short texts byte by byte: a call of copyWithin costs more. */
function copyText(ctx: Context, to: number, from: number, length: number): void {
  const { bytes } = ctx.mem;
  if (length > 32) bytes.copyWithin(to, from, from + length);
  else for (let i = 0; i < length; i++) bytes[to + i] = bytes[from + i] as number;
}

export function stringEqual(ctx: Context, a: number, aLength: number, b: number, bLength: number): number {
  if (aLength !== bLength) return 0;
  if (a === b) return 1;
  const { bytes } = ctx.mem;
  for (let i = 0; i < aLength; i++) if (bytes[a + i] !== bytes[b + i]) return 0;
  return 1;
}

export function stringCompare(ctx: Context, a: number, aLength: number, b: number, bLength: number): number {
  const { bytes } = ctx.mem;
  const common = Math.min(aLength, bLength);
  for (let i = 0; i < common; i++) {
    const difference = (bytes[a + i] as number) - (bytes[b + i] as number);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return aLength === bLength ? 0 : aLength < bLength ? -1 : 1;
}

export function copyBytes(ctx: Context, from: number, length: number): number {
  if (length === 0) return ctx.heap.allocate(plain, 0);
  const to = ctx.heap.allocate(plain, length);
  ctx.mem.bytes.copyWithin(to, from, from + length);
  return to;
}

// ---- UTF-8

/** Lowest code point that a sequence of this length may stand for. */
const least = [0, 0, 0x80, 0x800, 0x10000];

/** Number of bytes that a lead byte announces, 0 if it is none. */
function announced(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

let decodedWidth = 0;

/** The code point at `address`; its width is in decodedWidth. An invalid byte is U+FFFD of width 1. */
function decode(bytes: Uint8Array, address: number, end: number): number {
  const lead = bytes[address] as number;
  decodedWidth = 1;
  if (lead < 0x80) return lead;
  const width = announced(lead);
  if (width === 0 || address + width > end) return replacement;
  let rune = lead & (0x7f >> width);
  for (let i = 1; i < width; i++) {
    const byte = bytes[address + i] as number;
    if ((byte & 0xc0) !== 0x80) return replacement;
    rune = (rune << 6) | (byte & 0x3f);
  }
  if (rune < (least[width] as number) || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000)) return replacement;
  decodedWidth = width;
  return rune;
}

export function decodeRune(ctx: Context, address: number, length: number, index: number): void {
  const rune = decode(ctx.mem.bytes, address + index, address + length);
  ctx.mem.setI32(cell.results, rune);
  ctx.mem.setI32(cell.results + 8, decodedWidth);
}

function validRune(rune: number): number {
  return rune < 0 || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000) ? replacement : rune;
}

function runeWidth(rune: number): number {
  return rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
}

/** Writes a valid code point; returns its width. */
function encode(bytes: Uint8Array, address: number, rune: number): number {
  const width = runeWidth(rune);
  if (width === 1) {
    bytes[address] = rune;
    return 1;
  }
  for (let i = width - 1, rest = rune; i >= 0; i--, rest >>= 6)
    bytes[address + i] = i > 0 ? 0x80 | (rest & 0x3f) : ((0xf00 >> width) & 0xff) | rest;
  return width;
}

export function intToString(ctx: Context, low: number, high: number): void {
  const rune = high !== 0 ? replacement : validRune(low);
  const address = ctx.heap.allocate(plain, runeWidth(rune));
  ctx.result(0, address);
  ctx.result(1, encode(ctx.mem.bytes, address, rune));
}

export function stringToRunes(ctx: Context, address: number, length: number): void {
  const { mem, heap } = ctx;
  const end = address + length;
  let count = 0;
  for (let at = address; at < end; at += decodedWidth, count++) decode(mem.bytes, at, end);
  const to = heap.allocate(plain, count * 4);
  for (let at = address, i = 0; at < end; at += decodedWidth, i++) mem.setI32(to + i * 4, decode(mem.bytes, at, end));
  ctx.result(0, to);
  ctx.result(1, count);
}

export function runesToString(ctx: Context, address: number, count: number): void {
  const { mem, heap } = ctx;
  let length = 0;
  for (let i = 0; i < count; i++) length += runeWidth(validRune(mem.i32(address + i * 4)));
  const to = length === 0 ? 0 : heap.allocate(plain, length);
  for (let i = 0, at = to; i < count; i++) at += encode(mem.bytes, at, validRune(mem.i32(address + i * 4)));
  ctx.result(0, to);
  ctx.result(1, length);
}
