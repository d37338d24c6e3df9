/**
 * The kernel: what of the runtime is written in WebAssembly, because every hand-off, every spawn and every turn of a goroutine goes through it. Each
 * function does the frequent case entirely or, without having changed anything, calls the runtime's function that does all cases. What they do is
 * what the runtime does, in the same order: schedule, decisions and statement counts do not depend on which of the two has done it.
 */
import type { ValType } from '../../ir/ir.ts';
import type { Import } from '../imports.ts';
import { receive, send } from './channels.ts';
import { Code } from './code.ts';
import { event, eventName, put, text } from './events.ts';
import { ended, spawn, spawned } from './goroutines.ts';
import { traceLock, traceUnlock, traceWaitGroup } from './hooks.ts';
import { drive } from './loop.ts';
import { readyFunction } from './queues.ts';

export interface KernelFunction {
  readonly name: string;
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

/** What the writers of the kernel's functions may refer to. */
export interface Links {
  /** Function of the kernel. */
  kernel(name: string): number;
  /** The runtime's function of this name. */
  runtime(name: string): number;
  /** Index of the signature of Go functions. */
  readonly funcType: number;
  /** The program is recorded: events are noted in the log at this address. */
  readonly recorded: boolean;
  /** Statements too. */
  readonly statements: boolean;
  readonly log: number;
  /** Address of a table: for each Go function the size of its frame and the offset of its closure pointer, both i32. */
  readonly frameTable: number;
}

interface Written extends KernelFunction {
  /** Only in code that is recorded, or that is not. */
  readonly only?: 'recorded' | 'unrecorded';
  write(code: Code, links: Links): void;
}

const i32 = 'i32';
const three = [i32, i32, i32] as const;

/** Names with a dot are natives: written only if the program calls them, in place of the import. */
const functions: readonly Written[] = [
  { name: 'drive', params: [i32, i32], results: [i32], write: drive },
  { name: 'ended', params: [i32], results: [], write: ended },
  { name: 'ready', params: [i32], results: [], write: readyFunction },
  { name: 'rt.chanSend', params: three, results: [i32], write: send },
  { name: 'rt.chanRecv', params: three, results: [i32], write: receive },
  // Births are recorded by the runtime.
  { name: 'rt.spawn', only: 'unrecorded', params: three, results: [i32], write: spawn },
  { name: 'rt.spawned', only: 'unrecorded', params: [], results: [], write: spawned },
  ...[0, 1, 2, 3, 4].map((args): Written => ({ name: eventName(args), only: 'recorded', params: Array.from({ length: args + 2 }, () => i32), results: [], write: event(args) })),
  { name: 'put', only: 'recorded', params: [i32, i32], results: [i32], write: put },
  { name: 'text', only: 'recorded', params: [i32, i32], results: [i32], write: text },
  { name: 'internal/rt.TraceLock', only: 'recorded', params: three, results: [], write: traceLock },
  { name: 'internal/rt.TraceUnlock', only: 'recorded', params: three, results: [], write: traceUnlock },
  { name: 'internal/rt.TraceWaitGroup', only: 'recorded', params: three, results: [], write: traceWaitGroup },
];

/** What the kernel imports for itself in recorded code. */
export const recordingImports: readonly Import[] = [
  { name: 'rt.drainEvents', params: [], results: [] },
  { name: 'rt.previewIndex', params: [i32, i32], results: [i32] },
];

/** What a program needs of the kernel. */
export function kernelFunctions(imports: readonly Import[], recorded: boolean): readonly KernelFunction[] {
  const native = new Set(imports.map(({ name }) => name));
  const left = recorded ? 'unrecorded' : 'recorded';
  return functions.filter(({ name, only }) => only !== left && (!name.includes('.') || native.has(name)));
}

/** An entry of the code section. */
export function writeKernelFunction({ name, params }: KernelFunction, links: Links): Uint8Array {
  const code = new Code(params.length);
  functions.find((written) => written.name === name)?.write(code, links);
  return code.finish();
}
