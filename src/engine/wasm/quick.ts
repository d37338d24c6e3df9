/**
 * Sends and receives that need nobody else, in WebAssembly: the channel is open, its buffer has room (or a value), and nobody waits. All others go to
 * the runtime, as do all in code that is recorded. Signature (fp, channel, frame offset of the value) → status, as that of the natives they stand for.
 */
import { cell, channel, goroutine, idleCells } from '../memory/cells.ts';
import { Bytes } from './bytes.ts';
import { memoryAccess, numeric, opcode } from './instructions.ts';
import { must } from '../../base/assert.ts';

/** Native name to its quick version. */
export const quickNatives: Readonly<Record<string, (slow: number) => Uint8Array>> = {
  'rt.chanSend': quickSend,
  'rt.chanRecv': quickReceive,
};

const fp = 0;
const chan = 1;
const offset = 2;
/** Locals of their own: a slot of the buffer, an address in the frame, the index, the element size. */
const slot = 3;
const place = 4;
const index = 5;
const size = 6;

class Assembler {
  readonly out = new Bytes(256);

  op(name: string): this {
    this.out.bytes(must(numeric[name], name).code);
    return this;
  }
  get(local: number): this {
    this.out.u8(opcode.localGet);
    this.out.u32(local);
    return this;
  }
  set(local: number): this {
    this.out.u8(opcode.localSet);
    this.out.u32(local);
    return this;
  }
  tee(local: number): this {
    this.out.u8(opcode.localTee);
    this.out.u32(local);
    return this;
  }
  i32(value: number): this {
    this.out.u8(opcode.i32Const);
    this.out.s32(value);
    return this;
  }
  memory(name: string, at: number): this {
    const access = must(memoryAccess[name], name);
    this.out.u8(access.code);
    this.out.u32(access.align);
    this.out.u32(at);
    return this;
  }
  /** i32 field of the channel. */
  field(at: number): this {
    return this.get(chan).memory('i32.load', at);
  }
  block(body: () => void): this {
    this.out.bytes([opcode.block, opcode.void]);
    body();
    this.out.u8(opcode.end);
    return this;
  }
  if(then: () => void, otherwise?: () => void): this {
    this.out.bytes([opcode.if, opcode.void]);
    then();
    if (otherwise) {
      this.out.u8(opcode.else);
      otherwise();
    }
    this.out.u8(opcode.end);
    return this;
  }
  /** Leaves the innermost block if the i32 on the stack is not zero. */
  leaveIf(): this {
    this.out.bytes([opcode.brIf, 0]);
    return this;
  }
}

function quickSend(slow: number): Uint8Array {
  return assemble(slow, (a) => {
    a.field(channel.closed).field(channel.receivers).op('i32.or').leaveIf();
    a.field(channel.count).field(channel.capacity).op('i32.ge_u').leaveIf();
    a.get(fp).get(offset).op('i32.add').set(place);
    slotAt(a, channel.sendIndex);
    copyElement(a, slot, place);
    advanceIndex(a, channel.sendIndex);
    countBy(a, 'i32.add');
  });
}

function quickReceive(slow: number): Uint8Array {
  return assemble(slow, (a) => {
    a.field(channel.count).op('i32.eqz').leaveIf();
    a.field(channel.senders).leaveIf();
    slotAt(a, channel.receiveIndex);
    a.get(offset).i32(0).op('i32.ge_s').if(() => {
      a.get(fp).get(offset).op('i32.add').set(place);
      copyElement(a, place, slot);
    });
    zeroElement(a);
    advanceIndex(a, channel.receiveIndex);
    countBy(a, 'i32.sub');
  });
}

/** `quick` leaves its block where the runtime is needed; behind it the operation is done. */
function assemble(slow: number, quick: (a: Assembler) => void): Uint8Array {
  const a = new Assembler();
  a.out.bytes([1, 4, 0x7f]);
  a.block(() => {
    a.get(chan).op('i32.eqz').leaveIf();
    quick(a);
    a.i32(0).memory('i32.load', cell.g).i32(1).memory('i32.store', goroutine.ok);
    a.i32(0).i32(0).op('f64.convert_i32_s').memory('f64.store', idleCells.statements);
    a.i32(0).i32(0).memory('i32.store', idleCells.polls);
    a.i32(0);
    a.out.u8(opcode.return);
  });
  a.get(fp).get(chan).get(offset);
  a.out.u8(opcode.call);
  a.out.u32(slow);
  a.out.u8(opcode.end);
  return a.out.view();
}

/** Sets `index`, `size` and `slot`. */
function slotAt(a: Assembler, indexField: number): void {
  a.field(indexField).tee(index).field(channel.elemSize).tee(size).op('i32.mul').field(channel.buffer).op('i32.add').set(slot);
}

/** A word, two, or any number of bytes. */
function copyElement(a: Assembler, to: number, from: number): void {
  const bulk = () => {
    a.get(to).get(from).get(size);
    a.out.bytes([opcode.bulk, opcode.memoryCopy, 0, 0]);
  };
  const word = () => a.get(to).get(from).memory('i32.load', 0).memory('i32.store', 0);
  const two = () => a.get(to).get(from).memory('i64.load', 0).memory('i64.store', 0);
  const four = () => {
    two();
    a.get(to).get(from).memory('i64.load', 8).memory('i64.store', 8);
  };
  bySize(a, two, four, word, bulk);
}

/** A slot that is free holds zero: the collector reads the whole buffer. */
function zeroElement(a: Assembler): void {
  const zero = (at: number) => a.get(slot).i32(0).op('i64.extend_i32_s').memory('i64.store', at);
  const bulk = () => {
    a.get(slot).i32(0).get(size);
    a.out.bytes([opcode.bulk, opcode.memoryFill, 0]);
  };
  bySize(a, () => zero(0), () => zero(0) && zero(8), () => a.get(slot).i32(0).memory('i32.store', 0), bulk);
}

function bySize(a: Assembler, eight: () => void, sixteen: () => void, four: () => void, other: () => void): void {
  const is = (bytes: number) => a.get(size).i32(bytes).op('i32.eq');
  is(8).if(eight, () => is(4).if(four, () => is(16).if(sixteen, other)));
}

function advanceIndex(a: Assembler, field: number): void {
  a.get(index).i32(1).op('i32.add').set(index);
  a.get(chan).i32(0).get(index).get(index).field(channel.capacity).op('i32.eq').op('select.i32').memory('i32.store', field);
}

function countBy(a: Assembler, op: 'i32.add' | 'i32.sub'): void {
  a.get(chan).field(channel.count).i32(1).op(op).memory('i32.store', channel.count);
}
