/**
 * Go expressions over the variables of a suspended goroutine: for conditions of breakpoints and for watching. Evaluating changes nothing, so there
 * are no calls but len and cap, and no receives. What is wrong with an expression is an answer in gc's words as far as it has some.
 */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import type { BinaryExpr, CallExpr, Expr, IndexExpr, SelectorExpr, UnaryExpr } from '../syntax/nodes.ts';
import { parseFile } from '../syntax/parser.ts';
import { exprString } from '../syntax/print.ts';
import { literalConst } from '../types/constant-literal.ts';
import type { Reader } from './types.ts';

/** Integers are bigints; strings have one unit per byte; nil is null. */
export type Scalar = bigint | number | boolean | string | null;

/** A value of the program: its type and a copy of its bytes. */
interface Typed {
  readonly type: RuntimeType;
  readonly bytes: DataView;
}
/** The result of an operation, or a constant: then it has no type yet. */
interface Plain {
  readonly type: RuntimeType | undefined;
  readonly scalar: Scalar;
}
type Operand = Typed | Plain;

/** Where names are looked up: the type of a variable and its bytes, which may be overwritten by the next call. */
export type Variables = (name: string) => { readonly type: number; readonly memory: DataView; readonly at: number } | undefined;

export type Evaluation = { readonly value: Scalar } | { readonly error: string };
export type Parsed = { readonly expr: Expr } | { readonly error: string };

/** A message for the user. */
class Wrong extends Error {}

function wrong(message: string): never {
  throw new Wrong(message);
}

export function parseExpression(text: string): Parsed {
  const { file, diagnostics } = parseFile({ name: 'expression', text: `package p\nvar _ = ${text}\n` }, 0);
  const [decl] = file.decls;
  if (diagnostics[0]) return { error: diagnostics[0].message };
  if (file.decls.length !== 1 || decl?.kind !== 'VarDecl' || !decl.values[0] || decl.values.length > 1) return { error: 'want one expression' };
  return { expr: decl.values[0] };
}

export function evaluate(expr: Expr, reader: Reader, variables: Variables): Evaluation {
  try {
    return { value: scalarOf(new Evaluator(reader, variables).value(expr), reader) };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { error: error.message };
  }
}

/** For messages: the value as fmt prints it. */
export function scalarWords(value: Scalar): string {
  return value === null ? 'nil' : typeof value === 'string' ? JSON.stringify(decode(value)) : String(value);
}

function decode(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (unit) => unit.charCodeAt(0)));
}

class Evaluator {
  private readonly reader: Reader;
  private readonly variables: Variables;

  constructor(reader: Reader, variables: Variables) {
    this.reader = reader;
    this.variables = variables;
  }

  value(e: Expr): Operand {
    switch (e.kind) {
      case 'ParenExpr':
        return this.value(e.x);
      case 'Ident':
        return this.name(e.name);
      case 'BasicLit':
        return constant(literalConst(e.lit, e.text) ?? wrong(`malformed constant: ${e.text}`), e.text);
      case 'SelectorExpr':
        return this.field(e);
      case 'IndexExpr':
        return this.element(e);
      case 'StarExpr':
        return this.target(this.value(e.x), e.x);
      case 'UnaryExpr':
        return this.unary(e);
      case 'BinaryExpr':
        return this.binary(e);
      case 'CallExpr':
        return this.length(e);
      default:
        return wrong(`cannot evaluate ${exprString(e)} here: only variables, fields, elements, operators, len and cap`);
    }
  }

  private typeOf(id: number): RuntimeType {
    return must(this.reader.program.types[id], 'type');
  }

  /** A copy of a value in memory. */
  private read(type: RuntimeType, memory: DataView, at: number): Typed {
    return { type, bytes: new DataView(memory.buffer.slice(memory.byteOffset + at, memory.byteOffset + at + Math.max(type.layout.size, 1))) };
  }

  private name(name: string): Operand {
    const found = this.variables(name);
    if (found) return this.read(this.typeOf(found.type), found.memory, found.at);
    if (name === 'true' || name === 'false') return { type: undefined, scalar: name === 'true' };
    return name === 'nil' ? { type: undefined, scalar: null } : wrong(`undefined: ${name}`);
  }

  /** What a pointer points to; an interface's value where one is meant. */
  private target(x: Operand, e: Expr): Typed {
    const typed = this.dynamic(x);
    if (!('bytes' in typed) || typed.type.kind !== 'pointer') return wrong(`invalid operation: cannot indirect ${exprString(e)}`);
    const address = typed.bytes.getUint32(0, true);
    if (address === 0) return wrong(`${exprString(e)} is nil`);
    return this.read(this.typeOf(typed.type.elem), this.reader.memory, address);
  }

  /** The value in an interface; others are what they are. */
  private dynamic(x: Operand): Operand {
    if (!('bytes' in x) || x.type.kind !== 'interface') return x;
    const id = x.bytes.getUint32(0, true);
    if (id === 0) return { type: undefined, scalar: null };
    const type = this.typeOf(id);
    const inWord = ['pointer', 'map', 'chan', 'func', 'unsafe.Pointer'].includes(type.kind);
    return inWord ? this.read(type, x.bytes, 4) : this.read(type, this.reader.memory, x.bytes.getUint32(4, true));
  }

  private field({ x, sel }: SelectorExpr): Operand {
    let holder = this.dynamic(this.value(x));
    if ('bytes' in holder && holder.type.kind === 'pointer') holder = this.target(holder, x);
    const found = 'bytes' in holder ? this.promoted(holder, sel.name) : undefined;
    return found ?? wrong(`${exprString(x)}.${sel.name} undefined`);
  }

  /** Breadth first through embedded fields, as selectors are resolved. */
  private promoted(holder: Typed, name: string): Typed | undefined {
    let level = [holder];
    for (let depth = 0; level.length > 0 && depth < 8; depth++) {
      const next: Typed[] = [];
      for (const { type, bytes } of level) {
        for (const field of type.fields) {
          const inner = this.read(this.typeOf(field.type), bytes, field.offset);
          if (field.name === name) return inner;
          if (!field.embedded) continue;
          const pointer = inner.type.kind === 'pointer';
          if (!pointer) next.push(inner);
          else if (inner.bytes.getUint32(0, true) !== 0) next.push(this.read(this.typeOf(inner.type.elem), this.reader.memory, inner.bytes.getUint32(0, true)));
        }
      }
      level = next;
    }
    return undefined;
  }

  private element({ x, indices }: IndexExpr): Operand {
    let holder = this.dynamic(this.value(x));
    if ('bytes' in holder && holder.type.kind === 'pointer') holder = this.target(holder, x);
    const [first] = indices;
    const index = this.scalar(first ?? wrong('missing index')).scalar;
    if (!('bytes' in holder)) return wrong(`invalid operation: cannot index ${exprString(x)}`);
    const { type, bytes } = holder;
    if (type.kind === 'map') return this.mapElement(holder, index);
    if (typeof index !== 'bigint') return wrong(`invalid argument: index ${exprString(first ?? x)} must be integer`);
    const length = type.kind === 'array' ? BigInt(type.length) : type.kind === 'slice' || type.kind === 'string' ? BigInt(bytes.getUint32(4, true)) : undefined;
    if (length === undefined) return wrong(`invalid operation: cannot index ${exprString(x)}`);
    if (index < 0n || index >= length) return wrong(`index out of range [${index}] with length ${length}`);
    const i = Number(index);
    if (type.kind === 'string') return { type: undefined, scalar: BigInt(this.reader.memory.getUint8(bytes.getUint32(0, true) + i)) };
    const elem = this.typeOf(type.elem);
    return type.kind === 'array' ? this.read(elem, bytes, i * elem.layout.size) : this.read(elem, this.reader.memory, bytes.getUint32(0, true) + i * elem.layout.size);
  }

  private mapElement({ type, bytes }: Typed, wanted: Scalar): Operand {
    const map = bytes.getUint32(0, true);
    const { entries } = map === 0 ? { entries: [] } : this.reader.mapEntries(map, 100_000);
    const elem = this.typeOf(type.elem);
    for (const [key, value] of entries) {
      if (equal(scalarOf(this.dynamic(this.read(this.typeOf(type.key), this.reader.memory, key)), this.reader), wanted)) return this.read(elem, this.reader.memory, value);
    }
    return { type: elem, bytes: new DataView(new ArrayBuffer(Math.max(elem.layout.size, 1))) };
  }

  private length({ fun, args }: CallExpr): Operand {
    const [x] = args;
    if (fun.kind !== 'Ident' || (fun.name !== 'len' && fun.name !== 'cap') || !x || args.length > 1) return wrong(`cannot call ${exprString(fun)} here: only len and cap`);
    const of = this.dynamic(this.value(x));
    const answer = (value: number): Operand => ({ type: undefined, scalar: BigInt(value) });
    if (!('bytes' in of)) return typeof of.scalar === 'string' && fun.name === 'len' ? answer(of.scalar.length) : wrong(`invalid argument: ${exprString(x)} for built-in ${fun.name}`);
    const word = (at: number): number => of.bytes.getUint32(at, true);
    switch (of.type.kind) {
      case 'array':
        return answer(of.type.length);
      case 'slice':
        return answer(word(fun.name === 'len' ? 4 : 8));
      case 'string':
        return fun.name === 'len' ? answer(word(4)) : wrong(`invalid argument: ${exprString(x)} for built-in cap`);
      case 'map':
        return answer(word(0) === 0 ? 0 : this.reader.mapEntries(word(0), 0).length);
      case 'chan': {
        const state = word(0) === 0 ? { length: 0, capacity: 0 } : this.reader.channel(word(0), 0);
        return answer(fun.name === 'len' ? state.length : state.capacity);
      }
      default:
        return wrong(`invalid argument: ${exprString(x)} for built-in ${fun.name}`);
    }
  }

  private scalar(e: Expr): { readonly type: RuntimeType | undefined; readonly scalar: Scalar } {
    const x = this.dynamic(this.value(e));
    return { type: x.type, scalar: scalarOf(x, this.reader) };
  }

  private unary(e: UnaryExpr): Operand {
    const { type, scalar } = this.scalar(e.x);
    if (e.op === '!' && typeof scalar === 'boolean') return { type, scalar: !scalar };
    if (e.op === '-' && (typeof scalar === 'bigint' || typeof scalar === 'number')) return { type, scalar: wrapped(-scalar, type) };
    if (e.op === '+' && (typeof scalar === 'bigint' || typeof scalar === 'number')) return { type, scalar };
    if (e.op === '^' && typeof scalar === 'bigint') return { type, scalar: wrapped(~scalar, type) };
    return wrong(`invalid operation: operator ${e.op} not defined on ${exprString(e.x)}`);
  }

  private binary(e: BinaryExpr): Operand {
    const left = this.scalar(e.x);
    if (e.op === '&&' || e.op === '||') {
      if (typeof left.scalar !== 'boolean') return wrong(`invalid operation: operator ${e.op} not defined on ${exprString(e.x)}`);
      if (left.scalar === (e.op === '||')) return left;
      const right = this.scalar(e.y);
      return typeof right.scalar === 'boolean' ? right : wrong(`invalid operation: operator ${e.op} not defined on ${exprString(e.y)}`);
    }
    const right = this.scalar(e.y);
    if (left.type && right.type && left.type !== right.type && e.op !== '<<' && e.op !== '>>') {
      return wrong(`invalid operation: ${exprString(e)} (mismatched types ${left.type.name} and ${right.type.name})`);
    }
    const type = left.type ?? right.type;
    const result = operate(e.op, left.scalar, right.scalar);
    if (result === undefined) return wrong(`invalid operation: operator ${e.op} not defined on ${exprString(e.x)}`);
    return typeof result === 'boolean' ? { type: undefined, scalar: result } : { type, scalar: wrapped(result, type) };
  }
}

function constant(value: NonNullable<ReturnType<typeof literalConst>>, text: string): Plain {
  switch (value.kind) {
    case 'int':
      return { type: undefined, scalar: value.value };
    case 'float':
      return { type: undefined, scalar: Number(value.num) / Number(value.den) };
    case 'string':
      return { type: undefined, scalar: value.value };
    default:
      return wrong(`cannot evaluate ${text} here`);
  }
}

/** What comparisons and operators work on. References are their addresses. */
function scalarOf(x: Operand, reader: Reader): Scalar {
  if (!('bytes' in x)) return x.scalar;
  const { type, bytes } = x;
  switch (type.kind) {
    case 'bool':
      return bytes.getUint8(0) !== 0;
    case 'int8':
      return BigInt(bytes.getInt8(0));
    case 'int16':
      return BigInt(bytes.getInt16(0, true));
    case 'int32':
      return BigInt(bytes.getInt32(0, true));
    case 'uint8':
      return BigInt(bytes.getUint8(0));
    case 'uint16':
      return BigInt(bytes.getUint16(0, true));
    case 'uint32':
      return BigInt(bytes.getUint32(0, true));
    case 'int':
    case 'int64':
      return bytes.getBigInt64(0, true);
    case 'uint':
    case 'uint64':
    case 'uintptr':
      return bytes.getBigUint64(0, true);
    case 'float32':
      return bytes.getFloat32(0, true);
    case 'float64':
      return bytes.getFloat64(0, true);
    case 'string':
      return stringAt(reader.memory, bytes.getUint32(0, true), bytes.getUint32(4, true));
    case 'pointer':
    case 'chan':
    case 'func':
    case 'map':
    case 'slice':
    case 'interface':
    case 'unsafe.Pointer': {
      const address = bytes.getUint32(0, true);
      return address === 0 ? null : BigInt(address);
    }
    default:
      return wrong(`cannot use a value of type ${type.name} here`);
  }
}

function stringAt(memory: DataView, at: number, length: number): string {
  return Array.from(new Uint8Array(memory.buffer, at, Math.min(length, 10_000)), (byte) => String.fromCharCode(byte)).join('');
}

function equal(a: Scalar, b: Scalar): boolean {
  return typeof a === 'number' || typeof b === 'number' ? Number(a) === Number(b) : a === b;
}

/** Integers as wide as their type. */
function wrapped(value: Scalar, type: RuntimeType | undefined): Scalar {
  if (typeof value !== 'bigint' || !type) return value;
  const bits = type.layout.size * 8;
  return type.kind.startsWith('uint') ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
}

/** Undefined if the operator does not take such operands. */
function operate(op: string, a: Scalar, b: Scalar): Scalar | undefined {
  if (op === '==') return equal(a, b);
  if (op === '!=') return !equal(a, b);
  if (typeof a === 'string' && typeof b === 'string') return op === '+' ? a + b : compared(op, a < b, a === b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return integers(op, a, b);
  if ((typeof a !== 'bigint' && typeof a !== 'number') || (typeof b !== 'bigint' && typeof b !== 'number')) return undefined;
  const [x, y] = [Number(a), Number(b)];
  switch (op) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      return x / y;
    default:
      return Number.isNaN(x) || Number.isNaN(y) ? false : compared(op, x < y, x === y);
  }
}

function compared(op: string, less: boolean, same: boolean): boolean | undefined {
  switch (op) {
    case '<':
      return less;
    case '<=':
      return less || same;
    case '>':
      return !less && !same;
    case '>=':
      return !less;
    default:
      return undefined;
  }
}

/** Shifts beyond this are as good as that. */
const farthestShift = 128n;

function integers(op: string, a: bigint, b: bigint): Scalar | undefined {
  const by = b < farthestShift ? b : farthestShift;
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0n ? wrong('invalid operation: division by zero') : a / b;
    case '%':
      return b === 0n ? wrong('invalid operation: division by zero') : a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '&^':
      return a & ~b;
    case '<<':
      return b < 0n ? wrong(`invalid operation: negative shift count ${b}`) : a << by;
    case '>>':
      return b < 0n ? wrong(`invalid operation: negative shift count ${b}`) : a >> by;
    default:
      return compared(op, a < b, a === b);
  }
}
