/**
 * Pointers that own what they point to.
 *
 * After `t := &T{}` or `t := new(T)` nobody else can know the T as long as t is only gone through (t.f, *t, t[i], t.method() of a T). Then
 * nothing needs an address: the T itself lives where the pointer would, in the frame, and nothing is allocated. So the pointee ends with its
 * function, as with gc; what gc knows beyond that (parameters that do not escape, pointers to variables) is allocated here.
 *
 * Such a t is a local variable that is declared with a new value, and is
 *  - never assigned, nor its address taken, nor used by a function literal or by the body of a loop over a function;
 *  - used as the operand of a field selector, of a method with a value receiver, of an index, `*t`, range, len or cap, compared with nil, or
 *    assigned to the blank identifier, and in no other way: the pointer is never copied;
 *  - not so that the address of a part of the pointee is taken (the checker tells: VarObject.pointeeAddressed);
 *  - a pointer to something small enough for a frame.
 */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { walk } from '../syntax/walk.ts';
import type { Node } from '../syntax/walk.ts';
import type { Obj, VarObject } from '../types/objects.ts';
import { builtinName } from './builtins.ts';
import { freeVariables, isFuncRange } from './facts.ts';
import type { Fn } from './fn.ts';
import { layoutOf } from './layout.ts';
import { isBlank } from './returns.ts';
import { maxSlotSize, variableType } from './variables.ts';

/** The variables of the body that are such pointers. */
export function ownedPointees(f: Fn, body: syntax.BlockStmt): ReadonlySet<VarObject> {
  const owning = new Set<VarObject>();
  /** Uses that only go through the pointer. A node is visited before those inside it. */
  const harmless = new Set<syntax.Expr>();
  walk(body, (node) => {
    if (node.kind === 'FuncLit') return false;
    for (const declaration of declarations(node)) if (mayOwn(f, declaration)) owning.add(declaration.variable);
    if (owning.size === 0) return true;
    if (node.kind === 'Ident') {
      if (node.$obj?.kind === 'Var' && !node.$defines && !harmless.has(node)) owning.delete(node.$obj);
      return true;
    }
    if (node.kind === 'RangeStmt' && isFuncRange(f, node)) for (const variable of freeVariables(node)) owning.delete(variable);
    for (const operand of goneThrough(node)) harmless.add(unparen(operand));
    return true;
  });
  return owning;
}

interface Declaration {
  readonly variable: VarObject;
  readonly value: syntax.Expr;
  readonly alone: boolean;
}

/** The variables that the statement declares, each with a value of its own. */
function declarations(node: Node): readonly Declaration[] {
  if (node.kind === 'AssignStmt' && node.define) return declared(node.lhs, node.rhs);
  return node.kind === 'VarDecl' ? declared(node.names, node.values) : [];
}

function declared(names: readonly syntax.Expr[], values: readonly syntax.Expr[]): readonly Declaration[] {
  if (names.length !== values.length) return [];
  return values.flatMap((value, i) => {
    const name = names[i];
    const variable = name?.kind === 'Ident' && name.$defines && name.name !== '_' ? name.$obj : undefined;
    return variable?.kind === 'Var' ? [{ variable, value, alone: values.length === 1 }] : [];
  });
}

function mayOwn(f: Fn, { variable, value, alone }: Declaration): boolean {
  if (!isNew(unparen(value), alone) || variable.addressed || variable.captured || variable.reassigned || variable.pointeeAddressed)
    return false;
  const type = variableType(f, variable);
  return type.is('pointer') && type.shape.elem === f.typeOf(value).as('pointer').elem && layoutOf(type.shape.elem).size <= maxSlotSize;
}

/** &T{...}, new(T), new(x). Among other values an x would be looked at before its turn: see order.ts. */
function isNew(e: syntax.Expr, alone: boolean): boolean {
  if (e.kind === 'UnaryExpr') return e.op === '&' && unparen(e.x).kind === 'CompositeLit';
  if (e.kind !== 'CallExpr' || e.$call !== 'builtin' || builtinName(e) !== 'new') return false;
  return alone || e.args[0]?.$tv?.mode === 'type';
}

/** Operands of the node that it goes through, or does not look behind, if they are pointers. */
function goneThrough(node: Node): readonly syntax.Expr[] {
  switch (node.kind) {
    case 'SelectorExpr':
      return node.$selection?.kind === 'field' || (node.$selection?.kind === 'method' && !takesPointer(node.$selection.object))
        ? [node.x]
        : [];
    case 'StarExpr':
    case 'IndexExpr':
    case 'RangeStmt':
      return [node.x];
    case 'CallExpr':
      return node.$call === 'builtin' && ['len', 'cap'].includes(builtinName(node)) ? node.args : [];
    case 'BinaryExpr':
      return isComparison(node) && isNil(node.y) ? [node.x] : isComparison(node) && isNil(node.x) ? [node.y] : [];
    case 'AssignStmt':
      return node.define || node.op || node.lhs.length !== node.rhs.length ? [] : node.rhs.filter((_, i) => isBlank(node.lhs[i]));
    default:
      return [];
  }
}

function takesPointer(object: Obj): boolean {
  return object.kind === 'Func' && object.ptrRecv;
}

function isComparison({ op }: syntax.BinaryExpr): boolean {
  return op === '==' || op === '!=';
}

function isNil(expr: syntax.Expr): boolean {
  const e = unparen(expr);
  return e.kind === 'Ident' && e.$obj?.kind === 'Nil';
}
