/** The library's hooks: they only observe. Each gives its object a number at its first appearance. */
import { Kind, ObjectKind } from '../trace/events.ts';
import { wholeText } from '../trace/trace.ts';
import type { Context } from './context.ts';
import { knownObject, objectNumber, takePendingName } from './objects.ts';
import { previewError } from './preview.ts';
import { channel } from './state.ts';

type Native = (...args: number[]) => number | void;

const onceStates = { begin: 0, done: 1 } as const;

export function hookNatives(ctx: Context): Record<string, Native> {
  const natives: Record<string, (...args: number[]) => void> = {
    TraceObject: (object, kind) => void objectNumber(ctx, object as number, kind as number),
    TraceWaitGroup: (wg, delta, counter) =>
      ctx.emit(Kind.WaitGroupAdd, ctx.gid, objectNumber(ctx, wg as number, ObjectKind.WaitGroup), delta, counter),
    TraceWaited: (wg) => void objectNumber(ctx, wg as number, ObjectKind.WaitGroup),
    TraceLock: (lock, kind, mode) => ctx.emit(Kind.LockAcquire, ctx.gid, objectNumber(ctx, lock as number, kind as number), mode),
    TraceTryFailed: (lock, kind) => void objectNumber(ctx, lock as number, kind as number),
    TraceUnlock: (lock, kind, mode) => ctx.emit(Kind.LockRelease, ctx.gid, objectNumber(ctx, lock as number, kind as number), mode),
    TraceOnce: (once, state) => {
      const number = objectNumber(ctx, once as number, ObjectKind.Once);
      if (state === onceStates.begin || state === onceStates.done) ctx.emit(Kind.OnceDo, ctx.gid, number, state);
    },
    TraceCond: (cond, woken, broadcast) =>
      ctx.emit(Kind.CondSignal, ctx.gid, objectNumber(ctx, cond as number, ObjectKind.Cond), woken, broadcast),
    TraceAcquire: () => undefined,
    TraceRelease: () => undefined,
    TraceAtomic: (...args) => traceAtomic(ctx, args),
    TraceContext: (context, parent, kind, timer) => traceContext(ctx, context as number, parent as number, kind as number, timer as number),
    TraceContextDone: (context, done) => {
      ctx.emit(
        Kind.ContextDone,
        ctx.gid,
        objectNumber(ctx, context as number, ObjectKind.Context),
        ctx.mem.i32((done as number) + channel.number),
      );
    },
    TraceCancel: (...args) => traceCancel(ctx, args),
  };
  return natives;
}

/** Contexts without a parent are made once and announced at their first use. */
function traceContext(ctx: Context, context: number, parent: number, kind: number, timer: number): void {
  if (knownObject(ctx, context, ObjectKind.Context) !== 0) return;
  const number = objectNumber(ctx, context, ObjectKind.Context);
  const from = parent === 0 ? 0 : knownObject(ctx, parent, ObjectKind.Context);
  ctx.emit(Kind.ContextMake, ctx.gid, number, from, kind, timer === 0 ? 0 : objectNumber(ctx, timer, ObjectKind.Timer));
  takePendingName(ctx, context, ObjectKind.Context);
}

/** Arguments: context, origin, then error and cause as interfaces. */
function traceCancel(ctx: Context, args: readonly number[]): void {
  const [context, origin, errType, err, causeType, cause] = args as [number, number, number, number, number, number];
  const number = objectNumber(ctx, context, ObjectKind.Context);
  const from = objectNumber(ctx, origin, ObjectKind.Context);
  if (ctx.recorder === undefined) return;
  const why = causeType === 0 ? '' : previewError(ctx, causeType, cause);
  ctx.emit(Kind.ContextCancel, ctx.gid, number, ctx.string(previewError(ctx, errType, err)), ctx.string(why), from);
}

// ---- atomic operations

const shows = { signed: 0, unsigned: 1, bool: 2, pointer: 3, any: 4 } as const;
const operations = { load: 0, store: 1, add: 2, swap: 3, cas: 4, and: 5, or: 6 } as const;

/** Arguments: address, operation, how to show numbers, then old, want, argument and after as pairs of words, then whether it happened. */
function traceAtomic(ctx: Context, args: readonly number[]): void {
  const [address, operation, show] = args as [number, number, number];
  const number = objectNumber(ctx, address, ObjectKind.Atomic);
  if (ctx.recorder === undefined) return;
  const text = (at: number): string => (show === shows.any ? '' : atomicText(show, args[at] as number, args[at + 1] as number));
  const [old, want, argument] = [3, 5, 7].map(text) as [string, string, string];
  const ok = args[11] as number;
  const name = ctx.valueText(() => operationText(operation, old, want, argument));
  ctx.emit(Kind.AtomicOp, ctx.gid, number, name, ok, atomicIndex(ctx, show, args[9] as number, args[10] as number));
}

/** As an index in the recording. */
function atomicIndex(ctx: Context, show: number, low: number, high: number): number {
  if (show <= shows.unsigned && high === 0 && low >= 0) return wholeText(low);
  return ctx.valueText(() => (show === shows.any ? '' : atomicText(show, low, high)));
}

function operationText(operation: number, old: string, want: string, argument: string): string {
  switch (operation) {
    case operations.load:
      return 'Load';
    case operations.store:
      return `Store ${argument}`.trimEnd();
    case operations.add:
      return `Add ${argument}`;
    case operations.swap:
      return argument === '' ? 'Swap' : `Swap ${old}→${argument}`;
    case operations.cas:
      return argument === '' ? 'CAS' : `CAS ${want}→${argument}`;
    case operations.and:
      return `And ${argument}`;
    default:
      return `Or ${argument}`;
  }
}

function atomicText(show: number, low: number, high: number): string {
  if (show === shows.bool) return low === 0 ? 'false' : 'true';
  if (show === shows.pointer) return low === 0 ? 'nil' : `0x${(low >>> 0).toString(16)}`;
  if (high === low >> 31 && (show === shows.signed || low >= 0)) return String(low);
  const whole = (BigInt(high) << 32n) | BigInt(low >>> 0);
  return String(show === shows.signed ? whole : BigInt.asUintN(64, whole));
}
