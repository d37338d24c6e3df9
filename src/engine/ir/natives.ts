/**
 * The runtime's functions that the lowering calls by itself (those of the library's bodiless functions are named after them:
 * "internal/rt.Semacquire", and get their Native from their Go signature through `libraryNative`).
 * Implemented in runtime/; `rt.` stands for what Go's compiler would call in package runtime.
 */
import type { Native, ValType } from './ir.ts';

const i32 = 'i32';

/** Non-blocking with one result returned directly. */
function direct(name: string, ...params: ValType[]): Native {
  return { name: `rt.${name}`, params, results: [i32], blocks: false, direct: true };
}
/** Non-blocking, results in cell.results. */
function plain(name: string, params: ValType[], results: ValType[]): Native {
  return { name: `rt.${name}`, params, results, blocks: false, direct: false };
}
function blocking(name: string, ...params: ValType[]): Native {
  return { name: `rt.${name}`, params, results: [], blocks: true, direct: false };
}

export const natives = {
  // ---- memory: all zeroed; `layout` indexes Program.layouts
  /** (layout) → address */
  new: direct('new', i32),
  /** (layout of the element, count ≤ 2^31-1 checked by the caller) → address of count elements; a non-nil address even for zero bytes */
  newArray: direct('newArray', i32, i32),
  /** append: (ptr, len, cap, wanted length > cap, layout of the element) → ptr, cap of a copy with room, grown as Go's append grows */
  growSlice: plain('growSlice', [i32, i32, i32, i32, i32], [i32, i32]),

  // ---- strings: (ptr, len) pairs
  concat: plain('concat', [i32, i32, i32, i32], [i32, i32]),
  stringEqual: direct('stringEqual', i32, i32, i32, i32),
  /** → -1, 0, 1 */
  stringCompare: direct('stringCompare', i32, i32, i32, i32),
  /** string(rune): the value as i64 */
  intToString: plain('intToString', ['i64'], [i32, i32]),
  /** Copies the bytes: → ptr */
  copyBytes: direct('copyBytes', i32, i32),
  /** []rune(s): → ptr, len */
  stringToRunes: plain('stringToRunes', [i32, i32], [i32, i32]),
  runesToString: plain('runesToString', [i32, i32], [i32, i32]),
  /** (ptr, len, index) → rune, width; index < len */
  decodeRune: plain('decodeRune', [i32, i32, i32], [i32, i32]),

  // ---- interfaces and comparison
  /** (type, data, type, data) → 0 differ, 1 equal, 2 the dynamic type is not comparable (its id is in results slot 0) */
  interfaceEqual: direct('interfaceEqual', i32, i32, i32, i32),
  /** (type id, address, address) → as interfaceEqual, for structs and arrays */
  valueEqual: direct('valueEqual', i32, i32, i32),
  /** (dynamic type id, interface type id) → 1 if it has the methods; 0 for type id 0 */
  implements: direct('implements', i32, i32),

  // ---- maps; addresses of keys may be in the frame (the natives do not block)
  /** (map type id, size hint) */
  mapNew: direct('mapNew', i32, i32),
  /** (map or nil, key address) → address of the value, 0 if absent, 1 if the key is not hashable (type id in results slot 0) */
  mapGet: direct('mapGet', i32, i32),
  /** (map, key address) → address of the value, inserted zero if absent; 1 if not hashable */
  mapSet: direct('mapSet', i32, i32),
  /** → 0, or 1 if not hashable */
  mapDelete: direct('mapDelete', i32, i32),
  mapLen: direct('mapLen', i32),
  mapClear: plain('mapClear', [i32], []),
  /** (map or nil, address of a 32-byte iterator in a memory slot or heap with refs [0, 4, 8]) ; iterator: +0 map, +4 key address, +8 value address (0 key address: at the end) */
  mapIterInit: plain('mapIterInit', [i32, i32], []),
  /** Moves to the next entry; called before the first too. */
  mapIterNext: plain('mapIterNext', [i32], []),

  // ---- channels
  /** (channel type id, capacity checked by the caller, site) */
  makeChan: direct('makeChan', i32, i32, i32),
  /** (channel or nil, frame offset of the value) */
  chanSend: blocking('chanSend', i32, i32),
  /** (channel or nil, frame offset for the value or -1): goroutine.ok tells whether it was sent */
  chanRecv: blocking('chanRecv', i32, i32),
  chanClose: blocking('chanClose', i32),
  chanLen: direct('chanLen', i32),
  chanCap: direct('chanCap', i32),
  /**
   * (frame offset of the cases, number of cases, 1 if there is a default, frame offset for the chosen index, site).
   * A case is 16 bytes: +0 channel (a root), +4 0 receive or 1 send, +8 frame offset of the value (-1: none), +12 unused. Chosen -1: default. After a receive goroutine.ok as for chanRecv.
   * No cases and no default blocks for ever.
   */
  select: blocking('select', i32, i32, i32, i32, i32),

  // ---- schedules of the granularity sync
  /** Before an operation that synchronises: here the goroutine may be stopped. */
  syncPoint: blocking('syncPoint'),

  // ---- panics
  /** panic(v): (type id, data); v nil is replaced by *runtime.PanicNilError by the lowering's caller in package runtime */
  panic: blocking('panic', i32, i32),
  /** (deferred flag, fp) → type id, data of the recovered value or 0, 0 */
  recover: plain('recover', [i32, i32], [i32, i32]),

  // ---- print and println
  printString: plain('printString', [i32, i32], []),
  printInt: plain('printInt', ['i64'], []),
  printUint: plain('printUint', ['i64'], []),
  printFloat: plain('printFloat', ['f64'], []),
  printBool: plain('printBool', [i32], []),
  printPointer: plain('printPointer', [i32], []),

  // ---- recording (only in code lowered with `trace`)
  /** A variable named by the string got this channel, context (data word) or address of a sync object: (address, ptr, len) */
  nameObject: plain('nameObject', [i32, i32, i32], []),
} satisfies Record<string, Native>;

/**
 * Library functions without body that may suspend the caller (or end it): they follow the `blocks` protocol. All others do not block and put their
 * results, scalar by scalar, in cell.results.
 */
export const blockingLibraryNatives: ReadonlySet<string> = new Set([
  'internal/rt.Semacquire', 'internal/rt.Park', 'internal/rt.Sleep', 'internal/rt.Idle', 'internal/rt.Gosched', 'internal/rt.Goexit', 'internal/rt.Exit', 'internal/rt.Fatal', 'internal/rt.GC',
  'internal/rt.Settle', 'runtime.deferredReturned', 'runtime.unrecovered',
]);

export function libraryNative(name: string, params: readonly ValType[], results: readonly ValType[]): Native {
  return { name, params, results, blocks: blockingLibraryNatives.has(name), direct: false };
}
