/** Questions about types. The all... forms hold for a type parameter if they hold for every type of its type set. */
import { typeSetOf, underIs } from './typeset.ts';
import type { Basic, BasicName, Interface, Type } from './types.ts';
import { under, unalias } from './under.ts';
import { Typ, runeType } from './universe.ts';

type Kinds = ReadonlySet<BasicName>;
const untyped: Kinds = new Set([
  'untyped bool', 'untyped int', 'untyped rune', 'untyped float', 'untyped complex', 'untyped string', 'untyped nil',
]);
const unsigned: Kinds = new Set(['uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr']);
const integer: Kinds = new Set([...unsigned, 'int', 'int8', 'int16', 'int32', 'int64', 'untyped int', 'untyped rune']);
const float: Kinds = new Set(['float32', 'float64', 'untyped float']);
const complex: Kinds = new Set(['complex64', 'complex128', 'untyped complex']);
const numeric: Kinds = new Set([...integer, ...float, ...complex]);
const strings: Kinds = new Set(['string', 'untyped string']);
const booleans: Kinds = new Set(['bool', 'untyped bool']);
const ordered: Kinds = new Set([...integer, ...float, ...strings]);
const constant: Kinds = new Set([...numeric, ...strings, ...booleans]);

function isOf(type: Type, kinds: Kinds): boolean {
  const u = isTypeParam(type) ? type : under(type);
  return u.kind === 'Basic' && kinds.has(u.name);
}
function allOf(type: Type, kinds: Kinds): boolean {
  const t = unalias(type);
  return t.kind === 'TypeParam' ? underIs(t, (u) => u !== undefined && isOf(u, kinds)) : isOf(t, kinds);
}

/** An alias whose declaration is under way counts as valid. */
export function isValid(type: Type): boolean {
  let t: Type | undefined = type;
  while (t?.kind === 'Alias') t = t.actual;
  return t !== Typ.invalid;
}
export const isBoolean = (t: Type): boolean => isOf(t, booleans);
export const isInteger = (t: Type): boolean => isOf(t, integer);
export const isUnsigned = (t: Type): boolean => isOf(t, unsigned);
export const isFloat = (t: Type): boolean => isOf(t, float);
export const isComplex = (t: Type): boolean => isOf(t, complex);
export const isNumeric = (t: Type): boolean => isOf(t, numeric);
export const isString = (t: Type): boolean => isOf(t, strings);
export const isConstType = (t: Type): boolean => isOf(t, constant);
export const isIntegerOrFloat = (t: Type): boolean => isInteger(t) || isFloat(t);

export const allBoolean = (t: Type): boolean => allOf(t, booleans);
export const allInteger = (t: Type): boolean => allOf(t, integer);
export const allUnsigned = (t: Type): boolean => allOf(t, unsigned);
export const allNumeric = (t: Type): boolean => allOf(t, numeric);
export const allString = (t: Type): boolean => allOf(t, strings);
export const allOrdered = (t: Type): boolean => allOf(t, ordered);
export const allNumericOrString = (t: Type): boolean => allOf(t, new Set([...numeric, ...strings]));

export function isUntyped(t: Type): t is Basic {
  return t.kind === 'Basic' && untyped.has(t.name);
}
export function isUntypedNumeric(t: Type): boolean {
  return isUntyped(t) && numeric.has(t.name);
}
export function isTyped(t: Type): boolean {
  return !isUntyped(t);
}
export function isUntypedNil(t: Type): boolean {
  return t.kind === 'Basic' && t.name === 'untyped nil';
}

export function isTypeParam(t: Type): boolean {
  return unalias(t).kind === 'TypeParam';
}
/** Including type parameters, whose underlying type is an interface. */
export function isInterface(t: Type): boolean {
  return under(t).kind === 'Interface';
}
export function isNonTypeParamInterface(t: Type): boolean {
  return !isTypeParam(t) && isInterface(t);
}
export function isInterfacePointer(t: Type): boolean {
  const u = under(t);
  return u.kind === 'Pointer' && isInterface(u.elem) && !isTypeParam(u.elem);
}
/** Predeclared types, defined types and type parameters: all that has a name. */
export function hasName(t: Type): boolean {
  const u = unalias(t);
  return u.kind === 'Basic' || u.kind === 'Named' || u.kind === 'TypeParam';
}

/** A generic type without type arguments, which is no type yet. */
export function isGenericType(t: Type): boolean {
  return (t.kind === 'Named' && !t.origin && t.typeParams.length > 0) || (t.kind === 'Alias' && t.typeArgs.length === 0 && t.typeParams.length > 0);
}
export function isGeneric(t: Type): boolean {
  return isGenericType(t) || (t.kind === 'Signature' && t.typeParams.length > 0);
}

export function hasNil(t: Type): boolean {
  const tt = unalias(t);
  if (tt.kind === 'TypeParam') return underIs(tt, (u) => u !== undefined && hasNil(u));
  const u = under(tt);
  switch (u.kind) {
    case 'Basic':
      return u.name === 'unsafe.Pointer' || u.name === 'untyped nil';
    case 'Slice':
    case 'Pointer':
    case 'Signature':
    case 'Map':
    case 'Chan':
    case 'Interface':
      return true;
    default:
      return false;
  }
}

/** `dynamic`: interfaces count as comparable (the comparison may panic); they always do so for ==, but not for every constraint. */
export function isComparable(type: Type, dynamic: boolean, seen: Set<Type> = new Set()): boolean {
  const t = unalias(type);
  if (seen.has(t)) return true;
  seen.add(t);
  if (t.kind === 'TypeParam') {
    const set = typeSetOf(t);
    return set.comparable || (set.terms !== undefined && set.terms.length > 0 && set.terms.every((term) => isComparable(term.type, false, seen)));
  }
  const u = under(t);
  switch (u.kind) {
    case 'Basic':
      return u.name !== 'untyped nil';
    case 'Pointer':
    case 'Chan':
      return true;
    case 'Interface':
      return dynamic || isComparableInterface(u, seen);
    case 'Struct':
      return u.fields.every((field) => isComparable(field.type ?? Typ.invalid, dynamic, seen));
    case 'Array':
      return isComparable(u.elem, dynamic, seen);
    default:
      return false;
  }
}

function isComparableInterface(t: Interface, seen: Set<Type>): boolean {
  const set = typeSetOf(t);
  return set.comparable || (set.terms !== undefined && set.terms.every((term) => isComparable(term.type, false, seen)));
}

/** The type that an untyped constant takes where nothing else decides. */
export function defaultType(t: Type): Type {
  if (t.kind !== 'Basic') return t;
  switch (t.name) {
    case 'untyped bool':
      return Typ.bool;
    case 'untyped int':
      return Typ.int;
    case 'untyped rune':
      return runeType;
    case 'untyped float':
      return Typ.float64;
    case 'untyped complex':
      return Typ.complex128;
    case 'untyped string':
      return Typ.string;
    default:
      return t;
  }
}

const untypedRank: readonly BasicName[] = ['untyped int', 'untyped rune', 'untyped float', 'untyped complex'];

/** The larger of two untyped types ("kind" in the specification); undefined if they do not mix. */
export function maxUntyped(x: Type, y: Type): Type | undefined {
  if (x.kind !== 'Basic' || y.kind !== 'Basic') return undefined;
  if (x.name === y.name) return x;
  const [i, j] = [untypedRank.indexOf(x.name), untypedRank.indexOf(y.name)];
  return i < 0 || j < 0 ? undefined : i > j ? x : y;
}
