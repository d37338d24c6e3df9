/** Code for statements without suspend points, structured ones included. */
import { assertUnreachable, bug, must } from '../../base/assert.ts';
import type { Func, Stmt } from '../ir/ir.ts';
import { cell, Status } from '../memory/cells.ts';
import { goStmt, loadResults, nativeCall } from './calls.ts';
import { type Emitter, param } from './emitter.ts';
import { expression } from './expr.ts';
import { memoryAccess, opcode } from './instructions.ts';

export function plainStmt(emitter: Emitter, stmt: Stmt): void {
  switch (stmt.k) {
    case 'set':
      expression(emitter, stmt.value);
      emitter.assign(stmt.local);
      return;
    case 'store':
      expression(emitter, stmt.addr);
      expression(emitter, stmt.value);
      emitter.memory(stmt.op, stmt.offset);
      return;
    case 'copy':
      expression(emitter, stmt.to);
      expression(emitter, stmt.from);
      expression(emitter, stmt.size);
      emitter.out.bytes([opcode.bulk, opcode.memoryCopy, 0, 0]);
      return;
    case 'zero':
      expression(emitter, stmt.to);
      emitter.i32(0);
      expression(emitter, stmt.size);
      emitter.out.bytes([opcode.bulk, opcode.memoryFill, 0]);
      return;
    case 'call':
      loadResults(emitter, stmt);
      return;
    case 'native':
      if (stmt.native.blocks) bug('a blocking native is not plain');
      nativeCall(emitter, stmt);
      return;
    case 'go':
      goStmt(emitter, stmt);
      return;
    case 'panicIf':
      panicIf(emitter, stmt);
      return;
    case 'if':
      expression(emitter, stmt.cond);
      emitter.if(() => {
        for (const inner of stmt.then) plainStmt(emitter, inner);
        if (stmt.else.length > 0) emitter.out.u8(opcode.else);
        for (const inner of stmt.else) plainStmt(emitter, inner);
      });
      return;
    case 'block':
    case 'loop':
      emitter.structured(stmt.k === 'block' ? opcode.block : opcode.loop, stmt.label, () => {
        for (const inner of stmt.body) plainStmt(emitter, inner);
      });
      return;
    case 'br':
    case 'goto':
      emitter.refund();
      emitter.jumpLabel(stmt.label);
      return;
    case 'switch':
      expression(emitter, stmt.value);
      jumpTable(
        emitter,
        [...stmt.labels, stmt.other].map((label) => must(emitter.labelDepth(label), 'forward label of a switch')),
      );
      return;
    case 'return':
      emitter.refund();
      returnStmt(emitter);
      return;
    case 'mark':
    case 'poll':
    case 'label':
    case 'deferPoint':
      bug(`${stmt.k} is not plain`);
      break;
    default:
      assertUnreachable(stmt);
  }
}

/** `statements` begin, the last one at `lastSite`; the fuel suffices. Where statements are noted it is one. */
export function charge(emitter: Emitter, statements: number, lastSite: number): void {
  emitter.get(param.fuel);
  emitter.i32(statements);
  emitter.out.u8(0x6b); // i32.sub
  emitter.set(param.fuel);
  const { notes } = emitter.context;
  if (notes === 'statements') noteSite(emitter, lastSite);
  else if (notes === 'events') emitter.keepSite(lastSite);
}

/** The statement's place in the log (memory/log.ts) is told by what is left of the stretch. */
function noteSite(emitter: Emitter, site: number): void {
  emitter.get(param.fuel);
  emitter.i32(2);
  emitter.out.u8(0x74); // i32.shl
  emitter.i32(site);
  const { code, align } = must(memoryAccess['i32.store'], 'store');
  emitter.out.bytes([code, align]);
  emitter.missing({ k: 'sites' });
}

export function poll(emitter: Emitter, resume: number): void {
  emitter.loadCell(cell.poll);
  emitter.if(() => {
    emitter.storeCell(cell.status, () => emitter.i32(Status.poll));
    emitter.setPc(resume);
    emitter.brSuspend();
  });
}

/** The index is on the stack; the last depth is the default. */
export function jumpTable(emitter: Emitter, depths: readonly number[]): void {
  emitter.out.u8(opcode.brTable);
  emitter.out.u32(depths.length - 1);
  for (const depth of depths) emitter.out.u32(depth);
}

function panicIf(emitter: Emitter, stmt: Extract<Stmt, { k: 'panicIf' }>): void {
  emitter.site = stmt.site;
  expression(emitter, stmt.cond);
  emitter.if(() => {
    emitter.refund();
    emitter.storeCell(cell.status, () => emitter.i32(Status.raise));
    emitter.storeCell(cell.panicCode, () => emitter.i32(stmt.code));
    for (const [address, value] of [[cell.panicA, stmt.a], [cell.panicB, stmt.b]] as const) {
      if (value) emitter.storeCell(address, () => expression(emitter, value), 'i64.store');
    }
    emitter.setPc(emitter.panicPc());
    emitter.brSuspend();
  });
}

/** Writes the scalar results to the frame, where the caller finds them. */
export function returnStmt(emitter: Emitter): void {
  spill(emitter, emitter.func.results);
  emitter.get(param.fuel);
  emitter.out.u8(opcode.return);
}

export function spill(emitter: Emitter, dests: Func['results']): void {
  for (const dest of dests) if (dest.k === 'local') spillLocal(emitter, dest.id);
}

export function spillLocal(emitter: Emitter, id: number): void {
  const type = must(emitter.func.locals[id], 'local').type;
  emitter.get(param.fp);
  emitter.get(emitter.local(id));
  emitter.memory(`${type}.store`, emitter.frame.locals[id] as number);
}

export function reloadLocal(emitter: Emitter, id: number): void {
  const type = must(emitter.func.locals[id], 'local').type;
  emitter.get(param.fp);
  emitter.memory(`${type}.load`, emitter.frame.locals[id] as number);
  emitter.set(emitter.local(id));
}
