/**
 * The WebAssembly module of a program.
 *
 * Imports: the linear memory and the natives that are used. Exports: `drive`, the kernel's run loop. Functions: imports, kernel, Go functions. The
 * function table has Go function id i at index i. Static data is not in the module: the machine writes it to the memory.
 */
import { bug, must } from '../../base/assert.ts';
import type { Func, Program, ValType } from '../ir/ir.ts';
import { staticBase } from '../memory/cells.ts';
import { log, type Notes } from '../memory/log.ts';
import { Bytes } from './bytes.ts';
import { functionType } from './emitter.ts';
import { type FunctionCode, generateFunction } from './function.ts';
import type { Import } from './imports.ts';
import { opcode, valTypeCode } from './instructions.ts';
import { type CodeLinks, link } from './patches.ts';
import { type KernelFunction, kernelFunctions, recordingImports, writeKernelFunction } from './kernel/kernel.ts';

export interface GeneratedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly functions: readonly FunctionCode[];
  readonly imports: readonly Import[];
  /** Bytes to write at staticBase: the program's data, the dispatch table, the table of frames. */
  readonly staticData: Uint8Array;
  /** Address of the log (memory/log.ts), 0 in code that is not recorded. */
  readonly log: number;
  /** Address of the global variables: everything from here on may change. */
  readonly mutableBase: number;
  /** First address of the heap. */
  readonly heapBase: number;
  /** Name of the function that is too large to be compiled, if any. */
  readonly tooLarge: string | undefined;
}

export interface GenerateOptions {
  readonly notes: Notes;
}

const exactType = { params: ['i32', 'i32', 'i32'], results: ['i32'] } as const satisfies Signature;

interface Signature {
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

function align(value: number, to: number): number {
  return (value + to - 1) & -to;
}

/** Where static data lies. */
interface StaticLayout {
  readonly dispatchBase: number;
  readonly dispatchRow: number;
  readonly frameTable: number;
  /** 0: there is none. */
  readonly log: number;
  readonly end: number;
}

function layoutStatic({ data, dispatch, funcs }: Program, recorded: boolean): StaticLayout {
  const dispatchBase = align(staticBase + data.length, 8);
  const dispatchRow = 2 * Math.max(1, ...dispatch.map((row) => row.length));
  const frameTable = align(dispatchBase + dispatchRow * dispatch.length, 8);
  const behind = align(frameTable + 8 * funcs.length, 16);
  return { dispatchBase, dispatchRow, frameTable, log: recorded ? behind : 0, end: recorded ? align(behind + log.size, 16) : behind };
}

/** Code made so far: that of the library's functions serves many programs. */
const generated: Record<Notes, WeakMap<Func, FunctionCode>> = { nothing: new WeakMap(), events: new WeakMap(), statements: new WeakMap() };

/** Undefined if the function is too large. */
function codeOf(program: Program, id: number, { notes }: GenerateOptions): FunctionCode | undefined {
  const func = must(program.funcs[id], 'function');
  const known = generated[notes];
  let code = known.get(func);
  if (!code) {
    const callee = (symbol: number): Func => must(program.funcs[must(program.values[id]?.[symbol], 'callee')], 'callee');
    code = generateFunction({ callee, notes }, func);
    if (code) known.set(func, code);
  }
  return code;
}

export function generateModule(program: Program, options: GenerateOptions): GeneratedModule {
  const functions: FunctionCode[] = [];
  for (const [id, { name }] of program.funcs.entries()) {
    const code = codeOf(program, id, options);
    if (!code) return { ...emptyModule, tooLarge: name };
    functions.push(code);
  }
  const layout = layoutStatic(program, options.notes !== 'nothing');
  return {
    ...assemble(program, layout, functions, options),
    functions,
    staticData: staticData(program, layout, functions),
    log: layout.log,
    mutableBase: layout.end,
    heapBase: align(layout.end + program.globals.size, 16),
    tooLarge: undefined,
  };
}

const emptyModule = { bytes: new Uint8Array(), functions: [], imports: [], staticData: new Uint8Array(), log: 0, mutableBase: 0, heapBase: 0 };

/** Those of all functions, in order of first use. */
function importsOf(functions: readonly FunctionCode[]): readonly Import[] {
  const found = new Map<string, Import>();
  for (const { imports } of functions) for (const wanted of imports) if (!found.has(wanted.name)) found.set(wanted.name, wanted);
  return [...found.values()];
}

/** The module's bytes and its imports. */
function assemble(program: Program, layout: StaticLayout, functions: readonly FunctionCode[], { notes }: GenerateOptions): Pick<GeneratedModule, 'bytes' | 'imports'> {
  const recorded = notes !== 'nothing';
  const imports = [...importsOf(functions), ...(recorded ? recordingImports : [])];
  const types = new TypeSection();
  if (types.index(exactType) !== functionType) bug('type of Go functions');
  const kernel = kernelFunctions(imports, recorded);
  const importIndices = new Map(imports.map(({ name }, i) => [name, i]));
  const kernelIndices = new Map(kernel.map(({ name }, i) => [name, imports.length + i]));
  const kernelLinks = {
    kernel: (name: string) => must(kernelIndices.get(name), name),
    runtime: (name: string) => must(importIndices.get(name), name),
    funcType: functionType,
    recorded,
    statements: notes === 'statements',
    log: layout.log,
    frameTable: layout.frameTable,
  };
  const links: CodeLinks = {
    nativeIndex: (name) => kernelIndices.get(name) ?? must(importIndices.get(name), `import ${name}`),
    functionIndex: (id) => imports.length + kernel.length + id,
    dispatchBase: layout.dispatchBase,
    dispatchRow: layout.dispatchRow,
    globalBase: layout.end,
    log: layout.log,
  };
  const body = new Bytes(1 << 12);
  const bodies = (out: Bytes): void => {
    for (const func of kernel) writeBody(out, writeKernelFunction(func, kernelLinks));
    functions.forEach((code, id) => {
      body.clear();
      link(body, code, links, id, must(program.values[id], 'values'));
      writeBody(out, body.view());
    });
  };
  return { imports, bytes: moduleBytes({ imports, types, kernel, count: functions.length, bodies }) };
}

function writeBody(out: Bytes, body: Uint8Array): void {
  out.u32(body.length);
  out.bytes(body);
}

function staticData(program: Program, layout: StaticLayout, functions: readonly FunctionCode[]): Uint8Array {
  const bytes = new Uint8Array((layout.log || layout.end) - staticBase);
  bytes.set(program.data);
  const view = new DataView(bytes.buffer);
  program.dispatch.forEach((row, selector) => {
    row.forEach((entry, type) => view.setUint16(layout.dispatchBase - staticBase + selector * layout.dispatchRow + 2 * type, entry, true));
  });
  functions.forEach(({ frame }, id) => {
    view.setInt32(layout.frameTable - staticBase + 8 * id, frame.size, true);
    view.setInt32(layout.frameTable - staticBase + 8 * id + 4, frame.prefix.closure, true);
  });
  return bytes;
}

class TypeSection {
  readonly #keys: string[] = [];
  readonly signatures: Signature[] = [];

  index(signature: Signature): number {
    const key = `${signature.params.join()}:${signature.results.join()}`;
    const found = this.#keys.indexOf(key);
    if (found >= 0) return found;
    this.#keys.push(key);
    return this.signatures.push(signature) - 1;
  }
}

function section(out: Bytes, id: number, content: (bytes: Bytes) => void): void {
  const bytes = new Bytes(1024);
  content(bytes);
  out.u8(id);
  out.u32(bytes.length);
  out.bytes(bytes.view());
}

interface Parts {
  readonly imports: readonly Import[];
  readonly types: TypeSection;
  readonly kernel: readonly KernelFunction[];
  /** How many Go functions. */
  readonly count: number;
  /** Writes the bodies of the kernel's functions and of the Go functions. */
  readonly bodies: (out: Bytes) => void;
}

function moduleBytes({ imports, types, kernel, count, bodies }: Parts): Uint8Array<ArrayBuffer> {
  const importTypes = imports.map((wanted) => types.index(wanted));
  const kernelTypes = kernel.map((func) => types.index(func));
  const out = new Bytes(1 << 16);
  out.bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  section(out, 1, (bytes) => {
    bytes.u32(types.signatures.length);
    for (const signature of types.signatures) {
      bytes.u8(0x60);
      for (const list of [signature.params, signature.results]) {
        bytes.u32(list.length);
        for (const type of list) bytes.u8(valTypeCode[type]);
      }
    }
  });
  section(out, 2, (bytes) => {
    bytes.u32(imports.length + 1);
    imports.forEach((wanted, i) => {
      bytes.name('rt');
      bytes.name(wanted.name);
      bytes.u8(0);
      bytes.u32(importTypes[i] as number);
    });
    bytes.name('env');
    bytes.name('memory');
    bytes.bytes([2, 0, 1]);
  });
  section(out, 3, (bytes) => {
    bytes.u32(kernel.length + count);
    for (const type of kernelTypes) bytes.u32(type);
    for (let i = 0; i < count; i++) bytes.u32(functionType);
  });
  section(out, 4, (bytes) => {
    bytes.bytes([1, 0x70, 0]);
    bytes.u32(count);
  });
  section(out, 7, (bytes) => {
    bytes.u32(1);
    bytes.name('drive');
    bytes.u8(0);
    bytes.u32(imports.length + kernel.findIndex(({ name }) => name === 'drive'));
  });
  section(out, 9, (bytes) => {
    bytes.u32(1);
    bytes.bytes([0, opcode.i32Const, 0, opcode.end]);
    bytes.u32(count);
    for (let i = 0; i < count; i++) bytes.u32(imports.length + kernel.length + i);
  });
  section(out, 10, (bytes) => {
    bytes.u32(kernel.length + count);
    bodies(bytes);
  });
  return new Uint8Array(out.view());
}
