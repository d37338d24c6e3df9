/** Whether a type implements an interface, or satisfies a constraint, and if not why. */
import type { Checker } from './checker.ts';
import { identical } from './identity.ts';
import { methodType } from './instantiate.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import type { FuncObject } from './objects.ts';
import { isComparable, isInterface, isInterfacePointer, isTypeParam, isValid } from './predicates.ts';
import { isAllTypes, termIncludes, termsSubset, typeSetOf } from './typeset.ts';
import type { Interface, Signature, Term, Type } from './types.ts';
import { signatureString } from './typestring.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

/** A method that the type lacks, and what it has instead. */
export type Missing =
  | { readonly kind: 'missing'; readonly method: FuncObject }
  | { readonly kind: 'misspelled'; readonly method: FuncObject; readonly found: FuncObject }
  | { readonly kind: 'wrongType'; readonly method: FuncObject; readonly found: FuncObject }
  | { readonly kind: 'ambiguous'; readonly method: FuncObject }
  | { readonly kind: 'pointerReceiver'; readonly method: FuncObject }
  | { readonly kind: 'field'; readonly method: FuncObject };

/** Brings a method's signature about, where it is resolved on demand. */
export type ResolveMethod = (method: FuncObject) => Signature | undefined;

/**
 * The first method of the interface that the type lacks. `isStatic`: if the type is an interface itself, must it have all methods
 * (as for assignments), or may it merely not contradict them (as for type assertions)?
 */
export function missingMethod(type: Type, iface: Interface, isStatic: boolean, resolve: ResolveMethod = methodType): Missing | undefined {
  const methods = typeSetOf(iface).methods;
  const u = under(type);
  if (u.kind === 'Interface') {
    const own = typeSetOf(u).methods;
    for (const method of methods) {
      const found = own.find((m) => m.name === method.name && (m.pkg === method.pkg || /^\p{Lu}/u.test(m.name)));
      if (!found) {
        if (isStatic) return { kind: 'missing', method };
      } else if (!identical(resolve(found) ?? Typ.invalid, resolve(method) ?? Typ.invalid)) return { kind: 'wrongType', method, found };
    }
    return undefined;
  }
  for (const method of methods) {
    const missing = missingFrom(type, method, resolve);
    if (missing) return missing;
  }
  return undefined;
}

function missingFrom(type: Type, method: FuncObject, resolve: ResolveMethod): Missing | undefined {
  const result = lookupFieldOrMethod(type, false, method.pkg, method.name);
  switch (result.kind) {
    case 'found': {
      const found = result.object;
      if (found.kind === 'Var') return { kind: 'field', method };
      return identical(resolve(found) ?? Typ.invalid, resolve(method) ?? Typ.invalid) ? undefined : { kind: 'wrongType', method, found };
    }
    case 'ambiguous':
      return { kind: 'ambiguous', method };
    case 'pointerReceiver': {
      const found = result.object;
      const same = identical(resolve(found) ?? Typ.invalid, resolve(method) ?? Typ.invalid);
      return same ? { kind: 'pointerReceiver', method } : { kind: 'wrongType', method, found };
    }
    case 'missing': {
      const similar = lookupFieldOrMethod(type, false, method.pkg, method.name, true);
      if (similar.kind === 'found' && similar.object.kind === 'Func') return { kind: 'misspelled', method, found: similar.object };
      return { kind: 'missing', method };
    }
  }
}

/** The parenthesised words of gc. */
export function missingCause(c: Checker, type: Type, missing: Missing): string {
  const { name } = missing.method;
  const signature = (m: FuncObject) => `${m.name}${m.type ? signatureString(m.type, c.qualifier, false) : ''}`;
  switch (missing.kind) {
    case 'missing':
      return isInterfacePointer(type) ? `(${pointerToInterface(c, type)})` : `(missing method ${name})`;
    case 'misspelled':
      return `(missing method ${name})\n\t\thave ${signature(missing.found)}\n\t\twant ${signature(missing.method)}`;
    case 'wrongType':
      return `(wrong type for method ${name})\n\t\thave ${signature(missing.found)}\n\t\twant ${signature(missing.method)}`;
    case 'ambiguous':
      return `(ambiguous selector ${c.str(type)}.${name})`;
    case 'pointerReceiver':
      return `(method ${name} has pointer receiver)`;
    case 'field':
      return `(type ${c.str(type)} has no method ${name}, but does have field ${name})`;
  }
}

export function pointerToInterface(c: Checker, type: Type): string {
  const u = under(type);
  const elem = u.kind === 'Pointer' ? u.elem : Typ.invalid;
  return isTypeParam(elem) ? `type ${c.str(type)} is pointer to type parameter, not type parameter` : `type ${c.str(type)} is pointer to interface, not interface`;
}

/**
 * Undefined if the type implements the interface, else why not. With `constraint` the question is whether a type argument satisfies
 * it, which comparable interfaces do although they do not implement `comparable`.
 */
export function implementsCause(c: Checker, type: Type, target: Type, constraint: boolean): string | undefined {
  const [vu, tu] = [under(type), under(target)];
  if (!isValid(vu) || !isValid(tu) || (vu.kind === 'Pointer' && !isValid(under(vu.elem)))) return undefined;
  const verb = constraint ? 'satisfy' : 'implement';
  if (tu.kind !== 'Interface') {
    const detail = isInterfacePointer(tu) ? `type ${c.str(target)} is pointer to interface, not interface` : `${c.str(target)} is not an interface`;
    return `${c.str(type)} does not ${verb} ${c.str(target)} (${detail})`;
  }
  const wanted = typeSetOf(tu);
  if (isAllTypes(wanted)) return undefined;
  const own = vu.kind === 'Interface' ? typeSetOf(vu) : undefined;
  if (own?.terms?.length === 0) return undefined;
  if (wanted.terms?.length === 0) return `cannot ${verb} ${c.str(target)} (empty type set)`;
  const missing = missingMethod(type, tu, true, c.resolveMethod);
  if (missing) return `${c.str(type)} does not ${verb} ${c.str(target)} ${missingCause(c, type, missing)}`;
  if (wanted.comparable) {
    const incomparable = comparableCause(c, type, target, verb, constraint);
    if (incomparable !== undefined) return incomparable;
  }
  return termsCause(c, type, target, own?.terms, wanted.terms, own !== undefined, verb);
}

function comparableCause(c: Checker, type: Type, target: Type, verb: string, constraint: boolean): string | undefined {
  if (isComparable(type, false)) return undefined;
  if (constraint && isComparable(type, true)) return c.allowsVersion(20) ? undefined : `${c.str(type)} to ${verb} comparable ${c.versionNeeded(20)}`;
  return `${c.str(type)} does not ${verb} ${isInterface(target) && unalias(target).kind === 'Named' ? c.str(target) : 'comparable'}`;
}

function termsCause(
  c: Checker, type: Type, target: Type, own: readonly Term[] | undefined, wanted: readonly Term[] | undefined, isIface: boolean, verb: string,
): string | undefined {
  if (wanted === undefined) return undefined;
  if (isIface) {
    if (own === undefined) return `${c.str(type)} does not ${verb} ${c.str(target)}`;
    const lacking = own.find((term) => !termsSubset([term], wanted));
    return lacking && `${c.str(type)} does not ${verb} ${c.str(target)}`;
  }
  if (wanted.some((term) => termIncludes(term, type))) return undefined;
  const hint = wanted.find((term) => !term.tilde && identical(term.type, under(term.type)) && identical(term.type, under(type)));
  if (hint) return `${c.str(type)} does not ${verb} ${c.str(target)} (possibly missing ~ for ${c.str(hint.type)} in constraint ${c.str(target)})`;
  return `${c.str(type)} does not ${verb} ${c.str(target)} (${c.str(type)} missing in ${termsString(c, wanted)})`;
}

function termsString(c: Checker, terms: readonly Term[]): string {
  return terms.map((term) => `${term.tilde ? '~' : ''}${c.str(term.type)}`).join(' | ');
}

/** Whether values of the interface could have the dynamic type; undefined if so, else why not. */
export function assertionCause(c: Checker, x: Type, type: Type): string | undefined {
  if (isInterface(type) && !isTypeParam(type)) return undefined;
  const u = under(x);
  if (u.kind !== 'Interface') return undefined;
  const missing = missingMethod(type, u, false, c.resolveMethod);
  return missing && missingCause(c, type, missing);
}
