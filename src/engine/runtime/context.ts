/** What every part of the runtime works on. Nothing here changes during a run but the memory behind `mem`, and the recorder by attaching. */
import type { Func, Program, RuntimeType } from '../ir/ir.ts';
import { cell, Status } from '../memory/cells.ts';
import { log } from '../memory/log.ts';
import type { Collector } from '../memory/collector.ts';
import type { Heap } from '../memory/heap.ts';
import type { Memory } from '../memory/memory.ts';
import { must } from '../../base/assert.ts';
import type { Kind } from '../trace/events.ts';
import { Packed } from '../trace/packed.ts';
import type { Recorder } from '../trace/recorder.ts';
import type { FrameLayouts, RuntimeOptions } from './index.ts';
import type { Scheduler } from './scheduler.ts';
import { record } from './state.ts';
import type { TypeShapes } from './typeShapes.ts';

export class Context {
  readonly program: Program;
  readonly frames: FrameLayouts;
  readonly mem: Memory;
  readonly heap: Heap;
  readonly collector: Collector;
  readonly shapes: TypeShapes;
  readonly mutableBase: number;
  readonly options: RuntimeOptions;
  readonly scheduler: Scheduler;
  readonly recorder: Recorder | undefined;
  /** Address of the log, 0 if there is none. */
  readonly #log: number;

  constructor(parts: Pick<Context, 'program' | 'frames' | 'mem' | 'heap' | 'collector' | 'shapes' | 'mutableBase' | 'options'>) {
    this.program = parts.program;
    this.frames = parts.frames;
    this.mem = parts.mem;
    this.heap = parts.heap;
    this.collector = parts.collector;
    this.shapes = parts.shapes;
    this.mutableBase = parts.mutableBase;
    this.options = parts.options;
    this.scheduler = parts.options.scheduler;
    this.recorder = parts.options.recorder;
    this.#log = parts.options.log;
    if (this.#log !== 0 && this.recorder !== undefined) this.#emptyLog();
  }

  type(id: number): RuntimeType {
    return must(this.program.types[id], 'runtime type');
  }

  func(id: number): Func {
    return must(this.program.funcs[id], 'function');
  }

  /** The goroutine that runs, 0 in the scheduler. */
  get g(): number {
    return this.mem.i32(cell.g);
  }

  /** Number of the goroutine that runs; 0 for hidden ones and in the scheduler. */
  get gid(): number {
    const g = this.mem.i32(cell.g);
    return g === 0 ? 0 : this.mem.i32(g + record.id);
  }

  /** Site of the statement being executed, as far as it is known. */
  get site(): number {
    const { mem } = this;
    if (this.#log === 0 || mem.i32(cell.g) === 0) return 0;
    return mem.i32(mem.i32(this.#log + log.statements) === 1 ? this.#log + log.where + mem.i32(cell.fuel) * 4 : cell.site);
  }

  /** Only where there is a recorder. */
  emit(kind: Kind, g: number, a = 0, b = 0, c = 0, d = 0): void {
    if (this.recorder === undefined) return;
    this.drainEvents();
    this.recorder.event(kind, this.options.steps(), g, a, b, c, d);
  }

  /** Takes the events noted in the log to the recorder. */
  drainEvents(): void {
    if (this.#log === 0 || this.recorder === undefined) return;
    const { mem } = this;
    const count = mem.i32(this.#log + log.count);
    if (count === 0) return;
    this.recorder.events(mem.bytes.subarray(this.#log + log.events, mem.i32(this.#log + log.next)), count);
    this.#emptyLog();
  }

  #emptyLog(): void {
    const { mem } = this;
    mem.setU8(this.#log + log.events, Packed.reset);
    mem.setI32(this.#log + log.next, this.#log + log.events + 1);
    mem.setI32(this.#log + log.step, 0);
    mem.setI32(this.#log + log.count, 0);
  }

  /** Index in the recording's string table; 0 without a recorder. */
  string(text: string): number {
    return this.recorder === undefined ? 0 : this.recorder.string(text);
  }

  /** The same for the text of a value, of which only so many are kept. */
  valueText(text: () => string): number {
    if (this.recorder === undefined) return 0;
    return this.recorder.string(this.recorder.full ? '…' : text());
  }

  /** A run-time error in the frame that called the native: the machine calls runtime.raise. The result is the native's. */
  raise(code: number, a = 0): number {
    const { mem } = this;
    mem.setI32(cell.panicCode, code);
    mem.setLong(cell.panicA, a);
    mem.setLong(cell.panicB, 0);
    mem.setI32(cell.status, Status.raise);
    return 1;
  }

  /** Stores result number `slot` of a native. */
  result(slot: number, value: number): void {
    this.mem.setI32(cell.results + slot * 8, value);
  }
}
