/** Output that keeps its order: written at once, in whole, to the file descriptor. */
import { writeSync } from 'node:fs';

/** The reader has gone away (`| head`): there is nobody to write to any more. */
export class OutputClosed extends Error {}

const buffers = new Map<number, { bytes: Uint8Array; length: number }>();
const capacity = 1 << 16;

function flushOne(fd: number, buffer: { bytes: Uint8Array; length: number }): void {
  writeAll(fd, buffer.bytes.subarray(0, buffer.length));
  buffer.length = 0;
}

/** Gathers small writes; what goes to another descriptor first flushes the others, so that the order is kept. */
export function write(fd: number, bytes: Uint8Array): void {
  for (const [other, buffer] of buffers) if (other !== fd && buffer.length > 0) flushOne(other, buffer);
  const buffer = buffers.get(fd) ?? { bytes: new Uint8Array(capacity), length: 0 };
  buffers.set(fd, buffer);
  if (buffer.length + bytes.length > capacity) flushOne(fd, buffer);
  if (bytes.length > capacity) writeAll(fd, bytes);
  else {
    buffer.bytes.set(bytes, buffer.length);
    buffer.length += bytes.length;
  }
}

export function writeText(fd: number, text: string): void {
  write(fd, new TextEncoder().encode(text));
}

export function flush(): void {
  for (const [fd, buffer] of buffers) if (buffer.length > 0) flushOne(fd, buffer);
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new OutputClosed();
      if (code !== 'EAGAIN') throw error;
    }
  }
}
