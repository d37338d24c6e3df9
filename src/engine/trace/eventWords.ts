/** Events as breakpoints name them, and the objects that an event is about. */
import { Kind, WaitReason } from './events.ts';
import type { Trace } from './trace.ts';

type Row = (trace: Trace, event: number) => boolean;

const any: Row = () => true;
const adds: Row = (trace, event) => (trace.b[event] as number) > 0;
const takes: Row = (trace, event) => (trace.b[event] as number) < 0;

const words = {
  create: [Kind.GoCreate, any],
  start: [Kind.GoStart, any],
  yield: [Kind.GoStop, any],
  block: [Kind.GoBlock, any],
  unblock: [Kind.GoUnblock, any],
  end: [Kind.GoEnd, any],
  panic: [Kind.GoPanic, any],
  recover: [Kind.GoRecover, any],
  send: [Kind.ChanSend, any],
  receive: [Kind.ChanRecv, any],
  close: [Kind.ChanClose, any],
  select: [Kind.SelectDone, any],
  add: [Kind.WaitGroupAdd, adds],
  done: [Kind.WaitGroupAdd, takes],
  lock: [Kind.LockAcquire, any],
  unlock: [Kind.LockRelease, any],
  once: [Kind.OnceDo, any],
  signal: [Kind.CondSignal, any],
  atomic: [Kind.AtomicOp, any],
  'timer-start': [Kind.TimerStart, any],
  'timer-fire': [Kind.TimerFire, any],
  'timer-stop': [Kind.TimerStop, any],
  cancel: [Kind.ContextCancel, any],
  output: [Kind.Output, any],
} as const satisfies Readonly<Record<string, readonly [Kind, Row]>>;

export type EventWord = keyof typeof words;
export const eventWords = Object.keys(words) as readonly EventWord[];

/** Whether the event is of one of these words; of any, if none is given. */
export function isCalled(trace: Trace, event: number, wanted: readonly EventWord[]): boolean {
  return (wanted.length === 0 ? eventWords : wanted).some((word) => words[word][0] === trace.kind[event] && words[word][1](trace, event));
}

/** The columns with object numbers: see events.ts. */
const objectColumns: Readonly<Record<number, readonly ('a' | 'b' | 'd')[]>> = {
  [Kind.GoBlock]: ['b', 'd'],
  [Kind.GoUnblock]: ['b'],
  [Kind.ChanSend]: ['a'],
  [Kind.ChanRecv]: ['a'],
  [Kind.ChanClose]: ['a'],
  [Kind.SelectCase]: ['b'],
  [Kind.WaitGroupAdd]: ['a'],
  [Kind.LockAcquire]: ['a'],
  [Kind.LockRelease]: ['a'],
  [Kind.OnceDo]: ['a'],
  [Kind.CondSignal]: ['a'],
  [Kind.AtomicOp]: ['a'],
  [Kind.TimerStart]: ['a'],
  [Kind.TimerFire]: ['a'],
  [Kind.TimerStop]: ['a'],
  [Kind.ContextCancel]: ['a'],
};

/** Whether the event happens to this object. Who waits in a select waits for each of its channels. */
export function isAbout(trace: Trace, event: number, object: number): boolean {
  const names = (row: number): boolean => objectColumns[trace.kind[row] as number]?.some((column) => trace[column][row] === object) ?? false;
  if (names(event)) return true;
  if (trace.kind[event] !== Kind.GoBlock || trace.a[event] !== WaitReason.Select) return false;
  for (let row = event - 1; row >= 0 && trace.kind[row] === Kind.SelectCase && trace.g[row] === trace.g[event]; row--) if (names(row)) return true;
  return false;
}

/** Whether the goroutine does it or it is done to it. */
export function isOf(trace: Trace, event: number, goroutine: number): boolean {
  const kind = trace.kind[event];
  return trace.g[event] === goroutine || ((kind === Kind.GoUnblock || kind === Kind.GoCreate) && trace.a[event] === goroutine);
}
