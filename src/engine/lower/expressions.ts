/** Expressions: one case per kind of node. What an expression calls or waits for is emitted before it is used. */
import { bug, must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { builtin } from './builtins.ts';
import { call, staticFunction } from './calls.ts';
import { receive } from './channels.ts';
import { functionLiteral, staticClosure } from './closures.ts';
import { compare } from './compare.ts';
import { constantValue } from './constants.ts';
import { convert, exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { and, callNative, or } from './lazy.ts';
import { addressOfLiteral, compositeLiteral } from './literals.ts';
import { mapIndex } from './maps.ts';
import { onLine } from './marks.ts';
import { methodExpression, methodValue, selectedMethod } from './methods.ts';
import { arithmetic, complement, negate, shift } from './numbers.ts';
import { order } from './order.ts';
import { constI32, i32, load, not, op } from './ops.ts';
import { pointerToPointee } from './pointeeVariables.ts';
import { arrayElement, checkedIndex, isAddressable, operandInMemory, place, qualifiedVariable, sliceElement } from './places.ts';
import { find, readOperand, walkPath } from './selectors.ts';
import { sliceExpression } from './slicing.ts';
import { assertion } from './assertions.ts';
import { readShared } from './accesses.ts';
import { addressOf, part, partsOfValue, read, scalars, slotMemory, snapshot, variablePlace } from './values.ts';
import type { Value } from './values.ts';
import { layoutOf } from './layout.ts';

/** The value of an expression; for a call with several results use `tuple`. */
export function expression(f: Fn, e: syntax.Expr): Value {
  return knownValue(f, e) ?? (isOperation(e) ? chain(f, e) : onLine(f, e, () => operation(f, e)));
}

function knownValue(f: Fn, e: syntax.Expr): Value | undefined {
  const known = f.ordered.get(e)?.[0];
  if (known) return known;
  const constant = e.$tv?.value;
  if (!constant) return undefined;
  const type = f.typeOf(e);
  return constantValue(f, constant, type.is('interface') ? defaultType(f, constant.kind) : type);
}

function isOperation(e: syntax.Expr): e is syntax.BinaryExpr | syntax.ParenExpr {
  return e.kind === 'BinaryExpr' || e.kind === 'ParenExpr';
}

/** After so many operators the value so far is put aside: the code's own expressions must not become deep trees either. */
const chainLink = 64;

/** Operators and parentheses, from the leftmost operand outwards: chains of them are deep trees. */
function chain(f: Fn, e: syntax.BinaryExpr | syntax.ParenExpr): Value {
  const path: (syntax.BinaryExpr | syntax.ParenExpr)[] = [];
  let leaf: syntax.Expr = e;
  let value: Value | undefined;
  for (; isOperation(leaf) && !value; value = knownValue(f, leaf)) {
    path.push(leaf);
    if (leaf.kind === 'BinaryExpr' && !folds(f, leaf)) break;
    leaf = leaf.x;
  }
  let aside: Value | undefined;
  path.toReversed().forEach((node, i) => {
    if (node.kind === 'ParenExpr') value ??= expression(f, node.x);
    else value = onLine(f, node, () => binary(f, node, value));
    if (value && i % chainLink === chainLink - 1) value = aside = putAside(f, value, aside);
  });
  return value ?? bug('operation without operand');
}

/** If possible in the local that held the value so far, which is used up: every local costs time in every branch of the code. */
function putAside(f: Fn, value: Value, aside: Value | undefined): Value {
  const to = aside?.k === 'scalars' && aside.parts.length === 1 ? aside.parts[0] : undefined;
  if (!aside || to?.k !== 'local' || value.k !== 'scalars') return snapshot(f, value);
  f.set(to.id, part(value));
  return aside;
}

/** Whether the left operand has the type of the whole, so that its value can be had before. */
function folds(f: Fn, e: syntax.BinaryExpr): boolean {
  return !(e.op in comparisons) && f.typeOf(e.x) === f.typeOf(e);
}

function operation(f: Fn, e: syntax.Expr): Value {
  switch (e.kind) {
    case 'Ident':
      return identifier(f, e);
    case 'CompositeLit':
      return compositeLiteral(f, e, f.typeOf(e));
    case 'FuncLit':
      return functionLiteral(f, e);
    case 'SelectorExpr':
      return selector(f, e);
    case 'IndexExpr':
      return index(f, e);
    case 'SliceExpr':
      return sliceExpression(f, e);
    case 'TypeAssertExpr':
      return assertion(f, e, false).value;
    case 'CallExpr':
      return callExpression(f, e);
    case 'StarExpr':
      return readShared(f, place(f, e));
    case 'UnaryExpr':
      return unary(f, e);
    default:
      return bug(`${e.kind} is no value`);
  }
}

function defaultType(f: Fn, kind: string): GoType {
  const names = { bool: 'bool', string: 'string', int: 'int', float: 'float64', complex: 'complex128' } as const;
  return f.world.types.basic(names[kind as keyof typeof names]);
}

function identifier(f: Fn, e: syntax.Ident): Value {
  const object = e.$obj;
  if (object?.kind === 'Var' && f.pointees.has(object)) return pointerToPointee(f, object);
  if (object?.kind === 'Var') return readShared(f, variablePlace(f, object));
  if (object?.kind === 'Nil') return scalars(f.world.types.nil, i32(0));
  return functionValue(f, e) ?? bug(`identifier ${e.name}`);
}

/** A declared function as a value. */
function functionValue(f: Fn, e: syntax.Expr): Value | undefined {
  const named = staticFunction(f, e);
  return named && staticClosure(f, f.typeOf(e), f.world.func(named.object, named.env));
}

function selector(f: Fn, e: syntax.SelectorExpr): Value {
  const variable = qualifiedVariable(e);
  if (variable) return readShared(f, variablePlace(f, variable));
  if (e.$selection?.kind === 'methodExpr') return methodExpression(f, e);
  const method = selectedMethod(f, e);
  if (method) return methodValue(f, e, method);
  if (e.$selection?.kind !== 'field') return functionValue(f, e) ?? bug(`selector ${e.sel.name}`);
  if (isAddressable(e)) return readShared(f, place(f, e));
  const found = find(f, f.typeOf(e.x), e.sel);
  return readOperand(walkPath(f, operandInMemory(f, e.x), found.path));
}

function index(f: Fn, e: syntax.IndexExpr): Value {
  const function_ = functionValue(f, e);
  if (function_) return function_;
  const type = f.typeOf(e.x);
  const i = must(e.indices[0], 'index');
  if (type.is('map')) return mapIndex(f, f.expr(e.x), exprAs(f, i, type.shape.key)).value;
  if (type.is('string')) return stringByte(f, e, i);
  if (isAddressable(e)) return readShared(f, place(f, e));
  if (type.is('slice')) return readShared(f, sliceElement(f, f.expr(e.x), f.expr(i)));
  // An element of an array that is not addressable, such as a call's result.
  const array = f.expr(e.x);
  const memory = array.k === 'memory' ? array : slotMemory(array.type, f.tempSlot(layoutOf(array.type)));
  return read(arrayElement(f, memory, f.expr(i)));
}

function stringByte(f: Fn, e: syntax.IndexExpr, i: syntax.Expr): Value {
  const text = f.expr(e.x);
  const at = f.expr(i);
  const ptr = f.reuse(part(text), 'i32', true);
  const checked = checkedIndex(f, at, f.reuse(part(text, 1), 'i32'));
  const known = constI32(checked);
  return scalars(f.typeOf(e), known !== undefined ? load('i32.load8_u', ptr, known) : load('i32.load8_u', op('i32.add', ptr, checked), 0));
}

function callExpression(f: Fn, e: syntax.CallExpr): Value {
  if (e.$call === 'conversion') return conversion(f, e);
  if (e.$call === 'builtin') return builtin(f, e) ?? scalars(f.world.types.nil, i32(0));
  return call(f, e)[0] ?? scalars(f.world.types.nil, i32(0));
}

function conversion(f: Fn, e: syntax.CallExpr): Value {
  const to = f.typeOf(e);
  const arg = must(e.args[0], 'operand of conversion');
  const kind = arg.$tv?.value?.kind;
  const text = kind === 'string' || to.is('string');
  const plain = kind !== undefined && !to.is('interface') && (text ? kind === 'string' && to.is('string') : true);
  return plain ? exprAs(f, arg, to) : convert(f, f.expr(arg), to);
}

function unary(f: Fn, e: syntax.UnaryExpr): Value {
  switch (e.op) {
    case '+':
      return f.expr(e.x);
    case '-':
      return negate(f.expr(e.x));
    case '^':
      return complement(f.expr(e.x));
    case '!':
      return scalars(f.typeOf(e), not(part(f.expr(e.x))));
    case '<-':
      return receive(f, f.expr(e.x)).value;
    case '&':
      return addressOfOperand(f, e);
    case '~':
      return bug('~ outside a constraint');
  }
}

function addressOfOperand(f: Fn, e: syntax.UnaryExpr): Value {
  const x = unparen(e.x);
  const pointer = f.typeOf(e);
  if (x.kind === 'CompositeLit') return addressOfLiteral(f, x, pointer);
  const memory = place(f, x);
  if (memory.k === 'locals') return bug('address of a local');
  return scalars(pointer, memory.offset === 0 ? memory.base : addressOf(memory));
}

const comparisons: Readonly<Record<string, true>> = { '==': true, '!=': true, '<': true, '<=': true, '>': true, '>=': true };

/** `left` is the value of the left operand, if that is known. */
function binary(f: Fn, e: syntax.BinaryExpr, left: Value | undefined): Value {
  const type = f.typeOf(e);
  const x = (): Value => left ?? exprAs(f, e.x, type);
  switch (e.op) {
    case '&&':
      return scalars(type, and(f, part(x()), () => condition(f, e.y)));
    case '||':
      return scalars(type, or(f, part(x()), () => condition(f, e.y)));
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return scalars(type, comparison(f, e));
    case '<<':
    case '>>':
      return shift(f, e.op, x(), shiftCount(f, e.y));
    default: {
      const [a, b] = [x(), exprAs(f, e.y, type)];
      return type.is('string') ? concat(f, a, b) : arithmetic(f, e.op, a, b);
    }
  }
}

/** Evaluated on its own: what it calls is called only here. */
function condition(f: Fn, e: syntax.Expr): Expr {
  order(f, [e]);
  return part(f.expr(e));
}

/** A count may be an untyped constant. */
export function shiftCount(f: Fn, e: syntax.Expr): Value {
  const constant = e.$tv?.value;
  return constant ? constantValue(f, constant, f.world.types.basic('uint')) : f.expr(e);
}

function comparison(f: Fn, e: syntax.BinaryExpr): Expr {
  const [x, y] = [f.typeOf(e.x), f.typeOf(e.y)];
  // A constant takes the other operand's type; typed operands of different types are an interface and a value.
  const a = e.x.$tv?.value && !y.is('interface') && !y.is('nil') ? exprAs(f, e.x, y) : f.expr(e.x);
  const b = e.y.$tv?.value && !x.is('interface') && !x.is('nil') ? exprAs(f, e.y, x) : f.expr(e.y);
  return compare(f, e.op, a, b);
}

/** a + b of strings. Constant neighbours have been joined by the checker already. */
export function concat(f: Fn, x: Value, y: Value): Value {
  return scalars(x.type, ...callNative(f, natives.concat, [...partsOfValue(x), ...partsOfValue(y)], [true]));
}
