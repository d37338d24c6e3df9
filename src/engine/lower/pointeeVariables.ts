/**
 * Pointer variables that own what they point to (pointees.ts says which): their declaration, and the place of the pointee.
 *
 * The pointee is one local if it is one scalar, and else memory of the frame, however few scalars it has: so the inspector finds it in one
 * piece, at an address that is no other variable's, and can show the pointer that the program has.
 */
import { bug, must } from '../../base/assert.ts';
import { staticBase } from '../memory/cells.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { VarObject } from '../types/objects.ts';
import { exprAs } from './convert.ts';
import type { Fn, Storage } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { layoutOf } from './layout.ts';
import { build, compositeLiteral } from './literals.ts';
import { i32 } from './ops.ts';
import { placeOf, scalars, write, zeroMemory, zeroValue } from './values.ts';
import type { Place, Value } from './values.ts';
import { addDebug, unboxedStorage, variableType } from './variables.ts';

function ownerIn(f: Fn, expr: syntax.Expr): VarObject | undefined {
  const e = unparen(expr);
  return e.kind === 'Ident' && e.$obj?.kind === 'Var' && f.pointees.has(e.$obj) ? e.$obj : undefined;
}

function pointeeType(f: Fn, variable: VarObject): GoType {
  return variableType(f, variable).as('pointer').elem;
}

/** What the expression points to, if it is a pointer that owns it. */
export function ownedPointee(f: Fn, e: syntax.Expr): Place | undefined {
  const variable = ownerIn(f, e);
  return variable && placeOf(must(f.storage.get(variable), `storage of ${variable.name}`), pointeeType(f, variable), f);
}

/** The pointer itself, where it is compared with nil or not wanted at all: not nil, and nobody goes through it. */
export function pointerToPointee(f: Fn, variable: VarObject): Value {
  return scalars(variableType(f, variable), i32(staticBase));
}

/**
 * `name := value`, `var name = value`: false if the pointer does not own its pointee. A literal is built where it is to be: nothing in it can see
 * what is there, neither this variable, which is not in scope yet, nor the one that it was when the statement was executed before.
 */
export function declarePointee(f: Fn, name: syntax.Expr, value: syntax.Expr): boolean {
  const variable = ownerIn(f, name);
  if (!variable) return false;
  const place = placeOf(addStorage(f, variable), pointeeType(f, variable), f);
  const e = unparen(value);
  if (e.kind === 'UnaryExpr') assignLiteral(f, place, unparen(e.x));
  else if (e.kind === 'CallExpr') assignNew(f, place, must(e.args[0], 'operand of new'));
  else bug(`pointee of ${e.kind}`);
  return true;
}

function addStorage(f: Fn, variable: VarObject): Storage {
  const known = f.storage.get(variable);
  if (known) return known;
  const type = pointeeType(f, variable);
  const { parts, size, refs } = layoutOf(type);
  const storage: Storage = parts?.length === 1 ? unboxedStorage(f, type) : { k: 'slot', slot: f.newSlot(Math.max(size, 1), refs) };
  f.storage.set(variable, storage);
  addDebug(f, variable, variableType(f, variable), storage, { pointee: true });
  return storage;
}

function assignLiteral(f: Fn, place: Place, e: syntax.Expr): void {
  if (e.kind !== 'CompositeLit') return bug(`address of ${e.kind}`);
  if (place.k === 'memory' && (place.type.is('struct') || place.type.is('array'))) build(f, place, e);
  else write(f, place, compositeLiteral(f, e, place.type));
}

function assignNew(f: Fn, place: Place, operand: syntax.Expr): void {
  if (operand.$tv?.mode !== 'type') write(f, place, exprAs(f, operand, place.type));
  else if (place.k === 'memory') zeroMemory(f, place);
  else write(f, place, zeroValue(f, place.type));
}
