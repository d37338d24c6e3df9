/**
 * The order of evaluation within a statement (specification: "Order of evaluation"), and where that leaves it open, gc's: all calls and receives
 * are made first, from left to right; whatever else reads a variable, an element or a field reads it after the last of them, when it is used.
 * Only some operands are fixed where they stand: conditions with && and ||, slice expressions, type assertions, map literals, values of builtins,
 * and what has to be copied to become an interface, but for elements, fields and what pointers point to. Where one of these may panic it comes before what
 * may panic on its left. What a variadic function takes in its last parameter is looked at before its other arguments.
 *
 * `order` runs before a statement's operands are lowered. It lowers what comes first, remembers the values in `Fn.ordered`, and `expression`
 * and `call` take them from there. A statement with nothing to put in order costs nothing.
 */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { builtinName } from './builtins.ts';
import { call, isVariadic } from './calls.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { isPointerShaped, layoutOf } from './layout.ts';
import { isSimple } from './ops.ts';
import { isAddressable } from './places.ts';
import { snapshot } from './values.ts';
import type { Value } from './values.ts';

/**
 * Makes the calls in these operands of one statement, which are lowered next. The last one may be left to its lowering, if it is a call itself and
 * the others are only looked at behind it. `types` are those of which the operands will be values, where that is another than their own.
 */
export function order(f: Fn, operands: readonly (syntax.Expr | undefined)[], leaveLast = operands.length === 1, types: readonly (GoType | undefined)[] = []): void {
  const wanted = new Map(operands.flatMap((e, i) => (e ? [[unparen(e), types[i]] as const] : [])));
  const list = [...wanted.keys()];
  const early = new Set<syntax.Expr>();
  const risks = new Risks(f, early);
  for (const e of list) risks.visit(e);
  const count = list.reduce((sum, e) => sum + effects(f, e, early), 0);
  if (count === 0) return;
  const ordering = new Order(f, count, leaveLast ? list.at(-1) : undefined, early);
  for (const [e, type] of wanted) ordering.visitAs(e, type);
}

/** The same for a call that is made later, by go or defer. */
export function orderOperands(f: Fn, e: syntax.CallExpr): void {
  order(f, [...(e.$call === 'builtin' ? [] : calleeOperands(e)), ...e.args]);
}

function calleeOperands(e: syntax.CallExpr): readonly syntax.Expr[] {
  const fun = unparen(e.fun);
  return fun.kind === 'SelectorExpr' ? [fun.x] : [fun];
}

/** Finds operands that are evaluated where they stand and may panic, behind something that may panic when it is used: gc evaluates them first. */
class Risks {
  private readonly f: Fn;
  private readonly early: Set<syntax.Expr>;
  private count = 0;

  constructor(f: Fn, early: Set<syntax.Expr>) {
    this.f = f;
    this.early = early;
  }

  visit(expr: syntax.Expr): void {
    const e = unparen(expr);
    if (isSettled(e)) return;
    const before = this.count;
    if (e.kind === 'BinaryExpr') this.visitBinary(e);
    else if (isMapLiteral(this.f, e)) this.inside(e, operandsOf(this.f, e), before);
    else {
      for (const operand of operandsAsLookedAt(this.f, e)) this.visit(operand);
      if (panicsInPlace(this.f, e)) {
        if (before > 0) this.early.add(e);
        this.count++;
      } else if (panicsInUse(this.f, e)) this.count++;
    }
  }

  private visitBinary(e: syntax.BinaryExpr): void {
    const before = this.count;
    const { path, leaf } = operatorsOf(e);
    this.visit(leaf);
    for (const node of path) {
      if (isLazy(node)) {
        this.inside(node, [node.y], before);
        continue;
      }
      this.visit(node.y);
      if (panicsInUse(this.f, node)) this.count++;
    }
  }

  /** What is inside is put in order by its own lowering. */
  private inside(e: syntax.Expr, operands: readonly syntax.Expr[], before: number): void {
    const inner = new Risks(this.f, new Set());
    for (const operand of operands) inner.visit(operand);
    if (before > 0 && inner.count > 0) this.early.add(e);
    this.count += inner.count;
  }
}

/** The operations from the leftmost operand outwards, as far as their values are not constants. */
function operatorsOf(e: syntax.BinaryExpr): { readonly path: readonly syntax.BinaryExpr[]; readonly leaf: syntax.Expr } {
  const path: syntax.BinaryExpr[] = [];
  let leaf: syntax.Expr = e;
  for (; leaf.kind === 'BinaryExpr' && !isSettled(leaf); leaf = unparen(leaf.x)) path.push(leaf);
  return { path: path.toReversed(), leaf };
}

class Order {
  private readonly f: Fn;
  /** What counts as an effect besides calls and receives: see Risks. */
  private readonly early: ReadonlySet<syntax.Expr>;
  private readonly leave: syntax.Expr | undefined;
  /** Effects still to come, apart from those of the nodes around the one being visited. */
  private left: number;

  constructor(f: Fn, count: number, leave: syntax.Expr | undefined, early: ReadonlySet<syntax.Expr>) {
    this.f = f;
    this.left = count;
    this.leave = leave;
    this.early = early;
  }

  visitAll(list: readonly syntax.Expr[]): void {
    for (const e of list) if (this.left > 0) this.visit(unparen(e));
  }

  private visitArguments(e: syntax.CallExpr): void {
    const type = this.f.typeOf(e.fun);
    const params = type.is('func') ? type.shape.params : [];
    for (const [i, arg] of e.args.entries()) {
      const param = i < params.length - 1 || (type.is('func') && !type.shape.variadic) || e.hasDots ? params[i] : elementOf(params.at(-1));
      this.visitAs(arg, param);
    }
  }

  /** What becomes an interface may have to be copied for it now. */
  visitAs(e: syntax.Expr, type: GoType | undefined): void {
    if (this.left === 0) return;
    const x = unparen(e);
    this.visit(x);
    if (this.left > 0 && !this.f.ordered.has(x) && copies(this.f, x, type)) this.keep(x);
  }

  private visit(e: syntax.Expr): void {
    if (isSettled(e)) return;
    if (e.kind === 'BinaryExpr') return this.visitBinary(e);
    if (isMapLiteral(this.f, e)) return this.apart(e, effects(this.f, e, this.early));
    const effect = isEffect(e) || this.early.has(e);
    if (effect) this.left -= 1;
    if (e.kind === 'CallExpr' && e.$call === 'call') {
      this.visitAll(calleeOperands(e));
      this.visitArguments(e);
    } else if (e.kind === 'CompositeLit') elementsOf(this.f, e).forEach((x, i) => this.visitAs(x, partOf(this.f.typeOf(e), e.elements[i], i)));
    else this.visitAll(operandsOf(this.f, e));
    if (effect ? e !== this.leave : this.left > 0 && isFixed(this.f, e)) this.keep(e);
  }

  /** From the leftmost operand outwards: chains of operators are deep trees. */
  private visitBinary(e: syntax.BinaryExpr): void {
    const { path, leaf } = operatorsOf(e);
    this.visitAll([leaf]);
    for (const node of path) {
      if (isLazy(node)) this.apart(node, effects(this.f, node.y) + (this.early.has(node) ? 1 : 0));
      else this.visitAll([node.y]);
    }
  }

  /** What is inside is put in order by its own lowering. */
  private apart(e: syntax.Expr, inside: number): void {
    this.left -= inside;
    if (this.left > 0 || (inside > 0 && e !== this.leave)) this.keep(e);
  }

  private keep(e: syntax.Expr): void {
    const { f } = this;
    const isCall = e.kind === 'CallExpr' && e.$call === 'call';
    f.ordered.set(e, isCall ? call(f, e).map((value) => held(f, value)) : [snapshot(f, f.expr(e))]);
  }
}

/** Results of a call are in places of their own, but a native may be an expression. */
function held(f: Fn, value: Value): Value {
  return value.k === 'memory' || value.parts.every(isSimple) ? value : snapshot(f, value);
}

function elementOf(type: GoType | undefined): GoType | undefined {
  return type?.is('slice') || type?.is('array') ? type.shape.elem : undefined;
}

/** Type of the array's, slice's or struct's part that the element number `i` of a literal is. */
function partOf(type: GoType, element: syntax.Expr | undefined, i: number): GoType | undefined {
  if (!type.is('struct')) return elementOf(type);
  const name = element?.kind === 'KeyValueExpr' && element.key.kind === 'Ident' ? element.key.name : undefined;
  return (name === undefined ? type.shape.fields[i] : type.shape.fields.find((field) => field.name === name))?.type;
}

/** Whether the operand is copied to become a value of this type. */
function copies(f: Fn, e: syntax.Expr | undefined, type: GoType | undefined): boolean {
  return e !== undefined && !isSettled(e) && type?.is('interface') === true && !isReadLater(e) && isCopied(f.typeOf(e));
}

/** Elements, fields, what pointers point to, and package variables become interfaces where they are. */
function isReadLater(expr: syntax.Expr): boolean {
  const e = unparen(expr);
  return isAddressable(e) && (e.kind !== 'Ident' || (e.$obj?.kind === 'Var' && e.$obj.role === 'package'));
}

/** Whether gc makes an interface of a copy of the value; of others it passes the value itself, read later. */
function isCopied(type: GoType): boolean {
  if (type.is('tuple') || type.is('nil') || type.is('interface') || isPointerShaped(type)) return false;
  const only = soleComponent(type);
  const { size, align, refs } = layoutOf(type);
  return !(only.is('string') || only.is('slice') || (refs.length === 0 && size === align && size > 1));
}

/** The type of the only field or element inside, if there is only one. */
function soleComponent(type: GoType): GoType {
  if (type.is('array') && type.shape.length === 1) return soleComponent(type.shape.elem);
  const field = type.is('struct') && type.shape.fields.length === 1 ? type.shape.fields[0] : undefined;
  return field ? soleComponent(field.type) : type;
}

/** Types and constants have nothing to put in order. */
function isSettled(e: syntax.Expr): boolean {
  return e.$tv?.value !== undefined || e.$tv?.mode === 'type' || e.kind === 'FuncLit';
}

function isLazy(e: syntax.Expr): boolean {
  return e.kind === 'BinaryExpr' && (e.op === '&&' || e.op === '||');
}

/** Its elements are evaluated and put in one after the other. */
function isMapLiteral(f: Fn, e: syntax.Expr): boolean {
  return e.kind === 'CompositeLit' && f.typeOf(e).is('map');
}

/** Whether it may change what other operands read, or let other goroutines do so. */
function isEffect(e: syntax.Expr): boolean {
  if (e.kind === 'UnaryExpr') return e.op === '<-';
  if (e.kind !== 'CallExpr') return false;
  return e.$call === 'call' || (e.$call === 'builtin' && changing.has(builtinName(e)));
}

const changing: ReadonlySet<string> = new Set(['append', 'copy', 'recover']);

function effects(f: Fn, expr: syntax.Expr, early: ReadonlySet<syntax.Expr> = none): number {
  let count = 0;
  const waiting = [expr];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const e = unparen(next);
    if (isSettled(e)) continue;
    if (isEffect(e) || early.has(e)) count++;
    waiting.push(...operandsOf(f, e));
  }
  return count;
}

const none: ReadonlySet<syntax.Expr> = new Set();

/** Evaluated where it stands, and may panic there. */
function panicsInPlace(f: Fn, e: syntax.Expr): boolean {
  return e.kind === 'SliceExpr' || (e.kind === 'TypeAssertExpr' && isFixed(f, e)) || (e.kind === 'CallExpr' && e.$call === 'builtin' && builtinName(e) === 'make');
}

/** Evaluated when it is used, and may panic then. */
function panicsInUse(f: Fn, e: syntax.Expr): boolean {
  switch (e.kind) {
    case 'IndexExpr':
    case 'StarExpr':
    case 'TypeAssertExpr':
      return true;
    case 'SelectorExpr':
      return e.x.$tv?.mode !== undefined && e.x.$tv.mode !== 'type' && f.typeOf(e.x).is('pointer');
    case 'BinaryExpr':
      return dividing.has(e.op) ? !isSettled(unparen(e.y)) : comparing.has(e.op) && f.typeOf(e.x).is('interface');
    case 'CallExpr':
      return e.$call === 'conversion' && (f.typeOf(e).is('array') || f.typeOf(e).is('pointer'));
    default:
      return false;
  }
}

const dividing: ReadonlySet<string> = new Set(['/', '%', '<<', '>>']);
const comparing: ReadonlySet<string> = new Set(['==', '!=']);

/** Evaluated where it stands, not when it is used. */
function isFixed(f: Fn, e: syntax.Expr): boolean {
  switch (e.kind) {
    case 'CallExpr':
      return (e.$call === 'builtin' && !isNewZero(e)) || (e.$call === 'conversion' && (makesSlice(f, e) || copies(f, e.args[0], f.typeOf(e))));
    case 'SliceExpr':
      return true;
    case 'TypeAssertExpr':
      return !isPointerShaped(f.typeOf(e));
    default:
      return false;
  }
}

/** new(T) looks at nothing. */
function isNewZero(e: syntax.CallExpr): boolean {
  return builtinName(e) === 'new' && e.args[0]?.$tv?.mode === 'type';
}

function makesSlice(f: Fn, e: syntax.CallExpr): boolean {
  const [arg] = e.args;
  return arg !== undefined && f.typeOf(e).is('slice') && !f.typeOf(arg).is('slice');
}

/** The same as operandsOf, in the order in which those are looked at that are not calls. */
function operandsAsLookedAt(f: Fn, e: syntax.Expr): readonly syntax.Expr[] {
  if (e.kind !== 'CallExpr' || e.$call !== 'call' || !isVariadic(f, e)) return operandsOf(f, e);
  const fixed = f.typeOf(e.fun).as('func').params.length - 1;
  return [...calleeOperands(e), ...e.args.slice(fixed), ...e.args.slice(0, fixed)];
}

/** The expressions below it whose values it uses, in order. */
function operandsOf(f: Fn, e: syntax.Expr): readonly syntax.Expr[] {
  switch (e.kind) {
    case 'SelectorExpr':
    case 'StarExpr':
    case 'UnaryExpr':
    case 'TypeAssertExpr':
      return [e.x];
    case 'BinaryExpr':
      return [e.x, e.y];
    case 'IndexExpr':
      return [e.x, ...e.indices];
    case 'SliceExpr':
      return [e.x, e.low, e.high, e.max].flatMap((x) => x ?? []);
    case 'CallExpr':
      return e.$call === 'call' ? [...calleeOperands(e), ...e.args] : e.args;
    case 'CompositeLit':
      return elementsOf(f, e);
    default:
      return [];
  }
}

function elementsOf(f: Fn, e: syntax.CompositeLit): readonly syntax.Expr[] {
  const keys = f.typeOf(e).is('map');
  return e.elements.flatMap((element) => (element.kind !== 'KeyValueExpr' ? [element] : keys ? [element.key, element.value] : [element.value]));
}
