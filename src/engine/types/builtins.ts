/** Calls of builtin functions. */
import type { CallExpr, Expr } from '../syntax/nodes.ts';
import { assertUnreachable } from '../../base/assert.ts';
import { exprString } from '../syntax/print.ts';
import { assignment } from './assignments.ts';
import { appendCall, copyCall } from './builtin-slices.ts';
import { complexCall, minMax, realImag } from './builtin-numbers.ts';
import type { Checker } from './checker.ts';
import { commonUnder } from './common.ts';
import { intConst } from './constant.ts';
import { exclude, expression, expressionList, expressionOrType, eachUnder, use } from './expr.ts';
import type { ExprKind } from './expr.ts';
import { identical } from './identity.ts';
import { validIndex } from './index-expr.ts';
import { toInt } from './constant.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import type { BuiltinName } from './objects.ts';
import { failed, invalidate, newOperand, setConstant, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isString, isTypeParam, isUntypedNil, isValid, isUntyped } from './predicates.ts';
import { convertUntyped } from './conversion-untyped.ts';
import { alignOf, offsetsOf, sizeOf } from './sizes.ts';
import { typeSetOf } from './typeset.ts';
import type { Type } from './types.ts';
import { variableType } from './typexpr.ts';
import { under, unalias } from './under.ts';
import { withoutUnsafe } from './unsafe.ts';
import { byteType, Typ, emptyInterface } from './universe.ts';

/** Least and greatest number of arguments; the second undefined if there is no limit. */
const arity: Readonly<Record<BuiltinName, readonly [number, number | undefined]>> = {
  append: [1, undefined], cap: [1, 1], clear: [1, 1], close: [1, 1], complex: [2, 2], copy: [2, 2], delete: [2, 2], imag: [1, 1], len: [1, 1],
  make: [1, 3], max: [1, undefined], min: [1, undefined], new: [1, 1], panic: [1, 1], print: [0, undefined], println: [0, undefined],
  real: [1, 1], recover: [0, 0], 'unsafe.Sizeof': [1, 1], 'unsafe.Offsetof': [1, 1], 'unsafe.Alignof': [1, 1], 'unsafe.Add': [2, 2],
  'unsafe.Slice': [2, 2], 'unsafe.SliceData': [1, 1], 'unsafe.String': [2, 2], 'unsafe.StringData': [1, 1],
};
/** Those whose call may stand alone as a statement. */
const statements: ReadonlySet<BuiltinName> = new Set(['clear', 'close', 'copy', 'delete', 'panic', 'print', 'println', 'recover']);

/** x becomes the result. */
export function builtinCall(c: Checker, x: Operand, call: CallExpr, name: BuiltinName): ExprKind {
  const kind: ExprKind = statements.has(name) ? 'statement' : 'expression';
  invalidate(x);
  if (call.hasDots && name !== 'append') {
    c.error(call, 'InvalidDotDotDot', `invalid operation: invalid use of ... with built-in ${name}`);
    use(c, ...call.args);
    return kind;
  }
  // These take types, or operands that must not be evaluated as values at once.
  const special = name === 'make' || name === 'new' || name === 'unsafe.Offsetof';
  const outerCall = c.env.hasCallOrRecv;
  if (name === 'len' || name === 'cap') c.env.hasCallOrRecv = false;
  const args = special ? [] : expressionList(c, call.args);
  const count = special ? call.args.length : args.length;
  const fine = args.every((a) => a.mode !== 'invalid') && rightCount(c, call, name, count);
  if (fine) evaluate(c, x, call, name, args);
  else if (special) use(c, ...call.args);
  if (name === 'len' || name === 'cap') c.env.hasCallOrRecv ||= outerCall;
  return kind;
}

function rightCount(c: Checker, call: CallExpr, name: BuiltinName, count: number): boolean {
  const [least, most] = arity[name];
  const few = count < least;
  if (!few && (most === undefined || count <= most)) return true;
  const expected = few ? least : most;
  c.error(call, 'WrongArgCount', `invalid operation: ${few ? 'not enough' : 'too many'} arguments for ${exprString(call)} (expected ${expected}, found ${count})`);
  return false;
}

function evaluate(c: Checker, x: Operand, call: CallExpr, name: BuiltinName, args: readonly Operand[]): void {
  const [first, second] = args;
  switch (name) {
    case 'append':
      return appendCall(c, x, call, args);
    case 'copy':
      return copyCall(c, x, first, second);
    case 'len':
    case 'cap':
      return lenCap(c, x, first, name);
    case 'clear':
      c.requireVersion(call.fun, 21, 'clear');
      return clear(c, x, first);
    case 'close':
      return close(c, x, first);
    case 'complex':
      return complexCall(c, x, first, second, call);
    case 'real':
    case 'imag':
      return realImag(c, x, first, name);
    case 'delete':
      return deleteCall(c, x, first, second);
    case 'make':
      return make(c, x, call);
    case 'new':
      return newCall(c, x, call);
    case 'max':
    case 'min':
      c.requireVersion(call.fun, 21, `built-in ${name}`);
      return minMax(c, x, args, name, call);
    case 'panic':
      if (first) assignment(c, first, emptyInterface, 'argument to panic');
      return noValue(x, first);
    case 'print':
    case 'println':
      for (const a of args) assignment(c, a, undefined, `argument to built-in ${name}`);
      return args.some((a) => a.mode === 'invalid') ? undefined : noValue(x, undefined);
    case 'recover':
      return setValue(x, emptyInterface);
    case 'unsafe.Sizeof':
    case 'unsafe.Alignof':
      return sizeof(c, x, first, name);
    case 'unsafe.Offsetof':
      return offsetof(c, x, call);
    case 'unsafe.Add':
    case 'unsafe.Slice':
    case 'unsafe.SliceData':
    case 'unsafe.String':
    case 'unsafe.StringData':
      withoutUnsafe(c, call.fun.kind === 'SelectorExpr' ? call.fun.sel : call.fun, name);
      return addressCall(c, x, name, first, second);
    default:
      return assertUnreachable(name);
  }
}

export function noValue(x: Operand, argument: Operand | undefined): void {
  if (argument?.mode === 'invalid') return;
  x.mode = 'novalue';
  x.type = { kind: 'Tuple', vars: [] };
}

function badArgument(c: Checker, x: Operand, text: string): void {
  c.errorAt(x, 'InvalidArg', `invalid argument: ${text}`);
}

// ---- len, cap -------------------------------------------------------------------------------------------------------

function lenCap(c: Checker, x: Operand, a: Operand | undefined, name: 'len' | 'cap'): void {
  if (!a) return;
  const length = constantLength(c, a, name);
  if (length !== undefined) {
    // An untyped string constant stays what it is: it is never needed at run time.
    setConstant(x, Typ.int, intConst(length));
    return;
  }
  const measurable = !isUntypedNil(a.type) && eachUnder(a.type, (u) => u !== undefined && hasLength(u, name));
  if (measurable) {
    if (isUntyped(a.type)) convertUntyped(c, a, Typ.string);
    setValue(x, Typ.int);
  } else if (isValid(under(a.type))) {
    badArgument(c, a, `${c.describe(a)} for built-in ${name}`);
  }
}

/** The length of a constant string, or of an array whose expression calls and receives nothing. */
function constantLength(c: Checker, a: Operand, name: 'len' | 'cap'): number | undefined {
  if (isTypeParam(a.type)) return undefined;
  const u = under(a.type);
  if (name === 'len' && a.mode === 'constant' && a.value?.kind === 'string') return a.value.value.length;
  const pointed = u.kind === 'Pointer' ? under(u.elem) : u;
  if (pointed.kind !== 'Array' || c.env.hasCallOrRecv) return undefined;
  return pointed.length;
}

function hasLength(type: Type, name: 'len' | 'cap'): boolean {
  const u = type.kind === 'Pointer' ? under(type.elem) : type;
  if (type.kind === 'Pointer') return u.kind === 'Array';
  if (u.kind === 'Array' || u.kind === 'Slice' || u.kind === 'Chan') return true;
  return name === 'len' && (u.kind === 'Map' || isString(u));
}

// ---- Maps and channels ----------------------------------------------------------------------------------------------

function clear(c: Checker, x: Operand, a: Operand | undefined): void {
  if (!a) return;
  const ok = eachUnder(a.type, (u) => u?.kind === 'Map' || u?.kind === 'Slice');
  if (!ok) return badArgument(c, a, `cannot clear ${c.describe(a)}: argument must be (or constrained by) map or slice`);
  noValue(x, undefined);
}

function close(c: Checker, x: Operand, a: Operand | undefined): void {
  if (!a) return;
  const ok = eachUnder(a.type, (u) => {
    if (u?.kind !== 'Chan') {
      c.errorAt(a, 'InvalidClose', `invalid operation: cannot close non-channel ${c.describe(a)}`);
      return false;
    }
    if (u.dir === 'recv') {
      c.errorAt(a, 'InvalidClose', `invalid operation: cannot close receive-only channel ${c.describe(a)}`);
      return false;
    }
    return true;
  });
  if (ok) noValue(x, undefined);
}

function deleteCall(c: Checker, x: Operand, map: Operand | undefined, keyArg: Operand | undefined): void {
  if (!map || !keyArg) return;
  let key: Type | undefined;
  const ok = eachUnder(map.type, (u) => {
    if (u?.kind !== 'Map') {
      badArgument(c, map, `${c.describe(map)} is not a map`);
      return false;
    }
    if (key && !identical(u.key, key)) {
      badArgument(c, map, `maps of ${c.describe(map)} must have identical key types`);
      return false;
    }
    key = u.key;
    return true;
  });
  if (!ok || !key) return;
  assignment(c, keyArg, key, 'argument to delete');
  noValue(x, keyArg);
}

// ---- make, new ------------------------------------------------------------------------------------------------------

function make(c: Checker, x: Operand, call: CallExpr): void {
  const [typeArg, ...sizes] = call.args;
  if (!typeArg) return;
  const type = variableType(c, typeArg);
  if (!isValid(type)) {
    use(c, ...sizes);
    return;
  }
  const common = commonUnder(type, c.typeName, (_, u) => {
    const makeable = !u || u.kind === 'Slice' || u.kind === 'Map' || u.kind === 'Chan';
    return makeable ? undefined : 'type must be slice, map, or channel';
  });
  if ('cause' in common) {
    c.error(typeArg, 'InvalidMake', `invalid argument: cannot make ${exprString(typeArg)}: ${common.cause}`);
    use(c, ...sizes);
    return;
  }
  const least = common.type.kind === 'Slice' ? 2 : 1;
  const most = least + 1;
  const count = call.args.length;
  if (count < least || count > most) {
    c.error(call, 'WrongArgCount', `invalid operation: ${exprString(call)} expects ${least} or ${most} arguments; found ${count}`);
    return;
  }
  const values = sizes.map((e) => makeSize(c, e));
  const [length, capacity] = values;
  const second = sizes[0];
  if (length !== undefined && capacity !== undefined && length > capacity && second) {
    c.error(second, 'SwappedMakeArgs', 'invalid argument: length and capacity swapped');
  }
  setValue(x, type);
}

function makeSize(c: Checker, e: Expr): bigint | undefined {
  const x = newOperand();
  expression(c, undefined, x, e);
  if (x.mode === 'invalid') return undefined;
  // A constant may be a float, if it is whole.
  if (!validIndex(c, x, 'index', false)) return undefined;
  return x.value && toInt(x.value)?.value;
}

/** new(T), or since go1.26 new(value). */
function newCall(c: Checker, x: Operand, call: CallExpr): void {
  const [arg] = call.args;
  if (!arg) return;
  const a = newOperand();
  expressionOrType(c, a, arg, false);
  exclude(c, a, ['novalue', 'builtin']);
  if (a.mode === 'invalid') return;
  if (a.mode === 'type') {
    const type = variableType(c, arg);
    if (isValid(type)) setValue(x, { kind: 'Pointer', elem: type });
    return;
  }
  if (isUntyped(a.type)) assignment(c, a, undefined, 'argument to new');
  if (failed(a)) return;
  c.requireVersion(call.fun, 26, `new(${exprString(arg)})`);
  setValue(x, { kind: 'Pointer', elem: a.type });
}

// ---- unsafe ---------------------------------------------------------------------------------------------------------

function sizeof(c: Checker, x: Operand, a: Operand | undefined, name: 'unsafe.Sizeof' | 'unsafe.Alignof'): void {
  if (!a) return;
  assignment(c, a, undefined, `argument to ${name}`);
  if (a.mode === 'invalid') return;
  if (dependsOnTypeParams(a.type)) setValue(x, Typ.uintptr);
  else setConstant(x, Typ.uintptr, intConst(name === 'unsafe.Sizeof' ? sizeOf(a.type) : alignOf(a.type)));
}

/** Add(p, n), Slice(p, n), SliceData(s), String(p, n), StringData(s). */
function addressCall(c: Checker, x: Operand, name: BuiltinName, first: Operand | undefined, n: Operand | undefined): void {
  if (!first) return;
  const result = addressResult(c, name, first);
  if (result && (!n || validIndex(c, n, 'length', name === 'unsafe.Add'))) setValue(x, result);
}

/** Undefined if the first argument is not what it should be, which is reported. */
function addressResult(c: Checker, name: BuiltinName, first: Operand): Type | undefined {
  const wants = (type: Type, result: Type): Type | undefined => {
    assignment(c, first, type, `argument to ${name}`);
    return failed(first) ? undefined : result;
  };
  const wanted = name === 'unsafe.Slice' ? 'Pointer' : 'Slice';
  switch (name) {
    case 'unsafe.Add':
      return wants(Typ['unsafe.Pointer'], Typ['unsafe.Pointer']);
    case 'unsafe.String':
      return wants({ kind: 'Pointer', elem: byteType }, Typ.string);
    case 'unsafe.StringData':
      return wants(Typ.string, { kind: 'Pointer', elem: byteType });
    default: {
      const common = commonUnder(first.type, c.typeName);
      const u = 'type' in common ? common.type : Typ.invalid;
      if (wanted === 'Pointer' && u.kind === 'Pointer') return { kind: 'Slice', elem: u.elem };
      if (wanted === 'Slice' && u.kind === 'Slice') return { kind: 'Pointer', elem: u.elem };
      badArgument(c, first, `${c.describe(first)} is not a ${wanted.toLowerCase()}`);
      return undefined;
    }
  }
}

function dependsOnTypeParams(type: Type): boolean {
  const t = unalias(type);
  if (t.kind === 'TypeParam') return typeSetOf(t) !== undefined;
  const u = under(t);
  if (u.kind === 'Array') return dependsOnTypeParams(u.elem);
  return u.kind === 'Struct' && u.fields.some((f) => dependsOnTypeParams(f.type ?? Typ.invalid));
}

function offsetof(c: Checker, x: Operand, call: CallExpr): void {
  let [arg] = call.args;
  while (arg?.kind === 'ParenExpr') arg = arg.x;
  if (arg?.kind !== 'SelectorExpr') {
    if (arg) c.error(arg, 'BadOffsetofSyntax', `invalid argument: ${exprString(arg)} is not a selector expression`);
    use(c, arg);
    return;
  }
  const base = newOperand();
  expression(c, undefined, base, arg.x);
  if (base.mode === 'invalid') return;
  const found = lookupFieldOrMethod(base.type, false, c.pkg, arg.sel.name);
  if (found.kind !== 'found' || found.object.kind !== 'Var') {
    const isMethod = found.kind === 'pointerReceiver' || (found.kind === 'found' && found.object.kind === 'Func');
    const why = isMethod ? `${exprString(arg)} is a method value` : `${c.str(base.type)} has no single field ${arg.sel.name}`;
    c.error(arg.sel, isMethod ? 'InvalidOffsetof' : 'MissingFieldOrMethod', `invalid argument: ${why}`);
    return;
  }
  if (found.path.length > 1 && found.indirect && crossesPointer(base.type, found.path)) {
    c.error(arg.sel, 'InvalidOffsetof', `invalid argument: field ${arg.sel.name} is embedded via a pointer in ${c.str(base.type.kind === 'Pointer' ? base.type.elem : base.type)}`);
    return;
  }
  c.recordUse(arg.sel, found.object);
  arg.$selection = { kind: 'field', recv: base.type, object: found.object, path: found.path, indirect: found.indirect };
  setConstant(x, Typ.uintptr, intConst(offsetOfPath(base.type, found.path)));
}

/** Whether an embedded pointer is followed on the way. */
function crossesPointer(type: Type, path: readonly number[]): boolean {
  let t = type;
  for (const [i, index] of path.entries()) {
    const u = under(t);
    if (u.kind === 'Pointer' && i > 0) return true;
    const struct = u.kind === 'Pointer' ? under(u.elem) : u;
    t = struct.kind === 'Struct' ? (struct.fields[index]?.type ?? Typ.invalid) : Typ.invalid;
  }
  return false;
}

function offsetOfPath(type: Type, path: readonly number[]): number {
  let offset = 0;
  let t = type;
  for (const index of path) {
    const u = under(t);
    const struct = u.kind === 'Pointer' ? under(u.elem) : u;
    if (struct.kind !== 'Struct') break;
    offset += offsetsOf(struct)[index] ?? 0;
    t = struct.fields[index]?.type ?? Typ.invalid;
  }
  return offset;
}
