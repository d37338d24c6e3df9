/**
 * Typed intermediate code, between the checked tree and WebAssembly.
 *
 * - Values are WebAssembly scalars. The lowering splits strings (pointer, length: two i32), slices (pointer, length, capacity: three i32),
 *   interfaces (type id, data: two i32), complex numbers and small structs into scalar locals; larger structs and arrays live in memory slots
 *   of the frame. `int` is i64. Booleans and integers below 64 bits are i32, kept normalised (sign- or zero-extended to 32 bits).
 *   Pointers, maps, channels, functions (closures) are i32 addresses.
 * - Expressions are pure trees: they neither call Go functions nor block. Everything that may suspend is a statement of its own, and the lowering
 *   puts values that must survive it into locals. Expressions may panic (`PanicIf` inside `Seq`), read memory and call natives that do not block.
 * - Addresses made by FrameAddr are valid only until the next suspension: never keep one in a local over a suspend point.
 * - Control flow is structured, plus Label/Goto within a function for Go's goto.
 *
 * Suspend points: Mark, Poll, Call, Native with `blocks`. At each one all locals not marked `temp` must hold zero or valid values; they
 * are written to the frame when the goroutine suspends and read back when it resumes.
 */
import type { Site } from '../trace/trace.ts';

export type ValType = 'i32' | 'i64' | 'f32' | 'f64';
export type LocalId = number;
export type SlotId = number;
export type LabelId = number;
export type FuncId = number;
/** A number that is known only when the program is put together: index of a function's symbols, whose values are in Program.values. */
export type SymbolId = number;

export interface Local {
  readonly type: ValType;
  /** Holds a heap address: a root of the collector. */
  readonly ref: boolean;
  /** Never lives over a suspend point: has no slot in the frame. */
  readonly temp: boolean;
}
/** Bytes in the frame, zero when the function begins, 8-aligned. */
export interface MemSlot {
  readonly size: number;
  /** Byte offsets of the heap addresses in it. */
  readonly refs: readonly number[];
}

/** What a parameter or result occupies in a frame: a scalar (8 bytes) or memory (size rounded up to 8). */
export type Carrier = { readonly kind: 'scalar'; readonly type: ValType; readonly ref: boolean } | { readonly kind: 'memory'; readonly size: number; readonly refs: readonly number[] };
export interface FuncSig { readonly params: readonly Carrier[]; readonly results: readonly Carrier[] }

// ---- Expressions -----------------------------------------------------------------------------------------------

export type Expr =
  | { readonly k: 'const'; readonly type: ValType; readonly value: number | bigint }
  | { readonly k: 'local'; readonly id: LocalId }
  /** i32: an id, a number or an address in static data. */
  | { readonly k: 'symbol'; readonly symbol: SymbolId }
  /** A numeric WebAssembly instruction by its name ("i64.add", "i32.wrap_i64", "f64.sqrt", ...): see wasm/instructions.ts. */
  | { readonly k: 'op'; readonly op: string; readonly args: readonly Expr[] }
  /** "i32.load", "i32.load8_s", "i64.load", ... from addr + offset. */
  | { readonly k: 'load'; readonly op: string; readonly addr: Expr; readonly offset: number }
  /** Address of a memory slot of this frame, plus offset. */
  | { readonly k: 'frameAddr'; readonly slot: SlotId; readonly offset: number }
  /** Offset of a memory slot from the frame's begin: what blocking natives take instead of an address, because stacks move. */
  | { readonly k: 'frameOffset'; readonly slot: SlotId; readonly offset: number }
  /** Address of a global variable, whose place among them is the symbol's value, plus offset. */
  | { readonly k: 'globalAddr'; readonly symbol: SymbolId; readonly offset: number }
  /** Address of this frame: argument of rt.recover. Valid like frameAddr. */
  | { readonly k: 'fp' }
  /** i32: not 0 if this function was called as a deferred call, directly or through wrappers: the distance to the frame that runs it (the word behind the closure pointer in the frame). Needs Func.usesRecover. */
  | { readonly k: 'deferred' }
  /** Lazy: only the chosen side is evaluated. */
  | { readonly k: 'cond'; readonly type: ValType; readonly cond: Expr; readonly then: Expr; readonly else: Expr }
  /** Effects, then a value. Only Set, Store, PanicIf, Copy, Fill, Native (not blocking) and structured If over these may stand in it. */
  | { readonly k: 'seq'; readonly stmts: readonly Stmt[]; readonly value: Expr };

// ---- Statements ------------------------------------------------------------------------------------------------

export type Stmt =
  | { readonly k: 'set'; readonly local: LocalId; readonly value: Expr }
  /** "i32.store", "i32.store8", "i64.store", ... */
  | { readonly k: 'store'; readonly op: string; readonly addr: Expr; readonly offset: number; readonly value: Expr }
  /** memory.copy of a constant or computed number of bytes (i32); overlapping allowed. */
  | { readonly k: 'copy'; readonly to: Expr; readonly from: Expr; readonly size: Expr }
  /** memory.fill with zero. */
  | { readonly k: 'zero'; readonly to: Expr; readonly size: Expr }
  /** A statement of the program begins: costs one step. `site` indexes Program.sites. Not in library code. */
  | { readonly k: 'mark'; readonly site: number }
  /** Suspends if cell.poll is set; costs nothing. In library loops, and behind statements that may allocate much. */
  | { readonly k: 'poll' }
  | { readonly k: 'call'; readonly callee: Callee; readonly sig: FuncSig; readonly args: readonly Arg[]; readonly results: readonly Dest[]; readonly site: number; /** Tail part of a wrapper or thunk: recover() in the callee acts as if called in the caller's place. */ readonly transparent?: boolean; /** A deferred function is called by the loop behind deferPoint. */ readonly deferred?: boolean }
  /** Calls a function of the runtime: see Native. */
  | { readonly k: 'native'; readonly native: Native; readonly args: readonly Expr[]; readonly results: readonly LocalId[]; readonly site: number }
  /** Starts a goroutine with this call. `name`: string for the recording. */
  | { readonly k: 'go'; readonly callee: Callee; readonly sig: FuncSig; readonly args: readonly Arg[]; readonly site: number }
  /** If cond (i32) is not zero, the goroutine panics with a run-time error: a PanicCode, perhaps with unsignedIndex. */
  | { readonly k: 'panicIf'; readonly cond: Expr; readonly code: number; readonly a: Expr | undefined; readonly b: Expr | undefined; readonly site: number }
  | { readonly k: 'if'; readonly cond: Expr; readonly then: readonly Stmt[]; readonly else: readonly Stmt[] }
  /** Leaving by `br label` goes behind it. */
  | { readonly k: 'block'; readonly label: LabelId; readonly body: readonly Stmt[] }
  /** `br label` goes to its begin; falling off the end leaves it. */
  | { readonly k: 'loop'; readonly label: LabelId; readonly body: readonly Stmt[] }
  | { readonly k: 'br'; readonly label: LabelId }
  /** Jump table over an i32: labels[value], or other. */
  | { readonly k: 'switch'; readonly value: Expr; readonly labels: readonly LabelId[]; readonly other: LabelId }
  /** Target of gotos, anywhere in the function. */
  | { readonly k: 'label'; readonly label: LabelId }
  | { readonly k: 'goto'; readonly label: LabelId }
  /** Results are in the function's result locals and slots. */
  | { readonly k: 'return' }
  /**
   * Where the machine resumes this function once a panic has been recovered in one of its deferred calls (at most one in a function, reached in
   * the normal flow too). Functions with defer statements end with: deferPoint; loop { pop and call }; return. While the goroutine panics,
   * runtime.gopanic pops the calls from the list and makes them on top of the stack.
   */
  | { readonly k: 'deferPoint' };

export type Callee =
  | { readonly k: 'func'; readonly func: SymbolId; /** i32 closure pointer, for function literals called directly. */ readonly closure: Expr | undefined }
  /** A func value: address of its closure, whose first word is a function id. nil panics. */
  | { readonly k: 'closure'; readonly closure: Expr }
  /** Method of the dynamic type of an interface: the row of the dispatch table that is the selector's value, at the type id. The type id 0 (nil interface) panics. */
  | { readonly k: 'method'; readonly type: Expr; readonly selector: SymbolId };

/** An argument: a scalar, or the address of memory to copy from. */
export type Arg = Expr;
/** Where a result goes: a local, or a memory slot of this frame; undefined: dropped. */
export type Dest = { readonly k: 'local'; readonly id: LocalId } | { readonly k: 'slot'; readonly id: SlotId } | undefined;

/**
 * A function of the runtime, imported by name. Parameters are passed as wasm values, an i64 as two i32 (low, high), so that no BigInt crosses.
 * Results are read from cell.results (slot i: 8 bytes at results + 8 i) in their types.
 * `blocks`: the import takes fp as an additional first argument and returns an i32: 0 go on; anything else: suspend (the runtime has set
 * cell.status), and go on behind this statement when resumed. Such natives have no results but what they write to the frame by offset or to
 * the goroutine's `ok` field. `direct`: the only result (i32 or f64) is the import's return value.
 */
export interface Native {
  readonly name: string;
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
  readonly blocks: boolean;
  readonly direct: boolean;
}

/** Arguments a and b are i64. */
export const PanicCode = {
  nil: 1, // invalid memory address or nil pointer dereference
  index: 2, // a: index, b: length
  sliceAlen: 3, // s[:a] with length b (arrays, strings)
  sliceAcap: 4, // s[:a] with capacity b
  sliceB: 5, // s[a:b] with a > b
  slice3Alen: 6,
  slice3Acap: 7,
  slice3B: 8,
  slice3C: 9,
  divide: 10,
  shift: 11, // negative shift amount
  makeSliceLen: 12,
  makeSliceCap: 13,
  makeChan: 14,
  nilMap: 15,
  assertion: 16, // a: type id of the value (0 nil) | id of the static interface type << 32, b: type id wanted (an interface: a method is missing)
  uncomparable: 17, // a: type id
  unhashable: 18, // a: type id
  sliceToArray: 19, // a: length, b: wanted
  nilFuncGo: 20, // go of nil func value
  unreachable: 21,
  // raised by natives
  sendClosed: 22,
  closeClosed: 23,
  closeNil: 24,
  nilPanic: 25, // panic(nil)
  wrapper: 27, // a: address and b: length of the whole text, for a nil pointer where a method needs the value
  rangeState: 26, // a function goes on calling the body of a loop over it. a: 2 the loop is over, 3 its body panicked, 4 that panic was swallowed, else: the body returned false
} as const;
/** Added to the code if argument a is unsigned. */
export const unsignedIndex = 64;
export type PanicCode = (typeof PanicCode)[keyof typeof PanicCode];

// ---- Functions and programs ------------------------------------------------------------------------------------

/**
 * Where a goroutine that could go on can be stopped: only where it synchronises with others (`syncPoint` in natives.ts), at every statement, or also at
 * every access to memory that others may know. The code differs.
 */
export type Granularity = 'sync' | 'statement' | 'access';

/** The same in every program it is part of: whatever differs is a symbol. */
export interface Func {
  /** As in dumps: "main.worker", "main.(*counter).inc", "main.main.func1". */
  readonly name: string;
  readonly sig: FuncSig;
  /** All locals, then indexed by LocalId. */
  readonly locals: readonly Local[];
  readonly slots: readonly MemSlot[];
  /** Where parameter i and result i live. */
  readonly params: readonly Exclude<Dest, undefined>[];
  readonly results: readonly Exclude<Dest, undefined>[];
  /** Local that receives the closure pointer, if the function uses it. */
  readonly closure: LocalId | undefined;
  readonly body: readonly Stmt[];
  /** Library code: no marks. */
  readonly library: boolean;
  /** It calls recover(), or is a wrapper with a transparent call. */
  readonly usesRecover: boolean;
  /** Wrappers, thunks: not shown in stacks. */
  readonly hidden: boolean;
  /** The list of deferred calls, in functions with a deferPoint: the local holds the newest record, or (boxed) the address of a word that does. A record is the address of the next and a closure. */
  readonly defers: { readonly local: LocalId; readonly boxed: boolean } | undefined;
  /** Variables for inspection. */
  readonly vars: readonly DebugVar[];
  /** Site of the declaration. */
  readonly site: number;
}

/** A variable of the source. `type` is a runtime type id; until the program is put together, the symbol whose value it is. */
export interface DebugVar {
  readonly name: string;
  readonly type: number;
  /** scalars: its parts in order of layout; memory: in the frame; boxed: the local holds the address of the variable on the heap; captured: at `offset` in the closure object, perhaps as an address (`boxed`). */
  readonly at:
    | { readonly k: 'scalars'; readonly locals: readonly LocalId[] }
    | { readonly k: 'slot'; readonly slot: SlotId }
    | { readonly k: 'boxed'; readonly local: LocalId }
    | { readonly k: 'captured'; readonly offset: number; readonly boxed: boolean };
  /** Where it is in scope: from behind the statement with its name, which stands here (columns in bytes), to the end of a line. */
  readonly fromLine: number;
  readonly fromColumn: number;
  readonly toLine: number;
  readonly param: boolean;
  /** Of a captured variable: where it, or (boxed) its address, lies in the closure object. */
  readonly inClosure?: { readonly offset: number; readonly boxed: boolean };
  /** The variable is a pointer, and what it points to is there instead of it: in memory of the frame, or in one local. */
  readonly pointee?: true;
}

/** How a type lies in memory: what allocator, collector and copies need. */
export interface Layout { readonly size: number; readonly align: number; /** Byte offsets of heap addresses, ascending. */ readonly refs: readonly number[] }

export type RuntimeKind =
  | 'bool' | 'int' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr' | 'float32' | 'float64'
  | 'complex64' | 'complex128' | 'string' | 'unsafe.Pointer' | 'pointer' | 'slice' | 'array' | 'map' | 'chan' | 'struct' | 'func' | 'interface';

/**
 * A type at run time; its id is the index in Program.types (0: none, the type of a nil interface). Interfaces hold (id, data): data is the
 * value itself for pointer-shaped types (pointer, map, chan, func, unsafe.Pointer), else the address of a copy on the heap (or in static data).
 */
export interface RuntimeType {
  readonly id: number;
  readonly kind: RuntimeKind;
  /** As %T prints it: "main.job", "[]int", "*sync.Mutex". */
  readonly name: string;
  /** "job" for defined types, else "". */
  readonly defined: string;
  readonly pkgPath: string;
  readonly layout: Layout;
  readonly comparable: boolean;
  readonly elem: number;
  readonly key: number;
  readonly length: number;
  readonly chanDir: 'both' | 'send' | 'recv';
  readonly fields: readonly { readonly name: string; readonly type: number; readonly offset: number; readonly embedded: boolean; readonly exported: boolean; readonly tag: string }[];
  /** Methods of the type's method set by selector key ("Error() string"), for assertions to interfaces; for interface types: those required. */
  readonly methods: readonly string[];
  readonly params: readonly number[];
  readonly results: readonly number[];
  readonly variadic: boolean;
}

export interface Program {
  /** Index = FuncId. */
  readonly funcs: readonly Func[];
  /** By FuncId, then by SymbolId. */
  readonly values: readonly Int32Array[];
  readonly types: readonly RuntimeType[];
  /** Bytes at staticBase. Addresses in it are plain constants in the code. */
  readonly data: Uint8Array;
  readonly globals: { readonly size: number; readonly refs: readonly number[]; readonly vars: readonly { readonly name: string; readonly type: number; readonly offset: number }[] };
  /** dispatch[selector][type id]: FuncId + 1, or 0. Rows may be shorter than the type table. */
  readonly dispatch: readonly (readonly number[])[];
  readonly sites: readonly Site[];
  /** Layouts by number, as given to the allocator natives. */
  readonly layouts: readonly Layout[];
  /** Runs package initialisation in order, then main.main. No parameters, no results. */
  readonly entry: FuncId;
  /** runtime.raise(code int, a, b int64): makes the runtime.Error of a PanicCode and panics with it. */
  readonly raise: FuncId;
  /** runtime.gopanic(): makes the deferred calls of a goroutine that panics, on top of its stack; see its Go source. */
  readonly gopanic: FuncId;
}
