/**
 * Instances of generic types. An instance is one object per origin and identical arguments; what it is made of is
 * computed on first use, because the origin may still be under declaration and may mention instances of itself without end.
 */
import { identical } from './identity.ts';
import { newFunc } from './object.ts';
import type { FuncObject } from './objects.ts';
import { makeSubstitution, substitute, substituteSignature } from './subst.ts';
import type { Substitution } from './subst.ts';
import type { Alias, Named, Signature, Type, TypeParam } from './types.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

/** Held weakly: a library's types outlive the many versions of a program that instantiate them. */
const instances = new WeakMap<Named, Map<string, WeakRef<Named>[]>>();

/** The type parameters that a type declared inside a generic function inherits from it. */
export function hiddenParams(named: Named): readonly TypeParam[] {
  return named.enclosing ?? [];
}

/** Hidden parameters come first among those of an origin, and so among an instance's arguments. */
function paramsOf(origin: Named): readonly TypeParam[] {
  const hidden = hiddenParams(origin);
  return hidden.length > 0 ? [...hidden, ...origin.typeParams] : origin.typeParams;
}

/** `given` are arguments for all parameters, or for the type's own: the hidden ones stand for themselves then. */
export function instantiateNamed(origin: Named, given: readonly Type[]): Named {
  const hidden = hiddenParams(origin);
  const args = given.length === origin.typeParams.length && given.length > 0 && hidden.length > 0 ? [...hidden, ...given] : given;
  let byKey = instances.get(origin);
  if (!byKey) instances.set(origin, (byKey = new Map()));
  const key = args.map(shallowKey).join();
  const candidates = (byKey.get(key) ?? []).filter((ref) => ref.deref() !== undefined);
  for (const ref of candidates) {
    const known = ref.deref();
    if (known && known.typeArgs.every((arg, i) => identical(arg, args[i] ?? Typ.invalid))) return known;
  }
  const instance: Named = {
    kind: 'Named', object: origin.object, underlying: undefined, methods: [], typeParams: [], origin, typeArgs: [...args],
  };
  candidates.push(new WeakRef(instance));
  byKey.set(key, candidates);
  return instance;
}

/** Equal for identical types. */
function shallowKey(type: Type): string {
  let t = type;
  while (t.kind === 'Alias' && t.actual) t = t.actual;
  if (t.kind === 'Basic') return t.name;
  return t.kind === 'Named' ? t.object.name : t.kind;
}

export function substitutionOf(instance: Named): Substitution {
  return instance.origin ? makeSubstitution(paramsOf(instance.origin), instance.typeArgs) : new Map();
}

const maxExpansion = 100;
let expanding = 0;

/** The underlying type of an instance; undefined while the origin's is not known. */
export function expandInstance(instance: Named): Type | undefined {
  if (!instance.origin) return undefined;
  // `type T[P any] T[*P]` (reported elsewhere) has no underlying type, but ever more instances.
  if (expanding > maxExpansion) return Typ.invalid;
  expanding++;
  const u = under(instance.origin);
  const unknown = u === Typ.invalid && instance.origin.underlying === undefined;
  const result = unknown ? undefined : under(substitute(u, substitutionOf(instance)));
  expanding--;
  return result;
}

/** The declared methods of a type, with the instance's arguments put in. Their types are read through methodType. */
export function methodsOf(named: Named): readonly FuncObject[] {
  const { origin } = named;
  if (!origin) return named.methods;
  for (let i = named.methods.length; i < origin.methods.length; i++) {
    const method = origin.methods[i];
    if (!method) break;
    const { name, pos, pkg, decl, ptrRecv } = method;
    named.methods.push(newFunc(name, pos, pkg, undefined, { decl, ptrRecv, recvNamed: named, origin: method }));
  }
  for (const method of named.methods) methodType(method);
  return named.methods;
}

/** The type of a method; for an instance's method from the generic one, if that is known by now. */
export function methodType(method: FuncObject): Signature | undefined {
  if (!method.type && method.origin?.type && method.recvNamed) {
    const map = substitutionOf(method.recvNamed);
    const signature = substituteSignature(method.origin.type, map);
    const recv = signature.recv && { ...signature.recv, type: signature.recv.type && substitute(signature.recv.type, map) };
    method.type = { ...signature, recv };
  }
  return method.type;
}

export function instantiateAlias(origin: Alias, args: readonly Type[]): Alias {
  const actual = origin.actual && substitute(origin.actual, makeSubstitution(origin.typeParams, args));
  return { kind: 'Alias', object: origin.object, actual, typeParams: [], typeArgs: [...args] };
}

/** The signature with its type parameters replaced by the arguments. */
export function instantiateSignature(signature: Signature, args: readonly Type[]): Signature {
  const { recv, params, results, variadic } = substituteSignature(signature, makeSubstitution(signature.typeParams, args));
  return { kind: 'Signature', typeParams: [], recv, params, results, variadic };
}
