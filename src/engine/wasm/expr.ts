/** Code for expressions: each leaves one value on the stack. */
import { assertUnreachable, must } from '../../base/assert.ts';
import type { Expr, ValType } from '../ir/ir.ts';
import { memoryAccess, numeric, opcode, valTypeCode } from './instructions.ts';
import { type Emitter, param } from './emitter.ts';

export function typeOf(emitter: Emitter, expr: Expr): ValType {
  switch (expr.k) {
    case 'const':
    case 'cond':
      return expr.type;
    case 'local':
      return must(emitter.func.locals[expr.id], 'local').type;
    case 'op':
      return must(numeric[expr.op], expr.op).result;
    case 'load':
      return must(memoryAccess[expr.op], expr.op).type;
    case 'seq':
      return typeOf(emitter, expr.value);
    case 'symbol':
    case 'frameAddr':
    case 'frameOffset':
    case 'globalAddr':
    case 'fp':
    case 'deferred':
      return 'i32';
    default:
      return assertUnreachable(expr);
  }
}

export function expression(emitter: Emitter, expr: Expr): void {
  const { out } = emitter;
  switch (expr.k) {
    case 'const':
      constant(emitter, expr.type, expr.value);
      return;
    case 'local':
      emitter.get(emitter.local(expr.id));
      return;
    case 'symbol':
      emitter.missingI32({ k: 'value', symbol: expr.symbol });
      return;
    case 'op': {
      const instruction = must(numeric[expr.op], expr.op);
      for (const arg of expr.args) expression(emitter, arg);
      out.bytes(instruction.code);
      return;
    }
    case 'load':
      expression(emitter, expr.addr);
      emitter.memory(expr.op, expr.offset);
      return;
    case 'frameAddr':
      frameAddress(emitter, (emitter.frame.slots[expr.slot] as number) + expr.offset);
      return;
    case 'frameOffset':
      emitter.i32((emitter.frame.slots[expr.slot] as number) + expr.offset);
      return;
    case 'globalAddr':
      emitter.missingI32({ k: 'global', symbol: expr.symbol, add: expr.offset });
      return;
    case 'fp':
      emitter.get(param.fp);
      return;
    case 'deferred':
      emitter.get(param.fp);
      emitter.memory('i32.load', emitter.frame.prefix.closure + 4);
      return;
    case 'cond':
      condition(emitter, expr);
      return;
    case 'seq':
      for (const stmt of expr.stmts) emitter.statement(stmt);
      expression(emitter, expr.value);
      return;
    default:
      assertUnreachable(expr);
  }
}

function frameAddress(emitter: Emitter, offset: number): void {
  emitter.get(param.fp);
  emitter.i32(offset);
  emitter.out.u8(0x6a);
}

function condition(emitter: Emitter, expr: Extract<Expr, { k: 'cond' }>): void {
  expression(emitter, expr.cond);
  emitter.if(() => {
    expression(emitter, expr.then);
    emitter.out.u8(opcode.else);
    expression(emitter, expr.else);
  }, valTypeCode[expr.type]);
}

function constant(emitter: Emitter, type: ValType, value: number | bigint): void {
  const { out } = emitter;
  switch (type) {
    case 'i32':
      emitter.i32(Number(BigInt.asIntN(32, BigInt(value))));
      return;
    case 'i64':
      out.u8(opcode.i64Const);
      out.s64(value);
      return;
    case 'f32':
      out.u8(opcode.f32Const);
      out.f32(Number(value));
      return;
    case 'f64':
      out.u8(opcode.f64Const);
      out.f64(Number(value));
      return;
    default:
      assertUnreachable(type);
  }
}
