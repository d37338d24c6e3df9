/** Code for calls of Go functions, of the runtime, and for go statements. A callee's frame begins where the caller's ends. */
import { assertUnreachable, must } from '../../base/assert.ts';
import { type Callee, type Carrier, type Expr, type FuncSig, type Native, PanicCode, type Stmt, type ValType } from '../ir/ir.ts';
import { cell, Status } from '../memory/cells.ts';
import { type Emitter, functionType, param } from './emitter.ts';
import { expression, typeOf } from './expr.ts';
import { type CallPrefix, callPrefix } from './frame.ts';
import { memoryAccess, opcode } from './instructions.ts';

type CallStmt = Extract<Stmt, { k: 'call' }>;

const i32Add = 0x6a;

/** The call itself. When the callee suspends, so does the caller, to go on at `resume`. */
export function callStmt(emitter: Emitter, stmt: CallStmt, resume: number): void {
  const prefix = callPrefix(stmt.sig);
  const { size } = emitter.frame;
  const target = prepareCallee(emitter, stmt.callee, stmt.site);
  stmt.args.forEach((arg, i) => {
    const carrier = must(stmt.sig.params[i], 'parameter');
    const offset = size + (prefix.params[i] as number);
    if (carrier.kind === 'scalar') {
      emitter.get(param.fp);
      expression(emitter, arg);
      emitter.memory(`${carrier.type}.store`, offset);
    } else copyTo(emitter, () => frameAddress(emitter, offset), () => expression(emitter, arg), carrier.size);
  });
  closureWord(emitter, stmt, target, size + prefix.closure);
  frameAddress(emitter, size);
  emitter.get(param.fuel);
  emitter.i32(0);
  if (target.id === undefined) {
    emitter.out.u8(opcode.call);
    emitter.missing({ k: 'function', symbol: (stmt.callee as Extract<Callee, { k: 'func' }>).func });
  } else {
    emitter.get(target.id);
    emitter.out.u8(opcode.callIndirect);
    emitter.out.u32(functionType);
    emitter.out.u8(0);
  }
  releaseTarget(emitter, target);
  emitter.tee(param.fuel);
  emitter.i32(0);
  emitter.out.u8(0x48); // i32.lt_s
  emitter.if(() => {
    emitter.get(param.fp);
    emitter.i32(size);
    emitter.memory('i32.store', size + 4);
    emitter.setPc(resume);
    emitter.brUnwind();
  });
}

/** After a call, direct or continued by the machine: the results are at the begin of the callee's frame. */
export function loadResults(emitter: Emitter, stmt: CallStmt): void {
  const prefix = callPrefix(stmt.sig);
  stmt.results.forEach((dest, i) => {
    if (!dest) return;
    const carrier = must(stmt.sig.results[i], 'result');
    const offset = emitter.frame.size + (prefix.results[i] as number);
    if (dest.k === 'local') {
      emitter.get(param.fp);
      emitter.memory(`${must(emitter.func.locals[dest.id], 'local').type}.load`, offset);
      emitter.assign(dest.id);
    } else {
      const size = (carrier as Extract<Carrier, { kind: 'memory' }>).size;
      copyTo(emitter, () => frameAddress(emitter, emitter.frame.slots[dest.id] as number), () => frameAddress(emitter, offset), size);
    }
  });
}

/** Scratch locals with the callee's function id and its closure, as far as they are not known statically. */
interface Target {
  readonly id: number | undefined;
  readonly closure: number | undefined;
}

function releaseTarget(emitter: Emitter, target: Target): void {
  if (target.id !== undefined) emitter.release('i32', target.id);
  if (target.closure !== undefined) emitter.release('i32', target.closure);
}

function prepareCallee(emitter: Emitter, callee: Callee, site: number): Target {
  emitter.site = site;
  switch (callee.k) {
    case 'func': {
      if (!callee.closure) return { id: undefined, closure: undefined };
      const closure = emitter.scratch('i32');
      expression(emitter, callee.closure);
      emitter.set(closure);
      return { id: undefined, closure };
    }
    case 'closure': {
      const closure = emitter.scratch('i32');
      const id = emitter.scratch('i32');
      expression(emitter, callee.closure);
      emitter.tee(closure);
      nilPanic(emitter);
      emitter.get(closure);
      emitter.memory('i32.load', 0);
      emitter.set(id);
      return { id, closure };
    }
    case 'method': {
      const id = emitter.scratch('i32');
      expression(emitter, callee.type);
      emitter.tee(id);
      nilPanic(emitter);
      // dispatch table: rows of u16, FuncId + 1
      emitter.get(id);
      emitter.i32(1);
      emitter.out.u8(0x74); // i32.shl
      const { code, align } = must(memoryAccess['i32.load16_u'], 'load');
      emitter.out.bytes([code, align]);
      emitter.missing({ k: 'row', symbol: callee.selector });
      emitter.i32(1);
      emitter.out.u8(0x6b); // i32.sub
      emitter.set(id);
      return { id, closure: undefined };
    }
    default:
      return assertUnreachable(callee);
  }
}

/** Panics with a nil dereference if the i32 on the stack is zero. */
function nilPanic(emitter: Emitter): void {
  emitter.out.u8(0x45); // i32.eqz
  emitter.if(() => {
    emitter.storeCell(cell.status, () => emitter.i32(Status.raise));
    emitter.storeCell(cell.panicCode, () => emitter.i32(PanicCode.nil));
    emitter.setPc(emitter.panicPc());
    emitter.brSuspend();
  });
}

/**
 * The words behind the parameters: the closure pointer, and for a deferred call the distance to the frame that runs it, which wrappers and
 * thunks hand on; 0 for other calls. Left out where the callee is known to read neither.
 */
function closureWord(emitter: Emitter, stmt: CallStmt, target: Target, offset: number): void {
  const known = stmt.callee.k === 'func' ? emitter.context.callee(stmt.callee.func) : undefined;
  const readsFlag = known === undefined || known.usesRecover;
  const flagged = stmt.deferred === true || stmt.transparent === true;
  if (target.closure !== undefined) {
    emitter.get(param.fp);
    emitter.get(target.closure);
    emitter.memory('i32.store', offset);
  }
  if (!readsFlag) return;
  emitter.get(param.fp);
  if (!flagged) emitter.i32(0);
  else if (stmt.deferred) emitter.i32(emitter.frame.size);
  else {
    const own = emitter.scratch('i32');
    emitter.get(param.fp);
    emitter.memory('i32.load', emitter.frame.prefix.closure + 4);
    emitter.tee(own);
    emitter.i32(emitter.frame.size);
    emitter.out.u8(i32Add);
    emitter.i32(0);
    emitter.get(own);
    emitter.out.u8(0x1b); // select
    emitter.release('i32', own);
  }
  emitter.memory('i32.store', offset + 4);
}

function frameAddress(emitter: Emitter, offset: number): void {
  emitter.get(param.fp);
  emitter.i32(offset);
  emitter.out.u8(i32Add);
}

function copyTo(emitter: Emitter, to: () => void, from: () => void, size: number): void {
  to();
  from();
  emitter.i32(size);
  emitter.out.bytes([opcode.bulk, opcode.memoryCopy, 0, 0]);
}

/** Arguments are evaluated first: one that panics must not leave a goroutine half made. */
export function goStmt(emitter: Emitter, stmt: Extract<Stmt, { k: 'go' }>): void {
  const prefix = callPrefix(stmt.sig);
  const target = prepareCallee(emitter, stmt.callee, stmt.site);
  const values = stmt.args.map((arg) => holdValue(emitter, arg));
  emitter.storeFuel();
  const frame = emitter.scratch('i32');
  if (target.id === undefined) emitter.missingI32({ k: 'value', symbol: (stmt.callee as Extract<Callee, { k: 'func' }>).func });
  else emitter.get(target.id);
  if (target.closure === undefined) emitter.i32(0);
  else emitter.get(target.closure);
  emitter.i32(stmt.site);
  emitter.callNative('rt.spawn');
  emitter.set(frame);
  storeArguments(emitter, stmt.sig, prefix, frame, values);
  emitter.callNative('rt.spawned');
  emitter.release('i32', frame);
  releaseTarget(emitter, target);
}

interface Held {
  readonly type: ValType;
  readonly local: number;
}

function holdValue(emitter: Emitter, value: Expr): Held {
  const type = typeOf(emitter, value);
  const local = emitter.scratch(type);
  expression(emitter, value);
  emitter.set(local);
  return { type, local };
}

function storeArguments(emitter: Emitter, sig: FuncSig, prefix: CallPrefix, frame: number, values: readonly Held[]): void {
  values.forEach((value, i) => {
    const carrier = must(sig.params[i], 'parameter');
    const offset = prefix.params[i] as number;
    if (carrier.kind === 'scalar') {
      emitter.get(frame);
      emitter.get(value.local);
      emitter.memory(`${carrier.type}.store`, offset);
    } else {
      const to = () => {
        emitter.get(frame);
        emitter.i32(offset);
        emitter.out.u8(i32Add);
      };
      copyTo(emitter, to, () => emitter.get(value.local), carrier.size);
    }
    emitter.release(value.type, value.local);
  });
}

/** Natives that neither record events nor need the time: the fuel cell need not be current. */
const quiet: ReadonlySet<string> = new Set(
  ['new', 'newArray', 'growSlice', 'concat', 'stringEqual', 'stringCompare', 'copyBytes', 'decodeRune', 'interfaceEqual', 'valueEqual', 'implements', 'mapGet', 'mapSet', 'mapLen', 'chanLen', 'chanCap'].map((name) => `rt.${name}`),
);

/** Whether the native neither records events nor needs the time. */
export function isQuiet({ name }: Native): boolean {
  return quiet.has(name);
}

type NativeStmt = Extract<Stmt, { k: 'native' }>;

/** A call of the runtime that does not block. */
export function nativeCall(emitter: Emitter, stmt: NativeStmt): void {
  const { native } = stmt;
  if (!isQuiet(native)) emitter.storeFuel();
  nativeArguments(emitter, stmt);
  emitter.callNative(native.name);
  if (native.direct) {
    const dest = stmt.results[0];
    if (dest === undefined) emitter.out.u8(opcode.drop);
    else emitter.assign(dest);
    return;
  }
  stmt.results.forEach((dest, i) => {
    emitter.i32(0);
    emitter.memory(`${must(native.results[i], 'result')}.load`, cell.results + 8 * i);
    emitter.assign(dest);
  });
}

/** A call of the runtime that may suspend the goroutine, to go on behind it. */
export function blockingNative(emitter: Emitter, stmt: NativeStmt, resume: number): void {
  emitter.storeFuel();
  emitter.get(param.fp);
  nativeArguments(emitter, stmt);
  emitter.callNative(stmt.native.name);
  emitter.if(() => {
    emitter.setPc(resume);
    emitter.brSuspend();
  });
}

function nativeArguments(emitter: Emitter, stmt: NativeStmt): void {
  stmt.args.forEach((arg, i) => {
    expression(emitter, arg);
    if (stmt.native.params[i] !== 'i64') return;
    const whole = emitter.scratch('i64');
    emitter.tee(whole);
    emitter.out.u8(0xa7); // i32.wrap_i64
    emitter.get(whole);
    emitter.out.u8(opcode.i64Const);
    emitter.out.s64(32);
    emitter.out.u8(0x87); // i64.shr_s
    emitter.out.u8(0xa7);
    emitter.release('i64', whole);
  });
}
