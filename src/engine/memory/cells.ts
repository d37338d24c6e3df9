/**
 * Fixed addresses in the linear memory, shared by generated code, the runtime and the machine. All state of a run is in this memory.
 *
 *      0        1024          mutableBase                  heap
 *      +---------+--------------+---------+------------------------------------+
 *      |  cells  | static data  | globals | blocks: objects, goroutines, stacks |
 *      +---------+--------------+---------+------------------------------------+
 *
 * Static data (string constants, dispatch tables) never changes, so checkpoints skip it. Address 0 is nil; nothing is ever allocated below 1024.
 */
export const cell = {
  /** i32: the goroutine that runs (address of its record), 0 in the scheduler. */
  g: 16,
  /** i32: frame that suspended last (innermost). Written by generated code when it begins to unwind. */
  fp: 20,
  /** i32: fuel left. Stored before every native call and when unwinding begins. */
  fuel: 24,
  /** i32: why the code came back: see `Status`. */
  status: 28,
  /** i32: a function whose frame would end above this address suspends with Status.stack. */
  limit: 32,
  /** i32: site of the last statement of the stretch before this one (only in recorded code: see log.ts). */
  site: 36,
  /** i32: non-zero asks code to suspend at its next poll (the collector wants to run, a budget is exhausted). */
  poll: 40,
  /** i32 code, then two i64 arguments of a run-time panic raised by generated code: see ir.ts PanicCode. */
  panicCode: 44,
  panicA: 48,
  panicB: 56,
  /** Results of native functions: eight slots of eight bytes. */
  results: 64,
  /** i32: address of the frame at which a deferred function is called directly: only there does recover() recover. */
  deferCallee: 128,
  /** f64: statements executed if the fuel handed out (cell.fuel is what is left of it) were used up. */
  granted: 136,
  /** i32: fuel with which the turn that goes on began. */
  given: 144,
  /** i32: number of the goroutine that executed the last statement; 0 before the first. */
  lastGoroutine: 148,
  /** i32: number of the goroutine whose turn it is. */
  turnOf: 152,
  /** 96 bytes that only a visitor of a suspended machine writes, to put the parts of a value together. */
  scratch: 160,
  /** The runtime's own state: run queue, clock, timers, random state, counters, allocator. Up to 1024; laid out in runtime/state.ts. */
  runtime: 256,
} as const;

export const staticBase = 1024;

export const Status = {
  /** Fuel is used up: resume at the same place. */
  fuel: 0,
  /** The goroutine has parked (or given up the processor): the runtime has said how in its record. */
  blocked: 1,
  /** Generated code found a run-time error: panicCode, panicA, panicB. */
  raise: 2,
  /** The frame did not fit: grow the stack (or, near the native limit, just go on with an empty native stack). */
  stack: 3,
  /** A poll was answered. */
  poll: 4,
  /** The goroutine panics; the value is in its record. Set by the panic native. */
  panic: 5,
  /** The panic has been recovered: go on with the other deferred calls of the frame at panicA, or (panicB not 0) with a Goexit there. */
  recovered: 6,
  /** The program asked to end (os.Exit, fatal error). */
  exit: 7,
  /** runtime.Goexit: run the deferred calls of all frames, then end. */
  goexit: 8,
  /** All frames are in memory now, for whoever wants to read them: go on at once. */
  settle: 9,
  /** All deferred calls have been made: the program is dead, or after Goexit the goroutine. */
  unrecovered: 10,
} as const;

/**
 * A goroutine's record, in the heap (never moved). Offsets in bytes. Fields up to `extra` are fixed here because generated code or the
 * machine read them; the runtime lays out its own behind.
 */
export const goroutine = {
  /** i32 number as in dumps. */
  id: 0,
  /** i32: 0 idle, 1 runnable, 2 running, 3 waiting, 4 dead. */
  status: 4,
  /** i32: innermost frame while it does not run. */
  fp: 8,
  /** i32: stack begin and end. */
  stack: 12,
  stackEnd: 16,
  /** i32: flag given by whoever woke it: for a receive 1 = a value was sent, 0 = channel closed; for a send 1 = taken, 0 = panics (closed). */
  ok: 20,
  /** i32 next in whatever queue it stands. */
  next: 24,
  /** i32: WaitReason while waiting. */
  reason: 28,
  /** i32: address of the object it waits for. */
  waitsFor: 32,
  /** i32 head of its list of panics in progress: see runtime/panic.ts. */
  panics: 36,
  /** i32: 1 while Goexit runs its deferred calls. */
  goexit: 40,
  extra: 48,
} as const;

/** A channel, in the heap. Offsets in bytes; all i32. Generated code reads them for the sends and receives that need nobody else. */
export const channel = {
  count: 0,
  capacity: 4,
  buffer: 8,
  elemSize: 12,
  elemType: 16,
  closed: 20,
  sendIndex: 24,
  receiveIndex: 28,
  /** Wait queues: first and last waiter. */
  receivers: 32,
  senders: 40,
  /** The rt.Timer bound to it. */
  timer: 48,
  /** Object number, and 1 once it has a name. */
  number: 52,
  named: 56,
  /** 4 or 8 if the elements are whole numbers of so many bytes, which the recording shows as they are. */
  wholeSize: 60,
  size: 64,
} as const;

/** A deferred call in a function's list, in the heap: the address of the next one, and a closure. */
export const deferRecord = { next: 0, closure: 4, layout: { size: 8, align: 4, refs: [0, 4] } } as const;

/** Cells that say how long nothing has happened (runtime/clock.ts): f64 statements, i32 polls. */
export const idleCells = { statements: 496, polls: 504 } as const;

/**
 * A frame. Results come first, then parameters, then the closure, so that a caller can place arguments knowing only the signature;
 * the function's own slots follow. Slots are 8 bytes and always hold zero or a valid value while the goroutine is suspended.
 *
 *   +0  i32 function id << 16 | resume point (16 bits; the topmost one is kept for the fast versions to come)
 *   +4  i32 size of the parent's frame, 0 at the bottom of the stack (relative, so that a moved stack needs no repair)
 *   +8  results | parameters | closure pointer (always, 8 bytes) | locals | memory slots
 */
export const frameHeader = 8;
export const slotSize = 8;

/** Kept free at the end of a stack, for the frame of runtime.raise. */
export const stackReserve = 128;
/** Bytes of frames entered on the native stack before a goroutine goes on with an empty one. */
export const nativeBudget = 1 << 16;
/** A goroutine's first stack, in bytes; doubled when it must grow. */
export const firstStack = 512;
