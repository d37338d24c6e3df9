/**
 * A runtime without generated code, for tests: goroutines are generators that call the natives and yield when one suspends them.
 *
 *   const m = new Scripted();
 *   m.go(function* (fp) { yield* m.send(fp, c, 1); });
 *   m.run();
 */
import { must } from '../../../base/assert.ts';
import type { Func, Layout, Program, RuntimeKind, RuntimeType } from '../../ir/ir.ts';
import { cell, goroutine } from '../../memory/cells.ts';
import { schedulerOf } from '../../schedule/index.ts';
import type { Recorder } from '../../trace/recorder.ts';
import type { Runtime } from '../index.ts';
import { createRuntime } from '../runtime.ts';

export type Body = Generator<void, void, void>;

/** The frame of every scripted function: header, closure, eight slots. */
const frameSize = 80;
const slot = (i: number): number => 16 + i * 8;

export function layout(size: number, refs: readonly number[] = [], align = Math.min(8, size || 1)): Layout {
  return { size, align, refs };
}

const kinds: Partial<Record<RuntimeKind, Layout>> = {
  bool: layout(1),
  int: layout(8),
  int8: layout(1),
  int16: layout(2),
  int32: layout(4),
  uint8: layout(1),
  float64: layout(8),
  float32: layout(4),
  string: layout(8, [0], 4),
  interface: layout(8, [4], 4),
  pointer: layout(4, [0]),
  chan: layout(4, [0]),
  map: layout(4, [0]),
  func: layout(4, [0]),
  slice: layout(12, [0], 4),
};

export function runtimeType(id: number, kind: RuntimeKind, more: Partial<RuntimeType> = {}): RuntimeType {
  return {
    id,
    kind,
    name: kind,
    defined: '',
    pkgPath: '',
    layout: kinds[kind] ?? layout(0),
    comparable: kind !== 'slice' && kind !== 'map' && kind !== 'func',
    elem: 0,
    key: 0,
    length: 0,
    chanDir: 'both',
    fields: [],
    methods: [],
    params: [],
    results: [],
    variadic: false,
    ...more,
  };
}

/** Type ids of every scripted program; more may follow. */
export const T = {
  int: 1,
  chanInt: 2,
  string: 3,
  chanString: 4,
  any: 5,
  float64: 6,
  mapIntInt: 7,
  mapStringInt: 8,
  mapAnyInt: 9,
  slice: 10,
  bool: 11,
  pointer: 12,
  mapFloatInt: 13,
} as const;

function baseTypes(): RuntimeType[] {
  return [
    runtimeType(0, 'interface'),
    runtimeType(T.int, 'int'),
    runtimeType(T.chanInt, 'chan', { elem: T.int }),
    runtimeType(T.string, 'string'),
    runtimeType(T.chanString, 'chan', { elem: T.string }),
    runtimeType(T.any, 'interface'),
    runtimeType(T.float64, 'float64'),
    runtimeType(T.mapIntInt, 'map', { key: T.int, elem: T.int }),
    runtimeType(T.mapStringInt, 'map', { key: T.string, elem: T.int }),
    runtimeType(T.mapAnyInt, 'map', { key: T.any, elem: T.int }),
    runtimeType(T.slice, 'slice', { elem: T.int }),
    runtimeType(T.bool, 'bool'),
    runtimeType(T.pointer, 'pointer', { elem: T.int }),
    runtimeType(T.mapFloatInt, 'map', { key: T.float64, elem: T.int }),
  ];
}

function emptyFunc(name: string): Func {
  return {
    name,
    sig: { params: [], results: [] },
    locals: [],
    slots: [],
    params: [],
    results: [],
    closure: undefined,
    body: [],
    library: false,
    usesRecover: false,
    hidden: false,
    defers: undefined,
    vars: [],
    site: 0,
  };
}

export interface ScriptedOptions {
  readonly schedule?: string;
  readonly recorder?: Recorder;
  readonly types?: readonly RuntimeType[];
  readonly layouts?: readonly Layout[];
  readonly maxMemory?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array;
  /** Frame slots that the collector takes for addresses. */
  readonly refs?: readonly number[];
}

export class Scripted {
  readonly runtime: Runtime;
  readonly program: Program;
  readonly memory: WebAssembly.Memory;
  output = '';
  steps = 0;
  private readonly bodies = new Map<number, Body>();
  private view: DataView;

  constructor(options: ScriptedOptions = {}) {
    const types = [...baseTypes(), ...(options.types ?? [])];
    this.program = {
      funcs: [emptyFunc('main.main'), emptyFunc('main.worker')],
      values: [new Int32Array(), new Int32Array()],
      types,
      data: new Uint8Array(),
      globals: { size: 64, refs: [0, 4, 8, 12], vars: [] },
      dispatch: [],
      sites: [],
      layouts: [...(options.layouts ?? [layout(8)])],
      entry: 0,
      raise: 0,
      gopanic: 0,
    };
    this.memory = new WebAssembly.Memory({ initial: 2, maximum: 16384 });
    this.view = new DataView(this.memory.buffer);
    const scheduler = schedulerOf(options.schedule ?? 'go');
    if ('error' in scheduler) throw new Error(scheduler.error);
    const decoder = new TextDecoder();
    this.runtime = createRuntime(
      this.program,
      { size: () => frameSize, refs: () => (options.refs ?? []).map(slot), roots: () => (options.refs ?? []).map(slot), defers: () => undefined },
      this.memory,
      1024,
      1024 + 64,
      {
        scheduler,
        recorder: options.recorder,
        traced: true,
        args: ['main'],
        stdin: options.stdin ?? new Uint8Array(),
        env: options.env ?? {},
        maxMemory: options.maxMemory ?? 64 << 20,
        maxOutput: 1 << 20,
        onOutput: (_fd, bytes) => (this.output += decoder.decode(bytes.slice())),
        steps: () => this.steps,
        caller: () => 0,
        codeAt: () => undefined,
        stack: () => '',
        log: 0,
      },
    );
  }

  // ---- memory

  private get data(): DataView {
    if (this.view.buffer.byteLength !== this.memory.buffer.byteLength) this.view = new DataView(this.memory.buffer);
    return this.view;
  }
  word(address: number): number {
    return this.data.getInt32(address, true);
  }
  setWord(address: number, value: number): void {
    this.data.setInt32(address, value, true);
  }
  double(address: number): number {
    return this.data.getFloat64(address, true);
  }
  setDouble(address: number, value: number): void {
    this.data.setFloat64(address, value, true);
  }
  result(i: number): number {
    return this.word(cell.results + 8 * i);
  }

  native(name: string, ...args: number[]): number {
    return (must(this.runtime.imports[name], name)(...args) ?? 0) as number;
  }

  /** A string of the program, as (address, length). */
  text(value: string): [number, number] {
    const bytes = new TextEncoder().encode(value);
    const address = this.native('rt.newArray', 0, Math.ceil((bytes.length + 1) / 8));
    new Uint8Array(this.memory.buffer).set(bytes, address);
    return [address, bytes.length];
  }
  textOf(address: number, length: number): string {
    return new TextDecoder().decode(new Uint8Array(this.memory.buffer, address, length).slice());
  }

  // ---- goroutines

  get g(): number {
    return this.word(cell.g);
  }
  get id(): number {
    return this.word(this.g + goroutine.id);
  }

  /** Goroutine 1. */
  main(body: (fp: number) => Body): void {
    this.runtime.start();
    this.bodies.set(1, this.begin(1, body));
  }

  /** Returns the number of the new goroutine. */
  go(body: (fp: number) => Body): number {
    const fp = this.native('rt.spawn', 1, 0, 0);
    this.native('rt.spawned');
    const id = must(
      this.runtime
        .goroutines()
        .map((g) => this.word(g + goroutine.id))
        .at(-1),
      'goroutine',
    );
    this.bodies.set(id, this.begin(id, body, fp));
    return id;
  }

  private *begin(id: number, body: (fp: number) => Body, fp?: number): Body {
    const g = must(
      this.runtime.goroutines().find((address) => this.word(address + goroutine.id) === id),
      'goroutine',
    );
    yield* body(fp ?? this.word(g + goroutine.fp));
  }

  /** Runs until nobody can; returns how it ended. */
  run(most = 1_000_000): 'done' | 'stuck' | 'raised' {
    for (let turn = 0; turn < most; turn++) {
      const g = this.runtime.pickNext();
      if (g === 0) return 'stuck';
      const id = this.word(g + goroutine.id);
      const body = must(this.bodies.get(id), `body of goroutine ${id}`);
      this.steps++;
      if (body.next().done === true) {
        this.bodies.delete(id);
        this.runtime.ended();
        if (id === 1) return 'done';
      } else if (this.word(cell.status) === 2) return 'raised';
      this.runtime.ran(1);
    }
    throw new Error('no end');
  }

  // ---- natives that may suspend

  *blocking(name: string, ...args: number[]): Body {
    if (this.native(name, ...args) !== 0) yield;
  }
  *send(fp: number, c: number, value: number): Body {
    this.setDouble(fp + slot(0), 0);
    this.setWord(fp + slot(0), value);
    yield* this.blocking('rt.chanSend', fp, c, slot(0));
  }
  /** The value goes to `into`; undefined if the channel is closed. */
  *receive(fp: number, c: number, into: (value: number | undefined) => void): Body {
    const g = this.g;
    yield* this.blocking('rt.chanRecv', fp, c, slot(1));
    into(this.word(g + goroutine.ok) === 1 ? this.word(fp + slot(1)) : undefined);
  }
  *close(fp: number, c: number): Body {
    yield* this.blocking('rt.chanClose', fp, c);
  }
  *sleep(fp: number, nanos: number): Body {
    yield* this.blocking('internal/rt.Sleep', fp, nanos | 0, Math.floor(nanos / 2 ** 32));
  }
  *gosched(fp: number): Body {
    yield* this.blocking('internal/rt.Gosched', fp);
  }
  /** Cases: [channel, value to send or undefined]; the chosen index goes to `into`, -1 for default, with what was received. */
  *select(
    fp: number,
    cases: readonly (readonly [number, number?])[],
    hasDefault: boolean,
    into: (index: number, value: number | undefined) => void,
  ): Body {
    const g = this.g;
    const at = this.native('rt.newArray', 0, cases.length * 3 + 1) - fp;
    cases.forEach(([c, value], i) => {
      this.setWord(fp + at + i * 16, c);
      this.setWord(fp + at + i * 16 + 4, value === undefined ? 0 : 1);
      this.setWord(fp + at + i * 16 + 8, at + cases.length * 16 + i * 8);
      if (value !== undefined) this.setWord(fp + at + cases.length * 16 + i * 8, value);
    });
    yield* this.blocking('rt.select', fp, at, cases.length, hasDefault ? 1 : 0, slot(2), 0);
    const index = this.word(fp + slot(2));
    const received = index >= 0 && cases[index]?.[1] === undefined && this.word(g + goroutine.ok) === 1;
    into(index, received ? this.word(fp + at + cases.length * 16 + index * 8) : undefined);
  }
  chan(capacity = 0, type: number = T.chanInt): number {
    return this.native('rt.makeChan', type, capacity, 0);
  }
}
