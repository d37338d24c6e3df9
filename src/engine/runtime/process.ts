/** What a program has of the world outside: output, input, arguments, environment, its end. All of it is part of the run's input or its result. */
import { cell, goroutine, Status } from '../memory/cells.ts';
import { plain } from '../memory/shapes.ts';
import { Kind } from '../trace/events.ts';
import { progress } from './clock.ts';
import type { Context } from './context.ts';
import { at } from './state.ts';
import { returnText, textAt } from './text.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export function write(ctx: Context, fd: number, address: number, length: number): void {
  if (length !== 0) writeBytes(ctx, fd, ctx.mem.bytes.subarray(address, address + length));
}

export function writeText(ctx: Context, fd: number, text: string): void {
  if (text !== '') writeBytes(ctx, fd, encoder.encode(text));
}

function writeBytes(ctx: Context, fd: number, bytes: Uint8Array): void {
  const { mem } = ctx;
  const written = mem.f64(at.output) + bytes.length;
  if (written > ctx.options.maxOutput) {
    mem.setI32(at.outputExceeded, 1);
    mem.setI32(cell.poll, 1);
    return;
  }
  mem.setF64(at.output, written);
  progress(ctx);
  if (ctx.recorder !== undefined) ctx.emit(Kind.Output, ctx.gid, fd, ctx.string(decoder.decode(bytes.slice())));
  ctx.options.onOutput(fd, bytes);
}

/** Copies what is left of standard input to p; returns the number of bytes. */
export function read(ctx: Context, address: number, length: number): number {
  const { mem } = ctx;
  const from = mem.i32(at.inputRead);
  const bytes = ctx.options.stdin.subarray(from, from + length);
  mem.bytes.set(bytes, address);
  mem.setI32(at.inputRead, from + bytes.length);
  return bytes.length;
}

export function argument(ctx: Context, index: number): void {
  returnText(ctx, 0, ctx.options.args[index] ?? '');
}

export function environment(ctx: Context, name: number, length: number): void {
  const value = ctx.options.env[textAt(ctx, name, length)];
  returnText(ctx, 0, value ?? '');
  ctx.result(2, value === undefined ? 0 : 1);
}

/** os.Exit */
export function exit(ctx: Context, fp: number, code: number): number {
  const { mem } = ctx;
  mem.setI32(mem.i32(cell.g) + goroutine.fp, fp);
  mem.setI32(at.exitCode, code);
  mem.setI32(cell.status, Status.exit);
  return 1;
}

/** A fatal error: "fatal error: " and this text. */
export function fatal(ctx: Context, fp: number, text: number, length: number): number {
  const { mem, heap } = ctx;
  const copy = heap.allocate(plain, Math.max(1, length));
  mem.copy(copy, text, length);
  mem.setI32(at.fatalText, copy);
  mem.setI32(at.fatalLength, length);
  return exit(ctx, fp, 2);
}

export function fatalText(ctx: Context): string | undefined {
  const address = ctx.mem.i32(at.fatalText);
  return address === 0 ? undefined : textAt(ctx, address, ctx.mem.i32(at.fatalLength));
}
