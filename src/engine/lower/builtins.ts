/** Calls of predeclared functions (specification: "Built-in functions"). */
import { bug, must } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { BuiltinName } from '../types/objects.ts';
import { appendSlice, appendValues, copySlice } from './append.ts';
import { call } from './calls.ts';
import { compare } from './compare.ts';
import { convert, exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { carrier } from './numbers.ts';
import { isComplex, isFloat, isInteger, isPointerShaped, isUnsigned, sizeOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { make } from './make.ts';
import { mapDelete } from './maps.ts';
import { cond, eqz, i32, op, widen, widenU } from './ops.ts';
import { isAddressable } from './places.ts';
import { callRecover } from './recover.ts';
import { syncOperand } from './syncPoints.ts';
import { allocate, part, partsOfValue, reusable, scalars, write } from './values.ts';
import type { Value } from './values.ts';

export function builtinName(e: syntax.CallExpr): BuiltinName | 'unsafe.Add' {
  const fun = unparen(e.fun);
  const name = fun.kind === 'Ident' ? fun : fun.kind === 'SelectorExpr' ? fun.sel : bug('builtin');
  return name.$obj?.kind === 'Builtin' ? name.$obj.name : bug(`${name.name} is no builtin`);
}

/** The result of a builtin; undefined for those without. */
export function builtin(f: Fn, e: syntax.CallExpr): Value | undefined {
  const name = builtinName(e);
  const arg = (i: number): syntax.Expr => must(e.args[i], `argument of ${name}`);
  switch (name) {
    case 'len':
    case 'cap':
      return size(f, name, arg(0), f.typeOf(e));
    case 'append':
      return append(f, e);
    case 'make':
      return make(f, e, f.typeOf(e));
    case 'new':
      return newVariable(f, arg(0), f.typeOf(e));
    case 'complex': {
      const type = f.typeOf(e);
      const half = f.world.types.basic(type.kind === 'complex64' ? 'float32' : 'float64');
      return scalars(type, ...valuesAs(f, e, () => half).map((value) => part(value)));
    }
    case 'real':
    case 'imag':
      return scalars(f.typeOf(e), part(f.expr(arg(0)), name === 'real' ? 0 : 1));
    case 'min':
    case 'max':
      return extreme(f, name, e);
    case 'unsafe.Add': {
      const pointer = f.expr(arg(0));
      return scalars(pointer.type, op('i32.add', part(pointer), part(convert(f, f.expr(arg(1)), f.world.types.basic('int32')))));
    }
    default:
      return apply(f, name, builtinArguments(f, name, e), resultType(f, name, e));
  }
}

function resultType(f: Fn, name: string, e: syntax.CallExpr): GoType {
  return name === 'recover' || name === 'copy' ? f.typeOf(e) : f.world.types.nil;
}

/** Builtins that may stand in statements, and so in defer and go: their arguments are values first. */
export function builtinArguments(f: Fn, name: string, e: syntax.CallExpr): readonly Value[] {
  if (name === 'panic') return e.args.map((arg) => exprAs(f, arg, f.world.types.any));
  return valuesAs(f, e, (i, before) => (name === 'delete' && i === 1 ? must(before[0], 'map').type.as('map').key : undefined));
}

/** The arguments converted to the wanted types, if any; one call may give them all. */
function valuesAs(f: Fn, e: syntax.CallExpr, wanted: (i: number, before: readonly Value[]) => GoType | undefined): readonly Value[] {
  const only = e.args.length === 1 ? unparen(must(e.args[0], 'argument')) : undefined;
  const values: Value[] = [];
  if (only?.kind === 'CallExpr' && only.$tv?.type.kind === 'Tuple') {
    for (const [i, value] of call(f, only).entries()) values.push(convert(f, value, wanted(i, values) ?? value.type));
    return values;
  }
  for (const [i, arg] of e.args.entries()) {
    const type = wanted(i, values);
    values.push(type ? exprAs(f, arg, type) : f.expr(arg));
  }
  return values;
}

export function apply(f: Fn, name: string, args: readonly Value[], result: GoType): Value | undefined {
  const arg = (i: number): Value => must(args[i], `argument of ${name}`);
  switch (name) {
    case 'panic': {
      const [type = bug('type of a panic'), data = bug('value of a panic')] = partsOfValue(reusable(f, arg(0)));
      if (!f.world.options.nilPanics) f.panicIf(eqz(type), PanicCode.nilPanic);
      f.emit({ k: 'native', native: natives.panic, args: [type, data], results: [], site: f.site });
      return undefined;
    }
    case 'print':
    case 'println':
      print(f, args, name === 'println');
      return undefined;
    case 'close':
      f.emit({ k: 'native', native: natives.chanClose, args: [syncOperand(f, part(arg(0)))], results: [], site: f.site });
      return undefined;
    case 'delete':
      mapDelete(f, arg(0), arg(1));
      return undefined;
    case 'clear':
      clear(f, arg(0));
      return undefined;
    case 'copy':
      return copySlice(f, arg(0), arg(1), result);
    case 'recover':
      return callRecover(f, result);
    default:
      return bug(`builtin ${name}`);
  }
}

function size(f: Fn, name: 'len' | 'cap', e: syntax.Expr, result: GoType): Value {
  const type = f.typeOf(e);
  const array = type.is('pointer') ? type.shape.elem : type;
  if (array.is('array')) {
    if (!isAddressable(e) || type.is('pointer')) f.expr(e);
    return scalars(result, { k: 'const', type: 'i64', value: BigInt(array.shape.length) });
  }
  if (type.is('slice') || type.is('string')) return scalars(result, widenU(part(f.expr(e), name === 'len' ? 1 : 2)));
  const x = part(f.expr(e));
  if (type.is('map')) return scalars(result, widenU(callDirect(f, natives.mapLen, [x])));
  return scalars(result, widenU(callDirect(f, name === 'len' ? natives.chanLen : natives.chanCap, [x])));
}

function append(f: Fn, e: syntax.CallExpr): Value {
  const type = f.typeOf(e);
  const elem = type.as('slice').elem;
  const [slice, ...rest] = valuesAs(f, e, (i) => (i === 0 ? type : e.hasDots ? undefined : elem));
  if (!e.hasDots) return appendValues(f, must(slice, 'slice'), rest);
  return appendSlice(f, must(slice, 'slice'), must(rest[0], 'slice'));
}

/** new(T), or new(x): a variable holding x. */
function newVariable(f: Fn, e: syntax.Expr, pointer: GoType): Value {
  const elem = pointer.as('pointer').elem;
  const initial = e.$tv?.mode === 'type' ? undefined : exprAs(f, e, elem);
  const memory = allocate(f, elem);
  if (initial) write(f, memory, initial);
  return scalars(pointer, memory.base);
}

function extreme(f: Fn, name: 'min' | 'max', e: syntax.CallExpr): Value {
  const type = f.typeOf(e);
  const values = e.args.map((arg) => exprAs(f, arg, type));
  return values.reduce((best, value) => {
    if (isFloat(type)) return scalars(type, op(`${type.kind === 'float32' ? 'f32' : 'f64'}.${name}`, part(best), part(value)));
    const [a, b] = [reusable(f, best), reusable(f, value)];
    const first = f.reuse(compare(f, name === 'min' ? '<=' : '>=', a, b), 'i32');
    if (isInteger(type)) return scalars(type, cond(carrier(type), first, part(a), part(b)));
    return scalars(type, cond('i32', first, part(a), part(b)), cond('i32', first, part(a, 1), part(b, 1)));
  });
}

function clear(f: Fn, value: Value): void {
  if (value.type.is('map')) {
    f.emit({ k: 'native', native: natives.mapClear, args: [part(value)], results: [], site: f.site });
    return;
  }
  const elem = value.type.as('slice').elem;
  f.emit({ k: 'zero', to: part(value), size: op('i32.mul', part(value, 1), i32(sizeOf(elem))) });
}

// ---- print and println

function print(f: Fn, args: readonly Value[], line: boolean): void {
  const held = args.map((arg) => reusable(f, arg));
  held.forEach((arg, i) => {
    if (line && i > 0) printText(f, ' ');
    printValue(f, arg);
  });
  if (line) printText(f, '\n');
}

function printText(f: Fn, text: string): void {
  f.emit({ k: 'native', native: natives.printString, args: [f.text(text), i32(text.length)], results: [], site: f.site });
}

function printValue(f: Fn, value: Value): void {
  const type = value.type;
  const out = (native: (typeof natives)['printInt'], ...args: Expr[]): void => f.emit({ k: 'native', native, args, results: [], site: f.site });
  if (type.is('string')) return out(natives.printString, part(value), part(value, 1));
  if (type.is('bool')) return out(natives.printBool, part(value));
  if (isFloat(type)) return out(natives.printFloat, type.kind === 'float32' ? op('f64.promote_f32', part(value)) : part(value));
  if (isInteger(type)) {
    const wide = carrier(type) === 'i64' ? part(value) : isUnsigned(type) ? widenU(part(value)) : widen(part(value));
    return out(isUnsigned(type) ? natives.printUint : natives.printInt, wide);
  }
  if (isComplex(type)) return printComplex(f, value);
  if (isPointerShaped(type) || type.is('nil')) return out(natives.printPointer, part(value));
  // Interfaces as (type,data), slices as [len/cap]ptr.
  if (type.is('interface')) {
    printText(f, '(');
    out(natives.printPointer, part(value));
    printText(f, ',');
    out(natives.printPointer, part(value, 1));
    return printText(f, ')');
  }
  printText(f, '[');
  out(natives.printInt, widenU(part(value, 1)));
  printText(f, '/');
  out(natives.printInt, widenU(part(value, 2)));
  printText(f, ']');
  out(natives.printPointer, part(value));
}

function printComplex(f: Fn, value: Value): void {
  const wide = (e: Expr): Expr => (value.type.kind === 'complex64' ? op('f64.promote_f32', e) : e);
  printText(f, '(');
  for (const i of [0, 1]) f.emit({ k: 'native', native: natives.printFloat, args: [wide(part(value, i))], results: [], site: f.site });
  printText(f, 'i)');
}
