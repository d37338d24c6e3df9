/**
 * What the types of a type set have in common. An operand that is a type parameter can be ranged over, called, sliced, sent to, ... if the
 * operation means the same for all its types; the specification says for each operation what they must share.
 */
import { identical } from './identity.ts';
import type { Operand } from './operand.ts';
import { isString, isUntypedNil } from './predicates.ts';
import { termsOf } from './typeset.ts';
import type { Type } from './types.ts';
import { under, unalias } from './under.ts';
import { byteType, Typ } from './universe.ts';

export interface Common {
  readonly type: Type;
}
/** Why there is nothing in common, in gc's words. */
export interface Cause {
  readonly cause: string;
}

/** Says what is wrong with a type t and its underlying type u; u is undefined if the type set has no specific types. */
export type Condition = (t: Type, u: Type | undefined) => string | undefined;
type Shown = (type: Type) => string;

/** The types of the type set of t; none if any type is in it. Of a type that is no parameter: the type itself. */
export function specificTypes(t: Type): readonly Type[] {
  const type = unalias(t);
  return type.kind === 'TypeParam' ? (termsOf(type) ?? []).map((term) => term.type) : [type];
}

/**
 * The underlying type that all types of t's type set share. Channels may differ in direction, and the result is then the one that allows
 * least. `condition` is asked first, for every type.
 */
export function commonUnder(t: Type, show: Shown, condition: Condition = () => undefined): Common | Cause {
  const types = specificTypes(t);
  if (types.length === 0) return { cause: condition(t, undefined) ?? 'no specific type' };
  let common: { readonly t: Type; readonly u: Type } | undefined;
  for (const next of types) {
    const u = under(next);
    const wrong = condition(next, u);
    if (wrong !== undefined) return { cause: wrong };
    const both = common ? sharedBy(common, { t: next, u }, show) : { t: next, u };
    if (typeof both === 'string') return { cause: both };
    common = both;
  }
  return { type: common?.u ?? Typ.invalid };
}

function sharedBy(a: { readonly t: Type; readonly u: Type }, b: { readonly t: Type; readonly u: Type }, show: Shown): typeof a | string {
  if (a.u.kind === 'Chan' && b.u.kind === 'Chan') {
    if (!identical(a.u.elem, b.u.elem)) return `channels ${show(a.t)} and ${show(b.t)} have different element types`;
    if (a.u.dir === b.u.dir || b.u.dir === 'both') return a;
    return a.u.dir === 'both' ? b : `channels ${show(a.t)} and ${show(b.t)} have conflicting directions`;
  }
  return identical(a.u, b.u) ? a : `${show(a.t)} and ${show(b.t)} have different underlying types`;
}

/** The common underlying type for slicing, where a string counts as a byte slice; `string` if there is one among the types. */
export function commonForSlicing(t: Type, show: Shown): Common | Cause {
  const types = specificTypes(t);
  const [first] = types;
  if (!first) return { cause: `no specific type in ${show(t)}` };
  const view = (type: Type): Type => (isString(under(type)) ? { kind: 'Slice', elem: byteType } : under(type));
  const other = types.find((type) => !identical(view(type), view(first)));
  if (other) return { cause: `${show(first)} and ${show(other)} have different underlying types` };
  const text = types.map(under).find((u) => isString(u));
  return { type: text ?? under(first) };
}

/** The element type of all the slices that x may be. `described` is x in words. */
export function sliceElement(x: Operand, show: Shown, described: string): Common | Cause {
  const types = specificTypes(x.type);
  const wrong = { cause: `argument must be a slice; have ${x.mode === 'nil' || isUntypedNil(x.type) ? 'untyped nil' : described}` };
  let elem: Type | undefined;
  for (const type of types) {
    const u = under(type);
    if (u.kind !== 'Slice') return wrong;
    if (elem && !identical(elem, u.elem)) return { cause: `mismatched slice element types ${show(elem)} and ${show(u.elem)} in ${described}` };
    elem = u.elem;
  }
  return elem ? { type: elem } : wrong;
}

/** Whether every type of t's type set is a string or a byte slice, and at least one of them a string. */
export function holdsText(t: Type): boolean {
  const types = specificTypes(t).map(under);
  const isBytes = (u: Type): boolean => u.kind === 'Slice' && identical(u.elem, byteType);
  return types.some((u) => isString(u)) && types.every((u) => isString(u) || isBytes(u));
}

/** Whether every type of t's type set is a string. */
export function allStrings(t: Type): boolean {
  const types = specificTypes(t);
  return types.length > 0 && types.every((type) => isString(under(type)));
}
