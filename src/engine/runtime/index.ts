/**
 * The runtime: what generated code imports and what the run loop asks. All its state is in the linear memory (cells from cell.runtime, and
 * the heap), so a copy of the memory is a copy of the runtime.
 */
import type { FuncId, Program } from '../ir/ir.ts';
import type { Recorder } from '../trace/recorder.ts';
import type { Scheduler } from './scheduler.ts';

export { MemoryExhausted } from '../memory/blocks.ts';

/** Where the heap addresses in a function's frame are. */
export interface FrameLayouts {
  /** Bytes of the whole frame, header included; a multiple of 8. */
  size(func: FuncId): number;
  /** Byte offsets, from the frame's begin, of the words that hold heap addresses, if they are not 0. */
  refs(func: FuncId): readonly number[];
  /**
   * Those of them that are the collector's roots in a suspended frame with this header: what the code may still use and, unless `exact`, the variables in
   * scope, which an inspector shows.
   */
  roots(header: number, exact: boolean): readonly number[];
  /** Where it holds its list of deferred calls, if it makes any: see Func.defers. */
  defers(func: FuncId): { readonly offset: number; readonly boxed: boolean } | undefined;
}

export interface RuntimeOptions {
  readonly scheduler: Scheduler;
  /** Absent: nothing is recorded, at no cost. */
  readonly recorder: Recorder | undefined;
  /** The code was lowered with trace hooks: sync objects get numbers even while no recorder is attached, so that a replay gives the same ones. */
  readonly traced: boolean;
  /** Address of the log in which recorded code notes what happens (memory/log.ts), 0 if there is none. */
  readonly log: number;
  /** Argument 0 is the program's name. */
  readonly args: readonly string[];
  readonly stdin: Uint8Array;
  readonly env: Readonly<Record<string, string>>;
  /** Bytes of linear memory. */
  readonly maxMemory: number;
  /** Bytes written to standard output and error together. */
  readonly maxOutput: number;
  /** The bytes are only valid during the call. */
  onOutput(fd: number, bytes: Uint8Array): void;
  /** Statements executed so far by all goroutines, the running one's included (the machine knows how much of cell.fuel is used). */
  steps(): number;
  /** rt.Caller: the program counter of a frame of the goroutine that runs, as far as frames are in memory; skip 0 is the innermost. 0: no such frame. */
  caller(g: number, skip: number): number;
  /** rt.CodeAt: what stands at a program counter of `caller`. Line 0: unknown, or code of the library. */
  codeAt(pc: number): { readonly file: string; readonly line: number; readonly func: string } | undefined;
  /** rt.Stack: text of the dump of one goroutine, or of all. */
  stack(g: number, all: boolean): string;
}

export interface PanicRecord {
  /** Value of the panic as an interface: type id, data word. */
  readonly type: number;
  readonly data: number;
  readonly recovered: boolean;
  /** The next record has the same value: printed as "[recovered, repanicked]", once. */
  readonly repanicked: boolean;
  readonly goexit: boolean;
}

export interface Runtime {
  /**
   * By native name, in the ABI of ir.ts Native; and
   *  - 'rt.spawn' (func id, closure or 0, site) → address of the new goroutine's first frame: zeroed but for its header and closure slot.
   *    The code stores the arguments there, then calls
   *  - 'rt.spawned' (), which makes the goroutine runnable and records GoCreate.
   */
  readonly imports: Readonly<Record<string, (...args: number[]) => number | void>>;

  /** Creates goroutine 1 with the entry's frame and makes it runnable. */
  start(): void;
  /**
   * Chooses who runs now: fires timers due, asks the scheduler, advances the clock if nobody is runnable. Returns the goroutine's address (its
   * status set to running, cell.g set, GoStart recorded if it is another one than before), or 0 if nobody can ever run again.
   * A hidden goroutine (number 0: a context's deadline) must run to its end without preemption.
   */
  pickNext(): number;
  /**
   * The running goroutine has executed so many statements and is suspended, with goroutine.fp stored: charged to its time slice and to the busy-wait
   * rule. If it has parked or its slice is over, cell.g = 0 afterwards. Returns whether the collector or the output's bound wants attention.
   */
  ran(statements: number): boolean;
  /** The running goroutine's last frame has returned: records GoEnd, frees its stack and record, leaves cell.g = 0. */
  ended(): void;
  /** Moves a goroutine's stack so that `needed` bytes fit behind its innermost frame (goroutine.fp must be stored). Returns the new fp, 0 if the stack limit is reached ("stack overflow"). */
  growStack(g: number, needed: number): number;

  /** The frame of runtime.gopanic at `fp` makes deferred calls for the newest panic or Goexit of g. */
  setPanicFrame(g: number, fp: number): void;
  /** Panics in progress, the oldest first. */
  panics(g: number): readonly PanicRecord[];
  /** Begins a panic with this value as if the running goroutine had called rt.panic in the frame at fp. */
  beginPanic(fp: number, type: number, data: number): void;
  /** Gives the text of an unrecovered chain: "panic: a [recovered]\n\tpanic: b\n", from the texts of its records (those of panics()). */
  panicReport(g: number, texts: readonly string[]): string;

  /** The collector wants to run (or the program asked for it): call collect() between slices, when every goroutine.fp is stored. */
  wantsCollection(): boolean;
  collect(): void;
  /** Bytes from 0 that are in use: what a checkpoint copies. */
  usedBytes(): number;
  outputExceeded(): boolean;
  /** os.Exit's code once the status is Status.exit; for a fatal error 2, with its text. */
  exitCode(): number;
  fatalText(): string | undefined;
  /** Why pickNext returned 0: true if main called Goexit (the wording of the fatal error differs). */
  mainExited(): boolean;

  /** Addresses of the live goroutines in the order of their numbers, hidden ones excluded. */
  goroutines(): number[];
  /** As between the brackets of a goroutine dump: "running", "runnable", "chan receive", "sleep". */
  stateWord(g: number): string;
  /** Site of the go statement that made it, 0 for main. */
  createdAt(g: number): number;
  /** Virtual time in nanoseconds. */
  now(): number;
  /** The first entries of a map, as addresses, and how many it has. */
  mapEntries(
    map: number,
    most: number,
  ): { readonly count: number; readonly entries: readonly { readonly key: number; readonly value: number }[] };
  /** Number of the recorded object at this address, 0 if none. */
  objectAt(address: number): number;
  /** A timer is pending that somebody will notice: the clock may yet change what happens. */
  timersPending(): boolean;
  /** Number of the next decision. */
  decisions(): number;
  /**
   * Cells that count what has happened and so differ between two visits of the same state (decision and pick counters, statements left in the
   * time slice, busy-wait counters).
   */
  volatileCells(): ReadonlySet<number>;
  /** After the memory was replaced or grown by somebody else: forgets everything derived from it. */
  restored(): void;
  /** Takes the events noted in the log to the recorder. */
  drainEvents(): void;
  /** Throws if an invariant of heap, queues, channels or timers does not hold: for tests. */
  checkInvariants(): void;
}

export type CreateRuntime = (
  program: Program,
  frames: FrameLayouts,
  memory: WebAssembly.Memory,
  mutableBase: number,
  heapBase: number,
  options: RuntimeOptions,
) => Runtime;
