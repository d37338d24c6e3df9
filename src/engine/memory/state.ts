/**
 * Where the runtime's state lies in the linear memory: its cells, and the layouts of its records. Cells 256 to 383 are the heap's (memory/).
 * All are i32 unless it says otherwise. See memory/cells.ts for what generated code and the machine read.
 */
import { goroutine, idleCells } from './cells.ts';

export const at = {
  // ---- goroutines
  /** Number of the goroutine created last. */
  lastId: 384,
  /** Live goroutines: doubly linked through allNext, allPrev. */
  allFirst: 388,
  allCount: 392,
  /** Dead records kept for reuse with their first stacks, linked through goroutine.next. */
  free: 396,
  /** Address of goroutine 1, 0 once it has ended. */
  main: 400,
  /** Number of the goroutine that ran last: GoStart is recorded when it changes. */
  lastRun: 404,
  /** Number of the goroutine whose time slice is over, until it is known whether another one goes on; else 0. */
  stopping: 460,
  /** A goroutine that has been made but not yet made runnable (between rt.spawn and rt.spawned). */
  spawned: 408,
  /** A hidden goroutine that must run next. */
  hidden: 412,
  /** 1 once goroutine 1 has ended by Goexit. */
  mainExited: 416,

  // ---- run queues
  runNext: 420,
  localHead: 424,
  localTail: 428,
  localCount: 432,
  globalHead: 436,
  globalTail: 440,
  globalCount: 444,
  /** Go's schedtick: how often a goroutine was picked that did not inherit its time slice. */
  tick: 448,
  quantum: 452,
  /** Number of the next decision. */
  decisions: 456,

  // ---- time
  /** f64, nanoseconds since the run began. */
  clock: 464,
  timers: 472,
  timerCapacity: 476,
  timerCount: 480,
  /** f64: order of starting. */
  timerSequence: 488,
  /** f64: statements executed since something last happened; f64: of the kind of thing that busy waiting does. */
  idleStatements: idleCells.statements,
  polls: idleCells.polls,
  /** Number of the clock's moves. */
  era: 508,

  // ---- tables
  /** Address of the array of queues of waiting for semaphores; 0: none has waited yet. */
  semaphores: 512,
  /** Hash table of object numbers: address, capacity, entries. */
  objects: 516,
  objectCapacity: 520,
  objectCount: 524,
  /** Number of the object that appeared last. */
  lastObject: 528,
  /** Draws of random numbers so far. */
  draws: 532,
  /** Hash table of finalizers: see runtime/finalizers.ts. */
  finalizers: 580,
  finalizerCapacity: 584,
  finalizerCount: 588,

  // ---- process
  exitCode: 540,
  /** String: text of a fatal error. */
  fatalText: 544,
  fatalLength: 548,
  /** f64: bytes written. */
  output: 552,
  outputExceeded: 560,
  /** Bytes of standard input read. */
  inputRead: 564,

  // ---- the schedule, for the kernel: see scheduler.ts
  /** 1: goroutines queue in the order of becoming runnable. */
  queueIsFifo: 568,
  /** Statements of a whole time slice. */
  slice: 572,
  /** u32: Run decisions below this number take the default. */
  defaultRuns: 576,
} as const;

/** So many decisions who runs are recorded with all the alternatives; later ones name only who was chosen. */
export const namedDecisions = 10_000;
/** Goroutines in the local run queue at most. */
export const localCapacity = 256;
/** Every so many picks the global queue is looked at before the local one. */
export const globalTurn = 61;

export const goroutineStatus = { idle: 0, runnable: 1, running: 2, waiting: 3, dead: 4 } as const;

/** A goroutine's record behind the part fixed in memory/cells.ts. */
const extra = goroutine.extra;
export const record = {
  ...goroutine,
  allNext: extra,
  allPrev: extra + 4,
  /** A waiter for waits on one queue. */
  waiter: extra + 8,
  /** Waiters for selects: address of an array, number it has room for, number in use (0: not in a select). */
  cases: extra + 32,
  caseCapacity: extra + 36,
  caseCount: extra + 40,
  /** Where a parked select wants the index of the chosen case: an address in its frame. */
  chosen: extra + 44,
  /** Number of the goroutine that created it, and the site of its go statement. */
  creator: extra + 48,
  createdAt: extra + 52,
  func: extra + 56,
  /** Object number of its sleep timer, 0 before its first sleep. */
  timer: extra + 60,
  /** Object number of the lock or counter it waits for. */
  object: extra + 64,
  size: extra + 72,
} as const;

/** A goroutine's place in a wait queue, as Go's sudog. */
export const waiter = {
  g: 0,
  next: 4,
  prev: 8,
  /** Address of the value to send, or of where to store one received; 0: none. For semaphores the address waited on. */
  elem: 12,
  /** Address of the channel. */
  channel: 16,
  /** Index of the case of a select, with 1 << 16 set for a send; -1 outside of selects. */
  index: 20,
  size: 24,
} as const;

/** An entry of the table of object numbers, behind its address: see runtime/objects.ts. */
export const objectEntry = { kind: 4, number: 8, named: 12, size: 16 } as const;
/** Of the sum of address and kind: the product shifted, modulo the capacity, is the first place to look at. */
export const objectHash = { factor: 0x9e3779b1 | 0, shift: 8 } as const;

export { channel } from './cells.ts';
