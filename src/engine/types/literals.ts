/** Composite literals. */
import type { ArrayType, CompositeLit, Expr, KeyValueExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import type { Const } from './constant.ts';
import { expression, expressionWithHint, use } from './expr.ts';
import { constantIndex } from './index-expr.ts';
import { lookupError } from './selector.ts';
import { invalidate, newOperand, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isExported, sameName } from './object.ts';
import { isComparable, isInterface, isTypeParam, isValid } from './predicates.ts';
import { caseKey } from './switch.ts';
import { commonUnder } from './common.ts';
import { typeExpression } from './typexpr.ts';
import type { MapT, Struct, Type } from './types.ts';
import { identical } from './identity.ts';
import { Typ } from './universe.ts';

export function compositeLiteral(c: Checker, x: Operand, e: CompositeLit, hint: Type | undefined): void {
  const found = literalType(c, e, hint);
  if (!found) {
    for (const element of e.elements) use(c, ...(element.kind === 'KeyValueExpr' ? [element.value] : [element]));
    return invalidate(x);
  }
  const { base, openArray } = found;
  let { type } = found;
  const common = commonUnder(base, c.typeName);
  const core = 'type' in common ? common.type : Typ.invalid;
  switch (core.kind) {
    case 'Struct':
      structLiteral(c, e, type, core);
      break;
    case 'Array': {
      const count = indexedElements(c, e.elements, core.elem, openArray ? -1 : core.length);
      if (openArray) type = { kind: 'Array', elem: core.elem, length: count };
      if (openArray && e.type) c.recordType(e.type, 'type', type, undefined);
      break;
    }
    case 'Slice':
      indexedElements(c, e.elements, core.elem, -1);
      break;
    case 'Map':
      mapLiteral(c, e, core);
      break;
    default:
      useElements(c, e);
      if (isValid(base) && (isValid(core) || 'cause' in common)) {
        const cause = 'cause' in common ? ' (no common underlying type)' : '';
        c.error(e, 'InvalidLit', `invalid composite literal${e.type ? '' : ' element'} type ${c.str(type)}${cause}`);
      }
      return invalidate(x);
  }
  setValue(x, type);
}

interface LiteralType {
  readonly type: Type;
  /** The type that says what elements there are: for &T{} elided to {} the T. */
  readonly base: Type;
  readonly openArray: boolean;
}

function literalType(c: Checker, e: CompositeLit, hint: Type | undefined): LiteralType | undefined {
  if (e.type) {
    if (e.type.kind === 'ArrayType' && e.type.length === 'dots') return openArrayType(c, e.type);
    const type = typeExpression(c, e.type);
    return isValid(type) ? { type, base: type, openArray: false } : undefined;
  }
  if (!hint) {
    c.error(e, 'UntypedLit', 'missing type in composite literal');
    return undefined;
  }
  const common = commonUnder(hint, c.typeName);
  const base = 'type' in common && common.type.kind === 'Pointer' ? common.type.elem : hint;
  return { type: hint, base, openArray: false };
}

function openArrayType(c: Checker, e: ArrayType): LiteralType {
  const type: Type = { kind: 'Array', elem: typeExpression(c, e.elem), length: -1 };
  return { type, base: type, openArray: true };
}

function useElements(c: Checker, e: CompositeLit): void {
  for (const element of e.elements) {
    if (element.kind === 'KeyValueExpr') {
      // A key may be a field's name, which is no expression.
      if (element.key.kind !== 'Ident') use(c, element.key);
      use(c, element.value);
    } else use(c, element);
  }
}

// ---- Structs --------------------------------------------------------------------------------------------------------

function structLiteral(c: Checker, e: CompositeLit, type: Type, struct: Struct): void {
  const [first] = e.elements;
  if (!first) return;
  if (first.kind === 'KeyValueExpr') keyedFields(c, e, type, struct);
  else positionalFields(c, e, type, struct);
}

function keyedFields(c: Checker, e: CompositeLit, type: Type, struct: Struct): void {
  const visited = new Set<number>();
  for (const element of e.elements) {
    if (element.kind !== 'KeyValueExpr') {
      c.error(element, 'MixedStructLit', 'mixture of field:value and value elements in struct literal');
      continue;
    }
    const index = fieldOf(c, element, type, struct);
    const field = struct.fields[index];
    const x = newOperand();
    if (!field) {
      use(c, element.value);
      continue;
    }
    expression(c, undefined, x, element.value);
    assignment(c, x, field.type, 'struct literal');
    if (visited.has(index)) c.error({ pos: element.key.end }, 'DuplicateLitField', `duplicate field name ${field.name} in struct literal`);
    visited.add(index);
  }
}

/** The field that the key names; -1 if none. */
function fieldOf(c: Checker, element: KeyValueExpr, type: Type, struct: Struct): number {
  const { key } = element;
  if (key.kind !== 'Ident') {
    c.error({ pos: element.key.end }, 'InvalidLitField', `invalid field name ${exprString(key)} in struct literal`);
    return -1;
  }
  const index = key.name === '_' ? -1 : struct.fields.findIndex((f) => sameName(key.name, c.pkg, f));
  const field = struct.fields[index];
  if (field) c.recordUse(key, field);
  else {
    const similar = struct.fields.find((f) => sameName(key.name, c.pkg, f, true));
    c.error(key, 'MissingLitField', lookupError(c, type, key.name, similar, true));
  }
  return index;
}

function positionalFields(c: Checker, e: CompositeLit, type: Type, struct: Struct): void {
  for (const [i, element] of e.elements.entries()) {
    if (element.kind === 'KeyValueExpr') {
      c.error(element, 'MixedStructLit', 'mixture of field:value and value elements in struct literal');
      continue;
    }
    const x = newOperand();
    const field = struct.fields[i];
    expression(c, undefined, x, element);
    if (!field) {
      c.errorAt(x, 'InvalidStructLit', `too many values in struct literal of type ${c.str(type)}`);
      return;
    }
    if (!isExported(field.name) && field.pkg !== c.pkg) {
      c.errorAt(x, 'UnexportedLitField', `implicit assignment to unexported field ${field.name} in struct literal of type ${c.str(type)}`);
      continue;
    }
    assignment(c, x, field.type, 'struct literal');
  }
  if (e.elements.length < struct.fields.length) {
    c.error(e.rbrace, 'InvalidStructLit', `too few values in struct literal of type ${c.str(type)}`);
  }
}

// ---- Arrays, slices, maps -------------------------------------------------------------------------------------------

/** Checks the elements and gives the length that they make: one more than the largest index. length < 0: no bound. */
function indexedElements(c: Checker, elements: readonly Expr[], elem: Type, length: number): number {
  const visited = new Set<number>();
  let index = 0;
  let max = 0;
  for (const e of elements) {
    let valid = false;
    let value = e;
    if (e.kind === 'KeyValueExpr') {
      const at = constantIndex(c, e.key, length);
      if (at !== undefined) {
        index = at;
        valid = true;
      }
      value = e.value;
    } else if (length >= 0 && index >= length) {
      c.error(e, 'OversizeArrayLit', `index ${index} is out of bounds (>= ${length})`);
    } else valid = true;
    if (valid) {
      if (visited.has(index)) c.error(e.kind === 'KeyValueExpr' ? { pos: e.key.end } : e, 'DuplicateLitKey', `duplicate index ${index} in array or slice literal`);
      visited.add(index);
    }
    const x = newOperand();
    expressionWithHint(c, x, value, elem);
    assignment(c, x, elem, 'array or slice literal');
    index++;
    max = Math.max(max, index);
  }
  return max;
}

function mapLiteral(c: Checker, e: CompositeLit, map: MapT): void {
  const seen = new Map<string, Type[]>();
  for (const element of e.elements) {
    if (element.kind !== 'KeyValueExpr') {
      c.error(element, 'MissingLitKey', 'missing key in map literal');
      use(c, element);
      continue;
    }
    const x = newOperand();
    expressionWithHint(c, x, element.key, map.key);
    assignment(c, x, map.key, 'map literal');
    if (x.mode === 'constant' && x.value && duplicateKey(seen, x.value, x.type, isInterface(map.key))) {
      c.errorAt(x, 'DuplicateLitKey', `duplicate key ${exprString(element.key)} in map literal`);
    }
    const value = newOperand();
    expressionWithHint(c, value, element.value, map.value);
    assignment(c, value, map.value, 'map literal');
  }
}

/** In an interface, equal values of different types are different keys. */
function duplicateKey(seen: Map<string, Type[]>, value: Const, type: Type, byType: boolean): boolean {
  const key = caseKey(value);
  const types = seen.get(key);
  if (!types) {
    seen.set(key, [type]);
    return false;
  }
  if (!byType || types.some((t) => identical(t, type))) return true;
  types.push(type);
  return false;
}

/** The key type of a map must be comparable; said once all is declared. */
export function checkMapKey(c: Checker, e: Expr, key: Type): void {
  if (!isValid(key) || isComparable(key, true)) return;
  const why = isTypeParam(key) ? ' (missing comparable constraint)' : '';
  c.error(e, 'IncomparableMapKey', `invalid map key type ${c.str(key)}${why}`);
}

