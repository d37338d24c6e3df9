/**
 * Writes one WebAssembly function by hand, in the order of a program: values are trees that are pushed where they are used.
 *
 *   const tail = code.keep(load(queue, 4));
 *   code.if(eqz(tail), () => code.store(queue, g), () => code.store(tail, g, record.next));
 */
import { must } from '../../../base/assert.ts';
import type { ValType } from '../../ir/ir.ts';
import { Bytes } from '../bytes.ts';
import { memoryAccess, numeric, opcode, valTypeCode } from '../instructions.ts';

export interface Value {
  readonly type: ValType;
  push(out: Bytes): void;
}

/** A number is an i32 constant. */
export type Operand = Value | number;

export interface Local extends Value {
  readonly index: number;
}

/** A block that can be left, or a loop that can be gone round once more, from inside. */
export interface Label {
  readonly depth: number;
}

function push(out: Bytes, operand: Operand): void {
  if (typeof operand !== 'number') return operand.push(out);
  out.u8(opcode.i32Const);
  out.s32(operand);
}

export function op(name: string, ...args: readonly Operand[]): Value {
  const { code, result } = must(numeric[name], name);
  return {
    type: result,
    push(out) {
      for (const arg of args) push(out, arg);
      out.bytes(code);
    },
  };
}

export const add = (a: Operand, b: Operand): Value => op('i32.add', a, b);
export const sub = (a: Operand, b: Operand): Value => op('i32.sub', a, b);
export const mul = (a: Operand, b: Operand): Value => op('i32.mul', a, b);
export const or = (a: Operand, b: Operand): Value => op('i32.or', a, b);
export const and = (a: Operand, b: Operand): Value => op('i32.and', a, b);
export const eq = (a: Operand, b: Operand): Value => op('i32.eq', a, b);
export const ne = (a: Operand, b: Operand): Value => op('i32.ne', a, b);
export const eqz = (a: Operand): Value => op('i32.eqz', a);
/** `a` if the condition is not zero, else `b`; both are evaluated. */
export const select = (a: Operand, b: Operand, condition: Operand): Value => op('select.i32', a, b, condition);

/** What lies at an address. */
export function load(address: Operand, offset = 0, access = 'i32.load'): Value {
  const { code, type, align } = must(memoryAccess[access], access);
  return {
    type,
    push(out) {
      push(out, address);
      out.u8(code);
      out.u32(align);
      out.u32(offset);
    },
  };
}

export class Code {
  readonly #out = new Bytes(512);
  readonly #params: number;
  readonly #locals: ValType[] = [];
  #depth = 0;

  constructor(params: number) {
    this.#params = params;
  }

  // ---- Locals

  parameter(index: number): Local {
    return local(index, 'i32');
  }

  local(type: ValType = 'i32'): Local {
    return local(this.#params + this.#locals.push(type) - 1, type);
  }

  set({ index }: Local, value: Operand): void {
    push(this.#out, value);
    this.#out.u8(opcode.localSet);
    this.#out.u32(index);
  }

  /** A new local with this value. */
  keep(value: Operand): Local {
    const kept = this.local(typeof value === 'number' ? 'i32' : value.type);
    this.set(kept, value);
    return kept;
  }

  // ---- Memory

  store(address: Operand, value: Operand, offset = 0, access = 'i32.store'): void {
    const { code, align } = must(memoryAccess[access], access);
    push(this.#out, address);
    push(this.#out, value);
    this.#out.u8(code);
    this.#out.u32(align);
    this.#out.u32(offset);
  }

  copy(to: Operand, from: Operand, size: Operand): void {
    for (const operand of [to, from, size]) push(this.#out, operand);
    this.#out.bytes([opcode.bulk, opcode.memoryCopy, 0, 0]);
  }

  zero(at: Operand, size: Operand): void {
    for (const operand of [at, 0, size]) push(this.#out, operand);
    this.#out.bytes([opcode.bulk, opcode.memoryFill, 0]);
  }

  // ---- Control

  if(condition: Operand, then: () => void, otherwise?: () => void): void {
    push(this.#out, condition);
    this.#open(opcode.if);
    then();
    if (otherwise) {
      this.#out.u8(opcode.else);
      otherwise();
    }
    this.#close();
  }

  /** `leave` in the body leads behind the block. */
  block(body: (end: Label) => void): void {
    this.#structured(opcode.block, body);
  }

  /** `leave` in the body goes round once more. */
  loop(body: (again: Label) => void): void {
    this.#structured(opcode.loop, body);
  }

  leave(label: Label): void {
    this.#out.u8(opcode.br);
    this.#out.u32(this.#depth - label.depth);
  }

  leaveIf(label: Label, condition: Operand): void {
    push(this.#out, condition);
    this.#out.u8(opcode.brIf);
    this.#out.u32(this.#depth - label.depth);
  }

  return(value?: Operand): void {
    if (value !== undefined) push(this.#out, value);
    this.#out.u8(opcode.return);
  }

  unreachable(): void {
    this.#out.u8(opcode.unreachable);
  }

  /** A call without a result. */
  call(func: number, ...args: readonly Operand[]): void {
    for (const arg of args) push(this.#out, arg);
    this.#out.u8(opcode.call);
    this.#out.u32(func);
  }

  /** As an entry of the code section, without its size. */
  finish(): Uint8Array {
    const bytes = new Bytes(this.#out.length + 2 * this.#locals.length + 8);
    bytes.u32(this.#locals.length);
    for (const type of this.#locals) {
      bytes.u32(1);
      bytes.u8(valTypeCode[type]);
    }
    bytes.bytes(this.#out.view());
    bytes.u8(opcode.end);
    return bytes.view();
  }

  #structured(kind: number, body: (label: Label) => void): void {
    this.#open(kind);
    body({ depth: this.#depth });
    this.#close();
  }

  #open(kind: number): void {
    this.#out.u8(kind);
    this.#out.u8(opcode.void);
    this.#depth++;
  }

  #close(): void {
    this.#depth--;
    this.#out.u8(opcode.end);
  }
}

function local(index: number, type: ValType): Local {
  return {
    index,
    type,
    push(out) {
      out.u8(opcode.localGet);
      out.u32(index);
    },
  };
}

/** The result of a call. */
export function called(func: number, ...args: readonly Operand[]): Value {
  return {
    type: 'i32',
    push(out) {
      for (const arg of args) push(out, arg);
      out.u8(opcode.call);
      out.u32(func);
    },
  };
}

/** The result of a call through the function table; `type` is the signature's index. */
export function calledIndirectly(type: number, func: Operand, ...args: readonly Operand[]): Value {
  return {
    type: 'i32',
    push(out) {
      for (const arg of args) push(out, arg);
      push(out, func);
      out.u8(opcode.callIndirect);
      out.u32(type);
      out.u8(0);
    },
  };
}
