/** The functions that generated code imports, by native name. Their parameters are described in ir/natives.ts and stdlib/go/internal/rt/rt.go. */
import type { Context } from './context.ts';
import { cell, Status } from '../memory/cells.ts';
import * as channels from './channel.ts';
import { now, polled } from './clock.ts';
import { randomBits } from './decisions.ts';
import { interfaceEqual, valueEqual } from './equality.ts';
import { setFinalizer } from './finalizers.ts';
import { gosched, spawn, spawned, syncPoint } from './goroutine.ts';
import { hookNatives } from './hooks.ts';
import { MethodSets } from './interfaces.ts';
import * as maps from './maps.ts';
import { nameObject } from './objects.ts';
import * as panics from './panic.ts';
import { previewIndex } from './preview.ts';
import * as print from './print.ts';
import * as process from './process.ts';
import { typeNatives } from './rtype.ts';
import { select } from './select.ts';
import * as semaphores from './semaphore.ts';
import { goElementSizes, growSlice } from './slices.ts';
import { at } from './state.ts';
import * as strings from './strings.ts';
import { returnText } from './text.ts';
import { idle, sleep, startTimer, stopTimer, untilNextTimer } from './timer.ts';

// Parameters are as many as the natives' signatures say; a type that spells each out would say the same a second time.
type Native = (...args: number[]) => number | void;
type Table = Record<string, Native>;
type Imports = Readonly<Record<string, Native>>;

export function natives(ctx: Context): Imports {
  const methods = new MethodSets();
  return {
    ...prefixed('rt.', { ...memoryNatives(ctx), ...stringNatives(ctx), ...valueNatives(ctx, methods), ...mapNatives(ctx) }),
    ...prefixed('rt.', { ...goroutineNatives(ctx), ...channelNatives(ctx), ...panicNatives(ctx), ...printNatives(ctx) }),
    ...prefixed('internal/rt.', { ...waitNatives(ctx), ...processNatives(ctx), ...hookNatives(ctx) }),
    ...prefixed('internal/rtype.', typeNatives(ctx, methods)),
    ...prefixed('runtime.', runtimeNatives(ctx, methods)),
  };
}

function prefixed(prefix: string, table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([name, native]) => [prefix + name, native]));
}

/** Wraps a function of fixed arity, whose arguments generated code always gives. */
function native<Args extends number[]>(call: (...args: Args) => number | void): Native {
  return call as unknown as Native;
}

function memoryNatives(ctx: Context): Table {
  const { heap, shapes } = ctx;
  const { layoutShape, layoutSize } = shapes;
  const goSizes = goElementSizes(ctx.program);
  return {
    new: native((layout: number) => heap.allocate(layoutShape[layout] as number, layoutSize[layout] as number)),
    newArray: native((layout: number, count: number) =>
      heap.allocate(layoutShape[layout] as number, (layoutSize[layout] as number) * count),
    ),
    growSlice: native((from: number, length: number, capacity: number, wanted: number, layout: number) =>
      growSlice(ctx, goSizes, from, length, capacity, wanted, layout),
    ),
  };
}

function stringNatives(ctx: Context): Table {
  return {
    concat: native((a: number, aLength: number, b: number, bLength: number) => strings.concat(ctx, a, aLength, b, bLength)),
    stringEqual: native((a: number, aLength: number, b: number, bLength: number) => strings.stringEqual(ctx, a, aLength, b, bLength)),
    stringCompare: native((a: number, aLength: number, b: number, bLength: number) => strings.stringCompare(ctx, a, aLength, b, bLength)),
    intToString: native((low: number, high: number) => strings.intToString(ctx, low, high)),
    copyBytes: native((from: number, length: number) => strings.copyBytes(ctx, from, length)),
    stringToRunes: native((from: number, length: number) => strings.stringToRunes(ctx, from, length)),
    runesToString: native((from: number, count: number) => strings.runesToString(ctx, from, count)),
    decodeRune: native((from: number, length: number, index: number) => strings.decodeRune(ctx, from, length, index)),
  };
}

function valueNatives(ctx: Context, methods: MethodSets): Table {
  return {
    interfaceEqual: native((typeA: number, a: number, typeB: number, b: number) => interfaceEqual(ctx, typeA, a, typeB, b)),
    valueEqual: native((type: number, a: number, b: number) => valueEqual(ctx, type, a, b)),
    implements: native((type: number, iface: number) => (methods.implements(ctx, type, iface) ? 1 : 0)),
  };
}

function mapNatives(ctx: Context): Table {
  return {
    mapNew: native((type: number, hint: number) => maps.mapNew(ctx, type, hint)),
    mapGet: native((map: number, key: number) => maps.mapGet(ctx, map, key)),
    mapSet: native((map: number, key: number) => maps.mapSet(ctx, map, key)),
    mapDelete: native((map: number, key: number) => maps.mapDelete(ctx, map, key)),
    mapLen: native((map: number) => maps.mapLen(ctx, map)),
    mapClear: native((map: number) => maps.mapClear(ctx, map)),
    mapIterInit: native((map: number, iterator: number) => maps.mapIterInit(ctx, map, iterator)),
    mapIterNext: native((iterator: number) => maps.mapIterNext(ctx, iterator)),
  };
}

function goroutineNatives(ctx: Context): Table {
  return {
    spawn: native((func: number, closure: number, site: number) => spawn(ctx, func, closure, site)),
    spawned: native(() => spawned(ctx)),
    syncPoint: native((fp: number) => syncPoint(ctx, fp)),
    drainEvents: native(() => ctx.drainEvents()),
    previewIndex: native((type: number, address: number) => previewIndex(ctx, type, address)),
    nameObject: native((address: number, text: number, length: number) => nameObject(ctx, address, text, length)),
  };
}

function channelNatives(ctx: Context): Table {
  return {
    makeChan: native((type: number, capacity: number, site: number) => channels.makeChannel(ctx, type, capacity, site)),
    chanSend: native((fp: number, c: number, value: number) => channels.send(ctx, fp, c, value)),
    chanRecv: native((fp: number, c: number, value: number) => channels.receive(ctx, fp, c, value)),
    chanClose: native((_fp: number, c: number) => channels.close(ctx, c)),
    chanLen: native((c: number) => channels.length(ctx, c)),
    chanCap: native((c: number) => channels.capacity(ctx, c)),
    select: native((fp: number, cases: number, count: number, hasDefault: number, chosen: number, site: number) =>
      select(ctx, fp, cases, count, hasDefault, chosen, site),
    ),
  };
}

function panicNatives(ctx: Context): Table {
  return {
    panic: native((fp: number, type: number, data: number) => panics.beginPanic(ctx, fp, type, data)),
    recover: native((deferred: number, fp: number) => panics.recover(ctx, deferred, fp)),
  };
}

function printNatives(ctx: Context): Table {
  return {
    printString: native((text: number, length: number) => print.printString(ctx, text, length)),
    printInt: native((low: number, high: number) => print.printInt(ctx, low, high)),
    printUint: native((low: number, high: number) => print.printUint(ctx, low, high)),
    printFloat: native((value: number) => print.printFloat(ctx, value)),
    printBool: native((value: number) => print.printBool(ctx, value)),
    printPointer: native((value: number) => print.printPointer(ctx, value)),
  };
}

/** A 64-bit argument that crosses as two words, as a number. */
function long(low: number, high: number): number {
  return high * 4294967296 + (low >>> 0);
}

function waitNatives(ctx: Context): Table {
  const { mem } = ctx;
  return {
    Semacquire: native((fp: number, address: number, object: number, kind: number, reason: number, front: number) =>
      semaphores.acquire(ctx, fp, address, object, kind, reason, front),
    ),
    Semrelease: native((address: number, permits: number) => ctx.result(0, semaphores.release(ctx, address, permits))),
    Waiters: native((address: number) => ctx.result(0, semaphores.waiters(ctx, address))),
    Gosched: native((fp: number) => {
      polled(ctx);
      return gosched(ctx, fp);
    }),
    Goexit: native((fp: number) => panics.goexit(ctx, fp)),
    Idle: native((fp: number) => idle(ctx, fp)),
    NextTimer: () => ctx.mem.setLong(cell.results, untilNextTimer(ctx)),
    Sleep: native((fp: number, low: number, high: number) => sleep(ctx, fp, long(low, high))),
    Nanotime: native(() => {
      polled(ctx);
      mem.setLong(cell.results, now(ctx));
    }),
    TimerStart: native((timer: number) => startTimer(ctx, timer)),
    TimerStop: native((timer: number) => ctx.result(0, stopTimer(ctx, timer) ? 1 : 0)),
  };
}

function processNatives(ctx: Context): Table {
  const { mem, heap, options } = ctx;
  return {
    NumGoroutine: native(() => ctx.result(0, mem.i32(at.allCount))),
    Exit: native((fp: number, code: number) => process.exit(ctx, fp, code)),
    Fatal: native((fp: number, text: number, length: number) => process.fatal(ctx, fp, text, length)),
    GC: native(() => {
      heap.askForCollection();
      mem.setI32(cell.status, Status.poll);
      return 1;
    }),
    SetFinalizer: native((type: number, object: number, funcType: number, closure: number) =>
      returnText(ctx, 0, setFinalizer(ctx, type, object, funcType, closure)),
    ),
    HeapInfo: native(() => {
      mem.setLong(cell.results, heap.bytesInUse());
      mem.setLong(cell.results + 8, heap.objectsAllocated());
      ctx.result(2, heap.collections());
      const { bytes, objects } = heap.freed();
      mem.setLong(cell.results + 24, bytes);
      mem.setLong(cell.results + 32, objects);
    }),
    Write: native((fd: number, address: number, length: number) => process.write(ctx, fd, address, length)),
    Read: native((address: number, length: number) => ctx.result(0, process.read(ctx, address, length))),
    Arg: native((index: number) => process.argument(ctx, index)),
    NumArg: native(() => ctx.result(0, Math.max(1, options.args.length))),
    Getenv: native((name: number, length: number) => process.environment(ctx, name, length)),
    RandUint64: native(() => randomBits(ctx)),
    Settle: native(() => {
      mem.setI32(cell.status, Status.settle);
      return 1;
    }),
    Caller: native((skip: number) => ctx.result(0, options.caller(ctx.g, skip))),
    CodeAt: native((pc: number) => {
      const code = options.codeAt(pc);
      returnText(ctx, 0, code?.file ?? '');
      ctx.result(2, code?.line ?? 0);
      returnText(ctx, 3, code?.func ?? '');
    }),
    Stack: native((all: number) => returnText(ctx, 0, options.stack(ctx.g, all !== 0))),
  };
}

function runtimeNatives(ctx: Context, methods: MethodSets): Table {
  return {
    nextDeferred: native(() => panics.nextDeferred(ctx)),
    deferredReturned: native(() => panics.deferredReturned(ctx)),
    panicValue: native((i: number) => panics.panicValue(ctx, i)),
    unrecovered: native(() => panics.unrecovered(ctx)),
    floatText: native((value: number) => returnText(ctx, 0, print.printedFloat(value))),
    missingMethod: native((type: number, iface: number) => {
      const selector = methods.missing(ctx, type, iface) ?? '';
      returnText(ctx, 0, /([^./]*)\(/.exec(selector)?.[1] ?? selector);
    }),
  };
}
