/**
 * The WebAssembly module of a program.
 *
 * Imports: the linear memory and the natives that are used. Exports: `resume(function id, fp, fuel, pc) → fuel`, by which the machine enters any
 * function. The function table has Go function id i at index i. Static data is not in the module: the machine writes it to the memory.
 */
import { must } from '../../base/assert.ts';
import type { Program, ValType } from '../ir/ir.ts';
import { staticBase } from '../memory/cells.ts';
import { Bytes } from './bytes.ts';
import type { ModuleContext } from './emitter.ts';
import { type FunctionCode, generateFunction } from './function.ts';
import { collectImports, type Import } from './imports.ts';
import { opcode, valTypeCode } from './instructions.ts';
import { quickNatives } from './quick.ts';

export interface GeneratedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly functions: readonly FunctionCode[];
  readonly imports: readonly Import[];
  /** Bytes to write at staticBase: the program's data, then the dispatch table. */
  readonly staticData: Uint8Array;
  /** Address of the global variables: everything from here on may change. */
  readonly mutableBase: number;
  /** First address of the heap. */
  readonly heapBase: number;
  /** Name of the function that is too large to be compiled, if any. */
  readonly tooLarge: string | undefined;
}

export interface GenerateOptions {
  /** For a recording: store each statement's site in cell.site as it begins; leave nothing to code that records no events. */
  readonly sites: boolean;
}

const exactType = { params: ['i32', 'i32', 'i32'], results: ['i32'] } as const satisfies Signature;
const resumeType = { params: ['i32', 'i32', 'i32', 'i32'], results: ['i32'] } as const satisfies Signature;

interface Signature {
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

function align(value: number, to: number): number {
  return (value + to - 1) & -to;
}

export function generateModule(program: Program, options: GenerateOptions): GeneratedModule {
  const imports = collectImports(program.funcs);
  const importIndices = new Map(imports.map((wanted, i) => [wanted.name, i]));
  const types = new TypeSection();
  const funcType = types.index(exactType);
  const dispatchBase = align(staticBase + program.data.length, 8);
  const dispatchRow = 2 * Math.max(1, ...program.dispatch.map((row) => row.length));
  const mutableBase = align(dispatchBase + dispatchRow * program.dispatch.length, 16);
  const quick = options.sites ? [] : imports.flatMap(({ name }, i) => (quickNatives[name] ? [{ name, body: quickNatives[name](i) }] : []));
  const firstFunc = imports.length + 1 + quick.length;
  const context: ModuleContext = {
    importIndex: (name) => {
      const at = quick.findIndex((q) => q.name === name);
      return at >= 0 ? imports.length + 1 + at : must(importIndices.get(name), `import ${name}`);
    },
    funcIndex: (id) => firstFunc + id,
    funcs: program.funcs,
    funcType,
    dispatchBase,
    dispatchRow,
    globalBase: mutableBase,
    sites: options.sites,
  };
  const functions: FunctionCode[] = [];
  let tooLarge: string | undefined;
  for (const func of program.funcs) {
    const code = generateFunction(context, func);
    if (code) functions.push(code);
    else tooLarge ??= func.name;
  }
  return {
    bytes: tooLarge === undefined ? assemble(imports, types, funcType, quick.map((q) => q.body), functions) : new Uint8Array(),
    functions,
    imports,
    staticData: staticData(program, dispatchBase, dispatchRow, mutableBase),
    mutableBase,
    heapBase: align(mutableBase + program.globals.size, 16),
    tooLarge,
  };
}

function staticData(program: Program, dispatchBase: number, dispatchRow: number, end: number): Uint8Array {
  const bytes = new Uint8Array(end - staticBase);
  bytes.set(program.data);
  const view = new DataView(bytes.buffer);
  program.dispatch.forEach((row, selector) => {
    row.forEach((entry, type) => view.setUint16(dispatchBase - staticBase + selector * dispatchRow + 2 * type, entry, true));
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

function assemble(imports: readonly Import[], types: TypeSection, funcType: number, quick: readonly Uint8Array[], functions: readonly FunctionCode[]): Uint8Array<ArrayBuffer> {
  const importTypes = imports.map((wanted) => types.index(wanted));
  const resume = types.index(resumeType);
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
    bytes.u32(functions.length + quick.length + 1);
    bytes.u32(resume);
    for (let i = 0; i < quick.length; i++) bytes.u32(funcType);
    for (let i = 0; i < functions.length; i++) bytes.u32(funcType);
  });
  section(out, 4, (bytes) => {
    bytes.bytes([1, 0x70, 0]);
    bytes.u32(functions.length);
  });
  section(out, 7, (bytes) => {
    bytes.u32(1);
    bytes.name('resume');
    bytes.u8(0);
    bytes.u32(imports.length);
  });
  section(out, 9, (bytes) => {
    bytes.u32(1);
    bytes.bytes([0, opcode.i32Const, 0, opcode.end]);
    bytes.u32(functions.length);
    for (let i = 0; i < functions.length; i++) bytes.u32(imports.length + 1 + quick.length + i);
  });
  section(out, 10, (bytes) => {
    bytes.u32(functions.length + quick.length + 1);
    for (const body of [new Uint8Array(resumeBody), ...quick, ...functions.map((f) => f.body)]) {
      bytes.u32(body.length);
      bytes.bytes(body);
    }
  });
  return new Uint8Array(out.view());
}

/** Calls the function of the table whose id is the first parameter with the other three. */
const resumeBody: readonly number[] = [
  0, opcode.localGet, 1, opcode.localGet, 2, opcode.localGet, 3, opcode.localGet, 0, opcode.callIndirect, 0, 0, opcode.end,
];
