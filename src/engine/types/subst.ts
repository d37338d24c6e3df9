/** Replacing type parameters by types. Types without any of them are returned as they are. */
import type { FuncObject, VarObject } from './objects.ts';
import { hiddenParams, instantiateNamed } from './instantiate.ts';
import type { Alias, Interface, Named, Signature, Struct, Term, Type, TypeParam } from './types.ts';
import { Typ } from './universe.ts';

export type Substitution = ReadonlyMap<TypeParam, Type>;

export function makeSubstitution(params: readonly TypeParam[], args: readonly Type[]): Map<TypeParam, Type> {
  const map = new Map<TypeParam, Type>();
  params.forEach((param, i) => map.set(param, args[i] ?? Typ.invalid));
  return map;
}

/** The type with the map's type parameters replaced. A new object only where something changed. */
export function substitute(type: Type, map: Substitution): Type {
  if (map.size === 0) return type;
  switch (type.kind) {
    case 'Basic':
      return type;
    case 'TypeParam':
      return map.get(type) ?? type;
    case 'Pointer':
    case 'Slice':
    case 'Array':
    case 'Chan': {
      const elem = substitute(type.elem, map);
      return elem === type.elem ? type : { ...type, elem };
    }
    case 'Map': {
      const [key, value] = [substitute(type.key, map), substitute(type.value, map)];
      return key === type.key && value === type.value ? type : { kind: 'Map', key, value };
    }
    case 'Struct':
      return substituteStruct(type, map);
    case 'Signature':
      return substituteSignature(type, map);
    case 'Tuple': {
      const vars = substituteVars(type.vars, map);
      return vars === type.vars ? type : { kind: 'Tuple', vars };
    }
    case 'Interface':
      return substituteInterface(type, map);
    case 'Union': {
      const terms = substituteList(type.terms, (term) => substituteTerm(term, map));
      return terms === type.terms ? type : { kind: 'Union', terms };
    }
    case 'Named':
      return substituteNamed(type, map);
    case 'Alias':
      return substituteAlias(type, map);
  }
}

/** The list with f applied; the list itself if f changed nothing. */
function substituteList<T>(list: readonly T[], f: (x: T) => T): readonly T[] {
  let out: T[] | undefined;
  list.forEach((x, i) => {
    const y = f(x);
    if (y !== x) {
      out ??= [...list];
      out[i] = y;
    }
  });
  return out ?? list;
}

export function substituteTypes(types: readonly Type[], map: Substitution): readonly Type[] {
  return substituteList(types, (type) => substitute(type, map));
}

export function substituteVars(vars: readonly VarObject[], map: Substitution): readonly VarObject[] {
  return substituteList(vars, (v) => {
    const type = v.type && substitute(v.type, map);
    return type === v.type ? v : { ...v, type };
  });
}

function substituteTerm(term: Term, map: Substitution): Term {
  const type = substitute(term.type, map);
  return type === term.type ? term : { tilde: term.tilde, type };
}

function substituteStruct(type: Struct, map: Substitution): Struct {
  const fields = substituteVars(type.fields, map);
  return fields === type.fields ? type : { kind: 'Struct', fields, tags: type.tags };
}

/** The signature's own type parameters stay: whoever replaces them drops them too (see instantiateSignature). */
export function substituteSignature(type: Signature, map: Substitution): Signature {
  const params = substituteVars(type.params, map);
  const results = substituteVars(type.results, map);
  return params === type.params && results === type.results ? type : { ...type, params, results };
}

function substituteInterface(type: Interface, map: Substitution): Interface {
  const methods = substituteList(type.methods, (m) => substituteMethod(m, map));
  const embedded = substituteTypes(type.embedded, map);
  if (methods === type.methods && embedded === type.embedded) return type;
  return { kind: 'Interface', methods, embedded, implicit: type.implicit };
}

function substituteMethod(m: FuncObject, map: Substitution): FuncObject {
  const type = m.type && substituteSignature(m.type, map);
  return type === m.type ? m : { ...m, type, origin: m.origin ?? m };
}

function substituteNamed(type: Named, map: Substitution): Type {
  if (type.origin) {
    const args = substituteTypes(type.typeArgs, map);
    return args === type.typeArgs ? type : instantiateNamed(type.origin, args);
  }
  // A type declared inside a generic function depends on the function's type parameters.
  const hidden = hiddenParams(type);
  if (!hidden.some((param) => map.has(param))) return type;
  const args = hidden.map((param) => map.get(param) ?? param);
  return args.every((arg, i) => arg === hidden[i]) ? type : instantiateNamed(type, args);
}

function substituteAlias(type: Alias, map: Substitution): Type {
  if (type.actual === undefined) return type;
  const actual = substitute(type.actual, map);
  if (actual === type.actual) return type;
  return type.typeArgs.length > 0 ? { ...type, actual, typeArgs: substituteTypes(type.typeArgs, map) } : actual;
}
