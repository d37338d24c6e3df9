/**
 * A running program: instance, memory, runtime, and what the kernel's run loop (wasm/kernel/loop.ts) leaves to it.
 *
 * Invariants:
 *  - Between calls of `advance` every goroutine is suspended: all its frames are in memory, and goroutine.fp is its innermost frame.
 *  - Statements executed = cell.granted - cell.fuel, at any time, also inside natives: `granted` is what they would be if the fuel handed out were used up.
 *  - A statement executed at a given count is the same at any slice length: slices only decide when `advance` looks up.
 */
import { bug, must } from '../../base/assert.ts';
import { cell, goroutine, stackReserve, staticBase, Status } from '../memory/cells.ts';
import { log, longestNoted, longestStretch, type Notes } from '../memory/log.ts';
import { copyPages, type PagedCopy, writePages } from '../memory/pages.ts';
import { at } from '../memory/state.ts';
import { type FrameLayouts, MemoryExhausted, type Runtime } from '../runtime/index.ts';
import type { Scheduler } from '../runtime/scheduler.ts';
import { createRuntime } from '../runtime/runtime.ts';
import { type Recorder, recordedStatements } from '../trace/recorder.ts';
import { callPrefix } from '../wasm/frame.ts';
import { Enter, Leave } from '../wasm/kernel/loop.ts';
import { rootsIn } from './frameRoots.ts';
import type { Executable } from './program.ts';
import { callerAt, codeAt, depthOf, frameFunc, type Stack, tracebackText, walkStack } from './stack.ts';

export interface MachineOptions {
  readonly scheduler: Scheduler;
  readonly recorder: Recorder | undefined;
  readonly args: readonly string[];
  readonly stdin: Uint8Array;
  readonly env: Readonly<Record<string, string>>;
  /** Bytes. */
  readonly maxMemory: number;
  readonly maxOutput: number;
  onOutput(fd: number, bytes: Uint8Array): void;
}

/** How a run ended, before it is explained. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'panic'; readonly text: string }
  /** The note stands before the error. */
  | { readonly kind: 'fatal'; readonly text: string; readonly note?: string }
  | { readonly kind: 'deadlock'; readonly mainExited: boolean }
  | { readonly kind: 'memory' }
  | { readonly kind: 'output' };

/** Everything needed to go on from here in another machine of the same executable. */
export interface Checkpoint {
  readonly steps: number;
  /** Cells below staticBase. */
  readonly cells: Int32Array;
  /** Everything from mutableBase to the end of what is in use. */
  readonly rest: PagedCopy;
}

/** Who wants to know goroutines and sites of the statements executed. */
type StatementSink = Pick<Recorder, 'statements'>;

/** The kernel's run loop. */
type Drive = (statements: number, enter: number) => number;

const pageSize = 1 << 16;

export class Machine {
  readonly executable: Executable;
  readonly memory: WebAssembly.Memory;
  readonly runtime: Runtime;
  readonly #imports: WebAssembly.Imports;
  readonly #drives = new Map<Notes, Drive>();
  readonly #options: MachineOptions;
  // What every stretch asks for is kept here: objects of options have as many shapes as there are callers, and engines compile for few.
  readonly #recorder: Recorder | undefined;
  readonly #traced: boolean;
  #words: Int32Array;
  #doubles: Float64Array;
  #ending: Ending | undefined;
  /** Texts of the values of unrecovered panics, as far as runtime.gopanic has given them, the newest first. */
  #panicTexts: string[] = [];
  /** Goroutine and site of a single statement. */
  readonly #last = new Int32Array(2);

  constructor(executable: Executable, options: MachineOptions) {
    const { code, program } = executable;
    this.executable = executable;
    this.#options = options;
    this.#recorder = options.recorder;
    this.#traced = executable.traced;
    const initial = Math.max(4, Math.ceil((code.heapBase + pageSize) / pageSize));
    this.memory = new WebAssembly.Memory({ initial, maximum: Math.max(initial, Math.ceil(options.maxMemory / pageSize)) });
    this.#words = new Int32Array(this.memory.buffer);
    this.#doubles = new Float64Array(this.memory.buffer);
    new Uint8Array(this.memory.buffer).set(code.staticData, staticBase);
    const frames: FrameLayouts = { size: (id) => this.#frame(id).size, refs: (id) => this.#frame(id).refs, roots: (header, exact) => rootsIn(executable, header, exact), defers: (id) => this.#code(id).defers };
    this.runtime = createRuntime(program, frames, this.memory, code.mutableBase, code.heapBase, {
      ...options,
      traced: executable.traced,
      log: code.log,
      steps: () => this.steps,
      caller: (g, skip) => callerAt(this.executable, this.#view(), this.#word(g + goroutine.fp), skip),
      codeAt: (pc) => codeAt(this.executable, pc),
      stack: (g, all) => (all ? this.dump() : this.#goroutineDump(g, 'running')),
    });
    const imports = { ...this.runtime.imports, 'runtime.setPanicText': (at: number, length: number) => this.#panicTexts.push(this.#text(at, length)) };
    this.#imports = { env: { memory: this.memory }, rt: imports as WebAssembly.ModuleImports };
    this.runtime.start();
  }

  /** Statements executed so far. */
  get steps(): number {
    return this.#granted - this.#word(cell.fuel);
  }

  get ending(): Ending | undefined {
    return this.#ending;
  }

  /** A goroutine that is in the middle of being reported dead cannot be copied. */
  get canCheckpoint(): boolean {
    return this.#ending === undefined && this.#panicTexts.length === 0;
  }

  /** Number of the goroutine that executed the last statement; 0 before the first. */
  get lastGoroutine(): number {
    return this.#word(cell.lastGoroutine);
  }

  /** The 32-bit word at an address of the linear memory. */
  word(address: number): number {
    return this.#word(address);
  }

  /** The memory as words. A view is empty once the memory has grown, which any call of generated code or of the runtime may do. */
  #view(): Int32Array {
    if (this.#words.length === 0) this.#refresh();
    return this.#words;
  }

  #refresh(): void {
    this.#words = new Int32Array(this.memory.buffer);
    this.#doubles = new Float64Array(this.memory.buffer);
  }

  get #granted(): number {
    if (this.#doubles.length === 0) this.#refresh();
    return this.#doubles[cell.granted >> 3] as number;
  }

  #word(address: number): number {
    return this.#view()[address >> 2] as number;
  }

  #store(address: number, value: number): void {
    this.#view()[address >> 2] = value;
  }

  #code(id: number) {
    return must(this.executable.code.functions[id], 'function');
  }

  #frame(id: number) {
    return this.#code(id).frame;
  }

  #text(at: number, length: number): string {
    return new TextDecoder().decode(new Uint8Array(this.memory.buffer, at, length).slice());
  }

  // ---- The run loop

  /** Executes up to `statements` statements, fewer if the program ends. They are told to `sink`, or those recorded one by one to the recorder. */
  advance(statements: number, sink?: StatementSink): void {
    const goal = this.steps + statements;
    while (this.#ending === undefined && this.#granted < goal) {
      const rest = goal - this.#granted;
      const early = recordedStatements - this.#granted;
      if (!this.#traced) this.#stretch('nothing', Math.min(rest, longestStretch));
      else if (sink === undefined && early <= 0) this.#stretch('events', Math.min(rest, longestStretch));
      else if (rest === 1) this.#single(sink ?? this.#recorder);
      else this.#noted(Math.min(rest, sink ? Infinity : early), sink ?? this.#recorder);
    }
  }

  /** Before the first statement: whoever executes it stands before it, as at any other step. */
  settle(): void {
    if (this.#ending === undefined) this.#noted(0, undefined);
  }

  /** One statement: the code for events keeps what is to be said of it. */
  #single(sink: StatementSink | undefined): void {
    if (this.#stretch('events', 1) > 0) return;
    this.#last[0] = this.#word(cell.lastGoroutine);
    this.#last[1] = this.#word(cell.site);
    sink?.statements(this.#last, 0, 1, 1);
  }

  /** Where statements are noted a time slice does not end within a stretch. */
  #noted(most: number, sink: StatementSink | undefined): void {
    const quantum = this.#word(at.quantum);
    const length = Math.min(most, longestNoted, this.#word(cell.g) !== 0 && quantum > 0 ? quantum : Infinity);
    const { log: base } = this.executable.code;
    this.#store(base + log.statements, 1);
    this.#store(base + log.where + 4 * length, this.#word(cell.site));
    const left = this.#stretch('statements', length);
    const words = this.#view();
    this.#store(base + log.statements, 0);
    this.#store(cell.site, words[(base + log.where + 4 * left) >> 2] as number);
    sink?.statements(words, ((base + log.who) >> 2) + left, ((base + log.where) >> 2) + left, length - left);
  }

  /**
   * Executes so many statements in one go: at most longestStretch, because the run loop is compiled as it was when it was entered. How many are left, if
   * the time slice or the program has ended.
   */
  #stretch(notes: Notes, length: number): number {
    const drive = this.#drive(notes);
    const end = this.#granted + length;
    try {
      let enter: number = Enter.fresh;
      while (this.#ending === undefined) {
        const why = drive(end - this.#granted, enter);
        if (why === Leave.over) break;
        enter = this.#attend(why);
        if (this.#ending !== undefined && enter === Enter.endTurn) drive(0, Enter.stop);
      }
    } catch (error) {
      if (!(error instanceof MemoryExhausted)) throw error;
      drive(0, Enter.stop);
      this.#ending = { kind: 'memory' };
    }
    this.runtime.drainEvents();
    return end - this.#granted;
  }

  /** The run loop of the code that notes this much. All of them work on one memory. */
  #drive(notes: Notes): Drive {
    let drive = this.#drives.get(notes);
    if (!drive) {
      drive = new WebAssembly.Instance(this.executable.module(notes), this.#imports).exports['drive'] as Drive;
      this.#drives.set(notes, drive);
    }
    return drive;
  }

  /** Does what the run loop has come back for, and says how to go on. */
  #attend(why: number): number {
    switch (why) {
      case Leave.pick:
        if (this.runtime.pickNext() === 0) this.#ending = { kind: 'deadlock', mainExited: this.runtime.mainExited() };
        return Enter.fresh;
      case Leave.status:
      case Leave.returned:
        return this.#inTurn(why);
      case Leave.attention:
        this.#lookUp();
        return Enter.fresh;
      default:
        return bug(`the run loop came back for ${why}`);
    }
  }

  /** A goroutine is suspended in the middle of its turn. */
  #inTurn(why: number): number {
    const g = this.#word(cell.g);
    const from = this.#word(cell.fp);
    const fp = why === Leave.returned ? this.#ended(g) : this.#suspended(g, from, this.#word(cell.status));
    if (fp === 0) return Enter.endTurn;
    this.#store(g + goroutine.fp, fp);
    return Enter.goOn;
  }

  /** Between two turns, after something has asked for it. */
  #lookUp(): void {
    if (this.runtime.outputExceeded()) this.#ending = { kind: 'output' };
    // Only where a run at any slice length would look up too, so that addresses do not depend on it.
    const settled = this.#word(cell.g) === 0 || this.#word(cell.status) === Status.poll;
    if (settled && this.runtime.wantsCollection()) this.runtime.collect();
  }

  /** What to do about a suspension: the frame to go on with at once, or 0 to look up. */
  #suspended(g: number, fp: number, status: number): number {
    switch (status) {
      case Status.poll:
        return 0;
      case Status.settle:
        return fp;
      case Status.raise:
        return this.#pushRaise(fp);
      case Status.stack:
        return this.#moreStack(g, fp);
      case Status.panic:
      case Status.goexit:
        return this.#pushGopanic(g, fp);
      case Status.recovered:
        return this.#recovered(g);
      case Status.unrecovered:
        return this.#unrecovered(g);
      case Status.exit: {
        const text = this.runtime.fatalText();
        this.#ending = text === undefined ? { kind: 'exit', code: this.runtime.exitCode() } : { kind: 'fatal', text };
        return 0;
      }
      default:
        return bug(`unknown status ${status}`);
    }
  }

  /** A goroutine's last frame has returned. */
  #ended(g: number): number {
    const main = this.#word(g + goroutine.id) === 1;
    this.runtime.ended();
    if (main) this.#ending = { kind: 'exit', code: 0 };
    return 0;
  }

  /** The error is made and thrown by Go code, in a frame on top of the one it happened in. */
  #pushRaise(fp: number): number {
    const { raise } = this.executable.program;
    const at = this.#push(fp, raise);
    const { params } = callPrefix(must(this.executable.program.funcs[raise], 'raise').sig);
    const [code, a, b] = params as [number, number, number];
    this.#store(at + code, this.#word(cell.panicCode));
    this.#store(at + code + 4, 0);
    for (const [offset, from] of [[a, cell.panicA], [b, cell.panicB]] as const) {
      this.#store(at + offset, this.#word(from));
      this.#store(at + offset + 4, this.#word(from + 4));
    }
    return at;
  }

  /** A new frame on top of the one at fp, ready to be entered. Every stack has room for its first words. */
  #push(fp: number, func: number): number {
    const { size } = this.#frame(frameFunc(this.#word(fp)));
    this.#store(fp + size, func << 16);
    this.#store(fp + size + 4, size);
    return fp + size;
  }

  #moreStack(g: number, fp: number): number {
    const { need } = this.#frame(frameFunc(this.#word(fp)));
    if (fp + need <= this.#word(g + goroutine.stackEnd) - stackReserve) return fp;
    const moved = this.runtime.growStack(g, need + stackReserve);
    if (moved === 0) this.#ending = { kind: 'fatal', text: 'stack overflow', note: `runtime: goroutine stack exceeds ${this.#options.maxMemory / 4}-byte limit` };
    return moved;
  }

  // ---- Panics

  #pushGopanic(g: number, fp: number): number {
    const at = this.#push(fp, this.executable.program.gopanic);
    this.runtime.setPanicFrame(g, at);
    return at;
  }

  /** What lies further in than the frame whose deferred call has recovered is gone. */
  #recovered(g: number): number {
    const fp = this.#word(cell.panicA);
    if (this.#word(cell.panicB) !== 0) return this.#pushGopanic(g, fp);
    const id = frameFunc(this.#word(fp));
    this.#store(fp, (id << 16) | this.#code(id).deferPoint);
    return fp;
  }

  #unrecovered(g: number): number {
    // A Goexit called while a panic went on has ended that panic as well.
    if (this.runtime.panics(g).at(-1)?.goexit !== false) this.runtime.ended();
    else this.#ending = { kind: 'panic', text: `${this.runtime.panicReport(g, this.#panicTexts.toReversed())}\n${this.#goroutineDump(g, 'running')}` };
    return 0;
  }

  // ---- Looking at goroutines

  /** Frames of a suspended goroutine. */
  stack(g: number): Stack {
    return walkStack(this.executable, this.#view(), this.#word(g + goroutine.fp));
  }

  /** Address of the goroutine with this number; undefined if there is none. */
  goroutine(id: number): number | undefined {
    return this.runtime.goroutines().find((g) => this.#word(g + goroutine.id) === id);
  }

  /** Calls of the program's own functions that a suspended goroutine is in. */
  depth(g: number): number {
    return depthOf(this.executable, this.#view(), this.#word(g + goroutine.fp));
  }

  #goroutineDump(g: number, state: string): string {
    return `goroutine ${this.#word(g + goroutine.id)} [${state}]:\n${tracebackText(this.stack(g))}`;
  }

  /** All goroutines as Go dumps them when a program dies. */
  dump(): string {
    return this.runtime
      .goroutines()
      .map((g) => this.#goroutineDump(g, this.runtime.stateWord(g)) + this.#createdBy(g))
      .join('\n');
  }

  #createdBy(g: number): string {
    const site = this.executable.program.sites[this.runtime.createdAt(g)];
    return site === undefined || this.#word(g + goroutine.id) === 1 ? '' : `created by ${site.func}\n\t${site.file}:${site.line}\n`;
  }

  // ---- Checkpoints

  /** It shares with `before`, an earlier one of this machine, what has not changed since. */
  checkpoint(before?: Checkpoint): Checkpoint {
    const words = this.#view();
    const rest = copyPages(words, this.executable.code.mutableBase >> 2, this.runtime.usedBytes() >> 2, before?.rest);
    return { steps: this.steps, cells: words.slice(0, staticBase >> 2), rest };
  }

  restore({ cells, rest }: Checkpoint): void {
    const begin = this.executable.code.mutableBase >> 2;
    const end = begin + rest.length;
    const missing = Math.ceil((end * 4 - this.memory.buffer.byteLength) / pageSize);
    if (missing > 0) this.memory.grow(missing);
    this.#refresh();
    const used = this.runtime.usedBytes() >> 2;
    this.#words.set(cells);
    writePages(this.#words, begin, rest);
    if (used > end) this.#words.fill(0, end, used);
    this.#ending = undefined;
    this.#panicTexts = [];
    this.runtime.restored();
  }

  get options(): MachineOptions {
    return this.#options;
  }
}
