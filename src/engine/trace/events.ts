/**
 * The vocabulary of a recording: every view (stage, timeline, tables, narration, command line, exports) is a function of these events
 * and a cursor. Names follow Go's execution tracer where it has one.
 *
 * An event is a row over columns: kind, step, g and four numbers a, b, c, d whose meaning stands beside each kind below.
 *  - `step` is the number of statements begun when it happened: events of step N happened during the Nth statement, or in the rest of an
 *    earlier statement resumed after it, or in the scheduler before the next one. At cursor N all events with step <= N have happened.
 *  - `g` is the goroutine that did it; 0: the scheduler or a timer.
 *  - "str" is an index in the string table (0: the empty string) or a whole number: see textOf in trace.ts; "obj" an object number, "gid" a goroutine number, "site" an index in
 *    Program.sites (0: none).
 *  - 64-bit times are split: low 32 bits (unsigned, stored as int32), high 32 bits.
 *
 * A hand-off between parked parties is recorded as ChanSend and ChanRecv (both, at the same step, each under its own g, naming each other
 * as peer), then GoUnblock of the one that was parked. ChanSend with peer 0 puts a value behind the buffer, ChanRecv with peer 0 and
 * ok takes the buffer's front. A receive from a full buffer with a parked sender is ChanRecv(peer 0), ChanSend(sender, peer 0), GoUnblock.
 */
export const Kind = {
  // goroutines
  GoCreate: 1, //     g: creator (0: main)   a: new gid   b: str function name ("main.worker")   c: site of the go statement   d: str arguments ("id 1", "")
  GoStart: 2, //      g runs from now on
  GoStop: 3, //       g stops running but stays runnable   a: 0 preempted, 1 yielded (runtime.Gosched)
  GoBlock: 4, //      g parks   a: WaitReason   b: obj it waits for (0: none, e.g. nil channel)   c: str value it holds (chan send)   d: for sleep: obj of the timer
  GoUnblock: 5, //    a: gid made runnable by g   b: obj it was waiting for
  GoEnd: 6, //        g has returned
  GoPanic: 7, //      g panics   a: str message as after "panic: "
  GoRecover: 8, //    g recovered   a: str
  // channels
  ChanMake: 10, //    a: obj   b: capacity   c: str element type   d: site
  ChanSend: 11, //    a: obj   b: str value   c: peer gid or 0
  ChanRecv: 12, //    a: obj   b: str value   c: peer gid or 0   d: 1 ok, 0 closed (zero value)
  ChanClose: 13, //   a: obj
  SelectBegin: 14, // a: number of cases   b: 1 has default   c: site       (followed by its SelectCase events)
  SelectCase: 15, //  a: index   b: obj channel (0: nil)   c: 0 receive, 1 send; +2 ready when looked at   d: str value to send
  SelectDone: 16, //  a: index chosen, -1 default
  // locks and counters
  ObjectMake: 20, //  a: obj   b: ObjectKind   c: str type ("sync.Mutex")   d: site       (first appearance of a sync object)
  ObjectName: 21, //  a: obj   b: str name of the variable or field that holds it ("jobs", "c.mu"); the first one wins
  WaitGroupAdd: 22, //a: obj   b: delta   c: counter after
  LockAcquire: 23, // a: obj   b: LockMode
  LockRelease: 24, // a: obj   b: LockMode
  OnceDo: 25, //      a: obj   b: 0 begins, 1 done
  CondSignal: 26, //  a: obj   b: number woken   c: 1 broadcast
  AtomicOp: 27, //    a: obj   b: str operation ("Add 1", "CAS 3→4")   c: 1 succeeded   d: str value after
  // time
  TimerStart: 30, //  a: obj   b, c: when   d: TimerKind
  TimerFire: 31, //   a: obj
  TimerStop: 32, //   a: obj
  ClockAdvance: 33, //a, b: the new time
  // contexts
  ContextMake: 40, // a: obj   b: obj parent (0: none)   c: ContextKind   d: obj of its timer (deadline) or 0
  ContextDone: 41, // a: obj   b: obj of the channel that Done returns       (so that a receive from it is seen as noticing)
  ContextCancel: 42, //a: obj  b: str Err()   c: str cause ("" if the same)   d: obj of the context where the cancellation began
  // the rest
  Output: 50, //      a: file descriptor   b: str text
  Decision: 51, //    a: DecisionKind   b: number of alternatives (>= 2)   c: index taken   d: str alternatives ("3 4 5": gids, case indices, objs), or only the one taken ("4")
  Exit: 52, //        a: exit code
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** Why a goroutine waits, in the words of Go's goroutine dumps. */
export const waitReasons = [
  '', 'chan receive', 'chan send', 'select', 'select (no cases)', 'chan receive (nil chan)', 'chan send (nil chan)', 'sleep',
  'semacquire', 'sync.Mutex.Lock', 'sync.RWMutex.RLock', 'sync.RWMutex.Lock', 'sync.WaitGroup.Wait', 'sync.Cond.Wait', 'synctest.Wait',
] as const;
export const WaitReason = {
  ChanReceive: 1, ChanSend: 2, Select: 3, SelectNoCases: 4, ChanReceiveNil: 5, ChanSendNil: 6, Sleep: 7,
  Semacquire: 8, MutexLock: 9, RWMutexRLock: 10, RWMutexLock: 11, WaitGroupWait: 12, CondWait: 13, SynctestWait: 14,
} as const;

export const ObjectKind = { Channel: 1, WaitGroup: 2, Mutex: 3, RWMutex: 4, Once: 5, Cond: 6, Semaphore: 7, Atomic: 8, Timer: 9, Context: 10, ErrGroup: 11 } as const;
export const LockMode = { Lock: 0, RLock: 1, TryLock: 2 } as const;
export const TimerKind = { Sleep: 0, Timer: 1, Ticker: 2, Func: 3, Context: 4 } as const;
export const ContextKind = { Background: 0, Todo: 1, Cancel: 2, Deadline: 3, Timeout: 4, Value: 5, WithoutCancel: 6, AfterFunc: 7 } as const;
export const contextKindNames = [
  'context.Background', 'context.TODO', 'context.WithCancel', 'context.WithDeadline', 'context.WithTimeout', 'context.WithValue', 'context.WithoutCancel', 'context.AfterFunc',
] as const;
/** Run: which runnable goroutine goes next. Select: which ready case. Timer: which of the timers due at one instant. Random: a number the program asked for. Time: whether the clock goes on although somebody can run. */
export const DecisionKind = { Run: 0, Select: 1, Timer: 2, Map: 3, Random: 4, Time: 5 } as const;
